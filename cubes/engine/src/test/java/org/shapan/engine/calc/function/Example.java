package org.shapan.engine.calc.function;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.calc.QueryResult;

/**
 * An expression or query that shows a function, with what it gives.
 *
 * @param function name of the function that it shows
 * @param text MDX
 * @param result a set in braces, a member or tuple by its unique names, {@code none} for no member, a table line by line for a query,
 *     {@code error} and the message, or a value: texts in quotes, {@code empty} for the empty cell
 */
record Example(String function, String text, String result) {
    /**
     * The examples of a file: blocks parted by a blank line; the name of a function, then examples one after the other, lines of the
     * result beginning with {@code =>}.
     */
    static List<Example> read(String file) {
        List<Example> examples = new ArrayList<>();
        for (String block : Calculator.text("examples/" + file).strip().split("\n\\s*\n")) {
            List<String> lines = block.lines().toList();
            int next = 1;
            while (next < lines.size()) {
                List<String> text = new ArrayList<>();
                while (!lines.get(next).startsWith("=>")) {
                    text.add(lines.get(next++));
                }
                List<String> result = new ArrayList<>();
                while (next < lines.size() && lines.get(next).startsWith("=>")) {
                    result.add(lines.get(next++).substring(2).strip());
                }
                examples.add(new Example(lines.get(0), String.join("\n", text), String.join("\n", result)));
            }
        }
        return examples;
    }

    /** What the example gives, written as {@link #result} is. */
    String actual(Calculator calculator) {
        try {
            if (text.startsWith("SELECT") || text.startsWith("WITH")) {
                return table(calculator.query(text));
            }
            if (result.startsWith("error")) {
                return "error: " + calculator.error(text);
            }
            return switch (result.isEmpty() ? ' ' : result.charAt(0)) {
                case '{' -> "{" + String.join(", ", positions(calculator, text)) + "}";
                case '[', '(' -> element(positions(calculator, "{" + text + "}"));
                default ->
                    result.equals("none")
                            ? element(positions(calculator, "{" + text + "}"))
                            : value(calculator.value(text));
            };
        } catch (EngineException | AssertionError e) {
            return "error: " + e.getMessage();
        }
    }

    private static String element(List<String> positions) {
        return positions.isEmpty() ? "none" : String.join(", ", positions);
    }

    private static List<String> positions(Calculator calculator, String set) {
        QueryResult result = calculator.query("SELECT " + set + " ON 0 FROM Sales");
        return IntStream.range(0, result.positionCount(0))
                .mapToObj(position -> names(result, 0, position, true))
                .toList();
    }

    private static String names(QueryResult result, int axis, int position, boolean unique) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < result.width(axis); column++) {
            names.add(
                    unique
                            ? result.memberUniqueName(axis, position, column)
                            : result.memberCaption(axis, position, column));
        }
        String joined = String.join(", ", names);
        return unique && names.size() > 1 ? "(" + joined + ")" : joined;
    }

    private static String table(QueryResult result) {
        int columns = result.axisCount() == 0 ? 1 : result.positionCount(0);
        int rows = result.axisCount() < 2 ? 1 : result.positionCount(1);
        List<String> lines = new ArrayList<>();
        if (result.axisCount() > 0) {
            List<String> head = new ArrayList<>(List.of(""));
            IntStream.range(0, columns).forEach(column -> head.add(names(result, 0, column, false)));
            lines.add(String.join(" | ", head).strip());
        }
        for (int row = 0; row < rows; row++) {
            List<String> line = new ArrayList<>(List.of(result.axisCount() < 2 ? "" : names(result, 1, row, false)));
            for (int column = 0; column < columns; column++) {
                int ordinal = row * columns + column;
                line.add(result.isError(ordinal) ? "#ERR" : result.isEmpty(ordinal) ? "-" : result.formatted(ordinal));
            }
            lines.add(String.join(" | ", line).strip());
        }
        return String.join("\n", lines);
    }

    private static String value(Object value) {
        return switch (value) {
            case null -> "empty";
            case String text -> '"' + text + '"';
            case Double number
            when !Double.isInfinite(number) && !Double.isNaN(number) ->
                String.format(Locale.ROOT, "%.6f", number).replaceAll("\\.?0+$", "");
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case LocalDateTime moment ->
                moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? moment.toLocalDate().toString()
                        : moment.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT));
            default -> value.toString();
        };
    }
}

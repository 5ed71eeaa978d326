package org.shapan.reports.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shapan.reports.query.FieldPath.Axis;
import org.shapan.reports.query.FieldPath.CellAttribute;
import org.shapan.reports.query.FieldPath.MemberAttribute;

/** Reads the notation that {@link FieldPath} describes. */
final class FieldPathParser {
    private final String text;
    private final List<String> parts;

    private FieldPathParser(String text) {
        this.text = text;
        this.parts = split(text);
    }

    /** @throws IllegalArgumentException naming the text and what was expected */
    static FieldPath parse(String text) {
        return new FieldPathParser(text.strip()).parse();
    }

    private FieldPath parse() {
        return switch (parts.getFirst().toLowerCase(Locale.ROOT)) {
            case "rows" -> member(Axis.ROWS);
            case "columns" -> member(Axis.COLUMNS);
            case "slicer" -> member(Axis.SLICER);
            default -> cell();
        };
    }

    private FieldPath member(Axis axis) {
        int at = 1;
        String which = nameFrom(at);
        at += segments(at);
        int up = 0;
        while (at < parts.size() && parts.get(at).equalsIgnoreCase("parent")) {
            up++;
            at++;
        }
        if (which.isEmpty() || at >= parts.size()) {
            throw bad("a hierarchy and an attribute such as " + text + ".caption");
        }
        if (parts.get(at).equalsIgnoreCase("property") && at + 2 == parts.size()) {
            return new FieldPath.OfProperty(axis, which, up, unbracketed(parts.get(at + 1)));
        }
        if (at + 1 != parts.size()) {
            throw bad("one attribute after the hierarchy");
        }
        return new FieldPath.OfMember(axis, which, up, attribute(MemberAttribute.class, parts.get(at)));
    }

    private FieldPath cell() {
        String column = nameFrom(0);
        int at = segments(0);
        if (column.isEmpty()) {
            throw bad("rows, columns, slicer, a column number or [Measures].[…]");
        }
        if (at == parts.size()) {
            return new FieldPath.OfCell(column, CellAttribute.VALUE);
        }
        if (at + 1 != parts.size()) {
            throw bad("one attribute after the column");
        }
        return new FieldPath.OfCell(column, attribute(CellAttribute.class, parts.get(at)));
    }

    /** A number, or the run of bracketed segments from {@code from}, joined again; empty when there is neither. */
    private String nameFrom(int from) {
        return String.join(".", parts.subList(Math.min(from, parts.size()), from + segments(from)));
    }

    private int segments(int from) {
        if (from < parts.size() && parts.get(from).chars().allMatch(Character::isDigit)) {
            return 1;
        }
        int count = 0;
        while (from + count < parts.size() && parts.get(from + count).matches("(?s)[&\\[].*")) {
            count++;
        }
        return count;
    }

    private <E extends Enum<E>> E attribute(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().replace("_", "").equalsIgnoreCase(word)) {
                return constant;
            }
        }
        throw bad("one of "
                + Stream.of(type.getEnumConstants())
                        .map(e -> e.name().replace("_", "").toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    private static String unbracketed(String part) {
        return part.startsWith("[") ? part.substring(1, part.length() - 1).replace("]]", "]") : part;
    }

    /** Splits at points outside brackets; commas between names stay inside the part. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[') {
                quoted = true;
            } else if (c == ']') {
                quoted = false;
            } else if (c == '.' && !quoted) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    private IllegalArgumentException bad(String expected) {
        return new IllegalArgumentException("field \"" + text + "\": expected " + expected);
    }
}

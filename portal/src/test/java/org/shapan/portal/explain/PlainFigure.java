package org.shapan.portal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.shapan.insight.Expectation;
import org.shapan.insight.MonthlySeries;
import org.shapan.portal.board.Compared;
import org.shapan.portal.board.FigureText;
import org.shapan.portal.board.Form;
import org.shapan.portal.board.JudgedFigure;
import org.shapan.portal.cubes.CiProvince;

/**
 * A figure by plain SQL alone: its months, and what a board must make of them.
 *
 * @param series what SQL has, by month
 * @param reference name of what it is compared with, {@code EXPECTATION}, {@code LAST_MONTH} or {@code LAST_YEAR}
 */
public record PlainFigure(MonthlySeries series, YearMonth month, Form form, String reference) {
    private static final FigureText TEXT = new FigureText(Asked.FIGURES, Asked.WORDS);

    /**
     * The months of one column.
     *
     * @param rows by the month as SQL has it, {@code 201003}
     */
    public static MonthlySeries months(Map<Integer, ? extends Map<String, Object>> rows, String column) {
        Map<YearMonth, Double> values = new HashMap<>();
        rows.forEach((month, row) -> {
            if (row.get(column) instanceof Number value) {
                values.put(YearMonth.of(month / 100, month % 100), value.doubleValue());
            }
        });
        return new MonthlySeries(values);
    }

    /** Asks for every number of a tile; each is what SQL makes of it. */
    public void equalsTile(CiProvince province, JudgedFigure figure, IntFunction<NumberQuestion> numbers)
            throws Exception {
        Asked.equalsSql(province, numbers.apply(0), series.value(month).orElseThrow());
        List<Compared> compared = TEXT.compared(figure, reference);
        for (int i = 0; i < compared.size(); i++) {
            NumberQuestion question = numbers.apply(i + 1);
            OptionalDouble expected = of(compared.get(i).kind());
            assertThat(expected).as(question.name()).isPresent();
            Asked.equalsSql(province, question, expected.getAsDouble());
        }
    }

    /** What a comparison must be; of a limit, which is a parameter, the figure that is held against it. */
    OptionalDouble of(Compared.Kind kind) {
        return switch (kind) {
            case LIMIT -> series.value(month);
            case REFERENCE -> compared();
            case DEVIATION -> deviation();
            case LAST_MONTH -> against(series.value(month.minusMonths(1)), isRelative());
            case LAST_YEAR -> against(series.value(month.minusYears(1)), isRelative());
        };
    }

    /** What the figure is compared with. */
    public OptionalDouble compared() {
        return switch (reference) {
            case "LAST_MONTH" -> series.value(month.minusMonths(1));
            case "LAST_YEAR" -> series.value(month.minusYears(1));
            default -> form == Form.BALANCE ? Expectation.ofBalance(series, month) : Expectation.of(series, month);
        };
    }

    /** How far the figure is from it: relative, in points, or as a difference. */
    public OptionalDouble deviation() {
        return against(compared(), isRelative() && form != Form.CHANGE);
    }

    private boolean isRelative() {
        return !form.isRatio() && form != Form.BALANCE;
    }

    private OptionalDouble against(OptionalDouble base, boolean relative) {
        OptionalDouble value = series.value(month);
        if (value.isEmpty() || base.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                relative ? value.getAsDouble() / base.getAsDouble() - 1 : value.getAsDouble() - base.getAsDouble());
    }
}

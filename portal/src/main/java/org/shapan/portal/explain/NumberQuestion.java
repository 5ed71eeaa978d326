package org.shapan.portal.explain;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.portal.link.AreaPivotLink;
import org.shapan.portal.widget.State;

/**
 * A number of a board, and what must be known to ask the cubes for it again. All texts are in the reader's language.
 *
 * @param name what the board calls it
 * @param id of the domain, of the figure or of the rule; empty for none
 * @param shown as the board writes it
 * @param value what the board has; NaN where the number is none of the cubes, such as the points of a rule
 * @param state as judged; {@code NONE} where nothing judges it
 * @param cube whose cells it is made of
 * @param write writes the number in full
 * @param facts what it is compared with and what judged it
 * @param pivot link of the pivot that shows the cell under the same filters; where the number is made of several months, they stand side
 *     by side in it; null for none
 */
public record NumberQuestion(
        String name,
        String id,
        String shown,
        double value,
        State state,
        String cube,
        Formula formula,
        DoubleFunction<String> write,
        List<Fact> facts,
        String pivot) {
    /** The name of the number in {@link #mdx()}, where it is made of several cells. */
    public static final String NUMBER = "[Measures].[Number]";

    /** A term and what is said of it, in words. */
    public record Fact(String term, String text) {
        public Fact {
            requireNonNull(term, "term is null");
            requireNonNull(text, "text is null");
        }
    }

    public NumberQuestion {
        requireNonNull(name, "name is null");
        requireNonNull(state, "state is null");
        requireNonNull(cube, "cube is null");
        requireNonNull(formula, "formula is null");
        facts = List.copyOf(facts);
        List<String> months = formula.members(CalendarMonths.HIERARCHY);
        pivot = pivot == null || months.isEmpty() ? pivot : AreaPivotLink.over(pivot, months);
    }

    /** The figure's own cell: the first of the formula. */
    public CubeCell cell() {
        return formula.cells().values().iterator().next();
    }

    /** The statement that gives the number in its first cell; where it is made of several cells, these follow. */
    public String mdx() {
        CubeCell cell = cell();
        if (formula.isCell()) {
            String where = cell.members().isEmpty()
                    ? ""
                    : cell.members().stream().map(Object::toString).collect(Collectors.joining(", ", "\nWHERE (", ")"));
            return "SELECT { " + cell.measureName() + " } ON COLUMNS\nFROM [" + cube + "]" + where;
        }
        StringBuilder mdx = new StringBuilder("WITH\n");
        List<String> columns = new ArrayList<>(List.of(NUMBER));
        for (Map.Entry<String, CubeCell> each : formula.cells().entrySet()) {
            String name = "[Measures].[" + each.getKey().replace("]", "]]") + "]";
            mdx.append("  MEMBER ")
                    .append(name)
                    .append(" AS ")
                    .append(each.getValue().tuple())
                    .append('\n');
            columns.add(name);
        }
        return mdx.append("  MEMBER ")
                .append(NUMBER)
                .append(" AS ")
                .append(formula.expression())
                .append("\nSELECT { ")
                .append(String.join(", ", columns))
                .append(" } ON COLUMNS\nFROM [")
                .append(cube)
                .append("]")
                .toString();
    }
}

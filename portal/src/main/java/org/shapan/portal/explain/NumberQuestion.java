package org.shapan.portal.explain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.DoubleFunction;
import org.shapan.engine.api.MemberName;
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
 * @param cube whose cells or rows it is made of
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
        NumberSource source,
        DoubleFunction<String> write,
        List<Fact> facts,
        String pivot) {
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
        requireNonNull(source, "source is null");
        facts = List.copyOf(facts);
        List<String> months = source instanceof Formula formula ? formula.members(CalendarMonths.HIERARCHY) : List.of();
        pivot = pivot == null || months.isEmpty() ? pivot : AreaPivotLink.over(pivot, months);
    }

    /** The same number where a board writes it otherwise. */
    public NumberQuestion shownAs(String other) {
        return new NumberQuestion(name, id, other, value, state, cube, source, write, facts, pivot);
    }

    /** The members at which the number lies. */
    public List<MemberName> place() {
        return source.place();
    }

    /** The statement that gives the number in its first cell, where it is made of several cells followed by these, or the rows it comes from. */
    public String mdx() {
        return source.mdx(cube);
    }
}

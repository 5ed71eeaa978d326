package org.shapan.portal.explain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.shapan.portal.board.JudgedFigure;
import org.shapan.portal.explain.NumberQuestion.Fact;

/**
 * A judged figure of a board and the cell of the cubes that it is.
 *
 * @param name what the board calls it
 * @param id of the domain
 * @param reference name of what it is compared with: {@code EXPECTATION}, {@code LAST_MONTH} or {@code LAST_YEAR}
 * @param rule what judged it, in words
 * @param pivot link of the pivot that shows the cell
 */
public record AskedFigure(
        String name,
        String id,
        JudgedFigure figure,
        String reference,
        String cube,
        CubeCell cell,
        List<Fact> rule,
        String pivot) {
    public AskedFigure {
        requireNonNull(name, "name is null");
        requireNonNull(figure, "figure is null");
        requireNonNull(cell, "cell is null");
        rule = List.copyOf(rule);
    }
}

package org.shapan.portal.explain;

import java.util.List;
import java.util.OptionalDouble;
import org.shapan.engine.api.QueryLoads;

/**
 * What the cubes say to a question.
 *
 * @param number what they answer now; empty where they have nothing
 * @param measure caption of the measure in the reader's language
 * @param definition what the catalog says of the measure; may be empty
 * @param formula of a calculated measure, as MDX; empty for a stored one
 * @param place where the number stands: a dimension and the member with those above it, for each hierarchy that the question names
 * @param cells those that the number is made of
 * @param loads which segment, aggregate or fact table served them
 */
public record Explanation(
        OptionalDouble number,
        String measure,
        String definition,
        String formula,
        List<Coordinate> place,
        List<UsedCell> cells,
        QueryLoads loads) {
    /** A dimension and a member, in words. */
    public record Coordinate(String dimension, String member) {}

    /**
     * A cell that the number is made of.
     *
     * @param name in the statement
     * @param label what tells it from the others, in words
     * @param value formatted as the catalog says; empty for none
     */
    public record UsedCell(String name, String label, String value) {}

    public Explanation {
        place = List.copyOf(place);
        cells = List.copyOf(cells);
    }
}

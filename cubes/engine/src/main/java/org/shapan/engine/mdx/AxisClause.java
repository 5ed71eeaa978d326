package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.shapan.engine.api.Region;

/**
 * {@code [NON EMPTY] set [DIMENSION PROPERTIES …] ON axis}.
 *
 * @param ordinal 0 for columns, 1 for rows, 2 pages, 3 chapters, 4 sections, and so on
 * @param dimensionProperties empty when there is no such clause
 */
public record AxisClause(
        int ordinal, boolean nonEmpty, Expression set, List<Identifier> dimensionProperties, Region region) {

    static final List<String> AXIS_NAMES = List.of("COLUMNS", "ROWS", "PAGES", "CHAPTERS", "SECTIONS");

    public AxisClause {
        requireNonNull(set, "set is null");
        dimensionProperties = List.copyOf(dimensionProperties);
        requireNonNull(region, "region is null");
        if (ordinal < 0) {
            throw new IllegalArgumentException("axis " + ordinal);
        }
    }

    /** {@code COLUMNS}, {@code ROWS} …, from the sixth axis on {@code AXIS(5)}. */
    public static String axisName(int ordinal) {
        return ordinal < AXIS_NAMES.size() ? AXIS_NAMES.get(ordinal) : "AXIS(" + ordinal + ")";
    }
}

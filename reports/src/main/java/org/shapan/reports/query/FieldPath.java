package org.shapan.reports.query;

/**
 * What a field of an {@code mdx} dataset reads from the cell set; written in the field's description, or in its name
 * when it has none.
 *
 * <pre>
 * rows.0.caption                                  first hierarchy of the rows axis
 * rows.[Area].[Managed].parent.uniqueName         the hierarchy by its unique name, one step up
 * columns.[Measures].[ARPU].caption               last member of that column
 * slicer.0.caption                                first member of the slicer
 * rows.0.total                                    whether it stands above the deepest rows
 * [Measures].[ARPU]                               value of the cell in that column
 * [Measures].[ARPU].formatted                     the same, in the engine's format
 * 0.expected                                      column by its number
 * </pre>
 */
sealed interface FieldPath {
    /** A member of a rows, columns or slicer position, {@code up} levels above it. */
    record OfMember(Axis axis, String which, int up, MemberAttribute attribute) implements FieldPath {}

    /** A member property by name, e.g. {@code rows.0.property.owner_name}. */
    record OfProperty(Axis axis, String which, int up, String property) implements FieldPath {}

    /** A cell of the current row; {@code column} is a number or member unique names joined by commas. */
    record OfCell(String column, CellAttribute attribute) implements FieldPath {}

    enum Axis {
        ROWS,
        COLUMNS,
        SLICER
    }

    enum MemberAttribute {
        CAPTION,
        NAME,
        UNIQUE_NAME,
        LEVEL,
        DEPTH,
        /** Whether the member stands above the deepest ones of the rows: it is their total. */
        TOTAL
    }

    /** What is read of a cell; some of it is answered by {@link org.shapan.reports.insight.ReportInsight}. */
    enum CellAttribute {
        VALUE(false),
        FORMATTED(false),
        FORMAT(false),
        EXPECTED(true),
        LOW(true),
        HIGH(true),
        DIFFERENCE(true),
        DEVIATION(true),
        CONTRIBUTION(true),
        STATE(true);

        private final boolean needsInsight;

        CellAttribute(boolean needsInsight) {
            this.needsInsight = needsInsight;
        }

        boolean needsInsight() {
            return needsInsight;
        }
    }
}

package org.shapan.portal.pivot;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * How a pivot stands on the screen; figures do not depend on it.
 *
 * @param form how the heads of rows stand
 * @param repeat whether a head is written in every row it is for
 * @param slicers unique names of filtering hierarchies whose members stand beside the grid as buttons
 * @param full whether the grid has the screen for itself
 */
public record PivotLook(Form form, boolean repeat, List<String> slicers, boolean full) {
    /** How the heads of rows stand. */
    public enum Form {
        /** A column for each level, heads merged. */
        TABULAR,
        /** A column for each level; a group has a row of its own, above its details. */
        OUTLINE,
        /** One column, inner levels indented; a group has a row of its own, above its details. */
        COMPACT
    }

    public static final PivotLook DEFAULT = new PivotLook(Form.TABULAR, false, List.of(), false);

    public PivotLook {
        requireNonNull(form, "form is null");
        slicers = List.copyOf(slicers);
    }

    public PivotLook withForm(Form next) {
        return new PivotLook(next, repeat, slicers, full);
    }

    public PivotLook withRepeat(boolean repeated) {
        return new PivotLook(form, repeated, slicers, full);
    }

    /** Shows a slicer for a hierarchy, or takes it away. */
    public PivotLook toggleSlicer(String hierarchy) {
        List<String> next = new ArrayList<>(slicers);
        if (!next.remove(hierarchy)) {
            next.add(hierarchy);
        }
        return new PivotLook(form, repeat, next, full);
    }

    /** Without slicers of other hierarchies. */
    PivotLook among(List<String> hierarchies) {
        return new PivotLook(
                form, repeat, slicers.stream().filter(hierarchies::contains).toList(), full);
    }

    public PivotLook withFull(boolean alone) {
        return new PivotLook(form, repeat, slicers, alone);
    }
}

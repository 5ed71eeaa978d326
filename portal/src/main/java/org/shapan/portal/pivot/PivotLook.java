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
 * @param asked unique names of filtering hierarchies whose members are asked for when the pivot is opened
 * @param technical whether the field list offers what the catalog hides
 * @param full whether the grid has the screen for itself
 */
public record PivotLook(
        Form form, boolean repeat, List<String> slicers, List<String> asked, boolean technical, boolean full) {
    /** How the heads of rows stand. */
    public enum Form {
        /** A column for each level, heads merged. */
        TABULAR,
        /** A column for each level; a group has a row of its own, above its details. */
        OUTLINE,
        /** One column, inner levels indented; a group has a row of its own, above its details. */
        COMPACT
    }

    public static final PivotLook DEFAULT = new PivotLook(Form.TABULAR, false, List.of(), List.of(), false, false);

    public PivotLook {
        requireNonNull(form, "form is null");
        slicers = List.copyOf(slicers);
        asked = List.copyOf(asked);
    }

    public PivotLook withForm(Form next) {
        return new PivotLook(next, repeat, slicers, asked, technical, full);
    }

    public PivotLook withRepeat(boolean repeated) {
        return new PivotLook(form, repeated, slicers, asked, technical, full);
    }

    /** Shows a slicer for a hierarchy, or takes it away. */
    public PivotLook toggleSlicer(String hierarchy) {
        return new PivotLook(form, repeat, toggled(slicers, hierarchy), asked, technical, full);
    }

    /** Asks for members of a hierarchy when the pivot is opened, or no longer. */
    public PivotLook toggleAsked(String hierarchy) {
        return new PivotLook(form, repeat, slicers, toggled(asked, hierarchy), technical, full);
    }

    private static List<String> toggled(List<String> names, String name) {
        List<String> next = new ArrayList<>(names);
        if (!next.remove(name)) {
            next.add(name);
        }
        return next;
    }

    /** Without slicers and questions of other hierarchies. */
    PivotLook among(List<String> hierarchies) {
        return new PivotLook(
                form,
                repeat,
                slicers.stream().filter(hierarchies::contains).toList(),
                asked.stream().filter(hierarchies::contains).toList(),
                technical,
                full);
    }

    public PivotLook withTechnical(boolean shown) {
        return new PivotLook(form, repeat, slicers, asked, shown, full);
    }

    public PivotLook withFull(boolean alone) {
        return new PivotLook(form, repeat, slicers, asked, technical, alone);
    }
}

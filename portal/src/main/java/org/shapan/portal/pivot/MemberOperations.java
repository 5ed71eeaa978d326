package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the menu of the grid does to members of a hierarchy that stands on rows or columns. */
final class MemberOperations {
    private MemberOperations() {}

    /** Only these members with all below them are left. */
    static PivotModel keepOnly(PivotModel model, String hierarchy, List<String> members) {
        return model.select(hierarchy, kept(model.selection(hierarchy), members));
    }

    /** These members with all below them are left out. */
    static PivotModel exclude(PivotModel model, String hierarchy, List<String> members) {
        Selection selection = model.selection(hierarchy);
        for (String member : members) {
            selection = selection.exclude(member);
        }
        return model.select(hierarchy, selection);
    }

    /** The children of a member stand in place of all that is shown of its hierarchy. */
    static PivotModel drillDown(PivotModel model, String hierarchy, String member) {
        Selection below = kept(
                model.selection(hierarchy),
                List.of(Pick.of(Pick.Kind.CHILDREN, member).write()));
        return model.select(hierarchy, below);
    }

    /** All members of a level stand in place of those below it. */
    static PivotModel drillUp(PivotModel model, String hierarchy, String level) {
        return model.change(hierarchy, field -> field.at(level));
    }

    /**
     * Breaks members down by another hierarchy: the members filter the pivot, and the other hierarchy stands where theirs
     * stood. An order of the rows that rests on it is forgotten.
     *
     * @param level at which the other hierarchy starts
     */
    static PivotModel across(PivotModel model, String hierarchy, List<String> members, String other, String level) {
        AxisField instead = AxisField.of(other, level).with(model.selection(other));
        UnaryOperator<AxisField> swap = field -> field.hierarchy().equals(hierarchy) ? instead : field;
        PivotModel rest = model.remove(other);
        List<FilterField> filters = new ArrayList<>(rest.filters());
        filters.add(new FilterField(hierarchy, kept(model.selection(hierarchy), members)));
        boolean ordered = model.sort() != null
                && (model.sort().hierarchy().equals(hierarchy)
                        || model.sort().by().stream().anyMatch(name -> name.startsWith(hierarchy + ".")));
        return rest.withAxes(
                        rest.rows().stream().map(swap).toList(),
                        rest.columns().stream().map(swap).toList())
                .withFilters(filters)
                .withSort(ordered ? null : model.sort());
    }

    /** What was left out below the picks stays left out. */
    private static Selection kept(Selection before, List<String> picks) {
        List<String> without = before.without().stream()
                .filter(left -> picks.stream()
                        .anyMatch(pick -> left.startsWith(Pick.parse(pick).member() + ".")))
                .toList();
        return new Selection(picks, without);
    }
}

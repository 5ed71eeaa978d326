package org.shapan.portal.pivot;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A hierarchy on rows or columns.
 *
 * @param hierarchy unique name
 * @param level unique name of the level it starts at
 * @param members which members it starts with; without picks all members of the level
 * @param expansion which members show their children
 * @param conditions what the members it starts with must fulfil, applied in order
 * @param subtotal whether its groups have subtotals
 */
public record AxisField(
        String hierarchy,
        String level,
        Selection members,
        Expansion expansion,
        List<Condition> conditions,
        boolean subtotal) {
    public AxisField {
        requireNonNull(hierarchy, "hierarchy is null");
        requireNonNull(level, "level is null");
        requireNonNull(members, "members is null");
        requireNonNull(expansion, "expansion is null");
        conditions = List.copyOf(conditions);
    }

    public static AxisField of(String hierarchy, String level) {
        return new AxisField(hierarchy, level, Selection.ALL, Expansion.NONE, List.of(), true);
    }

    /** What it starts with, see {@link Selection#picked}. */
    public List<String> picked() {
        return members.picked();
    }

    /** Members opened one by one, see {@link Expansion#open}. */
    public List<String> open() {
        return expansion.open();
    }

    /** Starts at another level; picked and opened members and conditions are forgotten. */
    public AxisField at(String otherLevel) {
        return new AxisField(hierarchy, otherLevel, Selection.ALL, Expansion.NONE, List.of(), subtotal);
    }

    /** Starts with these members; nothing is open. */
    public AxisField pick(List<String> picks) {
        return with(Selection.of(picks)).with(Expansion.NONE);
    }

    public AxisField with(Selection selection) {
        return new AxisField(hierarchy, level, selection, expansion, conditions, subtotal);
    }

    public AxisField with(Expansion opened) {
        return new AxisField(hierarchy, level, members, opened, conditions, subtotal);
    }

    public AxisField withConditions(List<Condition> next) {
        return new AxisField(hierarchy, level, members, expansion, next, subtotal);
    }

    public AxisField withSubtotal(boolean shown) {
        return new AxisField(hierarchy, level, members, expansion, conditions, shown);
    }

    /** Opens a closed member, closes one that was opened by itself. */
    public AxisField toggle(String member) {
        return toggle(member, open().contains(member));
    }

    /** Opens or closes a member. */
    public AxisField toggle(String member, boolean opened) {
        return with(expansion.toggle(member, opened));
    }
}

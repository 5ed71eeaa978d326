package org.shapan.portal.pivot;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.olap4j.metadata.Member;

/**
 * The members of a hierarchy that filters, as buttons: of time its latest periods with data, else the members of the level of what is
 * chosen, at first the topmost.
 *
 * @param timeline whether the buttons are periods, one after the other
 * @param buttons as far as there is room for them
 * @param more how many members have no button
 */
record Slicer(String hierarchy, boolean timeline, List<Button> buttons, int more) {
    /** Buttons that a slicer has at most; what it has no button for is chosen in the picker. */
    static final int MOST_BUTTONS = 36;

    /**
     * A member.
     *
     * @param member unique name
     * @param group caption of the member above it; "" where there is none
     * @param on whether the filter lets it through, or a part of it
     */
    record Button(String member, String caption, String group, boolean on) {
        /** Its caption without that of its group: a month without its year. */
        String brief() {
            String brief = caption.replace(group, "").strip();
            return brief.isEmpty() ? caption : brief;
        }
    }

    /** How a button is pressed. */
    enum Press {
        /** Only this member counts; all do where it was the only one. */
        ALONE,
        /** This member counts, too, or no more. */
        ADD,
        /** All from the first that counts to this one. */
        UNTIL
    }

    Slicer {
        buttons = List.copyOf(buttons);
    }

    /** The slicers of a model, as the person sees their members. */
    static List<Slicer> read(PivotSession session, PivotModel model, PivotFields fields) throws SQLException {
        List<Slicer> slicers = new ArrayList<>();
        for (String hierarchy : model.look().slicers()) {
            slicers.add(read(session, model, fields, fields.hierarchy(hierarchy).orElseThrow()));
        }
        return slicers;
    }

    private static Slicer read(
            PivotSession session, PivotModel model, PivotFields fields, PivotFields.HierarchyField hierarchy)
            throws SQLException {
        Selection selection = model.selection(hierarchy.uniqueName());
        List<Member> chosen = selection.picked().isEmpty()
                ? List.of()
                : session.set(
                        model.cube(), new PivotSets(model, fields).picks(hierarchy.uniqueName(), selection.picked()));
        Set<String> on = new HashSet<>();
        chosen.forEach(member -> around(member, on));
        Set<String> picked =
                new HashSet<>(chosen.stream().map(Member::getUniqueName).toList());
        List<Member> members;
        int more;
        if (hierarchy.time()) {
            members = session.set(
                    model.cube(),
                    "NonEmpty(" + hierarchy.periods().uniqueName() + ".Members, {" + fields.firstStored() + "})");
            more = Math.max(0, members.size() - MOST_BUTTONS);
            members = members.subList(more, members.size());
        } else {
            MemberTree tree = session.members(model.cube(), hierarchy.uniqueName());
            String level = level(chosen, hierarchy, tree);
            members = session.set(model.cube(), "Head(" + level + ".Members, " + MOST_BUTTONS + ")");
            more = Math.max(0, tree.count(level) - members.size());
        }
        List<Button> buttons = new ArrayList<>();
        for (Member member : members) {
            boolean rest = picked.isEmpty() && !selection.without().isEmpty();
            boolean out = selection.without().contains(member.getUniqueName());
            buttons.add(new Button(
                    member.getUniqueName(),
                    member.getCaption(),
                    group(member, hierarchy.time()),
                    !out && (rest || on.contains(member.getUniqueName()) || above(member, picked))));
        }
        return new Slicer(hierarchy.uniqueName(), hierarchy.time(), buttons, more);
    }

    /** The level of what is chosen where it is one, else the first that has several members. */
    private static String level(List<Member> chosen, PivotFields.HierarchyField hierarchy, MemberTree tree)
            throws SQLException {
        List<String> levels = chosen.stream()
                .map(member -> member.getLevel().getUniqueName())
                .distinct()
                .toList();
        if (levels.size() == 1) {
            return levels.getFirst();
        }
        for (PivotFields.LevelField level : hierarchy.levels()) {
            if (tree.count(level.uniqueName()) > 1) {
                return level.uniqueName();
            }
        }
        return hierarchy.deepest().uniqueName();
    }

    /** The member above; of a period its year. */
    private static String group(Member member, boolean topmost) {
        Member group = member.getParentMember();
        while (topmost
                && group != null
                && group.getParentMember() != null
                && !group.getParentMember().isAll()) {
            group = group.getParentMember();
        }
        return group == null || group.isAll() ? "" : group.getCaption();
    }

    private static void around(Member member, Set<String> names) {
        for (Member step = member; step != null; step = step.getParentMember()) {
            names.add(step.getUniqueName());
        }
    }

    private static boolean above(Member member, Set<String> picked) {
        for (Member step = member; step != null; step = step.getParentMember()) {
            if (picked.contains(step.getUniqueName())) {
                return true;
            }
        }
        return false;
    }

    /** The model after a button was pressed. */
    PivotModel press(PivotModel model, String member, Press press) {
        List<String> on =
                buttons.stream().filter(Button::on).map(Button::member).toList();
        List<String> next = new ArrayList<>();
        switch (press) {
            case ALONE -> {
                if (!on.equals(List.of(member))) {
                    next.add(member);
                }
            }
            case ADD -> {
                next.addAll(on);
                if (!next.remove(member)) {
                    next.add(member);
                }
            }
            case UNTIL -> {
                List<String> all = buttons.stream().map(Button::member).toList();
                int to = all.indexOf(member);
                int from = on.isEmpty() ? to : all.indexOf(on.getFirst());
                next.addAll(all.subList(Math.min(from, to), Math.max(from, to) + 1));
            }
        }
        return model.select(hierarchy, Selection.of(next));
    }

    /** Buttons by the group they stand in, in order. */
    Map<String, List<Button>> groups() {
        Map<String, List<Button>> groups = new LinkedHashMap<>();
        buttons.forEach(button -> groups.computeIfAbsent(button.group(), name -> new ArrayList<>())
                .add(button));
        return groups;
    }

    /** Whether everything counts. */
    boolean all() {
        return buttons.stream().noneMatch(Button::on);
    }
}

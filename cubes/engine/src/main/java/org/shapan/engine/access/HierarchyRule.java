package org.shapan.engine.access;

import java.util.ArrayList;
import java.util.List;
import org.shapan.engine.catalog.RoleDefinition.Rollup;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMember;

/**
 * What a role sees of one hierarchy.
 *
 * @param top depth of the highest level seen
 * @param bottom depth of the deepest
 */
record HierarchyRule(Hierarchy hierarchy, int top, int bottom, Rollup rollup, MemberRule members) {

    static HierarchyRule everything(Hierarchy hierarchy) {
        return new HierarchyRule(hierarchy, 0, hierarchy.levels().size() - 1, Rollup.FULL, MemberRule.EVERYTHING);
    }

    /** The most permissive of several. */
    static HierarchyRule union(List<HierarchyRule> rules) {
        HierarchyRule first = rules.get(0);
        if (rules.size() == 1) {
            return first;
        }
        int top = first.top;
        int bottom = first.bottom;
        Rollup rollup = first.rollup;
        List<MemberRule> members = new ArrayList<>();
        for (HierarchyRule rule : rules) {
            top = Math.min(top, rule.top);
            bottom = Math.max(bottom, rule.bottom);
            rollup = rule.rollup.compareTo(rollup) < 0 ? rule.rollup : rollup;
            members.add(rule.members);
        }
        boolean everything = members.contains(MemberRule.EVERYTHING);
        return new HierarchyRule(
                first.hierarchy,
                top,
                bottom,
                rollup,
                everything ? MemberRule.EVERYTHING : new MemberRule.Union(members));
    }

    boolean isEverything() {
        return members == MemberRule.EVERYTHING
                && top == 0
                && bottom == hierarchy.levels().size() - 1;
    }

    boolean restrictsRollup() {
        return rollup != Rollup.FULL && members != MemberRule.EVERYTHING;
    }

    List<Level> levels() {
        return hierarchy.levels().subList(top, bottom + 1);
    }

    boolean sees(Member member) {
        int depth = member.level().depth();
        return depth >= top
                && depth <= bottom
                && (members == MemberRule.EVERYTHING || members.state(stored(member)) != MemberRule.State.NONE);
    }

    /** A data member is seen where its owner is. */
    private static Member stored(Member member) {
        return member instanceof StoredMember s && s.isDataMember() ? s.parent() : member;
    }

    /** See {@link CubeAccess#rollup}. */
    List<Member> rollup(Member member) {
        return restrictsRollup() ? rows(member) : null;
    }

    /** See {@link CubeAccess#rows}. */
    List<Member> rows(Member member) {
        if (members == MemberRule.EVERYTHING || members.state(stored(member)) == MemberRule.State.ALL) {
            return null;
        }
        if (rollup == Rollup.HIDDEN) {
            return List.of();
        }
        List<Member> parts = new ArrayList<>();
        collect(member, parts);
        return List.copyOf(parts);
    }

    private void collect(Member member, List<Member> parts) {
        for (Member child : hierarchy.children(member)) {
            switch (members.state(child)) {
                case ALL -> parts.add(child);
                case PART -> collect(child, parts);
                case NONE -> {
                    // hidden rows do not count
                }
            }
        }
    }
}

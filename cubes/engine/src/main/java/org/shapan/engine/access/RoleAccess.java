package org.shapan.engine.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.NullMember;

/** A cube as a role sees it, hierarchy by hierarchy. */
final class RoleAccess implements CubeAccess {
    private final Cube cube;
    /** By ordinal; null where the hierarchy is hidden. */
    private final HierarchyRule[] rules;

    private final Map<Level, List<Member>> membersByLevel = new ConcurrentHashMap<>();

    RoleAccess(Cube cube, HierarchyRule[] rules) {
        this.cube = cube;
        this.rules = rules;
    }

    private HierarchyRule rule(Hierarchy hierarchy) {
        return rules[hierarchy.ordinal()];
    }

    @Override
    public Cube cube() {
        return cube;
    }

    @Override
    public boolean canSee(Hierarchy hierarchy) {
        return rule(hierarchy) != null;
    }

    @Override
    public boolean canSee(Member member) {
        HierarchyRule rule = rule(member.hierarchy());
        return rule != null
                && (member instanceof CalculatedMember || member instanceof NullMember || rule.sees(member));
    }

    @Override
    public List<Level> levels(Hierarchy hierarchy) {
        HierarchyRule rule = rule(hierarchy);
        return rule == null ? List.of() : rule.levels();
    }

    @Override
    public Member defaultMember(Hierarchy hierarchy) {
        Member member = hierarchy.defaultMember();
        if (!canSee(hierarchy) || canSee(member)) {
            return member;
        }
        List<Member> visible = roots(hierarchy);
        if (visible.size() > 1 && standsForRoots(hierarchy)) {
            return hierarchy.allMember();
        }
        return visible.isEmpty() ? hierarchy.nullMember() : visible.get(0);
    }

    /** Above a top level with several members the all member, which is not seen itself, stands for them together. */
    private boolean standsForRoots(Hierarchy hierarchy) {
        HierarchyRule rule = rule(hierarchy);
        return rule != null && rule.top() > 0 && hierarchy.hasAll();
    }

    @Override
    public Member parent(Member member) {
        Member parent = member.parent();
        return parent != null && canSee(parent) ? parent : null;
    }

    @Override
    public List<Member> roots(Hierarchy hierarchy) {
        HierarchyRule rule = rule(hierarchy);
        if (rule == null) {
            return List.of();
        }
        return rule.top() == 0
                ? visible(rule, hierarchy.roots())
                : members(hierarchy.levels().get(rule.top()));
    }

    @Override
    public List<Member> children(Member parent) {
        HierarchyRule rule = rule(parent.hierarchy());
        return rule == null ? List.of() : visible(rule, parent.hierarchy().children(parent));
    }

    @Override
    public List<Member> members(Level level) {
        HierarchyRule rule = rule(level.hierarchy());
        if (rule == null || level.depth() < rule.top() || level.depth() > rule.bottom()) {
            return List.of();
        }
        if (rule.members() == MemberRule.EVERYTHING) {
            return level.hierarchy().members(level);
        }
        List<Member> known = membersByLevel.get(level);
        if (known == null) {
            known = visible(rule, level.hierarchy().members(level));
            membersByLevel.put(level, known);
        }
        return known;
    }

    private static List<Member> visible(HierarchyRule rule, List<Member> all) {
        if (rule.isEverything()) {
            return all;
        }
        List<Member> seen = new ArrayList<>();
        for (Member member : all) {
            if (rule.sees(member)) {
                seen.add(member);
            }
        }
        return List.copyOf(seen);
    }

    @Override
    public Member childByName(Hierarchy hierarchy, Member parent, String name) {
        HierarchyRule rule = rule(hierarchy);
        if (rule == null) {
            return null;
        }
        if (parent != null || rule.top() == 0) {
            return seen(hierarchy.childByName(parent, name));
        }
        for (Member root : roots(hierarchy)) {
            if (root.name().equalsIgnoreCase(name)) {
                return root;
            }
        }
        return null;
    }

    @Override
    public Member childByKey(Hierarchy hierarchy, Member parent, String key) {
        return rule(hierarchy) == null ? null : seen(hierarchy.childByKey(parent, key));
    }

    private Member seen(Member member) {
        return member != null && canSee(member) ? member : null;
    }

    @Override
    public List<Member> rollup(Member member) {
        return parts(member, HierarchyRule::rollup);
    }

    @Override
    public List<Member> rows(Member member) {
        return parts(member, HierarchyRule::rows);
    }

    private List<Member> parts(Member member, BiFunction<HierarchyRule, Member, List<Member>> rollup) {
        HierarchyRule rule = rule(member.hierarchy());
        if (rule == null || member instanceof CalculatedMember || member instanceof NullMember) {
            return null;
        }
        return member.isAll() && standsForRoots(member.hierarchy())
                ? partsOf(roots(member.hierarchy()), root -> rollup.apply(rule, root))
                : rollup.apply(rule, member);
    }

    private static List<Member> partsOf(List<Member> roots, Function<Member, List<Member>> rollupOf) {
        List<Member> parts = new ArrayList<>();
        for (Member root : roots) {
            List<Member> rollup = rollupOf.apply(root);
            if (rollup == null) {
                parts.add(root);
            } else {
                parts.addAll(rollup);
            }
        }
        return List.copyOf(parts);
    }

    @Override
    public boolean restrictsRollup(Hierarchy hierarchy) {
        HierarchyRule rule = rule(hierarchy);
        return rule != null && !hierarchy.isMeasures() && (rule.restrictsRollup() || standsForRoots(hierarchy));
    }
}

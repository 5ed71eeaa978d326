package org.shapan.engine.access;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shapan.engine.access.MemberRule.State;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;
import org.shapan.engine.star.StoredMember;

/**
 * What a role sees of a cube within a subselect: sets hold the kept members, what is below them and their ancestors; all members stay.
 * Names still resolve to members outside, and from a member outside everything below it is seen: a formula that goes to the year before
 * finds it whole. How values are rolled up is the role's affair here; what the subselect takes away from them is a region of cells.
 */
public final class SubcubeAccess implements CubeAccess {
    private final CubeAccess role;
    private final KeptMembers[] rules;
    private final Map<Level, List<Member>> membersByLevel = new ConcurrentHashMap<>();
    private final Map<Member, List<Member>> childrenByParent = new ConcurrentHashMap<>();

    /** @param kept at most one rule per hierarchy; hierarchies without one are not restricted */
    public SubcubeAccess(CubeAccess role, Collection<KeptMembers> kept) {
        this.role = requireNonNull(role, "role is null");
        this.rules = new KeptMembers[role.cube().hierarchies().size()];
        kept.forEach(rule -> rules[rule.hierarchy().ordinal()] = rule);
    }

    private KeptMembers rule(Hierarchy hierarchy) {
        return rules[hierarchy.ordinal()];
    }

    private boolean keeps(Member member) {
        KeptMembers rule = rule(member.hierarchy());
        boolean restricted = member instanceof StoredMember || member instanceof StoredMeasure;
        return rule == null || !restricted || member.isAll() || rule.state(member) != State.NONE;
    }

    private List<Member> kept(List<Member> members) {
        return members.stream().filter(this::keeps).toList();
    }

    @Override
    public Cube cube() {
        return role.cube();
    }

    @Override
    public boolean canSee(Hierarchy hierarchy) {
        return role.canSee(hierarchy);
    }

    @Override
    public boolean canSee(Member member) {
        return keeps(member) && role.canSee(member);
    }

    @Override
    public List<Level> levels(Hierarchy hierarchy) {
        return role.levels(hierarchy);
    }

    /** The role's where it is kept; else the all member, or where there is none the first kept member of its level or of the top. */
    @Override
    public Member defaultMember(Hierarchy hierarchy) {
        Member member = role.defaultMember(hierarchy);
        if (keeps(member)) {
            return member;
        }
        if (hierarchy.hasAll() && role.canSee(hierarchy.allMember())) {
            return hierarchy.allMember();
        }
        List<Member> sameLevel = members(member.level());
        List<Member> instead = sameLevel.isEmpty() ? roots(hierarchy) : sameLevel;
        return instead.isEmpty() ? hierarchy.nullMember() : instead.getFirst();
    }

    @Override
    public Member parent(Member member) {
        return role.parent(member);
    }

    @Override
    public List<Member> roots(Hierarchy hierarchy) {
        return kept(role.roots(hierarchy));
    }

    @Override
    public List<Member> children(Member parent) {
        KeptMembers rule = rule(parent.hierarchy());
        if (rule == null || (rule.state(parent) != State.PART && !parent.isAll())) {
            return role.children(parent);
        }
        List<Member> known = childrenByParent.get(parent);
        if (known == null) {
            known = kept(role.children(parent));
            childrenByParent.put(parent, known);
        }
        return known;
    }

    @Override
    public List<Member> members(Level level) {
        if (rule(level.hierarchy()) == null) {
            return role.members(level);
        }
        List<Member> known = membersByLevel.get(level);
        if (known == null) {
            known = kept(role.members(level));
            membersByLevel.put(level, known);
        }
        return known;
    }

    @Override
    public Member childByName(Hierarchy hierarchy, Member parent, String name) {
        return role.childByName(hierarchy, parent, name);
    }

    @Override
    public Member childByKey(Hierarchy hierarchy, Member parent, String key) {
        return role.childByKey(hierarchy, parent, key);
    }

    @Override
    public List<Member> rollup(Member member) {
        return role.rollup(member);
    }

    @Override
    public List<Member> rows(Member member) {
        return role.rows(member);
    }

    @Override
    public boolean restrictsRollup(Hierarchy hierarchy) {
        return role.restrictsRollup(hierarchy);
    }
}

package org.shapan.engine.access;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** The rule of a subselect for one hierarchy: the kept members and all below them are inside, their ancestors are so in part. Thread-safe. */
public final class KeptMembers implements MemberRule {
    private final Hierarchy hierarchy;
    private final Set<Member> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Member> above = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Member, State> known = new ConcurrentHashMap<>();

    /** @param members stored members, in any order; may lie in each other */
    public KeptMembers(Hierarchy hierarchy, Collection<Member> members) {
        this.hierarchy = requireNonNull(hierarchy, "hierarchy is null");
        kept.addAll(members);
        for (Member member : kept) {
            for (Member m = member.parent(); m != null && above.add(m); ) {
                m = m.parent();
            }
        }
    }

    public Hierarchy hierarchy() {
        return hierarchy;
    }

    @Override
    public State state(Member member) {
        for (Member m = member; m != null; m = m.parent()) {
            if (kept.contains(m)) {
                return State.ALL;
            }
        }
        if (!above.contains(member)) {
            return State.NONE;
        }
        State state = known.get(member);
        if (state == null) {
            boolean all = hierarchy.children(member).stream().allMatch(child -> state(child) == State.ALL);
            state = all ? State.ALL : State.PART;
            known.put(member, state);
        }
        return state;
    }
}

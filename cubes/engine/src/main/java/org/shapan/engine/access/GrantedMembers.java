package org.shapan.engine.access;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/**
 * The rule of member grants. A grant counts for the member and all below it until a later one says otherwise; what no grant speaks of
 * is hidden; above what is seen, ancestors are seen too.
 */
final class GrantedMembers implements MemberRule {
    private final Hierarchy hierarchy;
    private final Map<Member, Boolean> grants;
    private final Set<Member> aboveGrants = new HashSet<>();
    private final Map<Member, State> known = new ConcurrentHashMap<>();

    /** @param grantsInOrder member to whether it is granted or denied, iterated in order of the grants */
    GrantedMembers(Hierarchy hierarchy, Map<Member, Boolean> grantsInOrder) {
        this.hierarchy = hierarchy;
        this.grants = new LinkedHashMap<>();
        grantsInOrder.forEach((member, granted) -> {
            grants.keySet().removeIf(earlier -> earlier.isSelfOrDescendantOf(member));
            grants.put(member, granted);
        });
        for (Member member : grants.keySet()) {
            for (Member m = member.parent(); m != null; m = m.parent()) {
                aboveGrants.add(m);
            }
        }
    }

    @Override
    public State state(Member member) {
        if (!aboveGrants.contains(member)) {
            return inherited(member) ? State.ALL : State.NONE;
        }
        State state = known.get(member);
        if (state == null) {
            state = combined(member);
            known.put(member, state);
        }
        return state;
    }

    private State combined(Member member) {
        boolean all = inherited(member);
        boolean any = all;
        for (Member child : hierarchy.children(member)) {
            State state = state(child);
            all &= state == State.ALL;
            any |= state != State.NONE;
        }
        return all ? State.ALL : any ? State.PART : State.NONE;
    }

    /** Whether the nearest grant at or above the member allows it. */
    private boolean inherited(Member member) {
        for (Member m = member; m != null; m = m.parent()) {
            Boolean granted = grants.get(m);
            if (granted != null) {
                return granted;
            }
        }
        return false;
    }
}

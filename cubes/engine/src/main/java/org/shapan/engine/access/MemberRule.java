package org.shapan.engine.access;

import java.util.List;
import org.shapan.engine.star.Member;

/** What of a hierarchy's members may be seen, levels not considered. */
public interface MemberRule {
    enum State {
        NONE,
        /** The member is seen, what is below it only in part. */
        PART,
        ALL
    }

    State state(Member member);

    MemberRule EVERYTHING = member -> State.ALL;

    /** What any of several rules shows. */
    record Union(List<MemberRule> rules) implements MemberRule {
        public Union {
            rules = List.copyOf(rules);
        }

        @Override
        public State state(Member member) {
            State best = State.NONE;
            for (MemberRule rule : rules) {
                State state = rule.state(member);
                if (state == State.ALL) {
                    return State.ALL;
                }
                best = state == State.PART ? state : best;
            }
            return best;
        }
    }
}

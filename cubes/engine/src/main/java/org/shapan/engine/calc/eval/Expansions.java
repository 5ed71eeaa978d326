package org.shapan.engine.calc.eval;

import java.util.Arrays;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Member;

/** The calculated members being computed, each inside the one before: finds the formula that needs its own value. */
final class Expansions {
    /** Below this depth cycles are not looked for: it costs a copy of the context. */
    private static final int WATCHED_FROM = 24;

    private final int maxDepth;
    private CalculatedMember[] members = new CalculatedMember[32];
    private Member[][] contexts = new Member[32][];
    private int depth;

    Expansions(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    void enter(CalculatedMember member, CellContext context) {
        if (depth == members.length) {
            members = Arrays.copyOf(members, depth * 2);
            contexts = Arrays.copyOf(contexts, depth * 2);
        }
        members[depth] = member;
        contexts[depth] = null;
        if (depth >= WATCHED_FROM) {
            for (int i = WATCHED_FROM; i < depth; i++) {
                if (members[i] == member && Arrays.equals(contexts[i], context.members())) {
                    throw Scalars.error(
                            "The formula of " + member.uniqueName() + " needs its own value: infinite recursion");
                }
            }
            contexts[depth] = context.members().clone();
        }
        if (++depth > maxDepth) {
            // An error of the formula, so it stays in its cell.
            throw Scalars.error("Calculated members are " + depth + " deep, last " + member.uniqueName()
                    + "; the limit is shapan.query.max-calculation-depth = " + maxDepth);
        }
    }

    int depth() {
        return depth;
    }

    void leave() {
        depth--;
    }

    void clear() {
        returnTo(0);
    }

    /** Forgets what began behind a depth. */
    void returnTo(int earlier) {
        depth = earlier;
    }
}

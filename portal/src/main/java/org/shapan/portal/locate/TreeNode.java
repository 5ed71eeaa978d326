package org.shapan.portal.locate;

import static java.util.Objects.requireNonNull;

import org.shapan.insight.State;
import org.shapan.insight.UnitLevel;

/**
 * An area or owner in the tree.
 *
 * @param member unique name
 * @param name caption
 * @param seasonal whether the expectation has the season of the year before; else it is the mean of three months
 * @param contribution its difference over that of the root (REV-24)
 */
public record TreeNode(
        String member,
        String name,
        UnitLevel level,
        double actual,
        double expected,
        boolean seasonal,
        double contribution,
        State state) {
    public TreeNode {
        requireNonNull(member, "member is null");
        requireNonNull(level, "level is null");
        requireNonNull(state, "state is null");
    }

    public double difference() {
        return actual - expected;
    }
}

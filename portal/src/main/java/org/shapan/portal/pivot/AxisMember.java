package org.shapan.portal.pivot;

import java.util.HashMap;
import java.util.Map;
import org.olap4j.metadata.Member;

/**
 * A member on an axis, as the layout needs it.
 *
 * @param parent its parent; null at the top
 */
record AxisMember(String uniqueName, String caption, int depth, AxisMember parent) {
    /** Turns olap4j members into axis members, each member once. */
    static final class Reader {
        private final Map<String, AxisMember> known = new HashMap<>();

        AxisMember read(Member member) {
            AxisMember found = known.get(member.getUniqueName());
            if (found == null) {
                Member parent = member.getParentMember();
                found = new AxisMember(
                        member.getUniqueName(),
                        member.getCaption(),
                        member.getDepth(),
                        parent == null ? null : read(parent));
                known.put(member.getUniqueName(), found);
            }
            return found;
        }
    }
}

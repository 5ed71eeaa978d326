package org.shapan.engine.check;

import java.util.HashMap;
import java.util.Map;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.HierarchyTables;
import org.shapan.engine.star.HierarchyTables.LevelRows;
import org.shapan.engine.star.Member;

/**
 * Levels that say {@code uniqueMembers="true"} while a key stands under several parents: warnings. The engine then tells members by
 * their parent as well, so numbers stay right; other servers would add the members up.
 */
final class UniqueMembers implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        for (Map.Entry<Hierarchy, HierarchyTables> entry : subject.hierarchies().entrySet()) {
            for (LevelRows level : entry.getValue().levels()) {
                if (level.definition().unique() && level.parent() == null && subject.isReadable(level)) {
                    check(entry.getKey(), level, findings);
                }
            }
        }
    }

    private static void check(Hierarchy hierarchy, LevelRows level, Findings findings) {
        Map<Object, Member> first = new HashMap<>();
        int repeated = 0;
        String example = "";
        for (Member member : hierarchy.members(Subject.level(hierarchy, level))) {
            Member other = first.putIfAbsent(member.key() == null ? "" : member.key(), member);
            if (other != null) {
                repeated++;
                if (repeated == 1) {
                    example = other.uniqueName() + " and " + member.uniqueName();
                }
            }
        }
        if (repeated > 0) {
            findings.warning(
                    level.definition().place(),
                    "level '" + level.definition().name() + "' says uniqueMembers=\"true\", but " + repeated
                            + " keys stand under several parents, such as " + example,
                    "Write uniqueMembers=\"false\", or take a column that tells members apart everywhere");
        }
    }
}

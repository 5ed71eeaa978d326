package org.shapan.engine.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.HierarchyTables;
import org.shapan.engine.star.HierarchyTables.LevelRows;
import org.shapan.engine.star.Member;

/** Members with one name and different keys under one parent: warnings. A query that writes the name means the first of them. */
final class SameNames implements Rule {
    private record Named(Member parent, String name) {}

    @Override
    public void check(Subject subject, Findings findings) {
        for (Map.Entry<Hierarchy, HierarchyTables> entry : subject.hierarchies().entrySet()) {
            for (LevelRows level : entry.getValue().levels()) {
                if (level.name() != null && subject.isReadable(level)) {
                    check(entry.getKey(), level, findings);
                }
            }
        }
    }

    private static void check(Hierarchy hierarchy, LevelRows level, Findings findings) {
        Map<Named, Member> first = new HashMap<>();
        int repeated = 0;
        String example = "";
        for (Member member : hierarchy.members(Subject.level(hierarchy, level))) {
            Member other =
                    first.putIfAbsent(new Named(member.parent(), member.name().toLowerCase(Locale.ROOT)), member);
            if (other != null) {
                repeated++;
                if (repeated == 1) {
                    example = "the keys " + other.key() + " and " + member.key() + " are both " + member.uniqueName();
                }
            }
        }
        if (repeated > 0) {
            findings.warning(
                    level.definition().place(),
                    "level '" + level.definition().name() + "' has " + repeated
                            + " members with the name of another under the same parent: " + example,
                    "Take a nameColumn that tells them apart, or write them by key as &[key] in queries");
        }
    }
}

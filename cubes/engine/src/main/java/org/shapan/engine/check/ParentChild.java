package org.shapan.engine.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shapan.engine.star.HierarchyTables.LevelRows;

/**
 * Trees of members that are none: rows that are their own ancestor, and rows whose parent does not exist. Warnings: the engine makes
 * roots of them.
 */
final class ParentChild implements Rule {
    private static final int SHOWN = 5;

    @Override
    public void check(Subject subject, Findings findings) {
        subject.eachLevel((hierarchy, level) -> {
            if (level.parent() != null && subject.isReadable(level)) {
                check(level, subject, findings);
            }
        });
    }

    private static void check(LevelRows level, Subject subject, Findings findings) {
        Map<String, String> parents = new HashMap<>();
        String statement = "SELECT DISTINCT " + level.key() + ", " + level.parent() + " " + level.from();
        for (Object[] row : subject.rows().read(statement, Integer.MAX_VALUE)) {
            boolean root = row[1] == null
                    || row[1].toString().equals(level.definition().nullParentValue());
            parents.put(String.valueOf(row[0]), root ? null : row[1].toString());
        }
        String name = level.definition().name();
        List<String> cycle = cycle(parents);
        if (!cycle.isEmpty()) {
            findings.warning(
                    level.definition().place(),
                    "level '" + name + "' has members that are their own ancestor: " + path(cycle),
                    "Correct the parent of one of them; the engine makes the first of them a root");
        }
        List<String> missing = parents.values().stream()
                .filter(parent -> parent != null && !parents.containsKey(parent))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            findings.warning(
                    level.definition().place(),
                    missing.size() + " members of level '" + name + "' have a parent that does not exist, such as "
                            + missing.get(0) + "; they become roots",
                    "Add the missing parents, or say which value means none with nullParentValue");
        }
    }

    /** The keys of one cycle in order, the first again at the end; empty when there is none. */
    private static List<String> cycle(Map<String, String> parents) {
        Set<String> done = new HashSet<>();
        for (String start : parents.keySet().stream().sorted().toList()) {
            List<String> path = new ArrayList<>();
            Set<String> onPath = new HashSet<>();
            String at = start;
            while (at != null && !done.contains(at) && onPath.add(at)) {
                path.add(at);
                at = parents.get(at);
            }
            if (at != null && onPath.contains(at)) {
                List<String> cycle = new ArrayList<>(path.subList(path.indexOf(at), path.size()));
                cycle.add(at);
                return cycle;
            }
            done.addAll(path);
        }
        return List.of();
    }

    private static String path(List<String> cycle) {
        return cycle.size() <= SHOWN
                ? String.join(" → ", cycle)
                : String.join(" → ", cycle.subList(0, SHOWN)) + " → … (" + (cycle.size() - 1) + " members)";
    }
}

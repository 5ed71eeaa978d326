package org.shapan.engine.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.shapan.engine.catalog.CatalogDefinition;

/**
 * What is different between two readings of a catalog.
 *
 * @param changes in order of the new reading, what went after what is there; empty when nothing changed
 */
public record CatalogDiff(List<Change> changes) {
    public CatalogDiff {
        changes = List.copyOf(changes);
    }

    /** Compares what the catalogs say; where in their files they say it is no difference. */
    public static CatalogDiff between(CatalogDefinition before, CatalogDefinition after) {
        List<Change> changes = new ArrayList<>();
        compare(Part.of(before), Part.of(after), List.of(), changes);
        return new CatalogDiff(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** @param path of the two, empty for the catalogs themselves */
    private static void compare(Part before, Part after, List<String> path, List<Change> changes) {
        List<Change.Detail> details = details(before.attributes(), after.attributes());
        if (!details.isEmpty()) {
            changes.add(new Change(
                    Change.Type.CHANGED, after.element(), path.isEmpty() ? List.of(after.name()) : path, details));
        }
        Map<String, Part> gone = keyed(before.parts());
        Map<String, Part> come = new LinkedHashMap<>();
        keyed(after.parts()).forEach((key, part) -> {
            Part same = gone.remove(key);
            if (same == null) {
                come.put(key, part);
            } else {
                compare(same, part, under(path, part), changes);
            }
        });
        for (Part part : come.values()) {
            Map.Entry<String, Part> was = gone.entrySet().stream()
                    .filter(candidate -> candidate.getValue().sameAs(part))
                    .findFirst()
                    .orElse(null);
            if (was == null) {
                changes.add(new Change(Change.Type.ADDED, part.element(), under(path, part), List.of()));
            } else {
                gone.remove(was.getKey());
                changes.add(new Change(
                        Change.Type.RENAMED,
                        part.element(),
                        under(path, part),
                        List.of(new Change.Detail("name", was.getValue().name(), part.name()))));
            }
        }
        gone.values()
                .forEach(part ->
                        changes.add(new Change(Change.Type.REMOVED, part.element(), under(path, part), List.of())));
    }

    /** By kind and name; several of one name by their order. */
    private static Map<String, Part> keyed(List<Part> parts) {
        Map<String, Part> keyed = new LinkedHashMap<>();
        for (Part part : parts) {
            String key = part.element() + "\n" + part.name();
            while (keyed.containsKey(key)) {
                key += "\n";
            }
            keyed.put(key, part);
        }
        return keyed;
    }

    private static List<Change.Detail> details(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new Change.Detail(name, before.get(name), after.get(name)))
                .toList();
    }

    private static List<String> under(List<String> path, Part part) {
        if (part.name().isEmpty()) {
            return path;
        }
        List<String> longer = new ArrayList<>(path);
        longer.add(part.name());
        return longer;
    }
}

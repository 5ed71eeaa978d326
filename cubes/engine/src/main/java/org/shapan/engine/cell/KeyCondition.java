package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shapan.engine.cell.segment.IdSet;
import org.shapan.engine.sql.Dialect;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.LevelPath;
import org.shapan.engine.star.LevelPath.KeyExpression;
import org.shapan.engine.star.StoredMember;

/** SQL conditions that choose rows by member keys. */
final class KeyCondition {
    private final Dialect dialect;

    KeyCondition(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Rows of any of the members, all of one level: an IN list, or one per parent where the key is unique only within the parent.
     */
    String in(Hierarchy hierarchy, LevelPath path, IdSet ids) {
        List<KeyExpression> keys = path.keys();
        Map<List<Object>, List<Object>> byParent = new LinkedHashMap<>();
        for (int id = ids.next(0); id >= 0; id = ids.next(id + 1)) {
            Object[] values = ((StoredMember) hierarchy.member(id)).keyPath(keys.size());
            List<Object> parents = Arrays.asList(values).subList(0, values.length - 1);
            byParent.computeIfAbsent(parents, p -> new ArrayList<>()).add(values[values.length - 1]);
        }
        List<String> alternatives = new ArrayList<>();
        byParent.forEach((parents, own) -> {
            List<String> all = new ArrayList<>();
            for (int k = 0; k < parents.size(); k++) {
                all.add(in(keys.get(k), List.of(new Value(parents.get(k)))));
            }
            all.add(in(keys.getLast(), own.stream().map(Value::new).toList()));
            alternatives.add(and(all));
        });
        return or(alternatives);
    }

    /** A key value that may be null. */
    private record Value(Object key) {}

    private String in(KeyExpression key, List<Value> values) {
        List<String> literals = new ArrayList<>(values.size());
        boolean orNull = false;
        for (Value value : values) {
            if (value.key == null) {
                orNull = true;
            } else {
                literals.add(dialect.literal(value.key, key.type()));
            }
        }
        List<String> alternatives = new ArrayList<>();
        if (literals.size() == 1) {
            alternatives.add(key.sql() + " = " + literals.getFirst());
        } else if (!literals.isEmpty()) {
            alternatives.add(key.sql() + " IN (" + String.join(", ", literals) + ")");
        }
        if (orNull) {
            alternatives.add(key.sql() + " IS NULL");
        }
        return or(alternatives);
    }

    static String and(List<String> conditions) {
        return conditions.size() == 1 ? conditions.getFirst() : String.join(" AND ", conditions);
    }

    /** Conditions that may be ANDs joined by OR, in parentheses where there are several. */
    static String or(List<String> conditions) {
        if (conditions.size() == 1) {
            return conditions.getFirst();
        }
        return "((" + String.join(") OR (", conditions) + "))";
    }
}

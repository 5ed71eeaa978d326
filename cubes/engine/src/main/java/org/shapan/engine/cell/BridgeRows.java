package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shapan.engine.sql.Dialect;
import org.shapan.engine.star.LevelPath;
import org.shapan.engine.star.Relation;

/**
 * What a statement reads behind a bridge, as a derived table with one row per key of the facts and combination of what is grouped by: a fact
 * row counts once, however many rows of the bridge lead to the same members. Conditions on members hold for the same row of the dimension
 * that the grouped keys come from.
 */
final class BridgeRows {
    private static final String FACT_KEY = "fact_key";

    private final LevelPath.Bridge bridge;
    private final LevelPath.Join first;
    private final Dialect dialect;
    private final Map<String, LevelPath.Join> further = new LinkedHashMap<>();
    private final Set<String> conditions = new LinkedHashSet<>();
    private final Map<String, String> columns = new LinkedHashMap<>();

    /** @param path any that has the bridge */
    BridgeRows(LevelPath path, Dialect dialect) {
        this.bridge = path.bridge();
        this.first = path.joins().getFirst();
        this.dialect = dialect;
        filter(first.relation());
    }

    /** Joins what a path needs. */
    void reach(LevelPath path) {
        for (LevelPath.Join join : path.joins()) {
            boolean isBridge = join.relation().alias().equals(first.relation().alias());
            if (!isBridge && further.putIfAbsent(join.relation().alias(), join) == null) {
                filter(join.relation());
            }
        }
    }

    private void filter(Relation relation) {
        if (relation.filter() != null) {
            conditions.add("(" + relation.filter() + ")");
        }
    }

    /** A key of a path that was reached, as the statement names it. */
    String select(String key) {
        String column = columns.computeIfAbsent(key, k -> "key_" + columns.size());
        return dialect.quote(first.relation().alias()) + "." + dialect.quote(column);
    }

    boolean selectsKeys() {
        return !columns.isEmpty();
    }

    void where(String condition) {
        conditions.add(condition);
    }

    /** To be put behind {@code FROM facts}. */
    String join() {
        List<String> items = new ArrayList<>();
        items.add(bridge.column() + " AS " + dialect.quote(FACT_KEY));
        columns.forEach((key, column) -> items.add(key + " AS " + dialect.quote(column)));
        String alias = dialect.quote(first.relation().alias());
        return "JOIN (" + query("SELECT DISTINCT " + String.join(", ", items)) + ") AS " + alias + " ON "
                + bridge.factColumn() + " = " + alias + "." + dialect.quote(FACT_KEY);
    }

    /** The condition that facts lead to any row here. */
    String leads() {
        return bridge.factColumn() + " IN (" + query("SELECT " + bridge.column()) + ")";
    }

    private String query(String select) {
        StringBuilder sql = new StringBuilder(select).append(" FROM ").append(named(first.relation()));
        further.values()
                .forEach(join -> sql.append(" JOIN ")
                        .append(named(join.relation()))
                        .append(" ON ")
                        .append(join.condition()));
        return conditions.isEmpty()
                ? sql.toString()
                : sql.append(" WHERE ").append(String.join(" AND ", conditions)).toString();
    }

    private String named(Relation relation) {
        return relation.from() + " AS " + dialect.quote(relation.alias());
    }
}

package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.sql.Dialect;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;

/** The primary keys of a hierarchy's rows with their members, by level; each read when it is first asked for. Thread-safe. */
final class DimensionKeys {
    /** A dimension with more rows is left to the database's joins. */
    private static final int MOST_ROWS = 1_000_000;

    private static final int CHECK_EVERY = 4_096;

    private final MemberTable table;
    private final SqlExecutor sql;
    private final ConcurrentHashMap<Integer, Optional<MemberKeys>> byDepth = new ConcurrentHashMap<>();

    DimensionKeys(MemberTable table, SqlExecutor sql) {
        this.table = table;
        this.sql = sql;
    }

    /**
     * Null where facts cannot find members by these keys alone: they are not whole numbers, occur twice or are too many.
     *
     * @throws EngineException as statements do
     */
    MemberKeys of(int depth) {
        Optional<MemberKeys> known = byDepth.get(depth);
        if (known == null) {
            // Two that miss at once both read: neither waits for the other's time limit.
            known = Optional.ofNullable(read(depth));
            byDepth.put(depth, known);
        }
        return known.orElse(null);
    }

    private MemberKeys read(int depth) {
        TableColumns.Column primaryKey = table.source().primaryKey();
        if (primaryKey == null || !primaryKey.type().isNumeric()) {
            return null;
        }
        table.level(depth);
        List<Integer> identity = table.identity(depth);
        LevelPath.MemberLookup lookup = HierarchyLink.lookup(table, identity);
        QueryExecution execution = QueryExecution.current();
        return sql.query(text(primaryKey, identity, sql.dialect()), List.of(), execution, rows -> {
            List<Object> keys = new ArrayList<>();
            List<Integer> members = new ArrayList<>();
            Object[] row = new Object[identity.size()];
            while (rows.next()) {
                if (keys.size() % CHECK_EVERY == 0) {
                    execution.check();
                }
                if (keys.size() == MOST_ROWS) {
                    return null;
                }
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getObject(i + 2);
                }
                Object key = Keys.normalised(rows.getObject(1));
                if (key != null) { // null joins nothing
                    keys.add(key);
                    members.add(lookup.id(row));
                }
            }
            return MemberKeys.of(keys, members);
        });
    }

    private String text(TableColumns.Column primaryKey, List<Integer> identity, Dialect dialect) {
        HierarchySource source = table.source();
        String root = source.tree().root().alias();
        Set<String> aliases = new LinkedHashSet<>(Set.of(root));
        List<String> columns = new ArrayList<>(List.of(dialect.quote(root) + "." + dialect.quote(primaryKey.name())));
        for (int depth : identity) {
            SqlExpression key = source.level(depth).key();
            aliases.addAll(key.aliases());
            columns.add(key.sql(UnaryOperator.identity(), dialect));
        }
        return "SELECT " + String.join(", ", columns) + " " + source.fromWhere(aliases);
    }
}

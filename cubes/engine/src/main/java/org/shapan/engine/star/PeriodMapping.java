package org.shapan.engine.star;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.TimeCalculationsDefinition;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;

/** Which period each period of a level is compared with, as a table or list of the catalog says. Thread-safe; read when first asked. */
public final class PeriodMapping {
    private final TimeCalculationsDefinition.PeriodMapping definition;
    private final BoundHierarchy hierarchy;
    private final Level level;
    private final Ids ids;

    /** Member ids by member id, shared by cubes that use the same members. */
    private static final class Ids {
        private final MemberTable table;
        private final int depth;
        private final String statement;
        private final SqlExecutor sql;
        private volatile Map<Integer, Integer> loaded;

        Ids(MemberTable table, int depth, String statement, SqlExecutor sql) {
            this.table = table;
            this.depth = depth;
            this.statement = statement;
            this.sql = sql;
        }

        Map<Integer, Integer> get() {
            Map<Integer, Integer> known = loaded;
            if (known == null) {
                LevelMembers members = table.level(depth);
                known = sql.query(statement, List.of(), QueryExecution.current(), rows -> read(rows, members));
                loaded = known;
            }
            return known;
        }

        private static Map<Integer, Integer> read(ResultSet rows, LevelMembers members) throws SQLException {
            Map<Integer, Integer> read = new HashMap<>();
            while (rows.next()) {
                int from = find(members, Keys.normalised(rows.getObject(1)));
                int to = find(members, Keys.normalised(rows.getObject(2)));
                if (from >= 0 && to >= 0) {
                    read.put(from, to);
                }
            }
            return read;
        }

        /** A list in the catalog gives its keys as text. */
        private static int find(LevelMembers members, Object key) {
            int id = key == null ? -1 : members.find(key);
            if (id < 0 && key instanceof String text) {
                for (Object meant : Keys.ofText(text)) {
                    if (id < 0 && meant != null) {
                        id = members.find(meant);
                    }
                }
            }
            return id;
        }
    }

    private PeriodMapping(
            TimeCalculationsDefinition.PeriodMapping definition, BoundHierarchy hierarchy, Level level, Ids ids) {
        this.definition = requireNonNull(definition, "definition is null");
        this.hierarchy = hierarchy;
        this.level = level;
        this.ids = ids;
    }

    /** @throws org.shapan.engine.api.EngineException CATALOG_INVALID when level, table or columns are not there */
    static PeriodMapping of(
            TimeCalculationsDefinition.PeriodMapping definition,
            BoundHierarchy hierarchy,
            RelationBinder relations,
            SqlExecutor sql) {
        HierarchySource source = hierarchy.table().source();
        int depth = source.depthOf(definition.level());
        if (depth < 0 || (!source.level(depth).declaredUnique() && depth > source.firstDepth())) {
            throw CatalogErrors.invalid(
                    definition.place(),
                    depth < 0
                            ? "there is no level '" + definition.level() + "' in " + hierarchy.uniqueName()
                            : "periods can be mapped by the keys of level '" + definition.level()
                                    + "' only when its uniqueMembers is true");
        }
        JoinTree.Leaf leaf = relations.leaf(definition.relation());
        String alias = sql.dialect().quote(leaf.alias()) + ".";
        String from = RelationBinder.column(leaf, definition.from(), definition.place())
                .name();
        String to =
                RelationBinder.column(leaf, definition.to(), definition.place()).name();
        String statement = "SELECT " + alias + sql.dialect().quote(from) + ", " + alias
                + sql.dialect().quote(to) + " FROM " + leaf.from() + " AS "
                + sql.dialect().quote(leaf.alias())
                + (leaf.filter() == null ? "" : " WHERE " + leaf.filter());
        return new PeriodMapping(
                definition,
                hierarchy,
                hierarchy.levels().get(depth),
                new Ids(hierarchy.table(), depth, statement, sql));
    }

    /** The same in another cube, or null when its hierarchy has other members. */
    PeriodMapping in(BoundHierarchy other) {
        return other.table() == hierarchy.table()
                ? new PeriodMapping(definition, other, other.levels().get(level.depth()), ids)
                : null;
    }

    TimeCalculationsDefinition.PeriodMapping definition() {
        return definition;
    }

    public String name() {
        return definition.name();
    }

    /** The level whose periods are mapped. */
    public Level level() {
        return level;
    }

    /** Whether periods of the level that are not mapped are compared with the same of the year before. */
    public boolean isOtherwiseYearAgo() {
        return definition.otherwiseYearAgo();
    }

    /**
     * The period that one is compared with; null when it is not mapped.
     *
     * @param period of {@link #level}
     */
    public Member of(Member period) {
        Integer id = ids.get().get(period.id());
        return id == null ? null : hierarchy.member(id);
    }
}

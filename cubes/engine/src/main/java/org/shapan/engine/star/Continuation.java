package org.shapan.engine.star;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.shapan.engine.api.TableChange;
import org.shapan.engine.catalog.RelationDefinition;
import org.shapan.engine.sql.SqlExecutor;

/**
 * What a catalog takes over from the same one bound to an earlier data version: member tables whose rows did not change, the ids of
 * members where they did, the ids of fact groups. Filled while a catalog is bound; then only read.
 */
final class Continuation {
    private static final AtomicInteger FACT_GROUPS = new AtomicInteger();

    private final Continuation before;
    private final Function<String, TableChange> changes;
    private final Map<String, MemberTable> tables = new HashMap<>();
    private final Map<String, Integer> factGroups = new HashMap<>();

    private Continuation(Continuation before, Function<String, TableChange> changes) {
        this.before = before;
        this.changes = changes;
    }

    /** Of nothing: a catalog that is bound for the first time. */
    static Continuation none() {
        return new Continuation(null, table -> new TableChange.Rewritten());
    }

    /**
     * @param earlier of the same definition
     * @param changes what became of a table of the catalog since then
     */
    static Continuation of(Continuation earlier, Function<String, TableChange> changes) {
        return new Continuation(requireNonNull(earlier, "earlier is null"), requireNonNull(changes, "changes is null"));
    }

    /**
     * The members of a hierarchy.
     *
     * @param owner tells the hierarchy among all of the catalog
     * @param stored what it is stored in
     */
    MemberTable members(String owner, RelationDefinition stored, HierarchySource source, SqlExecutor sql) {
        MemberTable earlier = before == null ? null : before.tables.get(owner);
        MemberTable table = earlier != null && isUnchanged(stored) && sameTables(earlier.source(), source)
                ? earlier
                : new MemberTable(source, sql, earlier);
        tables.put(owner, table);
        return table;
    }

    /** Process-wide unique; the same in all data versions. */
    int factGroup(String cube) {
        Integer known = before == null ? null : before.factGroups.get(cube);
        int id = known == null ? FACT_GROUPS.incrementAndGet() : known;
        factGroups.put(cube, id);
        return id;
    }

    private boolean isUnchanged(RelationDefinition stored) {
        List<String> names = stored.tables();
        return !names.isEmpty()
                && names.stream().allMatch(name -> changes.apply(name) instanceof TableChange.Unchanged);
    }

    private static boolean sameTables(HierarchySource a, HierarchySource b) {
        return Objects.equals(
                a.tree().leaves().stream().map(JoinTree.Leaf::from).toList(),
                b.tree().leaves().stream().map(JoinTree.Leaf::from).toList());
    }
}

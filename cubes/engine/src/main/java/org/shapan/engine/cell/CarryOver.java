package org.shapan.engine.cell;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.shapan.engine.api.TableChange;
import org.shapan.engine.cell.segment.IdSet;
import org.shapan.engine.sql.Dialect;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.LevelPath;

/**
 * Decides which segments of a fact group are as right in a later data version as they are in theirs: those whose rows no changed table
 * touches. Members keep their ids from version to version, so such a segment is taken over as it is.
 */
final class CarryOver {
    private final FactLayout before;
    private final FactLayout after;
    private final Function<String, TableChange> changes;
    private final Closedness closedBefore;
    private final long from;
    private final Dialect dialect;

    /**
     * @param before the fact group as bound to the version {@code from}
     * @param after as bound to the later version
     * @param changes what became of a table of the catalog in between
     * @param closedBefore whether every fact row had its members in the version before
     */
    CarryOver(
            FactLayout before,
            FactLayout after,
            Function<String, TableChange> changes,
            Closedness closedBefore,
            long from,
            Dialect dialect) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.closedBefore = closedBefore;
        this.from = from;
        this.dialect = dialect;
    }

    /** Takes over what it can. */
    static void run(
            FactLayout before,
            FactLayout after,
            Function<String, TableChange> changes,
            FactIntegrity integrity,
            SegmentCache cache,
            long from,
            long to,
            Dialect dialect,
            QueryExecution execution) {
        Closedness closed =
                (layout, ordinal, depth, version) -> integrity.isClosed(layout, ordinal, depth, version, execution);
        CarryOver carry = new CarryOver(before, after, changes, closed, from, dialect);
        long epoch = cache.epoch();
        for (Segment segment : cache.all(new SegmentKey.Slot(before.group().id(), from))) {
            if (carry.isUntouched(segment)) {
                cache.put(segment.in(to, after), epoch);
            }
        }
    }

    boolean isUntouched(Segment segment) {
        Set<Integer> used = new HashSet<>();
        for (int ordinal : segment.grain().grouped()) {
            used.add(ordinal);
        }
        if (segment.key().region() != null) {
            for (BoundRegion.Part part : segment.key().region().parts()) {
                for (int ordinal : part.ordinals()) {
                    used.add(ordinal);
                }
            }
        }
        return used.stream().allMatch(ordinal -> keepsMembers(ordinal, segment)) && keepsRows(segment);
    }

    /** Whether the members of a hierarchy are, for the segment's rows, what they were. */
    private boolean keepsMembers(int ordinal, Segment segment) {
        Hierarchy hierarchy = after.hierarchy(ordinal);
        if (!hierarchy.continues(before.hierarchy(ordinal))) {
            return false;
        }
        if (after.group().tables(ordinal).equals(after.group().tables(0))) {
            return true;
        }
        boolean known = !after.group().tables(ordinal).isEmpty();
        for (String table : after.group().tables(ordinal)) {
            known &= switch (changes.apply(table)) {
                case TableChange.Unchanged _ -> true;
                case TableChange.RowsAdded _ -> !after.overlaps(ordinal) && hadAllMembers(ordinal, segment);
                case TableChange.Within _, TableChange.Rewritten _ -> false;
            };
        }
        return known;
    }

    /** Only where every row had its member before, new members cannot have taken in rows that were left out. */
    private boolean hadAllMembers(int ordinal, Segment segment) {
        int code = segment.grain().code(ordinal);
        return segment.isComplete()
                && code != Grain.ALL
                && !Grain.isTree(code)
                && closedBefore.isClosed(before, ordinal, code, from);
    }

    /** Whether no row of the facts that changed lies among the segment's. */
    private boolean keepsRows(Segment segment) {
        boolean known = !after.group().tables(0).isEmpty();
        for (String table : after.group().tables(0)) {
            known &= switch (changes.apply(table)) {
                case TableChange.Unchanged _ -> true;
                case TableChange.Within within -> isApart(within, segment);
                case TableChange.RowsAdded _, TableChange.Rewritten _ -> false;
            };
        }
        return known;
    }

    /** Whether the segment is restricted to members of the changed column's level, or above it, that hold none of its changed values. */
    private boolean isApart(TableChange.Within within, Segment segment) {
        int[] grouped = segment.grain().grouped();
        for (int c = 0; c < grouped.length; c++) {
            MemberPredicate predicate = segment.key().predicates()[c];
            Level level = predicate == null ? null : levelOf(within.column(), grouped[c]);
            if (level != null && predicate.depth() <= level.depth() && excludes(predicate, within, grouped[c], level)) {
                return true;
            }
        }
        return false;
    }

    private boolean excludes(MemberPredicate predicate, TableChange.Within within, int ordinal, Level level) {
        LevelPath path = after.loadedPath(ordinal, level.depth());
        Ancestors climb = after.ancestors(ordinal, predicate.depth());
        IdSet ids = predicate.ids();
        for (Object value : within.values()) {
            int id = path.memberOf().id(new Object[] {value});
            if (id < 0 || ids.contains(climb.of(id))) {
                return false;
            }
        }
        return true;
    }

    /** The level of a hierarchy whose key is a column of the fact table, or null. */
    private Level levelOf(String column, int ordinal) {
        String sql = dialect.quote(after.group().fact().alias()) + "." + dialect.quote(column);
        for (Level level : after.hierarchy(ordinal).levels()) {
            if (level.isAll() || !after.reaches(ordinal, level.depth())) {
                continue;
            }
            LevelPath path = after.path(ordinal, level.depth());
            if (path.keys().size() == 1 && path.keys().getFirst().sql().equals(sql)) {
                return level;
            }
        }
        return null;
    }
}

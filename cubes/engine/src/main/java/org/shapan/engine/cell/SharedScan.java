package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.shapan.engine.star.LevelPath;

/**
 * Puts what one load asks of a fact table at several granularities into one scan of it, which the database groups in several ways at once
 * (GROUPING SETS): distinct counts, which no finer segment answers, or sums that could not be rolled up.
 *
 * <p>Two granularities share a scan where the same rows count for both: equal predicates on the hierarchies that both group by, none on
 * the others, and no join of one that drops rows of the other.
 */
final class SharedScan {
    /** As many grouping expressions as GROUPING takes in every database that has it. */
    private static final int MOST_EXPRESSIONS = 31;

    private final Closedness closed;
    private final List<LoadPlan.Base> bases = new ArrayList<>();

    private SharedScan(Closedness closed, LoadPlan.Base first) {
        this.closed = closed;
        bases.add(first);
    }

    /**
     * @param shareable whether a base may share at all; where the database has no GROUPING SETS, none
     * @return each base in one list; the columns of bases that share a scan are made the same
     */
    static List<List<LoadPlan.Base>> of(
            List<LoadPlan.Base> bases, Predicate<LoadPlan.Base> shareable, Closedness closed) {
        List<SharedScan> scans = new ArrayList<>();
        List<List<LoadPlan.Base>> all = new ArrayList<>();
        for (LoadPlan.Base base : bases) {
            boolean mayShare = shareable.test(base);
            if (mayShare && scans.stream().anyMatch(scan -> scan.take(base))) {
                continue;
            }
            SharedScan scan = new SharedScan(closed, base);
            all.add(scan.bases);
            if (mayShare) {
                scans.add(scan);
            }
        }
        return all;
    }

    private boolean take(LoadPlan.Base base) {
        if (!bases.stream().allMatch(other -> fits(other, base)) || expressions(base) > MOST_EXPRESSIONS) {
            return false;
        }
        bases.forEach(other -> other.columns().addAll(base.columns()));
        base.columns().addAll(bases.getFirst().columns());
        bases.add(base);
        return true;
    }

    private boolean fits(LoadPlan.Base a, LoadPlan.Base b) {
        LoadRequest one = a.request();
        LoadRequest other = b.request();
        return one.layout() == other.layout()
                && one.version() == other.version()
                && Objects.equals(one.region(), other.region())
                && !one.grain().equals(other.grain())
                && one.layout().sameOverlaps(one.grain(), other.grain())
                && (a.columns().equals(b.columns()) || (isAdditive(a) && isAdditive(b)))
                && sameRows(a, b)
                && sameRows(b, a);
    }

    private static boolean isAdditive(LoadPlan.Base base) {
        return base.columns().stream().allMatch(column -> column.operation().isAdditive());
    }

    /** Whether what {@code a} groups by and is restricted to takes no row from {@code b}. */
    private boolean sameRows(LoadPlan.Base a, LoadPlan.Base b) {
        Grain grain = a.request().grain();
        int[] grouped = grain.grouped();
        FactLayout layout = a.request().layout();
        Set<String> joined = joins(b.request());
        for (int c = 0; c < grouped.length; c++) {
            int code = grain.code(grouped[c]);
            if (Grain.isTree(code)) {
                return false;
            }
            int at = Arrays.binarySearch(b.request().grain().grouped(), grouped[c]);
            MemberPredicate its = at < 0 ? null : b.predicates()[at];
            if (!Objects.equals(a.predicates()[c], its)) {
                return false;
            }
            boolean drops = layout.path(grouped[c], code).joins().stream()
                    .anyMatch(join -> !joined.contains(join.relation().alias()));
            if (drops && !closed.isClosed(layout, grouped[c], code, a.request().version())) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> joins(LoadRequest request) {
        Set<String> aliases = new HashSet<>();
        for (int ordinal : request.grain().grouped()) {
            for (LevelPath.Join join : request.layout()
                    .path(ordinal, Grain.depth(request.grain().code(ordinal)))
                    .joins()) {
                aliases.add(join.relation().alias());
            }
        }
        return aliases;
    }

    /** Grouping expressions of the scan with one base more. */
    private int expressions(LoadPlan.Base more) {
        Set<String> expressions = new HashSet<>();
        List<LoadPlan.Base> all = new ArrayList<>(bases);
        all.add(more);
        for (LoadPlan.Base base : all) {
            LoadRequest request = base.request();
            for (int ordinal : request.grain().grouped()) {
                request.layout()
                        .path(ordinal, Grain.depth(request.grain().code(ordinal)))
                        .keys()
                        .forEach(key -> expressions.add(key.sql()));
            }
        }
        return expressions.size();
    }
}

package org.shapan.warehouse.data;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shapan.engine.api.TableChange;

/**
 * Which tables make up a data version. A table of the star is stored in partitions that never change: a fact by calendar year, anything
 * else in one. A partition is named by the load that wrote it. Which load wrote which month is kept, so that it is known what changed
 * from version to version.
 *
 * @param tables by table the load that wrote each month; a table that is not cut by month has the one month {@link #WHOLE}
 */
public record TableManifest(Map<String, NavigableMap<Integer, Written>> tables) {

    /** The month of a table that is not cut by month. */
    public static final int WHOLE = 0;

    /** Before the first load. */
    public static final TableManifest EMPTY = new TableManifest(Map.of());

    /** The schema of partitions, which is also the one a load works in. */
    public static final String SCHEMA = "part";

    private static final int MONTHS = 100;

    /**
     * @param load that wrote it
     * @param extended the load before, where all its rows are still there as they were; else 0
     */
    public record Written(long load, long extended) {}

    public TableManifest {
        Map<String, NavigableMap<Integer, Written>> copy = new TreeMap<>();
        tables.forEach((table, months) -> copy.put(table, Collections.unmodifiableNavigableMap(new TreeMap<>(months))));
        tables = Collections.unmodifiableMap(copy);
    }

    /** SQL names of the partitions of a table, in the order of time; empty when it is not known. */
    public List<String> locations(String table) {
        return years(table).stream()
                .map(year -> location(table, year).orElseThrow())
                .toList();
    }

    /** SQL names of all partitions. */
    public Set<String> locations() {
        return tables.keySet().stream()
                .flatMap(table -> locations(table).stream())
                .collect(Collectors.toSet());
    }

    /** SQL name of the partition of a year, or of {@link #WHOLE}. */
    public Optional<String> location(String table, int year) {
        return months(table).entrySet().stream()
                .filter(month -> year(month.getKey()) == year)
                .map(month -> month.getValue().load())
                .max(Long::compare)
                .map(load -> location(table, year, load));
    }

    /** SQL name of the partition that a load writes. */
    public static String location(String table, int year, long load) {
        requireNonNull(table, "table is null");
        return SCHEMA + (year == WHOLE ? ".%s_l%d".formatted(table, load) : ".%s_%d_l%d".formatted(table, year, load));
    }

    /** Name of the view of a table as it is in a version. */
    public static String view(String table, long version) {
        return table + "_v" + version;
    }

    /** Year of a month yyyymm; {@link #WHOLE} of {@link #WHOLE}. */
    public static int year(int month) {
        return month / MONTHS;
    }

    /** Which load wrote each month; empty when the table is not known. */
    public NavigableMap<Integer, Written> months(String table) {
        return tables.getOrDefault(table, Collections.emptyNavigableMap());
    }

    /** What became of a table from this version to a later one. */
    public TableChange change(String table, TableManifest later) {
        NavigableMap<Integer, Written> before = months(table);
        NavigableMap<Integer, Written> after = later.months(table);
        if (before.isEmpty() || after.isEmpty()) {
            return new TableChange.Rewritten();
        }
        Set<Object> changed = Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(month -> load(before, month) != load(after, month))
                .collect(Collectors.toCollection(HashSet::new));
        if (changed.isEmpty()) {
            return new TableChange.Unchanged();
        }
        if (!changed.contains(WHOLE)) {
            return new TableChange.Within("k_month", changed);
        }
        return after.get(WHOLE) != null && after.get(WHOLE).extended() == load(before, WHOLE)
                ? new TableChange.RowsAdded()
                : new TableChange.Rewritten();
    }

    private static long load(Map<Integer, Written> months, int month) {
        Written written = months.get(month);
        return written == null ? 0 : written.load();
    }

    private List<Integer> years(String table) {
        return months(table).keySet().stream()
                .map(TableManifest::year)
                .distinct()
                .toList();
    }
}

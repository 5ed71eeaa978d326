package org.shapan.warehouse.feed;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The definition of one feed: its files, its columns in file order, and its grain.
 *
 * @param name name, which is also the stem of its file names
 * @param period how it is cut into files
 * @param columns columns in the order of the file
 * @param grain names of the columns that are unique together over the whole feed; rows of a file are sorted by them
 * @param meaning one row of the feed in a sentence
 * @param optional whether a delivery may lack it: the facts and members made of it are then empty
 */
public record Feed(
        String name, Period period, List<Column> columns, List<String> grain, String meaning, boolean optional) {

    /** How a feed is cut into files. */
    public enum Period {
        /** One file per delivery, holding everything that is valid. */
        WHOLE,
        /** One file per calendar month. */
        MONTH
    }

    public Feed {
        requireNonNull(name, "name is null");
        requireNonNull(period, "period is null");
        requireNonNull(meaning, "meaning is null");
        columns = List.copyOf(columns);
        grain = List.copyOf(grain);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("feed " + name + " has two columns named " + column.name());
            }
        }
        if (grain.isEmpty() || !names.containsAll(grain)) {
            throw new IllegalArgumentException("feed " + name + " has no grain among its columns: " + grain);
        }
    }

    /** A feed that every delivery has. */
    Feed(String name, Period period, List<Column> columns, List<String> grain, String meaning) {
        this(name, period, columns, grain, meaning, false);
    }

    /** The same feed, which a delivery may lack. */
    Feed orAbsent() {
        return new Feed(name, period, columns, grain, meaning, true);
    }

    /** The column of that name; {@link IllegalArgumentException} when there is none. */
    public Column column(String columnName) {
        return columns.stream()
                .filter(c -> c.name().equals(columnName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("feed " + name + " has no column " + columnName));
    }

    /** File name of a {@link Period#WHOLE} feed, e.g. {@code dim_area.parquet}. */
    public String fileName() {
        require(Period.WHOLE);
        return name + ".parquet";
    }

    /** File name of one month of a {@link Period#MONTH} feed, e.g. {@code rev_item-201003.parquet}. */
    public String fileName(YearMonth month) {
        require(Period.MONTH);
        return "%s-%04d%02d.parquet".formatted(name, month.getYear(), month.getMonthValue());
    }

    private void require(Period wanted) {
        if (period != wanted) {
            throw new IllegalStateException("feed " + name + " is cut by " + period + ", not by " + wanted);
        }
    }
}

package org.shapan.warehouse.feed;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One column of a feed.
 *
 * @param name lower-case name, unique in its feed
 * @param type type of its values
 * @param nullable whether a row may lack it
 * @param references name of the dimension whose key it holds, if any: a {@code dim_*} feed, a {@link CodeList}, or
 *     {@code cust_month}, where it must be a customer of the same month
 * @param meaning what it says, with the unit
 */
public record Column(String name, ColumnType type, boolean nullable, Optional<String> references, String meaning) {

    public Column {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(references, "references is null");
        requireNonNull(meaning, "meaning is null");
    }

    static Column of(String name, ColumnType type, String meaning) {
        return new Column(name, type, false, Optional.empty(), meaning);
    }

    static Column text(String name, String meaning) {
        return of(name, ColumnType.VARCHAR, meaning);
    }

    static Column count(String name, String meaning) {
        return of(name, ColumnType.INTEGER, meaning);
    }

    static Column money(String name, String meaning) {
        return of(name, ColumnType.MONEY, meaning + " (yuan)");
    }

    static Column flag(String name, String meaning) {
        return of(name, ColumnType.BOOLEAN, meaning);
    }

    static Column key(String name, String dimension, String meaning) {
        return new Column(name, ColumnType.VARCHAR, false, Optional.of(dimension), meaning);
    }

    /** The Chinese and the English name columns of {@code stem}. */
    static List<Column> names(String stem, String meaning) {
        return List.of(text(stem + "_zh", meaning + ", Chinese"), text(stem + "_en", meaning + ", English"));
    }

    Column orNull() {
        return new Column(name, type, true, references, meaning);
    }

    static List<Column> columns(Object... columnsOrLists) {
        return Arrays.stream(columnsOrLists)
                .flatMap(c -> c instanceof List<?> list ? list.stream() : java.util.stream.Stream.of(c))
                .map(Column.class::cast)
                .toList();
    }
}

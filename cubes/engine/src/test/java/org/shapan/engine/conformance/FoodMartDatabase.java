package org.shapan.engine.conformance;

import java.util.function.Supplier;
import javax.sql.DataSource;

/** The databases that the cases run on, with the same rows in each. */
enum FoodMartDatabase {
    HSQLDB("HSQLDB", FoodMart::hsqldb),
    DUCKDB("DuckDB", FoodMartInDuckDb::source);

    private final String title;
    private final Supplier<DataSource> source;

    FoodMartDatabase(String title, Supplier<DataSource> source) {
        this.title = title;
        this.source = source;
    }

    /** The database's name as its makers write it. */
    String title() {
        return title;
    }

    DataSource source() {
        return source.get();
    }
}

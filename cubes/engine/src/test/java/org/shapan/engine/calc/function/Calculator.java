package org.shapan.engine.calc.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.shapan.engine.access.CatalogAccess;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.calc.QueryCompiler;
import org.shapan.engine.calc.QueryResult;
import org.shapan.engine.calc.eval.KeptSets;
import org.shapan.engine.calc.eval.QueryLimits;
import org.shapan.engine.cell.CellLimits;
import org.shapan.engine.cell.CellStore;
import org.shapan.engine.mdx.MdxParser;
import org.shapan.engine.mdx.SelectStatement;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.star.Bakery;

/**
 * Evaluates expressions and queries over the sales of {@link Bakery}, in the cubes of {@code bakery.xml}. By item: Pie 6.00 for 4
 * pieces, Roll 16.00 for 8, Rye 14.00 for 4, Water nothing. It is 14:30:15 on 5 March 2024, and the user is {@code test}.
 */
final class Calculator implements AutoCloseable {
    /** What the bakery lacks to show every function: weeks, the day of delivery, and a second fact. */
    private static final String[] MORE = {
        "ALTER TABLE day ADD COLUMN w INTEGER",
        "UPDATE day SET w = CASE day_id WHEN 1 THEN 1 WHEN 2 THEN 6 WHEN 3 THEN 49 WHEN 4 THEN 1 ELSE 6 END",
        "ALTER TABLE sales ADD COLUMN delivered_id INTEGER",
        "UPDATE sales SET delivered_id = day_id + 1",
        "CREATE TABLE visits(day_id INTEGER, shop_id INTEGER, visitors INTEGER)",
        "INSERT INTO visits VALUES (1, 10, 40), (1, 11, 25), (2, 12, 30), (4, 10, 50)"
    };

    private final Bakery bakery = new Bakery().run(MORE);
    private final CatalogAccess catalog = CatalogAccess.full(bakery.catalog(text("bakery.xml")));
    private final CellStore cells = new CellStore(bakery.executor(), CellLimits.DEFAULT);

    static String text(String resource) {
        try (InputStream in = Calculator.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of an expression: a number, text, truth value or date, null when it is empty. */
    Object value(String expression) {
        QueryResult result = run(expression);
        if (result.isError(0)) {
            throw new AssertionError(expression + ": " + result.errors(0));
        }
        return result.value(0);
    }

    double number(String expression) {
        return ((Number) value(expression)).doubleValue();
    }

    /** What is wrong with an expression, found when it was compiled or evaluated. */
    String error(String expression) {
        try {
            QueryResult result = run(expression);
            return result.isError(0) ? result.errors(0).getFirst() : "no error but " + result.value(0);
        } catch (EngineException e) {
            return e.getMessage();
        }
    }

    private QueryResult run(String expression) {
        return query("WITH MEMBER Measures.x AS " + expression + " SELECT {Measures.x} ON 0 FROM Sales");
    }

    QueryResult query(String mdx) {
        SelectStatement select = (SelectStatement) MdxParser.parseStatement(mdx);
        QueryExecution execution = new OnOneAfternoon();
        CubeAccess access = catalog.cube(QueryCompiler.cubeName(select)).orElseThrow();
        return QueryCompiler.compile(select, access, QueryLimits.DEFAULT, Locale.US)
                .execute(execution, cells.open(access.cube(), 0, execution), Map.of(), KeptSets.Store.NONE);
    }

    @Override
    public void close() {
        bakery.close();
    }

    private static final class OnOneAfternoon implements QueryExecution {
        @Override
        public void check() {
            // nobody cancels
        }

        @Override
        public Instant deadline() {
            return null;
        }

        @Override
        public String user() {
            return "test";
        }

        @Override
        public String customData() {
            return "shop=10";
        }

        @Override
        public AutoCloseable onCancel(Runnable action) {
            return () -> {};
        }

        /** The same numbers for every query. */
        private final RandomGenerator random = new SplittableRandom(7);

        @Override
        public RandomGenerator random() {
            return random;
        }

        @Override
        public LocalDateTime now() {
            return LocalDateTime.of(2024, 3, 5, 14, 30, 15);
        }
    }
}

package org.shapan.engine.calc.function;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import org.shapan.engine.access.CatalogAccess;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.calc.QueryCompiler;
import org.shapan.engine.calc.QueryResult;
import org.shapan.engine.calc.eval.QueryLimits;
import org.shapan.engine.cell.CellLimits;
import org.shapan.engine.cell.CellStore;
import org.shapan.engine.mdx.MdxParser;
import org.shapan.engine.mdx.SelectStatement;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.star.Bakery;
import org.shapan.engine.star.Cube;

/**
 * Evaluates expressions over the sales of {@link Bakery}. By item: Pie 6.00 for 4 pieces, Roll 16.00 for 8, Rye 14.00 for 4, Water
 * nothing. It is 14:30:15 on 5 March 2024.
 */
final class Calculator implements AutoCloseable {
    private static final String CUBE = """
            <Cube name='Sales'><Table name='sales'/>
              <Dimension name='Item' foreignKey='item_id'>
                <Hierarchy hasAll='true' primaryKey='item_id'><Table name='item'/>
                  <Level name='Item' column='item' uniqueMembers='true'/>
                </Hierarchy>
              </Dimension>
              <Measure name='Amount' column='amount' aggregator='sum'/>
              <Measure name='Pieces' column='qty' aggregator='sum'/>
            </Cube>
            """;

    private final Bakery bakery = new Bakery();
    private final Cube cube = bakery.cube(CUBE);
    private final CellStore cells = new CellStore(bakery.executor(), CellLimits.DEFAULT);

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
        SelectStatement select = (SelectStatement) MdxParser.parseStatement(
                "WITH MEMBER Measures.x AS " + expression + " SELECT {Measures.x} ON 0 FROM Sales");
        QueryExecution execution = new OnOneAfternoon();
        return QueryCompiler.compile(select, CatalogAccess.full(cube), QueryLimits.DEFAULT, Locale.US)
                .execute(execution, cells.open(cube, 0, execution), Map.of());
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
        public AutoCloseable onCancel(Runnable action) {
            return () -> {};
        }

        @Override
        public LocalDateTime now() {
            return LocalDateTime.of(2024, 3, 5, 14, 30, 15);
        }
    }
}

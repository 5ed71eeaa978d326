package org.shapan.engine.calc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.shapan.engine.access.CatalogAccess;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.calc.eval.QueryLimits;
import org.shapan.engine.cell.CellLimits;
import org.shapan.engine.cell.CellStore;
import org.shapan.engine.mdx.MdxParser;
import org.shapan.engine.mdx.SelectStatement;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.star.Bakery;
import org.shapan.engine.star.Cube;

/** The sales of {@link Bakery} as a cube over time, item and shop, and queries on it as text. */
final class SalesCube implements AutoCloseable {
    private static final String CUBE = """
            <Parameter name='Least' type='Numeric' defaultValue='5'/>
            <Parameter name='Home' type='Member' defaultValue='[Shop].[Mitte]' modifiable='false'/>
            <Cube name='Sales'><Table name='sales'/>
              <Dimension name='Time' type='TimeDimension' foreignKey='day_id'>
                <Hierarchy hasAll='true' allMemberName='Ever' primaryKey='day_id'><Table name='day'/>
                  <Level name='Year' column='y' type='Numeric' uniqueMembers='true' levelType='TimeYears'/>
                  <Level name='Quarter' column='q' uniqueMembers='false' levelType='TimeQuarters'/>
                  <Level name='Month' column='m' type='Numeric' uniqueMembers='false' levelType='TimeMonths'/>
                </Hierarchy>
              </Dimension>
              <Dimension name='Item' foreignKey='item_id'>
                <Hierarchy hasAll='true' primaryKey='item_id'><Table name='item'/>
                  <Level name='Item' column='item' uniqueMembers='true'/>
                </Hierarchy>
              </Dimension>
              <Dimension name='Shop' foreignKey='shop_id'>
                <Hierarchy hasAll='true' primaryKey='shop_id'><Table name='shop'/>
                  <Level name='Shop' column='shop' uniqueMembers='true'/>
                </Hierarchy>
              </Dimension>
              <Measure name='Amount' column='amount' aggregator='sum' formatString='#,##0.00'/>
              <Measure name='Pieces' column='qty' aggregator='sum'/>
              <Measure name='Sellers' column='seller_id' aggregator='distinct-count'/>
              <CalculatedMember name='Price' dimension='Measures' formula='[Measures].[Amount] / [Measures].[Pieces]'/>
            </Cube>
            """;

    private final Bakery bakery = new Bakery();
    private final Cube cube = bakery.cube(CUBE);
    private final CellStore cells = new CellStore(bakery.executor(), CellLimits.DEFAULT);

    QueryResult run(String mdx, QueryLimits limits) {
        return run(mdx, limits, Map.of());
    }

    /** @param parameters values by upper-case name */
    QueryResult run(String mdx, QueryLimits limits, Map<String, Object> parameters) {
        QueryExecution execution = new Unlimited();
        return QueryCompiler.compile(
                        (SelectStatement) MdxParser.parseStatement(mdx), CatalogAccess.full(cube), limits, Locale.US)
                .execute(execution, cells.open(cube, 0, execution), parameters);
    }

    /** Columns, then a line per row: its members and its cells; the code of the error when the query fails. */
    List<String> table(String mdx) {
        QueryResult result;
        try {
            result = run(mdx, QueryLimits.DEFAULT);
        } catch (EngineException e) {
            return List.of(e.code().toString());
        }
        List<String> table = new ArrayList<>();
        int columns = result.axisCount() == 0 ? 1 : result.positionCount(0);
        if (result.axisCount() > 0) {
            table.add(line("", columns, column -> names(result, 0, column)));
        }
        int rows = result.axisCount() < 2 ? 1 : result.positionCount(1);
        for (int row = 0; row < rows; row++) {
            int first = row * columns;
            table.add(line(
                    result.axisCount() < 2 ? "" : names(result, 1, row),
                    columns,
                    column -> cell(result, first + column)));
        }
        return table;
    }

    private static String cell(QueryResult result, int ordinal) {
        return result.isError(ordinal) ? "#ERR" : result.isEmpty(ordinal) ? "-" : result.formatted(ordinal);
    }

    private static String line(String head, int columns, IntFunction<String> text) {
        List<String> parts = new ArrayList<>();
        parts.add(head);
        for (int column = 0; column < columns; column++) {
            parts.add(text.apply(column));
        }
        return String.join(" | ", parts).strip();
    }

    private static String names(QueryResult result, int axis, int position) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < result.width(axis); column++) {
            names.add(result.memberCaption(axis, position, column));
        }
        return String.join(", ", names);
    }

    @Override
    public void close() {
        bakery.close();
    }

    private static final class Unlimited implements QueryExecution {
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
    }
}

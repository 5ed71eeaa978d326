package org.shapan.engine.calc;

import java.util.List;
import java.util.Map;
import org.shapan.engine.calc.eval.QueryLimits;
import org.shapan.engine.star.Bakery;

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
    private final CubeQueries queries = new CubeQueries(bakery.cube(CUBE), bakery.executor());

    QueryResult run(String mdx, QueryLimits limits) {
        return run(mdx, limits, Map.of());
    }

    /** @param parameters values by upper-case name */
    QueryResult run(String mdx, QueryLimits limits, Map<String, Object> parameters) {
        return queries.run(mdx, limits, parameters);
    }

    /** Columns, then a line per row: its members and its cells; the code of the error when the query fails. */
    List<String> table(String mdx) {
        return queries.table(mdx);
    }

    @Override
    public void close() {
        bakery.close();
    }
}

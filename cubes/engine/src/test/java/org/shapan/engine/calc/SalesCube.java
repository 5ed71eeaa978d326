package org.shapan.engine.calc;

import java.util.List;
import java.util.Map;
import org.shapan.engine.calc.eval.KeptSets;
import org.shapan.engine.calc.eval.QueryLimits;
import org.shapan.engine.star.Bakery;
import org.shapan.engine.star.Catalog;

/** The sales of {@link Bakery} as a cube over time, item and shop, beside them some more cubes; and queries on them as text. */
final class SalesCube implements AutoCloseable {
    private static final String CATALOG = """
            <Parameter name='Least' type='Numeric' defaultValue='5'/>
            <Parameter name='Home' type='Member' defaultValue='[Shop].[Mitte]' modifiable='false'/>
            <Dimension name='Shop'>
              <Hierarchy hasAll='true' primaryKey='shop_id'><Table name='shop'/>
                <Level name='Shop' column='shop' uniqueMembers='true'/>
              </Hierarchy>
            </Dimension>
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
              <DimensionUsage name='Shop' source='Shop' foreignKey='shop_id'/>
              <Measure name='Amount' column='amount' aggregator='sum' formatString='#,##0.00'/>
              <Measure name='Pieces' column='qty' aggregator='sum'/>
              <Measure name='Sellers' column='seller_id' aggregator='distinct-count'/>
              <CalculatedMember name='Price' dimension='Measures' formula='[Measures].[Amount] / [Measures].[Pieces]'/>
            </Cube>
            <Cube name='Openings'><Table name='shop'/>
              <DimensionUsage name='Shop' source='Shop'/>
              <Measure name='Shops' column='shop_id' aggregator='count'/>
            </Cube>
            <Cube name='Years'><Table name='sales'/>
              <Dimension name='Year' foreignKey='day_id'>
                <Hierarchy hasAll='false' primaryKey='day_id'><Table name='day'/>
                  <Level name='Year' column='y' type='Numeric' uniqueMembers='true'/>
                </Hierarchy>
              </Dimension>
              <DimensionUsage name='Shop' source='Shop' foreignKey='shop_id'/>
              <Measure name='Takings' column='amount' aggregator='sum' formatString='#,##0.00'/>
            </Cube>
            <VirtualCube name='Overview'>
              <CubeUsages><CubeUsage cubeName='Openings' ignoreUnrelatedDimensions='true'/></CubeUsages>
              <VirtualCubeDimension name='Shop'/>
              <VirtualCubeDimension cubeName='Sales' name='Item'/>
              <VirtualCubeMeasure cubeName='Sales' name='[Measures].[Amount]'/>
              <VirtualCubeMeasure cubeName='Openings' name='[Measures].[Shops]'/>
              <VirtualCubeMeasure cubeName='Years' name='[Measures].[Takings]'/>
            </VirtualCube>
            """;

    private final Bakery bakery = new Bakery();
    private final CubeQueries sales;
    private final CubeQueries overview;

    SalesCube() {
        Catalog catalog = bakery.catalog(CATALOG);
        this.sales = new CubeQueries(catalog.cube("Sales").orElseThrow(), bakery.executor());
        this.overview = new CubeQueries(catalog.cube("Overview").orElseThrow(), bakery.executor());
    }

    private CubeQueries queries(String mdx) {
        return mdx.contains("FROM Overview") ? overview : sales;
    }

    QueryResult run(String mdx, QueryLimits limits) {
        return run(mdx, limits, Map.of());
    }

    /** @param parameters values by upper-case name */
    QueryResult run(String mdx, QueryLimits limits, Map<String, Object> parameters) {
        return queries(mdx).run(mdx, limits, parameters);
    }

    CompiledQuery compiled(String mdx) {
        return sales.compiled(mdx, QueryLimits.DEFAULT);
    }

    QueryResult run(CompiledQuery query, KeptSets.Store sets) {
        return sales.run(query, Map.of(), sets);
    }

    /** Columns, then a line per row: its members and its cells; the code of the error when the query fails. */
    List<String> table(String mdx) {
        return queries(mdx).table(mdx);
    }

    @Override
    public void close() {
        bakery.close();
    }
}

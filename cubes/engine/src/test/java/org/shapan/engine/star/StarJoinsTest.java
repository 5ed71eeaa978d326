package org.shapan.engine.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shapan.engine.star.Bakery.names;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shapan.engine.sql.DataType;

/** How a fact table reaches its dimensions: aliases, grain, views, inline tables, filters, expressions, aggregate tables. */
class StarJoinsTest {
    private static final String SHOP = """
            <Dimension name='Shop'><Hierarchy hasAll='true' primaryKey='shop_id'><Table name='shop'/>
              <Level name='Shop' column='shop' uniqueMembers='true'/></Hierarchy></Dimension>""";

    private final Bakery bakery = new Bakery();

    @AfterEach
    void close() {
        bakery.close();
    }

    private static List<String> aliases(Cube cube, int ordinal, int depth) {
        return cube
                .factGroups()
                .get(0)
                .path(cube.hierarchies().get(ordinal).levels().get(depth))
                .joins()
                .stream()
                .map(j -> j.relation().alias())
                .toList();
    }

    @Test
    void theSameJoinIsMadeOnceAndAnotherGetsItsOwnAlias() {
        Cube cube = bakery.cube(SHOP
                + "<Cube name='Sales'><Table name='sales'/>"
                + "<DimensionUsage name='Shop' source='Shop' foreignKey='shop_id'/>"
                + "<DimensionUsage name='Again' source='Shop' foreignKey='shop_id'/>"
                + "<DimensionUsage name='Other' source='Shop' foreignKey='item_id'/>"
                + "<Measure name='Amount' column='amount' aggregator='sum'/></Cube>");

        assertThat(aliases(cube, 1, 1)).containsExactly("shop");
        assertThat(aliases(cube, 2, 1)).containsExactly("shop");
        assertThat(aliases(cube, 3, 1)).containsExactly("shop_1");
        assertThat(names(cube.hierarchies().get(3).roots())).containsExactly("[Other].[All Others]");
        // members are shared: ids mean the same under each usage
        Hierarchy shop = cube.hierarchies().get(1);
        Hierarchy other = cube.hierarchies().get(3);
        assertThat(other.member(2).name()).isEqualTo(shop.member(2).name());
    }

    @Test
    void expressionsFollowTheAliasOfTheirUsage() {
        Cube cube = bakery.cube(SHOP.replace(
                        "column='shop' uniqueMembers='true'/>",
                        "uniqueMembers='true'><KeyExpression><SQL dialect='generic'>upper(\"shop\") || 'shop.'</SQL></KeyExpression></Level>")
                + "<Cube name='Sales'><Table name='sales'/>"
                + "<DimensionUsage name='A' source='Shop' foreignKey='shop_id'/>"
                + "<DimensionUsage name='B' source='Shop' foreignKey='seller_id'/>"
                + "<Measure name='Amount' column='amount' aggregator='sum'/></Cube>");
        Level second = cube.hierarchies().get(2).levels().get(1);

        LevelPath path = cube.factGroups().get(0).path(second);

        assertThat(path.keys())
                .extracting(LevelPath.KeyExpression::sql)
                .containsExactly("upper(\"shop_1\".\"shop\") || 'shop.'");
        assertThat(bakery.sumsBy(cube, cube.hierarchies().get(1).levels().get(1)))
                .containsExactly("[A].[MITTEshop.] = 20.50", "[A].[NORDshop.] = 7.50", "[A].[SÜDshop.] = 8.00");
    }

    @Test
    void aCoarserFactJoinsADistinctProjection() {
        bakery.run(
                "CREATE TABLE plan(region VARCHAR, amount DECIMAL(10, 2))",
                "INSERT INTO plan VALUES ('South', 100), ('West', 200), ('North', 1)");
        Cube cube = bakery.cube("""
                <Dimension name='Place'><Hierarchy hasAll='true' primaryKey='shop_id' primaryKeyTable='shop'>
                  <Join leftKey='town_id' rightKey='town_id'><Table name='shop'/><Table name='town'/></Join>
                  <Level name='Half' uniqueMembers='true'>
                    <KeyExpression><SQL dialect='generic'>CASE "region" WHEN 'West' THEN 'left' ELSE 'right' END</SQL></KeyExpression></Level>
                  <Level name='Region' table='town' column='region' uniqueMembers='true'/>
                  <Level name='Shop' table='shop' column='shop' uniqueMembers='true'/>
                </Hierarchy></Dimension>
                <Cube name='Plan'><Table name='plan'/>
                  <DimensionUsage name='Place' source='Place' foreignKey='region' level='Region'/>
                  <Measure name='Amount' column='amount' aggregator='sum'/></Cube>""");
        List<Level> levels = cube.hierarchies().get(1).levels();
        FactGroup group = cube.factGroups().get(0);

        // two shops of the West do not count its plan twice
        assertThat(bakery.sumsBy(cube, levels.get(1)))
                .containsExactly("[Place].[left] = 200.00", "[Place].[right] = 100.00");
        assertThat(bakery.sumsBy(cube, levels.get(2)))
                .containsExactly("[Place].[left].[West] = 200.00", "[Place].[right].[South] = 100.00", "none = 1.00");
        assertThat(group.path(levels.get(2)).joins()).isEmpty();
        assertThat(group.reaches(levels.get(2))).isTrue();
        assertThat(group.reaches(levels.get(3))).isFalse();
    }

    @Test
    void aSharedDimensionOverTheFactTableNeedsNoKey() {
        Cube cube = bakery.cube(SHOP
                + "<Cube name='Shops'><Table name='shop'/><DimensionUsage name='Shop' source='Shop'/>"
                + "<Measure name='Shops' column='shop_id' aggregator='count'/></Cube>");

        assertThat(aliases(cube, 1, 1)).isEmpty();
        assertThat(cube.storedMeasures().get(0).dataType()).isEqualTo(DataType.LONG);
    }

    @Test
    void viewsInlineTablesAndFiltersAreRelations() {
        Cube cube = bakery.sales("""
                <Dimension name='View' foreignKey='shop_id'><Hierarchy hasAll='true' primaryKey='shop_id'>
                  <View alias='v'><SQL dialect='duckdb'>SELECT shop_id, lower(shop) AS low FROM shop</SQL>
                    <SQL dialect='oracle'>nonsense</SQL></View>
                  <Level name='Low' column='low' uniqueMembers='true'/></Hierarchy></Dimension>
                <Dimension name='Inline' foreignKey='item_id'><Hierarchy hasAll='true' primaryKey='id'>
                  <InlineTable alias='i'><ColumnDefs><ColumnDef name='id' type='Integer'/><ColumnDef name='word' type='String'/></ColumnDefs>
                    <Rows><Row><Value column='id'>1</Value><Value column='word'>o'ne</Value></Row><Row><Value column='id'>2</Value></Row></Rows>
                  </InlineTable><Level name='Word' column='word' uniqueMembers='true'/></Hierarchy></Dimension>
                <Dimension name='Filtered' foreignKey='shop_id'><Hierarchy hasAll='true' primaryKey='shop_id'>
                  <Table name='shop' alias='s'><SQL dialect='generic'>"s"."town_id" = 2</SQL></Table>
                  <Level name='Shop' column='shop' uniqueMembers='true'/></Hierarchy></Dimension>""");

        assertThat(bakery.sumsBy(cube, cube.hierarchies().get(1).levels().get(1)))
                .containsExactly("[View].[mitte] = 20.50", "[View].[nord] = 7.50", "[View].[süd] = 8.00");
        assertThat(bakery.sumsBy(cube, cube.hierarchies().get(2).levels().get(1)))
                .containsExactly("[Inline].[#null] = 14.00", "[Inline].[o'ne] = 16.00");
        assertThat(bakery.sumsBy(cube, cube.hierarchies().get(3).levels().get(1)))
                .containsExactly("[Filtered].[Nord] = 7.50", "[Filtered].[Süd] = 8.00");
    }

    @Test
    void measuresHaveTheTypeOfWhatTheyCombine() {
        Cube cube = bakery.cube("""
                <Cube name='Sales' defaultMeasure='quantity'><Table name='sales'/>
                  <Measure name='Quantity' column='qty' aggregator='sum' formatString='#,##0'/>
                  <Measure name='Amount' column='amount' aggregator='sum' sp:aggregation='last' sp:folder='Money'/>
                  <Measure name='Mean' column='amount' aggregator='avg'/>
                  <Measure name='Weight' column='weight' aggregator='sum'/>
                  <Measure name='Last channel' column='channel' aggregator='max'/>
                  <Measure name='Sellers' column='seller_id' aggregator='distinct-count'/>
                  <Measure name='Price' aggregator='sum'><MeasureExpression><SQL dialect='generic'>"amount" / 2</SQL></MeasureExpression></Measure>
                </Cube>""");

        assertThat(cube.storedMeasures())
                .extracting(StoredMeasure::dataType)
                .startsWith(
                        DataType.LONG,
                        DataType.DECIMAL,
                        DataType.DECIMAL,
                        DataType.DOUBLE,
                        DataType.STRING,
                        DataType.LONG,
                        DataType.DOUBLE);
        StoredMeasure amount = cube.storedMeasures().get(1);
        assertThat(amount.timeAggregation()).isEqualTo(TimeAggregation.LAST);
        assertThat(amount.folder()).isEqualTo("Money");
        assertThat(cube.storedMeasures().get(6).sql()).isEqualTo("\"sales\".\"amount\" / 2");
        assertThat(cube.defaultMeasure().name()).isEqualTo("Quantity");
    }

    @Test
    void aCubeWithoutACountGetsAHiddenOne() {
        Cube cube = bakery.sales("");

        StoredMeasure count = cube.storedMeasures().get(1);
        assertThat(count.uniqueName()).isEqualTo("[Measures].[Fact Count]");
        assertThat(count.visible()).isFalse();
        assertThat(count.sql()).isNull();
    }

    @Test
    void aggregateTablesAreReachedByTheirOwnColumns() {
        bakery.run(
                "CREATE TABLE agg_region(region VARCHAR, y INTEGER, shop_id INTEGER, amount_sum DECIMAL(12, 2), n BIGINT)",
                "INSERT INTO agg_region SELECT s.region, d.y, s.shop_id, SUM(s.amount), COUNT(*) FROM sales s JOIN day d USING (day_id) GROUP BY ALL");
        Cube cube = bakery.cube("""
                <Cube name='Sales'><Table name='sales'>
                    <AggPattern pattern='agg_.*'><AggFactCount column='N'/><AggForeignKey factColumn='shop_id' aggColumn='shop_id'/>
                      <AggMeasure name='[Measures].[Amount]' column='amount_sum'/><AggLevel name='[Time].[Year]' column='y'/></AggPattern>
                  </Table>
                  <Dimension name='Time' foreignKey='day_id'><Hierarchy hasAll='true' primaryKey='day_id'><Table name='day'/>
                    <Level name='Year' column='y' uniqueMembers='true'/><Level name='Quarter' column='q'/></Hierarchy></Dimension>
                  <Dimension name='Shop' foreignKey='shop_id'><Hierarchy hasAll='true' primaryKey='shop_id'><Table name='shop'/>
                    <Level name='Shop' column='shop' uniqueMembers='true'/></Hierarchy></Dimension>
                  <Measure name='Amount' column='amount' aggregator='sum'/></Cube>""");
        Level year = cube.hierarchies().get(1).levels().get(1);
        Level quarter = cube.hierarchies().get(1).levels().get(2);
        Level shop = cube.hierarchies().get(2).levels().get(1);

        AggregateTable aggregate = cube.factGroups().get(0).aggregates().get(0);

        assertThat(aggregate.holds(year)).isTrue();
        assertThat(aggregate.holds(quarter)).isFalse();
        assertThat(aggregate.holds(shop)).isTrue();
        assertThat(aggregate.path(year).keys())
                .extracting(LevelPath.KeyExpression::sql)
                .containsExactly("\"agg_region\".\"y\"");
        assertThat(aggregate.path(shop).joins()).hasSize(1);
        assertThat(aggregate.path(shop).joins().get(0).condition())
                .isEqualTo("\"agg_region\".\"shop_id\" = \"shop\".\"shop_id\"");
        assertThat(aggregate.sql(cube.storedMeasures().get(0))).isEqualTo("\"agg_region\".\"amount_sum\"");
        assertThat(aggregate.sql(cube.storedMeasures().get(1))).isEqualTo("\"agg_region\".\"n\"");
        assertThat(aggregate.isExactly(new Level[] {null, year, shop})).isTrue();
        assertThat(aggregate.isExactly(new Level[] {null, year, null})).isFalse();
    }
}

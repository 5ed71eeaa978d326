package org.shapan.engine.calc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shapan.engine.star.Bakery;

/** Measures of a virtual cube that ignore what their fact does not know, each as the catalog says. */
class ValidMeasuresTest {
    private static final String CATALOG = """
            <Dimension name='Shop'><Hierarchy hasAll='true' primaryKey='shop_id'><Table name='shop'/>
              <Level name='Shop' column='shop' uniqueMembers='true'/></Hierarchy></Dimension>
            <Cube name='Sales'><Table name='sales'/>
              <DimensionUsage source='Shop' foreignKey='shop_id'/>
              <Dimension name='Channel'><Hierarchy hasAll='true'><Level name='Channel' column='channel' uniqueMembers='true'/></Hierarchy></Dimension>
              <Measure name='Amount' column='amount' aggregator='sum'/></Cube>
            <Cube name='Shops'><Table name='shop'/>
              <DimensionUsage source='Shop'/>
              <Measure name='Count' column='shop_id' aggregator='count'/>
              <Measure name='Last' column='shop_id' aggregator='max'/>
              <CalculatedMember name='Twice' dimension='Measures' formula='[Measures].[Count] * 2'/>
              <CalculatedMember name='Thrice' dimension='Measures' formula='[Measures].[Last] * 3'/></Cube>
            <VirtualCube name='Both'>
              <VirtualCubeDimension name='Shop'/><VirtualCubeDimension cubeName='Sales' name='Channel'/>
              <VirtualCubeMeasure cubeName='Sales' name='[Measures].[Amount]'/>
              <VirtualCubeMeasure cubeName='Shops' name='[Measures].[Count]' sp:validMeasure='true'/>
              <VirtualCubeMeasure cubeName='Shops' name='[Measures].[Last]'/>
              <VirtualCubeMeasure cubeName='Shops' name='[Measures].[Twice]' sp:validMeasure='true'/>
              <VirtualCubeMeasure cubeName='Shops' name='[Measures].[Thrice]'/>
              <CalculatedMember name='Per shop' dimension='Measures' formula='[Measures].[Amount] / [Measures].[Count]'/>
            </VirtualCube>""";

    private final Bakery bakery = new Bakery();
    private final CubeQueries queries =
            new CubeQueries(bakery.catalog(CATALOG).cube("Both").orElseThrow(), bakery.executor());

    @AfterEach
    void close() {
        bakery.close();
    }

    @Test
    void onlyTheMeasuresThatSaySoIgnoreADimensionTheirCubeLacks() {
        assertThat(queries.table(
                        "SELECT {[Measures].[Amount], [Measures].[Count], [Measures].[Last], [Measures].[Per shop]}"
                                + " ON COLUMNS, [Channel].Members ON ROWS FROM [Both]"))
                .containsExactly(
                        "| Amount | Count | Last | Per shop",
                        "All Channels | 36 | 3 | 12 | 12",
                        "#null | 10.5 | 3 | - | 3.5",
                        "counter | 17.5 | 3 | - | 5.833",
                        "phone | 8 | 3 | - | 2.667");
    }

    @Test
    void calculatedMeasuresDoTooWhateverTheirFormulaNames() {
        assertThat(queries.table("SELECT {[Measures].[Twice], [Measures].[Last]} ON COLUMNS,"
                        + " CrossJoin({[Shop].[Nord]}, [Channel].[Channel].Members) ON ROWS FROM [Both]"))
                .containsExactly(
                        "| Twice | Last", "Nord, #null | 2 | -", "Nord, counter | 2 | -", "Nord, phone | 2 | -");
        assertThat(queries.table("SELECT {[Measures].[Thrice]} ON COLUMNS, {[Channel].[phone]} ON ROWS FROM [Both]"))
                .containsExactly("| Thrice", "phone | -");
    }

    @Test
    void nonEmptyKeepsWhatOnlyTheyHaveInSmallAndLargeProducts() {
        assertThat(queries.table("SELECT NON EMPTY {[Measures].[Twice], [Measures].[Last]} ON COLUMNS,"
                        + " NonEmptyCrossJoin([Shop].[Shop].Members, {[Channel].[phone]}) ON ROWS FROM [Both]"))
                .containsExactly("| Twice", "Mitte, phone | 2", "Nord, phone | 2", "Süd, phone | 2");

        bakery.run("INSERT INTO shop SELECT 100 + i, 'S' || i, 1, NULL FROM range(100) t(i)");
        CubeQueries large = new CubeQueries(bakery.catalog(CATALOG).cube("Both").orElseThrow(), bakery.executor());
        for (String measure : List.of("Count", "Twice")) {
            assertThat(
                            large.table(
                                    "SELECT {[Measures].[" + measure + "]} ON COLUMNS,"
                                            + " NON EMPTY CrossJoin([Shop].[Shop].Members, [Channel].[Channel].Members) ON ROWS FROM [Both]"))
                    .hasSize(1 + 103 * 3);
        }
    }

    @Test
    void inASlicerTheyIgnoreItToo() {
        assertThat(queries.table("SELECT {[Measures].[Amount], [Measures].[Count]} ON COLUMNS FROM [Both]"
                        + " WHERE {[Channel].[phone], [Channel].[counter]}"))
                .containsExactly("| Amount | Count", "| 25.5 | 3");
    }
}

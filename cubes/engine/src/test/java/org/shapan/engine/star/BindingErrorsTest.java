package org.shapan.engine.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.shapan.engine.star.Bakery.names;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** A catalog that does not fit its database says so when it is loaded, at the place in the file. */
class BindingErrorsTest {
    private static final String SHOP =
            "<Hierarchy primaryKey='shop_id'><Table name='shop'/><Level name='Shop' column='shop'/></Hierarchy>";

    private final Bakery bakery = new Bakery();

    @AfterEach
    void close() {
        bakery.close();
    }

    private EngineException failure(String body) {
        EngineException e = catchThrowableOfType(EngineException.class, () -> bakery.catalog(body));
        assertThat(e).as(body).isNotNull();
        assertThat(e.code()).isEqualTo(OlapErrorCode.CATALOG_INVALID);
        assertThat(e.region()).isPresent();
        return e;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Dimension name='D' foreignKey='shop_id'><Hierarchy primaryKey='id'><Table name='nowhere'/><Level name='L' column='c'/></Hierarchy></Dimension>"
                        + " | no table 'nowhere'",
                "<Dimension name='D' foreignKey='shop_id'><Hierarchy primaryKey='shop_id'><Table name='shop'/><Level name='L' column='nothing'/></Hierarchy></Dimension>"
                        + " | no column 'nothing' in 'shop'. It has the columns shop_id, shop, town_id, opened",
                "<Dimension name='D' foreignKey='shop_id'><Hierarchy primaryKey='nothing'><Table name='shop'/><Level name='L' column='shop'/></Hierarchy></Dimension>"
                        + " | no column 'nothing'",
                "<Dimension name='D' foreignKey='shop_id'><Hierarchy primaryKey='shop_id'><Table name='shop'/><Level name='L' column='shop'><Property name='P' column='x'/></Level></Hierarchy></Dimension>"
                        + " | no column 'x'",
                "<Dimension name='D' foreignKey='shop_id'><Hierarchy primaryKey='shop_id'><Table name='shop'/><Level name='L'><KeyExpression><SQL dialect='generic'>nothing + 1</SQL></KeyExpression></Level></Hierarchy></Dimension>"
                        + " | level 'L' of dimension 'D'",
                "<Dimension name='D' foreignKey='shop_id'><Hierarchy primaryKey='shop_id'><Table name='shop'/><Level name='L'><KeyExpression><SQL dialect='oracle'>x</SQL></KeyExpression></Level></Hierarchy></Dimension>"
                        + " | no <SQL> for the dialect 'duckdb', only for [oracle]",
                "<Dimension name='D' foreignKey='shop_id'><Hierarchy primaryKey='shop_id' primaryKeyTable='town'><Table name='shop'/><Level name='L' column='shop'/></Hierarchy></Dimension>"
                        + " | primaryKeyTable 'town' is not a relation of the hierarchy. Name one of shop",
                "<Dimension name='D' foreignKey='shop_id'><Hierarchy primaryKey='shop_id'><Join leftKey='town_id' rightKey='x'><Table name='shop'/><Table name='town'/></Join><Level name='L' column='shop'/></Hierarchy></Dimension>"
                        + " | no column 'x' in town",
                "<Dimension name='D' foreignKey='shop_id'><Hierarchy primaryKey='shop_id'><Join leftKey='town_id' rightKey='town_id'><Table name='shop'/><Table name='shop'/></Join><Level name='L' column='shop'/></Hierarchy></Dimension>"
                        + " | two relations are called 'shop'",
                "<Dimension name='D' foreignKey='shop_id'><Hierarchy primaryKey='shop_id'><Table name='shop'/><Level name='L' column='shop' levelType='TimeAges'/></Hierarchy></Dimension>"
                        + " | not 'TimeAges'",
                "<Dimension name='D' foreignKey='seller_id'><Hierarchy primaryKey='id'><Table name='seller'/><Level name='L' column='id' parentColumn='boss'/><Level name='M' column='name'/></Hierarchy></Dimension>"
                        + " | no level can stand below the parent-child level 'L'",
                "<Dimension name='D' foreignKey='shop_id'><Hierarchy primaryKey='shop_id'><Table name='shop'/><Level name='L' column='shop'/></Hierarchy></Dimension>"
                        + "<sp:DrillThrough><Table name='item'/></sp:DrillThrough> | details in 'item' have no column 'shop_id'",
                "<sp:DrillThrough><Table name='item'/><sp:Column name='C' column='nothing'/></sp:DrillThrough> | no column 'nothing'",
                "<DimensionUsage name='D' source='Nobody' foreignKey='shop_id'/> | no shared dimension 'Nobody'",
            })
    void whatIsMissingIsNamed(String dimension, String message) {
        assertThat(failure(Bakery.salesCube(dimension))).hasMessageContaining(message);
    }

    @Test
    void foreignKeysAndMeasuresAreChecked() {
        assertThat(failure(Bakery.salesCube("<Dimension name='D' foreignKey='nothing'>" + SHOP + "</Dimension>")))
                .hasMessageContaining("the fact table of cube 'Sales' has no column 'nothing' (foreignKey of 'D')");
        assertThat(failure(Bakery.salesCube("<Dimension name='D'>" + SHOP + "</Dimension>")))
                .hasMessageContaining("needs a foreignKey");
        assertThat(
                        failure(
                                "<Cube name='C'><Table name='sales'/><Measure name='M' column='nothing' aggregator='sum'/></Cube>"))
                .hasMessageContaining("no column 'nothing' in 'sales'");
        assertThat(
                        failure(
                                "<Cube name='C'><Table name='sales'/><Measure name='M' column='channel' aggregator='sum'/></Cube>"))
                .hasMessageContaining("measure 'M' cannot sum values of type STRING");
        assertThat(failure("<Cube name='C'><Table name='gone'/><Measure name='M' column='m' aggregator='sum'/></Cube>"))
                .hasMessageContaining("no table 'gone'");
    }

    @Test
    void formulasAreParsedWhenTheCatalogIsLoaded() {
        EngineException e = failure(
                "<Cube name='C'><Table name='sales'/><Measure name='M' column='qty' aggregator='sum'/>\n"
                        + "<CalculatedMember name='X' dimension='Measures'><Formula>1 +\n  * 2</Formula></CalculatedMember></Cube>");

        assertThat(e).hasMessageContaining("calculated member 'X'");
        assertThat(e.region().orElseThrow().line()).isEqualTo(3);
        assertThat(e.region().orElseThrow().column()).isEqualTo(3);
    }

    @Test
    void virtualCubesNameWhatIsThere() {
        String base = Bakery.salesCube("");

        assertThat(
                        failure(
                                base
                                        + "<VirtualCube name='V'><VirtualCubeMeasure cubeName='Nobody' name='[Measures].[Amount]'/></VirtualCube>"))
                .hasMessageContaining("the cube 'Nobody', which does not exist");
        assertThat(
                        failure(
                                base
                                        + "<VirtualCube name='V'><VirtualCubeMeasure cubeName='Sales' name='[Measures].[Nothing]'/></VirtualCube>"))
                .hasMessageContaining("no measure '[Measures].[Nothing]'");
        assertThat(failure(base + "<VirtualCube name='V'><VirtualCubeDimension name='D'/></VirtualCube>"))
                .hasMessageContaining("has a dimension 'D'");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        EngineException e = failure(Bakery.salesCube("<Dimension name='A' foreignKey='nothing'>" + SHOP + "</Dimension>"
                + "<Dimension name='B' foreignKey='also_nothing'>" + SHOP + "</Dimension>"));

        assertThat(e)
                .hasMessageContaining("2 faults")
                .hasMessageContaining("'nothing'")
                .hasMessageContaining("'also_nothing'");
    }

    @Test
    void whatDoesNotFitIsLeftOutWhenAsked() {
        Catalog catalog = StarBuilder.build(
                Bakery.definition(
                        Bakery.salesCube("<Dimension name='A' foreignKey='nothing'>" + SHOP + "</Dimension>"
                                + "<Dimension name='B' foreignKey='shop_id'>" + SHOP + "</Dimension>"),
                        ""),
                bakery.executor(),
                Gaps.LEAVE_OUT);

        assertThat(names(catalog.cubes().get(0).dimensions())).containsExactly("[Measures]", "[B]");
        assertThat(catalog.notices()).hasSize(1);
        assertThat(catalog.notices().get(0))
                .contains("left out")
                .contains("'nothing'")
                .contains("line 1");
        assertThat(bakery.sumsBy(
                        catalog.cubes().get(0),
                        catalog.cubes().get(0).hierarchies().get(1).levels().get(1)))
                .hasSize(3);
    }

    @Test
    void aTypoInTheSpellingOfAColumnsCaseIsForgiven() {
        Cube cube = bakery.sales("<Dimension name='D' foreignKey='SHOP_ID'>"
                + SHOP.replace("column='shop'", "column='SHOP'") + "</Dimension>");

        assertThat(bakery.sumsBy(cube, cube.hierarchies().get(1).levels().get(1)))
                .hasSize(3);
    }
}

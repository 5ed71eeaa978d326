package org.shapan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.star.Bakery;

/** Formulas of a catalog are checked, and what they and its roles name is read, when it is bound to the data. */
class CatalogFormulasTest {
    private static final String ROLE = """
            <Role name='branch'><SchemaGrant access='none'><CubeGrant cube='Sales' access='all'>
              <HierarchyGrant hierarchy='[Place]' access='custom'><MemberGrant member='[Place].[Ulm]' access='all'/></HierarchyGrant>
            </CubeGrant></SchemaGrant></Role>""";

    private final Bakery bakery = new Bakery();
    private final CubeServer server = CubeServer.builder(bakery.source()).build();

    @AfterEach
    void close() {
        bakery.close();
    }

    private void load(String formulas) {
        server.load("Bakery", Bakery.definition("""
                <Cube name='Sales'><Table name='sales'/>
                  <Dimension name='Place' foreignKey='shop_id'><Hierarchy hasAll='true' primaryKey='shop_id' primaryKeyTable='shop'>
                    <Join leftKey='town_id' rightKey='town_id'><Table name='shop'/><Table name='town'/></Join>
                    <Level name='Town' table='town' column='town' uniqueMembers='true'/></Hierarchy></Dimension>
                  <Measure name='Amount' column='amount' aggregator='sum'/>
                """ + formulas + "</Cube>" + ROLE, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <CalculatedMember name='X' dimension='Measures' formula='[Measures].[Amont] * 2'/>        | calculated member 'X' | did you mean [Amount]?
                    <CalculatedMember name='X' dimension='Measures' formula='Nothing(1)'/>                    | calculated member 'X' | Nothing
                    <CalculatedMember name='X' dimension='Measures' formula='[Place].Members'/>               | calculated member 'X' | must have a value
                    <NamedSet name='S' formula='Filter([Place].Members, [Measures].[Amont] > 1)'/>            | named set 'S'         | did you mean [Amount]?
                    <NamedSet name='S' formula='1 + 1'/>                                                      | named set 'S'         | set
                    """)
    void aFormulaThatMeansNothingIsToldAtItsPlaceWhenTheCatalogIsLoaded(String formula, String what, String why) {
        EngineException failure = catchThrowableOfType(EngineException.class, () -> load(formula));

        assertThat(failure).as(formula).isNotNull();
        assertThat(failure.code()).isEqualTo(OlapErrorCode.CATALOG_INVALID);
        assertThat(failure).hasMessageStartingWith("bakery.xml: ").hasMessageContaining(what);
        assertThat(failure.getMessage()).containsIgnoringCase(why);
        assertThat(failure.region())
                .hasValueSatisfying(region -> assertThat(region.line()).isEqualTo(6));
        assertThat(server.catalogs()).isEmpty();
    }

    @Test
    void membersThatAreNotThereYetAreNoFault() {
        assertThatCode(() -> load("""
                        <CalculatedMember name='X' dimension='Measures' formula='([Measures].[Amount], [Place].[Atlantis])'/>
                        <NamedSet name='S' formula='{[Place].[Atlantis]}'/>""")).doesNotThrowAnyException();
    }

    @Test
    void whatFormulasAndRolesNameIsReadWhenTheCatalogIsBound() throws SQLException {
        load("<NamedSet name='S' formula='{[Place].[Bonn]}'/>");
        server.dataChanged();
        bakery.run("DROP TABLE town");

        assertThat(name("[Place].[Bonn]", List.of())).isEqualTo("Bonn");
        assertThat(name("[Place].[Ulm]", List.of("branch"))).isEqualTo("Ulm");
    }

    private String name(String member, List<String> roles) throws SQLException {
        try (OlapConnection connection =
                        server.connect(ConnectionSettings.of("Bakery").withRoles(roles));
                OlapStatement statement = connection.createStatement()) {
            return statement
                    .executeOlapQuery(
                            "WITH MEMBER [Measures].[n] AS " + member + ".Name SELECT [Measures].[n] ON 0 FROM [Sales]")
                    .getCell(0)
                    .getFormattedValue();
        }
    }
}

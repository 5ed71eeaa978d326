package org.shapan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapWrapper;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.CubeKpis;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.star.Bakery;

/** Key performance indicators of a catalog: as measures in queries, as metadata, for roles, and what is wrong with them. */
class KpiTest {
    private static final String TURNOVER = """
            <sp:Kpi name='Turnover' description='What is sold' value='[Measures].[Amount]' sp:folder='Bakery'
                    statusGraphic='Traffic Light' trendGraphic='Standard Arrow'>
              <sp:Caption locale='zh'>营业额</sp:Caption>
              <sp:Goal>20</sp:Goal>
              <sp:Status><![CDATA[IIf(KPIValue("Turnover") < KPIGoal("Turnover"), -1, 1)]]></sp:Status>
              <sp:CurrentTimeMember>[Time].[2025]</sp:CurrentTimeMember>
            </sp:Kpi>
            <sp:Kpi name='Price' parent='Turnover' value='[Measures].[Amount] / [Measures].[Pieces]' weight='0.5'/>
            """;

    private static final String ROLES = """
            <Role name='Counters'><SchemaGrant access='none'><CubeGrant cube='Sales' access='all'>
              <HierarchyGrant hierarchy='[Measures]' access='custom'><MemberGrant member='[Measures].[Pieces]' access='all'/></HierarchyGrant>
            </CubeGrant></SchemaGrant></Role>
            """;

    private final Bakery bakery = new Bakery();
    private final CubeServer server = CubeServer.builder(bakery.source()).build();

    @AfterEach
    void close() {
        bakery.close();
    }

    private OlapConnection over(String kpis) {
        return connect(kpis, ConnectionSettings.of("Bakery"));
    }

    private OlapConnection connect(String kpis, ConnectionSettings settings) {
        server.load("Bakery", Bakery.definition(cube(kpis) + ROLES, ""));
        return server.connect(settings);
    }

    private static String cube(String kpis) {
        return """
                <Cube name='Sales'><Table name='sales'/>
                  <Dimension name='Time' type='TimeDimension' foreignKey='day_id'><Hierarchy hasAll='true' primaryKey='day_id'><Table name='day'/>
                    <Level name='Year' column='y' type='Numeric' uniqueMembers='true' levelType='TimeYears'/></Hierarchy></Dimension>
                  <Measure name='Amount' column='amount' aggregator='sum' formatString='0.00'/>
                  <Measure name='Pieces' column='qty' aggregator='sum'/>
                """ + kpis + "</Cube>";
    }

    private static List<String> cells(OlapConnection connection, String mdx) throws SQLException {
        CellSet cells = connection.createStatement().executeOlapQuery(mdx);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cells.getAxes().get(0).getPositionCount(); i++) {
            Member member =
                    cells.getAxes().get(0).getPositions().get(i).getMembers().get(0);
            texts.add(member.getUniqueName() + " = " + cells.getCell(i).getFormattedValue());
        }
        return texts;
    }

    private static List<CubeKpis.Kpi> kpis(OlapConnection connection) throws SQLException {
        OlapWrapper cube = (OlapWrapper) connection.getOlapSchema().getCubes().get("Sales");
        return cube.unwrap(CubeKpis.class).kpis();
    }

    @Test
    void partsAreMeasures() throws SQLException {
        OlapConnection connection = over(TURNOVER);

        assertThat(cells(
                        connection,
                        "SELECT {KPIValue('Turnover'), KPIGoal('turnover'), KPIStatus('Turnover'), KPIValue('Price'), KPIWeight('Price')}"
                                + " ON 0 FROM Sales WHERE KPICurrentTimeMember('Turnover')"))
                .containsExactly(
                        "[Measures].[Amount] = 10.50",
                        "[Measures].[Turnover Goal] = 20",
                        "[Measures].[Turnover Status] = -1.00",
                        "[Measures].[Price Value] = 3.50",
                        "[Measures].[Price Weight] = 1");
    }

    @Test
    void partsWithoutAFormulaAreEmpty() throws SQLException {
        assertThat(cells(
                        over(TURNOVER),
                        "WITH MEMBER Measures.x AS KPITrend('Turnover') SELECT Measures.x ON 0 FROM Sales"))
                .containsExactly("[Measures].[x] = ");
    }

    @Test
    void theTimeMemberIsTheCurrentOneWhereNoneIsGiven() throws SQLException {
        assertThat(cells(
                        over(TURNOVER),
                        "WITH MEMBER Measures.x AS KPICurrentTimeMember('Price').Name SELECT Measures.x ON 0 FROM Sales"
                                + " WHERE [Time].[2024]"))
                .containsExactly("[Measures].[x] = 2024");
    }

    @Test
    void hiddenMeasuresAreNamedButNotListed() throws SQLException {
        OlapConnection connection = over(TURNOVER);

        assertThat(cells(connection, "SELECT [Measures].AllMembers ON 0 FROM Sales"))
                .extracting(cell -> cell.substring(0, cell.indexOf(" =")))
                .containsExactly("[Measures].[Amount]", "[Measures].[Pieces]", "[Measures].[Fact Count]");
        assertThat(cells(connection, "SELECT [Measures].[Turnover Goal] ON 0 FROM Sales"))
                .containsExactly("[Measures].[Turnover Goal] = 20");
    }

    @Test
    void clientsReadThem() throws SQLException {
        OlapConnection connection =
                connect(TURNOVER, ConnectionSettings.of("Bakery").withLocale(Locale.CHINA));

        assertThat(kpis(connection))
                .containsExactly(
                        new CubeKpis.Kpi(
                                "Turnover",
                                "营业额",
                                "What is sold",
                                "Bakery",
                                null,
                                "[Measures].[Amount]",
                                "[Measures].[Turnover Goal]",
                                "[Measures].[Turnover Status]",
                                null,
                                null,
                                "[Time].[2025]",
                                "Traffic Light",
                                "Standard Arrow"),
                        new CubeKpis.Kpi(
                                "Price",
                                "Price",
                                null,
                                null,
                                "Turnover",
                                "[Measures].[Price Value]",
                                null,
                                null,
                                null,
                                "[Measures].[Price Weight]",
                                null,
                                null,
                                null));
    }

    @Test
    void aRoleDoesNotSeeWhatIsMadeOfAMeasureHiddenFromIt() throws SQLException {
        OlapConnection connection =
                connect(TURNOVER, ConnectionSettings.of("Bakery").withRoles(List.of("Counters")));

        assertThat(kpis(connection)).extracting(CubeKpis.Kpi::name).doesNotContain("Turnover");
        SQLException failure = catchThrowableOfType(
                SQLException.class, () -> cells(connection, "SELECT KPIGoal('Turnover') ON 0 FROM Sales"));
        assertThat((Throwable) failure).hasMessageContaining("no KPI 'Turnover'");
    }

    @Test
    void aVirtualCubeHasItsOwn() throws SQLException {
        server.load("Bakery", Bakery.definition(cube("") + """
                <VirtualCube name='Both'>
                  <VirtualCubeDimension cubeName='Sales' name='Time'/>
                  <VirtualCubeMeasure cubeName='Sales' name='[Measures].[Amount]'/>
                  <sp:Kpi name='Turnover' value='[Measures].[Amount]' goal='30'/>
                </VirtualCube>
                """, ""));

        assertThat(cells(
                        server.connect(ConnectionSettings.of("Bakery")),
                        "SELECT {KPIValue('Turnover'), KPIGoal('Turnover')} ON 0 FROM Both"))
                .containsExactly("[Measures].[Amount] = 36.00", "[Measures].[Turnover Goal] = 30");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    <sp:Kpi name='K' value='[Measures].[Amont]'/>                                        | KPI 'K', Value | did you mean [Amount]?
                    <sp:Kpi name='K' value='1'><sp:Goal>2 +</sp:Goal></sp:Kpi>                            | KPI 'K', Goal  | expected an expression
                    <sp:Kpi name='K' value='1' status='[Time].Members'/>                                 | KPI 'K', Status | <Set>
                    <sp:Kpi name='K' value='1' currentTimeMember='2'/>                                   | KPI 'K', CurrentTimeMember | a member
                    <sp:Kpi name='K' value='1' currentTimeMember='KPICurrentTimeMember("K")'/>           | KPI 'K', CurrentTimeMember | cannot stand
                    <sp:Kpi name='K' goal='1'/>                                                          | KPI 'K' | Give it a <sp:Value>
                    <sp:Kpi name='K' value='1' parent='L'/>                                              | KPI 'K' | 'L' is no KPI
                    <sp:Kpi name='K' value='1' parent='K'/>                                              | KPI 'K' | its own ancestor
                    <sp:Kpi name='K' value='1'/><sp:Kpi name='k' value='2'/>                             | there is already a KPI 'k' | bakery.xml
                    <sp:Kpi name='K' value='1' colour='red'/>                                            | unknown attribute 'colour' | <sp:Kpi>
                    <sp:Kpi name='K' value='1' goal='1'><sp:Goal>2</sp:Goal></sp:Kpi>                     | either the attribute 'goal' | <sp:Goal>
                    <CalculatedMember name='K Goal' dimension='Measures' formula='1'/><sp:Kpi name='K' value='1' goal='1'/> | KPI 'K', Goal | has a measure 'K Goal' already
                    """)
    void whatIsWrongIsToldAtItsPlace(String kpis, String what, String why) {
        EngineException failure = catchThrowableOfType(EngineException.class, () -> over(kpis));

        assertThat(failure).as(kpis).isNotNull();
        assertThat(failure.code()).isEqualTo(OlapErrorCode.CATALOG_INVALID);
        assertThat(failure.getMessage())
                .startsWith("bakery.xml: ")
                .contains(what)
                .containsIgnoringCase(why);
        assertThat(failure.region()).isPresent();
    }

    @Test
    void thePlaceIsThatOfTheName() {
        EngineException failure = catchThrowableOfType(
                EngineException.class,
                () -> over("<sp:Kpi name='K' value='1'><sp:Goal>\n  1 + [Measures].[Nothing]\n</sp:Goal></sp:Kpi>"));

        assertThat(failure.region()).hasValueSatisfying(region -> {
            assertThat(region.line()).isEqualTo(cube("").lines().count() + 1);
            assertThat(region.column()).isEqualTo(7);
        });
    }

    @Test
    void membersThatAreNotThereYetAreNoFault() throws SQLException {
        OlapConnection connection = over("<sp:Kpi name='K' value='([Measures].[Amount], [Time].[2030])'/>");

        SQLException failure = catchThrowableOfType(
                SQLException.class, () -> cells(connection, "SELECT KPIValue('K') ON 0 FROM Sales"));
        assertThat((Throwable) failure).hasMessageContaining("[Time].[2030]");
    }
}

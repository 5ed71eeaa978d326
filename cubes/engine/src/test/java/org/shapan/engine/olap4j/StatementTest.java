package org.shapan.engine.olap4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.olap4j.CellSet;
import org.olap4j.CellSetMetaData;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.OlapParameterMetaData;
import org.olap4j.OlapStatement;
import org.olap4j.PreparedOlapStatement;
import org.olap4j.mdx.SelectNode;
import org.olap4j.metadata.Member;
import org.olap4j.type.MemberType;
import org.olap4j.type.SetType;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.api.QueryLoads;

/** Statements beyond a plain query: prepared, from a parse tree, cancelled, timed out; and what is clearly not supported. */
class StatementTest {
    private static final String PARAMETERS =
            "SELECT {Parameter(\"City\", [Area], [Area].[济南])} ON 0 FROM [Revenue] WHERE [Measures].[Amount]";

    @TempDir
    private static Path folder;

    private static Branches branches;
    private static OlapConnection connection;

    @BeforeAll
    static void open() {
        branches = new Branches("statements", folder);
        connection = branches.connect();
    }

    @AfterAll
    static void close() {
        branches.close();
    }

    @Test
    void aPreparedStatementTellsItsParametersBeforeItRuns() throws SQLException {
        OlapParameterMetaData parameters =
                connection.prepareOlapStatement(PARAMETERS).getParameterMetaData();

        assertThat(parameters.getParameterCount()).isEqualTo(1);
        assertThat(parameters.getParameterName(1)).isEqualTo("City");
        assertThat(parameters.getParameterType(1)).isEqualTo(Types.OTHER);
        assertThat(parameters.getParameterClassName(1)).isEqualTo(Member.class.getName());
        assertThat(parameters.getParameterOlapType(1)).isInstanceOf(MemberType.class);
        assertThatThrownBy(() -> parameters.getParameterName(2)).isInstanceOf(OlapException.class);
    }

    @Test
    void aPreparedStatementTellsItsAxesBeforeItRuns() throws SQLException {
        PreparedOlapStatement prepared = connection.prepareOlapStatement(
                "SELECT [Measures].Members ON 0, [Area].[County].Members DIMENSION PROPERTIES [Area].[County].[English] ON 1"
                        + " FROM [Revenue] WHERE [Month].[1] CELL PROPERTIES FORMATTED_VALUE");
        CellSetMetaData before = prepared.getMetaData();

        assertThat(before.getCube().getName()).isEqualTo("Revenue");
        assertThat(before.getAxesMetaData().get(1).getHierarchies().get(0).getName())
                .isEqualTo("Area");
        assertThat(before.getAxesMetaData().get(1).getProperties()).hasSize(1);
        assertThat(before.getFilterAxisMetaData().getHierarchies().get(0).getName())
                .isEqualTo("Month");
        assertThat(before.getCellProperties()).hasSize(1);
        assertThat(prepared.executeQuery().getMetaData()).isEqualTo(before);
    }

    @Test
    void aParameterIsBoundToAMemberAndUnset() throws SQLException {
        PreparedOlapStatement prepared = connection.prepareOlapStatement(PARAMETERS);
        CellSet first = prepared.executeQuery();
        Member city = first.getAxes().get(0).getPositions().get(0).getMembers().get(0);
        Member county = city.getChildMembers().get(0);

        prepared.setObject(1, county);
        CellSet bound = prepared.executeQuery();
        prepared.unset(1);

        assertThat(first.isClosed()).isTrue();
        assertThat(bound.getCell(0).getFormattedValue()).isEqualTo("30");
        assertThat(prepared.executeQuery().getCell(0).getFormattedValue()).isEqualTo("60");
        prepared.setObject(1, null);
        assertThat(prepared.isSet(1)).isTrue();
        assertThat(prepared.executeQuery().getCell(0).getFormattedValue()).isEqualTo("60");
    }

    @Test
    void anotherTextIsPreparedByRunningIt() throws SQLException {
        PreparedOlapStatement prepared = connection.prepareOlapStatement(PARAMETERS);
        prepared.executeOlapQuery("SELECT FROM [Revenue]");

        assertThat(prepared.getParameterMetaData().getParameterCount()).isZero();
        assertThat(prepared.executeQuery().getCell(0).getFormattedValue()).isEqualTo("210");
        assertThatThrownBy(() -> prepared.setInt(1, 1)).isInstanceOf(SQLException.class);
    }

    @Test
    void aParseTreeIsCheckedTypedAndRun() throws SQLException {
        SelectNode parsed = connection
                .getParserFactory()
                .createMdxParser(connection)
                .parseSelect("SELECT {[Area].[County].Members} ON COLUMNS FROM [Revenue]");
        SelectNode checked =
                connection.getParserFactory().createMdxValidator(connection).validateSelect(parsed);
        SetType type = (SetType) checked.getAxisList().get(0).getExpression().getType();

        assertThat(((MemberType) type.getElementType()).getLevel().getName()).isEqualTo("County");
        assertThat(connection
                        .createStatement()
                        .executeOlapQuery(checked)
                        .getAxes()
                        .get(0)
                        .getPositionCount())
                .isEqualTo(5);
    }

    @Test
    void aCellSetUnwrapsToItsBlockAndItsLoads() throws SQLException {
        CellSet cells = connection.createStatement().executeOlapQuery("SELECT FROM [Revenue]");

        assertThat(cells.unwrap(CellBlock.class).value(0)).isEqualTo(new java.math.BigDecimal("210.00"));
        assertThat(cells.unwrap(QueryLoads.class).loads()).isNotEmpty();
        assertThatThrownBy(() -> cells.unwrap(Runnable.class)).isInstanceOf(OlapException.class);
    }

    @Test
    void whatIsNotSupportedSaysSo() throws SQLException {
        OlapStatement statement = connection.createStatement();
        CellSet cells = statement.executeOlapQuery("SELECT FROM [Revenue]");

        assertThatThrownBy(connection::createScenario)
                .isInstanceOfSatisfying(OlapException.class, StatementTest::notSupported);
        assertThatThrownBy(() -> cells.getCell(0).setValue(1, org.olap4j.AllocationPolicy.EQUAL_ALLOCATION))
                .isInstanceOfSatisfying(OlapException.class, StatementTest::notSupported);
        assertThatThrownBy(() -> statement.addListener(org.olap4j.CellSetListener.Granularity.COARSE, null))
                .isInstanceOfSatisfying(OlapException.class, StatementTest::notSupported);
        assertThatThrownBy(() -> connection.prepareStatement("SELECT 1"))
                .isInstanceOfSatisfying(SQLFeatureNotSupportedException.class, StatementTest::notSupported);
        assertThatThrownBy(() -> cells.getString(1)).isInstanceOf(SQLFeatureNotSupportedException.class);
    }

    private static void notSupported(SQLException e) {
        assertThat(e.getSQLState()).isEqualTo("NOT_SUPPORTED");
    }
}

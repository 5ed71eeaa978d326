package org.shapan.engine.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.database.TestDatabase;
import org.shapan.engine.star.Bakery;

/** Facts whose dimensions are joined in memory count as joined ones do: five of seven rows have a shop. */
class ForeignKeySourceTest {
    private static final String[] TABLES = {
        "CREATE TABLE `shop` (`id` INTEGER, `town` VARCHAR(9), `code` VARCHAR(9))",
        "INSERT INTO `shop` VALUES (1, 'Ulm', 'a'), (2, 'Ulm', 'b'), (3, 'Bonn', 'c'), (4, 'Köln', 'd'), (NULL, 'Köln', 'e')",
        "CREATE TABLE `kind` (`id` INTEGER, `kind` VARCHAR(9))",
        "INSERT INTO `kind` VALUES (1, 'k'), (1, 'l'), (2, 'l')",
        "CREATE TABLE `sale` (`shop_id` INTEGER, `shop_code` VARCHAR(9), `kind_id` INTEGER, `buyer` INTEGER, `pieces` INTEGER,"
                + " `amount` DECIMAL(9, 2))",
        "INSERT INTO `sale` VALUES (1, 'a', 1, 7, 1, 1.50), (1, 'a', 2, 7, NULL, 2.25), (2, 'b', 1, 7, 3, 4.00),"
                + " (3, 'c', 2, 8, 4, 8.00), (3, 'c', 2, NULL, 5, 16.00), (9, 'x', 1, 9, 6, 32.00), (NULL, NULL, 2, 9, 7, 64.00)"
    };

    private static final String CATALOG = """
            <Cube name='Sales'><Table name='sale'/>
              <Dimension name='Shop' foreignKey='shop_id'>
                <Hierarchy hasAll='true' primaryKey='id'><Table name='shop'/>
                  <Level name='Town' column='town' uniqueMembers='true'/>
                  <Level name='Code' column='code' uniqueMembers='true'/>
                </Hierarchy>
              </Dimension>
              <Dimension name='Coded' foreignKey='shop_code'>
                <Hierarchy hasAll='true' primaryKey='code'><Table name='shop'/>
                  <Level name='Town' column='town' uniqueMembers='true'/>
                </Hierarchy>
              </Dimension>
              <Dimension name='Kind' foreignKey='kind_id'>
                <Hierarchy hasAll='true' primaryKey='id'><Table name='kind'/>
                  <Level name='Kind' column='kind' uniqueMembers='true'/>
                </Hierarchy>
              </Dimension>
              <Measure name='Amount' column='amount' aggregator='sum'/>
              <Measure name='Pieces' column='pieces' aggregator='sum'/>
              <Measure name='Counted' column='pieces' aggregator='count'/>
              <Measure name='Least' column='amount' aggregator='min'/>
              <Measure name='Most' column='amount' aggregator='max'/>
              <Measure name='Mean' column='pieces' aggregator='avg'/>
              <Measure name='Buyers' column='buyer' aggregator='distinct-count'/>
            </Cube>
            """;
    private static final String MEASURES = "{[Measures].[Amount], [Measures].[Pieces], [Measures].[Counted],"
            + " [Measures].[Least], [Measures].[Most], [Measures].[Mean], [Measures].[Buyers]}";

    private final List<String> traces = new CopyOnWriteArrayList<>();
    private CubeServer server;

    private void open(TestDatabase database) throws SQLException {
        DataSource source = database.open();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : TABLES) {
                statement.execute(sql.replace('`', '"'));
            }
        }
        server = CubeServer.builder(source)
                .listener(event -> traces.addAll(event.loads()))
                .build();
        server.load("Shops", Bakery.definition(CATALOG, ""));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void everyAggregatorCountsTheRowsThatHaveAMember(TestDatabase database) throws SQLException {
        open(database);

        assertThat(rows("SELECT " + MEASURES + " ON 0, [Shop].[Town].Members ON 1 FROM [Sales]"))
                .containsExactly(
                        "[Shop].[Bonn] 24.0 9.0 2.0 8.0 16.0 4.5 1.0",
                        "[Shop].[Köln] null null null null null null null",
                        "[Shop].[Ulm] 7.75 4.0 2.0 1.5 4.0 2.0 1.0");
        assertThat(rows("SELECT {[Measures].[Amount]} ON 0, {[Shop].[All Shops]} ON 1 FROM [Sales]"))
                .containsExactly("[Shop].[All Shops] 127.75");
        assertThat(rows("SELECT {[Measures].[Pieces]} ON 0, [Shop].[Ulm].Children ON 1 FROM [Sales]"))
                .containsExactly("[Shop].[Ulm].[a] 1.0", "[Shop].[Ulm].[b] 3.0");
    }

    /** One buyer of Ulm, one of Bonn: whoever bought in both counts once. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void distinctValuesAreCountedOverSetsOfMembers(TestDatabase database) throws SQLException {
        open(database);

        assertThat(
                        rows(
                                "WITH MEMBER [Shop].[Both] AS Aggregate({[Shop].[Ulm], [Shop].[Bonn].[c]})"
                                        + " MEMBER [Shop].[Ulm twice] AS Aggregate({[Shop].[Ulm].[a], [Shop].[Ulm].[b]})"
                                        + " SELECT {[Measures].[Buyers], [Measures].[Amount]} ON 0, {[Shop].[Both], [Shop].[Ulm twice]} ON 1 FROM [Sales]"))
                .containsExactly("[Shop].[Both] 2.0 31.75", "[Shop].[Ulm twice] 1.0 7.75");

        assertThat(traces.stream().anyMatch(trace -> trace.contains("JOIN")))
                .isEqualTo(database != TestDatabase.HSQLDB && database != TestDatabase.H2);
    }

    @ParameterizedTest
    @EnumSource(names = {"HSQLDB", "H2"})
    void noTableIsJoined(TestDatabase database) throws SQLException {
        open(database);

        rows("SELECT " + MEASURES + " ON 0, {[Shop].[Ulm], [Shop].[Bonn]} ON 1 FROM [Sales]");

        assertThat(traces).isNotEmpty().noneMatch(trace -> trace.contains("JOIN"));
    }

    /** A key that occurs twice makes a row count twice, and texts are compared as the database does. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatOnlyTheDatabaseKnowsIsJoinedThere(TestDatabase database) throws SQLException {
        open(database);

        assertThat(rows("SELECT {[Measures].[Amount]} ON 0, [Kind].[Kind].Members ON 1 FROM [Sales]"))
                .containsExactly("[Kind].[k] 37.5", "[Kind].[l] 127.75");
        assertThat(rows("SELECT {[Measures].[Amount]} ON 0, [Coded].[Town].Members ON 1 FROM [Sales]"))
                .containsExactly("[Coded].[Bonn] 24.0", "[Coded].[Köln] null", "[Coded].[Ulm] 7.75");
        assertThat(traces).anyMatch(trace -> trace.contains("JOIN"));
    }

    private List<String> rows(String mdx) throws SQLException {
        try (OlapConnection connection = server.connect(ConnectionSettings.of("Shops"));
                OlapStatement statement = connection.createStatement()) {
            CellBlock block = statement.executeOlapQuery(mdx).unwrap(CellBlock.class);
            List<String> rows = new ArrayList<>();
            int columns = block.positionCount(0);
            for (int row = 0; row < block.positionCount(1); row++) {
                StringBuilder text = new StringBuilder(block.memberUniqueName(1, row, 0));
                for (int column = 0; column < columns; column++) {
                    int ordinal = row * columns + column;
                    text.append(' ').append(block.isEmpty(ordinal) ? "null" : "" + block.doubleValue(ordinal));
                }
                rows.add(text.toString());
            }
            return rows;
        }
    }
}

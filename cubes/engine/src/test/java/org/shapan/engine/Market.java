package org.shapan.engine;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.star.Bakery;

/**
 * A server over sales and stocks made from a seed: two years of four months, the last not loaded; two countries of two states of two
 * cities, whose names repeat; six items of three kinds. Customers repeat, so that distinct counts do not add up. The virtual cube
 * {@code All} shows both; stocks know no item. {@code Counted} has details behind its stocks.
 */
public final class Market implements AutoCloseable {
    /** Sales with all they join, for SQL to check against: every level is a column. */
    public static final String JOINED =
            "sale JOIN month USING (month_id) JOIN place USING (place_id) JOIN goods USING (goods_id)";

    private static final String CATALOG = """
            <Dimension name='Time' type='TimeDimension'>
              <Hierarchy hasAll='true' primaryKey='month_id'><Table name='month'/>
                <Level name='Year' column='y' type='Integer' uniqueMembers='true' levelType='TimeYears'/>
                <Level name='Month' column='m' type='Integer' uniqueMembers='false' levelType='TimeMonths'/>
              </Hierarchy>
            </Dimension>
            <Dimension name='Place'>
              <Hierarchy hasAll='true' primaryKey='place_id'><Table name='place'/>
                <Level name='Country' column='country' uniqueMembers='true'/>
                <Level name='State' column='state' uniqueMembers='true'/>
                <Level name='City' column='city' uniqueMembers='false'/>
              </Hierarchy>
            </Dimension>
            <Cube name='Sales'><Table name='sale'/>
              <DimensionUsage name='Time' source='Time' foreignKey='month_id'/>
              <DimensionUsage name='Place' source='Place' foreignKey='place_id'/>
              <Dimension name='Goods' foreignKey='goods_id'>
                <Hierarchy hasAll='true' primaryKey='goods_id'><Table name='goods'/>
                  <Level name='Kind' column='kind_no' nameColumn='kind' type='Integer' uniqueMembers='true'/>
                  <Level name='Item' column='item' uniqueMembers='true' caption='Article'>
                    <Property name='Color' column='color'/>
                  </Level>
                </Hierarchy>
              </Dimension>
              <Measure name='Amount' column='amount' aggregator='sum' formatString='#,##0.00' caption='Revenue'/>
              <Measure name='Lines' column='amount' aggregator='count'/>
              <Measure name='Customers' column='customer' aggregator='distinct-count'/>
              <Measure name='Least' column='amount' aggregator='min'/>
              <Measure name='Mean' column='amount' aggregator='avg'/>
              <CalculatedMember name='Ones' dimension='Place' formula='Aggregate({[Place].[A].[A1], [Place].[B].[B1]})'/>
              <CalculatedMember name='Per line' dimension='Measures' formula='[Measures].[Amount] / [Measures].[Lines]'/>
            </Cube>
            <Cube name='Stocks'><Table name='stock'/>
              <DimensionUsage name='Time' source='Time' foreignKey='month_id'/>
              <DimensionUsage name='Place' source='Place' foreignKey='place_id'/>
              <Measure name='Closing' column='units' aggregator='sum' sp:aggregation='last'/>
              <Measure name='Mean stock' column='units' aggregator='sum' sp:aggregation='averageOfChildren'/>
            </Cube>
            <Cube name='Counted'><Table name='stock'/>
              <DimensionUsage name='Time' source='Time' foreignKey='month_id'/>
              <DimensionUsage name='Place' source='Place' foreignKey='place_id'/>
              <Measure name='Units' column='units' aggregator='sum'/>
              <sp:DrillThrough>
                <Table name='stock_line'><SQL>stock_line.kept</SQL></Table>
                <sp:Key column='month_no' factColumn='month_id'/>
                <sp:Column name='Shelf' column='shelf' caption='Rack'/>
                <sp:Column name='Pieces' column='pieces'/>
              </sp:DrillThrough>
            </Cube>
            <VirtualCube name='All'>
              <VirtualCubeDimension name='Time'/><VirtualCubeDimension name='Place'/>
              <VirtualCubeDimension cubeName='Sales' name='Goods'/>
              <VirtualCubeMeasure cubeName='Sales' name='[Measures].[Amount]'/>
              <VirtualCubeMeasure cubeName='Stocks' name='[Measures].[Closing]'/>
              <CalculatedMember name='Turn' dimension='Measures' formula='[Measures].[Amount] / [Measures].[Closing]'/>
            </VirtualCube>
            <Role name='North of A'><SchemaGrant access='all'><CubeGrant cube='Sales' access='all'>
              <HierarchyGrant hierarchy='[Place]' access='custom' rollupPolicy='partial'>
                <MemberGrant member='[Place].[A].[A1]' access='all'/><MemberGrant member='[Place].[B].[B1].[x]' access='all'/>
              </HierarchyGrant></CubeGrant></SchemaGrant></Role>
            <Role name='North of A, full totals'><SchemaGrant access='all'><CubeGrant cube='Sales' access='all'>
              <HierarchyGrant hierarchy='[Place]' access='custom' rollupPolicy='full'>
                <MemberGrant member='[Place].[A].[A1]' access='all'/><MemberGrant member='[Place].[B].[B1].[x]' access='all'/>
              </HierarchyGrant></CubeGrant></SchemaGrant></Role>
            <Role name='Counter of A1'><SchemaGrant access='all'><CubeGrant cube='Counted' access='all'>
              <HierarchyGrant hierarchy='[Place]' access='custom' rollupPolicy='partial'>
                <MemberGrant member='[Place].[A].[A1]' access='all'/>
              </HierarchyGrant></CubeGrant></SchemaGrant></Role>
            <Role name='No goods'><SchemaGrant access='all'><CubeGrant cube='Sales' access='all'>
              <HierarchyGrant hierarchy='[Goods]' access='none'/>
              <HierarchyGrant hierarchy='[Place]' access='custom' bottomLevel='[Place].[State]'/>
              </CubeGrant></SchemaGrant></Role>
            """;

    private final Bakery database = new Bakery();
    private final CubeServer server;

    public Market(long seed, int sales) {
        this(seed, sales, CubeServerLimits.defaults());
    }

    public Market(long seed, int sales, CubeServerLimits limits) {
        fill(new Random(seed), sales);
        server = CubeServer.builder(database.source()).limits(limits).build();
        server.load("Market", Bakery.definition(CATALOG, ""));
    }

    private void fill(Random random, int sales) {
        database.run(
                "CREATE TABLE month(month_id INTEGER, y INTEGER, m INTEGER)",
                "INSERT INTO month SELECT i, 2008 + i // 4, i % 4 + 1 FROM range(8) r(i)",
                "CREATE TABLE place(place_id INTEGER, country VARCHAR, state VARCHAR, city VARCHAR)",
                "INSERT INTO place VALUES (0, 'A', 'A1', 'x'), (1, 'A', 'A1', 'y'), (2, 'A', 'A2', 'x'), (3, 'A', 'A2', 'y'),"
                        + " (4, 'B', 'B1', 'x'), (5, 'B', 'B1', 'y'), (6, 'B', 'B2', 'x'), (7, 'B', 'B2', 'y')",
                "CREATE TABLE goods(goods_id INTEGER, kind_no INTEGER, kind VARCHAR, item VARCHAR, color VARCHAR)",
                "INSERT INTO goods SELECT i, i // 2, 'k' || i // 2, 'g' || i, CASE WHEN i % 2 = 0 THEN 'red' END FROM range(6) r(i)",
                "CREATE TABLE sale(month_id INTEGER, place_id INTEGER, goods_id INTEGER, customer INTEGER, amount DECIMAL(10, 2))",
                "CREATE TABLE stock_line(month_no INTEGER, place_id INTEGER, shelf VARCHAR, pieces INTEGER, kept BOOLEAN)",
                "INSERT INTO stock_line SELECT m, p, 's' || s, m + p + s, s < 3 FROM range(7) r(m), range(8) t(p), range(4) u(s)",
                "CREATE TABLE stock(month_id INTEGER, place_id INTEGER, units INTEGER)",
                "INSERT INTO stock SELECT m, p, (m * 7 + p * 13) % 50 FROM range(7) r(m), range(8) s(p) WHERE (m + p) % 5 > 0");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < sales; i++) {
            rows.add("(" + random.nextInt(7) + "," + random.nextInt(8) + "," + random.nextInt(6) + ","
                    + random.nextInt(sales / 4 + 2) + "," + random.nextInt(100_000) / 100.0 + ")");
        }
        database.run("INSERT INTO sale VALUES " + String.join(",", rows));
    }

    /** Rows of plain SQL, columns parted by a bar. */
    public List<String> sql(String sql) {
        return database.query(sql);
    }

    public void run(String sql) {
        database.run(sql);
    }

    public CubeServer server() {
        return server;
    }

    public OlapConnection connect(String... roles) {
        return server.connect(ConnectionSettings.of("Market").withRoles(List.of(roles)));
    }

    /** Rows of a query: the unique names of its row members, then the values of its cells, {@code null} where they are empty. */
    public List<String> cells(String mdx, String... roles) {
        try (OlapConnection connection = connect(roles);
                OlapStatement statement = connection.createStatement()) {
            CellSet cells = statement.executeOlapQuery(mdx);
            CellBlock block = cells.unwrap(CellBlock.class);
            List<String> lines = new ArrayList<>();
            int columns = block.axisCount() == 0 ? 1 : block.positionCount(0);
            for (int row = 0; row < (block.axisCount() < 2 ? 1 : block.positionCount(1)); row++) {
                StringBuilder line = new StringBuilder();
                for (int c = 0; block.axisCount() > 1 && c < block.width(1); c++) {
                    line.append(block.memberUniqueName(1, row, c)).append('|');
                }
                for (int column = 0; column < columns; column++) {
                    int ordinal = row * columns + column;
                    line.append(column == 0 ? "" : "|")
                            .append(block.isError(ordinal) ? block.errors(ordinal) : block.value(ordinal));
                }
                lines.add(line.toString());
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(mdx, e);
        }
    }

    /** Column labels, then the rows of a statement that gives rows, columns parted by a bar. */
    public List<String> rows(String statementText, String... roles) {
        try (OlapConnection connection = connect(roles);
                OlapStatement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(statementText)) {
            ResultSetMetaData meta = rows.getMetaData();
            List<String> lines = new ArrayList<>();
            List<String> line = new ArrayList<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                line.add(meta.getColumnLabel(i));
            }
            lines.add(String.join("|", line));
            while (rows.next()) {
                line.clear();
                for (int i = 1; i <= meta.getColumnCount(); i++) {
                    line.add(String.valueOf(rows.getObject(i)));
                }
                lines.add(String.join("|", line));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(statementText, e);
        }
    }

    /** What is wrong with a statement. */
    public EngineException refusal(String statementText, String... roles) {
        try (OlapConnection connection = connect(roles);
                OlapStatement statement = connection.createStatement()) {
            statement.executeOlapQuery(statementText);
        } catch (OlapException e) {
            return (EngineException) e.getCause();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("not refused: " + statementText);
    }

    @Override
    public void close() {
        database.close();
    }
}

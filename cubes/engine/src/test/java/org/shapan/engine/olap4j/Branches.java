package org.shapan.engine.olap4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.hsqldb.jdbc.JDBCDataSource;
import org.olap4j.OlapConnection;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;

/**
 * Branches of a small operator in HSQLDB with Chinese and English names, a catalog over them, and a role that sees the city of Jinan
 * only, no customers' class and no cost.
 */
final class Branches implements AutoCloseable {
    static final String JINAN = "Jinan";

    private static final List<String> TABLES = List.of(
            "CREATE TABLE branch(id INTEGER, city VARCHAR(20), city_en VARCHAR(20), county VARCHAR(20), county_en VARCHAR(20))",
            "INSERT INTO branch VALUES (1, '济南', 'Jinan', '历下区', 'Lixia'), (2, '济南', 'Jinan', '长清区', 'Changqing'),"
                    + " (3, '青岛', 'Qingdao', '市南区', 'Shinan'), (4, '青岛', 'Qingdao', '李沧区', 'Licang'),"
                    + " (5, '重庆', 'Chongqing', '渝中区', 'Yuzhong')",
            "CREATE TABLE revenue(branch INTEGER, mon INTEGER, class VARCHAR(10), amount DECIMAL(12,2), cost DECIMAL(12,2))",
            "INSERT INTO revenue VALUES (1, 1, 'gold', 10, 1), (1, 2, 'blue', 20, 2), (2, 1, 'gold', 30, 3), (3, 1, 'blue', 40, 4),"
                    + " (4, 2, 'gold', 50, 5), (5, 2, 'blue', 60, 6)");

    private static final String CATALOG = """
            <Schema name='Branches' xmlns:sp='https://shapan.org/catalog/1' sp:naming='ssas'>
              <Dimension name='Area'><sp:Caption locale='zh'>地域</sp:Caption>
                <Hierarchy hasAll='true' allMemberName='All areas' primaryKey='id'><Table name='BRANCH'/>
                  <Level name='City' column='CITY' uniqueMembers='true'><sp:CaptionColumn locale='en' column='CITY_EN'/></Level>
                  <Level name='County' column='COUNTY' uniqueMembers='true'><sp:CaptionColumn locale='en' column='COUNTY_EN'/>
                    <Property name='English' column='COUNTY_EN'/></Level>
                </Hierarchy>
              </Dimension>
              <Cube name='Revenue'><Table name='REVENUE'/>
                <DimensionUsage name='Area' source='Area' foreignKey='BRANCH'/>
                <Dimension name='Month' type='TimeDimension'><Hierarchy hasAll='true'>
                  <Level name='Month' column='MON' type='Integer' uniqueMembers='true' levelType='TimeMonths'/></Hierarchy></Dimension>
                <Dimension name='Class'><Hierarchy hasAll='true'><Level name='Class' column='CLASS' uniqueMembers='true'/></Hierarchy></Dimension>
                <Measure name='Amount' column='AMOUNT' aggregator='sum'/>
                <Measure name='Cost' column='COST' aggregator='sum'/>
                <CalculatedMember name='Profit' dimension='Measures' formula='[Measures].[Amount] - [Measures].[Cost]'/>
                <NamedSet name='Gold' formula='{[Class].[gold]}'/>
                <NamedSet name='Cities' formula='[Area].[City].Members'/>
                <NamedSet name='Coast' formula='{[Area].[青岛]}'/>
              </Cube>
              <Cube name='Secret'><Table name='REVENUE'/>
                <DimensionUsage name='Area' source='Area' foreignKey='BRANCH'/><Measure name='Cost' column='COST' aggregator='sum'/></Cube>
              <Role name='Jinan'><SchemaGrant access='none'><CubeGrant cube='Revenue' access='all'>
                <HierarchyGrant hierarchy='[Area]' access='custom' rollupPolicy='partial'>
                  <MemberGrant member='[Area].[济南]' access='all'/></HierarchyGrant>
                <HierarchyGrant hierarchy='[Class]' access='none'/>
                <HierarchyGrant hierarchy='[Measures]' access='custom'>
                  <MemberGrant member='[Measures].[Amount]' access='all'/></HierarchyGrant>
              </CubeGrant></SchemaGrant></Role>
              <Role name='Everybody'><SchemaGrant access='all'/></Role>
            </Schema>
            """;

    private final String url;
    private final Connection keepsTheDatabase;
    private final CubeServer server;

    /** @param name of the database in memory, one per test class */
    Branches(String name, Path folder) {
        this.url = "jdbc:hsqldb:mem:" + name;
        JDBCDataSource source = new JDBCDataSource();
        source.setURL(url);
        try {
            this.keepsTheDatabase = source.getConnection();
            try (Statement statement = keepsTheDatabase.createStatement()) {
                for (String sql : TABLES) {
                    statement.execute(sql);
                }
            }
            this.server = CubeServer.builder(source).name(name).build();
            server.load("Branches", Files.writeString(catalogFile(folder), CATALOG));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path catalogFile(Path folder) {
        return folder.resolve("branches.xml");
    }

    /** The same catalog without roles. */
    static Path roleless(Path folder) {
        try {
            return Files.writeString(folder.resolve("roleless.xml"), CATALOG.replaceAll("(?s)<Role.*</Role>", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String databaseUrl() {
        return url;
    }

    CubeServer server() {
        return server;
    }

    /** @param roles none for everything */
    OlapConnection connect(String... roles) {
        return server.connect(ConnectionSettings.of("Branches").withRoles(List.of(roles)));
    }

    @Override
    public void close() {
        try (Statement statement = keepsTheDatabase.createStatement()) {
            statement.execute("SHUTDOWN");
            keepsTheDatabase.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.shapan.engine.olap4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.olap4j.OlapConnection;

/** Connecting by {@code jdbc:shapan:} as a third party does, and what happens when a property is wrong. */
class UrlConnectionTest {
    @TempDir
    private static Path folder;

    private static Branches branches;

    @BeforeAll
    static void open() {
        branches = new Branches("url", folder);
    }

    @AfterAll
    static void close() {
        branches.close();
    }

    private static String url(String more) {
        return "jdbc:shapan:Jdbc=" + branches.databaseUrl() + ";Catalog='" + Branches.catalogFile(folder) + "'" + more;
    }

    private static OlapConnection connect(String more) throws SQLException {
        return DriverManager.getConnection(url(more)).unwrap(OlapConnection.class);
    }

    private static Object total(OlapConnection connection) throws SQLException {
        return connection
                .createStatement()
                .executeOlapQuery("SELECT [Measures].[Amount] ON 0 FROM [Revenue]")
                .getCell(0)
                .getFormattedValue();
    }

    @Test
    void theDriverManagerFindsTheDriver() throws SQLException {
        try (OlapConnection connection = connect("")) {
            assertThat(total(connection)).isEqualTo("210");
            assertThat(connection.getOlapCatalog().getName()).isEqualTo("Branches");
        }
    }

    @Test
    void rolesAndLocaleComeFromTheUrl() throws SQLException {
        try (OlapConnection connection = connect(";Role=Jinan;Locale=zh_CN")) {
            assertThat(total(connection)).isEqualTo("60");
            assertThat(connection.getLocale()).isEqualTo(Locale.CHINA);
            assertThat(connection.getAvailableRoleNames()).containsExactly("Jinan");
            assertThat(connection
                            .getOlapSchema()
                            .getCubes()
                            .get("Revenue")
                            .getDimensions()
                            .get("Area")
                            .getCaption())
                    .isEqualTo("地域");
        }
    }

    @Test
    void propertiesGoBeforeTheUrl() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("role", "Jinan");
        properties.setProperty("user", "li");
        try (Connection connection = DriverManager.getConnection(url(";Role=Everybody"), properties)) {
            assertThat(total(connection.unwrap(OlapConnection.class))).isEqualTo("60");
        }
    }

    @Test
    void theShownUrlHasNoPassword() throws SQLException {
        try (OlapConnection connection = connect(";JdbcUser=SA;JdbcPassword=;password=secret")) {
            assertThat(connection.getMetaData().getURL())
                    .contains("JdbcUser='SA'")
                    .doesNotContain("secret")
                    .doesNotContainIgnoringCase("password");
        }
    }

    @Test
    void aCatalogThatChangedIsReadAgain() throws Exception {
        Path own = folder.resolve("changing.xml");
        Files.copy(Branches.catalogFile(folder), own);
        String changing = "jdbc:shapan:Jdbc=" + branches.databaseUrl() + ";Catalog=" + own;
        try (Connection first = DriverManager.getConnection(changing)) {
            assertThat(first.unwrap(OlapConnection.class).getOlapSchema().getCubes())
                    .hasSize(2);
        }
        Files.writeString(own, Files.readString(own).replaceAll("(?s)<Cube name='Secret'>.*?</Cube>", ""));
        Files.setLastModifiedTime(own, java.nio.file.attribute.FileTime.fromMillis(1));

        try (Connection second = DriverManager.getConnection(changing)) {
            assertThat(second.unwrap(OlapConnection.class).getOlapSchema().getCubes())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:shapan:Catalog=CATALOG | lacks Jdbc",
                "jdbc:shapan:Jdbc=DATABASE | lacks Catalog",
                "jdbc:shapan:Jdbc=DATABASE;Catalog=CATALOG;Colour=red | no connection property 'COLOUR'",
                "jdbc:shapan:Jdbc=DATABASE;Catalog=/nowhere/at/all.xml | no such file",
                "jdbc:shapan:Jdbc=DATABASE;Catalog=CATALOG;Role=Nobody | no role 'Nobody'",
                "jdbc:shapan:Jdbc=DATABASE;Catalog=CATALOG;Role='Jinan, ,Everybody' | empty name",
                "jdbc:shapan:Jdbc=DATABASE;Catalog=CATALOG;Locale=! | Locale=!",
                "jdbc:shapan:Jdbc=DATABASE;Catalog=CATALOG;DataVersion=x | DataVersion=x",
                "jdbc:shapan:Jdbc=DATABASE;Catalog=CATALOG;DataVersion=7 | at version 0",
                "jdbc:shapan:Jdbc=DATABASE;Catalog=CATALOG;JdbcDrivers=no.such.Driver | no class no.such.Driver",
                "jdbc:shapan:Jdbc=jdbc:nothing:x;Catalog=CATALOG | Jdbc=jdbc:nothing:x",
                "jdbc:shapan:Jdbc=\"DATABASE | not of the form"
            })
    void aWrongPropertyIsNamed(String url, String message) {
        String real = url.replace("DATABASE", branches.databaseUrl())
                .replace("CATALOG", Branches.catalogFile(folder).toString());

        assertThatThrownBy(() -> DriverManager.getConnection(real))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("CONNECTION"))
                .hasMessageContaining(message);
    }

    @Test
    void propertiesAreDescribed() throws SQLException {
        DriverPropertyInfo[] properties =
                DriverManager.getDriver("jdbc:shapan:").getPropertyInfo("jdbc:shapan:Role=R", new Properties());

        assertThat(Arrays.stream(properties).filter(p -> p.required).map(p -> p.name))
                .containsExactly("Jdbc", "Catalog");
        assertThat(Arrays.stream(properties).filter(p -> p.name.equals("Role")).map(p -> p.value))
                .containsExactly("R");
    }
}

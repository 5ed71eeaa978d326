package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.engine.catalog.CatalogReader;
import org.shapan.engine.catalog.ColumnExpression;
import org.shapan.engine.catalog.CubeDefinition;
import org.shapan.engine.catalog.CubeDimension;
import org.shapan.engine.catalog.DimensionDefinition;
import org.shapan.engine.catalog.DimensionUsageDefinition;
import org.shapan.engine.catalog.HierarchyDefinition;
import org.shapan.engine.catalog.LevelDefinition;
import org.shapan.engine.catalog.LevelPropertyDefinition;
import org.shapan.engine.catalog.MeasureDefinition;
import org.shapan.engine.catalog.Presentation;
import org.shapan.engine.catalog.RelationDefinition;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.star.Star;
import org.shapan.warehouse.star.StarScript;

/** What telecom.xml promises to users and to the star. */
class TelecomCatalogTest {

    private static final Set<String> UNITS = Set.of(
            "yuan",
            "yuan/month",
            "%",
            "count",
            "count/month",
            "customer-months",
            "outlet-months",
            "min",
            "min/month",
            "KB",
            "ratio",
            "per 10,000");

    private final Telecom telecom = new Telecom();

    @TempDir
    Path temporary;

    @Test
    void theEngineReadsItWithoutANotice() {
        assertThat(telecom.catalog().ignored()).isEmpty();
        assertThat(telecom.visible().keySet())
                .containsExactlyInAnyOrder("Revenue", "Subscribers", "Channel Activity", "SP", "Operations");
    }

    @Test
    void aCopyReadsTheSame() throws IOException {
        Path file = TelecomCatalog.writeTo(temporary);

        assertThat(CatalogReader.read(file).virtualCubes()).hasSize(3);
    }

    @Test
    void everyMeasureHasAnIdAFormulaAUnitADirectionAFormatAndTwoLanguages() {
        List<String> faults = new ArrayList<>();
        telecom.defined().values().stream().flatMap(List::stream).forEach(measure -> {
            need(faults, measure.name(), "id", measure.annotation("id"));
            need(faults, measure.name(), "formula", measure.annotation("formula"));
            need(faults, measure.name(), "format", measure.formatString());
            need(faults, measure.name(), "folder", measure.presentation().folder());
            bilingual(faults, "measure " + measure.name(), measure.presentation());
            for (String language : new String[] {"", "zh"}) {
                need(
                        faults,
                        measure.name(),
                        "description " + language,
                        measure.presentation().descriptions().get(language));
            }
            assertThat(measure.annotation("unit")).as(measure.name()).isIn(UNITS);
            assertThat(measure.annotation("direction")).as(measure.name()).isIn("up", "down", "neutral");
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void idsAreUnique() {
        List<String> ids = telecom.defined().values().stream()
                .flatMap(List::stream)
                .map(measure -> measure.annotation("id"))
                .toList();

        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(130);
    }

    @Test
    void theMeasuresOfTheDomainAreThere() {
        List<String> ids = telecom.defined().values().stream()
                .flatMap(List::stream)
                .map(measure -> measure.annotation("id"))
                .toList();

        assertThat(ids)
                .containsAll(ids("REV", "1-19 28-30"))
                .containsAll(ids("SUB", "1-8 10-14 17-19 22"))
                .containsAll(ids("CHN", "1-3 5-13 16-19 26-29"))
                .containsAll(ids("SPM", "1-16 19 23-24"));
    }

    @Test
    void everyCubeDimensionHierarchyLevelAndPropertySpeaksTwoLanguages() {
        List<String> faults = new ArrayList<>();
        telecom.visible().keySet().forEach(cube -> bilingual(faults, "cube " + cube, telecom.cube(cube)));
        for (DimensionDefinition dimension : telecom.catalog().dimensions()) {
            bilingual(faults, "dimension " + dimension.name(), dimension.presentation());
            for (HierarchyDefinition hierarchy : dimension.hierarchies()) {
                bilingual(faults, "hierarchy of " + dimension.name(), hierarchy.presentation());
                need(
                        faults,
                        dimension.name(),
                        "all member zh",
                        hierarchy.allMemberCaptions().get("zh"));
                for (LevelDefinition level : hierarchy.levels()) {
                    bilingual(faults, "level " + level.name(), level.presentation());
                    assertThat(level.captionColumns()).as(level.name()).containsKey("zh");
                    level.properties().forEach(p -> bilingual(faults, "property " + p.name(), p.presentation()));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyColumnItNamesIsInTheStar() throws SQLException {
        List<String> faults = new ArrayList<>();
        try (DataDirectory data = DataDirectory.open(temporary.resolve("data"));
                WarehouseDatabase warehouse = WarehouseDatabase.open(data, new DatabaseSettings("200MB", 1));
                Connection connection = warehouse.connection()) {
            Star.run(connection, StarScript.DIMENSIONS);
            Star.run(connection, StarScript.FACTS);
            Set<String> columns = columns(connection);

            named().forEach(column -> {
                if (!columns.contains(column)) {
                    faults.add(column);
                }
            });
            assertThat(columns).hasSizeGreaterThan(200);
        }
        assertThat(faults).isEmpty();
    }

    /** Every {@code table.column} of the catalog. */
    private Set<String> named() {
        Set<String> named = new HashSet<>();
        for (DimensionDefinition dimension : telecom.catalog().dimensions()) {
            for (HierarchyDefinition hierarchy : dimension.hierarchies()) {
                String table = hierarchy.relation() instanceof RelationDefinition.Table only
                        ? only.name()
                        : hierarchy.primaryKeyTable();
                named.add(table + "." + hierarchy.primaryKey());
                if (hierarchy.relation() instanceof RelationDefinition.Join join) {
                    named.add(name(join.left()) + "." + join.leftKey());
                    named.add(name(join.right()) + "." + join.rightKey());
                }
                for (LevelDefinition level : hierarchy.levels()) {
                    Stream.concat(
                                    Stream.of(level.key(), level.nameExpression(), level.ordinal(), level.caption()),
                                    Stream.concat(
                                            level.captionColumns().values().stream(),
                                            level.properties().stream().map(LevelPropertyDefinition::column)))
                            .forEach(column -> named.add(of(table, column)));
                }
            }
        }
        for (CubeDefinition cube : telecom.catalog().cubes()) {
            String fact = name(cube.fact());
            for (CubeDimension usage : cube.dimensions()) {
                named.add(fact + "." + ((DimensionUsageDefinition) usage).foreignKey());
            }
            for (MeasureDefinition measure : cube.measures()) {
                named.add(of(fact, measure.expression()));
            }
        }
        return named;
    }

    private static String of(String table, ColumnExpression expression) {
        ColumnExpression.Column column = (ColumnExpression.Column) expression;
        return (column.table() == null ? table : column.table()) + "." + column.name();
    }

    private static String name(RelationDefinition relation) {
        return ((RelationDefinition.Table) relation).name();
    }

    private static Set<String> columns(Connection connection) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT table_name || '.' || column_name FROM duckdb_columns()")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }

    private static void bilingual(List<String> faults, String what, Presentation presentation) {
        Map<String, String> captions = presentation.captions();
        need(faults, what, "English caption", captions.get(""));
        need(faults, what, "Chinese caption", captions.get("zh"));
    }

    private static void need(List<String> faults, String what, String thing, String text) {
        if (text == null || text.isBlank()) {
            faults.add(what + " has no " + thing);
        }
    }

    /** Ids of a family by runs of numbers, e.g. {@code 1-3 7}. */
    private static List<String> ids(String family, String runs) {
        return Arrays.stream(runs.split(" "))
                .map(run -> run.split("-"))
                .flatMapToInt(
                        run -> IntStream.rangeClosed(Integer.parseInt(run[0]), Integer.parseInt(run[run.length - 1])))
                .mapToObj(number -> "%s-%02d".formatted(family, number))
                .toList();
    }
}

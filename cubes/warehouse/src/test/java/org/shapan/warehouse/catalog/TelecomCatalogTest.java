package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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
import org.shapan.warehouse.star.CiWarehouse;

/** What telecom.xml promises to users and to the star. */
class TelecomCatalogTest {

    /** Folders that are called alike in both languages. */
    private static final Set<String> NAMES = Set.of("SP", "ARPU3");

    private static final Set<String> UNITS = Set.of(
            "yuan",
            "yuan/month",
            "%",
            "count",
            "count/month",
            "customer-months",
            "outlet-months",
            "days",
            "points",
            "staff-months",
            "m²-months",
            "score",
            "min",
            "min/month",
            "KB",
            "ratio",
            "per 10,000",
            "pp",
            "rank",
            "that of the KPI");

    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    private final Telecom telecom = new Telecom();

    @TempDir
    Path temporary;

    @Test
    void theEngineReadsItWithoutANotice() {
        assertThat(telecom.catalog().ignored()).isEmpty();
        assertThat(telecom.visible().keySet())
                .containsExactlyInAnyOrder(
                        "Revenue",
                        "Subscribers",
                        "Channel Activity",
                        "Numbers",
                        "Halls",
                        "Social Channels",
                        "Channel Economics",
                        "SP",
                        "Groups",
                        "Retention",
                        "Operations",
                        "Targets",
                        "Data Services",
                        "SP Users",
                        "Arrears",
                        "SP Risk",
                        "Campaigns");
    }

    @Test
    void aCopyReadsTheSame() throws IOException {
        Path file = TelecomCatalog.writeTo(temporary);

        assertThat(CatalogReader.read(file).virtualCubes())
                .hasSameSizeAs(telecom.catalog().virtualCubes());
    }

    @Test
    void everyMeasureHasAnIdAFormulaAUnitADirectionAFormatAndTwoLanguages() {
        List<String> faults = new ArrayList<>();
        telecom.defined().values().stream().flatMap(List::stream).forEach(measure -> {
            need(faults, measure.name(), "id", measure.annotation("id"));
            need(faults, measure.name(), "formula", measure.annotation("formula"));
            need(faults, measure.name(), "format", measure.formatString());
            need(faults, measure.name(), "folder", measure.presentation().folder());
            for (String part : measure.presentation().folder().split("\\\\")) {
                assertThat(telecom.catalog().folder(part, Locale.CHINESE))
                        .as("folder " + part)
                        .matches(caption -> NAMES.contains(caption) || !caption.equals(part));
            }
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
    void everyCubeDimensionHierarchyLevelAndPropertySpeaksTwoLanguages() {
        List<String> faults = new ArrayList<>();
        telecom.visible().keySet().forEach(cube -> bilingual(faults, "cube " + cube, telecom.cube(cube)));
        for (DimensionDefinition dimension : telecom.dimensions()) {
            bilingual(faults, "dimension " + dimension.name(), dimension.presentation());
            for (HierarchyDefinition hierarchy : dimension.hierarchies()) {
                bilingual(faults, "hierarchy of " + dimension.name(), hierarchy.presentation());
                if (hierarchy.hasAll()) {
                    String caption = hierarchy.allMemberCaptions().get("zh");
                    need(faults, dimension.name(), "all member zh", caption);
                }
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
    void everyColumnItNamesIsInTheLoadedStar() {
        Set<String> columns = columns();

        assertThat(columns).hasSizeGreaterThan(200).containsAll(named());
    }

    /** Every {@code table.column} of the catalog. */
    private Set<String> named() {
        Set<String> named = new HashSet<>();
        for (DimensionDefinition dimension : telecom.dimensions()) {
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
                String key = ((DimensionUsageDefinition) usage).foreignKey();
                if (key != null) {
                    named.add(fact + "." + key);
                }
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

    private static Set<String> columns() {
        return WAREHOUSE.rows("SELECT table_name || '.' || column_name AS name FROM duckdb_columns()").stream()
                .map(row -> row.get("name").toString())
                .collect(Collectors.toSet());
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
}

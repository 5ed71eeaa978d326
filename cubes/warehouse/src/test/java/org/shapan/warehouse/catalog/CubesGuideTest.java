package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shapan.engine.catalog.DimensionDefinition;
import org.shapan.engine.catalog.HierarchyDefinition;
import org.shapan.engine.catalog.LevelDefinition;

/**
 * docs/cubes.md is made from the catalog. When this test says that it is old, run it again with {@code -Dsurefire.args=-Dshapan.docs.write=true} and
 * commit the page.
 */
class CubesGuideTest {

    private final Telecom telecom = new Telecom();

    @Test
    void docsSayWhatTheCatalogSays() throws IOException {
        Path page = repository().resolve("docs/cubes.md");
        String guide = guide();

        if (Boolean.getBoolean("shapan.docs.write")) {
            Files.writeString(page, guide);
        }

        assertThat(page).exists();
        assertThat(Files.readString(page)).isEqualTo(guide);
    }

    private String guide() {
        StringBuilder text = new StringBuilder();
        text.append("""
                # Cubes of the telecom catalog

                Made from `cubes/warehouse/src/main/resources/org/shapan/warehouse/catalog/telecom.xml` and its includes by `CubesGuideTest`; do
                not edit. Ids are those of the domain; ids from 51 up are our own. ↑ more is good, ↓ less is good, • neutral. A ratio is
                empty where its denominator is empty or zero; MoM and YoY are empty where there is no earlier period.

                """);
        for (Map.Entry<String, List<Telecom.Shown>> cube : telecom.visible().entrySet()) {
            cube(text, cube.getKey(), cube.getValue());
        }
        text.append("## Dimensions\n\n| Hierarchy | 中文 | Levels |\n|---|---|---|\n");
        for (DimensionDefinition dimension : telecom.dimensions()) {
            for (HierarchyDefinition hierarchy : dimension.hierarchies()) {
                text.append("| `[%s]%s` | %s | %s |\n"
                        .formatted(
                                dimension.name(),
                                hierarchy.name() == null ? "" : ".[" + hierarchy.name() + "]",
                                hierarchy.presentation().captions().get("zh"),
                                String.join(
                                        " → ",
                                        hierarchy.levels().stream()
                                                .map(CubesGuideTest::level)
                                                .toList())));
            }
        }
        calculations(text);
        return text.toString();
    }

    private void calculations(StringBuilder text) {
        text.append("\n## Time calculations\n\n| Member | 中文 | Kind |\n|---|---|---|\n");
        telecom.catalog().dimensions().stream()
                .filter(dimension -> dimension.calculations() != null)
                .forEach(dimension -> dimension
                        .calculations()
                        .calculations()
                        .forEach(calculation -> text.append("| `[%s].[%s]` | %s | %s |\n"
                                .formatted(
                                        dimension.name(),
                                        calculation.name(),
                                        calculation.presentation().captions().get("zh"),
                                        calculation.kind()))));
    }

    private void cube(StringBuilder text, String name, List<Telecom.Shown> measures) {
        text.append("## %s · %s\n\n%s.\n\n"
                .formatted(
                        name,
                        telecom.cube(name).captions().get("zh"),
                        telecom.cube(name).descriptions().get("")));
        text.append("| Id | Measure | 中文 | Formula | Unit | | Source |\n|---|---|---|---|---|---|---|\n");
        for (Telecom.Shown measure : measures) {
            text.append("| %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            measure.annotation("id"),
                            measure.name(),
                            measure.presentation().captions().get("zh"),
                            measure.annotation("formula"),
                            measure.annotation("unit"),
                            sign(measure.annotation("direction")),
                            measure.source() == null
                                    ? "calculated"
                                    : "`%s` (%s)".formatted(measure.source(), measure.aggregation())));
        }
        text.append('\n');
    }

    private static String sign(String direction) {
        return switch (direction) {
            case "up" -> "↑";
            case "down" -> "↓";
            default -> "•";
        };
    }

    private static String level(LevelDefinition level) {
        return level.name() + " " + level.presentation().captions().get("zh");
    }

    private static Path repository() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs")) || !Files.exists(root.resolve("cubes"))) {
            root = root.getParent();
        }
        return root;
    }
}

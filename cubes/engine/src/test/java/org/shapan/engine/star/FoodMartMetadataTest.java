package org.shapan.engine.star;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.shapan.engine.conformance.FoodMart;
import org.shapan.engine.conformance.FoodMartInDuckDb;
import org.shapan.engine.conformance.SharedFiles;
import org.shapan.engine.sql.JdbcExecutor;

/** Every cube of FoodMart has the dimensions, hierarchies, levels, members and measures that the shared metadata say. */
class FoodMartMetadataTest {
    private static final int CUBES = 7;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void cubesAreAsTheirMetadataSay() throws Exception {
        check(FoodMart.catalog());
    }

    @Test
    void anotherDatabaseGivesTheSameCubes() throws Exception {
        SharedFiles.foodMart(CUBES);
        check(FoodMart.catalog(null, JdbcExecutor.of(FoodMartInDuckDb.source())));
    }

    private static void check(Catalog catalog) throws IOException {
        List<String> lines = Files.readAllLines(SharedFiles.foodMart(CUBES).resolve("metadata.jsonl"));
        SoftAssertions softly = new SoftAssertions();

        for (String line : lines) {
            JsonNode expected = JSON.readTree(line);
            Cube cube = catalog.cube(unbracketed(expected.get("name").asText())).orElseThrow();
            check(softly, cube, expected);
        }

        assertThat(lines).hasSize(CUBES);
        softly.assertAll();
    }

    @Test
    void everyChangedSchemaCanBeBound() {
        SoftAssertions softly = new SoftAssertions();
        JdbcExecutor sql = JdbcExecutor.of(FoodMart.hsqldb());
        for (String key : FoodMart.changedSchemas()) {
            softly.assertThatCode(() -> FoodMart.catalog(key, sql)).as(key).doesNotThrowAnyException();
        }
        softly.assertAll();
    }

    private static void check(SoftAssertions softly, Cube cube, JsonNode expected) {
        softly.assertThat(uniqueNames(cube.dimensions())).isEqualTo(texts(expected.get("dimensions"), "name"));
        List<String> measures = new ArrayList<>(uniqueNames(cube.storedMeasures()));
        measures.addAll(uniqueNames(cube.calculatedMembers()));
        softly.assertThat(measures).isEqualTo(texts(expected.get("measures"), "name"));
        softly.assertThat(uniqueNames(cube.namedSets())).isEqualTo(texts(expected.get("sets"), "name"));
        for (int d = 1; d < cube.dimensions().size(); d++) {
            List<Hierarchy> hierarchies = cube.dimensions().get(d).hierarchies();
            JsonNode wanted = expected.get("dimensions").get(d).get("hierarchies");
            softly.assertThat(uniqueNames(hierarchies)).isEqualTo(texts(wanted, "name"));
            for (int h = 0; h < hierarchies.size(); h++) {
                check(softly, hierarchies.get(h), wanted.get(h));
            }
        }
    }

    private static void check(SoftAssertions softly, Hierarchy hierarchy, JsonNode expected) {
        softly.assertThat(hierarchy.caption(Locale.ENGLISH))
                .isEqualTo(expected.get("caption").asText());
        softly.assertThat(hierarchy.hasAll()).isEqualTo(expected.get("hasAll").asBoolean());
        softly.assertThat(hierarchy.defaultMember().uniqueName())
                .isEqualTo(expected.get("default").asText());
        softly.assertThat(uniqueNames(hierarchy.levels())).isEqualTo(texts(expected.get("levels"), "name"));
        for (Level level : hierarchy.levels()) {
            JsonNode wanted = expected.get("levels").get(level.depth());
            List<Member> members = new ArrayList<>(hierarchy.members(level));
            softly.assertThat(level.memberCount())
                    .as(level.uniqueName())
                    .isEqualTo(wanted.get("count").asInt());
            List<String> first = new ArrayList<>();
            wanted.get("members").forEach(m -> first.add(m.asText()));
            if (level.isParentChild()) {
                // the metadata list a tree level by level, queries give it in preorder
                softly.assertThat(uniqueNames(members)).as(level.uniqueName()).containsAll(first);
            } else {
                softly.assertThat(uniqueNames(members.subList(0, Math.min(first.size(), members.size()))))
                        .as(level.uniqueName())
                        .isEqualTo(first);
            }
        }
    }

    private static List<String> uniqueNames(List<? extends Element> elements) {
        return elements.stream().map(Element::uniqueName).toList();
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> found = new ArrayList<>();
        list.forEach(n -> found.add(n.get(field).asText()));
        return found;
    }

    private static String unbracketed(String name) {
        return name.substring(1, name.length() - 1);
    }
}

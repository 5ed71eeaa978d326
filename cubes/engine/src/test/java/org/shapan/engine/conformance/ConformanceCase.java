package org.shapan.engine.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One query with the result that it must give, as the README beside the cases describes.
 *
 * @param file name of the file without {@code .jsonl}
 * @param role null when the case has none
 * @param schema key of the changed schema; null for the schema as it is
 * @param expect the outcome
 */
public record ConformanceCase(
        String file, String id, String kind, String mdx, String role, String schema, JsonNode expect) {

    /** How many cases all files have together. */
    public static final int COUNT = 2_986;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The cases of all files; the running test is skipped where they are absent. */
    public static List<ConformanceCase> all() {
        Path folder = SharedFiles.foodMart(COUNT);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cases of one file, in order; lines without a query are left out. */
    public static List<ConformanceCase> read(Path file) {
        String name = file.getFileName().toString().replace(".jsonl", "");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(ConformanceCase::parse)
                    .filter(node -> node.has("mdx"))
                    .map(node -> new ConformanceCase(
                            name,
                            node.path("id").asText(),
                            node.path("kind").asText(),
                            node.path("mdx").asText(),
                            node.path("role").asText(null),
                            node.path("schema").asText(null),
                            node.path("expect")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the query is expected to give a result. */
    public boolean succeeds() {
        return expect.path("ok").asBoolean();
    }

    @Override
    public String toString() {
        return file + "/" + id;
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

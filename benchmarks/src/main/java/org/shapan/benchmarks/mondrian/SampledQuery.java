package org.shapan.benchmarks.mondrian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A query of the conformance data on the schema as it is. */
record SampledQuery(String file, String id, String mdx) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every n-th case of a file, the first included; failing ones and those with a role or a changed schema are left out. */
    static List<SampledQuery> of(Path folder, String file, int every) throws IOException {
        List<SampledQuery> sample = new ArrayList<>();
        List<String> lines = Files.readAllLines(folder.resolve(file + ".jsonl"));
        for (int line = 0; line < lines.size(); line += every) {
            JsonNode node = JSON.readTree(lines.get(line));
            if (node.path("expect").path("ok").asBoolean() && !node.has("schema") && !node.has("role")) {
                sample.add(new SampledQuery(
                        file, node.path("id").asString(), node.path("mdx").asString()));
            }
        }
        return sample;
    }
}

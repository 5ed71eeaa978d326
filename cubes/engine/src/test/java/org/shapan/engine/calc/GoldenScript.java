package org.shapan.engine.calc;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A query with the table that it gives. Scripts lie in files, one per topic, in the folder {@code golden} beside a test. A script is:
 * lines of comment beginning with {@code #}, settings such as {@code @role West}, the query, and behind {@code =>} its table, a line per
 * row; a blank line ends it.
 *
 * @param settings by name without the {@code @}
 */
public record GoldenScript(String proves, Map<String, String> settings, String query, List<String> table) {
    /** Every file of the folder. */
    public static List<String> topics(Class<?> test) throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(Path.of(test.getResource("golden").toURI()))) {
            return files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .sorted()
                    .toList();
        }
    }

    public static List<GoldenScript> read(Class<?> test, String topic) throws IOException {
        String text;
        try (InputStream in = test.getResourceAsStream("golden/" + topic + ".txt")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<GoldenScript> scripts = new ArrayList<>();
        for (String block : text.strip().split("\n\\s*\n")) {
            scripts.add(script(block));
        }
        return scripts;
    }

    private static GoldenScript script(String block) {
        StringBuilder proves = new StringBuilder();
        Map<String, String> settings = new HashMap<>();
        StringBuilder query = new StringBuilder();
        List<String> table = new ArrayList<>();
        boolean inTable = false;
        for (String line : block.split("\n")) {
            if (inTable) {
                table.add(line.strip());
            } else if (line.startsWith("#")) {
                proves.append(line.substring(1));
            } else if (line.equals("=>")) {
                inTable = true;
            } else if (line.startsWith("@")) {
                String[] setting = line.substring(1).split(" ", 2);
                settings.put(setting[0], setting[1]);
            } else {
                query.append(line).append('\n');
            }
        }
        return new GoldenScript(proves.toString().strip(), settings, query.toString(), table);
    }
}

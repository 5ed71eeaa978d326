package org.shapan.engine.calc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Queries with the tables that they give, one file per topic. A script is: lines of comment beginning with {@code #}, the query, and
 * behind {@code =>} its table, a line per row; a blank line ends it. The figures are checked by hand against {@code Bakery}.
 */
class GoldenScriptsTest {
    private static final SalesCube CUBE = new SalesCube();

    @AfterAll
    static void close() {
        CUBE.close();
    }

    private record Script(String proves, String query, List<String> table) {}

    /** Every file of the folder. */
    static List<String> topics() throws IOException, URISyntaxException {
        Path folder = Path.of(GoldenScriptsTest.class.getResource("golden").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyQueryGivesItsTable(String topic) throws IOException {
        List<Script> scripts = read(topic);

        assertThat(scripts).isNotEmpty();
        for (Script script : scripts) {
            assertThat(CUBE.table(script.query)).as(script.proves).isEqualTo(script.table);
        }
    }

    private static List<Script> read(String topic) throws IOException {
        String text;
        try (InputStream in = GoldenScriptsTest.class.getResourceAsStream("golden/" + topic + ".txt")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Script> scripts = new ArrayList<>();
        for (String block : text.strip().split("\n\\s*\n")) {
            StringBuilder proves = new StringBuilder();
            StringBuilder query = new StringBuilder();
            List<String> table = new ArrayList<>();
            boolean inTable = false;
            for (String line : block.split("\n")) {
                if (line.startsWith("#")) {
                    proves.append(line.substring(1));
                } else if (line.equals("=>")) {
                    inTable = true;
                } else if (inTable) {
                    table.add(line.strip());
                } else {
                    query.append(line).append('\n');
                }
            }
            scripts.add(new Script(proves.toString().strip(), query.toString(), table));
        }
        return scripts;
    }
}

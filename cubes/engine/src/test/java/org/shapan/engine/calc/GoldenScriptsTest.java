package org.shapan.engine.calc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries with the tables that they give, see {@link GoldenScript}. The figures are checked by hand against {@code Bakery}. */
class GoldenScriptsTest {
    private static final SalesCube CUBE = new SalesCube();

    @AfterAll
    static void close() {
        CUBE.close();
    }

    static List<String> topics() throws IOException, URISyntaxException {
        return GoldenScript.topics(GoldenScriptsTest.class);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyQueryGivesItsTable(String topic) throws IOException {
        List<GoldenScript> scripts = GoldenScript.read(GoldenScriptsTest.class, topic);

        assertThat(scripts).isNotEmpty();
        for (GoldenScript script : scripts) {
            assertThat(CUBE.table(script.query())).as(script.proves()).isEqualTo(script.table());
        }
    }
}

package org.shapan.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServerLimits;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.api.Settings;
import org.shapan.engine.calc.CubeQueries;
import org.shapan.engine.calc.GoldenScript;
import org.shapan.engine.database.TestDatabase;

/**
 * Queries on the market with the tables that they give, see {@link GoldenScript}; checked by hand against {@code golden.sql}. Settings:
 * {@code @role}, {@code @locale}, and any limit by its name; a failure shows as its code and what is in quotes behind {@code @tells}
 * must be part of its message.
 */
class MarketScriptsTest {
    private static final DataSource ROWS = Market.golden(TestDatabase.DUCKDB.open());

    static List<String> topics() throws IOException, URISyntaxException {
        return GoldenScript.topics(MarketScriptsTest.class);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyQueryGivesItsTable(String topic) throws IOException, SQLException {
        for (GoldenScript script : GoldenScript.read(MarketScriptsTest.class, topic)) {
            assertThat(table(script)).as("%s: %s", topic, script.proves()).isEqualTo(script.table());
        }
    }

    private static List<String> table(GoldenScript script) throws SQLException {
        Map<String, String> settings = script.settings();
        CubeServerLimits limits = CubeServerLimits.fromSettings(new Settings(settings::get));
        ConnectionSettings connect = ConnectionSettings.of(Market.CATALOG)
                .withRoles(settings.containsKey("role") ? List.of(settings.get("role")) : List.of())
                .withLocale(Locale.forLanguageTag(settings.getOrDefault("locale", "en-US")));
        try (OlapConnection connection = Market.server(ROWS, limits).connect(connect);
                var statement = connection.createStatement()) {
            return CubeQueries.table(statement.executeOlapQuery(script.query()).unwrap(CellBlock.class));
        } catch (OlapException e) {
            assertThat(e.getMessage()).contains(settings.getOrDefault("tells", ""));
            return List.of(e.getSQLState());
        }
    }
}

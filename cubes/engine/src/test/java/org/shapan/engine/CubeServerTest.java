package org.shapan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.olap4j.OlapConnection;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Settings;
import org.shapan.engine.star.Bakery;

/** What queries learn of the server and its connections. */
class CubeServerTest {
    private final Bakery bakery = new Bakery();

    @AfterEach
    void close() {
        bakery.close();
    }

    private static String text(CubeServer server, ConnectionSettings settings, String expression) throws SQLException {
        server.load("Bakery", Bakery.definition(Bakery.salesCube(""), ""));
        try (OlapConnection connection = server.connect(settings)) {
            return connection
                    .createStatement()
                    .executeOlapQuery("WITH MEMBER Measures.x AS " + expression + " SELECT Measures.x ON 0 FROM Sales")
                    .getCell(0)
                    .getFormattedValue();
        }
    }

    @Test
    void nowIsTheTimeOfTheBusiness() throws SQLException {
        Instant evening = Instant.parse("2024-12-31T17:05:00Z");
        CubeServer server = CubeServer.builder(bakery.source())
                .clock(Clock.fixed(evening, ZoneId.of("Asia/Shanghai")))
                .build();

        assertThat(text(server, ConnectionSettings.of("Bakery"), "Format(Now(), \"yyyy-mm-dd hh:nn\")"))
                .isEqualTo("2025-01-01 01:05");
        assertThat(text(server, ConnectionSettings.of("Bakery"), "CStr(Year(Date()))"))
                .isEqualTo("2025");
    }

    @Test
    void theZoneIsASetting() {
        CubeServerLimits limits =
                CubeServerLimits.fromSettings(new Settings(Map.of("shapan.query.zone", "Asia/Shanghai")::get));

        assertThat(limits.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(CubeServerLimits.fromSettings(Settings.NONE).zone()).isEqualTo(ZoneId.systemDefault());
        EngineException failure = catchThrowableOfType(
                EngineException.class,
                () -> CubeServerLimits.fromSettings(new Settings(Map.of("shapan.query.zone", "Guangdong")::get)));
        assertThat(failure.code()).isEqualTo(OlapErrorCode.CONNECTION);
        assertThat(failure.getMessage()).contains("shapan.query.zone=Guangdong").contains("Asia/Shanghai");
    }

    @Test
    void aFormulaKnowsItsUser() throws SQLException {
        CubeServer server = CubeServer.builder(bakery.source()).build();

        assertThat(text(server, ConnectionSettings.of("Bakery").withUser("mei"), "UserName()"))
                .isEqualTo("mei");
    }

    @Test
    void aFormulaReadsWhatTheClientGaveItsConnection() throws SQLException {
        CubeServer server = CubeServer.builder(bakery.source()).build();
        ConnectionSettings settings = ConnectionSettings.of("Bakery");

        assertThat(text(server, settings.withCustomData("branch=7"), "Mid(CustomData(), 8)"))
                .isEqualTo("7");
        assertThat(text(server, settings, "IsEmpty(CustomData())")).isEqualTo("true");
    }
}

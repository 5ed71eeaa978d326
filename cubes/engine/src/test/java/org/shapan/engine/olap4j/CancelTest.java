package org.shapan.engine.olap4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.api.QueryProgress;
import org.shapan.engine.star.Bakery;

/** A query that a database would work on for days, watched, cancelled from another thread, and timed out. */
@Timeout(60)
class CancelTest {
    private static final String CUBE = """
            <Cube name='Endless'><View alias='fact'><SQL>SELECT a.range AS n FROM range(1000000000) a, range(1000000000) b</SQL></View>
              <Measure name='Sum' column='n' aggregator='sum'/></Cube>
            """;
    private static final String MDX = "SELECT FROM [Endless]";

    private static Bakery bakery;
    private static OlapConnection connection;

    @BeforeAll
    static void open() {
        bakery = new Bakery();
        CubeServer server = CubeServer.builder(bakery.source()).build();
        server.load("Endless", Bakery.definition(CUBE, ""));
        connection = server.connect(ConnectionSettings.of("Endless"));
    }

    @AfterAll
    static void close() {
        bakery.close();
    }

    @Test
    void anotherThreadSeesWhatItDoesAndCancelsIt() throws Exception {
        OlapStatement statement = connection.createStatement();
        QueryProgress progress = statement.unwrap(QueryProgress.class);
        FutureTask<CellSet> query = new FutureTask<>(() -> statement.executeOlapQuery(MDX));
        Thread.ofVirtual().start(query);
        while (progress.stage() != QueryProgress.Stage.LOADING) {
            Thread.sleep(5);
        }

        assertThat(progress.statement()).containsIgnoringCase("range(1000000000)");
        assertThat(progress.elapsed()).isPositive();
        statement.cancel();

        assertThatThrownBy(query::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        OlapException.class, e -> assertThat(e.getSQLState()).isEqualTo("CANCELLED"));
        assertThat(progress.stage()).isEqualTo(QueryProgress.Stage.IDLE);
    }

    /** A cancel between the moment the statement has its place and the moment the database works on it must not get lost. */
    @RepeatedTest(20)
    void aCancelThatComesAtOnceIsNotLost() throws Exception {
        OlapStatement statement = connection.createStatement();
        QueryProgress progress = statement.unwrap(QueryProgress.class);
        FutureTask<CellSet> query = new FutureTask<>(() -> statement.executeOlapQuery(MDX));
        Thread.ofVirtual().start(query);
        while (progress.statement() == null) {
            Thread.onSpinWait();
        }
        statement.cancel();

        assertThatThrownBy(query::get).hasCauseInstanceOf(OlapException.class);
    }

    @Test
    void aTimeoutEndsIt() throws SQLException {
        OlapStatement statement = connection.createStatement();
        statement.setQueryTimeout(1);

        assertThatThrownBy(() -> statement.executeOlapQuery(MDX))
                .isInstanceOfSatisfying(
                        OlapException.class, e -> assertThat(e.getSQLState()).isEqualTo("TIMEOUT"));
        assertThatThrownBy(() -> statement.setQueryTimeout(-1)).isInstanceOf(SQLException.class);
    }
}

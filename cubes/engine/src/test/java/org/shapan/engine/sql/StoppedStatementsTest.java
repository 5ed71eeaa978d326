package org.shapan.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.database.TestDatabase;

/** Cancel and time limit end a statement in the database, not only the wait for it. */
@Timeout(120)
class StoppedStatementsTest {
    /** Minutes of work for every database, with no rows before the end. */
    private static final String ENDLESS =
            "SELECT SUM(CAST(a.v * b.v * c.v AS BIGINT)) FROM n a, n b, n c WHERE MOD(a.v + b.v, 7) = MOD(b.v + c.v, 5)";

    private static DataSource numbers(TestDatabase database) throws SQLException {
        DataSource source = database.open();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE n (v INTEGER)");
            try (var insert = connection.prepareStatement("INSERT INTO n VALUES (?)")) {
                for (int i = 0; i < 20_000; i++) {
                    insert.setInt(1, i % 10);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        return source;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void cancelEndsTheStatement(TestDatabase database) throws Exception {
        JdbcExecutor executor = JdbcExecutor.of(numbers(database));
        Stoppable execution = new Stoppable(null);
        AtomicReference<EngineException> failure = new AtomicReference<>();
        Thread thread = Thread.startVirtualThread(() -> failure.set(failureOf(executor, ENDLESS, execution)));
        while (execution.actions.isEmpty()) {
            Thread.sleep(5);
        }
        Thread.sleep(300);

        execution.cancel();
        thread.join();

        assertThat(failure.get().code()).isEqualTo(OlapErrorCode.CANCELLED);
        assertThat(execution.actions).as("registrations left").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theTimeLimitEndsTheStatement(TestDatabase database) throws SQLException {
        JdbcExecutor executor = JdbcExecutor.of(numbers(database));
        Stoppable execution = new Stoppable(Instant.now().plusMillis(900));

        EngineException failure = failureOf(executor, ENDLESS, execution);

        assertThat(failure.code()).as(failure.getMessage()).isEqualTo(OlapErrorCode.TIMEOUT);
        assertThat(execution.actions).as("registrations left").isEmpty();
    }

    @Test
    void postgreSqlDoesNothingMoreAfterwards() throws Exception {
        DataSource source = TestDatabase.POSTGRESQL.open();
        JdbcExecutor executor = JdbcExecutor.of(source);
        Stoppable cancelled = new Stoppable(null);
        Thread thread =
                Thread.startVirtualThread(() -> failureOf(executor, "SELECT CAST(pg_sleep(600) AS TEXT)", cancelled));
        while (active(source).isEmpty()) {
            Thread.sleep(20);
        }

        cancelled.cancel();
        thread.join();
        failureOf(
                executor,
                "SELECT CAST(pg_sleep(601) AS TEXT)",
                new Stoppable(Instant.now().plusMillis(500)));

        Instant patience = Instant.now().plus(Duration.ofSeconds(10));
        while (!active(source).isEmpty() && Instant.now().isBefore(patience)) {
            Thread.sleep(20);
        }
        assertThat(active(source)).isEmpty();
    }

    /** Three gigabytes, of which a few rows are read: they must not come all at once. */
    @Test
    void postgreSqlSendsRowsAsTheyAreRead() {
        JdbcExecutor executor = JdbcExecutor.of(TestDatabase.POSTGRESQL.open());

        int read = executor.query(
                "SELECT REPEAT('x', 1000) FROM GENERATE_SERIES(1, 2000) a, GENERATE_SERIES(1, 1500) b",
                List.of(),
                QueryExecution.unbounded("u"),
                rows -> {
                    int count = 0;
                    while (count < 10 && rows.next()) {
                        count++;
                    }
                    return count;
                });

        assertThat(read).isEqualTo(10);
    }

    private static EngineException failureOf(JdbcExecutor executor, String sql, QueryExecution execution) {
        return catchThrowableOfType(
                EngineException.class, () -> executor.query(sql, List.of(), execution, ResultSet::next));
    }

    private static List<String> active(DataSource source) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT query FROM pg_stat_activity WHERE datname = CURRENT_DATABASE() AND state <> 'idle' AND query LIKE '%sleep(6%' AND pid <> pg_backend_pid()")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Cancelled by hand or by a deadline. */
    private static final class Stoppable implements QueryExecution {
        private final List<Runnable> actions = new CopyOnWriteArrayList<>();
        private final Instant deadline;
        private volatile boolean cancelled;

        Stoppable(Instant deadline) {
            this.deadline = deadline;
        }

        void cancel() {
            cancelled = true;
            actions.forEach(Runnable::run);
        }

        @Override
        public void check() {
            if (cancelled) {
                throw new EngineException(OlapErrorCode.CANCELLED, "cancelled");
            }
            if (deadline != null && Instant.now().isAfter(deadline)) {
                throw new EngineException(OlapErrorCode.TIMEOUT, "too late");
            }
        }

        @Override
        public Instant deadline() {
            return deadline;
        }

        @Override
        public String user() {
            return "impatient";
        }

        @Override
        public AutoCloseable onCancel(Runnable action) {
            actions.add(action);
            return () -> actions.remove(action);
        }
    }
}

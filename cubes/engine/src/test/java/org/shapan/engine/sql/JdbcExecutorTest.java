package org.shapan.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.hsqldb.jdbc.JDBCDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** Statements: parameters, limits, cancel, fair waiting, errors. */
@Timeout(60)
class JdbcExecutorTest {
    private static final String ONE = "VALUES (1), (2), (3)";
    private final List<SqlListener.Event> events = new CopyOnWriteArrayList<>();

    private JdbcExecutor executor(SqlLimits limits) {
        JDBCDataSource source = new JDBCDataSource();
        source.setURL("jdbc:hsqldb:mem:executor");
        source.setUser("SA");
        source.setPassword("");
        return new JdbcExecutor(source, Dialects.of(source), limits, events::add);
    }

    private static QueryExecution user(String name) {
        return QueryExecution.unbounded(name);
    }

    private static int count(ResultSet rows) throws SQLException {
        int count = 0;
        while (rows.next()) {
            count++;
        }
        return count;
    }

    @Test
    void parametersAreBoundInOrder() {
        String text = executor(SqlLimits.defaults())
                .query(
                        "SELECT CAST(? AS VARCHAR(9)) || CAST(? AS VARCHAR(9)) FROM (VALUES (0)) AS t(x)",
                        List.of("a'b", 7),
                        user("u"),
                        rows -> {
                            rows.next();
                            return rows.getString(1);
                        });

        assertThat(text).isEqualTo("a'b7");
    }

    @Test
    void theListenerHearsOfEveryStatement() {
        JdbcExecutor executor = executor(SqlLimits.defaults());

        executor.query(ONE, List.of(), user("ann"), new SqlExecutor.RowReader<Integer>() {
            @Override
            public Integer read(ResultSet rows) throws SQLException {
                return count(rows);
            }

            @Override
            public long rows(Integer result) {
                return result;
            }
        });
        assertThatThrownBy(() -> executor.query("SELECT", List.of(), user("ann"), JdbcExecutorTest::count));

        assertThat(events).extracting(SqlListener.Event::sql).containsExactly(ONE, "SELECT");
        assertThat(events.get(0).rows()).isEqualTo(3);
        assertThat(events.get(0).user()).isEqualTo("ann");
        assertThat(events.get(0).failure()).isNull();
        assertThat(events.get(1).failure()).isNotNull();
    }

    @Test
    void errorsCarryTheStatement() {
        EngineException e = catchThrowableOfType(
                EngineException.class,
                () -> executor(SqlLimits.defaults())
                        .query("SELECT x FROM nowhere", List.of(), user("u"), JdbcExecutorTest::count));

        assertThat(e.code()).isEqualTo(OlapErrorCode.SQL_FAILED);
        assertThat(e).hasMessageContaining("NOWHERE").hasMessageContaining("SELECT x FROM nowhere");
    }

    @Test
    void describeRunsNothing() {
        List<SqlExecutor.ResultColumn> columns = executor(SqlLimits.defaults())
                .describe(
                        "SELECT CAST(1 AS DECIMAL(9,2)) AS \"a\", 1.5E0 AS \"b\", 'x' AS \"c\", DATE '2000-01-01' AS \"d\" FROM (VALUES (0)) AS t(x)");

        assertThat(columns)
                .containsExactly(
                        new SqlExecutor.ResultColumn("a", DataType.DECIMAL),
                        new SqlExecutor.ResultColumn("b", DataType.DOUBLE),
                        new SqlExecutor.ResultColumn("c", DataType.STRING),
                        new SqlExecutor.ResultColumn("d", DataType.DATE));
        assertThat(events).isEmpty();
    }

    @Test
    void noMoreStatementsThanAllowedRunAtOnce() throws InterruptedException {
        JdbcExecutor executor = executor(new SqlLimits(2, 100));
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> threads = new CopyOnWriteArrayList<>();

        for (int i = 0; i < 20; i++) {
            String name = "u" + i % 3;
            threads.add(Thread.startVirtualThread(() -> executor.query(ONE, List.of(), user(name), rows -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                sleep(5);
                running.decrementAndGet();
                return null;
            })));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(most.get()).isEqualTo(2);
        assertThat(events).hasSize(20);
    }

    @Test
    void usersTakeTurns() throws InterruptedException {
        Admission admission = new Admission(new SqlLimits(1, 100));
        List<String> order = new CopyOnWriteArrayList<>();
        List<Thread> threads = new CopyOnWriteArrayList<>();
        admission.acquire(user("first"));

        for (String name : List.of("greedy", "greedy", "greedy", "modest")) {
            CountDownLatch started = new CountDownLatch(1);
            threads.add(Thread.startVirtualThread(() -> {
                started.countDown();
                admission.acquire(user(name));
                order.add(name);
                admission.release();
            }));
            started.await();
            sleep(30);
        }
        admission.release();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(order).containsExactly("greedy", "modest", "greedy", "greedy");
    }

    @Test
    void aFullLineIsRefused() throws InterruptedException {
        Admission admission = new Admission(new SqlLimits(1, 1));
        admission.acquire(user("a"));
        CountDownLatch done = new CountDownLatch(1);
        Thread waiting = Thread.startVirtualThread(() -> {
            admission.acquire(user("b"));
            done.countDown();
        });
        sleep(50);

        EngineException e = catchThrowableOfType(EngineException.class, () -> admission.acquire(user("c")));

        assertThat(e.code()).isEqualTo(OlapErrorCode.SERVER_BUSY);
        assertThat(e).hasMessageContaining("shapan.sql.max-statements").hasMessageContaining("shapan.sql.max-waiting");
        admission.release();
        done.await();
        waiting.join();
    }

    @Test
    void whoIsCancelledWhileWaitingGivesUpItsPlaceInTheLine() {
        Admission admission = new Admission(new SqlLimits(1, 10));
        admission.acquire(user("a"));
        CancellableExecution impatient = new CancellableExecution();
        Thread.startVirtualThread(() -> {
            sleep(80);
            impatient.cancel();
        });

        EngineException e = catchThrowableOfType(EngineException.class, () -> admission.acquire(impatient));

        assertThat(e.code()).isEqualTo(OlapErrorCode.CANCELLED);
        admission.release();
        admission.acquire(user("c"));
    }

    @Test
    void cancelReachesTheRunningStatement() throws InterruptedException {
        JdbcExecutor executor = executor(SqlLimits.defaults());
        CancellableExecution execution = new CancellableExecution();
        AtomicReference<EngineException> failure = new AtomicReference<>();
        CountDownLatch reading = new CountDownLatch(1);

        Thread thread = Thread.startVirtualThread(() -> failure.set(catchThrowableOfType(
                EngineException.class,
                () -> executor.query(ONE, List.of(), execution, rows -> {
                    reading.countDown();
                    while (true) {
                        execution.check();
                        sleep(5);
                    }
                }))));
        reading.await();
        execution.cancel();
        thread.join();

        assertThat(failure.get().code()).isEqualTo(OlapErrorCode.CANCELLED);
        assertThat(execution.actions).hasValue(1);
        assertThat(execution.open).hasValue(0);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Cancelled by hand; counts what was registered. */
    private static final class CancellableExecution implements QueryExecution {
        private final AtomicReference<Runnable> action = new AtomicReference<>();
        private final AtomicInteger actions = new AtomicInteger();
        private final AtomicInteger open = new AtomicInteger();
        private volatile boolean cancelled;

        void cancel() {
            cancelled = true;
            Runnable registered = action.get();
            if (registered != null) {
                actions.incrementAndGet();
                registered.run();
            }
        }

        @Override
        public void check() {
            if (cancelled) {
                throw new EngineException(OlapErrorCode.CANCELLED, "cancelled");
            }
        }

        @Override
        public Instant deadline() {
            return null;
        }

        @Override
        public String user() {
            return "impatient";
        }

        @Override
        public AutoCloseable onCancel(Runnable run) {
            action.set(run);
            open.incrementAndGet();
            return open::decrementAndGet;
        }
    }
}

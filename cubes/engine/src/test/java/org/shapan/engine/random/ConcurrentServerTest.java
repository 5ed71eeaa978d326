package org.shapan.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Test;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.CubeServerLimits;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Settings;
import org.shapan.engine.database.CountedSource;
import org.shapan.engine.database.TestDatabase;
import org.shapan.engine.market.Market;

/**
 * 64 threads ask, cancel, flush, reload the catalog and say that the data changed: every answer is that of a query alone, no thread
 * stands still, nothing stays open, and the server answers afterwards. {@code -Dshapan.concurrency.seconds} says how long; the build
 * server runs a minute.
 */
class ConcurrentServerTest {
    private static final int THREADS = 64;
    private static final int SECONDS = Integer.getInteger("shapan.concurrency.seconds", 20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<List<String>> ROLES = List.of(List.of(), List.of("West"), List.of("West of all"));

    private final long seed = Seed.of(ConcurrentServerTest.class);
    private final CountedSource rows = new CountedSource(Market.random(TestDatabase.DUCKDB.open(), seed, 400));
    // small, so that segments come and go
    private final CubeServer server = Market.server(rows, limits("shapan.cell.cache-bytes", "200000"));
    private final List<Question> questions = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLongArray done = new AtomicLongArray(THREADS);
    private final AtomicBoolean over = new AtomicBoolean();

    /** A query with its answer when nothing else runs. */
    private record Question(List<String> roles, String mdx, Answer alone) {}

    @Test
    void mixedQueriesFlushesAndReloadsGiveTheSameAsAlone() throws Exception {
        collect();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int number = t;
            threads.add(Thread.ofPlatform().name("asks " + t).start(() -> work(number)));
        }
        watch();
        over.set(true);
        for (Thread thread : threads) {
            thread.join(Duration.ofMinutes(1));
            assertThat(thread.isAlive()).as("%s still runs", thread).isFalse();
        }

        assertThat(failures).as("seed %d", seed).isEmpty();
        assertThat(rows.openConnections()).as("connections left open").isZero();
        assertThat(rows.openStatements()).as("statements left open").isZero();
        assertThat(rows.preparedStatements()).isGreaterThan(1_000);
        for (Question question : questions) {
            check(question);
        }
        assertThat(failures).as("afterwards, seed %d", seed).isEmpty();
    }

    private void collect() throws SQLException {
        for (List<String> roles : ROLES) {
            try (OlapConnection connection = connect(roles)) {
                MdxGenerator generator = new MdxGenerator(connection, seed);
                for (int i = 0; i < 60; i++) {
                    String mdx = generator.next();
                    questions.add(new Question(roles, mdx, Answer.of(connection, mdx, PATIENCE)));
                }
            }
        }
        assertThat(questions).anyMatch(question -> question.alone.hasValue());
    }

    private OlapConnection connect(List<String> roles) {
        return server.connect(ConnectionSettings.of(Market.CATALOG)
                .withRoles(roles)
                .withUser(Thread.currentThread().getName()));
    }

    private void work(int number) {
        Random random = new Random(seed + number);
        while (!over.get() && failures.isEmpty()) {
            try {
                switch (random.nextInt(40)) {
                    case 0 -> server.flush();
                    case 1 -> server.dataChanged();
                    case 2 -> server.load(Market.CATALOG, Market.catalog());
                    case 3, 4, 5 -> cancel(questions.get(random.nextInt(questions.size())), random);
                    default -> check(questions.get(random.nextInt(questions.size())));
                }
            } catch (Exception | StackOverflowError e) {
                failures.add(Thread.currentThread().getName() + ": " + e);
            }
            done.incrementAndGet(number);
        }
    }

    private void check(Question question) throws SQLException {
        try (OlapConnection connection = connect(question.roles)) {
            fail(question, Answer.of(connection, question.mdx, PATIENCE));
        }
    }

    private void fail(Question question, Answer answer) {
        String difference = question.alone.difference(answer);
        if (difference != null || answer.failure() == OlapErrorCode.TIMEOUT) {
            failures.add(question.roles + " " + question.mdx + "\n" + difference);
        }
    }

    /** A query that is cancelled in the middle gives its answer when it was quicker, else says that it was cancelled. */
    private void cancel(Question question, Random random) throws Exception {
        try (OlapConnection connection = connect(question.roles);
                OlapStatement statement = connection.createStatement()) {
            long wait = random.nextInt(3_000_000);
            Thread canceller = Thread.startVirtualThread(() -> {
                try {
                    Thread.sleep(Duration.ofNanos(wait));
                    statement.cancel();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (SQLException e) {
                    failures.add("cancel: " + e);
                }
            });
            Answer answer = Answer.of(statement, question.mdx);
            canceller.join();
            if (answer.failure() != OlapErrorCode.CANCELLED) {
                fail(question, answer);
            }
        }
    }

    /** Looks every second for deadlocks, and every half minute for threads that did nothing. */
    private void watch() throws InterruptedException {
        long[] before = new long[THREADS];
        for (int second = 1; second <= SECONDS && failures.isEmpty(); second++) {
            Thread.sleep(Duration.ofSeconds(1));
            long[] locked = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
            assertThat(locked).as("deadlocked threads").isNull();
            if (second % 30 == 0 || second == SECONDS) {
                for (int t = 0; t < THREADS; t++) {
                    if (done.get(t) == before[t]) {
                        failures.add("thread " + t + " did nothing for " + Math.min(second, 30) + " s");
                    }
                    before[t] = second == SECONDS ? 0 : done.get(t);
                }
            }
        }
        long total = 0;
        for (int t = 0; t < THREADS; t++) {
            total += done.get(t);
        }
        System.out.println("concurrency: " + total + " actions of " + THREADS + " threads in " + SECONDS + " s");
    }

    private static CubeServerLimits limits(String setting, String value) {
        return CubeServerLimits.fromSettings(new Settings(name -> name.equals(setting) ? value : null));
    }
}

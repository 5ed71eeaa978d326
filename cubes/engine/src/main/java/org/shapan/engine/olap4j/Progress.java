package org.shapan.engine.olap4j;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.shapan.engine.api.QueryProgress;
import org.shapan.engine.sql.StatementStage;

/** Follows the queries of a statement, one after the other. Thread-safe: a query may have several statements to the database at a time. */
public final class Progress implements QueryProgress {
    private static final long NOT_STARTED = 0;

    private final List<String> running = new CopyOnWriteArrayList<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private volatile long started = NOT_STARTED;

    void start() {
        running.clear();
        waiting.set(0);
        ended.set(0);
        long now = System.nanoTime();
        started = now == NOT_STARTED ? 1 : now;
    }

    void end() {
        started = NOT_STARTED;
    }

    /** A statement that waits comes to run; one that runs ends. A statement that never runs ends too. */
    public void note(StatementStage stage, String sql) {
        switch (stage) {
            case WAITING -> waiting.incrementAndGet();
            case RUNNING -> {
                running.add(sql);
                waiting.decrementAndGet();
            }
            case ENDED -> {
                if (running.remove(sql)) {
                    ended.incrementAndGet();
                } else {
                    waiting.decrementAndGet();
                }
            }
        }
    }

    @Override
    public Stage stage() {
        if (started == NOT_STARTED) {
            return Stage.IDLE;
        }
        if (!running.isEmpty()) {
            return Stage.LOADING;
        }
        return waiting.get() > 0 ? Stage.WAITING : Stage.EVALUATING;
    }

    @Override
    public int loads() {
        return ended.get();
    }

    @Override
    public String statement() {
        List<String> now = List.copyOf(running);
        return now.isEmpty() ? null : now.getLast();
    }

    @Override
    public Duration elapsed() {
        long since = started;
        return since == NOT_STARTED ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }
}

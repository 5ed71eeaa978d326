package org.shapan.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.olap4j.OlapServer;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.StatementStage;

/** A query under way: its cancel, its deadline, its user, how far it is. */
final class RunningQuery implements QueryExecution {
    private final OlapServer.Query query;
    private final Duration limit;
    private final Instant deadline;
    private final long started = System.nanoTime();
    private final Clock clock;

    /** @param clock in the zone of the business, for what the query wants to know of date and time */
    RunningQuery(OlapServer.Query query, Duration limit, Clock clock) {
        this.query = query;
        this.limit = limit;
        this.deadline = limit == null ? null : Instant.now().plus(limit);
        this.clock = clock;
    }

    @Override
    public void check() {
        if (query.cancel().isCancelled() || Thread.currentThread().isInterrupted()) {
            throw new EngineException(OlapErrorCode.CANCELLED, "Query canceled: its statement was cancelled or closed");
        }
        if (limit != null && System.nanoTime() - started > limit.toNanos()) {
            throw new EngineException(
                    OlapErrorCode.TIMEOUT,
                    "Query timeout of " + limit.toSeconds()
                            + " s reached; ask for less, or raise the statement's timeout or shapan.query.timeout");
        }
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public String user() {
        return query.user();
    }

    @Override
    public String customData() {
        return query.customData();
    }

    @Override
    public LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    @Override
    public void note(StatementStage stage, String sql) {
        query.progress().note(stage, sql);
    }

    @Override
    public AutoCloseable onCancel(Runnable action) {
        return query.cancel().onCancel(action);
    }
}

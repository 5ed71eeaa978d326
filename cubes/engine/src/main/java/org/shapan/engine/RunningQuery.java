package org.shapan.engine;

import java.time.Duration;
import java.time.Instant;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.olap4j.CancelSignal;
import org.shapan.engine.olap4j.Progress;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.StatementStage;

/** A query under way: its cancel, its deadline, its user, how far it is. */
final class RunningQuery implements QueryExecution {
    private final CancelSignal cancel;
    private final Progress progress;
    private final Duration limit;
    private final Instant deadline;
    private final long started = System.nanoTime();
    private final String user;

    RunningQuery(CancelSignal cancel, Progress progress, Duration limit, String user) {
        this.cancel = cancel;
        this.progress = progress;
        this.limit = limit;
        this.deadline = limit == null ? null : Instant.now().plus(limit);
        this.user = user;
    }

    @Override
    public void check() {
        if (cancel.isCancelled() || Thread.currentThread().isInterrupted()) {
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
        return user;
    }

    @Override
    public void note(StatementStage stage, String sql) {
        progress.note(stage, sql);
    }

    @Override
    public AutoCloseable onCancel(Runnable action) {
        return cancel.onCancel(action);
    }
}

package org.shapan.engine.sql;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * The running query as the layers below see it: who cancels it, until when it may run, and what it may use.
 *
 * <p>Every loop that can be long calls {@link #check()} now and then; every statement is registered so that cancel reaches it.
 */
public interface QueryExecution {
    /**
     * The query that the current thread works for. Members load lazily, deep below methods that know no query: the layer that runs a
     * query binds it here, so that the statements for members obey the same cancel and time limit.
     */
    ScopedValue<QueryExecution> CURRENT = ScopedValue.newInstance();

    /** What {@link #CURRENT} is bound to, else an execution without limit. */
    static QueryExecution current() {
        return CURRENT.isBound() ? CURRENT.get() : PlainExecution.CATALOG;
    }

    /** An execution that is never cancelled and has no time limit. */
    static QueryExecution unbounded(String user) {
        return new PlainExecution(user, null);
    }

    /** An execution that is never cancelled and ends with TIMEOUT when the time is over, counted from now. */
    static QueryExecution limited(String user, Duration time) {
        return new PlainExecution(user, Instant.now().plus(time));
    }

    /**
     * Whether the query may go on.
     *
     * @throws org.shapan.engine.api.EngineException CANCELLED or TIMEOUT
     */
    void check();

    /** Null when there is no limit. */
    Instant deadline();

    /** Name for the fair queue; never null, never used as part of a cache key. */
    String user();

    /** What the client gave the connection for formulas to read, or null; never used as part of a cache key. */
    default String customData() {
        return null;
    }

    /** Registers what must happen on cancel; close the returned handle when it is no longer needed. */
    AutoCloseable onCancel(Runnable action);

    /** Told what becomes of a statement of the query; quick, and safe from any thread. */
    default void note(StatementStage stage, String sql) {}

    /** Date and time by the clock on the wall where the business is, for what a query wants to know of it. */
    default LocalDateTime now() {
        return LocalDateTime.now(ZoneId.systemDefault());
    }

    /** Where numbers by chance come from; asked by the thread of the query only. */
    default RandomGenerator random() {
        return ThreadLocalRandom.current();
    }
}

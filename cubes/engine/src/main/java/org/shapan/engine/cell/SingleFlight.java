package org.shapan.engine.cell;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.sql.QueryExecution;

/**
 * Lets one of several equal tasks run and gives its result to all. Who waits obeys its own cancel and deadline; when the runner gave up
 * for a reason of its own (cancelled, out of time or budget), one of those who wait runs instead. Thread-safe.
 */
final class SingleFlight<K, V> {
    private static final long CHECK_MILLIS = 20;

    private final ConcurrentHashMap<K, CompletableFuture<V>> running = new ConcurrentHashMap<>();

    V get(K key, QueryExecution execution, Callable<V> task) throws Exception {
        while (true) {
            CompletableFuture<V> mine = new CompletableFuture<>();
            CompletableFuture<V> other = running.putIfAbsent(key, mine);
            if (other == null) {
                return run(key, mine, task);
            }
            try {
                return await(other, execution);
            } catch (ExecutionException e) {
                if (!isOfRunnerOnly(e.getCause())) {
                    throw e.getCause() instanceof Exception shared ? shared : e;
                }
            }
        }
    }

    private V run(K key, CompletableFuture<V> mine, Callable<V> task) throws Exception {
        try {
            V value = task.call();
            running.remove(key, mine);
            mine.complete(value);
            return value;
        } catch (Throwable failure) {
            running.remove(key, mine);
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    private V await(CompletableFuture<V> other, QueryExecution execution)
            throws ExecutionException, InterruptedException {
        while (true) {
            try {
                return other.get(CHECK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                execution.check();
            }
        }
    }

    private static boolean isOfRunnerOnly(Throwable failure) {
        return !(failure instanceof EngineException e && e.code() == OlapErrorCode.SQL_FAILED);
    }
}

package org.shapan.engine.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** Runs tasks at the same time on virtual threads and waits for all; the first failure is thrown when all have ended. */
final class SideBySide {
    private SideBySide() {}

    static <T> List<T> run(List<Callable<T>> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        if (tasks.size() == 1) {
            try {
                return List.of(tasks.getFirst().call());
            } catch (Exception e) {
                throw failure(e);
            }
        }
        List<Future<T>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            tasks.forEach(task -> running.add(threads.submit(task)));
        }
        List<T> results = new ArrayList<>();
        RuntimeException first = null;
        for (Future<T> future : running) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                RuntimeException failure = failure(e.getCause());
                if (first == null) {
                    first = failure;
                } else if (first != failure) {
                    first.addSuppressed(failure);
                }
            } catch (InterruptedException e) {
                throw failure(e);
            }
        }
        if (first != null) {
            throw first;
        }
        return results;
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new EngineException(OlapErrorCode.CANCELLED, "Interrupted while cells were loaded", cause);
        }
        return cause instanceof RuntimeException runtime
                ? runtime
                : new EngineException(OlapErrorCode.INTERNAL, "Cells could not be loaded: " + cause, cause);
    }
}

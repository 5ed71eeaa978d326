package org.shapan.engine.olap4j;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Carries a cancel from a statement to whatever its query is doing. Thread-safe; set once. */
public final class CancelSignal {
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();

    public boolean isCancelled() {
        return cancelled.get();
    }

    /** Runs every registered action once; later calls do nothing. */
    public void cancel() {
        if (cancelled.compareAndSet(false, true)) {
            actions.forEach(Runnable::run);
        }
    }

    /** Runs {@code action} on cancel, at once when that has happened already. The handle takes it back. */
    public AutoCloseable onCancel(Runnable action) {
        actions.add(action);
        if (cancelled.get()) {
            action.run();
        }
        return () -> actions.remove(action);
    }
}

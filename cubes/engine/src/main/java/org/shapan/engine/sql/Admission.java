package org.shapan.engine.sql;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/**
 * Places for statements. Waiting is first come, first served within a user, and users take turns: one who asks for a hundred does not
 * delay another who asks for one.
 */
final class Admission {
    private static final long CHECK_MILLIS = 50;

    private final SqlLimits limits;
    private final ReentrantLock lock = new ReentrantLock();
    /** Guarded by lock. Users in the order of their turns; a user whose queue is empty is not in it. */
    private final Map<String, Queue<Ticket>> waiting = new LinkedHashMap<>();

    private int running;
    private int waitingCount;

    Admission(SqlLimits limits) {
        this.limits = limits;
    }

    /** Waits for a place; the caller must {@link #release} it. */
    void acquire(QueryExecution execution) {
        Ticket ticket;
        lock.lock();
        try {
            if (running < limits.statements() && waitingCount == 0) {
                running++;
                return;
            }
            if (waitingCount >= limits.waiting()) {
                throw new EngineException(
                        OlapErrorCode.SERVER_BUSY,
                        "All " + limits.statements() + " places for SQL statements are taken and " + waitingCount
                                + " wait: try again later, or raise shapan.sql.max-statements or shapan.sql.max-waiting");
            }
            ticket = new Ticket(lock.newCondition());
            waiting.computeIfAbsent(execution.user(), u -> new ArrayDeque<>()).add(ticket);
            waitingCount++;
            await(ticket, execution);
        } finally {
            lock.unlock();
        }
    }

    void release() {
        lock.lock();
        try {
            running--;
            grantNext();
        } finally {
            lock.unlock();
        }
    }

    private void await(Ticket ticket, QueryExecution execution) {
        boolean kept = false;
        try {
            while (!ticket.granted) {
                execution.check();
                ticket.changed.await(CHECK_MILLIS, TimeUnit.MILLISECONDS);
            }
            kept = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        } finally {
            if (!kept) {
                giveUp(ticket, execution.user());
            }
        }
    }

    private void giveUp(Ticket ticket, String user) {
        if (ticket.granted) {
            running--;
            grantNext();
            return;
        }
        Queue<Ticket> queue = waiting.get(user);
        queue.remove(ticket);
        waitingCount--;
        if (queue.isEmpty()) {
            waiting.remove(user);
        }
    }

    private void grantNext() {
        while (running < limits.statements() && !waiting.isEmpty()) {
            Iterator<Map.Entry<String, Queue<Ticket>>> turns =
                    waiting.entrySet().iterator();
            Map.Entry<String, Queue<Ticket>> turn = turns.next();
            String user = turn.getKey();
            Queue<Ticket> queue = turn.getValue();
            turns.remove();
            Ticket ticket = queue.remove();
            if (!queue.isEmpty()) {
                waiting.put(user, queue);
            }
            waitingCount--;
            running++;
            ticket.granted = true;
            ticket.changed.signal();
        }
    }

    static EngineException interrupted() {
        return new EngineException(OlapErrorCode.CANCELLED, "The thread was interrupted");
    }

    /** Guarded by lock. */
    private static final class Ticket {
        private final Condition changed;
        private boolean granted;

        Ticket(Condition changed) {
            this.changed = changed;
        }
    }
}

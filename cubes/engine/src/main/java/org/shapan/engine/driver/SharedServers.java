package org.shapan.engine.driver;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.olap4j.OlapConnection;

/**
 * The servers behind open connections: connections to the same catalog over the same database share one, and with it the cells it has
 * in memory. A few are kept after their last connection is closed, since clients open and close for every question. Thread-safe.
 */
final class SharedServers {
    private static final int IDLE_KEPT = 4;

    /** In the order of their last use. */
    private final Map<ServerKey, Shared> servers = new LinkedHashMap<>(16, 0.75f, true);

    OlapConnection connect(ConnectString wanted) {
        wanted.loadDrivers();
        ServerKey key = ServerKey.of(wanted);
        Shared shared = take(key);
        AtomicBoolean open = new AtomicBoolean(true);
        Runnable close = () -> {
            if (open.compareAndSet(true, false)) {
                giveBack(shared);
            }
        };
        try {
            return shared.server(key).connect(wanted, close);
        } catch (RuntimeException e) {
            close.run();
            throw e;
        }
    }

    private synchronized Shared take(ServerKey key) {
        Shared shared = servers.computeIfAbsent(key, any -> new Shared());
        shared.users++;
        return shared;
    }

    private synchronized void giveBack(Shared shared) {
        shared.users--;
        long idle = servers.values().stream().filter(s -> s.users == 0).count();
        for (Iterator<Shared> oldest = servers.values().iterator(); idle > IDLE_KEPT && oldest.hasNext(); ) {
            Shared candidate = oldest.next();
            if (candidate.users == 0) {
                oldest.remove();
                candidate.close();
                idle--;
            }
        }
    }

    /** A server that is made by its first user while the others of that key wait. */
    private static final class Shared {
        private int users;
        private InProcessServer server;

        synchronized InProcessServer server(ServerKey key) {
            if (server == null) {
                server = new InProcessServer(key);
            }
            return server;
        }

        synchronized void close() {
            if (server != null) {
                server.close();
            }
        }
    }
}

package org.shapan.portal.metrics;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts the sessions that are open, those before a sign-in too. */
@Component
class OpenSessions implements HttpSessionListener {
    private final AtomicInteger open = new AtomicInteger();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        open.incrementAndGet();
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.decrementAndGet();
    }

    int count() {
        return open.get();
    }
}

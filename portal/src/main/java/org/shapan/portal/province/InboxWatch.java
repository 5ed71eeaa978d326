package org.shapan.portal.province;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.load.Inbox;
import org.shapan.warehouse.load.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Loads what arrives in the inbox, once there are data. */
@Component
@OnWarehouse
class InboxWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);
    /** How long stopping waits: a load ends at the next month. */
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Inbox inbox;
    private final Path folder;
    private final Duration pause;
    private final Province province;
    private volatile Thread watcher;

    InboxWatch(DataDirectory directory, WarehouseSettings settings, Loader loader, Province province) {
        this.folder = settings.inbox().isBlank() ? directory.root().resolve("inbox") : Path.of(settings.inbox());
        this.pause = settings.inboxPoll();
        this.inbox = new Inbox(folder, loader, settings.inboxPatience(), Clock.systemUTC());
        this.province = province;
    }

    @Override
    public void start() {
        watcher = Thread.ofVirtual().name("inbox").start(this::watch);
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            look();
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() {
        if (!province.ready()) {
            return;
        }
        try {
            if (inbox.look() > 0) {
                province.refresh();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The inbox {} cannot be worked: {}", folder, e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        Thread running = watcher;
        watcher = null;
        if (running != null) {
            running.interrupt();
            try {
                if (!running.join(STOP)) {
                    LOG.warn("Loading from the inbox does not stop within {} s", STOP.toSeconds());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return watcher != null;
    }
}

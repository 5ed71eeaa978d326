package org.shapan.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.shapan.engine.api.DataVersions;

/**
 * The data versions that a server reads: one for each catalog, and those that queries under way began with. Each is pinned once at the
 * source and given back when nobody reads it any more. Thread-safe.
 */
final class VersionPins {
    private final DataVersions versions;
    private final LongConsumer forgotten;
    private final Map<Long, Pinned> pinned = new HashMap<>();

    private static final class Pinned {
        private final DataVersions.Pin pin;
        private int readers = 1;

        Pinned(DataVersions.Pin pin) {
            this.pin = pin;
        }
    }

    /** @param forgotten told of a version that nobody reads any more, before it is given back */
    VersionPins(DataVersions versions, LongConsumer forgotten) {
        this.versions = versions;
        this.forgotten = forgotten;
    }

    /** Becomes a reader of the newest version; to be followed by {@link #release}. */
    long acquireNewest() {
        long newest = versions.newest();
        if (acquire(newest)) {
            return newest;
        }
        DataVersions.Pin pin = versions.pin(newest);
        synchronized (this) {
            Pinned known = pinned.putIfAbsent(newest, new Pinned(pin));
            if (known == null) {
                return newest;
            }
            known.readers++;
        }
        pin.close();
        return newest;
    }

    /** Becomes a reader of a version that has readers; false when it has none. */
    synchronized boolean acquire(long version) {
        Pinned known = pinned.get(version);
        if (known == null) {
            return false;
        }
        known.readers++;
        return true;
    }

    void release(long version) {
        DataVersions.Pin pin;
        synchronized (this) {
            Pinned known = pinned.get(version);
            if (--known.readers > 0) {
                return;
            }
            pinned.remove(version);
            pin = known.pin;
        }
        forgotten.accept(version);
        pin.close();
    }
}

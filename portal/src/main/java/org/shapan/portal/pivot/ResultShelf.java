package org.shapan.portal.pivot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.shapan.engine.api.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Results that open pivots read windows of. Sessions hold numbers of results only; the shelf holds the results, of all
 * people together never more than its size, and lets go of what was not read for a while. Who finds his result gone asks
 * the cubes again. Thread-safe.
 */
@Component
public final class ResultShelf {
    /** 256 MB for all open pivots, {@code shapan.pivot.shelf-bytes}. */
    public static final long DEFAULT_BYTES = 256L << 20;

    private static final Duration UNREAD = Duration.ofMinutes(10);
    private static final int UNIT = 1_024;

    private final AtomicLong numbers = new AtomicLong();
    private final Cache<Long, LaidOut> results;

    @Autowired
    ResultShelf(Environment environment) {
        this(new Settings(environment::getProperty)
                .whole("shapan.pivot.shelf-bytes", DEFAULT_BYTES, 1, Long.MAX_VALUE));
    }

    /** @param bytes about how much all results may take */
    ResultShelf(long bytes) {
        results = Caffeine.newBuilder()
                .maximumWeight(Math.max(1, bytes / UNIT))
                .weigher((Long number, LaidOut result) ->
                        (int) Math.min(Integer.MAX_VALUE, Math.max(1, result.bytes() / UNIT)))
                .expireAfterAccess(UNREAD)
                .build();
    }

    /** A number for a result. */
    long number() {
        return numbers.incrementAndGet();
    }

    /** The result of a number; null when it is gone. */
    LaidOut get(long number) {
        return results.getIfPresent(number);
    }

    void put(long number, LaidOut result) {
        results.put(number, result);
    }

    void remove(long number) {
        results.invalidate(number);
    }

    /** About how much the results take, in bytes. */
    long bytes() {
        results.cleanUp();
        return results.asMap().values().stream().mapToLong(LaidOut::bytes).sum();
    }
}

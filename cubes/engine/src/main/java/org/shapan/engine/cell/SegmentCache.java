package org.shapan.engine.cell;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * The segments of a server, bounded in bytes, found by grain. Thread-safe. A query that holds a segment keeps it whatever happens here.
 */
final class SegmentCache {
    private final Cache<SegmentKey, Segment> segments;
    private final Map<SegmentKey.Slot, Map<Place, List<Segment>>> places = new ConcurrentHashMap<>();
    private final AtomicLong epoch = new AtomicLong();

    private record Place(Grain grain, BoundRegion region) {}

    SegmentCache(long bytes) {
        this.segments = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((SegmentKey key, Segment segment) -> (int) Math.min(segment.bytes(), Integer.MAX_VALUE))
                .executor(Runnable::run)
                .removalListener((SegmentKey key, Segment segment, RemovalCause cause) -> forget(segment))
                .recordStats()
                .build();
    }

    /** Grows with every flush; what was loaded under an older epoch is not put. */
    long epoch() {
        return epoch.get();
    }

    void put(Segment segment, long loadedIn) {
        SegmentKey key = segment.key();
        places.computeIfAbsent(key.slot(), s -> new ConcurrentHashMap<>())
                .computeIfAbsent(new Place(key.grain(), key.region()), p -> new CopyOnWriteArrayList<>())
                .add(segment);
        segments.put(key, segment);
        if (epoch.get() != loadedIn) {
            segments.invalidate(key);
        }
    }

    /** Null when it is not there. */
    Segment get(SegmentKey key) {
        return segments.getIfPresent(key);
    }

    private void forget(Segment segment) {
        Map<Place, List<Segment>> byPlace = places.get(segment.key().slot());
        if (byPlace != null) {
            byPlace.computeIfPresent(
                    new Place(segment.key().grain(), segment.key().region()), (place, list) -> {
                        list.removeIf(s -> s == segment);
                        return list.isEmpty() ? null : list;
                    });
        }
    }

    /** Segments of exactly this grain and region that have the column; their use is noted. */
    List<Segment> exact(SegmentKey.Slot slot, Grain grain, BoundRegion region, FactColumn column) {
        List<Segment> found = new ArrayList<>();
        for (Segment segment : places.getOrDefault(slot, Map.of()).getOrDefault(new Place(grain, region), List.of())) {
            if (segment.column(column) >= 0) {
                touch(segment);
                found.add(segment);
            }
        }
        return found;
    }

    /** Segments of the same or a finer grain over the same region that have the column. */
    List<Segment> finer(SegmentKey.Slot slot, Grain grain, BoundRegion region, FactColumn column) {
        List<Segment> found = new ArrayList<>();
        places.getOrDefault(slot, Map.of()).forEach((place, list) -> {
            if (Objects.equals(place.region, region) && place.grain.isFinerOrEqual(grain)) {
                list.stream().filter(s -> s.column(column) >= 0).forEach(found::add);
            }
        });
        return found;
    }

    /** All segments of a fact group in a version. */
    List<Segment> all(SegmentKey.Slot slot) {
        return places.getOrDefault(slot, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Notes a use; answers whether the segment is still in the cache. */
    boolean touch(Segment segment) {
        return segments.getIfPresent(segment.key()) == segment;
    }

    void flush(Predicate<SegmentKey> which) {
        epoch.incrementAndGet();
        segments.asMap().keySet().removeIf(which);
    }

    long count() {
        return segments.estimatedSize();
    }

    long bytes() {
        return segments.policy().eviction().map(e -> e.weightedSize().orElse(0)).orElse(0L);
    }

    long evictions() {
        return segments.stats().evictionCount();
    }
}

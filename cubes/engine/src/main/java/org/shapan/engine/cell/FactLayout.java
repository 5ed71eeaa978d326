package org.shapan.engine.cell;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.LevelPath;

/** A fact group seen from its hierarchies: what is worked out once and used by every query. Thread-safe. */
final class FactLayout {
    private final FactGroup group;
    private final Hierarchy[] hierarchies;
    private final int[] finest;
    private final int[] dimensions;
    private final int time;
    /** Base ordinals of hierarchies whose members share fact rows. */
    private final int[] overlapping;

    private final ConcurrentHashMap<Long, Ancestors> ancestors = new ConcurrentHashMap<>();

    FactLayout(FactGroup group) {
        this.group = group;
        List<Hierarchy> all = group.baseCube().hierarchies();
        this.hierarchies = all.toArray(Hierarchy[]::new);
        this.finest = new int[hierarchies.length];
        this.dimensions = new int[hierarchies.length];
        for (int b = 0; b < hierarchies.length; b++) {
            Hierarchy hierarchy = hierarchies[b];
            dimensions[b] = group.baseCube().dimensions().indexOf(hierarchy.dimension());
            finest[b] = Grain.ALL;
            if (hierarchy.isMeasures()) {
                continue;
            }
            for (Level level : hierarchy.levels()) {
                if (!level.isAll() && group.reaches(level)) {
                    finest[b] = level.depth();
                }
            }
        }
        this.overlapping = IntStream.range(1, hierarchies.length)
                .filter(b -> group.overlaps(hierarchies[b]))
                .toArray();
        this.time = group.timeHierarchy() == null ? -1 : group.timeHierarchy().ordinal();
    }

    FactGroup group() {
        return group;
    }

    int size() {
        return hierarchies.length;
    }

    Hierarchy hierarchy(int ordinal) {
        return hierarchies[ordinal];
    }

    Level level(int ordinal, int depth) {
        return hierarchies[ordinal].levels().get(depth);
    }

    LevelPath path(int ordinal, int depth) {
        return group.path(level(ordinal, depth));
    }

    /** The path of a level whose members are loaded, so that finding a row's member needs no statement while another one's rows are read. */
    LevelPath loadedPath(int ordinal, int depth) {
        level(ordinal, depth).memberCount();
        return path(ordinal, depth);
    }

    /** Depth of the finest level that the fact reaches; {@link Grain#ALL} when none below the all level. */
    int finest(int ordinal) {
        return finest[ordinal];
    }

    boolean reaches(int ordinal, int depth) {
        return depth <= finest[ordinal];
    }

    /** Whether a row of the fact can lie at this very place: every dimension at the finest level that the fact reaches. */
    boolean isOwnRow(int[] codes) {
        for (int b = 1; b < codes.length; b++) {
            if (finest[b] != Grain.ALL && !isFinest(dimensions[b], codes)) {
                return false;
            }
        }
        return true;
    }

    private boolean isFinest(int dimension, int[] codes) {
        for (int b = 1; b < codes.length; b++) {
            if (dimensions[b] == dimension && codes[b] != Grain.ALL && Grain.depth(codes[b]) == finest[b]) {
                return true;
            }
        }
        return false;
    }

    /** Whether members of a level share fact rows, as behind a bridge. */
    boolean overlaps(int ordinal) {
        return Arrays.binarySearch(overlapping, ordinal) >= 0;
    }

    /** Whether two granularities are the same where members share fact rows: only then cells of one may be made of the other's. */
    boolean sameOverlaps(Grain one, Grain other) {
        for (int b : overlapping) {
            if (one.code(b) != other.code(b)) {
                return false;
            }
        }
        return true;
    }

    /** Base ordinal of the hierarchy along which semi-additive measures combine, or -1. */
    int time() {
        return time;
    }

    Ancestors ancestors(int ordinal, int toDepth) {
        return ancestors.computeIfAbsent(
                (long) ordinal << 32 | toDepth, k -> new Ancestors(hierarchies[ordinal], toDepth));
    }
}

package org.shapan.engine.cell;

import java.util.Arrays;

/**
 * The granularity of a cell: per hierarchy of the base cube the depth of its level, {@link #ALL} where all rows count, or the depth
 * with {@link #TREE} where the rows of a parent-child member and all its descendants count. Immutable, equal by content.
 */
final class Grain {
    static final int ALL = -1;
    static final int TREE = 1 << 10;

    private final int[] codes;
    private final int[] grouped;
    private final int hash;

    Grain(int[] codes) {
        this.codes = codes.clone();
        int count = 0;
        for (int code : codes) {
            count += code == ALL ? 0 : 1;
        }
        this.grouped = new int[count];
        int next = 0;
        for (int b = 0; b < codes.length; b++) {
            if (codes[b] != ALL) {
                grouped[next++] = b;
            }
        }
        this.hash = Arrays.hashCode(codes);
    }

    int code(int ordinal) {
        return codes[ordinal];
    }

    /** Level depth of a code; {@link #ALL} stays. */
    static int depth(int code) {
        return code == ALL ? ALL : code & ~TREE;
    }

    static boolean isTree(int code) {
        return code != ALL && (code & TREE) != 0;
    }

    /** Base ordinals of the hierarchies that are not {@link #ALL}, ascending: the key columns of a segment. Not to be changed. */
    int[] grouped() {
        return grouped;
    }

    int hierarchies() {
        return codes.length;
    }

    boolean matches(int[] otherCodes) {
        return Arrays.equals(codes, otherCodes);
    }

    /** Whether cells of this grain could be combined to cells of {@code coarser}, members not considered. */
    boolean isFinerOrEqual(Grain coarser) {
        for (int b = 0; b < codes.length; b++) {
            int mine = codes[b];
            int its = coarser.codes[b];
            if (mine == its || its == ALL) {
                continue;
            }
            if (mine == ALL || isTree(mine) || isTree(its) || mine < its) {
                return false;
            }
        }
        return true;
    }

    /** Larger for finer grains: whatever is finer than another has a larger number. */
    int fineness() {
        int sum = 0;
        for (int code : codes) {
            sum += 1 + depth(code);
        }
        return sum;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Grain that && Arrays.equals(codes, that.codes);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}

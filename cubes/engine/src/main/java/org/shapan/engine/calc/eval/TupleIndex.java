package org.shapan.engine.calc.eval;

import java.util.Arrays;
import org.shapan.engine.cell.TupleList;

/** The first row of each distinct tuple, found by hashing; holds references to the lists it was filled from. Not thread-safe. */
public final class TupleIndex {
    private TupleList[] lists;
    private int[] rows;
    private int[] ordinals;
    private int size;

    public TupleIndex(int expected) {
        int capacity = Integer.highestOneBit(Math.max(8, expected) * 2 - 1) * 2;
        lists = new TupleList[capacity];
        rows = new int[capacity];
        ordinals = new int[capacity];
    }

    /** An index of all rows of a list. */
    public static TupleIndex of(TupleList tuples) {
        TupleIndex index = new TupleIndex(tuples.size());
        for (int row = 0; row < tuples.size(); row++) {
            index.add(tuples, row);
        }
        return index;
    }

    /** Adds a tuple; false when it was there. */
    public boolean add(TupleList tuples, int row) {
        if ((size + 1) * 2 > lists.length) {
            grow();
        }
        int slot = slot(tuples, row);
        if (lists[slot] != null) {
            return false;
        }
        lists[slot] = tuples;
        rows[slot] = row;
        ordinals[slot] = size++;
        return true;
    }

    public boolean contains(TupleList tuples, int row) {
        return lists[slot(tuples, row)] != null;
    }

    /** Position of a tuple among the distinct ones, in order of addition; -1 when it is not there. */
    public int ordinal(TupleList tuples, int row) {
        int slot = slot(tuples, row);
        return lists[slot] == null ? -1 : ordinals[slot];
    }

    public int size() {
        return size;
    }

    private int slot(TupleList tuples, int row) {
        int mask = lists.length - 1;
        int hash = tuples.hashRow(row) * 0x9E3779B9;
        int slot = (hash ^ (hash >>> 16)) & mask;
        while (lists[slot] != null && !lists[slot].sameRow(rows[slot], tuples, row)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        TupleList[] oldLists = lists;
        int[] oldRows = rows;
        int[] oldOrdinals = ordinals;
        lists = new TupleList[oldLists.length * 2];
        rows = Arrays.copyOf(oldRows, oldRows.length * 2);
        ordinals = Arrays.copyOf(oldOrdinals, oldOrdinals.length * 2);
        for (int i = 0; i < oldLists.length; i++) {
            if (oldLists[i] != null) {
                int slot = slot(oldLists[i], oldRows[i]);
                lists[slot] = oldLists[i];
                rows[slot] = oldRows[i];
                ordinals[slot] = oldOrdinals[i];
            }
        }
    }
}

package org.shapan.engine.cell.segment;

import java.util.Arrays;

/** A set of member ids (0 and up), as bits. Equal by content. Grows on {@link #add}; not thread-safe while it does. */
public final class IdSet {
    private long[] words;
    private int size;

    public IdSet() {
        this(new long[1], 0);
    }

    private IdSet(long[] words, int size) {
        this.words = words;
        this.size = size;
    }

    public static IdSet of(int... ids) {
        IdSet set = new IdSet();
        for (int id : ids) {
            set.add(id);
        }
        return set;
    }

    /** Whether the id was not yet there. */
    public boolean add(int id) {
        int word = id >> 6;
        if (word >= words.length) {
            words = Arrays.copyOf(words, Math.max(word + 1, words.length * 2));
        }
        long before = words[word];
        words[word] = before | (1L << id);
        if (words[word] == before) {
            return false;
        }
        size++;
        return true;
    }

    public void addAll(IdSet other) {
        for (int id = other.next(0); id >= 0; id = other.next(id + 1)) {
            add(id);
        }
    }

    public boolean contains(int id) {
        int word = id >> 6;
        return id >= 0 && word < words.length && (words[word] & (1L << id)) != 0;
    }

    public boolean containsAll(IdSet other) {
        for (int w = 0; w < other.words.length; w++) {
            long mine = w < words.length ? words[w] : 0;
            if ((other.words[w] & ~mine) != 0) {
                return false;
            }
        }
        return true;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The smallest id that is at least {@code from}, or -1. */
    public int next(int from) {
        int word = from >> 6;
        if (word >= words.length) {
            return -1;
        }
        long bits = words[word] & (-1L << from);
        while (bits == 0) {
            if (++word == words.length) {
                return -1;
            }
            bits = words[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    public IdSet copy() {
        return new IdSet(words.clone(), size);
    }

    public long bytes() {
        return 32 + 8L * words.length;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof IdSet that && size == that.size && containsAll(that);
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int w = 0; w < words.length; w++) {
            if (words[w] != 0) {
                hash = hash * 31 + Long.hashCode(words[w]) * (w + 7);
            }
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int id = next(0); id >= 0; id = next(id + 1)) {
            text.append(text.length() == 1 ? "" : ",").append(id);
        }
        return text.append('}').toString();
    }
}

package org.shapan.engine.search;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * What somebody looks for. A text matches when it contains it in any case, or when its Chinese reads like it: each character by its
 * initial or its whole syllable, so that {@code jn}, {@code jinan} and {@code jnan} all find 济南, and {@code cq} finds 长清 and 重庆. Spaces and
 * apostrophes between syllables do not count.
 */
public final class SoughtText {
    /** Rank of a text that does not match. */
    public static final int NONE = Integer.MAX_VALUE;

    private static final int SAME = 0;
    private static final int BEGINS = 1;
    private static final int BEGINS_LIKE = 2;
    private static final int CONTAINS = 3;
    private static final int CONTAINS_LIKE = 4;

    private final String sought;
    private final String syllables;

    /** @param text blank finds everything */
    public SoughtText(String text) {
        this.sought = text.strip().toLowerCase(Locale.ROOT);
        this.syllables = sought.replaceAll("[\\s'’]", "");
    }

    /** How well a text matches, the smaller the better; {@link #NONE} when it does not. */
    public int rank(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(sought);
        if (at == 0) {
            return lower.length() == sought.length() || sought.isEmpty() ? SAME : BEGINS;
        }
        if (reads(lower, false)) {
            return BEGINS_LIKE;
        }
        if (at > 0) {
            return CONTAINS;
        }
        return reads(lower, true) ? CONTAINS_LIKE : NONE;
    }

    /** Whether the text, or anything in it, reads like what is sought. Follows all ways of reading at once, so that none is tried twice. */
    private boolean reads(String text, boolean anywhere) {
        BitSet reached = new BitSet();
        reached.set(0);
        for (int i = 0; i < text.length() && !reached.isEmpty(); i++) {
            reached = behind(text.charAt(i), reached);
            if (reached.get(syllables.length())) {
                return !syllables.isEmpty();
            }
            if (anywhere) {
                reached.set(0);
            }
        }
        return false;
    }

    /** How far into what is sought one more character leads, from everywhere that was reached. */
    private BitSet behind(char c, BitSet reached) {
        BitSet next = new BitSet();
        List<String> readings = Pinyin.readings(c);
        for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
            if (at < syllables.length()) {
                if (c == syllables.charAt(at)) {
                    next.set(at + 1);
                }
                for (String syllable : readings) {
                    if (syllable.charAt(0) == syllables.charAt(at)) {
                        next.set(at + 1);
                    }
                    if (syllables.startsWith(syllable, at)) {
                        next.set(at + syllable.length());
                    }
                    if (syllable.startsWith(syllables.substring(at))) {
                        next.set(syllables.length());
                    }
                }
            }
        }
        return next;
    }
}

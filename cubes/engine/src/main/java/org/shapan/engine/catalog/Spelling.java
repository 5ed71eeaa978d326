package org.shapan.engine.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a misspelt one may have meant. */
public final class Spelling {
    private static final int MOST = 3;

    private Spelling() {}

    /** Names near to {@code name}, the nearest first, at most three; a third of the letters may differ, two letters changing places. */
    public static List<String> near(String name, Collection<String> known) {
        int most = Math.min(Math.max(2, name.length() / 3), name.length() / 2);
        return known.stream()
                .distinct()
                .filter(k -> Math.abs(k.length() - name.length()) <= most && distance(k, name) <= most)
                .sorted(Comparator.comparingInt((String k) -> distance(k, name)).thenComparing(k -> k))
                .limit(MOST)
                .toList();
    }

    /** {@code "Did you mean 'a' or 'b'?"}, or {@code otherwise} when no name is near. */
    public static String remedy(String name, Collection<String> known, String otherwise) {
        List<String> near = near(name, known);
        return near.isEmpty() ? otherwise : "Did you mean '" + String.join("' or '", near) + "'?";
    }

    /** Levenshtein distance, without regard to case. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

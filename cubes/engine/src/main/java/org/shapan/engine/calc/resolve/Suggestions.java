package org.shapan.engine.calc.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a mistyped one may have meant. */
final class Suggestions {
    private static final int MOST = 3;

    private Suggestions() {}

    /** {@code "; did you mean [a] or [b]?"}, or an empty text when nothing is near. */
    static String phrase(String name, List<String> choices) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int near = Math.max(1, wanted.length() / 3);
        List<String> best = choices.stream()
                .distinct()
                .filter(choice -> Math.abs(choice.length() - wanted.length()) <= near)
                .filter(choice -> distance(wanted, choice.toLowerCase(Locale.ROOT)) <= near)
                .sorted(Comparator.comparingInt(choice -> distance(wanted, choice.toLowerCase(Locale.ROOT))))
                .limit(MOST)
                .map(choice -> "[" + choice + "]")
                .toList();
        return best.isEmpty() ? "" : "; did you mean " + String.join(" or ", best) + "?";
    }

    /** Number of single-letter changes between two texts. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

package org.shapan.engine.mdx;

import java.util.Locale;
import java.util.Set;

/**
 * Words that cannot begin a name unless it stands in brackets. Kept few: all other keywords are known by their place. After a dot
 * every word is a name.
 */
final class ReservedWords {
    private static final Set<String> WORDS = Set.of(
            "AND", "OR", "XOR", "NOT", "IS", "CASE", "WHEN", "THEN", "ELSE", "END", "NULL", "AS", "SELECT", "FROM",
            "WHERE", "ON", "WITH");

    private ReservedWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word.toUpperCase(Locale.ROOT));
    }
}

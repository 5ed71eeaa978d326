package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;

/** The ten words a business code is advertised with: its category and nine of thirty. */
final class SpKeywords {

    private static final List<String> WORDS = List.of(
            "daily", "free", "hot", "fun", "star", "love", "live", "new", "top", "best", "mobile", "club", "party",
            "pop", "quick", "smart", "magic", "lucky", "sweet", "cool", "super", "city", "night", "sport", "movie",
            "school", "travel", "music", "health", "family");
    private static final int COUNT = 9;

    private SpKeywords() {}

    static List<String> of(String category, Stream stream) {
        List<String> left = new ArrayList<>(WORDS);
        List<String> keywords = new ArrayList<>(List.of(category));
        for (int n = 0; n < COUNT; n++) {
            keywords.add(left.remove(stream.below(left.size())));
        }
        return List.copyOf(keywords);
    }

    /** The same but for one word: nine tenths alike. */
    static List<String> copy(List<String> keywords) {
        List<String> copy = new ArrayList<>(keywords);
        WORDS.stream().filter(word -> !keywords.contains(word)).findFirst().ifPresent(word -> copy.set(COUNT, word));
        return List.copyOf(copy);
    }
}

package org.shapan.engine.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why cases fail, as {@code reasons.txt} says: paragraphs of a reason and, indented, the cases that it explains. A case that fails on
 * one database only stands behind the name of that database.
 */
record ConformanceReasons(List<Reason> reasons) {

    /**
     * @param text lines as they stand in the file
     * @param cases by {@code file/id}, in order, with the databases on which they fail
     */
    record Reason(String text, Map<String, List<FoodMartDatabase>> cases) {}

    static ConformanceReasons read() {
        try (InputStream in = ConformanceReasons.class.getResourceAsStream("reasons.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ConformanceReasons(List.of(text.strip().split("\n\\s*\n")).stream()
                    .map(ConformanceReasons::reason)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reason reason(String paragraph) {
        List<String> text = new ArrayList<>();
        Map<String, List<FoodMartDatabase>> cases = new LinkedHashMap<>();
        for (String line : paragraph.split("\n")) {
            if (!line.startsWith(" ")) {
                text.add(line.strip());
                continue;
            }
            String[] words = line.strip().split(" ");
            List<FoodMartDatabase> databases = words.length == 1
                    ? List.of(FoodMartDatabase.values())
                    : List.of(FoodMartDatabase.valueOf(words[0]));
            cases.put(words[words.length - 1], databases);
        }
        return new Reason(String.join("\n", text), cases);
    }

    /** The cases that are said to fail on a database. */
    List<String> cases(FoodMartDatabase database) {
        return reasons.stream()
                .flatMap(reason -> reason.cases.entrySet().stream())
                .filter(each -> each.getValue().contains(database))
                .map(Map.Entry::getKey)
                .toList();
    }
}

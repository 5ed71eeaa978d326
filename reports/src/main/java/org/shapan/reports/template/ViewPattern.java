package org.shapan.reports.template;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of the portal that shows what a report is about, as a template names it: {@code areas?area={branch}&period={month.name}}.
 *
 * @param path of the page, without a slash at its beginning
 * @param filters by the name of the page's parameter, in the order in which they stand
 */
public record ViewPattern(String path, Map<String, Filter> filters) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(\\.name)?}");

    /** What a filter of the page holds. */
    public sealed interface Filter {
        /** The same for every document. */
        record Fixed(String value) implements Filter {}

        /**
         * The value of a prompt.
         *
         * @param lastPart of a member's unique name, instead of all of it
         */
        record Prompt(String name, boolean lastPart) implements Filter {}
    }

    public ViewPattern {
        requireNonNull(path, "path is null");
        filters = new LinkedHashMap<>(filters);
    }

    static ViewPattern parse(String view) {
        int question = view.indexOf('?');
        Map<String, Filter> filters = new LinkedHashMap<>();
        if (question >= 0) {
            for (String pair : view.substring(question + 1).split("&")) {
                int equals = pair.indexOf('=');
                String value = pair.substring(equals + 1);
                Matcher place = PLACE.matcher(value);
                filters.put(
                        pair.substring(0, Math.max(0, equals)),
                        place.matches()
                                ? new Filter.Prompt(place.group(1), place.group(2) != null)
                                : new Filter.Fixed(value));
            }
        }
        return new ViewPattern(question < 0 ? view : view.substring(0, question), filters);
    }

    /**
     * The values that a page gives to the prompts of the report that is about the same.
     *
     * @param page its path
     * @param given its parameters
     * @return by name of the prompt, those that the page has; empty where the report is about another page
     */
    public Optional<Map<String, String>> prompts(String page, Map<String, String> given) {
        Map<String, String> prompts = new HashMap<>();
        for (Map.Entry<String, Filter> filter : filters.entrySet()) {
            String value = given.get(filter.getKey());
            switch (filter.getValue()) {
                case Filter.Fixed(String wanted)
                when !wanted.equals(value) -> {
                    return Optional.empty();
                }
                case Filter.Prompt(String name, boolean _) when value != null -> prompts.put(name, value);
                default -> {}
            }
        }
        return path.equals(page) ? Optional.of(prompts) : Optional.empty();
    }
}

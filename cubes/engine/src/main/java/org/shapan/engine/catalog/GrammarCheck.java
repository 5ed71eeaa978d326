package org.shapan.engine.catalog;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shapan.engine.catalog.Grammar.Use;

/** Holds a file against the {@link Grammar}, with better words than a validator has: places, guesses, what has no effect. */
final class GrammarCheck {
    private final Grammar grammar;
    private final List<Notice> notices;
    private final Faults faults;

    /**
     * @param notices takes what has no effect
     * @param faults takes what is CATALOG_INVALID or CATALOG_REFUSED
     */
    GrammarCheck(Grammar grammar, List<Notice> notices, Faults faults) {
        this.grammar = grammar;
        this.notices = notices;
        this.faults = faults;
    }

    void check(XmlElement element) {
        Grammar.Element rule = grammar.element(element.name()).orElseThrow();
        element.attributes().forEach((name, value) -> attribute(element, rule, name, value));
        for (Grammar.Attribute attribute : rule.attributes().values()) {
            if (attribute.required() && !element.attributes().containsKey(attribute.name())) {
                faults.add(CatalogErrors.invalid(
                        element.place(),
                        "<" + element.name() + "> needs the attribute '" + attribute.name() + "'",
                        attribute.values().isEmpty()
                                ? "Write " + attribute.name() + "=\"…\""
                                : "Write one of " + String.join(", ", attribute.values())));
            }
        }
        if (!rule.hasText() && !element.ownText().isBlank()) {
            // Mondrian reads over it, and schemas in the field have such rests
            notices.add(new Notice(
                    "text in <" + element.name() + "> has no effect: '"
                            + shortened(element.ownText().strip()) + "'",
                    element.placeOfText()));
        }
        element.children().forEach(child -> child(element, rule, child));
    }

    private void attribute(XmlElement element, Grammar.Element rule, String name, String value) {
        Grammar.Attribute attribute = rule.attributes().get(name);
        Place place = element.placeOf(name);
        if (attribute == null) {
            faults.add(CatalogErrors.invalid(
                    place,
                    "unknown attribute '" + name + "' of <" + element.name() + ">",
                    Spelling.remedy(
                            name,
                            rule.attributes().keySet(),
                            "Take it out, or see the attributes of <" + element.name() + "> in docs/catalog.md")));
            return;
        }
        switch (attribute.use()) {
            case REFUSED ->
                faults.add(CatalogErrors.refused(
                        place, attribute.reason() + ": attribute '" + name + "' of <" + element.name() + ">"));
            case IGNORED ->
                notices.add(new Notice(
                        "attribute '" + name + "' of <" + element.name() + "> has no effect: " + attribute.reason(),
                        place));
            case READ -> value(attribute, value, place);
        }
    }

    private void value(Grammar.Attribute attribute, String value, Place place) {
        if (attribute.isNumber() && !value.strip().matches("[+-]?\\d{1,9}")) {
            faults.add(CatalogErrors.invalid(
                    place,
                    "'" + attribute.name() + "' must be a whole number, not '" + value + "'",
                    "Write digits only"));
        }
        List<String> values = attribute.values();
        if (!values.isEmpty() && values.stream().noneMatch(v -> v.equalsIgnoreCase(value.strip()))) {
            String choice = values.size() == 2
                    ? values.get(0) + " or " + values.get(1)
                    : values.stream().sorted().collect(Collectors.joining(", ", "one of ", ""));
            faults.add(CatalogErrors.invalid(
                    place,
                    "'" + attribute.name() + "' must be " + choice + ", not '" + value + "'",
                    Spelling.remedy(value, values, "Write " + choice)));
        }
    }

    private void child(XmlElement element, Grammar.Element rule, XmlElement child) {
        Grammar.Element its = grammar.element(child.name()).orElse(null);
        if (its == null || !rule.children().contains(child.name())) {
            faults.add(CatalogErrors.invalid(
                    child.place(),
                    "unknown element <" + child.name() + "> in <" + element.name() + ">",
                    Spelling.remedy(
                            child.name(),
                            rule.children(),
                            "Take it out, or see the elements of <" + element.name() + "> in docs/catalog.md")));
            return;
        }
        if (its.use() == Use.REFUSED) {
            faults.add(CatalogErrors.refused(
                    child.place(), its.reason() + ": <" + child.name() + "> in <" + element.name() + ">"));
            return;
        }
        if (its.use() == Use.IGNORED) {
            notices.add(new Notice(
                    "element <" + child.name() + "> in <" + element.name() + "> has no effect: " + its.reason(),
                    child.place()));
        }
        if (!its.isOpen()) {
            check(child);
        }
    }

    private static String shortened(String words) {
        return words.length() <= 60 ? words : words.substring(0, 57) + "…";
    }

    /** Whether the reader asked for all that the grammar lets a file say; for assertions. */
    static boolean isRead(XmlElement element) {
        Map<String, Grammar.Attribute> rules =
                Grammar.CATALOG.element(element.name()).orElseThrow().attributes();
        for (String attribute : element.attributes().keySet()) {
            if (rules.get(attribute).use() == Use.READ && !element.wasRead(attribute)) {
                throw new AssertionError("nobody reads '" + attribute + "' of <" + element.name() + ">");
            }
        }
        for (XmlElement child : element.children()) {
            if (Grammar.CATALOG.element(child.name()).orElseThrow().use() == Use.READ) {
                if (!child.wasRead()) {
                    throw new AssertionError("nobody reads <" + child.name() + "> in <" + element.name() + ">");
                }
                isRead(child);
            }
        }
        return true;
    }
}

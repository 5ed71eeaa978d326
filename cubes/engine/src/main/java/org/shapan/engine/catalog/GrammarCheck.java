package org.shapan.engine.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shapan.engine.catalog.Grammar.Use;

/** Holds a file against the {@link Grammar}, with better words than a validator has: places, guesses, what has no effect. */
final class GrammarCheck {
    private final Grammar grammar;
    private final List<Notice> notices;

    GrammarCheck(Grammar grammar, List<Notice> notices) {
        this.grammar = grammar;
        this.notices = notices;
    }

    /** @throws org.shapan.engine.api.EngineException CATALOG_INVALID or CATALOG_REFUSED at the first fault */
    void check(XmlElement element) {
        Grammar.Element rule = grammar.element(element.name()).orElseThrow();
        element.attributes().forEach((name, value) -> attribute(element, rule, name, value));
        for (Grammar.Attribute attribute : rule.attributes().values()) {
            if (attribute.required() && !element.attributes().containsKey(attribute.name())) {
                throw CatalogErrors.invalid(
                        element.place(), "<" + element.name() + "> needs the attribute '" + attribute.name() + "'");
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
            throw CatalogErrors.invalid(
                    place,
                    "unknown attribute '" + name + "' of <" + element.name() + ">"
                            + guess(name, rule.attributes().keySet()));
        }
        switch (attribute.use()) {
            case REFUSED ->
                throw CatalogErrors.refused(
                        place, attribute.refusal() + ": attribute '" + name + "' of <" + element.name() + ">");
            case IGNORED ->
                notices.add(new Notice("attribute '" + name + "' of <" + element.name() + "> has no effect", place));
            case READ -> value(attribute, value, place);
        }
    }

    private static void value(Grammar.Attribute attribute, String value, Place place) {
        if (attribute.isNumber() && !value.strip().matches("[+-]?\\d{1,9}")) {
            throw CatalogErrors.invalid(
                    place, "'" + attribute.name() + "' must be a whole number, not '" + value + "'");
        }
        List<String> values = attribute.values();
        if (!values.isEmpty() && values.stream().noneMatch(v -> v.equalsIgnoreCase(value.strip()))) {
            String choice = values.size() == 2
                    ? values.get(0) + " or " + values.get(1)
                    : values.stream().sorted().collect(Collectors.joining(", ", "one of ", ""));
            throw CatalogErrors.invalid(
                    place, "'" + attribute.name() + "' must be " + choice + ", not '" + value + "'");
        }
    }

    private void child(XmlElement element, Grammar.Element rule, XmlElement child) {
        Grammar.Element its = grammar.element(child.name()).orElse(null);
        if (its == null || !rule.children().contains(child.name())) {
            throw CatalogErrors.invalid(
                    child.place(),
                    "unknown element <" + child.name() + "> in <" + element.name() + ">"
                            + guess(child.name(), rule.children()));
        }
        if (its.use() == Use.REFUSED) {
            throw CatalogErrors.refused(
                    child.place(), its.refusal() + ": <" + child.name() + "> in <" + element.name() + ">");
        }
        if (its.use() == Use.IGNORED) {
            notices.add(new Notice(
                    "element <" + child.name() + "> in <" + element.name() + "> has no effect", child.place()));
        }
        if (!its.isOpen()) {
            check(child);
        }
    }

    private static String guess(String word, Collection<String> known) {
        return known.stream()
                .filter(k -> k.equalsIgnoreCase(word) || Spelling.distance(k, word) <= 2)
                .min((a, b) -> Integer.compare(Spelling.distance(a, word), Spelling.distance(b, word)))
                .map(k -> "; did you mean '" + k + "'?")
                .orElse("");
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

package org.shapan.engine.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shapan.engine.api.Region;

/**
 * An element of the file with its place. Reading marks what was read: {@link #finish} refuses whatever nobody asked for, so that no
 * misspelt attribute goes unnoticed.
 */
final class XmlElement {
    private final String name;
    private final Place place;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final Set<String> read = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private Region textStart;

    /** @param name local name, with the prefix {@code sp:} for our namespace whatever the file calls it */
    XmlElement(String name, Place place) {
        this.name = name;
        this.place = place;
    }

    record Attribute(String value, Region region) {}

    String name() {
        return name;
    }

    Place place() {
        return place;
    }

    void addAttribute(String attribute, String value, Region region) {
        attributes.put(attribute, new Attribute(value, region));
    }

    void addChild(XmlElement child) {
        children.add(child);
    }

    void addText(String part, Region start) {
        if (textStart == null && !part.isBlank()) {
            textStart = start;
        }
        text.append(part);
    }

    /** Place of an attribute's value, or of the element when it is absent. */
    Place placeOf(String attribute) {
        Attribute found = attributes.get(attribute);
        return found == null ? place : new Place(place.file(), found.region());
    }

    /** Null when absent. */
    String attribute(String attribute) {
        read.add(attribute);
        Attribute found = attributes.get(attribute);
        return found == null ? null : found.value();
    }

    String attribute(String attribute, String otherwise) {
        String value = attribute(attribute);
        return value == null ? otherwise : value;
    }

    /** Not blank. */
    String required(String attribute) {
        String value = attribute(attribute);
        if (value == null || value.isBlank()) {
            throw CatalogErrors.invalid(
                    placeOf(attribute),
                    "<" + name + "> needs the attribute '" + attribute + "'" + (value == null ? "" : " (it is empty)"));
        }
        return value;
    }

    boolean flag(String attribute, boolean otherwise) {
        String value = attribute(attribute);
        if (value == null) {
            return otherwise;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw CatalogErrors.invalid(
                        placeOf(attribute), "'" + attribute + "' must be true or false, not '" + value + "'");
        };
    }

    int integer(String attribute, int otherwise) {
        String value = attribute(attribute);
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw CatalogErrors.invalid(
                    placeOf(attribute), "'" + attribute + "' must be a whole number, not '" + value + "'", e);
        }
    }

    /** One of {@code choices}, compared without regard to case; null when absent. */
    <T> T choice(String attribute, Map<String, T> choices, T otherwise) {
        String value = attribute(attribute);
        if (value == null) {
            return otherwise;
        }
        for (Map.Entry<String, T> choice : choices.entrySet()) {
            if (choice.getKey().equalsIgnoreCase(value.strip())) {
                return choice.getValue();
            }
        }
        throw CatalogErrors.invalid(
                placeOf(attribute),
                "'" + attribute + "' must be one of "
                        + choices.keySet().stream().sorted().collect(Collectors.joining(", ")) + ", not '" + value
                        + "'");
    }

    /** Children of these names in order of the file. */
    List<XmlElement> children(String... names) {
        Set<String> wanted = Set.of(names);
        List<XmlElement> found = new ArrayList<>();
        for (XmlElement child : children) {
            if (wanted.contains(child.name)) {
                child.read.add("");
                found.add(child);
            }
        }
        return found;
    }

    /** The only child of these names, or null; an error when there are more. */
    XmlElement child(String... names) {
        List<XmlElement> found = children(names);
        if (found.size() > 1) {
            throw CatalogErrors.invalid(
                    found.get(1).place, "<" + name + "> can have only one <" + String.join("> or <", names) + ">");
        }
        return found.isEmpty() ? null : found.get(0);
    }

    String text() {
        read.add("#text");
        return text.toString();
    }

    /** Text as MDX with the place where it begins. */
    Formula formula() {
        String formula = text();
        if (formula.isBlank()) {
            throw CatalogErrors.invalid(place, "<" + name + "> is empty");
        }
        return new Formula(formula.strip(), new Place(place.file(), textStart));
    }

    Formula formula(String attribute) {
        String value = attribute(attribute);
        return value == null ? null : new Formula(value, placeOf(attribute));
    }

    /**
     * To be called when all that is understood was read.
     *
     * @param ignored attributes and elements that are known and have no effect here
     * @throws org.shapan.engine.api.EngineException CATALOG_INVALID for anything else that is left
     */
    void finish(List<Notice> notices, String... ignored) {
        Set<String> without = Set.of(ignored);
        for (Map.Entry<String, Attribute> entry : attributes.entrySet()) {
            String attribute = entry.getKey();
            if (read.contains(attribute)) {
                continue;
            }
            if (!without.contains(attribute)) {
                throw CatalogErrors.invalid(
                        placeOf(attribute), unknown("attribute '" + attribute + "'", attribute, readAttributes()));
            }
            notices.add(
                    new Notice("attribute '" + attribute + "' of <" + name + "> has no effect", placeOf(attribute)));
        }
        for (XmlElement child : children) {
            if (child.read.contains("")) {
                continue;
            }
            if (!without.contains(child.name)) {
                throw CatalogErrors.invalid(child.place, "unknown element <" + child.name + "> in <" + name + ">");
            }
            notices.add(new Notice("element <" + child.name + "> in <" + name + "> has no effect", child.place));
        }
        if (!read.contains("#text") && !text.toString().isBlank()) {
            // Mondrian reads over it, and schemas in the field have such rests
            notices.add(new Notice(
                    "text in <" + name + "> has no effect: '"
                            + shortened(text.toString().strip()) + "'",
                    new Place(place.file(), textStart)));
        }
    }

    private Set<String> readAttributes() {
        return read.stream().filter(r -> !r.isEmpty() && !r.equals("#text")).collect(Collectors.toSet());
    }

    private String unknown(String what, String attribute, Set<String> known) {
        String near = known.stream()
                .filter(k -> k.equalsIgnoreCase(attribute) || Spelling.distance(k, attribute) <= 2)
                .sorted()
                .findFirst()
                .map(k -> "; did you mean '" + k + "'?")
                .orElse("");
        return "unknown " + what + " of <" + name + ">" + near;
    }

    private static String shortened(String words) {
        return words.length() <= 60 ? words : words.substring(0, 57) + "…";
    }
}

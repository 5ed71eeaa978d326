package org.shapan.engine.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shapan.engine.api.Region;

/**
 * An element of the file with its place. What it can say is for {@link GrammarCheck}; reading asks for nothing that the grammar does not
 * list, and marks what it asked for, so that tests find what nobody reads.
 */
final class XmlElement {
    private final String name;
    private final Place place;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final Set<String> readAttributes = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private Region textStart;
    private boolean read;

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
        assert Grammar.CATALOG.hasAttribute(name, attribute) : attribute + " of " + name;
        readAttributes.add(attribute);
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
        return value == null ? otherwise : Boolean.parseBoolean(value.strip());
    }

    int integer(String attribute, int otherwise) {
        String value = attribute(attribute);
        return value == null ? otherwise : Integer.parseInt(value.strip());
    }

    /** One of {@code choices}, compared without regard to case; null when absent. */
    <T> T choice(String attribute, Map<String, T> choices, T otherwise) {
        String value = attribute(attribute);
        if (value == null) {
            return otherwise;
        }
        return choices.entrySet().stream()
                .filter(choice -> choice.getKey().equalsIgnoreCase(value.strip()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the grammar lets '" + value + "' pass as " + attribute));
    }

    /** Children of these names in order of the file. */
    List<XmlElement> children(String... names) {
        Set<String> wanted = Set.of(names);
        assert wanted.stream().allMatch(n -> Grammar.CATALOG.hasChild(name, n)) : wanted + " in " + name;
        List<XmlElement> found = new ArrayList<>();
        for (XmlElement child : children) {
            if (wanted.contains(child.name)) {
                child.read = true;
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
        assert Grammar.CATALOG.element(name).orElseThrow().hasText() : name;
        return text.toString();
    }

    /** Text as MDX with the place where it begins. */
    Formula formula() {
        String formula = text();
        if (formula.isBlank()) {
            throw CatalogErrors.invalid(place, "<" + name + "> is empty");
        }
        return new Formula(formula.strip(), placeOfText());
    }

    Formula formula(String attribute) {
        String value = attribute(attribute);
        return value == null ? null : new Formula(value, placeOf(attribute));
    }

    // --- for the check against the grammar

    /** Values by name in order of the file. */
    Map<String, String> attributes() {
        Map<String, String> values = new LinkedHashMap<>();
        attributes.forEach((attribute, value) -> values.put(attribute, value.value()));
        return values;
    }

    List<XmlElement> children() {
        return children;
    }

    String ownText() {
        return text.toString();
    }

    Place placeOfText() {
        return new Place(place.file(), textStart);
    }

    boolean wasRead(String attribute) {
        return readAttributes.contains(attribute);
    }

    boolean wasRead() {
        return read;
    }
}

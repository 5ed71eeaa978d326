package org.shapan.engine.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The elements and attributes of catalog files, as {@code catalog.xsd} defines them. Immutable. */
final class Grammar {
    /** Read once, from the resource. */
    static final Grammar CATALOG = new GrammarReader().read("catalog.xsd");

    private final Map<String, Element> elements;

    Grammar(Map<String, Element> elements) {
        this.elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
    }

    /** What becomes of an element or attribute. */
    enum Use {
        READ,
        /** Known, without effect; told as a notice. */
        IGNORED,
        REFUSED
    }

    /**
     * @param children by name in order of the definition, those that anybody may have included
     * @param hasText whether its text counts
     * @param isOpen whether it can have any content, which nobody looks at
     * @param reason why it is refused or has no effect, else null
     * @param example a fragment of a catalog, or null
     * @param exampleIn where the example stands: {@code file}, {@code Schema}, {@code Cube}, or null
     * @param see the element whose example shows this one, or null
     */
    record Element(
            String name,
            Map<String, Attribute> attributes,
            List<String> children,
            boolean hasText,
            boolean isOpen,
            Use use,
            String reason,
            String documentation,
            String example,
            String exampleIn,
            String see) {
        Element {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
            children = List.copyOf(children);
        }
    }

    /**
     * @param group name of the group that it comes from, or null
     * @param values what it can be, compared without regard to case; empty for any text
     * @param isNumber whether it must be a whole number
     * @param otherwise its default, or null
     * @param documentation empty where the name says it all
     */
    record Attribute(
            String name,
            String group,
            List<String> values,
            boolean isNumber,
            boolean required,
            String otherwise,
            Use use,
            String reason,
            String documentation) {
        Attribute {
            requireNonNull(name, "name is null");
            values = List.copyOf(values);
        }
    }

    /** In order of the definition. */
    Collection<Element> elements() {
        return elements.values();
    }

    Optional<Element> element(String name) {
        return Optional.ofNullable(elements.get(name));
    }

    boolean hasAttribute(String element, String attribute) {
        return element(element).map(e -> e.attributes().containsKey(attribute)).orElse(false);
    }

    boolean hasChild(String element, String child) {
        return element(element).map(e -> e.children().contains(child)).orElse(false);
    }
}

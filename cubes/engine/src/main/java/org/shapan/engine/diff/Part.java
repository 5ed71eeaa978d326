package org.shapan.engine.diff;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.ColumnExpression;
import org.shapan.engine.catalog.Formula;
import org.shapan.engine.catalog.Place;
import org.shapan.engine.catalog.Presentation;
import org.shapan.engine.catalog.SqlText;

/**
 * An element of a catalog without its place in the file: what it says of itself, and the elements inside. The definitions are records,
 * so what they say is read from their components: an attribute that the catalog learns is compared without a change here.
 *
 * @param name empty where it has none, as the first hierarchy of a dimension
 * @param attributes as text by name, without those that are not given
 */
record Part(String element, String name, Map<String, String> attributes, List<Part> parts) {
    /** Where an element stands in the file, how it is called, and what of it has no effect, are no difference. */
    private static final Set<String> PASSED_OVER = Set.of("place", "name", "ignored");

    static Part of(CatalogDefinition catalog) {
        return of((Record) catalog);
    }

    /** Whether the other is the same but for its name. */
    boolean sameAs(Part other) {
        return element.equals(other.element)
                && attributes.equals(other.attributes)
                && parts.size() == other.parts.size()
                && parts.equals(other.parts);
    }

    private static Part of(Record definition) {
        Map<String, String> attributes = new LinkedHashMap<>();
        List<Part> parts = new ArrayList<>();
        String name = "";
        for (RecordComponent component : definition.getClass().getRecordComponents()) {
            Object value = value(component, definition);
            if (component.getName().equals("name")) {
                name = value == null ? "" : value.toString();
            }
            if (value == null || PASSED_OVER.contains(component.getName())) {
                continue;
            }
            if (value instanceof Presentation presentation) {
                presentation(presentation, attributes);
            } else if (value instanceof List<?> list && list.stream().allMatch(Part::isElement)) {
                for (Object element : list) {
                    parts.add(of((Record) element));
                }
            } else {
                attributes.put(component.getName(), text(value));
            }
        }
        return new Part(element(definition), name, attributes, List.copyOf(parts));
    }

    /** A record with a name and a place. */
    private static boolean isElement(Object value) {
        return value instanceof Record
                && Arrays.stream(value.getClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet())
                        .containsAll(Set.of("name", "place"));
    }

    /** {@code CalculatedMemberDefinition} is a calculated member; whether a dimension is shared is an attribute. */
    private static String element(Record definition) {
        String words = definition
                .getClass()
                .getSimpleName()
                .replaceAll("Definition$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        return words.equals("dimension usage") ? "dimension" : words;
    }

    private static void presentation(Presentation presentation, Map<String, String> attributes) {
        presentation.captions().forEach((language, text) -> attributes.put(labelled("caption", language), text));
        presentation
                .descriptions()
                .forEach((language, text) -> attributes.put(labelled("description", language), text));
        presentation.annotations().forEach((name, text) -> attributes.put(labelled("annotation", name), text));
        if (!presentation.visible()) {
            attributes.put("visible", "false");
        }
        if (presentation.folder() != null) {
            attributes.put("folder", presentation.folder());
        }
    }

    private static String labelled(String attribute, String label) {
        return label.isEmpty() ? attribute : attribute + " " + label;
    }

    private static String text(Object value) {
        return switch (value) {
            case Formula formula -> formula.text();
            case ColumnExpression.Column column ->
                column.table() == null ? column.name() : column.table() + "." + column.name();
            case ColumnExpression.Sql sql -> text(sql.text());
            case SqlText sql ->
                sql.byDialect().size() == 1
                        ? sql.byDialect().values().iterator().next()
                        : new TreeMap<>(sql.byDialect()).toString();
            case List<?> list -> list.stream().map(Part::text).collect(Collectors.joining(", "));
            case Map<?, ?> map -> {
                Map<String, String> sorted = new TreeMap<>();
                map.forEach((key, one) -> sorted.put(key.toString(), text(one)));
                yield sorted.toString();
            }
            case Record other ->
                Arrays.stream(other.getClass().getRecordComponents())
                        .filter(component -> component.getType() != Place.class)
                        .map(component -> value(component, other))
                        .filter(Objects::nonNull)
                        .map(Part::text)
                        .filter(one -> !one.isEmpty())
                        .collect(Collectors.joining(" "));
            default -> value.toString();
        };
    }

    private static Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}

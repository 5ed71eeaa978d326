package org.shapan.engine.catalog;

import java.util.List;

/** What a fact table says about its aggregate tables. */
public record AggregateDefinitions(List<AggregateDefinition> declared, List<Exclusion> exclusions) {
    public static final AggregateDefinitions NONE = new AggregateDefinitions(List.of(), List.of());

    public AggregateDefinitions {
        declared = List.copyOf(declared);
        exclusions = List.copyOf(exclusions);
    }

    /** Tables that are not aggregates although their name looks so: by name or by pattern, the other is null. */
    public record Exclusion(String name, String pattern, boolean ignoreCase, Place place) {}
}

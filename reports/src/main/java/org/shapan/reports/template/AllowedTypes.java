package org.shapan.reports.template;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes that parameters, fields and variables of a template from the administrator's folder may have. */
final class AllowedTypes {
    /** Of values. */
    static final Set<String> VALUES = Set.of(
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.lang.Object",
            "java.math.BigDecimal",
            "org.shapan.engine.api.MemberName",
            "org.shapan.reports.insight.ReportState");

    /** What a report is filled with besides its prompts, by the name of the parameter. */
    static final Map<String, String> GIVEN = Map.of(
            "FACTS", "org.shapan.reports.render.ReportFacts",
            "F", "org.shapan.reports.render.Figures",
            "DATA", "org.shapan.reports.render.Datasets",
            "SAY", "org.shapan.reports.render.Sentences",
            "PARTS", "org.shapan.reports.template.Parts");

    static final Set<String> ALL =
            Stream.concat(VALUES.stream(), GIVEN.values().stream()).collect(Collectors.toUnmodifiableSet());

    private AllowedTypes() {}
}

package org.shapan.engine.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code AggName}, {@code AggPattern} and {@code AggExclude} of a fact table. */
final class AggregateReader {

    private AggregateReader() {}

    static AggregateDefinitions of(XmlElement table) {
        List<AggregateDefinition> declared = new ArrayList<>();
        for (XmlElement element : table.children("AggName", "AggPattern")) {
            declared.add(aggregate(element));
        }
        List<AggregateDefinitions.Exclusion> exclusions = exclusions(table);
        return declared.isEmpty() && exclusions.isEmpty()
                ? AggregateDefinitions.NONE
                : new AggregateDefinitions(declared, exclusions);
    }

    private static AggregateDefinition aggregate(XmlElement element) {
        boolean byName = element.name().equals("AggName");
        String name = byName ? element.required("name") : null;
        String pattern = byName ? null : pattern(element, element.required("pattern"));
        XmlElement count = element.child("AggFactCount");
        List<String> ignoredColumns = new ArrayList<>();
        for (XmlElement column : element.children("AggIgnoreColumn")) {
            ignoredColumns.add(column.required("column"));
        }
        AggregateDefinition aggregate = new AggregateDefinition(
                name,
                pattern,
                element.flag("ignorecase", true),
                count == null ? null : count.required("column"),
                ignoredColumns,
                foreignKeys(element),
                measures(element),
                levels(element),
                exclusions(element),
                element.place());
        if (count != null) {}
        return aggregate;
    }

    private static List<AggregateDefinition.ForeignKey> foreignKeys(XmlElement element) {
        List<AggregateDefinition.ForeignKey> keys = new ArrayList<>();
        for (XmlElement key : element.children("AggForeignKey")) {
            keys.add(new AggregateDefinition.ForeignKey(
                    key.required("factColumn"), key.required("aggColumn"), key.place()));
        }
        return keys;
    }

    private static List<AggregateDefinition.Column> measures(XmlElement element) {
        List<AggregateDefinition.Column> columns = new ArrayList<>();
        for (XmlElement measure : element.children("AggMeasure")) {
            columns.add(new AggregateDefinition.Column(
                    measure.required("name"), measure.required("column"), measure.place()));
        }
        return columns;
    }

    private static List<AggregateDefinition.LevelColumn> levels(XmlElement element) {
        List<AggregateDefinition.LevelColumn> columns = new ArrayList<>();
        for (XmlElement level : element.children("AggLevel")) {
            columns.add(new AggregateDefinition.LevelColumn(
                    level.required("name"), level.required("column"), level.flag("collapsed", true), level.place()));
        }
        return columns;
    }

    private static List<AggregateDefinitions.Exclusion> exclusions(XmlElement element) {
        List<AggregateDefinitions.Exclusion> exclusions = new ArrayList<>();
        for (XmlElement exclusion : element.children("AggExclude")) {
            String name = exclusion.attribute("name");
            String pattern = exclusion.attribute("pattern");
            if ((name == null) == (pattern == null)) {
                throw CatalogErrors.invalid(exclusion.place(), "<AggExclude> needs either 'name' or 'pattern'");
            }
            exclusions.add(new AggregateDefinitions.Exclusion(
                    name,
                    pattern == null ? null : pattern(exclusion, pattern),
                    exclusion.flag("ignorecase", true),
                    exclusion.place()));
        }
        return exclusions;
    }

    private static String pattern(XmlElement element, String pattern) {
        try {
            return Pattern.compile(pattern).pattern();
        } catch (PatternSyntaxException e) {
            throw CatalogErrors.invalid(
                    element.placeOf("pattern"), "not a regular expression: " + e.getDescription(), e);
        }
    }
}

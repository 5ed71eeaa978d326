package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.catalog.FormulaProperty;
import org.shapan.engine.catalog.MeasureDefinition;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.sql.Dialect;

/** Makes the stored measures of a base cube. */
final class MeasureBinder {
    private static final String FACT_COUNT = "Fact Count";

    private final RelationBinder relations;
    private final Dialect dialect;
    private final JoinTree fact;
    private final Faults faults;

    MeasureBinder(RelationBinder relations, Dialect dialect, JoinTree fact, Faults faults) {
        this.relations = relations;
        this.dialect = dialect;
        this.fact = fact;
        this.faults = faults;
    }

    /** In order of the catalog, without those that are faults; as in Mondrian, a cube without a count gets a hidden one. */
    List<StoredMeasure> measures(List<MeasureDefinition> definitions, Level level, FactGroup group) {
        List<StoredMeasure> made = new ArrayList<>();
        for (MeasureDefinition definition : definitions) {
            faults.attempt(() -> made.add(measure(definition, made.size(), level, group)));
        }
        if (made.stream().noneMatch(m -> m.aggregation() == Aggregation.COUNT)) {
            made.add(new StoredMeasure(
                    made.size(),
                    level,
                    FACT_COUNT,
                    uniqueName(FACT_COUNT),
                    LabelsOf.hidden(Labels.NONE),
                    group,
                    Aggregation.COUNT,
                    TimeAggregation.SAME,
                    null,
                    DataType.LONG,
                    null));
        }
        return made;
    }

    private StoredMeasure measure(MeasureDefinition definition, int id, Level level, FactGroup group) {
        Aggregation aggregation =
                switch (definition.aggregator()) {
                    case "sum" -> Aggregation.SUM;
                    case "count" -> Aggregation.COUNT;
                    case "min" -> Aggregation.MIN;
                    case "max" -> Aggregation.MAX;
                    case "avg" -> Aggregation.AVG;
                    case "distinct-count" -> Aggregation.DISTINCT_COUNT;
                    case "none" -> Aggregation.NONE;
                    default ->
                        throw CatalogErrors.invalid(
                                definition.place(),
                                "unknown aggregator '" + definition.aggregator() + "'",
                                "Write sum, count, min, max, avg, distinct-count or none");
                };
        SqlExpression expression =
                relations.expression(definition.expression(), fact, null, "measure '" + definition.name() + "'");
        return new StoredMeasure(
                id,
                level,
                definition.name(),
                uniqueName(definition.name()),
                LabelsOf.presentation(definition.presentation()),
                group,
                aggregation,
                timeAggregation(definition),
                expression == null ? null : expression.sql(UnaryOperator.identity(), dialect),
                type(definition, aggregation, expression),
                formatString(definition));
    }

    private static TimeAggregation timeAggregation(MeasureDefinition definition) {
        return switch (definition.timeAggregation()) {
            case null -> TimeAggregation.SAME;
            case "last" -> TimeAggregation.LAST;
            case "first" -> TimeAggregation.FIRST;
            case "lastNonEmpty" -> TimeAggregation.LAST_NON_EMPTY;
            case "averageOfChildren" -> TimeAggregation.AVERAGE_OF_CHILDREN;
            default ->
                throw CatalogErrors.invalid(
                        definition.place(),
                        "unknown time aggregation '" + definition.timeAggregation() + "'",
                        "Write last, first, lastNonEmpty or averageOfChildren");
        };
    }

    private static DataType type(MeasureDefinition definition, Aggregation aggregation, SqlExpression expression) {
        return switch (aggregation) {
            case COUNT, DISTINCT_COUNT -> DataType.LONG;
            case MIN, MAX, NONE -> expression.type();
            case SUM, AVG ->
                switch (expression.type()) {
                    case INTEGER, LONG -> DataType.LONG;
                    case DECIMAL -> DataType.DECIMAL;
                    case DOUBLE -> DataType.DOUBLE;
                    default ->
                        throw CatalogErrors.invalid(
                                definition.expression().place(),
                                "measure '" + definition.name() + "' cannot " + definition.aggregator()
                                        + " values of type " + expression.type(),
                                "Take a column of numbers, convert it in a MeasureExpression, or count it");
                };
        };
    }

    private static String formatString(MeasureDefinition definition) {
        if (definition.formatString() != null) {
            return definition.formatString();
        }
        return definition.properties().stream()
                .filter(p -> p.name().equals("FORMAT_STRING") && p.value() != null)
                .map(FormulaProperty::value)
                .findFirst()
                .orElse(null);
    }

    private static String uniqueName(String name) {
        return Names.bracketed(BoundMeasures.NAME) + "." + Names.bracketed(name);
    }
}

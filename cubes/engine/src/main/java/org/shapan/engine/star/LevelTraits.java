package org.shapan.engine.star;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shapan.engine.catalog.LevelDefinition;
import org.shapan.engine.catalog.LevelPropertyDefinition;
import org.shapan.engine.sql.DataType;

/** What a level of a catalog is: type, uniqueness, properties. */
final class LevelTraits {
    private static final Map<String, LevelType> TYPES = Map.ofEntries(
            Map.entry("regular", LevelType.REGULAR),
            Map.entry("timeyears", LevelType.YEARS),
            Map.entry("timehalfyears", LevelType.HALF_YEARS),
            Map.entry("timehalfyear", LevelType.HALF_YEARS),
            Map.entry("timequarters", LevelType.QUARTERS),
            Map.entry("timemonths", LevelType.MONTHS),
            Map.entry("timeweeks", LevelType.WEEKS),
            Map.entry("timedays", LevelType.DAYS),
            Map.entry("timehours", LevelType.HOURS),
            Map.entry("timeminutes", LevelType.MINUTES),
            Map.entry("timeseconds", LevelType.SECONDS),
            Map.entry("timeundefined", LevelType.UNDEFINED_TIME));

    private LevelTraits() {}

    static BoundLevel.Traits of(LevelDefinition definition, LevelSource source) {
        List<MemberProperty> properties = new ArrayList<>();
        for (int i = 0; i < definition.properties().size(); i++) {
            LevelPropertyDefinition property = definition.properties().get(i);
            properties.add(new MemberProperty(
                    property.name(),
                    propertyType(property, source.properties().get(i).value().type()),
                    LabelsOf.presentation(property.presentation()),
                    property.dependsOnLevelValue()));
        }
        return new BoundLevel.Traits(
                definition.unique(),
                levelType(definition),
                source.isParentChild(),
                source.name() != null,
                List.copyOf(properties));
    }

    static LevelType levelType(LevelDefinition definition) {
        if (definition.levelType() == null) {
            return LevelType.REGULAR;
        }
        return requireNonNull(TYPES.get(definition.levelType().toLowerCase(Locale.ROOT)), definition.levelType());
    }

    /** The type that the catalog declares where it says more than the column. */
    private static DataType propertyType(LevelPropertyDefinition property, DataType column) {
        return switch (property.type().toLowerCase(Locale.ROOT)) {
            case "boolean" -> DataType.BOOLEAN;
            case "numeric", "integer", "long" -> column.isNumeric() ? column : DataType.DOUBLE;
            default -> column;
        };
    }
}

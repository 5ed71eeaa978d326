package org.shapan.engine.catalog;

import java.util.List;
import java.util.Map;

/**
 * A level of a hierarchy.
 *
 * @param name of the level
 * @param key identifies a member within its parent, or everywhere when {@code unique}
 * @param nameExpression null when the key is the name
 * @param ordinal null when members are ordered by key
 * @param caption null when the name is the caption
 * @param captionColumns captions by language
 * @param parent key of the parent in a parent-child hierarchy, else null
 * @param nullParentValue value of {@code parent} that means no parent, or null
 * @param type as written ({@code String}, {@code Numeric}, {@code Integer}, {@code Boolean}, {@code Date} …), or null
 * @param levelType as written, or null
 */
public record LevelDefinition(
        String name,
        ColumnExpression key,
        ColumnExpression nameExpression,
        ColumnExpression ordinal,
        ColumnExpression caption,
        Map<String, ColumnExpression> captionColumns,
        ColumnExpression parent,
        String nullParentValue,
        ClosureDefinition closure,
        String type,
        String levelType,
        boolean unique,
        HideMemberIf hideMemberIf,
        List<LevelPropertyDefinition> properties,
        Presentation presentation,
        Place place) {
    /**
     * A plain level whose keys are unique.
     *
     * @param place of what stands for it in the file
     */
    static LevelDefinition unique(
            String name,
            ColumnExpression key,
            ColumnExpression nameExpression,
            ColumnExpression ordinal,
            ColumnExpression caption,
            Map<String, ColumnExpression> captionColumns,
            Presentation presentation,
            Place place) {
        return new LevelDefinition(
                name,
                key,
                nameExpression,
                ordinal,
                caption,
                captionColumns,
                null,
                null,
                null,
                null,
                null,
                true,
                HideMemberIf.NEVER,
                List.of(),
                presentation,
                place);
    }

    public LevelDefinition {
        captionColumns = Map.copyOf(captionColumns);
        properties = List.copyOf(properties);
    }
}

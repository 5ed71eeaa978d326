package org.shapan.engine.star;

import java.util.List;
import java.util.Map;
import org.shapan.engine.catalog.HideMemberIf;
import org.shapan.engine.catalog.Place;

/**
 * Where the members of a level come from.
 *
 * @param name null when the key is the name
 * @param ordinal null when members are ordered by key
 * @param captions by language tag; {@code ""} for the default caption
 * @param parent key of the parent in a parent-child hierarchy, else null
 * @param declaredUnique what the catalog says; what the rows say is known after loading
 */
record LevelSource(
        String levelName,
        SqlExpression key,
        SqlExpression name,
        SqlExpression ordinal,
        Map<String, SqlExpression> captions,
        SqlExpression parent,
        String nullParentValue,
        HideMemberIf hideMemberIf,
        boolean declaredUnique,
        List<PropertySource> properties,
        Place place) {
    record PropertySource(String name, SqlExpression value) {}

    /** Languages of the captions, in order. */
    List<String> languages() {
        return captions.keySet().stream().sorted().toList();
    }

    boolean isParentChild() {
        return parent != null;
    }
}

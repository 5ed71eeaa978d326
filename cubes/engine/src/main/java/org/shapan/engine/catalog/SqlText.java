package org.shapan.engine.catalog;

import java.util.List;
import java.util.Map;

/**
 * SQL written for several databases.
 *
 * @param byDialect text by lower-case dialect name
 */
public record SqlText(Map<String, String> byDialect, Place place) {
    public SqlText {
        byDialect = Map.copyOf(byDialect);
    }

    /**
     * The text for a database.
     *
     * @param dialects names that the database understands, the best first
     * @return null when there is none for it
     */
    public String forDialects(List<String> dialects) {
        for (String dialect : dialects) {
            String text = byDialect.get(dialect);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}

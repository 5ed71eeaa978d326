package org.shapan.engine.catalog;

import java.util.EnumMap;
import java.util.Map;

/**
 * A key performance indicator of a cube: formulas that belong together, and how to show them.
 *
 * @param parent name of the KPI of the cube that this one is part of, or null
 * @param formulas by what they give; {@link Part#VALUE} is always there
 * @param statusGraphic name of the picture that shows the status, such as {@code Traffic Light}, or null
 * @param trendGraphic likewise of the trend, or null
 */
public record KpiDefinition(
        String name,
        String parent,
        Map<Part, Formula> formulas,
        String statusGraphic,
        String trendGraphic,
        Presentation presentation,
        Place place) {
    /** What a formula of a KPI gives. */
    public enum Part {
        VALUE("Value"),
        GOAL("Goal"),
        STATUS("Status"),
        TREND("Trend"),
        WEIGHT("Weight"),
        /** A member, not a number. */
        CURRENT_TIME_MEMBER("CurrentTimeMember");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        /** As elements and measures are named: {@code CurrentTimeMember}. */
        public String label() {
            return label;
        }
    }

    public KpiDefinition {
        formulas = Map.copyOf(new EnumMap<>(formulas));
    }
}

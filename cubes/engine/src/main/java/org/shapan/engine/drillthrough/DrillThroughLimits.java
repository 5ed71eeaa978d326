package org.shapan.engine.drillthrough;

import org.shapan.engine.api.Settings;

/** @param maxRows rows that one statement gives at most, {@code shapan.drillthrough.max-rows} */
public record DrillThroughLimits(int maxRows) {
    /** 10,000 rows. */
    public static final DrillThroughLimits DEFAULT = new DrillThroughLimits(10_000);

    /** @throws org.shapan.engine.api.EngineException CONNECTION when the value is not a positive whole number */
    public static DrillThroughLimits fromSettings(Settings settings) {
        return new DrillThroughLimits(
                (int) settings.whole("shapan.drillthrough.max-rows", DEFAULT.maxRows, 1, 10_000_000));
    }
}

package org.shapan.portal.pivot;

import org.shapan.engine.api.Settings;

/**
 * How large a pivot may be before it is run.
 *
 * @param ask cells above which the person is asked first, {@code shapan.pivot.ask-cells}
 * @param most cells above which it is not run, {@code shapan.query.max-cells}: the engine would refuse it
 */
record PivotLimits(long ask, long most) {
    static final PivotLimits DEFAULT = new PivotLimits(1_000_000, 10_000_000);

    static PivotLimits fromSettings(Settings settings) {
        return new PivotLimits(
                settings.whole("shapan.pivot.ask-cells", DEFAULT.ask, 1, Long.MAX_VALUE),
                settings.whole("shapan.query.max-cells", DEFAULT.most, 1, Integer.MAX_VALUE));
    }
}

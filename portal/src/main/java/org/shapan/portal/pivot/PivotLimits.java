package org.shapan.portal.pivot;

import org.shapan.engine.api.Settings;

/**
 * How large a pivot may be before it is run.
 *
 * @param ask cells above which the person is asked first, {@code shapan.pivot.ask-cells}
 * @param most cells above which it is not run where empty lines are shown, {@code shapan.query.max-cells}: the engine would
 *     refuse it
 */
record PivotLimits(long ask, long most) {
    static final PivotLimits DEFAULT = new PivotLimits(1_000_000, 10_000_000);

    /** Whether it may be run if the person wants it; with empty lines hidden it may be small. */
    boolean may(PivotEstimate estimate, PivotModel model) {
        return model.hideEmpty() || estimate.cells() <= most;
    }

    static PivotLimits fromSettings(Settings settings) {
        return new PivotLimits(
                settings.whole("shapan.pivot.ask-cells", DEFAULT.ask, 1, Long.MAX_VALUE),
                settings.whole("shapan.query.max-cells", DEFAULT.most, 1, Integer.MAX_VALUE));
    }
}

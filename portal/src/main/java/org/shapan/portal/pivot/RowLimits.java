package org.shapan.portal.pivot;

import org.shapan.engine.api.Settings;

/**
 * How many rows behind a cell are shown and exported.
 *
 * @param page rows on a page, {@code shapan.pivot.rows-page}
 * @param export rows in a file, {@code shapan.pivot.rows-export} (domain §1.3)
 * @param exportUnmasking rows in the file of somebody who may unmask, {@code shapan.pivot.rows-export-unmasking}
 */
record RowLimits(int page, int export, int exportUnmasking) {
    static final RowLimits DEFAULT = new RowLimits(100, 5_000, 50_000);

    static RowLimits fromSettings(Settings settings) {
        return new RowLimits(
                (int) settings.whole("shapan.pivot.rows-page", DEFAULT.page, 1, 1_000),
                (int) settings.whole("shapan.pivot.rows-export", DEFAULT.export, 1, 1_000_000),
                (int) settings.whole("shapan.pivot.rows-export-unmasking", DEFAULT.exportUnmasking, 1, 1_000_000));
    }
}

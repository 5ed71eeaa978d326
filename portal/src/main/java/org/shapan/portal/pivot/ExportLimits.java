package org.shapan.portal.pivot;

import org.shapan.engine.api.Settings;

/**
 * How much an export may write.
 *
 * @param cells of a workbook or a CSV file, {@code shapan.pivot.export-cells}
 * @param pdfCells of a PDF, {@code shapan.pivot.export-pdf-cells}
 */
public record ExportLimits(long cells, long pdfCells) {
    /** Five million cells, a hundred thousand in a PDF. */
    public static final ExportLimits DEFAULT = new ExportLimits(5_000_000, 100_000);

    static ExportLimits fromSettings(Settings settings) {
        return new ExportLimits(
                settings.whole("shapan.pivot.export-cells", DEFAULT.cells, 1, Long.MAX_VALUE),
                settings.whole("shapan.pivot.export-pdf-cells", DEFAULT.pdfCells, 1, Long.MAX_VALUE));
    }
}

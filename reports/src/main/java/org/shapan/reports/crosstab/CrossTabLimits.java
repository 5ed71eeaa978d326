package org.shapan.reports.crosstab;

import org.shapan.reports.crosstab.PivotRefusedException.Reason;

/**
 * How large a report of a saved pivot may be.
 *
 * @param rows setting {@code shapan.reports.pivot-rows}
 * @param columns setting {@code shapan.reports.pivot-columns}
 * @param pages of a PDF or an HTML page, setting {@code shapan.reports.pivot-pages}
 * @param contents most pages of a document in parts that has no table of contents, setting {@code shapan.reports.contents-pages}
 */
public record CrossTabLimits(int rows, int columns, int pages, int contents) {
    public static final CrossTabLimits DEFAULT = new CrossTabLimits(100_000, 1_000, 300);

    private static final int CONTENTS = 10;

    /** With the usual table of contents. */
    public CrossTabLimits(int rows, int columns, int pages) {
        this(rows, columns, pages, CONTENTS);
    }

    /** @throws PivotRefusedException naming the limit that is passed */
    public void check(CrossTab table) {
        refuse("rows", table.rows().size(), rows);
        refuse("columns", table.columns().size(), columns);
    }

    /** @throws PivotRefusedException when there are more pages than a document may have */
    void checkPages(int count) {
        refuse("pages", count, pages);
    }

    private static void refuse(String what, int count, int limit) {
        if (count > limit) {
            String setting = "shapan.reports.pivot-" + what;
            throw new PivotRefusedException(
                    Reason.TOO_LARGE,
                    setting,
                    "the pivot has " + (what.equals("pages") ? "more than " + limit : count) + " " + what
                            + "; a report has at most " + limit + " (" + setting
                            + "): filter it, start at a higher level, or take "
                            + (what.equals("pages") ? "XLSX or CSV" : "fewer fields"));
        }
    }
}

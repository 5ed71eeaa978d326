package org.shapan.reports.render;

import java.util.Locale;

/** What a report is rendered to. */
public enum ReportFormat {
    PDF("application/pdf"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** One page with everything in it: no file beside it, no script. */
    HTML("text/html; charset=utf-8"),
    /** The rows of the report's table, as {@link CsvTable} writes them. */
    CSV("text/csv; charset=utf-8");

    private final String mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}

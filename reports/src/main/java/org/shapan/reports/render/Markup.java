package org.shapan.reports.render;

import org.shapan.reports.insight.ReportState;

/** Pieces of JasperReports' styled text. Whatever comes from data goes through {@link #plain}. */
final class Markup {
    private Markup() {}

    /** Text with nothing that styled text would take as markup. */
    static String plain(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String strong(String text) {
        return "<style isBold=\"true\">" + plain(text) + "</style>";
    }

    /** A note beside something larger. */
    static String quiet(String text) {
        return "<style forecolor=\"#616972\" size=\"8.25\">" + plain(text) + "</style>";
    }

    /** A figure in the colour of its state with the state's shape before it; strong ink when it is not judged. */
    static String judged(String figure, ReportState state) {
        return switch (state) {
            case RED -> colored("#c8372d", "■") + " " + coloredStrong("#a8261c", figure);
            case YELLOW -> colored("#b87a00", "▲") + " " + coloredStrong("#7a5000", figure);
            case GREEN -> colored("#2a8a5c", "●") + " " + coloredStrong("#1a6a44", figure);
            case NONE -> strong(figure);
        };
    }

    private static String colored(String color, String text) {
        return "<style forecolor=\"" + color + "\">" + text + "</style>";
    }

    private static String coloredStrong(String color, String text) {
        return "<style isBold=\"true\" forecolor=\"" + color + "\">" + plain(text) + "</style>";
    }
}

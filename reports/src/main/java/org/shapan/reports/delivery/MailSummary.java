package org.shapan.reports.delivery;

import java.util.Map;
import org.shapan.reports.insight.ReportState;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.Summary;
import org.shapan.reports.template.Texts;

/** The summary of a document as the HTML part of a mail: tables and inline styles, since mail readers know little else; no script, nothing fetched. */
final class MailSummary {
    /** Content-ID of the chart. */
    static final String CHART = "chart@shapan";

    private static final String TILE = "<td style=\"padding:8px 12px;border:1px solid #e4e0d8;vertical-align:top\">"
            + "<div style=\"font-size:12px;color:#4f5760\">%s</div><div style=\"font-size:18px;font-weight:600\">%s</div>"
            + "<div style=\"font-size:12px;color:#4f5760\">%s</div></td>";
    private static final int TILES_IN_A_ROW = 3;

    private final Texts texts;

    MailSummary(Texts texts) {
        this.texts = texts;
    }

    /** @param notes lines of plain text below the figures: where the documents are, what the mail is */
    String html(RenderedReport document, Summary summary, String... notes) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"")
                .append(texts.isEnglish() ? "en" : "zh-CN")
                .append("\"><head><meta charset=\"utf-8\"></head><body style=\"margin:0;padding:16px;color:#1b2026;")
                .append("font:14px/1.5 Inter,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif\">")
                .append("<div style=\"font-size:18px;font-weight:600\">")
                .append(escaped(document.title()))
                .append("</div><div style=\"color:#4f5760\">")
                .append(escaped(document.scope() + "　" + summary.dataLine()))
                .append("</div>");
        if (!summary.sentence().isEmpty()) {
            html.append("<p style=\"background:#f4f2ed;padding:10px 12px;margin:12px 0\">")
                    .append(escaped(summary.sentence()))
                    .append("</p>");
        }
        tiles(html, summary);
        summary.chart()
                .ifPresent(chart -> html.append("<p style=\"margin:12px 0\"><img src=\"cid:")
                        .append(CHART)
                        .append("\" width=\"")
                        .append(chart.width())
                        .append("\" height=\"")
                        .append(chart.height())
                        .append("\" alt=\"")
                        .append(escaped(texts.text("mail.chart")))
                        .append("\"></p>"));
        html.append("<p style=\"font-size:12px;color:#4f5760\">");
        for (Map.Entry<String, String> filter : summary.filters()) {
            html.append(escaped(filter.getKey()))
                    .append(" <b>")
                    .append(escaped(filter.getValue()))
                    .append("</b>　");
        }
        html.append("</p>");
        for (String note : notes) {
            html.append("<p style=\"font-size:12px;color:#4f5760\">")
                    .append(linked(escaped(note), document.link()))
                    .append("</p>");
        }
        return html.append("</body></html>").toString();
    }

    private static void tiles(StringBuilder html, Summary summary) {
        if (summary.tiles().isEmpty()) {
            return;
        }
        html.append("<table cellspacing=\"0\" width=\"528\" style=\"border-collapse:collapse;width:528px\">");
        for (int i = 0; i < summary.tiles().size(); i++) {
            Summary.Tile tile = summary.tiles().get(i);
            html.append(i % TILES_IN_A_ROW == 0 ? "<tr>" : "")
                    .append(TILE.formatted(
                            mark(tile.state()) + escaped(tile.label()), escaped(tile.value()), escaped(tile.note())))
                    .append(
                            i % TILES_IN_A_ROW == TILES_IN_A_ROW - 1
                                            || i == summary.tiles().size() - 1
                                    ? "</tr>"
                                    : "");
        }
        html.append("</table>");
    }

    private static String mark(ReportState state) {
        return switch (state) {
            case RED -> "<span style=\"color:#c8372d\">■</span> ";
            case YELLOW -> "<span style=\"color:#b87a00\">▲</span> ";
            case GREEN -> "<span style=\"color:#2a8a5c\">●</span> ";
            case NONE -> "";
        };
    }

    /** Only the document's own link becomes one: what else looks like an address may come from data. */
    private static String linked(String note, String link) {
        return link == null ? note : note.replace(escaped(link), "<a href=\"%1$s\">%1$s</a>".formatted(escaped(link)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

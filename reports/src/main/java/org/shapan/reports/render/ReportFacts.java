package org.shapan.reports.render;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shapan.reports.template.Texts;

/** What every page of a document says about itself. Templates use it as parameter {@code FACTS}. */
public final class ReportFacts {
    private static final DateTimeFormatter RUN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final String templateId;
    private final Texts texts;
    private final Texts otherLanguage;
    private final List<ResolvedParameter> parameters;
    private final String view;
    private final DataState data;
    private final String run;
    private final String recipient;
    private final String portalUrl;

    ReportFacts(
            ReportRequest request,
            Texts texts,
            Texts otherLanguage,
            List<ResolvedParameter> parameters,
            String view,
            DataState data,
            Instant now,
            ZoneId zone,
            String portalUrl) {
        this.templateId = request.templateId();
        this.texts = texts;
        this.otherLanguage = otherLanguage;
        this.parameters = List.copyOf(parameters);
        this.view = view;
        this.data = data;
        this.run = RUN.format(now.atZone(zone));
        this.recipient = request.recipient() == null ? "" : request.recipient().strip();
        this.portalUrl = portalUrl;
    }

    public String getTitle() {
        return texts.text("title");
    }

    /** Id and name in the other language. */
    public String getSubtitle() {
        return templateId + " " + otherLanguage.text("title");
    }

    /** What the document is about, for instance 香洲　2010年3月. */
    public String getScope() {
        String members = parameters.stream()
                .filter(p -> p.value() != null)
                .map(ResolvedParameter::text)
                .collect(Collectors.joining(texts.text("scope.separator")));
        return texts.text("scope", members);
    }

    public String getDataLine() {
        return texts.text(
                data.closed() ? "data.closed" : "data.open", data.until().toString(), Long.toString(data.version()));
    }

    public String getRunLine() {
        return texts.text("run", run);
    }

    /** Every filter in effect, also the defaults, as styled text. */
    public String getFilters() {
        String given = parameters.stream()
                .map(p -> filter(texts.text("parameter." + p.parameter().name()), p.text()))
                .collect(Collectors.joining("      "));
        String fixed = fixedFilters().stream()
                .map(pair -> filter(pair.getKey(), pair.getValue()))
                .collect(Collectors.joining("      "));
        return given + "      " + fixed;
    }

    /** Filters that are no prompts: names and values from the text {@code filters.fixed}. */
    List<Map.Entry<String, String>> fixedFilters() {
        return Stream.of(texts.text("filters.fixed").split(";", -1))
                .map(pair -> pair.split("=", 2))
                .map(pair -> Map.entry(pair[0].strip(), pair[1].strip()))
                .toList();
    }

    /** The filters as pairs of name and value, for the first sheet of a workbook. */
    List<ResolvedParameter> parameters() {
        return parameters;
    }

    public String getFooter() {
        return footer(getDocumentId());
    }

    String footer(String documentId) {
        return texts.text("classification")
                + (recipient.isEmpty() ? "" : "        " + texts.text("recipient", recipient))
                + "        " + documentId;
    }

    /** Id of the document: template, period, scope. */
    public String getDocumentId() {
        return templateId
                + parameters.stream()
                        .filter(p -> !p.shortName().isEmpty())
                        .sorted((a, b) -> Boolean.compare(
                                b.parameter().latestPeriod(), a.parameter().latestPeriod()))
                        .map(p -> "-" + p.shortName())
                        .collect(Collectors.joining());
    }

    /** Address of the view with the same filters, null when the portal's address is not known. */
    public String getLink() {
        return address(view);
    }

    /** Address of a view, null when the portal's address is not known. */
    String address(String path) {
        return portalUrl == null ? null : portalUrl + path;
    }

    /** Number of the month the document is about in running text, for instance 3 月 or Mar 2010. */
    public String getPeriod() {
        return parameters.stream()
                .filter(p -> p.parameter().latestPeriod())
                .map(ResolvedParameter::text)
                .findFirst()
                .orElse("");
    }

    /** What the document is about besides its period, for instance 香洲. */
    public String getArea() {
        return parameters.stream()
                .filter(p -> p.value() != null && !p.parameter().latestPeriod())
                .map(ResolvedParameter::text)
                .collect(Collectors.joining(texts.text("scope.separator")));
    }

    static String filter(String name, String value) {
        return Markup.plain(name) + " <style forecolor=\"#1b2026\" isBold=\"false\">" + Markup.plain(value)
                + "</style>";
    }
}

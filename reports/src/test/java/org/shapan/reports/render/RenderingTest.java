package org.shapan.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.olap4j.OlapConnection;
import org.shapan.reports.TelecomProvince;
import org.shapan.reports.crosstab.CrossTab;
import org.shapan.reports.crosstab.CrossTab.Mark;
import org.shapan.reports.crosstab.CrossTabLimits;
import org.shapan.reports.crosstab.PivotSource;
import org.shapan.reports.insight.ReportInsight;
import org.shapan.reports.render.ReportException.Code;
import org.shapan.reports.template.TemplateCatalog;

/** How far a report is, and that it ends when somebody says so. */
class RenderingTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final ReportRequest MONTHLY =
            new ReportRequest("R02", Map.of(), Locale.ENGLISH, ReportFormat.PDF, "He", "he");
    private static final ReportRequest PIVOT =
            new ReportRequest("RU", Map.of("pivot", "12"), Locale.ENGLISH, ReportFormat.PDF, "He", "he");

    private final TelecomProvince province = TelecomProvince.get();

    @Test
    void itTellsQueriesAndPages() throws Exception {
        Rendering rendering = new Rendering();
        RenderedReport report;
        try (OlapConnection connection = province.connect()) {
            report = renderer(null).render(MONTHLY, connection, rendering);
        }

        try (PDDocument pdf = Loader.loadPDF(report.content())) {
            assertThat(rendering.progress().pages()).isEqualTo(pdf.getNumberOfPages());
            assertThat(rendering.progress().written()).isEqualTo(pdf.getNumberOfPages());
        }
        assertThat(rendering.progress().queries()).isGreaterThan(5);
        assertThat(rendering.progress().answered())
                .isPositive()
                .isLessThanOrEqualTo(rendering.progress().queries());
    }

    @Test
    void whatIsCancelledBeforeItBeginsAsksNothing() throws Exception {
        Rendering rendering = new Rendering();
        rendering.cancel();

        try (OlapConnection connection = province.connect()) {
            assertThatThrownBy(() -> renderer(null).render(MONTHLY, connection, rendering))
                    .isInstanceOfSatisfying(
                            ReportException.class, e -> assertThat(e.code()).isEqualTo(Code.CANCELLED));
        }
        assertThat(rendering.progress().answered()).isZero();
    }

    @Test
    void itEndsWithinASecondWhileItAsks() throws Exception {
        endsAtOnce(renderer(null), MONTHLY, progress -> progress.answered() > 0);
    }

    @Test
    void itEndsWithinASecondWhileItLaysPagesOut() throws Exception {
        CrossTab large = WrittenTable.of(300, 100, 12, Mark.NONE);

        endsAtOnce(renderer(large), PIVOT, progress -> progress.pages() > 5);
    }

    @Test
    void itEndsWithinASecondWhileItWrites() throws Exception {
        CrossTab large = WrittenTable.of(300, 100, 12, Mark.NONE);

        endsAtOnce(renderer(large), PIVOT, progress -> progress.written() > 5);
    }

    private void endsAtOnce(ReportRenderer renderer, ReportRequest request, Predicate<Rendering.Progress> when)
            throws Exception {
        Rendering rendering = new Rendering();
        try (OlapConnection connection = province.connect()) {
            CompletableFuture<RenderedReport> made =
                    CompletableFuture.supplyAsync(() -> renderer.render(request, connection, rendering));
            while (!when.test(rendering.progress()) && !made.isDone()) {
                Thread.onSpinWait();
            }
            Instant asked = Instant.now();
            rendering.cancel();

            assertThatThrownBy(made::join)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            ReportException.class, e -> assertThat(e.code()).isEqualTo(Code.CANCELLED));
            assertThat(Duration.between(asked, Instant.now())).isLessThan(AT_ONCE);
        }
    }

    private ReportRenderer renderer(CrossTab table) {
        PivotSource source = table == null
                ? PivotSource.NONE
                : new PivotSource() {
                    @Override
                    public java.util.List<Choice> visible(String login) {
                        return java.util.List.of();
                    }

                    @Override
                    public CrossTab read(Order order, OlapConnection connection) {
                        return table;
                    }
                };
        return new ReportRenderer(
                TemplateCatalog.bundled(),
                ReportInsight.NONE,
                source,
                province::data,
                new ReportSettings(ZoneId.of("Asia/Shanghai"), null, new CrossTabLimits(100_000, 1_000, 5_000)),
                Clock.systemUTC());
    }
}

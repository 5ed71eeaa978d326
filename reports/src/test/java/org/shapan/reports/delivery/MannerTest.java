package org.shapan.reports.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shapan.reports.ReportsDatabase;
import org.shapan.reports.insight.ReportState;
import org.shapan.reports.render.Reading;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.render.Summary;

/** What a mail shows and carries, and documents that go to a folder instead. */
class MannerTest {
    private static final Instant PLANNED = Instant.parse("2010-04-05T00:00:00Z");
    private static final Summary SUMMARY = new Summary(
            "香洲 3 月折前收入 52.70 万元 <b>",
            List.of(new Summary.Tile("折前收入", "52.70 万元", "预期 −15.0%", ReportState.RED)),
            List.of(Map.entry("品牌", "<script>")),
            "数据截至 2010-03-31",
            "",
            Optional.of(new Summary.Chart(new byte[] {1, 2, 3}, 300, 100)));

    private static final String LINK = "https://portal.example/areas?area=%5BA%5D&period=201003";

    @TempDir
    Path folder;

    private final DeliveryLedger ledger = new DeliveryLedger(ReportsDatabase.create(), Clock.systemUTC());
    private final List<MimeMessage> mails = new ArrayList<>();

    @Test
    void aSummaryMailShowsFiguresAndChartAndCarriesTheDocument() throws Exception {
        deliver("he@branch.example", Manner.SUMMARY);

        MimeMultipart parts = (MimeMultipart) mails.getFirst().getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        MimeMultipart both = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        assertThat(both.getBodyPart(0).getContentType()).startsWith("text/plain");
        MimeMultipart related = (MimeMultipart) both.getBodyPart(1).getContent();
        String html = (String) related.getBodyPart(0).getContent();
        assertThat(html)
                .contains("52.70 万元", "预期 −15.0%", "■", "src=\"cid:chart@shapan\"", "&lt;b&gt;", "&lt;script&gt;")
                .contains("<a href=\"https://portal.example/areas?area=%5BA%5D&amp;period=201003\">")
                .doesNotContain("<script", "http:");
        assertThat(related.getBodyPart(1).getHeader("Content-ID")).containsExactly("<chart@shapan>");
        assertThat(related.getBodyPart(1).getInputStream().readAllBytes()).containsExactly(1, 2, 3);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("R03-201003-香洲.pdf");
    }

    @Test
    void aMailWithALinkHasNoFigureAndNoDocument() throws Exception {
        deliver("he@branch.example", Manner.LINK);

        MimeMultipart parts = (MimeMultipart) mails.getFirst().getContent();
        assertThat(parts.getCount()).isEqualTo(1);
        assertThat((String) parts.getBodyPart(0).getContent())
                .contains("https://portal.example/reports", LINK)
                .doesNotContain("52.70");
    }

    @Test
    void aFolderTakesTheDocumentsOnceHoweverOftenTheyAreDelivered() throws Exception {
        Delivery row = deliver("folder:月报", Manner.ATTACHMENT);

        assertThat(row.state()).isEqualTo(DeliveryState.SENT);
        assertThat(mails).isEmpty();
        ledger.repeat(row.id(), "boss");
        deliver("folder:月报", Manner.ATTACHMENT);
        try (Stream<Path> files = Files.list(folder.resolve("folders/月报"))) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(file.getFileName().toString())
                            .matches("R03-201003-香洲-20100405T000000Z-\\p{XDigit}{24}\\.pdf"))
                    .satisfies(file -> assertThat(Files.readString(file)).isEqualTo("%PDF"));
        }
    }

    @Test
    void aFolderKeepsTheDocumentsOfEveryDeliveryApartAlsoUnderTheSameName() throws Exception {
        DeliveryFolders folders = new DeliveryFolders(folder, Map.of(), "rw-r-----");
        String address = "folder:monthly";
        for (DeliveryKey key : List.of(
                new DeliveryKey("s1", PLANNED, address, "[East].[Center]"),
                new DeliveryKey("s1", PLANNED, address, "[West].[Center]"),
                new DeliveryKey("s2", PLANNED, address, "[West].[Center]"))) {
            folders.write(
                    key,
                    List.of(new RenderedReport(
                            "R03-201003-Center",
                            "T",
                            "S",
                            ReportFormat.PDF,
                            key.toString().getBytes(StandardCharsets.UTF_8),
                            1,
                            null)));
        }

        try (Stream<Path> files = Files.list(folder.resolve("monthly"))) {
            assertThat(files.toList())
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-r-----"));
        }
        assertThatThrownBy(() -> new DeliveryFolders(folder, Map.of(), "0640"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shapan.reports.folder-permissions");
    }

    @Test
    void aConfiguredFolderLiesWhereItIsConfigured() throws Exception {
        deliver("folder:finance", Manner.ATTACHMENT);

        try (Stream<Path> files = Files.list(folder.resolve("elsewhere"))) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(folder.resolve("folders/finance")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "..", "../x", "a/b", "a\\b", "/etc", ".hidden", "a..b", "x\u0000", "C:x", "name ", "name.", "~root"
            })
    void aNameThatCouldLeadElsewhereIsRefused(String name) throws Exception {
        DeliveryFolders folders = new DeliveryFolders(folder.resolve("folders"), Map.of(), DeliveryFolders.PRIVATE);

        assertThatThrownBy(() -> folders.folder("folder:" + name))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("is not a folder");
        assertThat(deliver("folder:" + name, Manner.ATTACHMENT).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(folder.resolve("folders")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenIsTriedAgain() throws Exception {
        Files.writeString(folder.resolve("folders"), "no folder");

        Delivery row = deliver("folder:monthly", Manner.ATTACHMENT);

        assertThat(row.state()).isEqualTo(DeliveryState.PLANNED);
        assertThat(row.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("writing to"));
    }

    private Delivery deliver(String address, Manner manner) {
        Recipient recipient = new Recipient(address, "He", "he");
        DeliveryKey key = new DeliveryKey("s1", PLANNED, address);
        Delivery row = ledger.plan(key, null, recipient, "R03", key.messageId("R03", "operator.example"));
        desk().attempt(
                        row.id(),
                        new DeliveryOrder(
                                "R03",
                                Map.of(),
                                Locale.SIMPLIFIED_CHINESE,
                                List.of(ReportFormat.PDF),
                                Condition.ALWAYS,
                                manner));
        return ledger.find(row.id()).orElseThrow();
    }

    private DeliveryDesk desk() {
        RenderedReport document = new RenderedReport(
                "R03-201003-香洲",
                "片区化管理分公司报告",
                "香洲　2010年3月",
                ReportFormat.PDF,
                "%PDF".getBytes(StandardCharsets.UTF_8),
                214,
                LINK);
        return new DeliveryDesk(
                ledger,
                (order, recipient, rendering) ->
                        new Documents.Batch(List.of(document), new Reading(1, 0, 0, "f"), SUMMARY, Optional.empty()),
                new ReportArchive(folder.resolve("reports")),
                new MailComposer(new MailSettings(
                        "shapan@operator.example",
                        java.util.Set.of(),
                        MailSettings.DEFAULT_MAX_ATTACHMENT_BYTES,
                        "https://portal.example")),
                mail -> {
                    mails.add(mail);
                    return "test";
                },
                new DeliveryFolders(
                        folder.resolve("folders"),
                        Map.of("finance", folder.resolve("elsewhere")),
                        DeliveryFolders.PRIVATE),
                RetryPolicy.DEFAULT,
                Clock.systemUTC());
    }
}

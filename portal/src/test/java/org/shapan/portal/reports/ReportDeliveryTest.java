package org.shapan.portal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.TestPortal;
import org.shapan.portal.account.Account;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.NewAccount;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.account.Roles;
import org.shapan.portal.cli.Shapan;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.text.Language;
import org.shapan.reports.delivery.Condition;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryLedger;
import org.shapan.reports.delivery.DeliveryState;
import org.shapan.reports.delivery.LedgerFilter;
import org.shapan.reports.delivery.Manner;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.delivery.ReportConnections;
import org.shapan.reports.delivery.ReportConnections.UnknownRecipientException;
import org.shapan.reports.render.MemberChoices;
import org.shapan.reports.render.Rendering;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.schedule.Calendar;
import org.shapan.reports.schedule.ReportSchedule;
import org.shapan.reports.schedule.ReportScheduler;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateCatalog;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** From a schedule to a mailbox, and from the command line to a file, on a running portal. */
class ReportDeliveryTest {
    private static final Duration PREPARATION = Duration.ofMinutes(6);
    private static final Duration DELIVERY = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    private static GreenMail mail;
    private static TestPortal portal;
    private static PortalUser boss;
    private static PortalUser clerk;

    @BeforeAll
    static void start() {
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        portal = TestPortal.start(
                folder.resolve("data"),
                Map.of(
                        "spring.mail.host", "127.0.0.1",
                        "spring.mail.port", mail.getSmtp().getPort(),
                        "shapan.reports.polling", "200ms",
                        "shapan.mail.allowed-domains", "branch.example"));
        Accounts accounts = portal.server().bean(Accounts.class);
        boss = accounts.create(account("boss", Roles.ADMIN));
        clerk = accounts.create(account("clerk", "reader"));
        portal.server()
                .bean(JdbcClient.class)
                .sql("update account set email = 'clerk@branch.example' where login = 'clerk'")
                .update();
        await(PREPARATION, () -> portal.server().province().ready());
    }

    @AfterAll
    static void stop() {
        portal.close();
        mail.stop();
    }

    @Test
    void aReportReachesTheMailbox() throws Exception {
        ReportSchedule schedule = editing().save(draft("He <he@branch.example>"), boss);

        List<Delivery> rows = editing().runNow(schedule.id(), boss);

        await(
                DELIVERY,
                () -> Arrays.stream(mail.getReceivedMessages())
                        .anyMatch(m -> messageId(m).equals(rows.getFirst().messageId())));
        MimeMessage message = Arrays.stream(mail.getReceivedMessages())
                .filter(m -> messageId(m).equals(rows.getFirst().messageId()))
                .findFirst()
                .orElseThrow();
        assertThat(message.getSubject()).isEqualTo("片区化管理分公司报告 香洲　2010年3月");
        BodyPart pdf = ((MimeMultipart) message.getContent()).getBodyPart(1);
        assertThat(pdf.getFileName()).isEqualTo("R03-201003-香洲.pdf");
        try (var document = Loader.loadPDF(pdf.getInputStream().readAllBytes())) {
            assertThat(new PDFTextStripper().getText(document)).contains("片区化管理分公司报告", "拱北", "折前收入", "收件人 He", "第 1 页");
        }
        await(
                DELIVERY,
                () -> centre().rows(LedgerFilter.ALL, 0, 10, boss).stream()
                        .anyMatch(row -> row.id() == rows.getFirst().id() && row.state() == DeliveryState.SENT));
        assertThat(centre().document(rows.getFirst().id(), ReportFormat.PDF, boss))
                .isPresent();
        assertThat(centre().document(rows.getFirst().id(), ReportFormat.PDF, clerk))
                .isEmpty();
    }

    @Test
    void aBurstShowsEachManagerHisOwnBranchAndNothingElse() throws Exception {
        Map<String, PortalUser> managers = new HashMap<>();
        for (String branch : List.of("Xiangzhou", "Doumen")) {
            managers.put(branch, manager(branch));
        }
        Set<String> before = Arrays.stream(mail.getReceivedMessages())
                .map(ReportDeliveryTest::messageId)
                .collect(Collectors.toSet());
        ReportSchedule burst = new ReportSchedule(
                "burst",
                "分公司月报",
                "R03",
                Map.of(),
                Locale.ENGLISH,
                List.of(ReportFormat.PDF),
                Calendar.monthly(5, 7, 30, ZoneId.of("Asia/Shanghai")),
                "branch",
                Condition.ALWAYS,
                Manner.ATTACHMENT,
                List.of(),
                false,
                "boss",
                Instant.now());
        ReportScheduler scheduler = scheduler();
        scheduler.save(burst);

        List<Delivery> rows = scheduler.runNow("burst");

        assertThat(rows).extracting(row -> row.recipient().login()).containsExactlyInAnyOrder("xiangzhou", "doumen");
        await(
                DELIVERY,
                () -> centre().rows(LedgerFilter.ALL, 0, 20, boss).stream()
                                .filter(row ->
                                        row.key().scheduleId().equals("burst") && row.state() == DeliveryState.SENT)
                                .count()
                        == 2);
        List<MimeMessage> mails = Arrays.stream(mail.getReceivedMessages())
                .filter(message -> !before.contains(messageId(message)))
                .toList();
        assertThat(mails).hasSize(2);
        for (MimeMessage message : mails) {
            String login = message.getAllRecipients()[0].toString().replaceAll(".*<|@.*", "");
            String own = login.equals("doumen") ? "Doumen" : "Xiangzhou";
            String other = login.equals("doumen") ? "Xiangzhou" : "Doumen";
            byte[] sent = ((MimeMultipart) message.getContent())
                    .getBodyPart(1)
                    .getInputStream()
                    .readAllBytes();
            byte[] recomputed = centre().render(
                            "R03",
                            Map.of("branch", own),
                            Language.EN,
                            ReportFormat.PDF,
                            managers.get(own),
                            new Rendering())
                    .content();
            assertThat(figures(sent)).isEqualTo(figures(recomputed)).isNotEmpty();
            assertThat(text(sent)).contains(own).doesNotContain(other, "Zhuhai Mobile");
            assertThatThrownBy(() -> centre().render(
                                    "R03",
                                    Map.of("branch", other),
                                    Language.EN,
                                    ReportFormat.PDF,
                                    managers.get(own),
                                    new Rendering()))
                    .hasMessageContaining("has no member");
        }
        scheduler.delete("burst");
    }

    private static PortalUser manager(String branch) throws Exception {
        String member;
        try (var connection = portal.server().bean(Cubes.class).connect(boss, Locale.ENGLISH)) {
            member = MemberChoices.of(
                            portal.server()
                                    .bean(TemplateCatalog.class)
                                    .find("R03")
                                    .orElseThrow()
                                    .parameters()
                                    .getFirst(),
                            connection)
                    .stream()
                    .filter(choice -> choice.caption().equals(branch))
                    .findFirst()
                    .orElseThrow()
                    .value();
        }
        String login = branch.toLowerCase(Locale.ROOT);
        PortalUser made = portal.server()
                .bean(Accounts.class)
                .create(new NewAccount(login, branch, "a grain of sand", Set.of("reader"), List.of(member)));
        portal.server()
                .bean(JdbcClient.class)
                .sql("update account set email = ? where id = ?")
                .params(login + "@branch.example", made.id())
                .update();
        return made;
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Every number of a document in its order, but for the time at which it was made. */
    private static List<String> figures(byte[] pdf) throws Exception {
        return text(pdf)
                .lines()
                .filter(line -> !line.contains("Run 20"))
                .flatMap(line ->
                        Pattern.compile("[−+]?[0-9][0-9,.]*%?").matcher(line).results())
                .map(MatchResult::group)
                .toList();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of each account: disabled before the schedule was made, and after it was listed as nobody's. */
    @Test
    void theAddressOfADisabledAccountGetsNothingAlsoNotWithTheOwnersRights() {
        disabled("left");
        ReportSchedule schedule = editing().save(draft("left@branch.example\nLEAVING@branch.example"), boss);
        disabled("leaving");

        List<Delivery> rows = editing().runNow(schedule.id(), boss);

        await(
                DELIVERY,
                () -> rows.stream()
                        .allMatch(row -> ledger(row).state() == DeliveryState.FAILED
                                && ledger(row).documentId().isEmpty()));
        assertThat(rows)
                .hasSize(2)
                .allSatisfy(row -> assertThat(ledger(row).problem().orElseThrow())
                        .contains("no enabled account " + row.recipient().login()))
                .extracting(row -> row.recipient().login())
                .containsExactlyInAnyOrder("left", "leaving");
        ReportConnections connections = portal.server().bean(ReportConnections.class);
        assertThatThrownBy(() -> connections.connectAs(new Recipient("left@branch.example", "planned before", "boss")))
                .isInstanceOf(UnknownRecipientException.class);
        editing().delete(schedule.id(), boss);
    }

    @Test
    void previewsAreSharedByThoseWhoSeeTheSameAndByNobodyElse() throws Exception {
        Template template =
                portal.server().bean(TemplateCatalog.class).find("R06").orElseThrow();
        byte[] whole = centre().thumbnail(template, Language.ZH, boss);

        PortalUser confined = new PortalUser(
                boss.id(), boss.login(), boss.name(), boss.roles(), List.of("[Area].[Managed].[Zhuhai].[Xiangzhou]"));

        assertThat(centre().thumbnail(template, Language.ZH, clerk)).isSameAs(whole);
        assertThat(centre().thumbnail(template, Language.ZH, confined)).isNotEqualTo(whole);
    }

    private static void disabled(String login) {
        Accounts accounts = portal.server().bean(Accounts.class);
        PortalUser user = accounts.create(account(login, "reader"));
        accounts.update(
                new Account(user.id(), login, login, login + "@branch.example", false, user.roles(), user.areas()));
    }

    private static Delivery ledger(Delivery row) {
        return portal.server().bean(DeliveryLedger.class).find(row.id()).orElseThrow();
    }

    private static ReportScheduler scheduler() {
        return portal.server().bean(ReportScheduler.class);
    }

    @Test
    void theCommandLineRendersThroughTheRunningServer() throws Exception {
        Path out = folder.resolve("r03.pdf");

        Run run = run("report", "run", "R03", "--param", "branch=Xiangzhou", "--locale", "en", "--out", out.toString());

        assertThat(run).isEqualTo(new Run(0, ""));
        try (var document = Loader.loadPDF(Files.readAllBytes(out))) {
            assertThat(new PDFTextStripper().getText(document)).contains("Partitioned-area branch report", "Gongbei");
        }
    }

    @Test
    void theCommandLineSaysWhatIsWrongAndWritesNothing() {
        Path out = folder.resolve("wrong.pdf");

        Run withoutBranch = run("report", "run", "R03", "--out", out.toString());
        Run unknownBranch = run("report", "run", "R03", "--param", "branch=Atlantis", "--out", out.toString());
        Run unknownReport = run("report", "run", "R99", "--out", out.toString());

        assertThat(List.of(withoutBranch.code(), unknownBranch.code(), unknownReport.code()))
                .containsOnly(2);
        assertThat(withoutBranch.errors()).contains("needs the parameter branch");
        assertThat(unknownBranch.errors()).contains("Atlantis").contains("there are");
        assertThat(unknownReport.errors()).contains("there is no report R99");
        assertThat(out).doesNotExist();
    }

    private record Run(int code, String errors) {}

    private static Run run(String... arguments) {
        CommandLine commandLine = Shapan.commandLine();
        StringWriter errors = new StringWriter();
        commandLine.setErr(new PrintWriter(errors, true));
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.resolve("data").toString();
        return new Run(commandLine.execute(all), errors.toString());
    }

    static ScheduleDraft draft(String recipients) {
        return new ScheduleDraft(
                null,
                "香洲月报",
                "R03",
                Map.of("branch", "香洲", "month", ""),
                "zh",
                List.of(ReportFormat.PDF),
                Timing.usual(ZoneId.of("Asia/Shanghai")),
                null,
                recipients,
                Manner.ATTACHMENT,
                "",
                Condition.ALWAYS);
    }

    private static ScheduleEditing editing() {
        return portal.server().bean(ScheduleEditing.class);
    }

    private static ReportCentre centre() {
        return portal.server().bean(ReportCentre.class);
    }

    static NewAccount account(String login, String role) {
        return new NewAccount(login, login, "a grain of sand", Set.of(role), List.of());
    }

    private static void await(Duration patience, BooleanSupplier condition) {
        Instant end = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited %s", patience).isBefore(end);
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}

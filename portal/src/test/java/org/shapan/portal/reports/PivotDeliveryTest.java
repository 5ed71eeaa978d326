package org.shapan.portal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestPortal;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.NewAccount;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.account.Roles;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.pivot.SavedPivot;
import org.shapan.portal.pivot.SavedPivots;
import org.shapan.portal.text.Language;
import org.shapan.reports.delivery.Condition;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryState;
import org.shapan.reports.delivery.LedgerFilter;
import org.shapan.reports.delivery.Manner;
import org.shapan.reports.render.Rendering;
import org.shapan.reports.render.ReportException;
import org.shapan.reports.render.ReportException.Code;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.schedule.ScheduleException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A pivot that somebody keeps, as a report: its numbers, who sees what in it, and what becomes of its schedules when it is gone. */
class PivotDeliveryTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BRANCH = "[Area].[Managed].[Branch]";
    private static final String XIANGZHOU = "[Area].[Managed].[Zhuhai].[Xiangzhou]";
    private static final String GROSS = "[Measures].[Gross revenue]";

    @TempDir
    static Path folder;

    private static GreenMail mail;
    private static TestPortal portal;
    private static PortalUser boss;
    private static PortalUser manager;

    @BeforeAll
    static void start() throws IOException {
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        portal = TestPortal.start(
                CiProvince.copy(Files.createDirectories(folder.resolve("data"))),
                Map.of(
                        "spring.mail.host", "127.0.0.1",
                        "spring.mail.port", mail.getSmtp().getPort(),
                        "shapan.reports.polling", "200ms",
                        "shapan.reports.watch", "1s"));
        Accounts accounts = portal.server().bean(Accounts.class);
        boss = accounts.create(ReportDeliveryTest.account("boss", Roles.ADMIN));
        manager = accounts.create(
                new NewAccount("manager", "Manager", "a grain of sand", Set.of("reader"), List.of(XIANGZHOU)));
        portal.server()
                .bean(JdbcClient.class)
                .sql("update account set email = login || '@branch.example'")
                .update();
        await(() -> portal.server().province().ready());
    }

    @AfterAll
    static void stop() {
        portal.close();
        mail.stop();
    }

    @Test
    void theNumbersOfEveryFormatAreThoseOfTheCubes() throws Exception {
        Map<String, List<String>> link = branches();
        link.put("chart", List.of("bar"));
        long id = pivots().save(boss, "", "Branches by brand", link);
        Map<String, List<Double>> expected = new LinkedHashMap<>();
        Map<String, List<String>> written = new LinkedHashMap<>();
        try (OlapConnection connection = portal.server().bean(Cubes.class).connect(boss, Locale.ENGLISH)) {
            CellSet cells = connection
                    .createStatement()
                    .executeOlapQuery("select {[Brand].[Brand].Members, [Brand].DefaultMember} on columns, "
                            + "non empty {" + BRANCH
                            + ".Members, [Area].[Managed].DefaultMember} on rows from [Revenue] "
                            + "where (" + GROSS + ", [Time].[Calendar].[2010].[Q1].[201003])");
            int rows = cells.getAxes().get(1).getPositionCount();
            for (int row = 0; row < rows; row++) {
                String branch = cells.getAxes()
                        .get(1)
                        .getPositions()
                        .get(row)
                        .getMembers()
                        .getFirst()
                        .getCaption();
                String name = row == rows - 1 ? "Total" : branch;
                for (int column = 0; column < cells.getAxes().getFirst().getPositionCount(); column++) {
                    var cell = cells.getCell(List.of(column, row));
                    if (!cell.isEmpty()) {
                        expected.computeIfAbsent(name, key -> new ArrayList<>()).add(cell.getDoubleValue());
                        written.computeIfAbsent(name, key -> new ArrayList<>()).add(cell.getFormattedValue());
                    }
                }
            }
        }

        String pdf = text(render(id, ReportFormat.PDF, boss));
        Map<String, List<Double>> sheet = figures(render(id, ReportFormat.XLSX, boss));
        List<String> csv = new String(render(id, ReportFormat.CSV, boss), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(expected).hasSizeGreaterThan(3);
        assertThat(sheet).isEqualTo(expected);
        written.forEach((name, texts) -> {
            assertThat(pdf.lines().filter(line -> line.startsWith(name + " ")))
                    .as(name)
                    .anySatisfy(line -> assertThat(
                                    line.substring(name.length()).strip().split("\\s+"))
                            .containsExactly(texts.toArray(String[]::new)));
            assertThat(csv.stream().filter(line -> line.startsWith(name + ",")))
                    .as(name)
                    .anySatisfy(line -> assertThat(
                                    Arrays.stream(line.split(",")).skip(1).map(Double::valueOf))
                            .containsExactlyElementsOf(expected.get(name)));
        });
        assertThat(pdf)
                .contains(
                        "Branches by brand",
                        "Pivot · Revenue",
                        "Author boss",
                        "Data until 2010-03-31",
                        "(Mar 2010)",
                        "Page 1 of 1");
        assertThat(new String(render(id, ReportFormat.HTML, boss), StandardCharsets.UTF_8))
                .contains(written.get("Total"));
    }

    @Test
    void eachRecipientGetsHisOwnBranchOfAPivotOfTheWholeCompany() throws Exception {
        long id = pivots().save(boss, "", "Company", branches());
        String schedule = save(
                Map.of("pivot", Long.toString(id), "breaks", "true"),
                "boss@branch.example\nmanager@branch.example",
                boss);

        List<Delivery> rows = editing().runNow(schedule, boss);

        await(() -> rows.stream().allMatch(row -> state(row) == DeliveryState.SENT));
        String all = text(attachment(rows, "boss"));
        String own = text(attachment(rows, "manager"));
        List<String> others = branchNames();
        assertThat(others).hasSizeGreaterThan(2).contains("Xiangzhou");
        assertThat(all).contains(others);
        assertThat(own).contains("Xiangzhou", "For Manager");
        others.stream()
                .filter(name -> !name.equals("Xiangzhou"))
                .forEach(name -> assertThat(own).doesNotContain(name));
        assertThat(pages(attachment(rows, "boss"))).isEqualTo(others.size() + 1);
        assertThat(pages(attachment(rows, "manager"))).isEqualTo(2);
        assertThat(line(own, "Total")).isEqualTo(line(own, "Xiangzhou")).isEqualTo(line(all, "Xiangzhou"));
        assertThat(message(rows, "manager").getSubject()).startsWith("Company ");
        editing().delete(schedule, boss);
    }

    @Test
    void anAdministratorChoosesForAnOwnerOnlyWhatTheOwnerMayOpen() throws Exception {
        long secret = pivots().save(boss, "", "Of the boss", branches());
        long own = pivots().save(manager, "", "Of the manager", branches());
        String schedule = save(Map.of("pivot", Long.toString(own)), "manager@branch.example", manager);
        ScheduleDraft chosen = draft(schedule, Map.of("pivot", Long.toString(secret)), "manager@branch.example");

        assertThatThrownBy(() -> editing().save(chosen, boss)).isInstanceOfSatisfying(ScheduleException.class, e -> {
            assertThat(e.reason()).isEqualTo(ScheduleException.Reason.PIVOT_OWNER);
            assertThat(e.getMessage()).contains("manager");
        });
        assertThatThrownBy(() -> save(Map.of("pivot", Long.toString(secret)), "manager@branch.example", manager))
                .isInstanceOf(ScheduleException.class);
        assertThat(editing().find(schedule, boss).orElseThrow().parameters())
                .containsEntry("pivot", Long.toString(own));

        pivots().share(boss, secret, List.of(new SavedPivot.Grant("manager", false)));
        assertThat(editing().save(chosen, boss).parameters()).containsEntry("pivot", Long.toString(secret));
        editing().delete(schedule, boss);
    }

    @Test
    void whatIsDeletedSendsNothingAndItsOwnerIsTold() throws Exception {
        long id = pivots().save(boss, "", "Short-lived", branches());
        String schedule = save(Map.of("pivot", Long.toString(id)), "manager@branch.example", boss);
        pivots().delete(boss, id);

        List<Delivery> rows = editing().runNow(schedule, boss);

        await(() -> state(rows.getFirst()) == DeliveryState.FAILED);
        await(() -> told("boss", "was deleted"));
        assertThat(sent(rows.getFirst())).isEmpty();
        editing().delete(schedule, boss);
    }

    @Test
    void whatIsSharedNoMoreWithTheOwnerOfASchedule() throws Exception {
        long id = pivots().save(boss, "", "Shared", branches());
        pivots().share(boss, id, List.of(new SavedPivot.Grant("manager", false)));
        String schedule = save(Map.of("pivot", Long.toString(id)), "manager@branch.example", manager);
        assertThat(centre().pivots(manager)).extracting(choice -> choice.name()).contains("Shared");
        List<Delivery> first = editing().runNow(schedule, manager);
        await(() -> state(first.getFirst()) == DeliveryState.SENT);
        pivots().share(boss, id, List.of());

        List<Delivery> second = editing().runNow(schedule, manager);

        await(() -> state(second.getFirst()) == DeliveryState.FAILED);
        await(() -> told("manager", "not shared with manager"));
        assertThat(sent(second.getFirst())).isEmpty();
        assertThat(centre().pivots(manager)).extracting(choice -> choice.name()).doesNotContain("Shared");
        assertRefused(id, Map.of(), manager, Code.UNKNOWN_PIVOT);
        editing().delete(schedule, manager);
    }

    @Test
    void aPivotThatNamesAnotherBranchIsRefusedToWhoMayNotSeeIt() throws Exception {
        Map<String, List<String>> link = branches();
        link.put("pick", List.of("latest 1 [Time].[Calendar].[Month]", "[Area].[Managed].[Zhuhai].[Doumen]"));
        long id = pivots().save(boss, "", "Doumen", link);
        pivots().share(boss, id, List.of(new SavedPivot.Grant(SavedPivot.EVERYBODY, false)));

        assertThat(text(render(id, ReportFormat.PDF, boss))).contains("Doumen");
        assertRefused(id, Map.of(), manager, Code.PIVOT_NAME);
    }

    @Test
    void theLastVersionIsSentUnlessOneIsNamed() throws Exception {
        long id = pivots().save(boss, "", "Changing", branches());
        Map<String, List<String>> link = branches();
        link.put("rows", List.of("[Brand].[Brand]"));
        link.remove("columns");
        pivots().saveAgain(boss, id, link);

        assertThat(text(render(id, ReportFormat.PDF, boss))).doesNotContain("Xiangzhou");
        assertThat(text(rendered(id, Map.of("version", "1"), ReportFormat.PDF, Language.EN, boss)))
                .contains("Xiangzhou");
        assertRefused(id, Map.of("version", "3"), boss, Code.UNKNOWN_PIVOT);
    }

    @Test
    void chineseReadersGetTheirWordsAndLightsCountForConditions() throws Exception {
        Map<String, List<String>> link = branches();
        link.put("highlight", List.of(GROSS + " LIGHTS 1000000000 100"));
        long id = pivots().save(boss, "月报", "各分公司收入", link);

        String pdf = text(rendered(id, Map.of(), ReportFormat.PDF, Language.ZH, boss));

        assertThat(pdf).contains("各分公司收入", "透视表 · ", "香洲", "折前收入", "合计", "作者 boss", "第 1 页，共 1 页");
    }

    @Test
    void namesAreNoFormulas() throws Exception {
        long id = pivots().save(boss, "", "=HYPERLINK(\"http://x\")", branches());

        String csv = new String(render(id, ReportFormat.CSV, boss), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFF\"'=HYPERLINK(");
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(render(id, ReportFormat.XLSX, boss)))) {
            for (Sheet sheet : book.getSheets().toList()) {
                try (var rows = sheet.openStream()) {
                    assertThat(rows.flatMap(Row::stream))
                            .noneMatch(cell -> cell != null && cell.getType() == CellType.FORMULA);
                }
            }
            assertThat(book.getSheets().map(Sheet::getName)).contains("About");
        }
    }

    private static Map<String, List<String>> branches() {
        Map<String, List<String>> link = new LinkedHashMap<>();
        link.put("cube", List.of("Revenue"));
        link.put("rows", List.of(BRANCH));
        link.put("columns", List.of("[Brand].[Brand]"));
        link.put("measures", List.of(GROSS));
        link.put("filters", List.of("[Time].[Calendar]"));
        link.put("pick", List.of("latest 1 [Time].[Calendar].[Month]"));
        return link;
    }

    private static List<String> branchNames() throws Exception {
        try (OlapConnection connection = portal.server().bean(Cubes.class).connect(boss, Locale.ENGLISH)) {
            CellSet cells = connection
                    .createStatement()
                    .executeOlapQuery("select " + GROSS + " on columns, non empty " + BRANCH
                            + ".Members on rows from [Revenue] " + "where [Time].[Calendar].[2010].[Q1].[201003]");
            return cells.getAxes().get(1).getPositions().stream()
                    .map(position -> position.getMembers().getFirst().getCaption())
                    .toList();
        }
    }

    private static String save(Map<String, String> parameters, String recipients, PortalUser owner) {
        return editing().save(draft(null, parameters, recipients), owner).id();
    }

    private static ScheduleDraft draft(String id, Map<String, String> parameters, String recipients) {
        return new ScheduleDraft(
                id,
                "Pivot by mail",
                "RU",
                parameters,
                "en",
                List.of(ReportFormat.PDF),
                Timing.usual(ZoneId.of("Asia/Shanghai")),
                null,
                recipients,
                Manner.ATTACHMENT,
                "",
                Condition.ALWAYS);
    }

    private static void assertRefused(long id, Map<String, String> more, PortalUser user, Code code) {
        assertThatThrownBy(() -> rendered(id, more, ReportFormat.PDF, Language.EN, user))
                .isInstanceOfSatisfying(ReportException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.isRefusal()).isTrue();
                });
    }

    private static byte[] render(long id, ReportFormat format, PortalUser user) throws Exception {
        return rendered(id, Map.of(), format, Language.EN, user);
    }

    private static byte[] rendered(
            long id, Map<String, String> more, ReportFormat format, Language language, PortalUser user)
            throws Exception {
        Map<String, String> parameters = new LinkedHashMap<>(more);
        parameters.put("pivot", Long.toString(id));
        return centre().render("RU", parameters, language, format, user, new Rendering())
                .content();
    }

    /** The numbers of the sheet of figures by the first text of their row. */
    private static Map<String, List<Double>> figures(byte[] workbook) throws Exception {
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            List<String> facts = book.getFirstSheet().read().stream()
                    .map(row -> row.getCellText(0))
                    .toList();
            assertThat(facts).as("facts stand first").contains("Filters", "Author", "Data");
            for (Row row : book.getSheet(1).orElseThrow().read()) {
                List<Double> numbers = row.stream()
                        .filter(cell -> cell != null && cell.getType() == CellType.NUMBER)
                        .map(cell -> cell.asNumber().doubleValue())
                        .toList();
                if (!numbers.isEmpty()) {
                    Cell head = row.getCell(0);
                    figures.put(head.asString(), numbers);
                }
            }
        }
        return figures;
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    /** What follows a head on its line of figures. */
    private static String line(String text, String head) {
        return text.lines()
                .filter(line -> line.startsWith(head + " ") && line.matches(".*\\d.*"))
                .findFirst()
                .orElseThrow()
                .substring(head.length())
                .strip();
    }

    private static DeliveryState state(Delivery row) {
        return centre().rows(LedgerFilter.ALL, 0, 50, boss).stream()
                .filter(now -> now.id() == row.id())
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static MimeMessage message(List<Delivery> rows, String login) {
        return rows.stream()
                .filter(row -> row.recipient().login().equals(login))
                .flatMap(row -> sent(row).stream())
                .findFirst()
                .orElseThrow();
    }

    private static byte[] attachment(List<Delivery> rows, String login) throws Exception {
        return ((MimeMultipart) message(rows, login).getContent())
                .getBodyPart(1)
                .getInputStream()
                .readAllBytes();
    }

    private static List<MimeMessage> sent(Delivery row) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> {
                    try {
                        return row.messageId().equals(message.getMessageID());
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    /** Whether a person had a notice that a report did not arrive, and why. */
    private static boolean told(String login, String why) {
        return Arrays.stream(mail.getReceivedMessages()).anyMatch(message -> {
            try {
                return message.getSubject().startsWith("Report not delivered")
                        && message.getAllRecipients()[0].toString().contains(login + "@")
                        && String.valueOf(message.getContent())
                                .replaceAll("\\s+", " ")
                                .contains(why);
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static SavedPivots pivots() {
        return portal.server().bean(SavedPivots.class);
    }

    private static ScheduleEditing editing() {
        return portal.server().bean(ScheduleEditing.class);
    }

    private static ReportCentre centre() {
        return portal.server().bean(ReportCentre.class);
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited %s", PATIENCE).isBefore(end);
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}

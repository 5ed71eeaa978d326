package org.shapan.portal.sp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.shapan.insight.State;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.cube.Members;
import org.shapan.insight.sp.SpCode;
import org.shapan.insight.sp.SpCodes;
import org.shapan.insight.sp.SpFigure;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.explain.Asked;
import org.shapan.portal.explain.NumberQuestion;

/** The board over a real warehouse and the real engine, against plain SQL on the same warehouse. */
class SpBoardTest {
    private static final YearMonth MARCH = YearMonth.of(2010, 3);

    private static final List<SpTable.Column> FIGURES = List.of(
            SpTable.Column.FEE,
            SpTable.Column.USERS,
            SpTable.Column.MO,
            SpTable.Column.MT,
            SpTable.Column.MT_PER_MO,
            SpTable.Column.COMPLAINTS);

    private static CiProvince province;
    private static Map<String, Map<String, Object>> sql;

    @BeforeAll
    static void openProvince() throws Exception {
        province = CiProvince.get();
        sql = new HashMap<>();
        for (Map<String, Object> row : province.rows(text("units.sql"))) {
            sql.put(row.get("unit_level") + "|" + row.get("unit") + "|" + row.get("k_month"), row);
        }
    }

    @Test
    void everyNumberEqualsPlainSql() {
        SpBoard board = load(CiProvince.user(), SpState.DEFAULT);

        int compared = 0;
        for (SpKpi kpi : SpKpi.values()) {
            compared += equalsSql("all|", board.total().unit(), kpi);
        }
        assertThat(board.companies()).hasSize(companiesBilled());
        for (SpRow row : board.companies()) {
            for (SpKpi kpi : List.of(SpKpi.FEE, SpKpi.USERS, SpKpi.MO, SpKpi.MT, SpKpi.MT_PER_MO, SpKpi.COMPLAINTS)) {
                compared += equalsSql("company|" + row.unit().code(), row.unit(), kpi);
            }
            assertThat(row.share().orElseThrow())
                    .isCloseTo(
                            sql("company|" + row.unit().code(), MARCH, SpKpi.FEE) / sql("all|", MARCH, SpKpi.FEE),
                            within(1e-9));
        }
        assertThat(compared).isGreaterThan(800);
    }

    @Test
    void everyNumberThatIsExplainedEqualsPlainSql() throws Exception {
        SpBoard board = load(CiProvince.user(), SpState.DEFAULT);
        SpQuestions questions = new SpQuestions(board, Asked.WORDS, Asked.FIGURES);
        YearMonth february = MARCH.minusMonths(1);
        int compared = 0;
        for (SpRow row : board.rows()) {
            if (row.kind() == SpRow.Kind.COMPANY) {
                String key = "company|" + row.unit().code();
                for (SpTable.Column column : FIGURES) {
                    Optional<NumberQuestion> question = questions.cell(row, column);
                    if (question.isPresent()) {
                        Asked.equalsSql(province, question.get(), sql(key, MARCH, column.kpi()));
                        compared++;
                    }
                }
                Asked.equalsSql(
                        province,
                        questions.cell(row, SpTable.Column.SHARE).orElseThrow(),
                        sql(key, MARCH, SpKpi.FEE) / sql("all|", MARCH, SpKpi.FEE));
                Optional<NumberQuestion> change = questions.cell(row, SpTable.Column.LAST_MONTH);
                if (change.isPresent()) {
                    Asked.equalsSql(
                            province, change.get(), sql(key, MARCH, SpKpi.FEE) / sql(key, february, SpKpi.FEE) - 1);
                }
            }
        }
        assertThat(compared).isGreaterThan(40);
        for (SpTable.Column column : SpTable.Column.values()) {
            Optional<NumberQuestion> question = questions.cell(board.total(), column);
            if (question.isPresent()) {
                Asked.answer(province, CiProvince.user(), question.get());
            }
        }
        SpText text = new SpText(Asked.FIGURES, Asked.WORDS);
        for (SpKpi kpi : SpKpi.TILES) {
            Asked.equalsSql(province, questions.tile(kpi, 0), sql("all|", MARCH, kpi));
            for (int place = 1; place <= text.compared(board, kpi).size(); place++) {
                Asked.answer(province, CiProvince.user(), questions.tile(kpi, place));
            }
        }
        SpBoard line = load(CiProvince.user(), SpState.DEFAULT.withLine("SMS"));
        Asked.equalsSql(
                province,
                new SpQuestions(line, Asked.WORDS, Asked.FIGURES).tile(SpKpi.FEE, 0),
                sql("line|SMS", MARCH, SpKpi.FEE));
    }

    @Test
    void aLineShowsItsOwnNumbers() {
        SpBoard board = load(CiProvince.user(), SpState.DEFAULT.withLine("SMS"));

        for (SpKpi kpi : SpKpi.values()) {
            assertThat(equalsSql("line|SMS", board.total().unit(), kpi)).isPositive();
        }
        double fee = board.companies().stream()
                .mapToDouble(row -> row.value(SpKpi.FEE).orElseThrow())
                .sum();
        assertThat(fee).isCloseTo(sql("line|SMS", MARCH, SpKpi.FEE), within(0.005));
    }

    @Test
    void usersAreDistinctAndDoNotAddUp() {
        SpBoard board = load(CiProvince.user(), SpState.DEFAULT);

        double sum = board.companies().stream()
                .mapToDouble(row -> row.value(SpKpi.USERS).orElseThrow())
                .sum();

        assertThat(board.total().value(SpKpi.USERS).orElseThrow()).isLessThan(sum);
        assertThat(board.rows().getLast().value(SpKpi.USERS).isPresent())
                .isEqualTo(board.rows().getLast().kind() == SpRow.Kind.COMPANY);
    }

    @Test
    void inputsOfTheRulesEqualPlainSql() throws Exception {
        Map<String, Map<String, Object>> expected = new HashMap<>();
        for (Map<String, Object> row : province.rows(text("codes.sql"))) {
            expected.put((String) row.get("code"), row);
        }
        List<SpCode> codes = new ArrayList<>();
        try (OlapConnection connection = province.cubes().connect(CiProvince.user(), Locale.ENGLISH)) {
            var cube = connection.getOlapSchema().getCubes().get(SpPresenter.CUBE);
            var all = Members.find(cube, SpPresenter.LINES, Members.defaultName(cube, SpPresenter.LINES))
                    .orElseThrow();
            SpCodes reader = SpCodes.below(cube, all, CalendarMonths.of(cube, MARCH), MARCH);
            codes.addAll(reader.read(
                    reader.history(connection), reader.peakHours(connection), reader.threeDays(connection)));
        }

        assertThat(codes).hasSizeGreaterThanOrEqualTo(expected.size());
        int compared = 0;
        for (SpCode code : codes) {
            Map<String, Object> row = expected.get(lastSegment(code.id()));
            if (row != null) {
                assertThat(code.company()).isEqualTo(row.get("company_code"));
                assertThat(code.line()).isEqualTo(row.get("line_code"));
                equal(code, SpFigure.FEE, row.get("fee"));
                equal(code, SpFigure.USERS, row.get("users"));
                equal(code, SpFigure.SILENT_SHARE, row.get("silent"));
                equal(code, SpFigure.NIGHT_SHARE, row.get("night"));
                equal(code, SpFigure.PEAK_HOUR_SHARE, row.get("peak_hour"));
                equal(code, SpFigure.THREE_DAY_SHARE, row.get("three_days"));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(expected.size());
    }

    @Test
    void theWorstCompaniesStandFirst() {
        SpBoard board = load(CiProvince.user(), SpState.DEFAULT);

        assertThat(board.companies().stream().map(SpRow::state)).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(board.count(State.RED))
                .as("the province has planted anomalies")
                .isPositive();
    }

    @Test
    void theOthersAddUpToTheTotal() {
        SpBoard board = load(CiProvince.user(), SpState.DEFAULT);
        List<SpRow> many = new ArrayList<>(board.companies());
        many.addAll(board.companies());
        SpBoard longer = new SpBoard(
                board.state(), board.month(), board.monthMember(), board.months(), board.lines(), board.total(), many);

        List<SpRow> rows = longer.rows();

        assertThat(rows).hasSize(SpBoard.FIRST_ROWS + 1);
        assertThat(rows.getLast().kind()).isEqualTo(SpRow.Kind.OTHERS);
        double fee = rows.stream()
                .mapToDouble(row -> row.value(SpKpi.FEE).orElseThrow())
                .sum();
        assertThat(fee).isCloseTo(2 * board.total().value(SpKpi.FEE).orElseThrow(), within(0.01));
        assertThat(longer.with(SpState.DEFAULT.withAll(true)).rows()).hasSize(many.size());
    }

    @Test
    void aTileIsWhatThePivotAnswers() throws Exception {
        SpBoard board = load(CiProvince.user(), SpState.DEFAULT.withPeriod("200912"));

        for (SpKpi kpi : SpKpi.values()) {
            assertThat(board.total().value(kpi).orElseThrow())
                    .isEqualTo(cell("SELECT { [Measures].[" + kpi.measure()
                            + "] } ON COLUMNS FROM [SP] WHERE ([Time].[Calendar].[2009].[Q4].[200912])"));
        }
    }

    @Test
    void aBranchManagerSeesTheFeesOfTheOwnBranchOnly() throws Exception {
        Map<String, Object> branch = province.rows("SELECT MIN(city_en) AS city, branch_en AS branch FROM d_area"
                        + " WHERE k_area > 0 GROUP BY branch_en ORDER BY branch_en")
                .getFirst();
        Object fee = province.rows(
                        "SELECT SUM(fee) AS fee FROM f_sp_user JOIN d_area_leaf USING (k_leaf) JOIN d_area USING (k_area)"
                                + " WHERE k_month = 201003 AND branch_en = ?",
                        branch.get("branch"))
                .getFirst()
                .get("fee");
        PortalUser manager =
                CiProvince.user("[Area].[Managed].[%s].[%s]".formatted(branch.get("city"), branch.get("branch")));

        SpBoard board = load(manager, SpState.DEFAULT);

        assertThat(board.total().value(SpKpi.FEE).orElseThrow()).isCloseTo(((Number) fee).doubleValue(), within(0.005));
        assertThat(board.companies().stream()
                        .mapToDouble(row -> row.value(SpKpi.FEE).orElseThrow())
                        .sum())
                .isCloseTo(((Number) fee).doubleValue(), within(0.005));
        SpQuestions questions = new SpQuestions(board, Asked.WORDS, Asked.FIGURES);
        assertThat(Asked.answer(province, manager, questions.tile(SpKpi.FEE, 0)))
                .isCloseTo(((Number) fee).doubleValue(), within(0.005));
    }

    @Test
    void whatIsNotThereIsSaid() {
        SpPresenter presenter = presenter(CiProvince.user());

        assertThat(presenter.load(SpState.DEFAULT.withPeriod("200712")))
                .isEqualTo(new BoardResult.NoPeriod<SpBoard>("200712"));
        assertThat(presenter.load(SpState.DEFAULT.withLine("FAX"))).isInstanceOf(BoardResult.NotVisible.class);
    }

    private static SpPresenter presenter(PortalUser user) {
        return new SpPresenter(province.cubes(), user, Locale.ENGLISH, province.asOf());
    }

    private static SpBoard load(PortalUser user, SpState state) {
        BoardResult<SpBoard> result = presenter(user).load(state);
        assertThat(result).isInstanceOf(BoardResult.Loaded.class);
        return ((BoardResult.Loaded<SpBoard>) result).board();
    }

    private static int companiesBilled() {
        return (int) sql.keySet().stream()
                .filter(key -> key.startsWith("company|") && key.endsWith("|201003"))
                .filter(key -> sql.get(key).get("Fee") != null)
                .count();
    }

    private static int equalsSql(String key, SpUnit unit, SpKpi kpi) {
        int compared = 0;
        for (int back = 0; back < SpBoard.TREND_MONTHS; back++) {
            YearMonth month = MARCH.minusMonths(back);
            OptionalDouble value = unit.value(kpi, month);
            Object expected = sql.getOrDefault(key + "|" + CalendarMonths.name(month), Map.of())
                    .get(kpi.measure());
            if (expected == null) {
                assertThat(value.orElse(0)).as(key + month + kpi).isZero();
            } else {
                assertThat(value.orElse(0))
                        .as(key + month + kpi)
                        .isCloseTo(((Number) expected).doubleValue(), within(1e-6));
                compared++;
            }
        }
        return compared;
    }

    private static double sql(String key, YearMonth month, SpKpi kpi) {
        return ((Number) sql.get(key + "|" + CalendarMonths.name(month)).get(kpi.measure())).doubleValue();
    }

    private static void equal(SpCode code, SpFigure figure, Object expected) {
        OptionalDouble value = code.value(figure, MARCH);
        if (expected == null) {
            assertThat(value).as(code.id() + " " + figure).isEmpty();
        } else {
            assertThat(value.orElseThrow())
                    .as(code.id() + " " + figure)
                    .isCloseTo(((Number) expected).doubleValue(), within(1e-9));
        }
    }

    private static String lastSegment(String uniqueName) {
        return uniqueName.substring(uniqueName.lastIndexOf('[') + 1, uniqueName.length() - 1);
    }

    private static String text(String resource) throws Exception {
        try (InputStream stream = SpBoardTest.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double cell(String mdx) throws Exception {
        try (OlapConnection connection = province.cubes().connect(CiProvince.user(), Locale.ENGLISH);
                var statement = connection.createStatement();
                CellSet cells = statement.executeOlapQuery(mdx)) {
            return cells.getCell(0).getDoubleValue();
        }
    }
}

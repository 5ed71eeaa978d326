package org.shapan.portal.sp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
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
    void everyCellOfTheTableEqualsPlainSql() throws Exception {
        for (String line : Arrays.asList(null, "SMS", "IVR")) {
            SpBoard board =
                    load(CiProvince.user(), SpState.DEFAULT.withLine(line).withAll(true));
            SpQuestions questions = new SpQuestions(board, Asked.WORDS, Asked.FIGURES);
            List<SpRow> rows = new ArrayList<>(board.rows());
            rows.add(board.total());
            int compared = 0;
            for (SpRow row : rows) {
                String key = key(row, line);
                for (SpTable.Column column : SpTable.Column.values()) {
                    Optional<NumberQuestion> question = questions.cell(row, column);
                    if (question.isPresent()) {
                        Asked.equalsSql(province, question.get(), cell(key, column, whole(line)));
                        compared++;
                    }
                }
            }
            assertThat(compared).isGreaterThan(7 * rows.size());
        }
    }

    @Test
    void everyNumberOfEveryTileEqualsPlainSql() throws Exception {
        for (String line : Arrays.asList(null, "SMS", "IVR")) {
            SpBoard board = load(CiProvince.user(), SpState.DEFAULT.withLine(line));
            SpQuestions questions = new SpQuestions(board, Asked.WORDS, Asked.FIGURES);
            SpText text = new SpText(Asked.FIGURES, Asked.WORDS);
            for (SpKpi kpi : SpKpi.TILES) {
                double value = sql(whole(line), MARCH, kpi);
                Asked.equalsSql(province, questions.tile(kpi, 0), value);
                List<SpText.Compared> compared = text.compared(board, kpi);
                assertThat(compared).isNotEmpty();
                for (int i = 0; i < compared.size(); i++) {
                    double february = sql(whole(line), MARCH.minusMonths(1), kpi);
                    double expected =
                            switch (compared.get(i).kind()) {
                                case LIMIT -> value;
                                case MEDIAN -> value / median(whole(line), kpi) - 1;
                                case LAST_MONTH ->
                                    kpi.form() == SpKpi.Form.RATE ? value - february : value / february - 1;
                                case REFUND -> number(whole(line), MARCH, SpText.REFUND);
                                case MT_PER_MO -> sql(whole(line), MARCH, SpKpi.MT_PER_MO);
                            };
                    Asked.equalsSql(province, questions.tile(kpi, i + 1), expected);
                }
            }
        }
    }

    /** What SQL has in a column; behind a score stands the fee. */
    private static double cell(String key, SpTable.Column column, String whole) {
        double fee = sql(key, MARCH, SpKpi.FEE);
        return switch (column) {
            case SHARE -> fee / sql(whole, MARCH, SpKpi.FEE);
            case LAST_MONTH -> fee / sql(key, MARCH.minusMonths(1), SpKpi.FEE) - 1;
            case LAST_YEAR -> fee / sql(key, MARCH.minusYears(1), SpKpi.FEE) - 1;
            case SCORE -> fee;
            case FEE, USERS, MO, MT, MT_PER_MO, COMPLAINTS -> sql(key, MARCH, column.kpi());
            case MARK, NAME, LINE, RULES -> Double.NaN;
        };
    }

    private static String whole(String line) {
        return line == null ? "all|" : "line|" + line;
    }

    private static String key(SpRow row, String line) {
        return row.kind() == SpRow.Kind.TOTAL
                ? whole(line)
                : line == null
                        ? "company|" + row.unit().code()
                        : "line company|" + line + " " + row.unit().code();
    }

    /** Of the six months before, as far as they have a figure. */
    private static double median(String key, SpKpi kpi) {
        double[] values = IntStream.rangeClosed(1, 6)
                .mapToObj(MARCH::minusMonths)
                .map(month -> sql.getOrDefault(key + "|" + CalendarMonths.name(month), Map.of())
                        .get(kpi.measure()))
                .filter(Objects::nonNull)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .sorted()
                .toArray();
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
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
        return number(key, month, kpi.measure());
    }

    private static double number(String key, YearMonth month, String measure) {
        return ((Number) sql.get(key + "|" + CalendarMonths.name(month)).get(measure)).doubleValue();
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

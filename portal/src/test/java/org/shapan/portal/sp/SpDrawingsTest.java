package org.shapan.portal.sp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.explain.Asked;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.sp.SpAnomalyQuestions.Line;
import org.shapan.portal.sp.SpAnomalyState.Traffic;
import org.shapan.portal.widget.Chart;
import org.shapan.portal.widget.RunningText;

/** What the drawings of the SP boards and the numbers of the rapid analysis ask, against plain SQL over the facts. */
class SpDrawingsTest {
    /** Columns of the facts behind the lines that are sums. */
    private static final Map<String, String> SUMS = Map.of(
            "Fee", "fee",
            "Arrears fee", "arrears",
            "MO", "mo",
            "MT", "mt",
            "Complaints", "complaints",
            "Refund", "refund",
            "New subscriptions", "n_new",
            "Ended subscriptions", "n_end",
            "Quick cancellations", "n_quick_end");

    private static CiProvince province;
    private static SpBoard all;
    private static String company;

    @BeforeAll
    static void open() throws Exception {
        province = CiProvince.get();
        all = board(CiProvince.user());
        company = all.companies().getFirst().unit().code();
    }

    @Test
    void linesOfTheRapidAnalysisEqualPlainSql() throws Exception {
        SpAnomalyBoard board = load(CiProvince.user(), Traffic.MT);
        SpAnomalyCards cards = new SpAnomalyCards(board, Asked.WORDS, Asked.FIGURES);
        SpAnomalyQuestions questions = new SpAnomalyQuestions(board.of(), Asked.WORDS, Asked.FIGURES);
        List<Line> lines = Stream.concat(cards.levelLines().stream(), cards.reactions().stream())
                .toList();
        assertThat(lines).hasSize(11);
        int compared = 0;
        for (Line line : lines) {
            Map<Integer, Double> months = months(line.measure());
            Optional<NumberQuestion> value = questions.value(line);
            if (value.isPresent() && !months.isEmpty()) {
                Asked.equalsSql(province, value.get(), months.get(201003));
                compared++;
            } else if (value.isPresent()) {
                Asked.answer(province, CiProvince.user(), value.get());
            }
            Optional<NumberQuestion> median = questions.median(line);
            if (median.isPresent() && !months.isEmpty()) {
                double before = median(months);
                Asked.equalsSql(province, median.get(), before);
                Asked.equalsSql(province, questions.deviation(line).orElseThrow(), months.get(201003) / before - 1);
            } else if (median.isPresent()) {
                Asked.answer(province, CiProvince.user(), median.get());
                Asked.answer(
                        province, CiProvince.user(), questions.deviation(line).orElseThrow());
            }
        }
        assertThat(compared).isGreaterThan(8);
    }

    @Test
    void daysAndCellsOfTheMapEqualPlainSql() throws Exception {
        for (Traffic traffic : Traffic.values()) {
            String column = traffic.name().toLowerCase(Locale.ROOT);
            SpAnomalyBoard board = load(CiProvince.user(), traffic);
            SpAnomalyQuestions questions = new SpAnomalyQuestions(board.of(), Asked.WORDS, Asked.FIGURES);
            HeatMap heat = board.heat();
            Map<String, Double> cells = new HashMap<>();
            double[] days = new double[heat.days()];
            double[] hours = new double[heat.cells().length];
            double whole = 0;
            for (Map<String, Object> row : province.rows(
                    "SELECT day(d.day) AS day, f.k_hour AS hour, SUM(f." + column + ") AS n FROM f_sp_hour f"
                            + " JOIN d_day d USING (k_day) JOIN d_sp_code s USING (k_sp_code)"
                            + " WHERE d.k_month = 201003 AND company_code = ? GROUP BY ALL",
                    company)) {
                int day = ((Number) row.get("day")).intValue() - 1;
                int hour = ((Number) row.get("hour")).intValue();
                double n = ((Number) row.get("n")).doubleValue();
                cells.put(hour + ":" + day, n);
                days[day] += n;
                hours[hour] += n;
                whole += n;
            }
            List<NumberQuestion> largest = questions.largest(heat, traffic);
            assertThat(largest).hasSize(12);
            Asked.equalsSql(
                    province,
                    largest.getFirst(),
                    cells.values().stream().mapToDouble(n -> n).max().orElseThrow());
            for (Map.Entry<String, Double> cell : cells.entrySet()) {
                int at = cell.getKey().indexOf(':');
                int hour = Integer.parseInt(cell.getKey().substring(0, at));
                int day = Integer.parseInt(cell.getKey().substring(at + 1));
                if (day % 10 == 0 && cell.getValue() > 0) {
                    Chart.Point point = new Chart.Point("", "", hour * heat.days() + day, "");
                    Asked.equalsSql(
                            province, questions.cell(heat, traffic, point).getFirst(), cell.getValue());
                }
            }
            assertThat(questions.cell(heat, traffic, new Chart.Point("", "", -1, "")))
                    .isEmpty();
            double burst =
                    heat.largestDays().stream().mapToDouble(day -> days[day]).sum();
            Asked.equalsSql(province, questions.burst(heat, traffic), burst / whole);
            Asked.equalsSql(province, questions.peak(heat, traffic), hours[heat.largestHour()] / whole);
            if (traffic == Traffic.FEE) {
                assertThat(questions.days(heat)).hasSize(31);
                for (int day = 0; day < days.length; day++) {
                    if (days[day] > 0) {
                        Asked.equalsSql(province, questions.day(heat, day).orElseThrow(), days[day]);
                    }
                }
            }
        }
    }

    @Test
    void whatUsersHaveInCommonIsACellOfTheCube() throws Exception {
        SpAnomalyBoard board = load(CiProvince.user(), Traffic.MT);
        SpCompanyQuestions questions = new SpCompanyQuestions(board.of(), Asked.WORDS, Asked.FIGURES);
        String code = board.of().judged().orElseThrow().unit().code();
        Map<Object, Map<String, Object>> sql = new HashMap<>();
        province.rows(
                        "SELECT attribute_en, concentration, line_base FROM f_sp_convergence JOIN d_sp_attribute USING (k_attribute)"
                                + " JOIN d_sp_code USING (k_sp_code) WHERE k_month = 201003 AND code = ?",
                        code)
                .forEach(row -> sql.put(row.get("attribute_en"), row));

        assertThat(board.likenesses()).hasSize(sql.size()).isNotEmpty();
        for (Likeness likeness : board.likenesses()) {
            Map<String, Object> row = sql.get(likeness.attribute());
            Asked.equalsSql(province, questions.likeness(likeness, false).orElseThrow(), number(row, "concentration"));
            Asked.equalsSql(province, questions.likeness(likeness, true).orElseThrow(), number(row, "line_base"));
        }
        Asked.equalsSql(
                province,
                questions.convergence().orElseThrow(),
                number(
                        province.rows(
                                        "SELECT SUM(contribution) AS n FROM f_sp_convergence JOIN d_sp_code USING (k_sp_code)"
                                                + " WHERE k_month = 201003 AND code = ?",
                                        code)
                                .getFirst(),
                        "n"));
    }

    @Test
    void everyNumberOfTheSentencesIsExplained() throws Exception {
        int asked = 0;
        for (SpRow row : all.companies()) {
            SpAnomalyBoard board = load(CiProvince.user(), row.unit().code(), Traffic.MT);
            SpAnomalyCards cards = new SpAnomalyCards(board, Asked.WORDS, Asked.FIGURES);
            AskedText text = new AskedText();
            board.of().rules().forEach(rule -> cards.explained(rule, text));
            List<String> sentences = cards.sentences(new HeatCard(board, Traffic.MT, Asked.WORDS, Asked.FIGURES), text);
            assertThat(sentences)
                    .isNotEmpty()
                    .allSatisfy(
                            sentence -> assertThat(RunningText.plain(sentence)).isNotBlank());
            for (NumberQuestion question : text.questions()) {
                Asked.answer(province, CiProvince.user(), question);
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(60);
    }

    @Test
    void figuresOfUsersEqualPlainSqlAndNoStatementNamesANumber() throws Exception {
        SpAnomalyBoard board = load(CiProvince.user(), Traffic.MT);
        SpAnomalyQuestions questions = new SpAnomalyQuestions(board.of(), Asked.WORDS, Asked.FIGURES);
        List<Map<String, Object>> sql = province.rows(
                "SELECT SUM(fee) AS fee, SUM(mo) AS mo, SUM(mt) AS mt FROM f_sp_user JOIN d_sp_code USING (k_sp_code)"
                        + " WHERE k_month = 201003 AND company_code = ? GROUP BY k_customer ORDER BY mt DESC, fee DESC LIMIT 8",
                company);
        for (int i = 0; i < sql.size(); i++) {
            SpUsers.User user = board.users().users().get(i);
            for (SpUsers.Figure figure : List.of(SpUsers.Figure.FEE, SpUsers.Figure.MT)) {
                NumberQuestion question = questions.user(board.users(), user, figure);
                Asked.equalsSql(
                        province, question, number(sql.get(i), figure.name().toLowerCase(Locale.ROOT)));
                assertThat(question.name()).contains("****");
                assertThat(question.mdx()).doesNotContain(user.number().whole());
                assertThat(question.pivot()).doesNotContain(user.number().whole());
            }
            Asked.answer(province, CiProvince.user(), questions.user(board.users(), user, SpUsers.Figure.MO));
        }
    }

    @Test
    void trendsEqualPlainSql() throws Exception {
        SpRow row = all.companies().getFirst();
        SpTrendQuestions trend = SpTrendQuestions.of(row.unit(), all.month(), Asked.WORDS, Asked.FIGURES);
        for (SpKpi kpi : List.of(SpKpi.FEE, SpKpi.USERS, SpKpi.MO, SpKpi.MT)) {
            Map<Integer, Double> months = months(kpi.measure());
            assertThat(trend.all(kpi)).hasSizeGreaterThan(7);
            for (int point = 0; point < SpBoard.TREND_MONTHS; point++) {
                int month = point < 10 ? 200903 + point : 201001 + point - 10;
                List<NumberQuestion> asked = trend.at(kpi, new Chart.Point("Actual", "", point, ""));
                assertThat(asked).hasSize(months.containsKey(month) ? 1 : 0);
                if (!asked.isEmpty()) {
                    Asked.equalsSql(province, asked.getFirst(), months.get(month));
                }
            }
            Asked.equalsSql(
                    province,
                    trend.at(kpi, new Chart.Point("Median of 6 months", "", 10, ""))
                            .getFirst(),
                    median(months));
        }
    }

    @Test
    void pointsOfTheScatterAndSumsOfTheParetoEqualPlainSql() throws Exception {
        SpQuestions questions = new SpQuestions(all, Asked.WORDS, Asked.FIGURES);
        Map<Object, Map<String, Object>> fees = new HashMap<>();
        double whole = 0;
        for (Map<String, Object> row :
                province.rows("SELECT u.*, complaints * 10000 / users AS complaints FROM (SELECT company_code,"
                        + " SUM(CASE WHEN k_month = 201003 THEN fee END) AS fee, SUM(CASE WHEN k_month = 201002 THEN fee END) AS before,"
                        + " COUNT(DISTINCT CASE WHEN k_month = 201003 THEN k_customer END) AS users"
                        + " FROM f_sp_user JOIN d_sp_code USING (k_sp_code) GROUP BY ALL) u LEFT JOIN (SELECT company_code,"
                        + " SUM(complaints) AS complaints FROM f_sp_hour JOIN d_sp_code USING (k_sp_code) WHERE k_month = 201003"
                        + " GROUP BY ALL) h USING (company_code)")) {
            fees.put(row.get("company_code"), row);
            whole += row.get("fee") == null ? 0 : number(row, "fee");
        }
        List<SpRow> drawn = new GrowthScatter(all, Asked.WORDS, Asked.FIGURES).drawn();
        assertThat(drawn).isNotEmpty();
        for (SpRow row : drawn) {
            Map<String, Object> sql = fees.get(row.unit().code());
            List<NumberQuestion> point = questions.point(row);
            Asked.equalsSql(province, point.get(0), number(sql, "fee") / number(sql, "before") - 1);
            Asked.equalsSql(province, point.get(1), number(sql, "complaints"));
            Asked.equalsSql(province, point.get(2), number(sql, "fee"));
        }
        FeePareto pareto = new FeePareto(all, Asked.WORDS, Asked.FIGURES);
        double sum = 0;
        for (SpRow row : pareto.drawn()) {
            sum += number(fees.get(row.unit().code()), "fee");
            Asked.equalsSql(province, questions.cumulative(pareto.until(row)), sum / whole);
        }
    }

    @Test
    void aBranchManagerIsAnsweredForTheOwnBranchOnly() throws Exception {
        Map<String, Object> branch = province.rows(
                        "SELECT city_en, branch_en, SUM(fee) AS fee, SUM(arrears) AS arrears FROM f_sp_user"
                                + " JOIN d_area_leaf USING (k_leaf) JOIN d_area USING (k_area) JOIN d_sp_code USING (k_sp_code)"
                                + " WHERE k_month = 201003 AND company_code = ? GROUP BY ALL ORDER BY fee DESC, branch_en",
                        company)
                .getFirst();
        PortalUser manager =
                CiProvince.user("[Area].[Managed].[%s].[%s]".formatted(branch.get("city_en"), branch.get("branch_en")));
        SpAnomalyBoard board = load(manager, Traffic.MT);
        SpAnomalyQuestions questions = new SpAnomalyQuestions(board.of(), Asked.WORDS, Asked.FIGURES);
        SpAnomalyCards cards = new SpAnomalyCards(board, Asked.WORDS, Asked.FIGURES);
        Map<String, Double> own = Map.of("Fee", number(branch, "fee"), "Arrears fee", number(branch, "arrears"));
        for (Line line : cards.levelLines()) {
            if (own.containsKey(line.measure())) {
                assertThat(Asked.answer(province, manager, questions.value(line).orElseThrow()))
                        .isCloseTo(own.get(line.measure()), org.assertj.core.api.Assertions.within(0.005));
            }
        }
        assertThat(questions.value(cards.reactions().getFirst()))
                .as("complaints belong to no area")
                .isEmpty();
        SpAnomalyBoard whole = load(CiProvince.user(), Traffic.MT);
        SpUsers.User stranger = whole.users().users().stream()
                .filter(user -> board.users().find(user.number()).isEmpty())
                .findFirst()
                .orElseThrow();
        NumberQuestion ofStranger = new SpAnomalyQuestions(whole.of(), Asked.WORDS, Asked.FIGURES)
                .user(whole.users(), stranger, SpUsers.Figure.FEE);
        assertThat(Asked.explain(province, manager, ofStranger).number())
                .as("a user of another branch")
                .isEmpty();
        Asked.answer(
                province,
                manager,
                questions.user(board.users(), board.users().users().getFirst(), SpUsers.Figure.FEE));
        SpTrendQuestions trend =
                SpTrendQuestions.of(board.of().unit(), board.of().month(), Asked.WORDS, Asked.FIGURES);
        assertThat(Asked.answer(province, manager, trend.all(SpKpi.FEE).getFirst()))
                .isCloseTo(number(branch, "fee"), org.assertj.core.api.Assertions.within(0.005));
        NumberQuestion cell = new SpAnomalyQuestions(
                        load(CiProvince.user(), Traffic.MT).of(), Asked.WORDS, Asked.FIGURES)
                .largest(load(CiProvince.user(), Traffic.MT).heat(), Traffic.MT)
                .getFirst();
        assertThat(Asked.explain(province, manager, cell).number())
                .as("a cell of the map of day and hour asked by somebody who sees none")
                .isEmpty();
    }

    /** Sums of the company by month; empty for a measure that is none. */
    private static Map<Integer, Double> months(String measure) throws Exception {
        Map<Integer, Double> months = new HashMap<>();
        boolean users = measure.equals(SpKpi.USERS.measure());
        String column = SUMS.get(measure);
        if (users || column != null) {
            boolean billed = users || measure.equals("Fee") || measure.equals("Arrears fee");
            for (Map<String, Object> row : province.rows(
                    "SELECT k_month AS month, " + (users ? "COUNT(DISTINCT k_customer)" : "SUM(" + column + ")")
                            + " AS n FROM " + (billed ? "f_sp_user" : "f_sp_hour")
                            + " JOIN d_sp_code USING (k_sp_code) WHERE company_code = ? GROUP BY ALL",
                    company)) {
                if (row.get("n") != null) {
                    months.put(((Number) row.get("month")).intValue(), number(row, "n"));
                }
            }
        }
        return months;
    }

    /** Of the six months before March 2010. */
    private static double median(Map<Integer, Double> months) {
        double[] values = Stream.of(200909, 200910, 200911, 200912, 201001, 201002)
                .filter(months::containsKey)
                .mapToDouble(months::get)
                .sorted()
                .toArray();
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private static double number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).doubleValue();
    }

    private static SpBoard board(PortalUser user) {
        return ((BoardResult.Loaded<SpBoard>)
                        new SpPresenter(province.cubes(), user, Locale.ENGLISH, province.asOf()).load(SpState.DEFAULT))
                .board();
    }

    private static SpAnomalyBoard load(PortalUser user, Traffic traffic) {
        return load(user, company, traffic);
    }

    private static SpAnomalyBoard load(PortalUser user, String company, Traffic traffic) {
        BoardResult<SpAnomalyBoard> result = new SpAnomalyPresenter(
                        province.cubes(), user, Locale.ENGLISH, province.asOf())
                .load(new SpAnomalyState(new SpCompanyState(null, company, null), null, traffic));
        assertThat(result).isInstanceOf(BoardResult.Loaded.class);
        return ((BoardResult.Loaded<SpAnomalyBoard>) result).board();
    }
}

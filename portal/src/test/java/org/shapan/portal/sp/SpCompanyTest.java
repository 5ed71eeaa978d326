package org.shapan.portal.sp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shapan.insight.State;
import org.shapan.insight.sp.SpFigure;
import org.shapan.insight.sp.SpFinding;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.explain.Asked;
import org.shapan.portal.explain.NumberQuestion;

/** The page of a company over the smallest province, against plain SQL and the board of all companies. */
class SpCompanyTest {
    private static CiProvince province;
    private static SpBoard all;

    @BeforeAll
    static void open() throws Exception {
        province = CiProvince.get();
        all = ((BoardResult.Loaded<SpBoard>)
                        new SpPresenter(province.cubes(), CiProvince.user(), Locale.ENGLISH, province.asOf())
                                .load(SpState.DEFAULT))
                .board();
    }

    @Test
    void theWorstCompanyIsJudgedAsOnTheBoard() throws Exception {
        for (SpRow row : all.companies().subList(0, 3)) {
            SpCompanyBoard board = load(CiProvince.user(), company(row));

            assertThat(board.verdict()).isEqualTo(row.verdict());
            assertThat(board.judged().orElseThrow().code().id())
                    .isEqualTo(row.verdict().code());
            assertThat(board.unit().value(SpKpi.FEE, board.month())).isEqualTo(row.value(SpKpi.FEE));
            assertThat(board.rules())
                    .containsAll(row.verdict().findings().stream()
                            .map(finding -> finding.rule().id())
                            .toList());
        }
    }

    @Test
    void feesOfServicesEqualPlainSql() throws Exception {
        SpRow row = all.companies().getFirst();
        String code = row.unit().code();
        SpCompanyBoard board = load(CiProvince.user(), company(row));
        Map<String, Double> fees = new HashMap<>();
        province.rows(
                        "SELECT s.code, SUM(u.fee) AS fee FROM f_sp_user u JOIN d_sp_code s USING (k_sp_code)"
                                + " WHERE k_month = 201003 AND company_code = ? GROUP BY s.code",
                        code)
                .forEach(each -> fees.put((String) each.get("code"), ((Number) each.get("fee")).doubleValue()));

        assertThat(board.codes()).hasSize(fees.size());
        for (SpCodeRow service : board.codes()) {
            assertThat(service.fee().orElseThrow())
                    .isCloseTo(fees.get(service.unit().code()), within(0.005));
        }
        assertThat(board.codes().stream()
                        .mapToDouble(each -> each.share().orElse(0))
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void everyNumberIsExplainedAndFeesEqualPlainSql() throws Exception {
        Map<String, Double> fees = new HashMap<>();
        province.rows("SELECT s.code, SUM(u.fee) AS fee FROM f_sp_user u JOIN d_sp_code s USING (k_sp_code)"
                        + " WHERE k_month = 201003 GROUP BY s.code")
                .forEach(each -> fees.put((String) each.get("code"), ((Number) each.get("fee")).doubleValue()));
        Set<String> rules = new HashSet<>();
        for (SpRow row : all.companies()) {
            SpCompanyBoard board = load(CiProvince.user(), company(row));
            SpCompanyQuestions questions = new SpCompanyQuestions(board, Asked.WORDS, Asked.FIGURES);
            for (SpKpi kpi : SpKpi.values()) {
                if (board.unit().value(kpi, board.month()).isPresent()) {
                    Asked.answer(province, CiProvince.user(), questions.value(kpi));
                }
            }
            for (SpFinding finding : board.verdict().findings()) {
                rules.add(finding.rule().id());
                Asked.answer(
                        province,
                        CiProvince.user(),
                        questions.rule(finding, false).orElseThrow());
                Asked.answer(
                        province,
                        CiProvince.user(),
                        questions.rule(finding, true).orElseThrow());
            }
            double whole = board.codes().stream()
                    .mapToDouble(code -> fees.get(code.unit().code()))
                    .sum();
            for (SpCodeRow code : board.codes()) {
                double fee = fees.get(code.unit().code());
                Asked.equalsSql(
                        province,
                        questions
                                .service(code, SpCompanyCards.ServiceColumn.FEE)
                                .orElseThrow(),
                        fee);
                Asked.equalsSql(
                        province,
                        questions
                                .service(code, SpCompanyCards.ServiceColumn.SHARE)
                                .orElseThrow(),
                        fee / whole);
                for (SpCompanyCards.ServiceColumn column : SpCompanyCards.ServiceColumn.values()) {
                    Optional<NumberQuestion> question = questions.service(code, column);
                    if (question.isPresent()) {
                        Asked.answer(province, CiProvince.user(), question.get());
                    }
                }
            }
            for (boolean line : new boolean[] {false, true}) {
                for (SpKpi kpi : Arrays.asList(SpKpi.MO, SpKpi.MT, null)) {
                    Optional<NumberQuestion> question = questions.balance(kpi, line);
                    if (question.isPresent()) {
                        Asked.answer(province, CiProvince.user(), question.get());
                    }
                }
            }
            for (SpKpi kpi : List.of(SpKpi.FEE, SpKpi.USERS, SpKpi.MO, SpKpi.MT)) {
                Optional<NumberQuestion> question = questions.level(kpi, State.NONE);
                if (question.isPresent()) {
                    Asked.answer(province, CiProvince.user(), question.get());
                }
            }
            Optional<SpCodeRow> judged = board.judged()
                    .filter(code -> code.code()
                            .value(SpFigure.MALICIOUS_SHARE, board.month())
                            .isPresent());
            if (judged.isPresent()) {
                Asked.answer(province, CiProvince.user(), questions.malicious(judged.get()));
            }
        }
        assertThat(rules).hasSizeGreaterThan(6);
    }

    @Test
    void whatRulesMeasuredEqualsPlainSql() throws Exception {
        Map<String, Map<Integer, Map<String, Object>>> months = new HashMap<>();
        for (Map<String, Object> row : province.rows(
                "SELECT c.code, u.k_month, u.fee, u.users, u.silent, h.mo, h.mt, h.night FROM d_sp_code c JOIN (SELECT k_sp_code, k_month,"
                        + " SUM(fee) AS fee, COUNT(DISTINCT k_customer) AS users, COUNT(DISTINCT CASE WHEN fee > 0 AND mo = 0 THEN"
                        + " k_customer END) / COUNT(DISTINCT k_customer) AS silent FROM f_sp_user GROUP BY ALL) u USING (k_sp_code)"
                        + " LEFT JOIN (SELECT k_sp_code, k_month, SUM(mo) AS mo, SUM(mt) AS mt, SUM(CASE WHEN k_hour <= 5 THEN mo + mt"
                        + " ELSE 0 END) / NULLIF(SUM(mo + mt), 0) AS night FROM f_sp_hour GROUP BY ALL) h"
                        + " ON h.k_sp_code = c.k_sp_code AND h.k_month = u.k_month")) {
            months.computeIfAbsent((String) row.get("code"), code -> new HashMap<>())
                    .put(((Number) row.get("k_month")).intValue(), row);
        }
        Map<String, String> changes = Map.of("01", "fee", "02", "users", "03", "mo", "05", "mt");
        Set<String> compared = new HashSet<>();
        for (SpRow row : all.companies()) {
            SpCompanyBoard board = load(CiProvince.user(), company(row));
            SpCompanyQuestions questions = new SpCompanyQuestions(board, Asked.WORDS, Asked.FIGURES);
            for (SpFinding finding : board.verdict().findings()) {
                String rule = finding.rule().number();
                Map<Integer, Map<String, Object>> own =
                        months.get(board.judged().orElseThrow().unit().code());
                Map<String, Object> march = own.get(201003);
                Double expected =
                        switch (rule) {
                            case "01", "02", "03", "05" ->
                                number(march, changes.get(rule)) / median(own, changes.get(rule)) - 1;
                            case "04" -> number(march, "mt") / number(march, "mo");
                            case "06" -> number(march, "night");
                            case "12" -> number(march, "silent");
                            default -> null;
                        };
                if (expected != null) {
                    Asked.equalsSql(province, questions.rule(finding, false).orElseThrow(), expected);
                    compared.add(rule);
                }
                if (changes.containsKey(rule)) {
                    Asked.equalsSql(
                            province, questions.rule(finding, true).orElseThrow(), median(own, changes.get(rule)));
                }
            }
        }
        assertThat(compared).contains("01", "04", "06", "12");
    }

    private static double number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).doubleValue();
    }

    /** Of the six months before March 2010. */
    private static double median(Map<Integer, Map<String, Object>> months, String column) {
        double[] values = IntStream.of(200909, 200910, 200911, 200912, 201001, 201002)
                .mapToObj(months::get)
                .filter(row -> row != null && row.get(column) != null)
                .mapToDouble(row -> number(row, column))
                .sorted()
                .toArray();
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    @Test
    void aServiceIsShownByItself() throws Exception {
        SpCompanyState company = company(all.companies().getFirst());
        SpCodeRow service = load(CiProvince.user(), company).codes().getLast();

        SpCompanyBoard board = load(
                CiProvince.user(),
                company.with(company.company(), service.unit().code()));

        assertThat(board.verdict()).isEqualTo(service.verdict());
        assertThat(board.unit().value(SpKpi.FEE, board.month())).isEqualTo(service.fee());
        assertThat(presenter(CiProvince.user()).load(company.with(company.company(), "nothing")))
                .isInstanceOf(BoardResult.NotVisible.class);
        assertThat(presenter(CiProvince.user()).load(new SpCompanyState(null, "[x]} ON 0", null)))
                .isEqualTo(new BoardResult.NotVisible<>(""));
        assertThat(presenter(CiProvince.user()).load(company.withPeriod("199901")))
                .isEqualTo(new BoardResult.NoPeriod<>("199901"));
    }

    @Test
    void aBranchManagerSeesTheFeesOfTheOwnBranchOnly() throws Exception {
        SpRow row = all.companies().getFirst();
        Map<String, Object> branch = province.rows(
                        "SELECT city_en, branch_en, SUM(fee) AS fee FROM f_sp_user JOIN d_area_leaf USING (k_leaf) JOIN d_area USING"
                                + " (k_area) JOIN d_sp_code USING (k_sp_code) WHERE k_month = 201003 AND company_code = ?"
                                + " GROUP BY ALL ORDER BY fee DESC, branch_en",
                        row.unit().code())
                .getFirst();
        PortalUser manager =
                CiProvince.user("[Area].[Managed].[%s].[%s]".formatted(branch.get("city_en"), branch.get("branch_en")));

        SpCompanyBoard board = load(manager, company(row));

        assertThat(board.unit().value(SpKpi.FEE, board.month()).orElseThrow())
                .isCloseTo(((Number) branch.get("fee")).doubleValue(), within(0.005))
                .isLessThan(row.value(SpKpi.FEE).orElseThrow());
        assertThat(board.codes().stream()
                        .mapToDouble(each -> each.fee().orElse(0))
                        .sum())
                .isCloseTo(((Number) branch.get("fee")).doubleValue(), within(0.005));
        NumberQuestion question = new SpCompanyQuestions(board, Asked.WORDS, Asked.FIGURES).value(SpKpi.FEE);
        assertThat(Asked.answer(province, manager, question))
                .isCloseTo(((Number) branch.get("fee")).doubleValue(), within(0.005));
    }

    @Test
    void theLinkSaysWhatIsShown() {
        SpCompanyState state = new SpCompanyState("201002", "SMS", "SP0001", "9000101");
        Map<String, List<String>> again = new HashMap<>();
        state.parameters().forEach((name, value) -> again.put(name, List.of(value)));

        assertThat(SpCompanyState.parse(again)).isEqualTo(state);
    }

    private static SpCompanyState company(SpRow row) {
        return new SpCompanyState(null, row.unit().code(), null);
    }

    private static SpCompanyPresenter presenter(PortalUser user) {
        return new SpCompanyPresenter(province.cubes(), user, Locale.ENGLISH, province.asOf());
    }

    private static SpCompanyBoard load(PortalUser user, SpCompanyState state) {
        BoardResult<SpCompanyBoard> result = presenter(user).load(state);
        assertThat(result).isInstanceOf(BoardResult.Loaded.class);
        return ((BoardResult.Loaded<SpCompanyBoard>) result).board();
    }
}

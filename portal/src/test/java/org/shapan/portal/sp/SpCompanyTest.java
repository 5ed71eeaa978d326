package org.shapan.portal.sp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

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
import org.shapan.portal.sp.SpAnomalyState.Traffic;

/** The rapid analysis over the smallest province, against the board of all companies and plain SQL. */
class SpAnomalyTest {
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
    void withoutAnInputTheCompanyThatStandsOutMostIsShown() {
        SpAnomalyBoard board = load(CiProvince.user(), SpCompanyState.DEFAULT, Traffic.MT);
        SpRow worst = all.companies().getFirst();

        assertThat(board.of().verdict().score()).isEqualTo(worst.verdict().score());
        assertThat(board.of().verdict().state()).isEqualTo(worst.verdict().state());
        List<SpChoice> companies = board.of().choices().stream()
                .filter(choice -> choice.code() == null)
                .toList();
        assertThat(companies.stream().map(SpChoice::score).toList())
                .as("companies of one state by score")
                .startsWith(worst.verdict().score());
        assertThat(companies.getFirst().company()).isEqualTo(board.of().company());
        assertThat(board.of().choices().stream().filter(choice -> choice.code() != null))
                .as("codes can be asked for, too")
                .hasSizeGreaterThan(companies.size());
    }

    @Test
    void everyCellByDayAndHourEqualsPlainSql() throws Exception {
        String company = all.companies().getFirst().unit().code();
        for (Traffic traffic : Traffic.values()) {
            String column = traffic.name().toLowerCase(Locale.ROOT);
            double[][] cells = new double[24][31];
            province.rows(
                            "SELECT day(d.day) AS day, f.k_hour AS hour, SUM(f." + column + ") AS n FROM f_sp_hour f"
                                    + " JOIN d_day d USING (k_day) JOIN d_sp_code s USING (k_sp_code)"
                                    + " WHERE d.k_month = 201003 AND company_code = ? GROUP BY ALL",
                            company)
                    .forEach(each ->
                            cells[((Number) each.get("hour")).intValue()][((Number) each.get("day")).intValue() - 1] =
                                    ((Number) each.get("n")).doubleValue());

            HeatMap heat = load(CiProvince.user(), of(company), traffic).heat();

            assertThat(heat.cells()).as(column).hasNumberOfRows(24);
            for (int hour = 0; hour < cells.length; hour++) {
                assertThat(heat.cells()[hour]).as(column + " " + hour).containsExactly(cells[hour], within(0.005));
            }
            assertThat(heat.total()).isPositive();
        }
    }

    @Test
    void whatUsersHaveInCommonEqualsPlainSql() throws Exception {
        SpAnomalyBoard board =
                load(CiProvince.user(), of(all.companies().getFirst().unit().code()), Traffic.MT);
        Map<Object, Object> sql = new HashMap<>();
        province.rows(
                        "SELECT attribute_en, excess FROM f_sp_convergence JOIN d_sp_attribute USING (k_attribute)"
                                + " JOIN d_sp_code USING (k_sp_code) WHERE k_month = 201003 AND code = ?",
                        board.of().judged().orElseThrow().unit().code())
                .forEach(each -> sql.put(each.get("attribute_en"), each.get("excess")));

        assertThat(board.likenesses()).hasSize(sql.size());
        for (Likeness likeness : board.likenesses()) {
            assertThat(likeness.excess())
                    .isCloseTo(((Number) sql.get(likeness.attribute())).doubleValue(), within(1e-12));
            Asked.answer(
                    province,
                    CiProvince.user(),
                    new SpCompanyQuestions(board.of(), Asked.WORDS, Asked.FIGURES)
                            .likeness(likeness, false)
                            .orElseThrow());
        }
    }

    @Test
    void usersAreThoseBilledAndTheirFeesAddUp() throws Exception {
        SpRow row = all.companies().getFirst();
        SpAnomalyBoard board = load(CiProvince.user(), of(row.unit().code()), Traffic.MT);
        Map<String, Object> sql = province.rows(
                        "SELECT count(DISTINCT k_customer) AS users, sum(u.fee) AS fee, sum(u.mt) AS mt FROM f_sp_user u"
                                + " JOIN d_sp_code USING (k_sp_code) WHERE k_month = 201003 AND company_code = ?",
                        row.unit().code())
                .getFirst();

        assertThat(board.users().complete()).isTrue();
        assertThat(board.users().users()).hasSize(((Number) sql.get("users")).intValue());
        assertThat(board.users().users().stream().mapToDouble(SpUsers.User::fee).sum())
                .isCloseTo(((Number) sql.get("fee")).doubleValue(), within(0.005));
        assertThat(board.users().users().stream().mapToDouble(SpUsers.User::mt).sum())
                .isEqualTo(((Number) sql.get("mt")).doubleValue());
        assertThat(board.users().users().stream().map(SpUsers.User::mt).toList())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void aLineNarrowsCompaniesServicesAndScore() throws Exception {
        String line = all.companies().getFirst().lines().getFirst();
        SpBoard ofLine = ((BoardResult.Loaded<SpBoard>)
                        new SpPresenter(province.cubes(), CiProvince.user(), Locale.ENGLISH, province.asOf())
                                .load(SpState.DEFAULT.withLine(line)))
                .board();

        SpCompanyBoard board = load(CiProvince.user(), SpCompanyState.DEFAULT.withLine(line), Traffic.MT)
                .of();

        assertThat(board.verdict().score())
                .isEqualTo(ofLine.companies().getFirst().verdict().score());
        assertThat(board.codes())
                .isNotEmpty()
                .allMatch(code -> code.code().line().equals(line));
        assertThat(presenter(CiProvince.user()).load(state(SpCompanyState.DEFAULT.withLine("no line"), Traffic.MT)))
                .isEqualTo(new BoardResult.NotVisible<>(""));
    }

    @Test
    void aBranchManagerSeesUsersAndFeesOfTheOwnBranchOnly() throws Exception {
        SpRow row = all.companies().getFirst();
        Map<String, Object> branch = province.rows(
                        "SELECT city_en, branch_en, SUM(fee) AS fee, count(DISTINCT k_customer) AS users FROM f_sp_user"
                                + " JOIN d_area_leaf USING (k_leaf) JOIN d_area USING (k_area) JOIN d_sp_code USING (k_sp_code)"
                                + " WHERE k_month = 201003 AND company_code = ? GROUP BY ALL ORDER BY fee DESC, branch_en",
                        row.unit().code())
                .getFirst();
        PortalUser manager =
                CiProvince.user("[Area].[Managed].[%s].[%s]".formatted(branch.get("city_en"), branch.get("branch_en")));

        SpAnomalyBoard board = load(manager, of(row.unit().code()), Traffic.MT);

        assertThat(board.users().users()).hasSize(((Number) branch.get("users")).intValue());
        assertThat(board.users().users().stream().mapToDouble(SpUsers.User::fee).sum())
                .isCloseTo(((Number) branch.get("fee")).doubleValue(), within(0.005))
                .isLessThan(row.value(SpKpi.FEE).orElseThrow());
        assertThat(board.heat().total()).as("traffic belongs to no area").isZero();
        assertThat(board.fees().total()).isZero();
    }

    @Test
    void theLinkSaysWhatIsShown() {
        SpAnomalyState state =
                new SpAnomalyState(new SpCompanyState("201002", "SMS", "SP0001", "9000101"), "04", Traffic.FEE);
        Map<String, List<String>> again = new HashMap<>();
        state.parameters().forEach((name, value) -> again.put(name, List.of(value)));

        assertThat(SpAnomalyState.parse(again)).isEqualTo(state);
        assertThat(SpAnomalyState.parse(Map.of()).parameters()).isEmpty();
    }

    private static SpCompanyState of(String company) {
        return new SpCompanyState(null, company, null);
    }

    private static SpAnomalyState state(SpCompanyState asked, Traffic traffic) {
        return new SpAnomalyState(asked, null, traffic);
    }

    private static SpAnomalyPresenter presenter(PortalUser user) {
        return new SpAnomalyPresenter(province.cubes(), user, Locale.ENGLISH, province.asOf());
    }

    private static SpAnomalyBoard load(PortalUser user, SpCompanyState asked, Traffic traffic) {
        BoardResult<SpAnomalyBoard> result = presenter(user).load(state(asked, traffic));
        assertThat(result).isInstanceOf(BoardResult.Loaded.class);
        return ((BoardResult.Loaded<SpAnomalyBoard>) result).board();
    }
}

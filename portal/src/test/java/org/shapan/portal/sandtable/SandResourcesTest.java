package org.shapan.portal.sandtable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shapan.insight.UnitLevel;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.explain.Asked;
import org.shapan.portal.explain.NumberQuestion;

/** The resources of the sand table over the smallest province, against plain SQL. */
class SandResourcesTest {
    private static final String COMPANY = "[Area].[Managed].[Company]";
    private static final String BRANCH = "[Area].[Managed].[Zhuhai].[Xiangzhou]";
    private static final YearMonth MARCH = YearMonth.of(2010, 3);

    private static CiProvince province;

    @BeforeAll
    static void open() throws Exception {
        province = CiProvince.get();
    }

    @Test
    void theYearOfTheCompanyEqualsPlainSql() throws Exception {
        SandResources resources = load(CiProvince.user(), COMPANY, true, MARCH);

        equal(
                resources.budget(),
                "SELECT sum(budget) AS v FROM f_campaign_plan WHERE k_month BETWEEN 201001 AND 201003");
        equal(
                resources.contactsPlanned(),
                "SELECT sum(planned_contacts) AS v FROM f_campaign_plan WHERE k_month BETWEEN 201001 AND 201003");
        equal(
                resources.spent(),
                "SELECT sum(cost) AS v FROM f_campaign_contact WHERE k_day // 100 BETWEEN 201001 AND 201003");
        equal(
                resources.orders(),
                "SELECT sum(orders) AS v FROM f_campaign_contact WHERE k_day // 100 BETWEEN 201001 AND 201003");
    }

    @Test
    void theLastDayAndItsMeanEqualPlainSql() throws Exception {
        for (Map.Entry<String, String> area :
                Map.of(COMPANY, "true", BRANCH, "branch_en = 'Xiangzhou'").entrySet()) {
            SandResources.FrontLine front = load(CiProvince.user(), area.getKey(), false, MARCH)
                    .frontLine()
                    .orElseThrow();
            String from = " FROM f_channel_day f LEFT JOIN d_area a ON a.k_area = f.k_area WHERE k_month = 201003 AND "
                    + area.getValue();

            assertThat(front.day()).isEqualTo(LocalDate.of(2010, 3, 31));
            equal(OptionalDouble.of(front.newNumbers()), "SELECT sum(new_nums) AS v" + from + " AND k_day = 20100331");
            equal(OptionalDouble.of(front.meanNewNumbers()), "SELECT sum(new_nums) / 31 AS v" + from);
            equal(OptionalDouble.of(front.meanTransactions()), "SELECT sum(transactions) / 31 AS v" + from);
        }
    }

    @Test
    void aBranchManagerSeesWhatTheOwnBranchSpendsAndNoBudget() throws Exception {
        SandResources resources = load(CiProvince.user(BRANCH), BRANCH, false, MARCH);

        assertThat(resources.budget()).isEmpty();
        assertThat(load(CiProvince.user(BRANCH), BRANCH, true, MARCH).budget())
                .as("whatever is said of the area")
                .isEmpty();
        equal(
                resources.spent(),
                "SELECT sum(cost) AS v FROM f_campaign_contact JOIN d_area_leaf USING (k_leaf) JOIN d_area USING (k_area)"
                        + " WHERE k_day // 100 BETWEEN 201001 AND 201003 AND branch_en = 'Xiangzhou'");
        assertThat(new SandResourcePresenter(province.cubes(), CiProvince.user(BRANCH), Locale.ENGLISH)
                        .load("[Area].[Managed].[Zhuhai].[Doumen]", false, MARCH))
                .as("another branch")
                .isEqualTo(new BoardResult.NotVisible<>(""));
    }

    @Test
    void everyNumberIsExplainedByWhatPlainSqlGives() throws Exception {
        SandUnit company = new SandUnit(COMPANY, "Company", UnitLevel.COMPANY, null);
        List<NumberQuestion> asked = asked(load(CiProvince.user(), COMPANY, true, MARCH), company);
        String plan = " FROM f_campaign_plan WHERE k_month BETWEEN 201001 AND 201003";
        String done = " FROM f_campaign_contact WHERE k_day // 100 BETWEEN 201001 AND 201003";
        String days = " FROM f_channel_day WHERE k_month = 201003";
        List<String> sql = new ArrayList<>();
        for (String[] pair :
                new String[][] {{"cost", "budget"}, {"reached", "planned_contacts"}, {"orders", "planned_orders"}}) {
            sql.add("SELECT sum(" + pair[0] + ")" + done);
            sql.add("SELECT sum(" + pair[1] + ")" + plan);
            sql.add("SELECT (SELECT sum(" + pair[0] + ")" + done + ") / (SELECT sum(" + pair[1] + ")" + plan + ")");
        }
        for (String column : List.of("new_nums", "transactions")) {
            sql.add("SELECT sum(" + column + ")" + days + " AND k_day = 20100331");
            sql.add("SELECT sum(" + column + ") / 31" + days);
        }

        assertThat(asked).hasSameSizeAs(sql);
        for (int i = 0; i < sql.size(); i++) {
            Asked.equalsSql(province, asked.get(i), number(sql.get(i)));
        }
    }

    @Test
    void aBranchManagerIsExplainedTheOwnBranchOnly() throws Exception {
        SandUnit own = new SandUnit(BRANCH, "Xiangzhou", UnitLevel.BRANCH, null);
        PortalUser manager = CiProvince.user(BRANCH);
        List<NumberQuestion> asked = asked(load(manager, BRANCH, false, MARCH), own);

        assertThat(asked).hasSize(7);
        for (NumberQuestion question : asked) {
            Asked.staysIn(province, manager, question, "Xiangzhou");
            Asked.isRefused(province, CiProvince.user("[Area].[Managed].[Zhuhai].[Doumen]"), question);
        }
    }

    private static List<NumberQuestion> asked(SandResources resources, SandUnit area) {
        return new ResourceCard(resources, area, MARCH, Asked.WORDS, Asked.FIGURES)
                .asked()
                .questions();
    }

    private static double number(String sql) throws Exception {
        return ((Number) province.rows(sql).getFirst().values().iterator().next()).doubleValue();
    }

    private static void equal(OptionalDouble value, String sql) throws Exception {
        double expected = ((Number) province.rows(sql).getFirst().get("v")).doubleValue();
        assertThat(expected).as(sql).isPositive();
        assertThat(value.orElseThrow()).as(sql).isCloseTo(expected, within(0.01));
    }

    private static SandResources load(PortalUser user, String area, boolean company, YearMonth month) {
        BoardResult<SandResources> result =
                new SandResourcePresenter(province.cubes(), user, Locale.ENGLISH).load(area, company, month);
        assertThat(result).isInstanceOf(BoardResult.Loaded.class);
        return ((BoardResult.Loaded<SandResources>) result).board();
    }
}

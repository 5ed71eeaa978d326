package org.shapan.portal.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.olap4j.OlapConnection;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.insight.cube.Members;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.customer.CustomerQuestions.Figure;
import org.shapan.portal.explain.Asked;
import org.shapan.portal.explain.Explanation;
import org.shapan.portal.explain.NumberQuestion;

/** What the numbers of customers ask, over the smallest province: plain SQL says what they are, and no number of a customer is written whole. */
class CustomerQuestionsTest {
    private static final YearMonth MARCH = YearMonth.of(2010, 3);
    private static final String BRANCH = "[Area].[Managed].[Zhuhai].[Xiangzhou]";
    private static final String OTHER = "[Area].[Managed].[Zhuhai].[Doumen]";
    private static final String AREA = BRANCH + ".[Gongbei]";

    private static CiProvince province;

    @BeforeAll
    static void open() throws Exception {
        province = CiProvince.get();
    }

    @Test
    void everyFigureOfACustomerEqualsPlainSql() throws Exception {
        CustomerList list = list(CiProvince.user());
        CustomerQuestions questions = questions(list);
        Map<String, Map<Integer, Double>> billed = new HashMap<>();
        Map<String, Double> tenure = new HashMap<>();
        for (Map<String, Object> row : province.rows(
                "SELECT k_customer, k_month, fee, tenure_months FROM f_sub_detail JOIN d_area_leaf USING (k_leaf)"
                        + " JOIN d_area USING (k_area) WHERE k_month BETWEEN 200912 AND 201003 AND area_en = 'Gongbei'"
                        + " ORDER BY k_month")) {
            String number = row.get("k_customer").toString();
            billed.computeIfAbsent(number, key -> new HashMap<>())
                    .put(((Number) row.get("k_month")).intValue(), ((Number) row.get("fee")).doubleValue());
            tenure.put(number, ((Number) row.get("tenure_months")).doubleValue());
        }

        for (Customer customer : list.explaining().subList(0, 4)) {
            Map<Integer, Double> months = billed.get(customer.number().whole());
            double actual = months.getOrDefault(201003, 0.0);
            double expected = (months.getOrDefault(200912, 0.0)
                            + months.getOrDefault(201001, 0.0)
                            + months.getOrDefault(201002, 0.0))
                    / 3;
            Asked.equalsSql(province, questions.figure(customer, Figure.ACTUAL, "x"), actual);
            Asked.equalsSql(province, questions.figure(customer, Figure.EXPECTED, "x"), expected);
            Asked.equalsSql(province, questions.figure(customer, Figure.DIFFERENCE, "x"), actual - expected);
            Asked.equalsSql(
                    province,
                    questions.figure(customer, Figure.TENURE, "x"),
                    tenure.get(customer.number().whole()));
        }
    }

    @Test
    void theExpectationIsShownWithTheMonthsItIsMadeOf() throws Exception {
        CustomerList list = list(CiProvince.user());
        Explanation explanation = Asked.explain(
                province,
                CiProvince.user(),
                questions(list).figure(list.explaining().getFirst(), Figure.DIFFERENCE, "x"));

        assertThat(explanation.cells())
                .extracting(Explanation.UsedCell::name)
                .containsExactly("201003", "201002", "201001", "200912");
        assertThat(explanation.place()).hasSize(2);
        assertThat(explanation.loads().loads().getFirst().rows())
                .isGreaterThan(list.customers().size());
    }

    @Test
    void noNumberOfACustomerStandsInAnythingThatIsShown() throws Exception {
        CustomerList list = list(CiProvince.user());
        Customer customer = list.explaining().getFirst();
        for (Figure figure : Figure.values()) {
            NumberQuestion question = questions(list).figure(customer, figure, "x");
            Explanation explanation = Asked.explain(province, CiProvince.user(), question);
            String whole = customer.number().whole();

            assertThat(question.name()).contains(customer.number().masked());
            assertThat(question.mdx()).contains("DRILLTHROUGH SELECT").doesNotContain(whole);
            assertThat(question + " " + explanation).doesNotContain(whole);
        }
    }

    @Test
    void sumsAreThoseOfTheRows() throws Exception {
        CustomerList list = list(CiProvince.user());
        CustomerQuestions questions = questions(list);
        double sum = 0;
        for (CustomerList.Together reason : list.byReason()) {
            sum += Asked.answer(province, CiProvince.user(), questions.together(reason.reason(), "x", 1, false));
            Asked.answer(province, CiProvince.user(), questions.together(reason.reason(), "x", 1234.5, true));
        }
        assertThat(sum).isCloseTo(list.difference(), within(1e-6));
        assertThat(Asked.answer(province, CiProvince.user(), questions.explained("x")))
                .isGreaterThanOrEqualTo(CustomerList.ENOUGH);
        assertThat(Asked.answer(province, CiProvince.user(), questions.count("x")))
                .isEqualTo(list.explaining().size());
    }

    @Test
    void aBranchManagerIsAnsweredForTheOwnBranchAndRefusedInAnother() throws Exception {
        PortalUser manager = CiProvince.user(BRANCH);
        CustomerList list = list(manager);
        NumberQuestion question = questions(list).figure(list.explaining().getFirst(), Figure.DIFFERENCE, "x");

        Asked.staysIn(province, manager, question, "Xiangzhou");
        Asked.isRefused(province, CiProvince.user(OTHER), question);
    }

    private static CustomerQuestions questions(CustomerList list) {
        return new CustomerQuestions(list, "pivot?x", Asked.WORDS, Asked.FIGURES);
    }

    private static CustomerList list(PortalUser user) throws Exception {
        try (OlapConnection connection = province.cubes().connect(user, Locale.ENGLISH)) {
            return CustomerSource.read(
                    connection,
                    Members.find(
                                    connection.getOlapSchema().getCubes().get(CustomerSource.CUBE),
                                    AreaUnit.HIERARCHY,
                                    AREA)
                            .orElseThrow(),
                    MARCH);
        }
    }
}

package org.shapan.portal.channel;

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
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.NumberQuestion;

/** The saving simulator: reckoned by hand, and over the smallest province against plain SQL. */
class SavingTest {
    private static final String BRANCH = "[Area].[Managed].[Zhuhai].[Xiangzhou]";
    private static final String OTHER = "[Area].[Managed].[Zhuhai].[Doumen]";
    private static final String HALL = "Own business hall";
    private static final String SMS = "SMS hall";
    private static final SavingState DEFAULT = SavingState.parse(Map.of());

    private static final String OF_XIANGZHOU = "SELECT coalesce(sum(tx_eligible), 0) AS n FROM f_channel_day f"
            + " JOIN d_channel USING (k_channel) JOIN d_channel_type USING (k_channel_type)"
            + " JOIN d_area a ON a.k_area = f.k_area JOIN d_business_type USING (k_business_type)"
            + " WHERE k_month = 201003 AND type_en = ? AND branch_en = 'Xiangzhou' AND ";

    private static CiProvince province;

    @BeforeAll
    static void open() throws Exception {
        province = CiProvince.get();
    }

    @Test
    void transactionsTimesTheDifferenceOfUnitCosts() {
        Saving.Type hall = new Saving.Type("hall", "[hall]", "Hall", false, 28);
        Saving.Type sms = new Saving.Type("sms", "[sms]", "SMS", true, 0.13);
        Saving.Type phone = new Saving.Type("phone", "[phone]", "Phone", true, 2);
        Saving.Type shop = new Saving.Type("shop", "[shop]", "Shop", false, 0.05);
        Saving.Business query = new Saving.Business(
                "query", "[query]", "Query", Map.of("hall", 1000.0), Map.of("hall", 9000.0, "sms", 5.0));
        Saving.Business order = new Saving.Business(
                "order",
                "[order]",
                "Order",
                Map.of("hall", 200.0, "shop", 50.0),
                Map.of("hall", 900.0, "phone", 7.0, "shop", 50.0));
        Saving saving = new Saving(List.of(hall, sms, phone, shop), List.of(query, order));
        List<Saving.Business> both = saving.asked(null);

        assertThat(saving.moved(both, hall, sms, 0.2))
                .as("no SMS hall takes orders")
                .isEqualTo(200);
        assertThat(saving.saved(both, hall, sms, 0.2)).isCloseTo(200 * 27.87, within(1e-9));
        assertThat(saving.saved(both, hall, phone, 0.5)).isEqualTo(100 * 26.0);
        assertThat(saving.saved(saving.asked("order"), shop, phone, 1))
                .as("costs more")
                .isEqualTo(50 * -1.95);
        assertThat(saving.targets(saving.asked("query"), hall)).containsExactly(sms);
        assertThat(saving.best(saving.asked("order"), hall))
                .as("an electronic one, though the shop is cheaper")
                .contains(phone);
        assertThat(saving.origin(both)).contains(hall);
    }

    @Test
    void unitCostsAndTransactionsEqualPlainSql() throws Exception {
        SavingBoard board = load(CiProvince.user(), new SavingState(null, BRANCH, null, HALL, SMS, 35));
        Map<String, Double> costs = costs("true");
        double eligible = eligible(HALL, SMS);

        assertThat(board.saving().types()).isNotEmpty();
        for (Saving.Type type : board.saving().types()) {
            assertThat(type.unitCost()).as(type.name()).isCloseTo(costs.get(type.name()), within(1e-6));
        }
        Saving.Type hall = board.from().orElseThrow();
        Saving.Type sms = board.to().orElseThrow();
        double expected = 0.35 * eligible;
        assertThat(expected).isPositive();
        assertThat(board.saving().moved(board.asked(), hall, sms, board.share()))
                .isCloseTo(expected, within(1e-6));
        assertThat(board.saving().saved(board.asked(), hall, sms, board.share()))
                .isCloseTo(expected * (costs.get(HALL) - costs.get(SMS)), within(1e-3));
    }

    @Test
    void everyNumberIsExplainedByWhatPlainSqlGives() throws Exception {
        SavingBoard board = load(CiProvince.user(), new SavingState(null, BRANCH, null, HALL, SMS, 35));
        Saving.Type hall = board.from().orElseThrow();
        Saving.Type sms = board.to().orElseThrow();
        SavingText text = new SavingText(board, Asked.WORDS, Asked.FIGURES);
        Map<String, Double> costs = costs("true");
        double moved = 0.35 * eligible(HALL, SMS);
        double saved = moved * (costs.get(HALL) - costs.get(SMS));

        AskedText asked = new AskedText();
        text.answer(hall, sms, asked);
        List<Double> sql = List.of(moved, saved, moved, costs.get(HALL), costs.get(SMS), saved);
        for (int i = 0; i < sql.size(); i++) {
            Asked.equalsSql(province, asked.questions().get(i), sql.get(i));
        }
        for (Saving.Type to : board.saving().targets(board.asked(), hall)) {
            double there = 0.35 * eligible(HALL, to.name());
            Asked.equalsSql(province, target(text, hall, to, 1), costs.get(to.name()));
            Asked.equalsSql(province, target(text, hall, to, 3), there);
            Asked.equalsSql(province, target(text, hall, to, 4), there * (costs.get(HALL) - costs.get(to.name())));
            if (UnitCostReference.of(to.name()).isPresent()) {
                Asked.equalsSql(province, target(text, hall, to, 2), costs.get(to.name()));
            }
        }
        for (Saving.Business business : board.saving().businesses()) {
            double here = business.here().getOrDefault(HALL, 0.0);
            if (here > 0) {
                Asked.equalsSql(province, business(text, business, hall, sms, 1), eligible(business.name()));
            }
            if (here > 0 && business.isHandledBy(sms)) {
                Asked.equalsSql(
                        province,
                        business(text, business, hall, sms, 2),
                        0.35 * eligible(business.name()) * (costs.get(HALL) - costs.get(SMS)));
            }
        }
    }

    @Test
    void aBranchManagerIsExplainedTheOwnBranchOnly() throws Exception {
        PortalUser manager = CiProvince.user(BRANCH);
        SavingBoard board = load(manager, DEFAULT);
        Saving.Type from = board.from().orElseThrow();
        Saving.Type to = board.to().orElseThrow();
        SavingText text = new SavingText(board, Asked.WORDS, Asked.FIGURES);
        AskedText asked = new AskedText();
        text.answer(from, to, asked);
        for (NumberQuestion question : asked.questions()) {
            Asked.staysIn(province, manager, question, "Xiangzhou");
            Asked.isRefused(province, CiProvince.user(OTHER), question);
        }
        Asked.equalsSql(
                province,
                target(text, from, to, 1),
                costs("branch_en = 'Xiangzhou'").get(to.name()));
    }

    private static NumberQuestion target(SavingText text, Saving.Type from, Saving.Type to, int column) {
        return text.target(from, to, column).orElseThrow();
    }

    private static NumberQuestion business(
            SavingText text, Saving.Business business, Saving.Type from, Saving.Type to, int column) {
        return text.business(business, from, to, column).orElseThrow();
    }

    /** Unit costs of March by channel type, of the areas that a condition selects. */
    private static Map<String, Double> costs(String areas) throws Exception {
        String of = " JOIN d_channel USING (k_channel) JOIN d_channel_type USING (k_channel_type)"
                + " LEFT JOIN d_area a ON a.k_area = f.k_area WHERE k_month = 201003 AND " + areas + " GROUP BY 1";
        Map<String, Double> costs = new HashMap<>();
        province.rows("SELECT type_en, c.cost / t.transactions AS cost FROM (SELECT type_en,"
                        + " sum(depreciation + maintenance + marketing) AS cost FROM f_channel_cost f" + of + ") c"
                        + " JOIN (SELECT type_en, sum(transactions) AS transactions FROM f_channel_day f" + of + ") t"
                        + " USING (type_en)")
                .forEach(row -> costs.put((String) row.get("type_en"), ((Number) row.get("cost")).doubleValue()));
        return costs;
    }

    /** Transactions of Xiangzhou in March that go from one channel type to another. */
    private static double eligible(String from, String to) throws Exception {
        return number(
                OF_XIANGZHOU
                        + "k_business_type IN (SELECT k_business_type FROM f_channel_day JOIN d_channel USING (k_channel)"
                        + " JOIN d_channel_type USING (k_channel_type)"
                        + " WHERE k_month = 201003 AND type_en = ? AND tx_eligible > 0)",
                from,
                to);
    }

    /** Those of a business type in own halls. */
    private static double eligible(String business) throws Exception {
        return number(OF_XIANGZHOU + "business_en = ?", HALL, business);
    }

    private static double number(String sql, Object... parameters) throws Exception {
        return ((Number) province.rows(sql, parameters).getFirst().get("n")).doubleValue();
    }

    @Test
    void unaskedTheLargestSavingByAnElectronicChannelIsShown() {
        SavingBoard board = load(CiProvince.user(), DEFAULT);
        double shown = board.saving()
                .saved(board.asked(), board.from().orElseThrow(), board.to().orElseThrow(), 1);

        assertThat(board.to().orElseThrow().electronic()).isTrue();
        for (Saving.Type from : board.saving().types()) {
            for (Saving.Type to : board.saving().targets(board.asked(), from)) {
                if (to.electronic()) {
                    assertThat(board.saving().saved(board.asked(), from, to, 1)).isLessThanOrEqualTo(shown);
                }
            }
        }
    }

    @Test
    void aBranchManagerMovesTheTransactionsOfTheOwnBranchOnly() throws Exception {
        SavingBoard board = load(CiProvince.user(BRANCH), DEFAULT.withFrom(HALL));
        double own = board.asked().stream()
                .mapToDouble(business -> business.here().getOrDefault(HALL, 0.0))
                .sum();
        Map<String, Object> sql = province.rows(
                        "SELECT sum(tx_eligible) AS n FROM f_channel_day f JOIN d_channel USING (k_channel)"
                                + " JOIN d_channel_type USING (k_channel_type) JOIN d_area a ON a.k_area = f.k_area"
                                + " WHERE k_month = 201003 AND type_en = ? AND branch_en = 'Xiangzhou'",
                        HALL)
                .getFirst();

        assertThat(own).isEqualTo(((Number) sql.get("n")).doubleValue()).isPositive();
        assertThat(board.saving().businesses())
                .allMatch(business -> business.anywhere().equals(business.here()));
        assertThat(presenter(CiProvince.user(BRANCH)).load(DEFAULT.withArea(OTHER)))
                .isInstanceOf(BoardResult.NotVisible.class);
    }

    @Test
    void whatDoesNotExistIsNotShown() {
        for (SavingState wrong :
                List.of(DEFAULT.withFrom("[x]} ON 0"), DEFAULT.withTo("nothing"), DEFAULT.withBusiness("nothing"))) {
            assertThat(presenter(CiProvince.user()).load(wrong)).isInstanceOf(BoardResult.NotVisible.class);
        }
        assertThat(presenter(CiProvince.user()).load(DEFAULT.withPeriod("199901")))
                .isEqualTo(new BoardResult.NoPeriod<>("199901"));
    }

    @Test
    void theLinkSaysWhatIsSimulated() {
        SavingState state = new SavingState("201002", BRANCH, "Balance query", HALL, SMS, 35);
        Map<String, List<String>> again = new HashMap<>();
        state.parameters().forEach((name, value) -> again.put(name, List.of(value)));

        assertThat(SavingState.parse(again)).isEqualTo(state);
        assertThat(DEFAULT.parameters()).isEmpty();
        for (String none : List.of("0", "101", "-3", "x")) {
            assertThat(SavingState.parse(Map.of("share", List.of(none))).share())
                    .isEqualTo(SavingState.SHARE);
        }
    }

    private static SavingPresenter presenter(PortalUser user) {
        return new SavingPresenter(province.cubes(), user, Locale.ENGLISH, province.asOf());
    }

    private static SavingBoard load(PortalUser user, SavingState state) {
        BoardResult<SavingBoard> result = presenter(user).load(state);
        assertThat(result).isInstanceOf(BoardResult.Loaded.class);
        return ((BoardResult.Loaded<SavingBoard>) result).board();
    }
}

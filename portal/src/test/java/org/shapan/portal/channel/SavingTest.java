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

/** The saving simulator: reckoned by hand, and over the smallest province against plain SQL. */
class SavingTest {
    private static final String BRANCH = "[Area].[Managed].[Zhuhai].[Xiangzhou]";
    private static final String OTHER = "[Area].[Managed].[Zhuhai].[Doumen]";
    private static final String HALL = "Own business hall";
    private static final String SMS = "SMS hall";
    private static final SavingState DEFAULT = SavingState.parse(Map.of());

    private static CiProvince province;

    @BeforeAll
    static void open() throws Exception {
        province = CiProvince.get();
    }

    @Test
    void transactionsTimesTheDifferenceOfUnitCosts() {
        Saving.Type hall = new Saving.Type("hall", "Hall", false, 28);
        Saving.Type sms = new Saving.Type("sms", "SMS", true, 0.13);
        Saving.Type phone = new Saving.Type("phone", "Phone", true, 2);
        Saving.Type shop = new Saving.Type("shop", "Shop", false, 0.05);
        Saving.Business query =
                new Saving.Business("query", "Query", Map.of("hall", 1000.0), Map.of("hall", 9000.0, "sms", 5.0));
        Saving.Business order = new Saving.Business(
                "order",
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
        Map<String, Double> costs = new HashMap<>();
        province.rows("SELECT type_en, c.cost / t.transactions AS cost FROM"
                        + " (SELECT type_en, sum(depreciation + maintenance + marketing) AS cost FROM f_channel_cost"
                        + " JOIN d_channel USING (k_channel) JOIN d_channel_type USING (k_channel_type) WHERE k_month = 201003 GROUP BY 1) c"
                        + " JOIN (SELECT type_en, sum(transactions) AS transactions FROM f_channel_day"
                        + " JOIN d_channel USING (k_channel) JOIN d_channel_type USING (k_channel_type) WHERE k_month = 201003 GROUP BY 1) t"
                        + " USING (type_en)")
                .forEach(row -> costs.put((String) row.get("type_en"), ((Number) row.get("cost")).doubleValue()));
        Map<String, Object> moved = province.rows(
                        "SELECT sum(tx_eligible) AS n FROM f_channel_day f JOIN d_channel USING (k_channel)"
                                + " JOIN d_channel_type USING (k_channel_type) JOIN d_area a ON a.k_area = f.k_area"
                                + " JOIN d_business_type USING (k_business_type)"
                                + " WHERE k_month = 201003 AND type_en = ? AND branch_en = 'Xiangzhou' AND k_business_type IN"
                                + " (SELECT k_business_type FROM f_channel_day JOIN d_channel USING (k_channel)"
                                + " JOIN d_channel_type USING (k_channel_type)"
                                + " WHERE k_month = 201003 AND type_en = ? AND tx_eligible > 0)",
                        HALL,
                        SMS)
                .getFirst();

        assertThat(board.saving().types()).isNotEmpty();
        for (Saving.Type type : board.saving().types()) {
            assertThat(type.unitCost()).as(type.name()).isCloseTo(costs.get(type.name()), within(1e-6));
        }
        Saving.Type hall = board.from().orElseThrow();
        Saving.Type sms = board.to().orElseThrow();
        double expected = 0.35 * ((Number) moved.get("n")).doubleValue();
        assertThat(expected).isPositive();
        assertThat(board.saving().moved(board.asked(), hall, sms, board.share()))
                .isCloseTo(expected, within(1e-6));
        assertThat(board.saving().saved(board.asked(), hall, sms, board.share()))
                .isCloseTo(expected * (costs.get(HALL) - costs.get(SMS)), within(1e-3));
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

package org.shapan.warehouse.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.feed.Profile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is planted at channels, against the same province without it. */
class ChannelStoriesTest {

    @TempDir
    static Path directory;

    private static Extracts extracts;
    private static JsonNode truths;

    @BeforeAll
    static void generate() throws Exception {
        for (boolean clean : new boolean[] {false, true}) {
            Path out = directory.resolve(clean ? "clean" : "planted");
            Generator.generate(
                    new GeneratorOptions(Profile.CI, GeneratorOptions.DEFAULT_SEED, out, clean, 2), Progress.NONE);
        }
        extracts = new Extracts(directory.resolve("planted"));
        extracts.open("clean_", directory.resolve("clean"));
        truths = JsonMapper.shared()
                .readTree(directory.resolve("planted").resolve(GroundTruth.FILE).toFile());
    }

    @AfterAll
    static void close() throws SQLException {
        extracts.close();
    }

    private static JsonNode truth(String id) {
        for (JsonNode truth : truths) {
            if (truth.get("id").asString().equals(id)) {
                return truth;
            }
        }
        throw new AssertionError("no truth " + id);
    }

    /** Condition on a column of months: the anomaly's own. */
    private static String during(String id, String month) {
        return " %s BETWEEN %d AND %d "
                .formatted(
                        month,
                        truth(id).get("startPeriod").asInt(),
                        truth(id).get("endPeriod").asInt());
    }

    private static String key(String id) {
        return "'" + truth(id).get("entityKey").asString() + "'";
    }

    private static double against(String sum, String feed, String condition) throws SQLException {
        String sql = "SELECT coalesce(sum(" + sum + "), 0) FROM %s" + feed + " WHERE " + condition;
        return extracts.number(sql.formatted("")) / extracts.number(sql.formatted("clean_"));
    }

    @Test
    void aChannelInTroubleActivatesFarFewer() throws Exception {
        double share = against(
                "new_nums",
                "chan_day",
                "channel = " + key("P03-1") + " AND " + during("P03-1", "year(day) * 100 + month(day)"));

        assertThat(share).isBetween(0.05, 0.55);
        assertThat(extracts.number("SELECT avg(stock) FROM chan_stock WHERE channel = " + key("P03-1") + " AND "
                        + during("P03-1", "year(day) * 100 + month(day)")))
                .as("its stock has run out")
                .isLessThan(extracts.number("SELECT stock_threshold FROM dim_channel WHERE channel = " + key("P03-1")));
    }

    @Test
    void keptNumbersPayJustEnoughForThreeMonthsAndFallSilent() throws Exception {
        String numbers = "("
                + String.join(
                        ", ",
                        truth("P04-1").get("customers").values().stream()
                                .map(JsonNode::asString)
                                .toList()) + ")";

        assertThat(extracts.number("SELECT count(*) FROM cust_month WHERE tenure_months <= 2 AND number IN " + numbers
                        + " AND fee NOT BETWEEN 20 AND 23"))
                .isZero();
        assertThat(extracts.number("SELECT coalesce(max(fee), 0) FROM cust_month WHERE tenure_months > 2 AND number IN "
                        + numbers))
                .isZero();
        assertThat(extracts.number("SELECT max(counterparts) FROM number_use JOIN cust_month USING (month, number)"
                        + " WHERE tenure_months <= 2 AND number IN " + numbers))
                .isLessThanOrEqualTo(3);
        assertThat(extracts.number("SELECT count(*) FROM clean_cust_month WHERE number IN " + numbers))
                .isZero();
    }

    @Test
    void divertedNumbersLiveInAnotherBranch() throws Exception {
        String numbers = "("
                + String.join(
                        ", ",
                        truth("P05-1").get("customers").values().stream()
                                .map(JsonNode::asString)
                                .toList()) + ")";

        assertThat(extracts.rows(
                        "SELECT DISTINCT branch FROM number_use u JOIN dim_area a ON a.area = u.main_area JOIN cust_month USING (month, number)"
                                + " WHERE tenure_months = 0 AND number IN " + numbers
                                + " GROUP BY branch HAVING count(*) > 2"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(extracts.rows(
                        "SELECT branch FROM dim_channel JOIN dim_area USING (area) WHERE channel = " + key("P05-1")));
    }

    @Test
    void spCardsAreBilledForSpsOnly() throws Exception {
        String numbers = "("
                + String.join(
                        ", ",
                        truth("P11-1").get("customers").values().stream()
                                .map(JsonNode::asString)
                                .toList()) + ")";

        assertThat(extracts.number(
                        "SELECT min(s.fee / c.fee) FROM cust_month c JOIN (SELECT month, number, sum(fee) AS fee FROM sp_user"
                                + " GROUP BY ALL) s USING (month, number) WHERE number IN " + numbers))
                .isGreaterThan(0.7);
    }

    @Test
    void aWeakHallLosesAThirdAndARefitAll() throws Exception {
        String month = "year(day) * 100 + month(day)";

        assertThat(against("transactions", "chan_day", "channel = " + key("P16-1") + " AND " + during("P16-1", month)))
                .isBetween(0.55, 0.75);
        assertThat(against("transactions", "chan_day", "channel = " + key("D05-1") + " AND " + during("D05-1", month)))
                .isLessThan(0.02);
    }

    @Test
    void fewNumbersAreKeptEverywhereAndFewerAsYearsGo() throws Exception {
        String share =
                "SELECT avg((counterparts BETWEEN 1 AND 3 AND main_share >= 0.9 AND recharge_channel IS NOT NULL)::INT)"
                        + " FROM clean_number_use WHERE month BETWEEN %d AND %d";

        assertThat(extracts.number(share.formatted(200801, 200806))).isBetween(0.004, 0.03);
        assertThat(extracts.number(share.formatted(200910, 201003)))
                .isLessThan(extracts.number(share.formatted(200801, 200806)) / 2);
    }
}

package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.warehouse.star.CiWarehouse;
import tools.jackson.databind.json.JsonMapper;

/** C07 against plain SQL: the contacts as delivered, the bills of their customers. */
class CampaignsCubeTest {

    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    /** Sums of contacts and the ratios made of them, by any key. */
    private static final String CONTACTS = """
            sum(targets) AS "Targets", count(DISTINCT k_target) AS "Distinct targets", sum(controls) AS "Control group",
            sum(reached) AS "Contacted", count(DISTINCT k_contacted) AS "Distinct contacted", sum(orders) AS "Campaign orders",
            sum(targets - reached) AS "Not reached", sum(reached - orders) AS "Reached without order",
            sum(cost_contact + cost_gift + cost_discount + cost_labour) AS "Campaign cost",
            sum(reached) / nullif(sum(targets), 0) AS "Contact rate", sum(orders) / nullif(sum(reached), 0) AS "Success rate",
            sum(orders) / nullif(sum(targets), 0) AS "Target conversion", sum(cost) / nullif(sum(orders), 0) AS "Cost per order",
            10000 * (sum(opt_outs) + sum(complaints)) / nullif(sum(reached), 0) AS "Opt-outs and complaints per 10,000",
            sum(reached) / nullif(count(DISTINCT k_contacted), 0) AS "Contact repetition"
            """;

    /** Bills and minutes of participants and control group of every contact, from the customers' months. */
    private static final String EFFECT = """
            WITH contact AS (
              SELECT p.*, strftime(make_date(p.k_month // 100, p.k_month % 100, 1) + INTERVAL 3 MONTH, '%Y%m')::INT AS known,
                strftime(make_date(p.k_month // 100, p.k_month % 100, 1) - INTERVAL 3 MONTH, '%Y%m')::INT AS since
              FROM f_campaign_contact p
              JOIN f_sub_detail s ON s.k_customer = p.k_customer AND s.k_month = p.k_month AND s.is_end
              WHERE (orders = 1 OR controls = 1) AND p.k_month BETWEEN 200804 AND 200912
            ), minute AS (SELECT k_month, k_customer, sum(minutes) AS minutes FROM f_rev_detail GROUP BY ALL
            ), side AS (
              SELECT c.k_wave, c.k_customer, c.orders, s.k_month > c.k_month AS later, s.fee, coalesce(m.minutes, 0) AS minutes
              FROM contact c
              JOIN f_sub_detail s ON s.k_customer = c.k_customer AND s.k_month BETWEEN c.since AND c.known AND s.k_month <> c.k_month
              LEFT JOIN minute m ON m.k_customer = s.k_customer AND m.k_month = s.k_month
            ), arpu AS (
              SELECT k_wave,
                avg(fee) FILTER (later AND orders = 1) - avg(fee) FILTER (NOT later AND orders = 1)
                  - avg(fee) FILTER (later AND orders = 0) + avg(fee) FILTER (NOT later AND orders = 0) AS arpu_lift,
                avg(minutes) FILTER (later AND orders = 1) - avg(minutes) FILTER (NOT later AND orders = 1)
                  - avg(minutes) FILTER (later AND orders = 0) + avg(minutes) FILTER (NOT later AND orders = 0) AS mou_lift,
                avg(fee) FILTER (NOT later AND orders = 1) AS arpu
              FROM side GROUP BY ALL
            ), churn AS (
              SELECT c.k_wave, count(*) FILTER (orders = 1) AS participants,
                avg((e.k_customer IS NULL)::INT) FILTER (orders = 0) - avg((e.k_customer IS NULL)::INT) FILTER (orders = 1) AS churn_improvement
              FROM contact c
              LEFT JOIN f_sub_detail e ON e.k_customer = c.k_customer AND e.k_month = c.known AND e.is_end
              GROUP BY ALL
            ), spent AS (SELECT k_wave, sum(cost) AS cost FROM f_campaign_contact GROUP BY ALL)
            SELECT w.wave_en, a.*, h.*, s.cost FROM d_wave w JOIN arpu a USING (k_wave) JOIN churn h USING (k_wave) JOIN spent s USING (k_wave)
            """;

    private static ServedTelecom cubes;

    @BeforeAll
    static void serveTheCatalog(@TempDir Path temporary) throws IOException {
        cubes = new ServedTelecom(WAREHOUSE, temporary);
    }

    private static Map<String, Double> sql(String sql) {
        Map<String, Double> cells = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(sql)) {
            row.forEach((column, value) -> {
                if (!column.equals("label")) {
                    ServedTelecom.put(cells, row.get("label") + "|" + column, value);
                }
            });
        }
        return cells;
    }

    private static String measures(Map<String, Double> cells) {
        return cells.keySet().stream()
                .map(key -> "[Measures].[" + key.substring(key.lastIndexOf('|') + 1) + "]")
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
    }

    @Test
    void contactsOrdersAndCostsByBrand() {
        Map<String, Double> expected = sql(
                "SELECT brand_en AS label, " + CONTACTS
                        + " FROM f_campaign_contact JOIN d_brand USING (k_brand) WHERE k_month BETWEEN 200907 AND 200909 GROUP BY ALL");

        ServedTelecom.agree(
                cubes.query("SELECT {" + measures(expected) + "} ON COLUMNS, [Brand].[Brand].Members ON ROWS "
                        + "FROM [Campaigns] WHERE ([Time].[Calendar].[2009].[Q3])"),
                expected);
    }

    @Test
    void theFeedOfContactsIsWhatTheCubeShowsByResultAndType() {
        Map<String, Double> expected = sql("""
                SELECT result_en || '|' || type_en AS label, count(*) FILTER (k_result > 0) AS "Targets", count(*) FILTER (k_result = 0) AS "Control group"
                FROM f_campaign_contact JOIN d_contact_result USING (k_result) JOIN d_campaign_type USING (k_campaign_type) GROUP BY ALL""");

        ServedTelecom.agree(
                cubes.query("SELECT {[Measures].[Targets], [Measures].[Control group]} ON COLUMNS, NON EMPTY "
                        + "CrossJoin([Contact result].[Contact result].Members, [Campaign type].[Campaign type].Members) "
                        + "ON ROWS FROM [Campaigns]"),
                expected);
        assertThat(expected.keySet()).anyMatch(cell -> cell.startsWith("Ordered|Inbound call"));
    }

    @Test
    void effectOfEveryWaveAgainstTheControlGroup() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(EFFECT)) {
            String wave = row.get("wave_en") + "|";
            if (row.get("arpu_lift") != null) {
                double lift = ((Number) row.get("arpu_lift")).doubleValue();
                double more = lift * ((Number) row.get("participants")).doubleValue() * 3;
                double cost = ((Number) row.get("cost")).doubleValue();
                ServedTelecom.put(expected, wave + "ARPU lift", lift);
                ServedTelecom.put(expected, wave + "MOU lift", row.get("mou_lift"));
                ServedTelecom.put(expected, wave + "Incremental revenue", more);
                ServedTelecom.put(expected, wave + "Input–output", more / cost);
                ServedTelecom.put(expected, wave + "Campaign ROI", (more - cost) / cost);
                ServedTelecom.put(expected, wave + "ARPU lift rate", lift / ((Number) row.get("arpu")).doubleValue());
            }
            ServedTelecom.put(expected, wave + "Churn improvement", row.get("churn_improvement"));
        }
        assertThat(expected).hasSizeGreaterThan(300);

        agreeAsDoubles(
                cubes.query(
                        "SELECT {[Measures].[ARPU lift], [Measures].[ARPU lift rate], [Measures].[MOU lift], "
                                + "[Measures].[Churn improvement], [Measures].[Incremental revenue], [Measures].[Input–output], "
                                + "[Measures].[Campaign ROI]} ON COLUMNS, NON EMPTY [Campaign].[Wave].Members ON ROWS FROM [Campaigns]"),
                expected);
    }

    /** P17: of campaigns by calls with participants enough, the one with a lift of 12 % is the best and the one without is the last. */
    @Test
    void theRankingByInputAndOutputFindsThePlantedPair() throws IOException {
        Map<String, String> planted = new TreeMap<>();
        JsonMapper.shared()
                .readTree(WAREHOUSE.delivery().resolve("ground_truth.json").toFile())
                .forEach(truth -> {
                    if (truth.get("type").asString().equals("P17")) {
                        planted.put(
                                truth.get("id").asString(),
                                truth.get("entityKey").asString());
                    }
                });
        Map<String, Object> code = new TreeMap<>();
        WAREHOUSE
                .rows("SELECT DISTINCT campaign_en, campaign_code FROM d_wave")
                .forEach(row -> code.put((String) row.get("campaign_en"), row.get("campaign_code")));

        List<Object> ranking = cubes
                .query("SELECT {[Measures].[Input–output]} ON COLUMNS, Filter([Campaign].[Campaign].Members, "
                        + "[Measures].[Participants] >= 50) ON ROWS FROM [Campaigns] WHERE "
                        + "({[Time].[Calendar].[2009].[Q2].[200906], [Time].[Calendar].[2009].[Q3], [Time].[Calendar].[2009].[Q4]}, "
                        + "[Campaign type].[Triggered].[Inbound call])")
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(cell -> code.get(cell.getKey().substring(0, cell.getKey().lastIndexOf('|'))))
                .toList();

        assertThat(ranking)
                .hasSizeGreaterThan(5)
                .startsWith(planted.get("P17-1"))
                .endsWith(planted.get("P17-2"));
    }

    /** A difference of means loses digits. */
    private static void agreeAsDoubles(Map<String, Double> found, Map<String, Double> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((cell, value) ->
                assertThat(found.get(cell)).as(cell).isCloseTo(value, org.assertj.core.api.Assertions.within(1e-7)));
    }

    @Test
    void ordersAreKeptUnlessGivenUpOrLeftWithinThreeMonths() {
        Map<String, Double> expected = sql("""
                SELECT theme_en AS label, sum(kept) AS "Orders kept", count(*) AS "Orders to keep", avg(kept) AS "Order keeping" FROM (
                  SELECT w.theme_en, (e.k_customer IS NOT NULL AND g.k_wave IS NULL)::INT AS kept
                  FROM f_campaign_contact p JOIN d_wave w USING (k_wave)
                  LEFT JOIN f_sub_detail e ON e.k_customer = p.k_customer AND e.is_end AND e.k_month = 200909
                  LEFT JOIN f_campaign_cancel g ON g.k_customer = p.k_customer AND g.k_wave = p.k_wave
                  WHERE p.orders = 1 AND p.k_month = 200906
                ) GROUP BY ALL""");

        ServedTelecom.agree(
                cubes.query(
                        "SELECT {[Measures].[Orders kept], [Measures].[Orders to keep], [Measures].[Order keeping]} "
                                + "ON COLUMNS, NON EMPTY [Campaign].[Theme].Members ON ROWS FROM [Campaigns] "
                                + "WHERE ([Time].[Calendar].[2009].[Q2].[200906])"),
                expected);
    }

    @Test
    void planAgainstWhatWasReachedWonAndSpent() {
        Map<String, Double> expected = sql("""
                SELECT campaign_en AS label, any_value(budget) AS "Campaign budget", any_value(contacts) AS "Planned contacts",
                  any_value(planned) AS "Planned orders", sum(cost) / any_value(budget) AS "Budget use",
                  sum(reached) / any_value(contacts) AS "Contacts against plan", sum(orders) / nullif(any_value(planned), 0) AS "Orders against plan"
                FROM f_campaign_contact JOIN d_wave USING (k_wave)
                JOIN (SELECT k_campaign, sum(budget) AS budget, sum(planned_contacts) AS contacts, sum(planned_orders) AS planned
                      FROM d_wave GROUP BY ALL) b USING (k_campaign)
                GROUP BY k_campaign, campaign_en""".replace("any_value(budget)", "any_value(b.budget)"));

        ServedTelecom.agree(
                cubes.query("SELECT {" + measures(expected) + "} ON COLUMNS, [Campaign].[Campaign].Members ON ROWS "
                        + "FROM [Campaigns]"),
                expected);
    }

    @Test
    void everyLevelAddsUpToTheCompany() {
        String additive =
                "{[Measures].[Targets], [Measures].[Control group], [Measures].[Contacted], [Measures].[Campaign orders], "
                        + "[Measures].[Campaign cost], [Measures].[Participants], [Measures].[Evaluated cost], [Measures].[Orders kept], "
                        + "[Measures].[Control fee after]}";
        Map<String, Double> company = cubes.query(
                "SELECT " + additive + " ON COLUMNS, {[Campaign].[All campaigns]} ON ROWS FROM [Campaigns]");
        assertThat(company).hasSize(9);
        for (String level : List.of(
                "[Campaign].[Theme]",
                "[Campaign].[Campaign]",
                "[Campaign].[Wave]",
                "[Campaign type].[Mode]",
                "[Offer].[Means]",
                "[Offer].[Offer]",
                "[Area].[Managed].[City]",
                "[Area].[Managed].[Micro area]",
                "[Area].[Managed].[Owner]",
                "[Channel].[Type].[Channel]",
                "[Brand].[Brand]",
                "[Tier].[Tier]",
                "[Response score].[Response score]",
                "[Time].[Calendar].[Month]")) {
            String hierarchy = level.substring(0, level.lastIndexOf('.'));
            Map<String, Double> sums =
                    cubes.query("WITH MEMBER " + hierarchy + ".[Sum] AS Sum(" + level + ".Members) SELECT " + additive
                            + " ON COLUMNS, {" + hierarchy + ".[Sum]} ON ROWS FROM [Campaigns]");
            ServedTelecom.agree(
                    ServedTelecom.byRow(sums).get("Sum"),
                    ServedTelecom.byRow(company).get("All campaigns"));
        }
    }

    @Test
    void planIsEmptyByArea() {
        Map<String, Double> byCity =
                cubes.query("SELECT {[Measures].[Campaign budget], [Measures].[Budget use]} ON COLUMNS, "
                        + "[Area].[Managed].[City].Members ON ROWS FROM [Campaigns]");

        assertThat(byCity).isEmpty();
    }

    @Test
    void scoresTellWhoOrdersAndChannelsShareTheOrders() {
        Map<String, Double> expected = sql("""
                SELECT score_en AS label, sum(orders) / sum(reached) / (SELECT sum(orders) / sum(reached) FROM f_campaign_contact) AS "Model lift"
                FROM f_campaign_contact JOIN d_score USING (k_score) GROUP BY ALL""");
        Map<String, Double> shares = sql("""
                SELECT type_en AS label, sum(orders) / (SELECT sum(orders) FROM f_campaign_contact) AS "Channel share of orders"
                FROM f_campaign_contact JOIN d_channel USING (k_channel) JOIN d_channel_type USING (k_channel_type) GROUP BY ALL""");

        ServedTelecom.agree(
                cubes.query(
                        "SELECT {[Measures].[Model lift]} ON COLUMNS, [Response score].[Response score].Members ON ROWS "
                                + "FROM [Campaigns]"),
                expected);
        ServedTelecom.agree(
                cubes.query("SELECT {[Measures].[Channel share of orders]} ON COLUMNS, NON EMPTY "
                        + "[Channel].[Type].[Type].Members ON ROWS FROM [Campaigns]"),
                shares);
        assertThat(expected.get("Decile 1 (best)|Model lift")).isGreaterThan(expected.get("Decile 10|Model lift"));
    }

    @Test
    void agentsWithAnOrderAmongThoseOnDuty() {
        Map<String, Double> expected = sql("""
                SELECT campaign_en AS label, sum(contributed) / sum(on_duty) AS "Agents contributing" FROM f_campaign_staff JOIN d_wave USING (k_wave) GROUP BY ALL""");

        ServedTelecom.agree(
                cubes.query(
                        "SELECT {[Measures].[Agents contributing]} ON COLUMNS, NON EMPTY [Campaign].[Campaign].Members "
                                + "ON ROWS FROM [Campaigns]"),
                expected);
    }

    @Test
    void theContestRaisesTheContactRateFromWeekToWeek() {
        Map<String, Double> days = cubes.query("SELECT {[Measures].[Contact rate]} ON COLUMNS, "
                + "{[Time].[Calendar].[2009].[Q1].[200902].Children} ON ROWS FROM [Campaigns] "
                + "WHERE ([Campaign].[Plan upgrade].[C20090201])");

        List<Double> rates = days.values().stream().toList();
        assertThat(rates).hasSizeBetween(20, 26);
        double total = cubes.query(
                        "SELECT {[Measures].[Contact rate]} ON COLUMNS, {[Campaign].[Plan upgrade].[C20090201]} "
                                + "ON ROWS FROM [Campaigns]")
                .values()
                .iterator()
                .next();
        assertThat(total).isBetween(0.19, 0.32);
    }

    @Test
    void laterWavesAimAtThoseWhoHaveNotOrderedAndNobodyHeldOutIsAddressed() {
        assertThat(WAREHOUSE.rows("""
                SELECT 1 FROM f_campaign_contact p JOIN d_wave w USING (k_wave)
                JOIN (SELECT k_campaign, wave_no, k_customer, orders, controls FROM f_campaign_contact JOIN d_wave USING (k_wave)) q
                  ON q.k_campaign = w.k_campaign AND q.k_customer = p.k_customer AND q.wave_no < w.wave_no
                WHERE q.orders = 1 OR q.controls <> p.controls LIMIT 1""")).isEmpty();
        assertThat(WAREHOUSE.rows(
                        "SELECT 1 FROM f_campaign_contact WHERE controls = 1 AND (reached = 1 OR cost > 0) LIMIT 1"))
                .isEmpty();
        assertThat(WAREHOUSE.rows("SELECT 1 FROM d_wave WHERE wave_no > 1")).isNotEmpty();
    }

    /** A person restricted to a branch sees the contacts and the effect of its customers, and nothing of plans, which have no area. */
    @Test
    void whoIsRestrictedToABranchSeesItsPartOfEveryCampaign() {
        String branch = "[Area].[Managed].[Zhuhai].[Xiangzhou]";
        ServedTelecom restricted = cubes.restrictedTo(branch);
        String query = "SELECT {[Measures].[Targets], [Measures].[Distinct targets], [Measures].[Campaign orders], "
                + "[Measures].[Campaign cost], [Measures].[Participants], [Measures].[ARPU lift]} ON COLUMNS, "
                + "NON EMPTY [Campaign].[Campaign].Members ON ROWS FROM [Campaigns]";

        Map<String, Double> seen = restricted.query(query);

        assertThat(seen).isNotEmpty();
        ServedTelecom.agree(seen, cubes.query(query + " WHERE (" + branch + ")"));
        assertThat(seen).isNotEqualTo(cubes.query(query));
        assertThat(restricted.query("SELECT {[Measures].[Campaign budget], [Measures].[Planned orders]} ON COLUMNS, "
                        + "NON EMPTY [Campaign].[Campaign].Members ON ROWS FROM [Campaigns]"))
                .isEmpty();
        assertThat(restricted.query(
                        "SELECT {[Measures].[Targets]} ON COLUMNS, NON EMPTY [Area].[Managed].[Branch].Members "
                                + "ON ROWS FROM [Campaigns]"))
                .hasSize(1);
    }
}

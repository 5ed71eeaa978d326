package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.warehouse.star.CiWarehouse;

/** Cohorts, expectations, diversion and other measures that take several facts or months, against plain SQL on the details. */
class DerivedMeasuresTest {

    private static final String MARCH = " WHERE ([Time].[Calendar].[2010].[Q1].[201003])";
    private static final String BRANDS = "[Brand].[Brand].Members";

    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    private static ServedTelecom cubes;

    @BeforeAll
    static void serveTheCatalog(@TempDir Path temporary) throws IOException {
        cubes = new ServedTelecom(WAREHOUSE, temporary);
    }

    /** Every column of the SQL but {@code member} is a measure; the cube has the same cells. */
    private static void agree(String cube, String rows, String slicer, String sql) {
        Map<String, Double> expected = new TreeMap<>();
        StringBuilder measures = new StringBuilder();
        for (Map<String, Object> row : WAREHOUSE.rows(sql)) {
            measures.setLength(0);
            row.forEach((column, value) -> {
                if (!column.equals("member")) {
                    measures.append(measures.isEmpty() ? "" : ", ").append("[Measures].[" + column + "]");
                    ServedTelecom.put(expected, row.get("member") + "|" + column, value);
                }
            });
        }
        ServedTelecom.agree(
                cubes.query("SELECT {%s} ON COLUMNS, NON EMPTY %s ON ROWS FROM [%s]%s"
                        .formatted(measures, rows, cube, slicer)),
                expected);
    }

    /** SUB-15. */
    @Test
    void threeMonthInNetFollowsTheActivated() {
        agree("Subscribers", BRANDS, MARCH, """
                SELECT brand_en AS member, count(*) AS "Activated three months before",
                       count(*) FILTER (n.is_end AND (n.fee > 0 OR NOT n.zero_call)) AS "Kept three months",
                       count(*) FILTER (n.is_end AND (n.fee > 0 OR NOT n.zero_call)) / count(*) AS "Three-month in-net rate"
                FROM f_sub_detail a JOIN d_brand b USING (k_brand)
                LEFT JOIN f_sub_detail n ON n.k_customer = a.k_customer AND n.k_month = 201003
                WHERE a.k_month = 200912 AND a.is_new GROUP BY ALL""");
    }

    /** SUB-20; bands are half open. */
    @Test
    void bandsOfArpuPartitionTheCustomers() {
        agree("Subscribers", BRANDS, MARCH, """
                SELECT brand_en AS member, count(*) AS "Closing subscribers",
                       count(*) FILTER (arpu3 < 5) AS "ARPU3 below 5", count(*) FILTER (arpu3 >= 5 AND arpu3 < 20) AS "ARPU3 5 to 20",
                       count(*) FILTER (arpu3 >= 20 AND arpu3 < 30) AS "ARPU3 20 to 30",
                       count(*) FILTER (arpu3 >= 30 AND arpu3 < 50) AS "ARPU3 30 to 50",
                       count(*) FILTER (arpu3 >= 50 AND arpu3 < 80) AS "ARPU3 50 to 80",
                       count(*) FILTER (arpu3 >= 80 AND arpu3 < 120) AS "ARPU3 80 to 120",
                       count(*) FILTER (arpu3 >= 120 AND arpu3 < 200) AS "ARPU3 120 to 200",
                       count(*) FILTER (arpu3 >= 200 AND arpu3 < 300) AS "ARPU3 200 to 300",
                       count(*) FILTER (arpu3 >= 300) AS "ARPU3 300 and more"
                FROM f_sub_detail JOIN d_brand USING (k_brand) WHERE k_month = 201003 AND is_end GROUP BY ALL""");
    }

    /** SUB-21, DAT-06, SUB-25. */
    @Test
    void usersAreSharesOfCustomers() {
        agree("Operations", BRANDS, MARCH, """
                WITH customer AS (SELECT k_brand, count(*) AS n FROM f_sub_detail WHERE k_month = 201003 AND is_end GROUP BY k_brand),
                data AS (
                  SELECT k_brand, count(DISTINCT k_customer) AS n FROM f_rev_detail WHERE k_month = 201003 AND fee_data > 0 GROUP BY k_brand),
                card AS (SELECT k_brand, count(DISTINCT k_sp_card) AS n FROM f_sp_user WHERE k_month = 201003 GROUP BY k_brand)
                SELECT brand_en AS member, data.n / customer.n AS "Data-service penetration", card.n / customer.n AS "SP card share"
                FROM customer JOIN data USING (k_brand) JOIN card USING (k_brand) JOIN d_brand USING (k_brand)""");
    }

    /** SUB-27. */
    @Test
    void newCustomersAreSharedAmongChannels() {
        agree("Subscribers", "[Channel].[Type].[Class].Members", MARCH, """
                SELECT class_en AS member, count(*) / (SELECT count(*) FROM f_sub_detail WHERE k_month = 201003 AND is_new) AS "New channel share"
                FROM f_sub_detail JOIN d_channel USING (k_channel) JOIN d_channel_type USING (k_channel_type)
                WHERE k_month = 201003 AND is_new GROUP BY ALL""");
    }

    /** SUB-28, against the contracts as delivered. */
    @Test
    void boundCustomersHaveAContract() throws SQLException {
        Map<String, Double> expected = new TreeMap<>();
        String sql = """
                SELECT brand_en, count(t.bundle), count(t.bundle) / count(*) FROM '%1$s/cust_month-201003.parquet' c
                JOIN '%1$s/dim_brand.parquet' USING (brand) LEFT JOIN '%1$s/contract-201003.parquet' t USING (number)
                WHERE is_end GROUP BY ALL""".formatted(WAREHOUSE.delivery());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                expected.put(rows.getString(1) + "|Bundled", rows.getDouble(2));
                expected.put(rows.getString(1) + "|Bundled customer share", rows.getDouble(3));
            }
        }

        assertThat(expected).hasSize(6);
        ServedTelecom.agree(
                cubes.query("SELECT {[Measures].[Bundled], [Measures].[Bundled customer share]} ON COLUMNS, " + BRANDS
                        + " ON ROWS FROM [Subscribers]" + MARCH),
                expected);
    }

    /** SUB-29. */
    @Test
    void lossOfMidAndHighEndIsThatOfTheMonthBefore() {
        agree("Subscribers", BRANDS, MARCH, """
                SELECT brand_en AS member, count(*) AS "Mid/high-end at the start",
                       count(*) FILTER (NOT coalesce(n.is_end AND n.mid_high_dyn, false)) AS "Mid/high-end lost",
                       count(*) FILTER (NOT coalesce(n.is_end AND n.mid_high_dyn, false)) / count(*) AS "Mid/high-end loss rate"
                FROM f_sub_detail b JOIN d_brand USING (k_brand)
                LEFT JOIN f_sub_detail n ON n.k_customer = b.k_customer AND n.k_month = 201003
                WHERE b.k_month = 201002 AND b.is_end AND b.mid_high_dyn GROUP BY ALL""");
    }

    /** REV-22 to REV-24 with fifteen months of history, across the Spring Festival, and with less. */
    @Test
    void movementsOfRevenueAreAgainstTheExpectation() {
        for (int month : new int[] {201003, 200904, 200806}) {
            String name = "[%d].[Q%d].[%d]".formatted(month / 100, (month % 100 + 2) / 3, month);
            agree(
                    "Revenue",
                    "[Area].[Managed].[Branch].Members",
                    " WHERE ([Time].[Calendar]." + name + ")",
                    """
                    WITH month AS (
                      SELECT k_month, k_prev_year_sf, row_number() OVER (ORDER BY k_month) AS place FROM d_month),
                    fee AS (
                      SELECT k_month, unit, k_city, sum(fee_gross)::DOUBLE AS fee
                      FROM (SELECT *, unnest([branch_en, 'city']) AS unit FROM f_rev_detail JOIN d_area_leaf USING (k_leaf) JOIN d_area USING (k_area))
                      GROUP BY ALL),
                    value AS (
                      SELECT unit, k_city, n.k_month, n.fee, place, r.fee AS ref
                      FROM fee n JOIN month m USING (k_month) LEFT JOIN fee r USING (unit, k_city)
                      WHERE r.k_month = m.k_prev_year_sf
                      UNION ALL
                      SELECT unit, k_city, n.k_month, n.fee, place, NULL
                      FROM fee n JOIN month m USING (k_month)
                      WHERE NOT EXISTS (SELECT 1 FROM fee r WHERE r.unit = n.unit AND r.k_city = n.k_city AND r.k_month = m.k_prev_year_sf)),
                    expected AS (
                      SELECT n.unit, n.k_city, n.fee, CASE WHEN n.ref IS NULL OR count(b.ref) < 3 THEN sum(b.fee) / 3
                        ELSE n.ref * sum(b.fee) / sum(b.ref) END AS expected
                      FROM value n JOIN value b ON b.unit = n.unit AND b.k_city = n.k_city AND b.place BETWEEN n.place - 3 AND n.place - 1
                      WHERE n.k_month = %d GROUP BY n.unit, n.k_city, n.fee, n.ref)
                    SELECT e.unit AS member, e.expected AS "Expected revenue", e.fee - e.expected AS "Revenue movement",
                           (e.fee - e.expected) / e.expected AS "Movement rate",
                           (e.fee - e.expected) / (c.fee - c.expected) AS "Contribution to movement"
                    FROM expected e JOIN expected c ON c.k_city = e.k_city AND c.unit = 'city' WHERE e.unit <> 'city'""".formatted(month));
        }
    }

    /** What is expected takes three months before; what takes a month has no value in longer periods. */
    @Test
    void expectationsBeginInTheFourthMonth() {
        String mdx = "SELECT {[Measures].[%s]} ON COLUMNS, NON EMPTY [Time].[Calendar].[%s].Members ON ROWS FROM [%s]";

        assertThat(cubes.query(mdx.formatted("Expected revenue", "Month", "Revenue")))
                .hasSize(24)
                .containsKey("Apr 2008|Expected revenue");
        assertThat(cubes.query(mdx.formatted("Expected new numbers", "Month", "Channel Activity")))
                .hasSize(24)
                .containsKey("Apr 2008|Expected new numbers");
        assertThat(cubes.query(mdx.formatted("Expected revenue", "Quarter", "Revenue")))
                .isEmpty();
    }

    /** CHN-04. */
    @Test
    void movementOfNewNumbersIsAgainstTheExpectation() {
        agree(
                "Channel Activity",
                "[Channel].[Type].[Class].Members",
                " WHERE ([Time].[Calendar].[2010].[Q1].[201003])",
                """
                WITH sold AS (
                  SELECT class_en, k_month, sum(new_nums)::DOUBLE AS n FROM f_channel_day JOIN d_channel USING (k_channel)
                  JOIN d_channel_type USING (k_channel_type) GROUP BY ALL),
                value AS (
                  SELECT s.class_en, s.k_month, s.n, r.n AS ref FROM sold s JOIN d_month USING (k_month)
                  JOIN sold r ON r.class_en = s.class_en AND r.k_month = k_prev_year_sf)
                SELECT class_en AS member,
                       max(n) FILTER (k_month = 201003) - max(ref) FILTER (k_month = 201003)
                         * sum(n) FILTER (k_month < 201003) / sum(ref) FILTER (k_month < 201003) AS "New-number movement"
                FROM value WHERE k_month IN (200912, 201001, 201002, 201003) GROUP BY ALL""");
    }

    /** CHN-14: transactions of the 6S classes service and incentive. */
    @Test
    void electronicChannelsTakeWhatTheyCould() {
        agree("Channel Activity", "[Channel].[Type].[Class].Members", MARCH, """
                WITH done AS (
                  SELECT y.class_en, y.class_code = 'electronic' AS is_electronic,
                         CASE WHEN t.class_en IN ('Service', 'Incentive') THEN transactions ELSE 0 END AS n
                  FROM f_channel_day JOIN d_business_type t USING (k_business_type)
                  JOIN d_channel USING (k_channel) JOIN d_channel_type y USING (k_channel_type) WHERE k_month = 201003)
                SELECT class_en AS member, sum(n) AS "Eligible transactions", sum(n * is_electronic::INT) AS "Diverted transactions",
                       sum(n * is_electronic::INT) / nullif(sum(n), 0) AS "Diversion rate"
                FROM done GROUP BY ALL""");
    }

    /** CHN-15, to half a fen per row. */
    @Test
    void savingIsTheDifferenceOfUnitCosts() {
        Map<String, Object> row = WAREHOUSE.rows("""
                WITH unit AS (
                  SELECT type_code, sum(cost) / sum(transactions) AS cost FROM (
                    SELECT k_channel, sum(depreciation + maintenance + marketing)::DOUBLE AS cost FROM f_channel_cost WHERE k_month = 201003 GROUP BY ALL)
                  JOIN (SELECT k_channel, sum(transactions) AS transactions FROM f_channel_day WHERE k_month = 201003 GROUP BY ALL) USING (k_channel)
                  JOIN d_channel USING (k_channel) JOIN d_channel_type USING (k_channel_type) GROUP BY ALL)
                SELECT sum(f.transactions * ((SELECT cost FROM unit WHERE type_code = 'own_hall') - u.cost)) AS saving, count(*) AS rows
                FROM f_channel_day f JOIN d_business_type t USING (k_business_type) JOIN d_channel USING (k_channel)
                JOIN d_channel_type y USING (k_channel_type) JOIN unit u USING (type_code)
                WHERE k_month = 201003 AND t.class_en IN ('Service', 'Incentive') AND y.class_code = 'electronic'""").getFirst();

        double saving = ((Number) row.get("saving")).doubleValue();
        assertThat(saving).isPositive();
        assertThat(cubes.query(
                                "SELECT {[Measures].[Diversion saving]} ON COLUMNS, {[Channel].[Type].[All channels]} ON ROWS"
                                        + " FROM [Channel Activity]" + MARCH)
                        .get("All channels|Diversion saving"))
                .isCloseTo(saving, within(0.005 * ((Number) row.get("rows")).doubleValue()));
    }

    /** CHN-20. */
    @Test
    void shortOutletsHadLessThanTheirThresholdInTheLastWeek() {
        agree("Channel Activity", "[Channel].[Type].[Class].Members", MARCH, """
                WITH short AS (
                  SELECT DISTINCT k_channel FROM f_channel_stock s JOIN d_channel USING (k_channel)
                  WHERE k_day BETWEEN 20100325 AND 20100331 AND s.stock < stock_threshold)
                SELECT class_en AS member, sum(open_outlet * (s.k_channel IS NOT NULL)::INT) AS "Short outlets",
                       sum(open_outlet * (s.k_channel IS NOT NULL)::INT) / nullif(sum(open_outlet), 0) AS "Stock-short share"
                FROM f_channel_cost JOIN d_channel USING (k_channel) JOIN d_channel_type USING (k_channel_type)
                LEFT JOIN short s USING (k_channel) WHERE k_month = 201003 GROUP BY ALL""");
    }

    /** GRP-10, GRP-11. */
    @Test
    void gradesOfHealthPartitionTheGroups() {
        agree("Groups", "[Area].[Managed].[City].Members", MARCH, """
                SELECT city_en AS member, count(*) AS "Groups", avg(health)::DOUBLE AS "Health score",
                       count(*) FILTER (health >= 80) AS "Healthy groups", count(*) FILTER (health >= 60 AND health < 80) AS "Sub-healthy groups",
                       count(*) FILTER (health < 60) AS "High-risk groups"
                FROM f_group JOIN d_area_leaf USING (k_leaf) JOIN d_area USING (k_area) WHERE k_month = 201003 GROUP BY ALL""");
    }

    /** STO-11: a point is worth a yuan. */
    @Test
    void pointsPerEmployeeAreARatioOfSums() {
        agree("Halls", "[Channel].[Type].[Type].Members", MARCH, """
                SELECT type_en AS member, sum(points_worth)::DOUBLE / sum(h.staff) AS "Points per employee"
                FROM f_hall_month h JOIN d_channel USING (k_channel) JOIN d_channel_type USING (k_channel_type)
                WHERE k_month = 201003 GROUP BY ALL HAVING sum(h.staff) > 0""");
    }
}

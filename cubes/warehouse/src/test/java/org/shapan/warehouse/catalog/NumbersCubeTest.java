package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.warehouse.star.CiWarehouse;

/** C08 against plain SQL on the star. */
class NumbersCubeTest {

    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    private static ServedTelecom cubes;

    @BeforeAll
    static void serveTheCatalog(@TempDir Path temporary) throws IOException {
        cubes = new ServedTelecom(WAREHOUSE, temporary);
    }

    @Test
    void aYearHasTheStockOfItsLastMonthAndTheFlowOfAll() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows("""
                SELECT class_en AS class, sum(stock) AS stock, any_value(activated) AS activated
                FROM f_channel_stock JOIN d_channel USING (k_channel) JOIN d_channel_type USING (k_channel_type)
                JOIN (SELECT y.class_en, sum(new_nums) AS activated FROM f_channel_day f JOIN d_channel USING (k_channel)
                      JOIN d_channel_type y USING (k_channel_type) WHERE k_month BETWEEN 200901 AND 200912 GROUP BY ALL) USING (class_en)
                WHERE k_day = 20091231 GROUP BY ALL""")) {
            ServedTelecom.put(expected, row.get("class") + "|Channel stock", row.get("stock"));
            ServedTelecom.put(expected, row.get("class") + "|Sold first", row.get("activated"));
        }

        Map<String, Double> found = cubes.query("WITH MEMBER [Measures].[Sold first] AS [Measures].[Activated] "
                + "SELECT {[Measures].[Channel stock], [Measures].[Sold first]} ON COLUMNS, "
                + "{[Channel].[Type].[Own outlets], [Channel].[Type].[Social channels]} ON ROWS "
                + "FROM [Numbers] WHERE ([Time].[Calendar].[2009])");

        assertThat(found.get("Own outlets|Channel stock")).isEqualTo(expected.get("Own outlets|Channel stock"));
        assertThat(found.get("Social channels|Channel stock")).isEqualTo(expected.get("Social channels|Channel stock"));
        double returning = WAREHOUSE
                .rows("SELECT count(*) AS n FROM f_number_flow f WHERE state = 'activated'"
                        + " AND k_month BETWEEN 200901 AND 200912 AND EXISTS (SELECT 1 FROM f_number_flow b"
                        + " WHERE b.k_number = f.k_number AND b.state = 'kept' AND b.k_day < f.k_day)")
                .stream()
                .mapToDouble(row -> ((Number) row.get("n")).doubleValue())
                .sum();
        double activated = found.get("Own outlets|Sold first") + found.get("Social channels|Sold first");
        double first = expected.get("Own outlets|Sold first") + expected.get("Social channels|Sold first");
        assertThat(activated - first).as("numbers activated again").isBetween(0.0, returning);
    }

    @Test
    void cohortsAreCountedWhenTheirOutcomeIsKnown() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows("""
                WITH life AS (
                    SELECT k_number, min(k_day) FILTER (state = 'sold') AS sold, min(k_day) FILTER (state = 'activated') AS activated
                    FROM f_number_flow GROUP BY ALL),
                cohort AS (
                    SELECT strptime(CAST(sold AS VARCHAR), '%Y%m%d') AS sold, strptime(CAST(activated AS VARCHAR), '%Y%m%d') AS activated
                    FROM life WHERE sold IS NOT NULL)
                SELECT strftime(sold + INTERVAL 30 DAY, '%b %Y') AS month,
                       count(*) AS sold, sum((activated <= sold + INTERVAL 30 DAY)::INT) AS activated
                FROM cohort WHERE sold + INTERVAL 30 DAY BETWEEN '2009-10-01' AND '2010-03-31' GROUP BY ALL""")) {
            double sold = ((Number) row.get("sold")).doubleValue();
            double activated = ((Number) row.get("activated")).doubleValue();
            ServedTelecom.put(expected, row.get("month") + "|Sold, 30 days over", sold);
            ServedTelecom.put(expected, row.get("month") + "|30-day activation", activated / sold);
        }

        ServedTelecom.agree(
                cubes.query(
                        "SELECT {[Measures].[Sold, 30 days over], [Measures].[30-day activation]} ON COLUMNS, "
                                + "{[Time].[Calendar].[2009].[Q4].Children, [Time].[Calendar].[2010].[Q1].Children} ON ROWS FROM [Numbers]"),
                expected);
    }

    @Test
    void threeMonthsInNetIsWhatTheCustomersSay() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows("""
                SELECT class_en AS class, count(*) AS n, avg(coalesce(m.is_end AND (NOT m.zero_call OR m.fee > 0), false)::INT) AS kept
                FROM f_sub_detail a JOIN d_channel c ON c.k_channel = a.k_channel JOIN d_channel_type USING (k_channel_type)
                LEFT JOIN f_sub_detail m ON m.k_customer = a.k_customer AND m.k_month = 201003
                WHERE a.k_month = 200912 AND a.is_new GROUP BY ALL""")) {
            ServedTelecom.put(expected, row.get("class") + "|Activated 3 months ago", row.get("n"));
            ServedTelecom.put(expected, row.get("class") + "|Three-month in-net", row.get("kept"));
        }

        ServedTelecom.agree(
                cubes.query("SELECT {[Measures].[Activated 3 months ago], [Measures].[Three-month in-net]} ON COLUMNS, "
                        + "NON EMPTY [Channel].[Type].[Class].Members ON ROWS FROM [Numbers] "
                        + "WHERE ([Time].[Calendar].[2010].[Q1].[201003])"),
                expected);
    }

    @Test
    void theCompanysStockHasNoChannel() {
        Map<String, Double> found =
                cubes.query("SELECT {[Measures].[Company stock], [Measures].[Channel stock]} ON COLUMNS, "
                        + "{[Channel].[Type].[All channels], [Channel].[Type].[Own outlets]} ON ROWS FROM [Numbers] "
                        + "WHERE ([Time].[Calendar].[2010].[Q1].[201003])");
        double inStock = ((Number) WAREHOUSE
                        .rows("SELECT sum(stock) AS n FROM f_number_company WHERE k_month = 201003")
                        .getFirst()
                        .get("n"))
                .doubleValue();

        assertThat(found.get("All channels|Company stock")).isEqualTo(inStock).isPositive();
        assertThat(found).containsKey("Own outlets|Channel stock").doesNotContainKey("Own outlets|Company stock");
    }

    @Test
    void whatWasOnceFoundStaysFoundAcrossTheYear() {
        assertThat(WAREHOUSE.rows("""
                SELECT n.k_month, n.k_customer FROM f_number_check n JOIN d_month m USING (k_month)
                JOIN f_number_check b ON b.k_customer = n.k_customer AND b.k_month = m.k_prev_month
                WHERE b.fake > n.fake OR b.sp_card > n.sp_card OR (n.tenure_months > 1 AND b.diverted <> n.diverted)""")).isEmpty();
        assertThat(WAREHOUSE.rows("SELECT 1 FROM f_number_check WHERE k_month = 201001 AND fake = 1 AND signs < 4"))
                .isNotEmpty();
    }
}

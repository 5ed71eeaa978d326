package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.warehouse.star.CiWarehouse;

/** C09 against plain SQL on the star. */
class HallsCubeTest {

    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    private static ServedTelecom cubes;

    @BeforeAll
    static void serveTheCatalog(@TempDir Path temporary) throws IOException {
        cubes = new ServedTelecom(WAREHOUSE, temporary);
    }

    @Test
    void hallEfficiencyIsARatioOfSumsOverTheYear() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows("""
                WITH points AS (
                    SELECT k_channel, sum(transactions * CASE class_code WHEN 'sales' THEN 5 WHEN 'strategic' THEN 8
                        WHEN 'incentive' THEN 4 WHEN 'retention' THEN 6 WHEN 'service' THEN 2 ELSE 3 END) AS points
                    FROM f_channel_day JOIN d_business_type USING (k_business_type) WHERE k_month // 100 = 2009 GROUP BY ALL),
                third AS (
                    SELECT k_month, k_customer, k_channel,
                           sum(fee) OVER (PARTITION BY k_customer ORDER BY tenure_months ROWS 2 PRECEDING) / 3 * 12 * 0.7 AS worth,
                           tenure_months
                    FROM f_sub_detail WHERE tenure_months <= 2 AND k_month > 200810),
                expected AS (
                    SELECT k_channel, sum(worth) AS worth FROM third WHERE tenure_months = 2 AND k_month // 100 = 2009 GROUP BY ALL)
                SELECT y.subtype_en AS hall, sum(points + worth) / sum(12) AS efficiency, sum(points + worth) / sum(12 * c.staff) AS by_staff
                FROM d_channel c JOIN d_channel_type y USING (k_channel_type) JOIN points USING (k_channel) LEFT JOIN expected USING (k_channel)
                WHERE y.class_code = 'own' GROUP BY ALL HAVING count(worth) = count(*)""")) {
            ServedTelecom.put(expected, row.get("hall") + "|Hall efficiency", row.get("efficiency"));
            ServedTelecom.put(expected, row.get("hall") + "|Staff efficiency", row.get("by_staff"));
        }

        Map<String, Double> found = cubes.query(
                "SELECT {[Measures].[Hall efficiency], [Measures].[Staff efficiency]} ON COLUMNS, "
                        + "NON EMPTY [Channel].[Type].[Sub-type].Members ON ROWS FROM [Halls] WHERE ([Time].[Calendar].[2009])");

        assertThat(expected).hasSizeGreaterThan(4);
        expected.forEach((cell, value) -> assertThat(found.get(cell)).as(cell).isCloseTo(value, within(0.05)));
    }

    @Test
    void theHoursOfTheHallsAreTheirTransactions() {
        double byHour = ((Number) WAREHOUSE
                        .rows("SELECT sum(transactions) AS n FROM f_hall_hour WHERE k_month = 201003")
                        .getFirst()
                        .get("n"))
                .doubleValue();

        assertThat(cubes.query("SELECT {[Measures].[Hall transactions]} ON COLUMNS, "
                        + "{[Time].[Calendar].[2010].[Q1].[201003]} ON ROWS FROM [Halls]"))
                .containsExactly(Map.entry("Mar 2010|Hall transactions", byHour));
    }

    @Test
    void valueIsKnownByMonthAndLoadByHour() {
        Map<String, Double> found = cubes.query(
                "SELECT {[Measures].[Customers served], [Measures].[Hall cost]} ON COLUMNS, "
                        + "NON EMPTY [Hour].[Band].Members ON ROWS FROM [Halls] WHERE ([Time].[Calendar].[2010].[Q1].[201003])");

        assertThat(found.keySet()).isNotEmpty().allMatch(cell -> cell.endsWith("|Customers served"));
    }

    @Test
    void theMostEfficientHallIsFirst() {
        Map<String, Double> found =
                cubes.query("SELECT {[Measures].[Hall efficiency], [Measures].[Efficiency rank]} ON COLUMNS, "
                        + "NON EMPTY [Channel].[Type].[Own outlets].[Own business hall].[Standard hall].Children ON ROWS FROM [Halls] "
                        + "WHERE ([Time].[Calendar].[2010].[Q1].[201003])");
        Map<String, Map<String, Double>> halls = ServedTelecom.byRow(found);

        assertThat(halls).hasSizeGreaterThan(3);
        halls.values().forEach(hall -> {
            long better = halls.values().stream()
                    .filter(other -> other.get("Hall efficiency") > hall.get("Hall efficiency"))
                    .count();
            assertThat(hall.get("Efficiency rank")).isEqualTo(better + 1);
        });
    }
}

package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.warehouse.star.CiWarehouse;
import org.shapan.warehouse.star.ReferenceQuestion;

/** Questions of domain §5.20 that take more than cells of measures: filters on another measure, days, rows and roles. */
class TelecomQuestionsTest {
    private static final String BRANCH = "[Area].[Managed].[Zhuhai].[Xiangzhou]";

    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    private static ServedTelecom cubes;

    @BeforeAll
    static void serve(@TempDir Path temporary) throws IOException {
        cubes = new ServedTelecom(WAREHOUSE, temporary);
    }

    @Test
    void q05BestChannelsOfABranchAmongThoseWithTwentyNewNumbers() {
        Map<Object, Object> captions = WAREHOUSE.rows("SELECT code, channel_en FROM d_channel").stream()
                .collect(Collectors.toMap(row -> row.get("code"), row -> row.get("channel_en")));
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q05.sql())) {
            String channel = captions.get(row.get("channel")) + "|";
            ServedTelecom.put(expected, channel + "New in 6 months", row.get("new_6m"));
            ServedTelecom.put(expected, channel + "Three-month in-net", row.get("in_net"));
            ServedTelecom.put(expected, channel + "Kept ratio", row.get("kept"));
        }

        ServedTelecom.agree(cubes.ask("q05"), expected);
    }

    @Test
    void q09TrafficOfACodeByHourAndWeekday() {
        Map<Object, Object> codes = WAREHOUSE.rows("SELECT code, code_en FROM d_sp_code").stream()
                .collect(Collectors.toMap(row -> row.get("code"), row -> row.get("code_en")));
        Map<Object, Object> hours = WAREHOUSE.rows("SELECT k_hour::INTEGER AS k_hour, hour_en FROM d_hour").stream()
                .collect(Collectors.toMap(row -> row.get("k_hour"), row -> row.get("hour_en")));
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q09.sql())) {
            Object hour = hours.get(((Number) row.get("hour")).intValue());
            String cell = codes.get(row.get("code")) + "|" + hour + "|" + row.get("weekday");
            ServedTelecom.put(expected, cell, row.get("traffic"));
        }

        assertThat(expected).hasSizeGreaterThan(24);
        ServedTelecom.agree(cubes.ask("q09"), expected);
    }

    @Test
    void q13TheRowsBehindACellSumToIt() {
        List<Map<String, Object>> rows = cubes.rows("q13");
        Map<Object, BigDecimal> found = new HashMap<>();
        rows.forEach(row -> found.merge(
                row.get("[Measures].[Revenue customers]"),
                (BigDecimal) row.get("[Measures].[Gross revenue]"),
                BigDecimal::add));
        Map<Object, BigDecimal> expected = new HashMap<>();
        WAREHOUSE
                .rows(ReferenceQuestion.Q13.sql())
                .forEach(row -> expected.put(row.get("customer"), (BigDecimal) row.get("fee")));

        found.remove(null);
        assertThat(found).isNotEmpty().isEqualTo(expected);
        double cell = cubes.query(
                        "SELECT {[Measures].[Gross revenue]} ON COLUMNS, {[Brand].[GoTone]} ON ROWS FROM [Revenue]"
                                + " WHERE ([Time].[Calendar].[2010].[Q1].[201003], " + BRANCH + ".[Gongbei])")
                .get("GoTone|Gross revenue");
        assertThat(rows.stream()
                        .map(row -> (BigDecimal) row.get("[Measures].[Gross revenue]"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .doubleValue())
                .isCloseTo(cell, within(1e-6));
    }

    @Test
    void q14ABranchUserSeesTheOwnBranchWithItsTotals() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows("""
                WITH leaf AS (
                  SELECT k_leaf, unnest(['Company', city_en, branch_en, area_en]) AS unit FROM d_area_leaf JOIN d_area USING (k_area)
                  WHERE branch_en = 'Xiangzhou'),
                revenue AS (SELECT unit, sum(fee_gross) AS fee FROM f_rev_detail JOIN leaf USING (k_leaf) WHERE k_month = 201003 GROUP BY unit)
                SELECT unit, any_value(fee) AS fee, sum(subs_end) AS subs, any_value(fee)::DOUBLE / sum(subs_avg)::DOUBLE AS arpu
                FROM f_subscriber JOIN leaf USING (k_leaf) JOIN revenue USING (unit) WHERE k_month = 201003 GROUP BY unit""")) {
            ServedTelecom.put(expected, row.get("unit") + "|Gross revenue", row.get("fee"));
            ServedTelecom.put(expected, row.get("unit") + "|Closing subscribers", row.get("subs"));
            ServedTelecom.put(expected, row.get("unit") + "|ARPU", row.get("arpu"));
        }

        Map<String, Double> seen = cubes.restrictedTo(BRANCH).ask("q14");

        assertThat(seen)
                .containsKeys("Company|ARPU", "Xiangzhou|ARPU", "Gongbei|ARPU")
                .doesNotContainKey("Doumen|ARPU");
        ServedTelecom.agree(seen, expected);
        assertThat(cubes.ask("q14")).hasSizeGreaterThan(seen.size()).containsKey("Doumen|ARPU");
    }
}

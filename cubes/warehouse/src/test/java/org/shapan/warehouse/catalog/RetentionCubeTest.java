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

/** C13 against plain SQL on the customers' months. */
class RetentionCubeTest {

    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    private static ServedTelecom cubes;

    @BeforeAll
    static void serveTheCatalog(@TempDir Path temporary) throws IOException {
        cubes = new ServedTelecom(WAREHOUSE, temporary);
    }

    @Test
    void theSnapshotIsFollowedUnderTheKeysItHad() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows("""
                SELECT brand_en AS brand, count(*) AS base, count(*) FILTER (n.is_end) AS remaining,
                       avg(coalesce(n.is_end AND n.k_tier <= b.k_tier, false)::INT) AS retention,
                       sum(coalesce(n.fee, 0)) / sum(b.fee) AS value
                FROM f_sub_detail b JOIN d_brand USING (k_brand)
                LEFT JOIN f_sub_detail n ON n.k_customer = b.k_customer AND n.k_month = 200909
                WHERE b.k_month = 200812 AND b.is_end AND b.mid_high_dyn GROUP BY ALL""")) {
            ServedTelecom.put(expected, row.get("brand") + "|Snapshot base", row.get("base"));
            ServedTelecom.put(expected, row.get("brand") + "|Remaining", row.get("remaining"));
            ServedTelecom.put(expected, row.get("brand") + "|Retention", row.get("retention"));
            ServedTelecom.put(expected, row.get("brand") + "|Value retention", row.get("value"));
        }

        ServedTelecom.agree(
                cubes.query("SELECT {[Measures].[Snapshot base], [Measures].[Remaining], [Measures].[Retention], "
                        + "[Measures].[Value retention]} ON COLUMNS, NON EMPTY [Brand].[Brand].Members ON ROWS "
                        + "FROM [Retention] WHERE ([Time].[Calendar].[2009].[Q3])"),
                expected);
    }

    @Test
    void whoLeavesIsLostInOneMonthOnly() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows("""
                SELECT count(*) AS lost FROM f_sub_detail n
                SEMI JOIN (SELECT k_customer FROM f_sub_detail WHERE k_month = 200812 AND is_end AND mid_high_dyn) b USING (k_customer)
                WHERE n.k_month BETWEEN 200901 AND 200912 AND n.is_left AND NOT n.is_end""")) {
            ServedTelecom.put(expected, "2009|Lost", row.get("lost"));
        }

        ServedTelecom.agree(
                cubes.query(
                        "SELECT {[Measures].[Lost]} ON COLUMNS, {[Time].[Calendar].[2009]} ON ROWS FROM [Retention]"),
                expected);
    }

    @Test
    void oneMovementIsYellowTwoOrLeavingAreRed() {
        assertThat(WAREHOUSE.rows("""
                SELECT * FROM f_ret_detail
                WHERE k_warning <> CASE
                  WHEN r_lost THEN 3
                  ELSE 1 + least(2, r_state::INT + r_fall::INT + r_zero::INT + r_calling::INT + r_forward::INT + r_over_net::INT + r_rival::INT)
                END""")).isEmpty();
        assertThat(WAREHOUSE.rows("SELECT DISTINCT k_warning FROM f_ret_detail"))
                .hasSize(3);
    }

    @Test
    void hitsAreCountedTwoMonthsAfterTheWarning() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows("""
                SELECT count(*) AS warned, count(*) FILTER (NOT n.remaining OR (w.in_tier AND NOT n.in_tier)) AS hit
                FROM f_ret_detail w JOIN f_ret_detail n USING (k_customer, k_snapshot)
                WHERE w.k_month = 200905 AND n.k_month = 200907 AND w.warned""")) {
            ServedTelecom.put(expected, "Jul 2009|Warned two months ago", row.get("warned"));
            ServedTelecom.put(expected, "Jul 2009|Warned and hit", row.get("hit"));
        }

        ServedTelecom.agree(
                cubes.query("SELECT {[Measures].[Warned two months ago], [Measures].[Warned and hit]} ON COLUMNS, "
                        + "{[Time].[Calendar].[2009].[Q3].[200907]} ON ROWS FROM [Retention]"),
                expected);
    }
}

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

/** C12 against plain SQL on the facts of customers and revenue. */
class GroupsCubeTest {

    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    private static ServedTelecom cubes;

    @BeforeAll
    static void serveTheCatalog(@TempDir Path temporary) throws IOException {
        cubes = new ServedTelecom(WAREHOUSE, temporary);
    }

    private static Map<String, Double> cells(String sql, String... measures) {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(sql)) {
            for (String measure : measures) {
                ServedTelecom.put(expected, row.get("member") + "|" + measure, row.get(measure));
            }
        }
        return expected;
    }

    @Test
    void membersAndRevenueOfAYearAreThoseOfItsCustomers() {
        Map<String, Double> expected = cells("""
                WITH member AS (
                  SELECT s.*, industry_en AS member FROM f_sub_detail s JOIN d_area_leaf l USING (k_leaf)
                  JOIN d_group g ON g.code = l.owner_code AND l.owner_kind = 'group' WHERE k_month BETWEEN 200901 AND 200912)
                SELECT member, count(*) FILTER (is_end AND k_month = 200912) AS "Members", sum(fee) AS "Revenue",
                       count(*) FILTER (is_start AND is_left AND NOT is_end) AS "Members left"
                FROM member GROUP BY ALL""", "Members", "Revenue", "Members left");

        ServedTelecom.agree(
                cubes.query(
                        "SELECT {[Measures].[Members], [Measures].[Revenue], [Measures].[Members left]} ON COLUMNS, "
                                + "NON EMPTY [Group].[Industry].Members ON ROWS FROM [Groups] WHERE ([Time].[Calendar].[2009])"),
                expected);
    }

    @Test
    void informatisationRevenueIsThatOfTheRevenueCube() {
        Map<String, Double> expected = cells("""
                SELECT month_en AS member, sum(fee_group) AS "Informatisation revenue"
                FROM f_rev_detail JOIN d_area_leaf USING (k_leaf) JOIN (SELECT DISTINCT k_month, month_en FROM d_day) USING (k_month)
                WHERE owner_kind = 'group' AND k_month >= 201001 GROUP BY ALL""", "Informatisation revenue");

        ServedTelecom.agree(
                cubes.query("SELECT {[Measures].[Informatisation revenue]} ON COLUMNS, "
                        + "[Time].[Calendar].[2010].[Q1].Children ON ROWS FROM [Groups]"),
                expected);
    }

    @Test
    void everyGroupHasOneHealthAndOneStabilityGradeByItsScores() {
        assertThat(WAREHOUSE.rows("""
                SELECT * FROM f_group WHERE
                  k_health <> CASE WHEN health >= 80 THEN 1 WHEN health >= 60 THEN 2 ELSE 3 END
                  OR k_stability <> CASE WHEN stability >= 70 AND risk < 30 THEN 1 WHEN stability < 40 OR risk >= 60 THEN 3 ELSE 2 END
                  OR NOT (health BETWEEN 0 AND 100 AND stability BETWEEN 0 AND 100 AND risk BETWEEN 0 AND 100)""")).isEmpty();
        Map<String, Double> found = cubes.query("SELECT {[Measures].[Groups]} ON COLUMNS, "
                + "{[Health].[All health grades], [Health].[All health grades].Children} ON ROWS "
                + "FROM [Groups] WHERE ([Time].[Calendar].[2010].[Q1].[201003])");

        assertThat(found.get("All health grades|Groups")).isEqualTo(40);
        assertThat(found.values().stream().mapToDouble(v -> v).sum()).isEqualTo(80);
    }

    /** Domain §5.13.1 by hand: 30 binding, 20 data, 20 members, 15 arrears, 15 revenue trend. */
    @Test
    void healthIsTheSumOfItsParts() {
        assertThat(WAREHOUSE.rows("""
                WITH fact AS (
                  SELECT *, row_number() OVER (PARTITION BY k_group ORDER BY k_month) AS place,
                         avg(fee) OVER (PARTITION BY k_group ORDER BY k_month ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING) AS fee_3,
                         avg(fee) OVER (PARTITION BY k_group ORDER BY k_month ROWS BETWEEN 12 PRECEDING AND 1 PRECEDING) AS fee_12
                  FROM f_group)
                SELECT k_month, k_group, health FROM fact
                WHERE members > 0 AND place > 12 AND abs(health - (
                  30 * least(1, bundled / members / 0.6)
                  + 10 * filled_fields / required_fields + 10 * valid_fields / required_fields
                  + 20 * (1 - least(1, 5 * (core_warned + ordinary_warned) / greatest(members, members_start)))
                  + 15 * list_extract([1, 0.6, 0.3, 0], 1 + least(3, arrears_cycles))
                  + 15 * least(1, greatest(0, 1 + 2 * (fee_3 / fee_12 - 1))))) > 0.001""")).isEmpty();
    }

    @Test
    void ratiosAreOfSums() {
        Map<String, Double> expected =
                cells("""
                SELECT importance_en AS member, sum(three_products) / sum(groups) AS "Penetration of three products",
                       sum(members) / sum(staff_phones) AS "Member share", avg(health) AS "Health score",
                       count(*) / count(DISTINCT k_manager) AS "Groups per manager"
                FROM f_group JOIN d_group USING (k_group) WHERE k_month = 201003 GROUP BY ALL""", "Penetration of three products", "Member share", "Health score", "Groups per manager");

        for (Map.Entry<String, Double> cell : expected.entrySet()) {
            String[] name = cell.getKey().split("\\|");
            Map<String, Double> found = cubes.query(
                    "WITH MEMBER [Group].[Chosen] AS Aggregate(Filter([Group].[Importance].Members, "
                            + "[Group].CurrentMember.Name = '" + name[0] + "')) SELECT {[Measures].[" + name[1]
                            + "]} ON COLUMNS, "
                            + "{[Group].[Chosen]} ON ROWS FROM [Groups] WHERE ([Time].[Calendar].[2010].[Q1].[201003])");
            assertThat(found.get("Chosen|" + name[1])).as(cell.getKey()).isCloseTo(cell.getValue(), within(1e-9));
        }
    }
}

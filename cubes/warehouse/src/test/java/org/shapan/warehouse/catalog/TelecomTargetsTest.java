package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.warehouse.star.CiWarehouse;
import org.shapan.warehouse.star.ReferenceQuestion;

/** Targets, effects and comparisons of the mission cubes against plain SQL (domain §5.20, Q11 to Q17). */
class TelecomTargetsTest {
    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    @TempDir
    Path temporary;

    private ServedTelecom cubes;

    @BeforeEach
    void serve() throws IOException {
        cubes = new ServedTelecom(WAREHOUSE, temporary);
    }

    @Test
    void q11CompletionAgainstTimeProgress() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q11.sql())) {
            double completion = ((Number) row.get("completion")).doubleValue();
            double progress = ((Number) row.get("time_progress")).doubleValue();
            expected.put(row.get("unit") + "|Revenue completion", completion);
            expected.put(row.get("unit") + "|Time progress", progress);
            expected.put(row.get("unit") + "|Completion vs time progress", completion - progress);
        }

        Map<String, Double> found = cubes.ask("q11");

        ServedTelecom.agree(found, expected);
        assertThat(found.get("Company|Time progress")).isCloseTo(0.5820, within(0.00005));
    }

    @Test
    void timeProgressCountsTheDaysOfTheYearThatAreYetToCome() {
        Map<String, Double> found = cubes.query("SELECT {[Measures].[Time progress]} ON COLUMNS,"
                + " {[Time].[Calendar].[2010].[Q1].[201002], [Time].[Calendar].[2010].[Q1].[201003],"
                + " [Time].[Calendar].[2010]} ON ROWS FROM [Operations]");

        assertThat(found.values().stream().map(progress -> Math.round(progress * 365)))
                .as("days of 2010 up to the end of February, of March, of the last loaded month")
                .containsExactlyInAnyOrder(59L, 90L, 90L);
    }

    @Test
    void q12EffectsAddUpWithTheMix() {
        Map<String, Map<String, Double>> found = ServedTelecom.byRow(cubes.ask("q12"));

        int compared = 0;
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q12.sql())) {
            Map<String, Double> unit = found.get(row.get("unit"));
            assertThat(unit.get("Volume effect")).isCloseTo(((Number) row.get("volume")).doubleValue(), within(1e-6));
            assertThat(unit.get("Rate effect")).isCloseTo(((Number) row.get("rate")).doubleValue(), within(1e-6));
            assertThat(unit.get("Volume effect") + unit.get("Rate effect"))
                    .isCloseTo(((Number) row.get("change")).doubleValue(), within(1e-6));
            compared++;
        }
        assertThat(compared).isGreaterThan(5);
        double parts = cubes
                .query("SELECT {[Measures].[Volume effect]} ON COLUMNS, [Area].[Managed].[City].Members ON ROWS"
                        + " FROM [Operations] WHERE ([Time].[Calendar].[2010].[Q1].[201003])")
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        Map<String, Double> company = found.get("Company");
        assertThat(parts + company.get("Mix effect")).isCloseTo(company.get("Volume effect"), within(1e-6));
    }

    @Test
    void q15TopCustomersByBrandAndCity() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q15.sql())) {
            ServedTelecom.put(
                    expected, row.get("city") + "|" + row.get("brand") + "|Top 32 % share", row.get("top_share"));
        }

        ServedTelecom.agree(cubes.ask("q15"), expected);
    }

    @Test
    void q17BothYearsOnYear() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q17.sql())) {
            ServedTelecom.put(expected, row.get("brand") + "|YoY", row.get("yoy"));
            ServedTelecom.put(expected, row.get("brand") + "|YoY-SF", row.get("yoy_sf"));
        }

        ServedTelecom.agree(cubes.ask("q17"), expected);
    }

    @Test
    void aTargetIsThatOfTheUnitAndNeverASum() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row :
                WAREHOUSE.rows("SELECT t.kpi, CASE t.unit_level WHEN 'company' THEN 'Company' WHEN 'city'"
                        + " THEN c.city_en ELSE b.branch_en END AS unit, t.target FROM f_target t"
                        + " LEFT JOIN (SELECT DISTINCT k_city, city_en FROM d_area) c USING (k_city)"
                        + " LEFT JOIN (SELECT DISTINCT k_branch, branch_en FROM d_area) b USING (k_branch)"
                        + " WHERE t.year_no = 2010 AND t.kpi = 'SUB-03'")) {
            ServedTelecom.put(expected, row.get("unit") + "|Target", row.get("target"));
        }

        Map<String, Double> found = cubes.query("SELECT {[Measures].[Target]} ON COLUMNS,"
                + " {[Area].[Managed].[Company], [Area].[Managed].[City].Members, [Area].[Managed].[Branch].Members} ON ROWS"
                + " FROM [Targets] WHERE ([Time].[Calendar].[2010].[Q1].[201003], [KPI].[SUB-03])");

        ServedTelecom.agree(found, expected);
    }

    @Test
    void kpisHaveAStateByTheirTargets() {
        Map<String, Double> found = cubes.query(
                "SELECT {[Measures].[Revenue completion], [Measures].[Time progress], KPIStatus(\"Revenue\"), KPIStatus(\"Churn\"),"
                        + " [Measures].[Churn rate]} ON COLUMNS, [Area].[Managed].[Branch].Members ON ROWS FROM [Operations]"
                        + " WHERE ([Time].[Calendar].[2010].[Q1].[201003])");

        ServedTelecom.byRow(found).forEach((branch, of) -> {
            double ratio = of.get("Revenue completion") / of.get("Time progress");
            assertThat(of.get("Revenue Status")).as(branch).isEqualTo(ratio >= 1 ? 1 : ratio >= 0.95 ? 0 : -1);
            double churn = of.get("Churn rate");
            assertThat(of.get("Churn Status")).as(branch).isEqualTo(churn <= 0.03 ? 1 : churn <= 0.045 ? 0 : -1);
        });
    }

    @Test
    void theIdentityOfSubscribersIsZeroInEveryMicroAreaAndMonth() {
        Map<String, Double> found = cubes.query("SELECT {[Measures].[Identity check]} ON COLUMNS,"
                + " CrossJoin([Time].[Calendar].[Month].Members, [Area].[Managed].[Micro area].Members) ON ROWS"
                + " FROM [Subscribers]");

        assertThat(found).hasSizeGreaterThan(27 * 20);
        assertThat(found.values()).containsOnly(0.0);
    }

    /** G-01: REV-20 + REV-21. */
    @Test
    void volumeAndRateAddUpToTheChangeInEveryMicroAreaAndMonth() {
        Map<String, Map<String, Double>> found = ServedTelecom.byRow(cubes.query(
                "WITH MEMBER [Measures].[Change] AS [Measures].[Gross revenue] - ([Measures].[Gross revenue], [Time].[Calendar].PrevMember)"
                        + " SELECT {[Measures].[Volume effect], [Measures].[Rate effect], [Measures].[Change]} ON COLUMNS,"
                        + " CrossJoin(Tail([Time].[Calendar].[Month].Members, 26), [Area].[Managed].[Micro area].Members) ON ROWS"
                        + " FROM [Operations]"));

        found.values().removeIf(cell -> !cell.containsKey("Volume effect") && cell.get("Change") == 0);
        assertThat(found).hasSizeGreaterThan(26 * 20);
        found.forEach((cell, of) -> assertThat(of.get("Volume effect") + of.get("Rate effect"))
                .as(cell)
                .isCloseTo(of.get("Change"), within(1e-6)));
    }
}

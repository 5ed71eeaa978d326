package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.warehouse.star.CiWarehouse;
import org.shapan.warehouse.star.ReferenceQuestion;

/** The cubes give the same numbers as plain SQL on the star. */
class TelecomCubesTest {

    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    private static ServedTelecom cubes;

    @BeforeAll
    static void serveTheCatalog(@TempDir Path temporary) throws IOException {
        cubes = new ServedTelecom(WAREHOUSE, temporary);
    }

    @Test
    void q01NetRevenueWithItsChanges() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q01.sql())) {
            String cell = row.get("branch") + "|" + row.get("brand") + "|";
            ServedTelecom.put(expected, cell + "Net revenue", row.get("net_revenue"));
            ServedTelecom.put(expected, cell + "Net revenue MoM", row.get("mom"));
            ServedTelecom.put(expected, cell + "Net revenue YoY", row.get("yoy"));
            ServedTelecom.put(expected, cell + "Share of column", row.get("share_of_column"));
        }

        ServedTelecom.agree(cubes.ask("q01"), expected);
    }

    @Test
    void q02ArpuIsARatioOfSums() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q02.sql())) {
            ServedTelecom.put(expected, row.get("brand") + "|Gross revenue", row.get("gross_revenue"));
            ServedTelecom.put(expected, row.get("brand") + "|Average subscribers", row.get("customer_months"));
            ServedTelecom.put(expected, row.get("brand") + "|ARPU", row.get("arpu"));
        }

        ServedTelecom.agree(cubes.ask("q02"), expected);
    }

    @Test
    void q03AYearClosesWithItsLastMonth() {
        Map<String, Double> expected = new TreeMap<>();
        Map<Object, Object> captions = WAREHOUSE.rows("SELECT DISTINCT month_name, month_en FROM d_day").stream()
                .collect(Collectors.toMap(r -> r.get("month_name"), r -> r.get("month_en")));
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q03.sql())) {
            Object period = captions.getOrDefault(row.get("period"), row.get("period"));
            ServedTelecom.put(expected, period + "|Closing subscribers", row.get("closing"));
            ServedTelecom.put(expected, period + "|New", row.get("new"));
        }

        ServedTelecom.agree(cubes.ask("q03"), expected);
    }

    @Test
    void q04TheIdentityHoldsInEveryCell() {
        Map<String, Map<String, Double>> cells = ServedTelecom.byRow(cubes.ask("q04"));

        assertThat(cells).hasSizeGreaterThan(27 * 20);
        cells.forEach((cell, m) -> assertThat(m.getOrDefault("Opening subscribers", 0.0)
                        + m.getOrDefault("New", 0.0)
                        + m.getOrDefault("Re-activated", 0.0)
                        - m.getOrDefault("Left", 0.0)
                        + m.getOrDefault("Area transfer in", 0.0)
                        - m.getOrDefault("Area transfer out", 0.0))
                .as(cell)
                .isEqualTo(m.getOrDefault("Closing subscribers", 0.0)));
    }

    @Test
    void q06UnitCostJoinsTwoFacts() {
        Map<String, Double> expected = new TreeMap<>();
        Map<Object, Object> captions = WAREHOUSE.rows("SELECT DISTINCT k_month, month_en FROM d_day").stream()
                .collect(Collectors.toMap(r -> r.get("k_month"), r -> r.get("month_en")));
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q06.sql())) {
            String cell = captions.get(row.get("month")) + "|"
                    + (row.get("class") == null ? "All channels" : row.get("class")) + "|";
            ServedTelecom.put(expected, cell + "Transactions", row.get("transactions"));
            ServedTelecom.put(expected, cell + "Channel cost", row.get("cost"));
            ServedTelecom.put(expected, cell + "Unit cost", row.get("unit_cost"));
            ServedTelecom.put(expected, cell + "E-channel share", row.get("e_channel_share"));
        }

        ServedTelecom.agree(cubes.ask("q06"), expected);
    }

    @Test
    void q07CustomersOfAQuarterCountOnce() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q07.sql())) {
            ServedTelecom.put(expected, row.get("area") + "|Data-service customers", row.get("customers"));
        }

        ServedTelecom.agree(cubes.ask("q07"), expected);
    }

    @Test
    void q08UsersOfAnSpCompanyAreDistinct() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q08.sql())) {
            String cell = row.get("line") + "/" + row.get("company") + "|";
            ServedTelecom.put(expected, cell + "Fee", row.get("fee"));
            ServedTelecom.put(expected, cell + "Users", row.get("users"));
            ServedTelecom.put(expected, cell + "MO", row.get("mo"));
            ServedTelecom.put(expected, cell + "MT", row.get("mt"));
            ServedTelecom.put(expected, cell + "MT per MO", row.get("mt_per_mo"));
            ServedTelecom.put(expected, cell + "Fee MoM", row.get("fee_mom"));
            ServedTelecom.put(expected, cell + "Line median", row.get("line_median_fee"));
            ServedTelecom.put(expected, cell + "State", row.get("state"));
        }

        ServedTelecom.agree(cubes.ask("q08"), expected);
    }

    @Test
    void q10MaliciousArrearsByOrderingChannelAndActivation() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q10.sql())) {
            String cell = row.get("company") + "|" + row.get("order_channel") + "|" + row.get("activation");
            ServedTelecom.put(expected, cell + "|Code malicious arrears", row.get("malicious_fee"));
        }

        Map<String, Double> found = cubes.ask("q10");
        found.values().removeIf(value -> value == 0);
        ServedTelecom.agree(found, expected);
    }

    @Test
    void q16ABranchIsTheSumOfItsMicroAreas() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q16.sql())) {
            if (row.get("owner_kind") == null) {
                Object area = row.get("area") != null ? row.get("area") : row.get("branch");
                ServedTelecom.put(
                        expected, (area == null ? "Company" : area) + "|Gross revenue", row.get("gross_revenue"));
            }
        }

        ServedTelecom.agree(cubes.ask("q16"), expected);
    }

    @Test
    void costIsEmptyBelowTheMonthAndByBusinessType() {
        Map<String, Double> days = cubes.query(
                "SELECT {[Measures].[Transactions], [Measures].[Channel cost], [Measures].[Unit cost]} ON COLUMNS, "
                        + "{[Time].[Calendar].[2010].[Q1].[201003], [Time].[Calendar].[2010].[Q1].[201003].[20100331]} ON ROWS "
                        + "FROM [Channel Activity]");
        Map<String, Double> types =
                cubes.query("SELECT {[Measures].[Transactions], [Measures].[Unit cost]} ON COLUMNS, "
                        + "NON EMPTY [Business type].[6S class].Members ON ROWS FROM [Channel Activity]");

        assertThat(days).containsKeys("Mar 2010|Unit cost", "31 Mar 2010|Transactions");
        assertThat(days).doesNotContainKeys("31 Mar 2010|Channel cost", "31 Mar 2010|Unit cost");
        assertThat(types.keySet()).isNotEmpty().allMatch(key -> key.endsWith("|Transactions"));
    }

    @Test
    void captionsFollowTheLanguage() {
        String mdx = "SELECT {[Measures].[Gross revenue]} ON COLUMNS, "
                + "{[Area].[Managed].[Company], [Area].[Managed].[Zhuhai].[Xiangzhou].[Gongbei]} ON ROWS "
                + "FROM [Revenue] WHERE ([Time].[Calendar].[2010].[Q1].[201003])";

        assertThat(cubes.query(mdx, Locale.US)).containsOnlyKeys("Company|Gross revenue", "Gongbei|Gross revenue");
        assertThat(cubes.query(mdx, Locale.CHINA)).containsOnlyKeys("全公司|折前收入", "拱北|折前收入");
    }

    @Test
    void everyMeasureHasAValueSomewhere() {
        Map<String, List<String>> silent = new LinkedHashMap<>();
        new Telecom().visible().forEach((cube, measures) -> {
            String set = measures.stream()
                    .map(measure -> "[Measures].[" + measure.name() + "]")
                    .collect(Collectors.joining(", "));
            // What came of a campaign is known three months later.
            boolean late = cube.equals("Campaigns");
            Map<String, Double> values = cubes.query("SELECT {%s} ON COLUMNS, {[Time].[Calendar].%s} ON ROWS FROM [%s]"
                    .formatted(set, late ? "[2009].[Q4].[200912]" : "[2010].[Q1].[201003]", cube));
            List<String> missing = measures.stream()
                    .map(Telecom.Shown::name)
                    .filter(name -> !values.containsKey((late ? "Dec 2009|" : "Mar 2010|") + name))
                    .toList();
            if (!missing.isEmpty()) {
                silent.put(cube, missing);
            }
        });

        assertThat(silent)
                .as("a share of a company and a rank among siblings have no meaning above them")
                .isEqualTo(Map.of(
                        "SP", List.of("Code share of company"),
                        "Channel Activity", List.of("Channel rank"),
                        "Revenue", List.of("Contribution to movement"),
                        "Operations", List.of("Contribution to movement")));
    }
}

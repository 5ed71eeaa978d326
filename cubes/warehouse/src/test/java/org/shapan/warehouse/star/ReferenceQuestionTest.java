package org.shapan.warehouse.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What plain SQL on the star proves of the domain's questions (§5.20), on the generated province of profile ci. */
class ReferenceQuestionTest {

    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    @ParameterizedTest
    @EnumSource
    void everyQuestionHasAnAnswer(ReferenceQuestion question) {
        assertThat(WAREHOUSE.rows(question.sql())).isNotEmpty();
    }

    @Test
    void q01SharesOfAColumnAddUpToOneAndNetIsGrossLessDiscount() {
        List<Map<String, Object>> cells = WAREHOUSE.rows(ReferenceQuestion.Q01.sql());

        Map<Object, Double> shares = cells.stream()
                .collect(Collectors.groupingBy(
                        cell -> cell.get("brand"), Collectors.summingDouble(cell -> number(cell, "share_of_column"))));
        assertThat(shares).hasSize(3);
        assertThat(shares.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-12)));
        assertThat(total(cells, "net_revenue"))
                .isEqualByComparingTo(single("SELECT sum(fee_net) FROM f_rev_detail WHERE k_month = 201003"));
    }

    @Test
    void q02TheCompanyIsARatioOfSumsAndNotTheMeanOfItsBrands() {
        List<Map<String, Object>> brands = WAREHOUSE.rows(ReferenceQuestion.Q02.sql());
        Map<String, Object> company = brands.getLast();
        List<Map<String, Object>> each = brands.subList(0, brands.size() - 1);

        assertThat(total(each, "gross_revenue")).isEqualByComparingTo(decimal(company, "gross_revenue"));
        assertThat(total(each, "customer_months")).isEqualByComparingTo(decimal(company, "customer_months"));
        double mean =
                each.stream().mapToDouble(b -> number(b, "arpu")).average().orElseThrow();
        assertThat(Math.abs(mean - number(company, "arpu"))).isGreaterThan(1);
    }

    @Test
    void q03TheYearClosesWithDecemberAndAddsItsNewCustomers() {
        List<Map<String, Object>> periods = WAREHOUSE.rows(ReferenceQuestion.Q03.sql());
        Map<String, Object> year = periods.getLast();
        List<Map<String, Object>> months = periods.subList(0, 12);

        assertThat(year.get("period")).isEqualTo("2009");
        assertThat(months.getLast().get("period")).isEqualTo("200912");
        assertThat(decimal(year, "closing")).isEqualByComparingTo(decimal(months.getLast(), "closing"));
        assertThat(decimal(year, "new")).isEqualByComparingTo(total(months, "new"));
    }

    @Test
    void q04EveryMicroAreaBalancesInEveryMonth() {
        List<Map<String, Object>> cells = WAREHOUSE.rows(ReferenceQuestion.Q04.sql());

        assertThat(cells)
                .hasSizeGreaterThanOrEqualTo(27 * 20)
                .allSatisfy(cell -> assertThat(decimal(cell, "opening")
                                .add(decimal(cell, "new"))
                                .add(decimal(cell, "reactivated"))
                                .subtract(decimal(cell, "has_left"))
                                .add(decimal(cell, "transfer_in"))
                                .subtract(decimal(cell, "transfer_out")))
                        .as("%s %s", cell.get("month"), cell.get("area"))
                        .isEqualByComparingTo(decimal(cell, "closing")));
        assertThat(total(cells, "transfer_in")).isPositive().isEqualByComparingTo(total(cells, "transfer_out"));
    }

    @Test
    void q04AMonthOpensWithTheClosingOfTheMonthBeforeInEveryMicroArea() {
        Map<String, BigDecimal> closing = new HashMap<>();
        for (Map<String, Object> cell : WAREHOUSE.rows(ReferenceQuestion.Q04.sql())) {
            closing.put(cell.get("month") + "|" + cell.get("area"), decimal(cell, "closing"));
            if (cell.get("month").equals(200905)) {
                assertThat(decimal(cell, "opening"))
                        .isEqualByComparingTo(closing.getOrDefault("200904|" + cell.get("area"), BigDecimal.ZERO));
            }
        }
    }

    @Test
    void q06CostsAndTransactionsOfTheClassesAddUpToTheCompany() {
        List<Map<String, Object>> rows = WAREHOUSE.rows(ReferenceQuestion.Q06.sql());

        Map<Object, List<Map<String, Object>>> months =
                rows.stream().collect(Collectors.groupingBy(r -> r.get("month")));
        assertThat(months).hasSize(27);
        months.values().forEach(month -> {
            Map<Boolean, List<Map<String, Object>>> split =
                    month.stream().collect(Collectors.partitioningBy(r -> r.get("class") == null));
            Map<String, Object> company = split.get(true).getFirst();
            assertThat(total(split.get(false), "transactions")).isEqualByComparingTo(decimal(company, "transactions"));
            assertThat(total(split.get(false), "cost")).isEqualByComparingTo(decimal(company, "cost"));
        });
    }

    @Test
    void q07AQuarterHasFewerCustomersThanItsMonthsTogether() {
        List<Map<String, Object>> areas = WAREHOUSE.rows(ReferenceQuestion.Q07.sql());

        assertThat(areas)
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(area -> assertThat(decimal(area, "customers")).isLessThan(decimal(area, "sum_of_months")));
    }

    @Test
    void q13TheFeesOfTheCustomersSumToTheCell() {
        List<Map<String, Object>> customers = WAREHOUSE.rows(ReferenceQuestion.Q13.sql());

        assertThat(customers).extracting(c -> c.get("customer")).doesNotHaveDuplicates();
        assertThat(total(customers, "fee"))
                .isPositive()
                .isEqualByComparingTo(single("SELECT sum(fee_gross) FROM f_revenue JOIN d_area_leaf USING (k_leaf) "
                        + "JOIN d_brand USING (k_brand) WHERE k_month = 201003 AND d_brand.code = 'GOTONE' "
                        + "AND k_area = (SELECT min(k_area) FROM d_area WHERE k_area > 0)"));
    }

    @Test
    void q16EachLevelOfTheAreaPartitionsTheOneAbove() {
        List<Map<String, Object>> rows = WAREHOUSE.rows(ReferenceQuestion.Q16.sql());
        List<Map<String, Object>> owners = level(rows, "owner_kind", null);
        List<Map<String, Object>> areas = level(rows, "area", "owner_kind");
        List<Map<String, Object>> branches = level(rows, "branch", "area");
        Map<String, Object> company = rows.getFirst();

        assertThat(owners).extracting(r -> r.get("owner_kind")).contains("group", "channel", "unassigned");
        areas.forEach(area -> assertThat(total(
                        owners.stream()
                                .filter(o -> o.get("area").equals(area.get("area")))
                                .toList(),
                        "gross_revenue"))
                .isEqualByComparingTo(decimal(area, "gross_revenue")));
        branches.forEach(branch -> assertThat(total(
                        areas.stream()
                                .filter(a -> a.get("branch").equals(branch.get("branch")))
                                .toList(),
                        "gross_revenue"))
                .isEqualByComparingTo(decimal(branch, "gross_revenue")));
        assertThat(total(branches, "gross_revenue"))
                .isEqualByComparingTo(decimal(company, "gross_revenue"))
                .isEqualByComparingTo(single("SELECT sum(fee_gross) FROM f_rev_detail WHERE k_month = 201003"));
    }

    @Test
    void revenueByCohortIsTheWholeRevenueButThatOfTheLastMonthOfLeavers() {
        assertThat(single("SELECT sum(fee_existing + fee_new + fee_returning) FROM f_rev_detail WHERE k_cohort <> 3"))
                .isEqualByComparingTo(single("SELECT sum(fee_gross) FROM f_rev_detail WHERE k_cohort <> 3"));
    }

    @Test
    void billingAndTrafficOfAnSpAgreeOnFeeAndMessages() {
        assertThat(WAREHOUSE.rows("""
                        SELECT * FROM (SELECT k_month, k_sp_code, sum(fee) AS fee, sum(mo) AS mo, sum(mt) AS mt FROM f_sp_user GROUP BY ALL) u
                        FULL JOIN (SELECT k_month, k_sp_code, sum(fee) AS fee, sum(mo) AS mo, sum(mt) AS mt FROM f_sp_hour GROUP BY ALL) h
                        USING (k_month, k_sp_code)
                        WHERE u.fee IS DISTINCT FROM h.fee OR u.mo IS DISTINCT FROM h.mo OR u.mt IS DISTINCT FROM h.mt LIMIT 3""")).isEmpty();
    }

    @Test
    void spFeesOfTheBillsAreTheSpFeesOfRevenue() {
        assertThat(WAREHOUSE.rows("""
                        SELECT * FROM (SELECT k_month, sum(fee) AS fee FROM f_sp_user GROUP BY ALL) s
                        FULL JOIN (SELECT k_month, sum(fee_sp) AS fee FROM f_rev_detail GROUP BY ALL) r USING (k_month)
                        WHERE s.fee IS DISTINCT FROM r.fee LIMIT 3""")).isEmpty();
    }

    private static List<Map<String, Object>> level(List<Map<String, Object>> rows, String present, String absent) {
        return rows.stream()
                .filter(r -> r.get(present) != null && (absent == null || r.get(absent) == null))
                .toList();
    }

    private static BigDecimal single(String sql) {
        return new BigDecimal(
                WAREHOUSE.rows(sql).getFirst().values().iterator().next().toString());
    }

    private static BigDecimal total(List<Map<String, Object>> rows, String column) {
        return rows.stream().map(r -> decimal(r, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal decimal(Map<String, Object> row, String column) {
        return row.get(column) == null
                ? BigDecimal.ZERO
                : new BigDecimal(row.get(column).toString());
    }

    private static double number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).doubleValue();
    }
}

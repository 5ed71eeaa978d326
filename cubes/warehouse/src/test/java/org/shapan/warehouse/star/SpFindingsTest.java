package org.shapan.warehouse.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is found on rows in the planted province of profile ci (domain §6.2.6, §6.2.7): the planted, and nothing like it. */
class SpFindingsTest {

    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    @Test
    void freshNumbersThatNeverPaidAreMaliciousOnTheirCodeOnly() {
        List<Map<String, Object>> red = WAREHOUSE.rows("""
                SELECT s.code, max(m.malicious_fee / m.fee) AS ratio, max(malicious_users) AS users, count(*) AS months
                FROM f_sp_month m JOIN d_sp_code s USING (k_sp_code)
                WHERE m.malicious_fee / m.fee >= 0.1 GROUP BY s.code""");

        assertThat(red).hasSize(1);
        assertThat(number(red.getFirst(), "ratio")).isBetween(0.15, 0.45);
        assertThat(number(red.getFirst(), "users")).isGreaterThanOrEqualTo(12);
        assertThat(number(red.getFirst(), "months")).isEqualTo(3);
    }

    @Test
    void everyMaliciousNumberMeetsTheRule() {
        assertThat(WAREHOUSE.rows("""
                        SELECT * FROM f_malicious WHERE state = 'malicious'
                        AND NOT (cycles >= 2 AND is_fresh AND is_sp AND is_unpaid AND (few_callers OR shared_document OR shared_handset))""")).isEmpty();
        assertThat(single("SELECT count(*) FROM f_malicious WHERE state = 'malicious'"))
                .isPositive();
    }

    @Test
    void anOrganisationThatPaysLateIsNotMalicious() {
        assertThat(single("SELECT count(*) FROM f_malicious WHERE document LIKE 'O%' AND state = 'malicious'"))
                .isZero();
    }

    @Test
    void oneCodeConvergesAndTheCampusDoesNot() {
        List<Map<String, Object>> codes = WAREHOUSE.rows("""
                SELECT s.code, max(m.convergence) AS convergence
                FROM f_sp_month m JOIN d_sp_code s USING (k_sp_code) GROUP BY s.code ORDER BY 2 DESC NULLS LAST""");

        assertThat(number(codes.get(0), "convergence")).isGreaterThan(15);
        assertThat(number(codes.get(1), "convergence")).isLessThan(12);
    }

    /** The index by pairs of users, not by counts of values. */
    @Test
    void concentrationIsTheProbabilityThatTwoUsersShareTheValue() {
        Map<String, Object> found = WAREHOUSE.rows("""
                        SELECT c.k_month, c.k_sp_code, c.concentration FROM f_sp_convergence c
                        WHERE c.k_attribute = 1 ORDER BY c.contribution DESC LIMIT 1""").getFirst();
        double byPairs = single("""
                WITH u AS (SELECT k_customer, k_order_channel FROM f_sp_user WHERE k_month = %s AND k_sp_code = %s)
                SELECT avg((a.k_order_channel = b.k_order_channel)::INT) FROM u a JOIN u b ON a.k_customer <> b.k_customer""".formatted(found.get("k_month"), found.get("k_sp_code")));

        assertThat(number(found, "concentration")).isCloseTo(byPairs, within(1e-12));
    }

    @Test
    void theCopyIsFoundOnBothCodes() {
        assertThat(single("SELECT count(DISTINCT k_sp_code) FROM f_sp_month WHERE homogeneous_pairs > 0"))
                .isEqualTo(2);
    }

    @Test
    void arrearsMoveFromMonthToMonth() {
        assertThat(WAREHOUSE.rows("""
                        SELECT k_month, sum(opening), lag(sum(balance)) OVER (ORDER BY k_month) AS before FROM f_arrears GROUP BY k_month
                        QUALIFY sum(opening) <> before OR sum(opening) + sum(new_arrears) <> sum(balance) + sum(recovered)""")).isEmpty();
    }

    @Test
    void newArrearsOfAnSpAreWhatItsUsersDidNotPay() {
        assertThat(WAREHOUSE.rows("""
                        SELECT * FROM (SELECT k_month, k_sp_code, sum(arrears) AS fee FROM f_sp_user GROUP BY ALL HAVING sum(arrears) > 0) u
                        FULL JOIN (SELECT k_month, k_sp_code, sum(new_arrears) AS fee FROM f_arrears WHERE k_sp_code IS NOT NULL
                                   GROUP BY ALL HAVING sum(new_arrears) > 0) a USING (k_month, k_sp_code)
                        WHERE u.fee IS DISTINCT FROM a.fee LIMIT 3""")).isEmpty();
    }

    @Test
    void cityMonthsAddUpToTheTrafficByHour() {
        assertThat(WAREHOUSE.rows("""
                        SELECT * FROM (SELECT k_month, k_sp_code, sum(mo) AS mo, sum(mt) AS mt, sum(n_new) AS n, sum(n_end) AS e,
                                         sum(n_quick_end) AS q, sum(complaints) AS c, sum(refund) AS r FROM f_sp_city_month GROUP BY ALL)
                        EXCEPT SELECT k_month, k_sp_code, sum(mo), sum(mt), sum(n_new), sum(n_end),
                                 sum(n_quick_end), sum(complaints), sum(refund) FROM f_sp_hour GROUP BY ALL""")).isEmpty();
    }

    @Test
    void q10AddsUpToTheMaliciousFee() {
        double sum = WAREHOUSE.rows(ReferenceQuestion.Q10.sql()).stream()
                .mapToDouble(row -> number(row, "malicious_fee"))
                .sum();

        assertThat(sum).isPositive().isCloseTo(single("SELECT sum(malicious_fee) FROM f_sp_month"), within(1e-9));
    }

    private static double single(String sql) {
        return ((Number) WAREHOUSE.rows(sql).getFirst().values().iterator().next()).doubleValue();
    }

    private static double number(Map<String, Object> row, String column) {
        return row.get(column) == null ? 0 : ((Number) row.get(column)).doubleValue();
    }
}

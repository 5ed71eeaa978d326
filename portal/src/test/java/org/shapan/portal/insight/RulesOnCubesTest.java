package org.shapan.portal.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.olap4j.OlapConnection;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.cube.Members;
import org.shapan.insight.locate.Localiser;
import org.shapan.insight.locate.Movement;
import org.shapan.insight.locate.Part;
import org.shapan.insight.watch.Alert;
import org.shapan.insight.watch.AreaWatch;
import org.shapan.insight.watch.ChannelWatch;
import org.shapan.insight.watch.Entity;
import org.shapan.insight.watch.Finding;
import org.shapan.insight.watch.GroupWatch;
import org.shapan.insight.watch.HallWatch;
import org.shapan.insight.watch.SpWatch;
import org.shapan.insight.watch.Watch;
import org.shapan.portal.cubes.CiCubes;
import org.shapan.portal.cubes.CiProvince;

/** Alerts of rules over the cubes of the smallest CUBES.province(), against plain SQL on its tables. */
class RulesOnCubesTest {
    private static final YearMonth FIRST = YearMonth.of(2009, 4);
    private static final YearMonth LAST = YearMonth.of(2010, 3);

    @RegisterExtension
    static final CiCubes CUBES = new CiCubes();

    @Test
    void aBranchBehindTimeProgressIsColouredByItsCompletion() throws Exception {
        List<Alert> alerts = alerts(new AreaWatch(Parameters.defaults()), "A-PA-01");

        assertThat(keys(alerts, Entity.Kind.BRANCH)).isNotEmpty().isEqualTo(keys("""
                                WITH reached AS (
                                  SELECT a.branch_code, r.k_month, r.k_month // 100 AS year_no, m.first_day, sum(r.fee_gross) AS fee,
                                    sum(sum(r.fee_gross)) OVER (PARTITION BY a.branch_code, r.k_month // 100 ORDER BY r.k_month) AS so_far,
                                    sum(sum(r.fee_gross)) OVER (PARTITION BY a.branch_code, r.k_month // 100) AS of_year
                                  FROM f_revenue r
                                  JOIN d_month m USING (k_month)
                                  JOIN d_area_leaf l USING (k_leaf)
                                  JOIN d_area a ON a.k_area = l.k_area
                                  GROUP BY a.branch_code, r.k_month, m.first_day
                                ), judged AS (
                                  SELECT r.branch_code, r.k_month, r.so_far / t.target / least(
                                    dayofyear(last_day(r.first_day)) / CASE WHEN r.year_no % 4 = 0 THEN 366.0 ELSE 365.0 END,
                                    CASE r.k_month WHEN 201001 THEN february.fee ELSE b.so_far END / b.of_year) AS ratio
                                  FROM reached r
                                  JOIN reached b ON b.branch_code = r.branch_code AND b.k_month = r.k_month - 100
                                  JOIN reached february ON february.branch_code = r.branch_code AND february.k_month = 200902
                                  JOIN f_target t ON t.unit_level = 'branch' AND t.unit_code = r.branch_code AND t.kpi = 'REV-01'
                                    AND t.year_no = r.year_no
                                )
                                SELECT branch_code || ' ' || k_month || CASE WHEN ratio < 0.95 THEN ' RED' ELSE ' YELLOW' END
                                FROM judged
                                WHERE k_month BETWEEN 200904 AND 201003 AND ratio < 1
                                """));
        Finding finding = alerts.getFirst().findings().getFirst();
        assertThat(finding.value() / finding.base()).isLessThan(1);
        assertThat(finding.base())
                .isPositive()
                .isLessThanOrEqualTo(alerts.getFirst().month().atEndOfMonth().getDayOfYear() / 365.0);
    }

    @Test
    void aGroupWhoseHealthGradeFallsIsFound() throws Exception {
        assertThat(keys(alerts(new GroupWatch(Parameters.defaults()), "A-GC-02"), Entity.Kind.GROUP))
                .isNotEmpty()
                .isEqualTo(keys("""
                                SELECT code || ' ' || k_month || CASE k_health WHEN 3 THEN ' RED' ELSE ' YELLOW' END
                                FROM (SELECT *, lag(k_health) OVER (PARTITION BY k_group ORDER BY k_month) AS before FROM f_group)
                                JOIN d_group USING (k_group)
                                WHERE k_month BETWEEN 200904 AND 201003 AND k_health > before
                                """));
    }

    @Test
    void aGroupAtRiskIsFound() throws Exception {
        List<Alert> alerts = alerts(new GroupWatch(Parameters.defaults()), "A-GC-03");

        assertThat(keys(alerts, Entity.Kind.GROUP)).isNotEmpty().isEqualTo(keys("""
                                SELECT code || ' ' || k_month || CASE WHEN risk >= 60 THEN ' RED' ELSE ' YELLOW' END
                                FROM (SELECT *, lag(stability) OVER (PARTITION BY k_group ORDER BY k_month) AS before FROM f_group)
                                JOIN d_group USING (k_group)
                                WHERE k_month BETWEEN 200904 AND 201003 AND (risk >= 45 OR stability < 40 AND before >= 40)
                                """));
        assertThat(alerts).allSatisfy(alert -> assertThat(alert.entity().path()).hasSize(5));
    }

    @Test
    void aGroupWhoseMembersLeaveLosesShare() throws Exception {
        Parameters parameters = Parameters.defaults();

        Set<String> found = keys(alerts(new GroupWatch(parameters), "A-GC-04"), Entity.Kind.GROUP);

        Set<String> loses = keys("""
                SELECT code || ' ' || k_month || CASE WHEN loss >= 0.06 THEN ' RED' ELSE ' YELLOW' END
                FROM (
                  SELECT *, lag(members / staff_phones, 3) OVER months - members / staff_phones AS loss, lag(members_start, 2) OVER months AS opening
                  FROM f_group WINDOW months AS (PARTITION BY k_group ORDER BY k_month)
                )
                JOIN d_group USING (k_group)
                WHERE k_month BETWEEN 200904 AND 201003 AND loss >= 0.03 AND opening >= 20
                """);
        assertThat(found).isNotEmpty().isSubsetOf(loses);
        assertThat(keys(
                        alerts(new GroupWatch(parameters.with(Map.of("A-GC-04.chance", "1.1"))), "A-GC-04"),
                        Entity.Kind.GROUP))
                .isEqualTo(loses);
    }

    @Test
    void aCancelledLineIsAnEvent() throws Exception {
        String events = """
                SELECT code || ' ' || k_month || ' RED' FROM f_group JOIN d_group USING (k_group)
                WHERE k_month BETWEEN 200904 AND 201003 AND lines_lost >=\s""";
        Parameters all = Parameters.defaults().with(Map.of("A-GC-06", "0"));

        List<Alert> everyMonth = alerts(new GroupWatch(all), "A-GC-06");

        assertThat(keys(alerts(new GroupWatch(Parameters.defaults()), "A-GC-06"), Entity.Kind.GROUP))
                .isEqualTo(keys(events + 1));
        assertThat(keys(everyMonth, Entity.Kind.GROUP)).isNotEmpty().isEqualTo(keys(events + 0));
        assertThat(everyMonth.stream()
                        .mapToDouble(alert -> alert.findings().getFirst().base())
                        .sum())
                .isEqualTo(
                        number("SELECT sum(lines + lines_lost) FROM f_group WHERE k_month BETWEEN 200904 AND 201003"))
                .isPositive();
    }

    @Test
    void aSocialChannelThatFallsAGradeOrIsArbitrageIsFound() throws Exception {
        Parameters parameters = Parameters.defaults().with(Map.of("A-CH-05.least-new", "1"));

        List<Alert> alerts = alerts(new ChannelWatch(parameters), "A-CH-05");

        assertThat(alerts).anyMatch(alert -> alert.state() == State.RED);
        assertThat(keys(alerts, Entity.Kind.CHANNEL)).isEqualTo(keys("""
                                SELECT code || ' ' || k_month || CASE WHEN arbitrage THEN ' RED' ELSE ' YELLOW' END
                                FROM (
                                  SELECT s.*, k_value_type = 1 AND coalesce(n.new_numbers, 0) >= 1 AS arbitrage
                                  FROM f_social_month s
                                  LEFT JOIN (SELECT k_channel, k_month, sum(new_6m) AS new_numbers FROM f_number_check GROUP BY ALL) n
                                    USING (k_channel, k_month)
                                )
                                JOIN d_channel USING (k_channel)
                                WHERE k_month BETWEEN 200904 AND 201003 AND (arbitrage OR grade_change <= -1)
                                """));
    }

    @Test
    void aChannelOfKeptNumbersLosesThemAfterThreeMonths() throws Exception {
        Parameters parameters = Parameters.defaults().with(Map.of("A-CH-09.least-cohort", "8"));
        List<Alert> alerts = new ChannelWatch(parameters).alerts(CUBES.connection(), FIRST, LAST);
        Set<String> kept = alerts.stream()
                .filter(alert -> alert.has("A-CH-02") && alert.state() == State.RED)
                .map(alert -> alert.entity().key())
                .collect(Collectors.toSet());

        List<Alert> found = alerts.stream()
                .filter(alert -> alert.has("A-CH-09") && alert.state() == State.RED)
                .toList();

        assertThat(found).anyMatch(alert -> kept.contains(alert.entity().key()));
        Alert first = found.getFirst();
        assertThat(first.findings().getFirst().value())
                .isCloseTo(
                        number(
                                """
                                SELECT sum(kept_3m) / sum(activated_3m) FROM f_number_cohort JOIN d_channel USING (k_channel)
                                WHERE code = ? AND k_month IN (?, ?, ?)
                                """,
                                first.entity().key(),
                                number(first.month()),
                                number(first.month().minusMonths(1)),
                                number(first.month().minusMonths(2))),
                        within(1e-9));
        assertThat(first.entity().parent().kind()).isEqualTo(Entity.Kind.MICRO_AREA);
    }

    @Test
    void aHallThatLosesTrafficFallsBehindItsPeers() throws Exception {
        List<Alert> alerts = alerts(new HallWatch(Parameters.defaults()), "A-ST-01");

        Set<String> lost = keys("""
                SELECT c.code FROM f_hall_month f JOIN d_channel c USING (k_channel)
                WHERE k_month BETWEEN 200901 AND 201003
                GROUP BY c.code
                HAVING avg(f.transactions) FILTER (k_month >= 201002) < 0.72 * avg(f.transactions) FILTER (k_month <= 200905)
                """);
        assertThat(lost).isNotEmpty();
        assertThat(alerts.stream()
                        .filter(alert -> alert.state() == State.RED)
                        .map(alert -> alert.entity().key())
                        .collect(Collectors.toSet()))
                .containsAll(lost);
        Alert one = alerts.getFirst();
        assertThat(one.findings().getFirst().value())
                .isCloseTo(number("""
                                SELECT f.points_worth / f.halls FROM f_hall_month f JOIN d_channel c USING (k_channel)
                                WHERE c.code = ? AND k_month = ?
                                """, one.entity().key(), number(one.month())), within(1e-6));
    }

    @Test
    void freshUsersAreMeasuredAgainstTheLine() throws Exception {
        Parameters sharp =
                Parameters.defaults().with(Map.of("A-SP-13.above-line", "0.10, 0.20", "sp.score", "0.1, 30"));

        Finding finding = alerts(new SpWatch(sharp), "A-SP-13").stream()
                .flatMap(alert -> alert.findings().stream())
                .filter(each -> each.rule().equals("A-SP-13"))
                .findFirst()
                .orElseThrow();

        assertThat(finding.value() - finding.base()).isGreaterThanOrEqualTo(finding.threshold());
    }

    @Test
    void aCopiedServiceIsYellowFromItsFirstMonthOn() throws Exception {
        List<Alert> alerts = alerts(new SpWatch(Parameters.defaults()), "A-SP-16");

        Set<String> found = alerts.stream()
                .map(alert -> alert.entity().key() + " " + number(alert.month()))
                .collect(Collectors.toSet());
        assertThat(found).isNotEmpty().isEqualTo(keys("""
                                SELECT code || ' ' || k_month FROM f_sp_month JOIN d_sp_code USING (k_sp_code)
                                WHERE k_month BETWEEN 200904 AND 201003 AND homogeneous_pairs > 0 AND (users >= 30 OR fee >= 3000)
                                """));
    }

    @Test
    void aBranchSeesAlertsOfItselfOnly() throws Exception {
        Map<String, Object> first = CUBES.province()
                .rows("SELECT min_by(branch_code, k_area) AS code, min_by(branch_en, k_area) AS name,"
                        + " min_by(city_en, k_area) AS city FROM d_area WHERE k_area > 0")
                .getFirst();
        String branch = first.get("code").toString();
        String area = "[Area].[Managed].[%s].[%s]".formatted(first.get("city"), first.get("name"));
        List<Watch> watches = List.of(
                new AreaWatch(Parameters.defaults()),
                new GroupWatch(Parameters.defaults()),
                new ChannelWatch(Parameters.defaults()));

        try (OlapConnection restricted = CUBES.province().cubes().connect(CiProvince.user(area), Locale.ENGLISH)) {
            for (Watch watch : watches) {
                List<Alert> alerts = watch.alerts(restricted, FIRST, LAST);
                assertThat(alerts).isNotEmpty();
                Set<String> others =
                        keys("SELECT DISTINCT branch_code FROM d_area WHERE branch_code <> '" + branch + "'");
                assertThat(alerts)
                        .noneMatch(
                                alert -> alert.entity().path().stream().anyMatch(step -> others.contains(step.key())));
            }
        }
    }

    @Test
    void newNumbersAreLocatedAtTheChannelsThatStandThere() throws Exception {
        Cube cube = CUBES.connection().getOlapSchema().getCubes().get("Channel Activity");
        Member branch = Members.level(cube, "[Area].[Managed]")
                .getFirst()
                .getChildMembers()
                .getFirst();

        Movement movement = new Localiser(CUBES.connection(), Parameters.defaults())
                .locate(Localiser.measureOf("A-CH-01").orElseThrow(), branch, LAST)
                .orElseThrow();

        assertThat(movement.ends())
                .isNotEmpty()
                .allSatisfy(end -> assertThat(end.entity().kind()).isEqualTo(Entity.Kind.CHANNEL));
        Part end = movement.ends().getFirst();
        assertThat(end.actual())
                .isEqualTo(number(
                        "SELECT coalesce(sum(new_nums), 0) FROM f_channel_day JOIN d_channel USING (k_channel) WHERE code = ? AND k_month = 201003",
                        end.entity().key()));
        assertThat(end.entity().path())
                .anyMatch(step -> step.member().equals(branch.getUniqueName()))
                .hasSize(5);
        assertThat(movement.volume()).isNaN();
    }

    private static List<Alert> alerts(Watch watch, String rule) throws Exception {
        assertThat(watch.rules()).contains(rule);
        return watch.alerts(CUBES.connection(), FIRST, LAST).stream()
                .filter(alert -> alert.has(rule))
                .toList();
    }

    private static Set<String> keys(List<Alert> alerts, Entity.Kind kind) {
        return alerts.stream()
                .filter(alert -> alert.entity().kind() == kind)
                .map(alert -> alert.entity().key() + " " + number(alert.month()) + " " + alert.state())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The values of a statement of one column. */
    private static Set<String> keys(String sql) throws Exception {
        return CUBES.province().rows(sql).stream()
                .map(row -> row.values().iterator().next().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static double number(String sql, Object... parameters) throws Exception {
        return ((Number) CUBES.province()
                        .rows(sql, parameters)
                        .getFirst()
                        .values()
                        .iterator()
                        .next())
                .doubleValue();
    }

    private static int number(YearMonth month) {
        return Integer.parseInt(CalendarMonths.name(month));
    }
}

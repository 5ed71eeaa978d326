package org.shapan.portal.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.insight.cube.Members;
import org.shapan.insight.locate.Localiser;
import org.shapan.insight.locate.Movement;
import org.shapan.insight.locate.Sentence;
import org.shapan.insight.watch.Alert;
import org.shapan.insight.watch.AreaWatch;
import org.shapan.insight.watch.Entity;
import org.shapan.insight.watch.SpWatch;
import org.shapan.portal.cubes.CiCubes;

/** Alerts and localisation over the cubes of the smallest CUBES.province(), with what is planted in it. */
class WatchTest {
    @RegisterExtension
    static final CiCubes CUBES = new CiCubes();

    @Test
    void aGroupThatLeavesTurnsItsMicroAreaRedAndIsTheCause() throws Exception {
        YearMonth month = YearMonth.of(2010, 3);
        List<Alert> alerts = new AreaWatch(Parameters.defaults()).alerts(CUBES.connection(), month, month);
        Alert group = alerts.stream()
                .filter(alert -> alert.has("A-PA-05") && alert.state() == State.RED)
                .findFirst()
                .orElseThrow();
        Entity area = group.entity().parent();
        Cube cube = CUBES.connection().getOlapSchema().getCubes().get(Localiser.CUBE);
        Member node = Members.find(cube, AreaUnit.HIERARCHY, area.member()).orElseThrow();

        Movement movement = new Localiser(CUBES.connection(), Parameters.defaults())
                .locate("Gross revenue", node, month)
                .orElseThrow();

        assertThat(alerts).anyMatch(alert -> alert.entity().equals(area) && alert.has("A-PA-02"));
        assertThat(movement.ends().getFirst().entity()).isEqualTo(group.entity());
        assertThat(movement.volume() + movement.rate()).isCloseTo(movement.difference(), within(1e-6));
        assertThat(movement.dimensions()).hasSize(6);
        assertThat(Sentence.of(movement, Locale.ENGLISH))
                .contains(" comes from " + group.entity().name());
    }

    @Test
    void everyFindingSaysWhatWasMeasuredAgainstWhat() throws Exception {
        YearMonth month = YearMonth.of(2010, 3);
        Object revenue = CUBES.province()
                .rows(
                        "SELECT SUM(fee_gross) AS fee FROM f_revenue JOIN d_area_leaf USING (k_leaf)"
                                + " WHERE k_month = 201003 AND owner_kind = 'group' AND owner_code = ?",
                        groupInRed(month))
                .getFirst()
                .get("fee");
        Alert alert = new AreaWatch(Parameters.defaults())
                .alerts(CUBES.connection(), month, month).stream()
                        .filter(each -> each.has("A-PA-05") && each.state() == State.RED)
                        .findFirst()
                        .orElseThrow();

        assertThat(alert.findings().getFirst().value()).isCloseTo(((Number) revenue).doubleValue(), within(0.005));
        assertThat(alert.findings().getFirst().base())
                .isGreaterThan(alert.findings().getFirst().value());
        assertThat(alert.findings().getFirst().threshold()).isEqualTo(0.30);
    }

    @Test
    void misleadingServicesAreRedByTheirComplaints() throws Exception {
        YearMonth month = YearMonth.of(2010, 3);

        Set<String> decided = new SpWatch(Parameters.defaults())
                .alerts(CUBES.connection(), month, month).stream()
                        .filter(alert -> alert.has("A-SP-10") && alert.state() == State.RED)
                        .map(alert -> alert.entity().key())
                        .collect(Collectors.toSet());

        assertThat(decided).hasSizeGreaterThanOrEqualTo(2);
    }

    private static String groupInRed(YearMonth month) throws Exception {
        return new AreaWatch(Parameters.defaults())
                .alerts(CUBES.connection(), month, month).stream()
                        .filter(each -> each.has("A-PA-05") && each.state() == State.RED)
                        .findFirst()
                        .orElseThrow()
                        .entity()
                        .key();
    }
}

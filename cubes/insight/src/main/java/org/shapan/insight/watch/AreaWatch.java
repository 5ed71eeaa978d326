package org.shapan.insight.watch;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.Parameters;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.cube.FigureHistory;
import org.shapan.insight.cube.MdxTemplate;

/** Areas and group customers: rules A-PA-01 to A-PA-07 (domain §7.2). */
public final class AreaWatch implements Watch {
    private static final String CUBE = "Operations";
    private static final MdxTemplate AREAS = MdxTemplate.of(AreaWatch.class, "areas.mdx");
    private static final MdxTemplate PROGRESS = MdxTemplate.of(AreaWatch.class, "progress.mdx");
    private static final MdxTemplate GROUPS = MdxTemplate.of(AreaWatch.class, "groups.mdx");

    private final AreaRules rules;

    public AreaWatch(Parameters parameters) {
        this.rules = new AreaRules(requireNonNull(parameters, "parameters is null"));
    }

    @Override
    public Set<String> rules() {
        return Set.of("A-PA-01", "A-PA-02", "A-PA-03", "A-PA-04", "A-PA-05", "A-PA-06", "A-PA-07");
    }

    @Override
    public List<Alert> alerts(OlapConnection connection, YearMonth first, YearMonth last) throws OlapException {
        Cube cube = connection.getOlapSchema().getCubes().get(CUBE);
        if (cube == null) {
            return List.of();
        }
        Map<String, List<MemberName>> span = CalendarMonths.of(cube, last).all();
        FigureHistory areas = FigureHistory.query(connection, AREAS.with(span));
        FigureHistory progress = FigureHistory.query(
                connection, PROGRESS.with(CalendarMonths.of(cube, last).between(first, last)));
        FigureHistory groups = FigureHistory.query(connection, GROUPS.with(span));
        AreaEntities entities = new AreaEntities();
        List<Alert> alerts = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            for (Member member : progress.units()) {
                MonthlySeries completion = progress.series(member.getUniqueName(), "Revenue completion");
                add(alerts, entities.of(member), month, rules.progress(unit(member, areas, areas), completion, month));
            }
            for (Member member : areas.units()) {
                AreaRules.Unit unit = unit(member, areas, areas);
                add(alerts, entities.of(member), month, rules.revenue("A-PA-02", unit, month));
                add(alerts, entities.of(member), month, rules.newcomers(unit, month));
                add(alerts, entities.of(member), month, rules.churn(unit, month));
                add(alerts, entities.of(member), month, rules.decline(unit, month));
                add(alerts, entities.of(member), month, rules.dataRevenue(unit, month));
            }
            for (Member member : groups.units()) {
                add(alerts, entities.of(member), month, rules.revenue("A-PA-05", unit(member, groups, areas), month));
            }
        }
        return alerts;
    }

    private static AreaRules.Unit unit(Member member, FigureHistory own, FigureHistory above) throws OlapException {
        Member parent = member.getParentMember();
        UnitLevel level = AreaUnit.level(member);
        return new AreaRules.Unit(
                level,
                measure -> own.series(member.getUniqueName(), measure),
                parent == null ? null : measure -> above.series(parent.getUniqueName(), measure));
    }

    private static void add(List<Alert> alerts, Entity entity, YearMonth month, Optional<Finding> finding) {
        finding.ifPresent(found -> alerts.add(Alert.of(entity, month, found)));
    }
}

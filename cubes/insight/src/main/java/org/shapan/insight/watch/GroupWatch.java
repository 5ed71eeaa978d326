package org.shapan.insight.watch;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.Parameters;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.cube.FigureHistory;
import org.shapan.insight.cube.MdxTemplate;

/** Group customers: health, stability, market share and lines, rules A-GC-02, -03, -04 and -06 (domain §7.2). */
public final class GroupWatch implements Watch {
    private static final String CUBE = "Groups";
    private static final MdxTemplate HEALTH = MdxTemplate.of(GroupWatch.class, "health.mdx");

    private final GroupRules rules;

    public GroupWatch(Parameters parameters) {
        this.rules = new GroupRules(requireNonNull(parameters, "parameters is null"));
    }

    @Override
    public Set<String> rules() {
        return Set.of("A-GC-02", "A-GC-03", "A-GC-04", "A-GC-06");
    }

    @Override
    public List<Alert> alerts(OlapConnection connection, YearMonth first, YearMonth last) throws OlapException {
        Cube cube = connection.getOlapSchema().getCubes().get(CUBE);
        if (cube == null) {
            return List.of();
        }
        FigureHistory history = FigureHistory.query(
                connection, HEALTH.with(CalendarMonths.of(cube, last).all()));
        MonthlySeries churn = churn(history);
        AreaEntities entities = new AreaEntities();
        List<Alert> alerts = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            for (Member member : history.units()) {
                Function<String, MonthlySeries> own = measure -> history.series(member.getUniqueName(), measure);
                Entity entity = entities.of(member);
                for (Finding finding : rules.of(own, churn, month)) {
                    alerts.add(Alert.of(entity, month, finding));
                }
            }
        }
        return alerts;
    }

    /** Members of all groups that left in the month over those that it began with. */
    private static MonthlySeries churn(FigureHistory history) {
        Map<YearMonth, Double> left = new HashMap<>();
        Map<YearMonth, Double> opening = new HashMap<>();
        for (Member member : history.units()) {
            String name = member.getUniqueName();
            history.series(name, GroupRules.LEFT).forEach((month, value) -> left.merge(month, value, Double::sum));
            history.series(name, GroupRules.OPENING)
                    .forEach((month, value) -> opening.merge(month, value, Double::sum));
        }
        opening.replaceAll((month, value) -> value == 0 ? 0 : left.getOrDefault(month, 0.0) / value);
        return new MonthlySeries(opening);
    }
}

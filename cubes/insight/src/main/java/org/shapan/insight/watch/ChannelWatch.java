package org.shapan.insight.watch;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.Parameters;
import org.shapan.insight.Robust;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.cube.FigureHistory;
import org.shapan.insight.cube.MdxTemplate;
import org.shapan.insight.cube.Members;

/** Sales channels: the rules A-CH that monthly figures of channels allow (domain §7.2). */
public final class ChannelWatch implements Watch {
    private static final String CUBE = "Channel Activity";
    private static final String NUMBERS = "Numbers";
    private static final MdxTemplate OF_NUMBERS = MdxTemplate.of(ChannelWatch.class, "numbers.mdx");
    private static final MdxTemplate CHANNELS = MdxTemplate.of(ChannelWatch.class, "channels.mdx");

    private static final MonthlySeries NOTHING = new MonthlySeries(Map.of());

    private final ChannelRules rules;

    public ChannelWatch(Parameters parameters) {
        this.rules = new ChannelRules(requireNonNull(parameters, "parameters is null"));
    }

    @Override
    public List<Alert> alerts(OlapConnection connection, YearMonth first, YearMonth last) throws OlapException {
        Cube cube = connection.getOlapSchema().getCubes().get(CUBE);
        if (cube == null) {
            return List.of();
        }
        FigureHistory history = history(connection, cube, CHANNELS, ChannelRules.MEASURES, last);
        Cube ofNumbers = connection.getOlapSchema().getCubes().get(NUMBERS);
        FigureHistory numbers =
                ofNumbers == null ? history : history(connection, ofNumbers, OF_NUMBERS, ChannelRules.OF_NUMBERS, last);
        Map<Member, MonthlySeries> unitCosts = byType(
                history,
                ChannelRules.UNIT_COST,
                values -> Robust.median(
                        values.stream().mapToDouble(Double::doubleValue).toArray(), values.size()));
        Map<Member, MonthlySeries> newNumbers = byType(
                history,
                ChannelRules.NEW,
                values -> values.stream().mapToDouble(Double::doubleValue).sum());
        List<Alert> alerts = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            for (Member member : history.units()) {
                Function<String, MonthlySeries> own = measure -> history.series(member.getUniqueName(), measure);
                Entity entity = new Entity(
                        Entity.Kind.CHANNEL, member.getName(), member.getUniqueName(), member.getCaption(), null);
                List<Optional<Finding>> findings =
                        new ArrayList<>(rules.of(own, newNumbers.getOrDefault(type(member), NOTHING), month));
                findings.addAll(rules.ofNumbers(measure -> numbers.series(member.getUniqueName(), measure), month));
                findings.add(rules.unitCost(own, month, unitCosts.getOrDefault(type(member), NOTHING)));
                for (Optional<Finding> finding : findings) {
                    if (finding.isPresent()) {
                        alerts.add(Alert.of(entity, month, finding.get()));
                    }
                }
            }
        }
        return alerts;
    }

    private static FigureHistory history(
            OlapConnection connection, Cube cube, MdxTemplate query, List<String> measures, YearMonth last)
            throws OlapException {
        Set<String> visible = cube.getMeasures().stream().map(Measure::getName).collect(Collectors.toSet());
        List<MemberName> names = measures.stream()
                .filter(visible::contains)
                .map(name -> new MemberName("[Measures].[" + name + "]"))
                .toList();
        return FigureHistory.query(
                connection,
                query.with(Members.with(CalendarMonths.of(cube, last).all(), "measures", names)));
    }

    /** A measure of the channels of each type put together, by month. */
    private static Map<Member, MonthlySeries> byType(
            FigureHistory history, String measure, ToDoubleFunction<List<Double>> together) {
        Map<Member, Map<YearMonth, List<Double>>> values = new HashMap<>();
        for (Member member : history.units()) {
            Map<YearMonth, List<Double>> ofType = values.computeIfAbsent(type(member), type -> new HashMap<>());
            history.series(member.getUniqueName(), measure)
                    .forEach((month, value) -> ofType.computeIfAbsent(month, each -> new ArrayList<>())
                            .add(value));
        }
        Map<Member, MonthlySeries> series = new HashMap<>();
        values.forEach((type, byMonth) -> {
            Map<YearMonth, Double> each = new HashMap<>();
            byMonth.forEach((month, all) -> each.put(month, together.applyAsDouble(all)));
            series.put(type, new MonthlySeries(each));
        });
        return series;
    }

    /** Channels lie below sub-types, and those below types. */
    private static Member type(Member channel) {
        return channel.getParentMember().getParentMember();
    }
}

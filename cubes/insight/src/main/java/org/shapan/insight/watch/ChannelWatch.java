package org.shapan.insight.watch;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
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
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.olap4j.Position;
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
    private static final String SOCIAL = "Social Channels";
    private static final MdxTemplate PLACES = MdxTemplate.of(ChannelWatch.class, "places.mdx");
    private static final MdxTemplate OF_VALUE = MdxTemplate.of(ChannelWatch.class, "social.mdx");
    private static final MdxTemplate OF_NUMBERS = MdxTemplate.of(ChannelWatch.class, "numbers.mdx");
    private static final MdxTemplate CHANNELS = MdxTemplate.of(ChannelWatch.class, "channels.mdx");

    private static final MonthlySeries NOTHING = new MonthlySeries(Map.of());

    private final ChannelRules rules;

    public ChannelWatch(Parameters parameters) {
        this.rules = new ChannelRules(requireNonNull(parameters, "parameters is null"));
    }

    @Override
    public Set<String> rules() {
        return ChannelRules.IDS;
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
        Cube ofValue = connection.getOlapSchema().getCubes().get(SOCIAL);
        FigureHistory values =
                ofValue == null ? history : history(connection, ofValue, OF_VALUE, ChannelRules.OF_VALUE, last);
        Map<String, Map<String, MonthlySeries>> numbersOfType = new HashMap<>();
        for (String measure : ChannelRules.OF_NUMBERS) {
            numbersOfType.put(measure, byType(numbers, measure, ChannelWatch::sum));
        }
        Map<String, Entity> places = places(connection, cube, last);
        Map<String, MonthlySeries> unitCosts = byType(
                history,
                ChannelRules.UNIT_COST,
                costs -> Robust.median(
                        costs.stream().mapToDouble(Double::doubleValue).toArray(), costs.size()));
        Map<String, MonthlySeries> newNumbers = byType(history, ChannelRules.NEW, ChannelWatch::sum);
        List<Alert> alerts = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            for (Member member : history.units()) {
                String name = member.getUniqueName();
                Function<String, MonthlySeries> own = measure -> history.series(name, measure);
                Function<String, MonthlySeries> sold = measure -> numbers.series(name, measure);
                Function<String, MonthlySeries> soldByType =
                        measure -> numbersOfType.get(measure).getOrDefault(type(member), NOTHING);
                Entity entity =
                        new Entity(Entity.Kind.CHANNEL, member.getName(), name, member.getCaption(), places.get(name));
                List<Optional<Finding>> findings =
                        new ArrayList<>(rules.of(own, newNumbers.getOrDefault(type(member), NOTHING), month));
                findings.addAll(rules.ofNumbers(sold, soldByType, month));
                findings.add(rules.lowValue(measure -> values.series(name, measure), sold, month));
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
    private static Map<String, MonthlySeries> byType(
            FigureHistory history, String measure, ToDoubleFunction<List<Double>> together) {
        Map<String, Map<YearMonth, List<Double>>> values = new HashMap<>();
        for (Member member : history.units()) {
            Map<YearMonth, List<Double>> ofType = values.computeIfAbsent(type(member), type -> new HashMap<>());
            history.series(member.getUniqueName(), measure)
                    .forEach((month, value) -> ofType.computeIfAbsent(month, each -> new ArrayList<>())
                            .add(value));
        }
        Map<String, MonthlySeries> series = new HashMap<>();
        values.forEach((type, byMonth) -> {
            Map<YearMonth, Double> each = new HashMap<>();
            byMonth.forEach((month, all) -> each.put(month, together.applyAsDouble(all)));
            series.put(type, new MonthlySeries(each));
        });
        return series;
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The micro areas in which outlets stand, by unique name of the channel; without those that the connection does not see. */
    private static Map<String, Entity> places(OlapConnection connection, Cube cube, YearMonth last)
            throws OlapException {
        AreaEntities entities = new AreaEntities();
        Map<String, Entity> places = new HashMap<>();
        Map<String, List<MemberName>> months = CalendarMonths.of(cube, last).between(last, last);
        try (OlapStatement statement = connection.createStatement();
                CellSet cells = statement.executeOlapQuery(PLACES.with(months))) {
            for (Position position : cells.getAxes().get(1).getPositions()) {
                List<Member> members = position.getMembers();
                places.put(members.get(0).getUniqueName(), entities.of(members.get(1)));
            }
        } catch (OlapException e) {
            throw e;
        } catch (SQLException e) {
            throw new OlapException("the places of channels cannot be read", e);
        }
        return places;
    }

    /** Unique name of the channel's type: channels lie below sub-types, and those below types. */
    static String type(Member channel) {
        return channel.getParentMember().getParentMember().getUniqueName();
    }
}

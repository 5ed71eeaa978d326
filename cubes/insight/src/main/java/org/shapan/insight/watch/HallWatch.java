package org.shapan.insight.watch;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.insight.Limits;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.Parameters;
import org.shapan.insight.Robust;
import org.shapan.insight.State;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.cube.FigureHistory;
import org.shapan.insight.cube.MdxTemplate;

/**
 * Own halls: A-ST-01 (domain §7.2), rule type RT4 on how the value of what a hall handles has moved against its own twelve months, per
 * hall, per employee and per square metre, among the halls of its type. The movement and not the level: halls differ tenfold in size. Without
 * the expected revenue of new customers (the rest of STO-04), which varies by half from month to month.
 */
public final class HallWatch implements Watch {
    private static final String CUBE = "Halls";
    private static final MdxTemplate HALLS = MdxTemplate.of(HallWatch.class, "halls.mdx");
    private static final String POINTS = "Points worth";

    /** STO-05, STO-06, STO-07: what the value is divided by. */
    private static final List<String> BASES = List.of("Hall-months", "Staff-months", "Floor area-months");

    private static final int YEAR = 12;

    private final Parameters parameters;

    public HallWatch(Parameters parameters) {
        this.parameters = requireNonNull(parameters, "parameters is null");
    }

    /** A hall's efficiency in a month over its mean of the year before. */
    private record Movement(Member hall, double efficiency, double usual) {
        double ratio() {
            return efficiency / usual;
        }
    }

    @Override
    public Set<String> rules() {
        return Set.of("A-ST-01");
    }

    @Override
    public List<Alert> alerts(OlapConnection connection, YearMonth first, YearMonth last) throws OlapException {
        Cube cube = connection.getOlapSchema().getCubes().get(CUBE);
        if (cube == null) {
            return List.of();
        }
        FigureHistory history = FigureHistory.query(
                connection, HALLS.with(CalendarMonths.of(cube, last).all()));
        List<Alert> alerts = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            Map<Member, Finding> worst = new HashMap<>();
            for (String base : BASES) {
                for (List<Movement> peers : byType(history, base, month).values()) {
                    for (Movement movement : peers) {
                        judge(movement, peers)
                                .ifPresent(found -> worst.merge(
                                        movement.hall(),
                                        found,
                                        (a, b) -> b.state().compareTo(a.state()) > 0 ? b : a));
                    }
                }
            }
            for (Member hall : history.units()) {
                if (worst.containsKey(hall)) {
                    Entity entity = new Entity(
                            Entity.Kind.CHANNEL, hall.getName(), hall.getUniqueName(), hall.getCaption(), null);
                    alerts.add(Alert.of(entity, month, worst.get(hall)));
                }
            }
        }
        return alerts;
    }

    private static Map<String, List<Movement>> byType(FigureHistory history, String base, YearMonth month) {
        Map<String, List<Movement>> byType = new HashMap<>();
        for (Member hall : history.units()) {
            MonthlySeries points = history.series(hall.getUniqueName(), POINTS);
            MonthlySeries over = history.series(hall.getUniqueName(), base);
            OptionalDouble now = efficiency(points, over, month);
            double sum = 0;
            int months = 0;
            for (int back = 1; back <= YEAR; back++) {
                OptionalDouble earlier = efficiency(points, over, month.minusMonths(back));
                sum += earlier.orElse(0);
                months += earlier.isPresent() ? 1 : 0;
            }
            if (now.isPresent() && months >= YEAR / 2 && sum > 0) {
                byType.computeIfAbsent(ChannelWatch.type(hall), type -> new ArrayList<>())
                        .add(new Movement(hall, now.getAsDouble(), sum / months));
            }
        }
        return byType;
    }

    /** Empty where the hall was closed: a month without a single transaction is no weak month. */
    private static OptionalDouble efficiency(MonthlySeries points, MonthlySeries over, YearMonth month) {
        double base = over.value(month).orElse(0);
        double handled = points.value(month).orElse(0);
        return base == 0 || handled == 0 ? OptionalDouble.empty() : OptionalDouble.of(handled / base);
    }

    private Optional<Finding> judge(Movement movement, List<Movement> peers) {
        if (peers.size() < parameters.number("A-ST-01.least-peers")) {
            return Optional.empty();
        }
        double[] ratios = peers.stream().mapToDouble(Movement::ratio).toArray();
        Limits limits = parameters.limits("rt4");
        State state = limits.reached(-Robust.distance(movement.ratio(), ratios, ratios.length));
        return state == State.GREEN
                ? Optional.empty()
                : Optional.of(new Finding("A-ST-01", state, movement.efficiency(), movement.usual(), limits.of(state)));
    }
}

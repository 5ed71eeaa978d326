package org.shapan.insight.locate;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.Expectation;
import org.shapan.insight.Judge;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.Parameters;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.cube.FigureHistory;
import org.shapan.insight.cube.MdxTemplate;
import org.shapan.insight.cube.Members;
import org.shapan.insight.watch.AreaEntities;
import org.shapan.insight.watch.Entity;

/**
 * Takes the movement of an additive measure of an area in a month apart: of customers' measures over the cube Operations down to owners, of
 * what channels do (new numbers) over the cube Channel Activity down to the channels that stand in the area.
 */
public final class Localiser {
    /** The cube in which movements of customers' measures are located. */
    public static final String CUBE = "Operations";

    private static final String CHANNELS = "Channel Activity";
    private static final MemberName CHANNEL_LEVEL = new MemberName("[Channel].[Type].[Channel]");

    private static final MdxTemplate HISTORY = MdxTemplate.of(Localiser.class, "history.mdx");
    private static final MdxTemplate WITHIN = MdxTemplate.of(Localiser.class, "within.mdx");

    /** Levels of the logic dimensions in the order of the domain; service is the item. */
    private static final List<String> LEVELS = List.of(
            "[Service].[Service]",
            "[Brand].[Brand]",
            "[Tier].[Tier]",
            "[Tenure].[Tenure]",
            "[Cohort].[Cohort]",
            "[Plan].[Plan class]");

    private final OlapConnection connection;
    private final Parameters parameters;
    private final AreaEntities entities = new AreaEntities();

    public Localiser(OlapConnection connection, Parameters parameters) {
        this.connection = requireNonNull(connection, "connection is null");
        this.parameters = requireNonNull(parameters, "parameters is null");
    }

    /** The measure whose movement lies behind an alert of a rule (domain §7.2); empty for rules that are not about a movement. */
    public static Optional<String> measureOf(String rule) {
        return switch (rule) {
            case "A-PA-02", "A-PA-05", "A-PA-06" -> Optional.of("Gross revenue");
            case "A-PA-03" -> Optional.of("New");
            case "A-PA-04" -> Optional.of("Left");
            case "A-PA-07" -> Optional.of("Data revenue");
            case "A-CH-01", "A-CH-04" -> Optional.of("New numbers");
            default -> Optional.empty();
        };
    }

    /**
     * @param measure name of an additive measure of {@link #CUBE} or of Channel Activity
     * @param node a member of the managed area
     * @return empty where the node has no value or no expectation, or does not move
     */
    public Optional<Movement> locate(String measure, Member node, YearMonth month) throws OlapException {
        Optional<Cube> found = cubeOf(measure);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Cube cube = found.get();
        Map<String, List<MemberName>> span = span(cube, month);
        List<MemberName> measures = has(cube, Judge.CUSTOMERS)
                ? List.of(measure(measure), measure(Judge.CUSTOMERS))
                : List.of(measure(measure));
        FigureHistory root = FigureHistory.query(
                connection,
                HISTORY.with(
                        Members.with(Members.with(span, "measures", measures), "units", Members.names(List.of(node)))));
        MonthlySeries series = root.series(node.getUniqueName(), measure);
        OptionalDouble expected = Expectation.of(series, month);
        if (series.value(month).isEmpty() || expected.isEmpty()) {
            return Optional.empty();
        }
        Whole whole = new Whole(measure, month, span, series.value(month).getAsDouble(), expected.getAsDouble());
        if (whole.difference() == 0) {
            return Optional.empty();
        }
        List<LogicDimension> dimensions = dimensions(cube, whole, node);
        MonthlySeries customers = root.series(node.getUniqueName(), Judge.CUSTOMERS);
        double volume = volume(whole, customers);
        return Optional.of(new Movement(
                measure,
                caption(cube, measure),
                entities.of(node),
                month,
                whole.actual(),
                whole.expected(),
                Expectation.isSeasonal(series, month),
                Expectation.isSeasonal(customers, month),
                volume,
                Double.isNaN(volume) ? Double.NaN : whole.difference() - volume,
                dimensions,
                crossing(whole, node, dimensions),
                ends(whole, node)));
    }

    /** What is taken apart. */
    private record Whole(
            String measure, YearMonth month, Map<String, List<MemberName>> span, double actual, double expected) {
        double difference() {
            return actual - expected;
        }

        boolean isOfChannels() {
            return span.get("cube").getFirst().uniqueName().equals("[" + CHANNELS + "]");
        }
    }

    private Optional<Cube> cubeOf(String measure) throws OlapException {
        List<Cube> cubes = connection.getOlapSchema().getCubes();
        return Stream.of(CUBE, CHANNELS)
                .flatMap(name -> cubes.stream().filter(cube -> cube.getName().equals(name)))
                .filter(cube -> has(cube, measure))
                .findFirst();
    }

    private static Map<String, List<MemberName>> span(Cube cube, YearMonth month) throws OlapException {
        return Members.with(
                CalendarMonths.of(cube, month).all(), "cube", List.of(new MemberName(cube.getUniqueName())));
    }

    private static boolean has(Cube cube, String measure) {
        return cube.getMeasures().stream().anyMatch(each -> each.getName().equals(measure));
    }

    private static MemberName measure(String name) {
        return new MemberName("[Measures].[" + name + "]");
    }

    private static String caption(Cube cube, String measure) {
        return cube.getMeasures().stream()
                .filter(each -> each.getName().equals(measure))
                .findFirst()
                .map(Measure::getCaption)
                .orElse(measure);
    }

    /** (customers − expected customers) × expected value per customer; NaN where customers are not known. */
    private static double volume(Whole whole, MonthlySeries customers) {
        OptionalDouble now = customers.value(whole.month());
        OptionalDouble usual = Expectation.of(customers, whole.month());
        return now.isEmpty() || usual.isEmpty() || usual.getAsDouble() == 0
                ? Double.NaN
                : (now.getAsDouble() - usual.getAsDouble()) * whole.expected() / usual.getAsDouble();
    }

    private List<LogicDimension> dimensions(Cube cube, Whole whole, Member node) throws OlapException {
        List<LogicDimension> dimensions = new ArrayList<>();
        for (String level : LEVELS) {
            String hierarchy = level.substring(0, level.indexOf("].[") + 1);
            Optional<Hierarchy> found = cube.getHierarchies().stream()
                    .filter(each -> each.getUniqueName().equals(hierarchy))
                    .findFirst();
            if (found.isEmpty()) {
                continue;
            }
            List<Part> members = Contributions.ranked(within(whole, node, List.of(new MemberName(level))));
            if (!members.isEmpty()) {
                List<Part> explaining = Contributions.explaining(members, parameters);
                double surprise = Contributions.surprise(explaining, whole.expected(), whole.actual());
                dimensions.add(new LogicDimension(hierarchy, found.get().getCaption(), explaining, members, surprise));
            }
        }
        dimensions.sort(Comparator.comparingDouble(LogicDimension::surprise)
                .reversed()
                .thenComparingInt(dimension -> dimension.explaining().size()));
        return dimensions;
    }

    /** Members of a level within the node, and within a member of another hierarchy when one is given. */
    private List<Part> within(Whole whole, Member node, List<MemberName> levelThenContext) throws OlapException {
        List<MemberName> context = new ArrayList<>(Members.names(List.of(node)));
        context.addAll(levelThenContext.subList(1, levelThenContext.size()));
        FigureHistory history = within(whole, context, levelThenContext.getFirst());
        List<Part> parts = new ArrayList<>();
        for (Member member : history.units()) {
            part(whole, member, history, null).ifPresent(parts::add);
        }
        return parts;
    }

    private FigureHistory within(Whole whole, List<MemberName> context, MemberName level) throws OlapException {
        Map<String, List<MemberName>> parameters =
                Members.with(whole.span(), "measures", List.of(measure(whole.measure())));
        parameters = Members.with(parameters, "level", List.of(level));
        return FigureHistory.query(connection, WITHIN.with(Members.with(parameters, "context", context)));
    }

    private Optional<Part> crossing(Whole whole, Member node, List<LogicDimension> dimensions) throws OlapException {
        if (dimensions.size() < 2) {
            return Optional.empty();
        }
        Part first = dimensions.get(0).members().getFirst();
        Part second = dimensions.get(1).members().getFirst();
        double least = parameters.number("locate.cross");
        if (first.contribution() <= least || second.contribution() <= least) {
            return Optional.empty();
        }
        String level = LEVELS.stream()
                .filter(each -> each.startsWith(dimensions.get(0).hierarchy()))
                .findFirst()
                .orElseThrow();
        return within(whole, node, List.of(new MemberName(level), new MemberName(second.member()))).stream()
                .filter(part -> part.member().equals(first.member()))
                .findFirst()
                .map(part -> new Part(
                        null,
                        part.member(),
                        first.name() + " × " + second.name(),
                        part.actual(),
                        part.expected(),
                        part.seasonal(),
                        part.contribution()));
    }

    /** Step 3: down to the owners of the micro areas that were followed, which compete in one ranking. */
    private List<Part> ends(Whole whole, Member node) throws OlapException {
        List<Part> ends = new ArrayList<>();
        List<Node> nodes = List.of(new Node(node, 1));
        while (!nodes.isEmpty()) {
            List<Node> next = new ArrayList<>();
            for (Node each : nodes) {
                boolean isOfChannels = isOfChannels(whole, each.member());
                FigureHistory history = below(whole, each.member());
                List<Part> followed =
                        Contributions.followed(parts(whole, each.member(), history), each.contribution(), parameters);
                for (Part part : followed) {
                    Member child = history.units().stream()
                            .filter(member -> member.getUniqueName().equals(part.member()))
                            .findFirst()
                            .orElseThrow();
                    if (isOfChannels || AreaUnit.level(child).isOwner()) {
                        ends.add(part);
                    } else {
                        next.add(new Node(child, part.contribution()));
                    }
                }
            }
            nodes = next;
        }
        return Contributions.ranked(ends);
    }

    private record Node(Member member, double contribution) {}

    /**
     * The parts right below an area in a movement, largest contribution first: areas or owners; of what channels do, the channels that
     * stand in a micro area. Empty for an owner.
     */
    public List<Part> parts(Movement movement, Member area) throws OlapException {
        Cube cube = cubeOf(movement.measure())
                .orElseThrow(() -> new OlapException("no cube has the measure " + movement.measure()));
        Whole whole = new Whole(
                movement.measure(),
                movement.month(),
                span(cube, movement.month()),
                movement.actual(),
                movement.expected());
        return parts(whole, area, below(whole, area));
    }

    private List<Part> parts(Whole whole, Member area, FigureHistory history) throws OlapException {
        boolean isOfChannels = isOfChannels(whole, area);
        List<Part> parts = new ArrayList<>();
        for (Member child : history.units()) {
            Entity entity = isOfChannels ? channel(child, area) : entities.of(child);
            part(whole, child, history, entity).ifPresent(parts::add);
        }
        return Contributions.ranked(parts);
    }

    private FigureHistory below(Whole whole, Member area) throws OlapException {
        return isOfChannels(whole, area) ? channels(whole, area) : children(whole, area);
    }

    private static boolean isOfChannels(Whole whole, Member area) throws OlapException {
        return whole.isOfChannels() && AreaUnit.level(area) == UnitLevel.MICRO_AREA;
    }

    private FigureHistory children(Whole whole, Member area) throws OlapException {
        List<Member> children = new ArrayList<>(area.getChildMembers());
        return children.isEmpty()
                ? FigureHistory.NONE
                : FigureHistory.query(
                        connection,
                        HISTORY.with(Members.with(
                                Members.with(whole.span(), "measures", List.of(measure(whole.measure()))),
                                "units",
                                Members.names(children))));
    }

    /** Channels that stand in a micro area. */
    private FigureHistory channels(Whole whole, Member area) throws OlapException {
        return within(whole, Members.names(List.of(area)), CHANNEL_LEVEL);
    }

    private Entity channel(Member channel, Member area) throws OlapException {
        return new Entity(
                Entity.Kind.CHANNEL,
                channel.getName(),
                channel.getUniqueName(),
                channel.getCaption(),
                entities.of(area));
    }

    /** Empty where the member had nothing and has nothing; what has too little past is expected at its mean of three months. */
    private static Optional<Part> part(Whole whole, Member member, FigureHistory history, Entity entity) {
        MonthlySeries series = history.series(member.getUniqueName(), whole.measure());
        double actual = series.value(whole.month()).orElse(0);
        double recent = 0;
        for (int back = 1; back <= 3; back++) {
            recent += series.value(whole.month().minusMonths(back)).orElse(0);
        }
        double expected = Expectation.of(series, whole.month()).orElse(recent / 3);
        return actual == 0 && expected == 0
                ? Optional.empty()
                : Optional.of(new Part(
                        entity,
                        member.getUniqueName(),
                        member.getCaption(),
                        actual,
                        expected,
                        Expectation.isSeasonal(series, whole.month()),
                        (actual - expected) / whole.difference()));
    }
}

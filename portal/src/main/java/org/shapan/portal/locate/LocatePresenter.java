package org.shapan.portal.locate;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.Expectation;
import org.shapan.insight.Judge;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.insight.cube.FigureHistory;
import org.shapan.insight.cube.MdxTemplate;
import org.shapan.insight.cube.Members;
import org.shapan.insight.locate.Localiser;
import org.shapan.insight.locate.Movement;
import org.shapan.insight.locate.Part;
import org.shapan.insight.watch.Entity;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.Questions;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.customer.CustomerList;
import org.shapan.portal.customer.CustomerSource;
import org.shapan.portal.insight.AreaScope;
import org.shapan.portal.insight.BoardMonths;

/** Locates a movement by the insight, under the person's role. Blocking; to be called from a virtual thread. */
public final class LocatePresenter {
    private static final MdxTemplate STATES = MdxTemplate.of(LocatePresenter.class, "states.mdx");

    private final Cubes cubes;
    private final PortalUser user;
    private final Locale locale;
    private final LocalDate asOf;

    /** @param asOf last day of the data */
    public LocatePresenter(Cubes cubes, PortalUser user, Locale locale, LocalDate asOf) {
        this.cubes = requireNonNull(cubes, "cubes is null");
        this.user = requireNonNull(user, "user is null");
        this.locale = requireNonNull(locale, "locale is null");
        this.asOf = requireNonNull(asOf, "asOf is null");
    }

    /** Never throws for what a person can do wrong; the result says what it is. */
    public BoardResult<LocateBoard> load(LocateState state) {
        return Questions.answered("localisation", state, () -> {
            try (OlapConnection connection = cubes.connect(user, locale)) {
                return load(state, connection);
            }
        });
    }

    private BoardResult<LocateBoard> load(LocateState state, OlapConnection connection) throws Exception {
        long started = System.nanoTime();
        Optional<AreaScope> scope =
                AreaScope.of(connection.getOlapSchema().getCubes().get(Localiser.CUBE), user);
        if (scope.isEmpty()) {
            return new BoardResult.NotVisible<>("");
        }
        List<Member> above = scope.get().path(state.area());
        Optional<LocateKpi> kpi = LocateKpi.ofId(state.kpi());
        if (above.isEmpty() || kpi.isEmpty()) {
            return new BoardResult.NotVisible<>(scope.get().top().getCaption());
        }
        BoardMonths months = BoardMonths.of(scope.get().cube(), asOf, state.period());
        if (!months.isThere()) {
            return new BoardResult.NoPeriod<>(months.asked());
        }
        Member start = above.getLast();
        Localiser localiser = new Localiser(connection, Parameters.current());
        Optional<Movement> movement = localiser.locate(kpi.get().measure(), start, months.month());
        List<Member> path = path(scope.get(), start, state.at(), movement);
        if (path.isEmpty()) {
            return new BoardResult.NotVisible<>(scope.get().top().getCaption());
        }

        Map<String, List<Part>> parts = new LinkedHashMap<>();
        Map<String, Member> members = new LinkedHashMap<>();
        above.forEach(member -> members.put(member.getUniqueName(), member));
        path.forEach(member -> members.put(member.getUniqueName(), member));
        for (Member step : path) {
            for (Member child : step.getChildMembers()) {
                members.put(child.getUniqueName(), child);
            }
            if (movement.isPresent()) {
                parts.put(step.getUniqueName(), localiser.parts(movement.get(), step));
            }
        }
        States states = States.read(connection, kpi.get(), months, List.copyOf(members.values()));
        double whole = movement.map(Movement::difference).orElse(0.0);
        List<TreeNode> steps = new ArrayList<>();
        List<TreeColumn> columns = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            steps.add(states.node(path.get(i), whole));
            List<TreeNode> nodes = new ArrayList<>();
            for (Part part : parts.getOrDefault(path.get(i).getUniqueName(), List.of())) {
                nodes.add(states.node(part, members.get(part.member())));
            }
            if (!nodes.isEmpty()) {
                columns.add(new TreeColumn(
                        nodes, i + 1 < path.size() ? path.get(i + 1).getUniqueName() : null));
            }
        }
        List<TreeNode> starts = new ArrayList<>();
        for (Member member : above) {
            starts.add(states.node(member, whole));
        }
        for (Member child : start.getChildMembers()) {
            if (!AreaUnit.level(child).isOwner()) {
                starts.add(states.node(child, whole));
            }
        }
        return new BoardResult.Loaded<>(new LocateBoard(
                kpi.get(),
                months.month(),
                months.choices(),
                starts,
                steps.getFirst(),
                movement,
                steps,
                columns,
                customers(connection, path.getLast(), months.month()),
                (System.nanoTime() - started) / 1_000_000));
    }

    /** From the start to where one has walked: by hand, or to the part from which most of the movement comes. */
    private static List<Member> path(AreaScope scope, Member start, String at, Optional<Movement> movement)
            throws OlapException {
        String end = at != null
                ? at
                : movement.flatMap(found -> found.ends().stream().findFirst())
                        .map(Part::entity)
                        .map(Entity::member)
                        .orElse(start.getUniqueName());
        List<Member> path = new ArrayList<>(scope.path(end));
        while (!path.isEmpty() && !path.getFirst().getUniqueName().equals(start.getUniqueName())) {
            path.removeFirst();
        }
        return path;
    }

    /** Customers are listed from the micro area down: above, a list would explain nothing. */
    private static Optional<CustomerList> customers(OlapConnection connection, Member at, YearMonth month)
            throws Exception {
        UnitLevel level = AreaUnit.level(at);
        return (level == UnitLevel.MICRO_AREA || level.isOwner()) && CustomerSource.isThere(connection)
                ? Optional.of(CustomerSource.read(connection, at, month))
                : Optional.empty();
    }

    /** The past of the areas on the screen. */
    private record States(LocateKpi kpi, YearMonth month, FigureHistory history) {
        static States read(OlapConnection connection, LocateKpi kpi, BoardMonths months, List<Member> units)
                throws OlapException {
            Map<String, List<MemberName>> parameters =
                    new HashMap<>(months.months().all());
            parameters.put("units", Members.names(units));
            parameters.put(
                    "measures",
                    List.of(
                            new MemberName("[Measures].[" + kpi.measure() + "]"),
                            new MemberName("[Measures].[" + Judge.CUSTOMERS + "]")));
            return new States(kpi, months.month(), FigureHistory.query(connection, STATES.with(parameters)));
        }

        private State state(Member member) throws OlapException {
            String name = member.getUniqueName();
            Member parent = member.getParentMember();
            return Judge.judge(
                            kpi.indicator(),
                            AreaUnit.level(member),
                            history.series(name, kpi.measure()),
                            parent == null ? null : history.series(parent.getUniqueName(), kpi.measure()),
                            history.series(name, Judge.CUSTOMERS),
                            month)
                    .state();
        }

        TreeNode node(Part part, Member member) throws OlapException {
            return new TreeNode(
                    part.member(),
                    part.name(),
                    AreaUnit.level(member),
                    part.actual(),
                    part.expected(),
                    part.seasonal(),
                    part.contribution(),
                    state(member));
        }

        TreeNode node(Member member, double whole) throws OlapException {
            var series = history.series(member.getUniqueName(), kpi.measure());
            double actual = series.value(month).orElse(0);
            double expected = Expectation.of(series, month).orElse(actual);
            return new TreeNode(
                    member.getUniqueName(),
                    member.getCaption(),
                    AreaUnit.level(member),
                    actual,
                    expected,
                    Expectation.isSeasonal(series, month),
                    whole == 0 ? 0 : (actual - expected) / whole,
                    state(member));
        }
    }
}

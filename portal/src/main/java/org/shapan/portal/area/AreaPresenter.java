package org.shapan.portal.area;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.Parameters;
import org.shapan.insight.TargetProgress;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.cube.FigureHistory;
import org.shapan.insight.cube.MdxTemplate;
import org.shapan.insight.cube.Members;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.Choice;
import org.shapan.portal.board.Questions;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.insight.AreaScope;
import org.shapan.portal.insight.BoardMonths;

/**
 * Makes the board from the cubes: two queries and the targets, at the same time, each under the person's role. Blocking; to be called
 * from a virtual thread.
 */
public final class AreaPresenter {
    static final String OPERATIONS = "Operations";
    static final String CHANNELS = "Channel Activity";

    /** A year before the trend, and the months that its first expectation looks back on. */
    static final int HISTORY_MONTHS = AreaBoard.TREND_MONTHS + 12 + 4;

    private static final MdxTemplate UNITS = MdxTemplate.of(AreaPresenter.class, "units.mdx");
    private static final MdxTemplate CHANNEL_SHARE = MdxTemplate.of(AreaPresenter.class, "channels.mdx");
    private static final String BRANDS = "[Brand]";

    private final Cubes cubes;
    private final YearTargets targets;
    private final PortalUser user;
    private final Locale locale;
    private final LocalDate asOf;

    /** @param asOf last day of the data */
    public AreaPresenter(Cubes cubes, YearTargets targets, PortalUser user, Locale locale, LocalDate asOf) {
        this.cubes = requireNonNull(cubes, "cubes is null");
        this.targets = requireNonNull(targets, "targets is null");
        this.user = requireNonNull(user, "user is null");
        this.locale = requireNonNull(locale, "locale is null");
        this.asOf = requireNonNull(asOf, "asOf is null");
    }

    /** Never throws for what a person can do wrong; the result says what it is. */
    public BoardResult<AreaBoard> load(AreaState state) {
        return Questions.answered("areas", state, () -> {
            try (Questions questions = new Questions(cubes, user, locale)) {
                return questions.now(connection -> load(state, connection, questions));
            }
        });
    }

    private BoardResult<AreaBoard> load(AreaState state, OlapConnection connection, Questions questions)
            throws Exception {
        Cube cube = connection.getOlapSchema().getCubes().get(OPERATIONS);
        Optional<AreaScope> scope = AreaScope.of(cube, user);
        if (scope.isEmpty()) {
            return new BoardResult.NotVisible<>("");
        }
        List<Member> path = scope.get().path(state.area());
        Optional<Member> brand =
                Members.find(cube, BRANDS, state.brand() == null ? Members.defaultName(cube, BRANDS) : state.brand());
        if (path.isEmpty() || brand.isEmpty()) {
            return new BoardResult.NotVisible<>(scope.get().top().getCaption());
        }
        BoardMonths shown = BoardMonths.of(cube, asOf, state.period());
        if (!shown.isThere()) {
            return new BoardResult.NoPeriod<>(shown.asked());
        }
        CalendarMonths months = shown.months();
        YearMonth month = shown.month();

        Member node = path.getLast();
        List<Member> parts = new ArrayList<>(node.getChildMembers());
        List<MemberName> units = Members.names(path);
        units.addAll(Members.names(parts));
        Map<String, List<MemberName>> span = months.span(month, HISTORY_MONTHS);
        Map<String, List<MemberName>> parameters = Map.of(
                "units",
                units,
                "brand",
                Members.names(List.of(brand.get())),
                "first",
                span.get("first"),
                "last",
                span.get("last"));
        Future<FigureHistory> operations = questions.ask(each -> FigureHistory.query(each, UNITS.with(parameters)));
        Future<Optional<FigureHistory>> channels = questions.ask(each -> channels(each, node, parameters));
        boolean hasTargets = state.brand() == null && (user.wholeCompany() || !node.isAll());
        return new BoardResult.Loaded<>(board(
                state,
                cube,
                month,
                months,
                path,
                parts,
                new Figures(operations.get(), channels.get().orElse(null)),
                hasTargets ? goals(node, month) : Map.of()));
    }

    /** Figures of both cubes by unit and measure. */
    private record Figures(FigureHistory operations, FigureHistory channels) {
        Function<String, MonthlySeries> of(String unit) {
            return measure -> channels != null && measure.equals(AreaKpi.E_CHANNEL.measure())
                    ? channels.series(unit, measure)
                    : operations.series(unit, measure);
        }
    }

    private AreaBoard board(
            AreaState state,
            Cube cube,
            YearMonth month,
            CalendarMonths months,
            List<Member> path,
            List<Member> parts,
            Figures figures,
            Map<String, Double> goals)
            throws OlapException {
        List<UnitRow> steps = new ArrayList<>();
        for (Member member : path) {
            steps.add(UnitRow.of(
                    unit(member, figures), steps.isEmpty() ? null : steps.getLast(), month, state.against()));
        }
        List<UnitRow> rows = new ArrayList<>();
        for (Member part : parts) {
            UnitRow row = UnitRow.of(unit(part, figures), steps.getLast(), month, state.against());
            if (row.figure(AreaKpi.REVENUE).value().isPresent()
                    || row.figure(AreaKpi.SUBSCRIBERS).value().isPresent()) {
                rows.add(row);
            }
        }
        Function<String, MonthlySeries> own = steps.getLast().unit().figures();
        return new AreaBoard(
                state,
                month,
                months.member(month).uniqueName(),
                months.latestFirst(),
                Choice.of(AreaScope.around(path)),
                Choice.of(Members.level(cube, BRANDS)),
                steps,
                rows,
                targetFigures(steps.getLast().unit(), goals, month),
                own.apply(AreaKpi.NEW.measure()).value(month),
                own.apply("Left").value(month));
    }

    private static Unit unit(Member member, Figures figures) throws OlapException {
        UnitLevel level = AreaUnit.level(member);
        boolean isOwner = level == UnitLevel.GROUP || level == UnitLevel.CHANNEL;
        String type = AreaUnit.property(member, isOwner ? "Owner kind" : "Area type");
        return new Unit(
                member.getUniqueName(), member.getCaption(), type, level, !isOwner, figures.of(member.getUniqueName()));
    }

    /** Electronic channels belong to no area, so their share has a meaning for the whole company only. */
    private Optional<FigureHistory> channels(
            OlapConnection connection, Member node, Map<String, List<MemberName>> parameters) throws OlapException {
        return node.isAll()
                        && user.wholeCompany()
                        && connection.getOlapSchema().getCubes().get(CHANNELS) != null
                ? Optional.of(FigureHistory.query(connection, CHANNEL_SHARE.with(parameters)))
                : Optional.empty();
    }

    private Map<String, Double> goals(Member node, YearMonth month) throws OlapException {
        return switch (AreaUnit.level(node)) {
            case COMPANY -> targets.of(month.getYear(), "company", "company");
            case CITY -> targets.of(month.getYear(), "city", AreaUnit.property(node, "City code"));
            case BRANCH -> targets.of(month.getYear(), "branch", AreaUnit.property(node, "Branch code"));
            case MICRO_AREA, GROUP, CHANNEL, CUSTOMER -> Map.of();
        };
    }

    private static List<TargetFigure> targetFigures(Unit unit, Map<String, Double> goals, YearMonth month) {
        List<TargetFigure> figures = new ArrayList<>();
        for (AreaKpi kpi : AreaKpi.values()) {
            Double goal = goals.get(kpi.id());
            if (goal != null && goal > 0) {
                List<Double> history = new ArrayList<>();
                double sum = 0;
                for (int m = 1; m <= month.getMonthValue(); m++) {
                    sum += unit.series(kpi).value(month.withMonth(m)).orElse(0);
                    history.add(sum / goal);
                }
                double completion = sum / goal;
                double due = TargetProgress.due(unit.series(kpi), month);
                figures.add(new TargetFigure(
                        kpi,
                        goal,
                        completion,
                        due,
                        TargetProgress.judge(OptionalDouble.of(completion), due, Parameters.current()),
                        history));
            }
        }
        return figures;
    }
}

package org.shapan.portal.sandtable;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.Member;
import org.olap4j.metadata.NamedList;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.insight.cube.FigureHistory;
import org.shapan.insight.cube.MdxTemplate;
import org.shapan.insight.cube.Members;
import org.shapan.insight.locate.Localiser;
import org.shapan.insight.locate.Movement;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.Choice;
import org.shapan.portal.board.Questions;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.insight.AreaScope;
import org.shapan.portal.insight.BoardMonths;
import org.shapan.portal.sp.SpBoard;
import org.shapan.portal.sp.SpPresenter;
import org.shapan.portal.sp.SpState;

/**
 * Makes the sand table: one query for each cube, at the same time, each under the person's role. A cube or measure that the role does not
 * show is left out. Blocking; to be called from a virtual thread.
 */
public final class SandPresenter {
    private static final MdxTemplate FIGURES = MdxTemplate.of(SandPresenter.class, "figures.mdx");
    private static final MdxTemplate OF_BRAND = MdxTemplate.of(SandPresenter.class, "figures-of-brand.mdx");
    private static final String BRANDS = "[Brand]";

    /** Movements that are located for the reasons: the worst ones. */
    private static final int MOST_MOVEMENTS = 3;

    private final Cubes cubes;
    private final PortalUser user;
    private final Locale locale;
    private final LocalDate asOf;

    /** @param asOf last day of the data */
    public SandPresenter(Cubes cubes, PortalUser user, Locale locale, LocalDate asOf) {
        this.cubes = requireNonNull(cubes, "cubes is null");
        this.user = requireNonNull(user, "user is null");
        this.locale = requireNonNull(locale, "locale is null");
        this.asOf = requireNonNull(asOf, "asOf is null");
    }

    /**
     * Never throws for what a person can do wrong; the result says what it is.
     *
     * @param known figures of the same area and brand, which hold all months; null where there are none
     * @param located whether movements behind the reasons are located, which takes its time
     */
    public BoardResult<SandBoard> load(SandState state, SandFigures known, boolean located) {
        return Questions.answered("sand table", state, () -> {
            try (Questions questions = new Questions(cubes, user, locale)) {
                return questions.now(connection -> load(state, known, located, connection, questions));
            }
        });
    }

    private BoardResult<SandBoard> load(
            SandState state, SandFigures known, boolean located, OlapConnection connection, Questions questions)
            throws Exception {
        NamedList<Cube> schema = connection.getOlapSchema().getCubes();
        Cube operations = schema.get(SandKpi.Source.OPERATIONS.cube());
        Optional<AreaScope> scope = AreaScope.of(operations, user);
        if (scope.isEmpty()) {
            return new BoardResult.NotVisible<>("");
        }
        List<Member> path = scope.get().path(state.area());
        Optional<Member> brand = Members.find(
                operations, BRANDS, state.brand() == null ? Members.defaultName(operations, BRANDS) : state.brand());
        if (path.isEmpty() || brand.isEmpty() || AreaUnit.level(path.getLast()).isOwner()) {
            return new BoardResult.NotVisible<>(scope.get().top().getCaption());
        }
        BoardMonths months = BoardMonths.of(operations, asOf, state.period());
        if (!months.isThere()) {
            return new BoardResult.NoPeriod<>(months.asked());
        }
        YearMonth month = months.month();
        Map<String, SandUnit> units = new LinkedHashMap<>();
        Map<String, Member> members = new HashMap<>();
        SandUnit area = null;
        for (Member step : path) {
            area = unit(step, area, units, members);
        }
        List<SandUnit> above = units.values().stream().limit(units.size() - 1L).toList();
        List<SandUnit> parts = parts(path.getLast(), area, state.branches(), units, members);
        boolean wholeCompany = state.brand() == null && path.getLast().isAll() && user.wholeCompany();
        Future<Optional<SpBoard>> sp =
                questions.ask(each -> wholeCompany ? serviceProviders(state) : Optional.<SpBoard>empty());
        SandFigures figures = known != null
                ? known
                : figures(schema, months, state.brand() == null ? null : brand.get(), area, parts, units, questions);
        return new BoardResult.Loaded<>(new SandBoard(
                state,
                month,
                months.months().member(month).uniqueName(),
                months.choices(),
                Choice.of(AreaScope.around(path)),
                Choice.of(Members.level(operations, BRANDS)),
                above,
                path.getLast().isAll(),
                figures,
                reasons(figures, month, located && state.brand() == null, members, questions),
                located,
                sp.get()));
    }

    private static SandUnit unit(
            Member member, SandUnit parent, Map<String, SandUnit> units, Map<String, Member> members)
            throws OlapException {
        SandUnit unit = new SandUnit(member.getUniqueName(), member.getCaption(), AreaUnit.level(member), parent);
        units.put(unit.uniqueName(), unit);
        members.put(unit.uniqueName(), member);
        return unit;
    }

    /** The children of an area that are areas, or the branches of its cities. */
    private static List<SandUnit> parts(
            Member member, SandUnit area, boolean branches, Map<String, SandUnit> units, Map<String, Member> members)
            throws OlapException {
        List<SandUnit> parts = new ArrayList<>();
        for (Member child : member.getChildMembers()) {
            if (AreaUnit.level(child).isOwner()) {
                continue;
            }
            SandUnit unit = unit(child, area, units, members);
            if (branches && unit.level() == UnitLevel.CITY) {
                for (Member branch : child.getChildMembers()) {
                    parts.add(unit(branch, unit, units, members));
                }
            } else {
                parts.add(unit);
            }
        }
        return parts;
    }

    private SandFigures figures(
            NamedList<Cube> schema,
            BoardMonths months,
            Member brand,
            SandUnit area,
            List<SandUnit> parts,
            Map<String, SandUnit> units,
            Questions questions)
            throws Exception {
        List<MemberName> names = new ArrayList<>();
        units.keySet().forEach(name -> names.add(new MemberName(name)));
        List<SandKpi> kpis = new ArrayList<>();
        List<Future<FigureHistory>> asked = new ArrayList<>();
        for (SandKpi.Source source : SandKpi.Source.values()) {
            Cube cube = schema.get(source.cube());
            if (cube == null || (brand != null && Members.defaultName(cube, BRANDS) == null)) {
                continue;
            }
            List<String> seen =
                    cube.getMeasures().stream().map(Measure::getName).toList();
            List<MemberName> measures = SandKpi.measures(source).stream()
                    .filter(seen::contains)
                    .map(measure -> new MemberName("[Measures].[" + measure + "]"))
                    .toList();
            for (SandKpi kpi : SandKpi.values()) {
                // Electronic channels belong to no area, and targets are not given by brand.
                boolean means = (kpi.isByArea() || user.wholeCompany()) && (kpi != SandKpi.COMPLETION || brand == null);
                if (kpi.cube().equals(source.cube()) && seen.contains(kpi.measure()) && means) {
                    kpis.add(kpi);
                }
            }
            if (!measures.isEmpty()) {
                Map<String, List<MemberName>> parameters =
                        Members.with(months.months().all(), "units", names);
                parameters = Members.with(parameters, "measures", measures);
                parameters = Members.with(parameters, "cube", List.of(new MemberName("[" + source.cube() + "]")));
                String mdx = brand == null
                        ? FIGURES.with(parameters)
                        : OF_BRAND.with(Members.with(parameters, "brand", Members.names(List.of(brand))));
                asked.add(questions.ask(connection -> FigureHistory.query(connection, mdx)));
            }
        }
        FigureHistory all = asked.getFirst().get();
        for (Future<FigureHistory> other : asked.subList(1, asked.size())) {
            all = all.plus(other.get());
        }
        kpis.sort(Comparator.naturalOrder());
        return new SandFigures(kpis, area, parts, all);
    }

    /** Areas with red figures, then those with yellow ones; the largest movement of revenue first. */
    private static List<SandReason> reasons(
            SandFigures figures, YearMonth month, boolean located, Map<String, Member> members, Questions questions)
            throws Exception {
        List<SandUnit> units = new ArrayList<>(List.of(figures.area()));
        units.addAll(figures.parts());
        List<List<SandCell>> conspicuous = new ArrayList<>();
        for (SandUnit unit : units) {
            List<SandCell> cells = figures.kpis().stream()
                    .map(kpi -> figures.cell(kpi, unit, month))
                    .filter(cell -> cell.figure().isConspicuous())
                    .sorted(Comparator.comparing(SandCell::state).reversed().thenComparing(SandCell::kpi))
                    .toList();
            if (!cells.isEmpty()) {
                conspicuous.add(cells);
            }
        }
        conspicuous.sort(
                Comparator.comparing((List<SandCell> cells) -> cells.getFirst().state())
                        .reversed()
                        .thenComparing(cells -> cells.getFirst().kpi())
                        .thenComparingDouble(cells -> Math.min(
                                0, cells.getFirst().figure().difference().orElse(0))));
        List<Future<Optional<Movement>>> movements = new ArrayList<>();
        for (List<SandCell> cells : conspicuous) {
            movements.add(
                    located && movements.size() < MOST_MOVEMENTS
                            ? questions.ask(connection -> movement(connection, cells.getFirst(), members))
                            : null);
        }
        List<SandReason> reasons = new ArrayList<>();
        for (int i = 0; i < conspicuous.size(); i++) {
            List<SandCell> cells = conspicuous.get(i);
            reasons.add(new SandReason(
                    cells.getFirst().unit(),
                    cells,
                    months(figures, cells.getFirst(), month),
                    movements.get(i) == null
                            ? Optional.empty()
                            : movements.get(i).get()));
        }
        return reasons;
    }

    private static Optional<Movement> movement(OlapConnection connection, SandCell cell, Map<String, Member> members)
            throws OlapException {
        // A year's target is not missed by the movement of one month.
        if (cell.kpi().locate().isEmpty() || cell.kpi() == SandKpi.COMPLETION) {
            return Optional.empty();
        }
        return new Localiser(connection, Parameters.current())
                .locate(
                        cell.kpi().locate().get().measure(),
                        members.get(cell.unit().uniqueName()),
                        cell.figure().month());
    }

    private static int months(SandFigures figures, SandCell cell, YearMonth month) {
        int months = 0;
        while (months < SandBoard.TREND_MONTHS
                && figures.cell(cell.kpi(), cell.unit(), month.minusMonths(months))
                        .figure()
                        .isConspicuous()) {
            months++;
        }
        return months;
    }

    /** Service providers are judged for the whole company. */
    private Optional<SpBoard> serviceProviders(SandState state) {
        BoardResult<SpBoard> result =
                new SpPresenter(cubes, user, locale, asOf).load(SpState.DEFAULT.withPeriod(state.period()));
        return result instanceof BoardResult.Loaded<SpBoard>(SpBoard board)
                        && board.companies().stream().anyMatch(row -> row.state() != State.NONE)
                ? Optional.of(board)
                : Optional.empty();
    }
}

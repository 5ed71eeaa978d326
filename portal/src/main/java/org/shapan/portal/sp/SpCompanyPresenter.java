package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Future;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.Parameters;
import org.shapan.insight.Robust;
import org.shapan.insight.State;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.cube.FigureHistory;
import org.shapan.insight.cube.MdxTemplate;
import org.shapan.insight.cube.Members;
import org.shapan.insight.sp.SpCode;
import org.shapan.insight.sp.SpCodes;
import org.shapan.insight.sp.SpFigure;
import org.shapan.insight.sp.SpScore;
import org.shapan.insight.sp.SpVerdict;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.Questions;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.insight.BoardMonths;

/** Makes the page of a company from the SP cubes, all questions at the same time. Blocking; to be called from a virtual thread. */
public final class SpCompanyPresenter {
    private static final String RISK = "SP Risk";
    private static final int FEWEST_PEERS = 3;

    private static final MdxTemplate FIGURES = MdxTemplate.of(SpCompanyPresenter.class, "total.mdx");
    private static final MdxTemplate HEAT = MdxTemplate.of(SpCompanyPresenter.class, "heat.mdx");
    private static final MdxTemplate CONVERGENCE = MdxTemplate.of(SpCompanyPresenter.class, "convergence.mdx");

    private final Cubes cubes;
    private final PortalUser user;
    private final Locale locale;
    private final LocalDate asOf;

    /** @param asOf last day of the data */
    public SpCompanyPresenter(Cubes cubes, PortalUser user, Locale locale, LocalDate asOf) {
        this.cubes = requireNonNull(cubes, "cubes is null");
        this.user = requireNonNull(user, "user is null");
        this.locale = requireNonNull(locale, "locale is null");
        this.asOf = requireNonNull(asOf, "asOf is null");
    }

    /** Never throws for what a person can do wrong; the result says what it is. */
    public BoardResult<SpCompanyBoard> load(SpCompanyState state) {
        return Questions.answered("SP company", state, () -> {
            try (OlapConnection connection = cubes.connect(user, locale);
                    Questions questions = new Questions(cubes, user, locale)) {
                return load(state, connection, questions);
            }
        });
    }

    private BoardResult<SpCompanyBoard> load(SpCompanyState state, OlapConnection connection, Questions questions)
            throws Exception {
        Cube cube = connection.getOlapSchema().getCubes().get(SpPresenter.CUBE);
        if (cube == null) {
            return new BoardResult.NotVisible<>("");
        }
        List<Member> companies = Members.level(cube, SpPresenter.COMPANIES);
        Optional<Member> company = companies.stream()
                .filter(member -> member.getName().equals(state.company()))
                .findFirst();
        if (company.isEmpty()) {
            return new BoardResult.NotVisible<>("");
        }
        List<Member> services = new ArrayList<>(company.get().getChildMembers());
        Optional<Member> service = services.stream()
                .filter(member -> member.getName().equals(state.code()))
                .findFirst();
        if (state.code() != null && service.isEmpty()) {
            return new BoardResult.NotVisible<>(company.get().getCaption());
        }
        BoardMonths months = BoardMonths.of(cube, asOf, state.period());
        if (!months.isThere()) {
            return new BoardResult.NoPeriod<>(months.asked());
        }
        YearMonth month = months.month();
        Member shown = service.orElse(company.get());
        List<Member> units = new ArrayList<>(services);
        units.add(company.get());
        Member lines = Members.find(cube, SpPresenter.LINES, Members.defaultName(cube, SpPresenter.LINES))
                .orElseThrow();
        SpCodes source = SpCodes.below(cube, lines, months.months(), month);
        Future<FigureHistory> figures = questions.ask(each -> FigureHistory.query(
                each,
                FIGURES.with(Members.with(
                        months.months().span(month, SpBoard.TREND_MONTHS), "units", Members.names(units)))));
        Future<Map<String, Double>> peaks = questions.ask(source::peakHours);
        Future<Map<String, Double>> bursts = questions.ask(source::threeDays);
        Future<FigureHistory> judged = questions.ask(source::history);
        Future<HeatMap> heat = questions.ask(each -> heat(each, cube, months, shown));

        List<SpCode> codes = source.read(judged.get(), peaks.get(), bursts.get());
        SpScore score = new SpScore(Parameters.current());
        Map<String, SpVerdict> verdicts = score.codes(codes, month);
        List<SpCode> own = codes.stream()
                .filter(code -> code.company().equals(company.get().getName()))
                .toList();
        List<SpCodeRow> rows = rows(own, services, verdicts, figures.get(), month);
        Optional<SpCodeRow> chosen = rows.stream()
                .filter(row -> row.unit().code().equals(state.code()))
                .findFirst();
        SpVerdict verdict = chosen.map(SpCodeRow::verdict)
                .or(() -> SpScore.company(own, verdicts, month))
                .orElse(new SpVerdict("", 0, State.NONE, List.of()));
        Optional<SpCodeRow> about = rows.stream()
                .filter(row -> row.code().id().equals(verdict.code()))
                .findFirst();
        Map<String, String> names = new LinkedHashMap<>();
        companies.forEach(member -> names.put(member.getName(), member.getCaption()));
        return new BoardResult.Loaded<>(new SpCompanyBoard(
                month,
                months.choices(),
                names,
                company.get().getCaption(),
                unit(shown, figures.get()),
                verdict,
                score.rules().stream().sorted().toList(),
                rows,
                chosen,
                about,
                medians(codes, about, month),
                heat.get(),
                about.isPresent() ? questions.now(each -> likenesses(each, months, about.get())) : List.of()));
    }

    /** Codes that were billed in the month, the worst first. */
    private static List<SpCodeRow> rows(
            List<SpCode> codes,
            List<Member> services,
            Map<String, SpVerdict> verdicts,
            FigureHistory figures,
            YearMonth month) {
        double fee = codes.stream()
                .mapToDouble(code -> code.value(SpFigure.FEE, month).orElse(0))
                .sum();
        List<SpCodeRow> rows = new ArrayList<>();
        for (SpCode code : codes) {
            OptionalDouble own = code.value(SpFigure.FEE, month);
            String name = CalendarMonths.lastName(code.id());
            services.stream()
                    .filter(member -> own.isPresent() && member.getName().equals(name))
                    .findFirst()
                    .ifPresent(member -> rows.add(new SpCodeRow(
                            unit(member, figures),
                            code,
                            month,
                            fee > 0 ? OptionalDouble.of(own.getAsDouble() / fee) : OptionalDouble.empty(),
                            verdicts.get(code.id()))));
        }
        rows.sort(Comparator.comparing((SpCodeRow row) -> row.verdict().state())
                .thenComparingDouble(row -> row.verdict().score())
                .thenComparingDouble(row -> row.fee().orElse(0))
                .reversed());
        return rows;
    }

    private static SpUnit unit(Member member, FigureHistory history) {
        String name = member.getUniqueName();
        return new SpUnit(name, member.getName(), member.getCaption(), measure -> history.series(name, measure));
    }

    private static Map<SpKpi, OptionalDouble> medians(List<SpCode> codes, Optional<SpCodeRow> about, YearMonth month) {
        Map<SpKpi, OptionalDouble> medians = new EnumMap<>(SpKpi.class);
        about.ifPresent(row -> Map.of(SpKpi.MO, SpFigure.MO, SpKpi.MT, SpFigure.MT)
                .forEach((kpi, figure) -> {
                    double[] values = codes.stream()
                            .filter(code -> code.line().equals(row.code().line()))
                            .map(code -> code.value(figure, month))
                            .filter(OptionalDouble::isPresent)
                            .mapToDouble(OptionalDouble::getAsDouble)
                            .toArray();
                    medians.put(
                            kpi,
                            values.length < FEWEST_PEERS
                                    ? OptionalDouble.empty()
                                    : OptionalDouble.of(Robust.median(values, values.length)));
                }));
        return medians;
    }

    private static HeatMap heat(OlapConnection connection, Cube cube, BoardMonths months, Member unit)
            throws Exception {
        List<MemberName> hours = new ArrayList<>();
        for (var hierarchy : cube.getHierarchies()) {
            if (hierarchy.getUniqueName().equals("[Hour]")) {
                hours = Members.names(hierarchy.getLevels().get("Hour").getMembers());
            }
        }
        if (hours.isEmpty()) {
            return new HeatMap(new double[0][0]);
        }
        String mdx = HEAT.with(Map.of(
                "month",
                List.of(months.months().member(months.month())),
                "hours",
                hours,
                "unit",
                Members.names(List.of(unit))));
        try (OlapStatement statement = connection.createStatement();
                CellSet cells = statement.executeOlapQuery(mdx)) {
            int days = cells.getAxes().get(0).getPositionCount();
            double[][] values = new double[hours.size()][days];
            for (int hour = 0; hour < hours.size(); hour++) {
                for (int day = 0; day < days; day++) {
                    var cell = cells.getCell(List.of(day, hour));
                    values[hour][day] = cell.isNull() ? 0 : cell.getDoubleValue();
                }
            }
            return new HeatMap(values);
        }
    }

    private static List<Likeness> likenesses(OlapConnection connection, BoardMonths months, SpCodeRow about)
            throws Exception {
        if (connection.getOlapSchema().getCubes().get(RISK) == null) {
            return List.of();
        }
        String mdx = CONVERGENCE.with(Map.of(
                "month",
                List.of(months.months().member(months.month())),
                "code",
                List.of(new MemberName(about.code().id()))));
        List<Likeness> found = new ArrayList<>();
        try (OlapStatement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(mdx)) {
            while (rows.next()) {
                found.add(new Likeness(
                        rows.getString("attribute"),
                        rows.getDouble("Concentration S"),
                        rows.getDouble("Base B"),
                        rows.getDouble("Excess C"),
                        rows.getString("Most frequent values")));
            }
        }
        found.sort(Comparator.comparingDouble(Likeness::excess).reversed());
        return found;
    }
}

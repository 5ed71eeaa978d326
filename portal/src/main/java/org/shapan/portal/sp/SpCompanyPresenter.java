package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Future;
import org.olap4j.OlapConnection;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
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

/** Makes the page of a company from the SP cubes: first all codes, that the rules judge, then the company. Blocking; to be called from a virtual thread. */
public final class SpCompanyPresenter {
    private static final int FEWEST_PEERS = 3;

    private static final SpVerdict NOTHING_JUDGED = new SpVerdict("", 0, State.NONE, List.of());

    private static final MdxTemplate FIGURES = MdxTemplate.of(SpCompanyPresenter.class, "company.mdx");

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

    /** What {@link #load(SpCompanyState)} gives, for a page that shows more of the same. */
    BoardResult<SpCompanyBoard> load(SpCompanyState state, OlapConnection connection, Questions questions)
            throws Exception {
        Cube cube = connection.getOlapSchema().getCubes().get(SpPresenter.CUBE);
        if (cube == null) {
            return new BoardResult.NotVisible<>("");
        }
        List<Member> lines = Members.level(cube, SpPresenter.LINES);
        Optional<Member> scope = state.line() == null
                ? Members.find(cube, SpPresenter.LINES, Members.defaultName(cube, SpPresenter.LINES))
                : named(lines, state.line());
        if (scope.isEmpty()) {
            return new BoardResult.NotVisible<>("");
        }
        List<Member> companies = state.line() == null
                ? Members.level(cube, SpPresenter.COMPANIES)
                : new ArrayList<>(scope.get().getChildMembers());
        Optional<Member> asked = named(companies, state.company());
        if (companies.isEmpty() || state.company() != null && asked.isEmpty()) {
            return new BoardResult.NotVisible<>("");
        }
        BoardMonths months = BoardMonths.of(cube, asOf, state.period());
        if (!months.isThere()) {
            return new BoardResult.NoPeriod<>(months.asked());
        }
        YearMonth month = months.month();
        SpCodes source = SpCodes.below(cube, scope.get(), months.months(), month);
        Future<Map<String, Double>> peaks = questions.ask(source::peakHours);
        Future<Map<String, Double>> bursts = questions.ask(source::threeDays);
        Future<FigureHistory> judged = questions.ask(source::history);
        List<SpCode> codes = source.read(judged.get(), peaks.get(), bursts.get());
        SpScore score = new SpScore(Parameters.current());
        Map<String, SpVerdict> ofCompanies = score.companies(codes, month);
        Map<String, SpVerdict> ofCodes = score.codes(codes, month);
        List<SpChoice> choices = choices(companies, judged.get().units(), ofCompanies, ofCodes);
        Member company = asked.orElseGet(
                () -> named(companies, choices.getFirst().company()).orElseThrow());
        List<Member> services = new ArrayList<>(company.getChildMembers());
        Optional<Member> service = named(services, state.code());
        if (state.code() != null && service.isEmpty()) {
            return new BoardResult.NotVisible<>(company.getCaption());
        }

        Member shown = service.orElse(company);
        List<Member> units = new ArrayList<>(services);
        units.add(company);
        FigureHistory figures = FigureHistory.query(
                connection,
                FIGURES.with(Members.with(
                        months.months().span(month, SpBoard.TREND_MONTHS), "units", Members.names(units))));
        List<SpCode> own = codes.stream()
                .filter(code -> code.company().equals(company.getName()))
                .toList();
        List<SpCodeRow> rows = rows(own, services, ofCodes, figures, month);
        Optional<SpCodeRow> chosen = rows.stream()
                .filter(row -> row.unit().code().equals(state.code()))
                .findFirst();
        SpVerdict verdict = chosen.map(SpCodeRow::verdict)
                .or(() -> SpScore.company(own, ofCodes, month))
                .orElse(NOTHING_JUDGED);
        Optional<SpCodeRow> about = rows.stream()
                .filter(row -> row.code().id().equals(verdict.code()))
                .findFirst();
        return new BoardResult.Loaded<>(new SpCompanyBoard(
                month,
                months.choices(),
                lines.stream().map(Member::getName).toList(),
                choices,
                company.getName(),
                company.getCaption(),
                unit(shown, figures),
                verdict,
                score.rules().stream().sorted().toList(),
                rows,
                chosen,
                about,
                medians(codes, about, month)));
    }

    private static Optional<Member> named(List<Member> members, String name) {
        return members.stream().filter(member -> member.getName().equals(name)).findFirst();
    }

    /** Companies, then codes, each by state and score, ties by name. */
    private static List<SpChoice> choices(
            List<Member> companies,
            List<Member> codes,
            Map<String, SpVerdict> ofCompanies,
            Map<String, SpVerdict> ofCodes) {
        Comparator<SpChoice> worst = Comparator.comparing(SpChoice::state)
                .thenComparingDouble(SpChoice::score)
                .reversed()
                .thenComparing(SpChoice::label);
        Map<String, String> names = new HashMap<>();
        List<SpChoice> choices = new ArrayList<>();
        for (Member company : companies) {
            names.put(company.getName(), company.getCaption());
            SpVerdict verdict = ofCompanies.getOrDefault(company.getName(), NOTHING_JUDGED);
            choices.add(new SpChoice(
                    company.getName(),
                    null,
                    company.getCaption(),
                    company.getCaption(),
                    verdict.state(),
                    verdict.score()));
        }
        choices.sort(worst);
        List<SpChoice> services = new ArrayList<>();
        for (Member code : codes) {
            SpVerdict verdict = ofCodes.getOrDefault(code.getUniqueName(), NOTHING_JUDGED);
            String company = code.getParentMember().getName();
            services.add(new SpChoice(
                    company,
                    code.getName(),
                    code.getCaption(),
                    names.getOrDefault(company, company),
                    verdict.state(),
                    verdict.score()));
        }
        services.sort(worst);
        choices.addAll(services);
        return choices;
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
}

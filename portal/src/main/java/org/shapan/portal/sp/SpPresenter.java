package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.Parameters;
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

/**
 * Makes the board from the SP cube: total, companies and the figures of the rules, at the same time, each under the person's role.
 * Blocking; to be called from a virtual thread.
 */
public final class SpPresenter {
    static final String CUBE = SpAssessor.CUBE;
    static final String LINES = "[SP].[Line]";
    static final String COMPANIES = "[SP].[Company]";

    private static final MdxTemplate TOTAL = MdxTemplate.of(SpPresenter.class, "total.mdx");
    private static final MdxTemplate OF_COMPANIES = MdxTemplate.of(SpPresenter.class, "companies.mdx");

    private final Cubes cubes;
    private final PortalUser user;
    private final Locale locale;
    private final LocalDate asOf;

    /** @param asOf last day of the data */
    public SpPresenter(Cubes cubes, PortalUser user, Locale locale, LocalDate asOf) {
        this.cubes = requireNonNull(cubes, "cubes is null");
        this.user = requireNonNull(user, "user is null");
        this.locale = requireNonNull(locale, "locale is null");
        this.asOf = requireNonNull(asOf, "asOf is null");
    }

    /** Never throws for what a person can do wrong; the result says what it is. */
    public BoardResult<SpBoard> load(SpState state) {
        return Questions.answered("SP", state, () -> {
            try (Questions questions = new Questions(cubes, user, locale)) {
                return questions.now(connection -> load(state, connection, questions));
            }
        });
    }

    private BoardResult<SpBoard> load(SpState state, OlapConnection connection, Questions questions)
            throws OlapException, InterruptedException, ExecutionException {
        Cube cube = connection.getOlapSchema().getCubes().get(CUBE);
        if (cube == null) {
            return new BoardResult.NotVisible<>("");
        }
        List<Member> lines = Members.level(cube, LINES);
        Optional<Member> scope = state.line() == null
                ? Members.find(cube, LINES, Members.defaultName(cube, LINES))
                : lines.stream()
                        .filter(line -> line.getName().equals(state.line()))
                        .findFirst();
        if (scope.isEmpty()) {
            return new BoardResult.NotVisible<>("");
        }
        BoardMonths chosen = BoardMonths.of(cube, asOf, state.period());
        if (!chosen.isThere()) {
            return new BoardResult.NoPeriod<>(chosen.asked());
        }
        CalendarMonths months = chosen.months();
        YearMonth month = chosen.month();
        List<Member> companies = state.line() == null
                ? Members.level(cube, COMPANIES)
                : new ArrayList<>(scope.get().getChildMembers());
        List<MemberName> units = Members.names(List.of(scope.get()));

        // Sparklines reach back 13 months, and the first of them is shown without its own past.
        String total = TOTAL.with(Members.with(months.span(month, SpBoard.TREND_MONTHS), "units", units));
        String table = OF_COMPANIES.with(
                Members.with(months.span(month, SpBoard.TREND_MONTHS), "units", Members.names(companies)));
        SpCodes codes = SpCodes.below(cube, scope.get(), months, month);
        Future<FigureHistory> totals = questions.ask(each -> FigureHistory.query(each, total));
        Future<FigureHistory> rows = questions.ask(each -> FigureHistory.query(each, table));
        Future<Map<String, Double>> peaks = questions.ask(codes::peakHours);
        Future<Map<String, Double>> bursts = questions.ask(codes::threeDays);
        Future<FigureHistory> judged = questions.ask(codes::history);
        List<SpCode> all = codes.read(judged.get(), peaks.get(), bursts.get());
        return new BoardResult.Loaded<>(board(state, month, months, lines, scope.get(), totals.get(), rows.get(), all));
    }

    private static SpBoard board(
            SpState state,
            YearMonth month,
            CalendarMonths months,
            List<Member> lines,
            Member scope,
            FigureHistory totals,
            FigureHistory rows,
            List<SpCode> codes) {
        SpUnit all = unit(scope, totals);
        double fee = all.value(SpKpi.FEE, month).orElse(0);
        Map<String, SpVerdict> verdicts = new SpScore(Parameters.current()).companies(codes, month);
        List<SpRow> companies = new ArrayList<>();
        for (Member company : rows.units()) {
            SpUnit unit = unit(company, rows);
            OptionalDouble own = unit.value(SpKpi.FEE, month);
            if (own.isEmpty()) {
                continue;
            }
            List<SpCode> ofCompany = codes.stream()
                    .filter(code -> code.company().equals(company.getName()))
                    .toList();
            companies.add(new SpRow(
                    unit,
                    linesOf(ofCompany, month),
                    month,
                    fee > 0 ? OptionalDouble.of(own.getAsDouble() / fee) : OptionalDouble.empty(),
                    verdicts.get(company.getName()),
                    SpRow.Kind.COMPANY));
        }
        SpRow total = new SpRow(
                all, List.of(), month, fee > 0 ? OptionalDouble.of(1) : OptionalDouble.empty(), null, SpRow.Kind.TOTAL);
        List<String> lineCodes = lines.stream().map(Member::getName).toList();
        return new SpBoard(
                state, month, months.member(month).uniqueName(), months.latestFirst(), lineCodes, total, companies);
    }

    private static SpUnit unit(Member member, FigureHistory history) {
        String name = member.getUniqueName();
        return new SpUnit(
                name,
                member.isAll() ? "" : member.getName(),
                member.getCaption(),
                measure -> history.series(name, measure));
    }

    /** Lines in which a company earns, the largest first. */
    private static List<String> linesOf(List<SpCode> codes, YearMonth month) {
        return codes.stream()
                .filter(code -> code.value(SpFigure.FEE, month).orElse(0) > 0)
                .sorted(Comparator.comparingDouble(
                                (SpCode code) -> code.value(SpFigure.FEE, month).orElse(0))
                        .reversed())
                .map(SpCode::line)
                .distinct()
                .toList();
    }
}

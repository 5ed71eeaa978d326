package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.State;
import org.shapan.insight.sp.SpCode;
import org.shapan.insight.sp.SpCodes;
import org.shapan.insight.sp.SpFigure;
import org.shapan.insight.sp.SpFinding;
import org.shapan.insight.sp.Vertical;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.CubeCell;
import org.shapan.portal.explain.Formula;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.NumberQuestion.Fact;
import org.shapan.portal.explain.RuleText;
import org.shapan.portal.text.Figures;

/** What the numbers on the page of a company ask. */
final class SpCompanyQuestions {
    private static final String RISK = "SP Risk";

    private final SpCompanyBoard board;
    private final Words words;
    private final Figures figures;
    private final SpText text;
    private final RuleText rules;

    SpCompanyQuestions(SpCompanyBoard board, Words words, Figures figures) {
        this.board = requireNonNull(board, "board is null");
        this.words = words;
        this.figures = figures;
        this.text = new SpText(figures, words);
        this.rules = new RuleText(words, figures);
    }

    /** A figure of the company or of the chosen code; it must have it. */
    NumberQuestion value(SpKpi kpi) {
        double value = board.unit().value(kpi, board.month()).orElseThrow();
        return question(
                board.unit(),
                SpPresenter.CUBE,
                text.name(kpi),
                kpi.id(),
                text.value(kpi, value).toString(),
                value,
                State.NONE,
                Formula.cell(cell(board.unit(), kpi.measure())),
                v -> text.full(kpi, v),
                rules.none());
    }

    /** Malicious arrears over the fee of the judged code. */
    NumberQuestion malicious(SpCodeRow judged) {
        return figure(judged, SpFigure.MALICIOUS_SHARE, words.get("sp.company.malicious"), "ARR-09");
    }

    private NumberQuestion figure(SpCodeRow row, SpFigure figure, String name, String id) {
        double value = row.code().value(figure, board.month()).orElseThrow();
        return question(
                row.unit(),
                cube(figure),
                name,
                id,
                figures.ratio(value, 1),
                value,
                State.NONE,
                Formula.cell(cell(row.unit(), SpCodes.measure(figure))),
                v -> figures.ratio(v, 4),
                rules.none());
    }

    /** The change of a level against the median of the six months before; empty without one. */
    Optional<NumberQuestion> level(SpKpi kpi, State state) {
        return change(board.unit(), board.unit().series(kpi), kpi.measure(), text.name(kpi), kpi.id(), state);
    }

    private Optional<NumberQuestion> change(
            SpUnit unit, MonthlySeries series, String measure, String name, String id, State state) {
        return Vertical.of(series, board.month()).map(vertical -> {
            Formula formula = new Formula();
            String change = changed(formula, cell(unit, measure), series);
            return question(
                    unit,
                    SpPresenter.CUBE,
                    name + " · " + words.get("sp.median.long"),
                    id,
                    figures.change(vertical.change()),
                    vertical.change(),
                    state,
                    formula.is(change),
                    v -> figures.ratio(v, 4),
                    List.of(new Fact(words.get("sp.median.long"), figures.number(vertical.median(), 2))));
        });
    }

    private String changed(Formula formula, CubeCell cell, MonthlySeries series) {
        String value = formula.month(cell, board.month());
        return value + " / " + formula.median(cell, SpQuestions.base(series, board.month())) + " - 1";
    }

    /** What a rule found in the judged code: its value, or with {@code base} what that was measured against; empty where nothing. */
    Optional<NumberQuestion> rule(SpFinding finding, boolean base) {
        return board.judged().map(row -> {
            String number = finding.rule().number();
            Formula formula = new Formula();
            boolean isMedian = base && changeOf(number) != null;
            String expression = isMedian
                    ? formula.median(
                            keep(formula, row, SpCodes.measure(changeOf(number))),
                            SpQuestions.base(row.code().series(changeOf(number)), board.month()))
                    : measured(formula, row, finding);
            boolean known = !base || isMedian;
            return question(
                    row.unit(),
                    cube(number),
                    words.get("sp.rule." + number) + (base ? " · " + words.get("sp.rules.base") : ""),
                    finding.rule().id(),
                    base
                            ? SpRuleText.base(number, finding.base(), figures)
                            : SpRuleText.write(number, finding.value(), figures),
                    known ? base ? finding.base() : finding.value() : Double.NaN,
                    finding.state(),
                    formula.is(expression),
                    v -> isMedian ? figures.number(v, 2) : SpRuleText.write(number, v, figures),
                    List.of(SpRuleText.fact(finding, words, figures)));
        });
    }

    /** The limit or the points of a rule: they are no numbers of the cubes, what the rule measured stands behind them. */
    Optional<NumberQuestion> behind(SpFinding finding, String name, String shown) {
        return rule(finding, false)
                .map(rule -> new NumberQuestion(
                        rule.name() + " · " + name,
                        rule.id(),
                        shown,
                        Double.NaN,
                        rule.state(),
                        rule.cube(),
                        rule.source(),
                        rule.write(),
                        rule.facts(),
                        rule.pivot()));
    }

    /** The limit of a rule. */
    Optional<NumberQuestion> limit(SpFinding finding) {
        return behind(
                finding,
                words.get("sp.rules.limit"),
                SpRuleText.write(finding.rule().number(), finding.threshold(), figures));
    }

    /** What a rule adds to the score. */
    Optional<NumberQuestion> points(SpFinding finding) {
        double points = board.points(finding.rule().id());
        return behind(finding, words.get("sp.rules.points"), figures.number(points, points % 1 == 0 ? 0 : 1));
    }

    /** The score of the judged code, by which the company is judged; empty where nothing was. */
    Optional<NumberQuestion> score() {
        return board.judged().flatMap(row -> service(row, SpCompanyCards.ServiceColumn.SCORE));
    }

    /** Adds the cell of the month, so that the question knows where it stands. */
    private CubeCell keep(Formula formula, SpCodeRow row, String measure) {
        CubeCell cell = cell(row.unit(), measure);
        formula.add("Value", cell);
        return cell;
    }

    /** The figure whose change a rule looks at; null for other rules. */
    private static SpFigure changeOf(String rule) {
        return switch (rule) {
            case "01" -> SpFigure.FEE;
            case "02" -> SpFigure.USERS;
            case "03" -> SpFigure.MO;
            case "05" -> SpFigure.MT;
            default -> null;
        };
    }

    /** The figure that a rule holds against a limit as it is; null for other rules. */
    private static SpFigure figureOf(String rule) {
        return switch (rule) {
            case "06" -> SpFigure.NIGHT_SHARE;
            case "08" -> SpFigure.MALICIOUS_SHARE;
            case "09" -> SpFigure.CONVERGENCE;
            case "11" -> SpFigure.QUICK_CANCEL_SHARE;
            case "12" -> SpFigure.SILENT_SHARE;
            case "13" -> SpFigure.NEW_ACTIVATION_SHARE;
            case "14" -> SpFigure.CEILING_SHARE;
            case "16" -> SpFigure.COPY_PAIRS;
            default -> null;
        };
    }

    /** The expression of what a rule measured (domain §6.2.5). */
    private String measured(Formula formula, SpCodeRow row, SpFinding finding) {
        String rule = finding.rule().number();
        SpFigure change = changeOf(rule);
        if (change != null) {
            return changed(
                    formula,
                    cell(row.unit(), SpCodes.measure(change)),
                    row.code().series(change));
        }
        SpFigure plain = figureOf(rule);
        if (plain != null) {
            return formula.add("Value", cell(row.unit(), SpCodes.measure(plain)));
        }
        return switch (rule) {
            case "04" -> ratio(formula, row, SpFigure.MT, SpFigure.MO);
            case "10" -> ratio(formula, row, SpFigure.COMPLAINTS, SpFigure.USERS) + " * 10000";
            case "15" -> ratio(formula, row, peer(row.code(), finding), SpFigure.USERS);
            default ->
                isPeak(row.code(), finding)
                        ? formula.largestShare(cell(row.unit(), "Traffic"), "[Hour].[Hour].Members", 1)
                        : formula.largestShare(
                                cell(row.unit(), SpCodes.measure(SpFigure.MT)),
                                Formula.member(board.month()) + ".Children",
                                3);
        };
    }

    private String ratio(Formula formula, SpCodeRow row, SpFigure over, SpFigure base) {
        return formula.add(SpCodes.measure(over) + " of the month", cell(row.unit(), SpCodes.measure(over))) + " / "
                + formula.add(SpCodes.measure(base) + " of the month", cell(row.unit(), SpCodes.measure(base)));
    }

    /** Which of its figures per user rule 15 found to be far. */
    private SpFigure peer(SpCode code, SpFinding finding) {
        double users = code.value(SpFigure.USERS, board.month()).orElse(Double.NaN);
        double messages = code.value(SpFigure.MO, board.month()).orElse(Double.NaN);
        return messages / users == finding.value() ? SpFigure.MO : SpFigure.FEE;
    }

    /** Which of its two shares rule 07 found to be too large. */
    private boolean isPeak(SpCode code, SpFinding finding) {
        OptionalDouble peak = code.value(SpFigure.PEAK_HOUR_SHARE, board.month());
        return peak.isPresent() && peak.getAsDouble() == finding.value();
    }

    /** The figure of a service in a column of its table; empty where it has none. */
    Optional<NumberQuestion> service(SpCodeRow row, SpCompanyCards.ServiceColumn column) {
        String fee = text.name(SpKpi.FEE) + " · " + row.unit().name();
        return switch (column) {
            case FEE ->
                row.fee().stream()
                        .mapToObj(value -> question(
                                row.unit(),
                                SpPresenter.CUBE,
                                fee,
                                SpKpi.FEE.id(),
                                figures.number(value, 0),
                                value,
                                State.NONE,
                                Formula.cell(cell(row.unit(), SpKpi.FEE.measure())),
                                v -> figures.number(v, 2),
                                findings(row)))
                        .findFirst();
            case SHARE ->
                row.share().stream().mapToObj(value -> share(row, value)).findFirst();
            case MEDIAN ->
                change(
                        row.unit(),
                        row.code().series(SpFigure.FEE),
                        SpKpi.FEE.measure(),
                        fee,
                        SpKpi.FEE.id(),
                        State.NONE);
            case SCORE ->
                Optional.of(question(
                        row.unit(),
                        SpPresenter.CUBE,
                        row.unit().name() + " · " + words.get("sp.col.score"),
                        "SPM-25",
                        figures.number(row.verdict().score(), 0),
                        Double.NaN,
                        row.verdict().state(),
                        Formula.cell(cell(row.unit(), SpKpi.FEE.measure())),
                        v -> figures.number(v, 2),
                        findings(row)));
            case MARK, NAME -> Optional.empty();
        };
    }

    private NumberQuestion share(SpCodeRow row, double value) {
        Formula formula = new Formula();
        String part = formula.add("Value", cell(row.unit(), SpKpi.FEE.measure()));
        List<String> all = new ArrayList<>();
        board.codes().forEach(code -> all.add(code.unit().member()));
        return question(
                row.unit(),
                SpPresenter.CUBE,
                text.name(SpKpi.FEE) + " · " + row.unit().name() + " · " + words.get("sp.services.share"),
                SpKpi.FEE.id(),
                figures.ratio(value, 1),
                value,
                State.NONE,
                formula.is(
                        part + " / " + formula.sum(cell(row.unit(), SpKpi.FEE.measure()), SpPresenter.COMPANIES, all)),
                v -> figures.ratio(v, 4),
                List.of());
    }

    private List<Fact> findings(SpCodeRow row) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.get("explain.rule"), words.get("sp.explain.score")));
        row.verdict().findings().forEach(finding -> facts.add(SpRuleText.fact(finding, words, figures)));
        return facts;
    }

    /** MO, MT, or MT per MO (null) of the judged code, or the medians of its line. */
    Optional<NumberQuestion> balance(SpKpi kpi, boolean line) {
        return board.judged().flatMap(row -> {
            Formula formula = new Formula();
            String mo = of(formula, row, SpFigure.MO, line);
            String mt = of(formula, row, SpFigure.MT, line);
            OptionalDouble first = value(row, SpKpi.MO, SpFigure.MO, line);
            OptionalDouble second = value(row, SpKpi.MT, SpFigure.MT, line);
            OptionalDouble value = kpi == SpKpi.MO
                    ? first
                    : kpi == SpKpi.MT || second.isEmpty() || first.orElse(0) <= 0
                            ? second
                            : OptionalDouble.of(second.getAsDouble() / first.getAsDouble());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            SpKpi named = kpi == null ? SpKpi.MT_PER_MO : kpi;
            return Optional.of(question(
                    row.unit(),
                    SpPresenter.CUBE,
                    text.name(named)
                            + (line
                                    ? " · "
                                            + words.get(
                                                    "sp.balance.line",
                                                    row.code().line())
                                    : ""),
                    named.id(),
                    text.value(named, value.getAsDouble()).toString(),
                    value.getAsDouble(),
                    State.NONE,
                    formula.is(kpi == SpKpi.MO ? mo : kpi == SpKpi.MT ? mt : mt + " / " + mo),
                    v -> text.full(named, v),
                    rules.none()));
        });
    }

    private OptionalDouble value(SpCodeRow row, SpKpi kpi, SpFigure figure, boolean line) {
        return line
                ? board.lineMedians().getOrDefault(kpi, OptionalDouble.empty())
                : row.code().value(figure, board.month());
    }

    private String of(Formula formula, SpCodeRow row, SpFigure figure, boolean line) {
        CubeCell cell = cell(row.unit(), SpCodes.measure(figure));
        String own = formula.add(SpCodes.measure(figure) + " of the month", cell);
        return line
                ? formula.medianOver(
                        cell,
                        SpPresenter.COMPANIES,
                        "Descendants(%s.[%s], %s.[Code])"
                                .formatted(SpPresenter.LINES, row.code().line(), SpPresenter.LINES))
                : own;
    }

    /** The convergence of the users of the judged code (domain §6.2.7); empty where it has none. */
    Optional<NumberQuestion> convergence() {
        return board.judged()
                .flatMap(row -> row.code().value(SpFigure.CONVERGENCE, board.month()).stream()
                        .mapToObj(value -> question(
                                row.unit(),
                                RISK,
                                words.get("sp.rule.09") + " · " + row.unit().name(),
                                "SPU-04",
                                figures.number(value, 1),
                                value,
                                board.state("A-SP-09"),
                                Formula.cell(cell(row.unit(), SpCodes.measure(SpFigure.CONVERGENCE))),
                                v -> figures.number(v, 2),
                                rules.limits("A-SP-09.index", false)))
                        .findFirst());
    }

    /** What users of the judged code have in common in an attribute: the concentration, or with {@code base} that of the line. */
    Optional<NumberQuestion> likeness(Likeness likeness, boolean base) {
        double value = base ? likeness.base() : likeness.concentration();
        return board.judged()
                .map(row -> question(
                        row.unit(),
                        RISK,
                        likeness.attribute() + " · " + (base ? words.get("sp.likeness.base") : "S"),
                        base ? "SPU-56" : "SPU-03",
                        figures.ratio(value, 1),
                        value,
                        State.NONE,
                        Formula.cell(cell(row.unit(), base ? "Line base" : "Concentration")
                                .at("[SP attribute]", likeness.member())),
                        v -> figures.ratio(v, 2),
                        List.of(
                                new Fact("S", figures.ratio(likeness.concentration(), 2)),
                                new Fact(words.get("sp.likeness.base"), figures.ratio(likeness.base(), 2)),
                                new Fact(words.get("sp.likeness.values"), likeness.values()),
                                new Fact(words.get("explain.rule"), words.get("sp.explain.likeness")))));
    }

    private NumberQuestion question(
            SpUnit unit,
            String cube,
            String name,
            String id,
            String shown,
            double value,
            State state,
            Formula formula,
            DoubleFunction<String> write,
            List<Fact> facts) {
        List<String> measures = formula.cells().values().stream()
                .map(CubeCell::measure)
                .distinct()
                .toList();
        return new NumberQuestion(
                name,
                id,
                shown,
                value,
                Marks.of(state),
                cube,
                formula,
                write,
                facts,
                SpPivot.of(unit, cube, measures, formula.first()));
    }

    private static String cube(String rule) {
        SpFigure plain = figureOf(rule);
        return plain == null ? SpPresenter.CUBE : cube(plain);
    }

    private static String cube(SpFigure figure) {
        return switch (figure) {
            case MALICIOUS_SHARE, CONVERGENCE, NEW_ACTIVATION_SHARE, COPY_PAIRS -> RISK;
            default -> SpPresenter.CUBE;
        };
    }

    private CubeCell cell(SpUnit unit, String measure) {
        return CubeCell.of(measure, unit.member(), Formula.member(board.month()));
    }
}

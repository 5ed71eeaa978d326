package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.shapan.insight.AbsoluteBand;
import org.shapan.insight.MonthlySeries;
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
import org.shapan.portal.widget.State;

/** What the numbers of the SP board ask. */
public final class SpQuestions {
    private final SpBoard board;
    private final Words words;
    private final Figures figures;
    private final SpText text;
    private final RuleText rules;

    public SpQuestions(SpBoard board, Words words, Figures figures) {
        this.board = requireNonNull(board, "board is null");
        this.words = words;
        this.figures = figures;
        this.text = new SpText(figures, words);
        this.rules = new RuleText(words, figures);
    }

    /** A number of a tile: 0 is the value, then come the comparisons. */
    NumberQuestion tile(SpKpi kpi, int place) {
        SpRow total = board.total();
        if (place == 0) {
            return value(total, kpi);
        }
        SpText.Compared compared = text.compared(board, kpi).get(place - 1);
        return switch (compared.kind()) {
            case LIMIT -> limit(total, kpi, compared);
            case MEDIAN -> median(total, kpi);
            case LAST_MONTH -> change(total, kpi, false, compared.text().value());
            case REFUND -> refund(compared);
            case MT_PER_MO -> value(total, SpKpi.MT_PER_MO);
        };
    }

    /** A figure of a row; it must have it. */
    NumberQuestion value(SpRow row, SpKpi kpi) {
        double value = row.value(kpi).orElseThrow();
        Formula formula = new Formula();
        formula.is(value(formula, row, kpi, board.month()));
        return question(row, kpi, "", text.value(kpi, value).toString(), value, formula, v -> text.full(kpi, v));
    }

    private NumberQuestion limit(SpRow row, SpKpi kpi, SpText.Compared limit) {
        Formula formula = new Formula();
        formula.is(value(formula, row, kpi, board.month()));
        String label = limit.text().label();
        return question(row, kpi, label, limit.text().value(), Double.NaN, formula, v -> text.full(kpi, v));
    }

    private NumberQuestion refund(SpText.Compared compared) {
        double value = board.total()
                .unit()
                .figures()
                .apply(SpText.REFUND)
                .value(board.month())
                .orElseThrow();
        return new NumberQuestion(
                compared.text().label(),
                "",
                compared.text().value(),
                value,
                State.NONE,
                SpPresenter.CUBE,
                Formula.cell(cell(board.total(), SpKpi.SETTLEMENT).measuring(SpText.REFUND)),
                v -> figures.number(v, 2),
                rules.none(),
                SpPivot.href(board, SpText.REFUND));
    }

    /** What a point of growth against complaints stands for: both, and the fee, which is its size. */
    List<NumberQuestion> point(SpRow row) {
        return List.of(
                change(row, SpKpi.FEE, false, SpText.text(row.monthOnMonth(), figures::change)),
                value(row, SpKpi.COMPLAINTS),
                value(row, SpKpi.FEE));
    }

    /** What companies together have of the fee of all. */
    NumberQuestion cumulative(List<SpRow> rows) {
        SpRow last = rows.getLast();
        Formula formula = new Formula();
        CubeCell all = cell(board.total(), SpKpi.FEE);
        String whole = formula.add("Whole", all);
        List<String> members = rows.stream().map(row -> row.unit().member()).toList();
        double share =
                rows.stream().mapToDouble(row -> row.value(SpKpi.FEE).orElse(0)).sum()
                        / board.total().value(SpKpi.FEE).orElseThrow();
        return new NumberQuestion(
                words.get("sp.pareto.cumulative") + " · " + last.unit().name(),
                SpKpi.FEE.id(),
                figures.ratio(share, 1),
                share,
                State.NONE,
                SpPresenter.CUBE,
                formula.is(formula.sum(all, hierarchy(last), members) + " / " + whole),
                v -> figures.ratio(v, 2),
                rules.none(),
                SpPivot.href(board, SpKpi.FEE));
    }

    /** The change against the median of the six months before. */
    NumberQuestion median(SpRow row, SpKpi kpi) {
        MonthlySeries series = row.unit().series(kpi);
        Vertical vertical = Vertical.of(series, board.month()).orElseThrow();
        Formula formula = new Formula();
        String value = value(formula, row, kpi, board.month());
        formula.is(value + " / " + formula.median(cell(row, kpi), base(series, board.month())) + " - 1");
        return question(
                row,
                kpi,
                words.get("sp.median.long"),
                figures.change(vertical.change()),
                vertical.change(),
                formula,
                v -> figures.ratio(v, 4));
    }

    /** The months before one that have a value, of the six that make the base. */
    static List<YearMonth> base(MonthlySeries series, YearMonth month) {
        return IntStream.rangeClosed(1, Vertical.BASE_MONTHS)
                .mapToObj(month::minusMonths)
                .filter(earlier -> series.value(earlier).isPresent())
                .toList();
    }

    /** The change from the month before, or from the same month of the year before: of rates as a difference. */
    NumberQuestion change(SpRow row, SpKpi kpi, boolean year, String shown) {
        YearMonth earlier = year ? board.month().minusYears(1) : board.month().minusMonths(1);
        MonthlySeries series = row.unit().series(kpi);
        boolean points = kpi.form() == SpKpi.Form.RATE;
        double now = series.value(board.month()).orElseThrow();
        double then = series.value(earlier).orElseThrow();
        Formula formula = new Formula();
        String value = value(formula, row, kpi, board.month());
        String before = value(formula, row, kpi, earlier);
        return question(
                row,
                kpi,
                words.get(year ? "sp.yoy" : "sp.mom"),
                shown,
                points ? now - then : now / then - 1,
                formula.is(points ? value + " - " + before : value + " / (" + before + ") - 1"),
                points ? v -> figures.points(v, 4) : v -> figures.ratio(v, 4));
    }

    /** The row's part of the fee of all. */
    private NumberQuestion share(SpRow row) {
        Formula formula = new Formula();
        String part = value(formula, row, SpKpi.FEE, board.month());
        String whole = formula.add("Whole", cell(board.total(), SpKpi.FEE));
        double share = row.share().orElseThrow();
        return question(
                row,
                SpKpi.FEE,
                words.get("sp.col.share"),
                figures.ratio(share, 1),
                share,
                formula.is(part + " / " + whole),
                v -> figures.ratio(v, 2));
    }

    /** The figure of a row in a column of the table; empty where it has none. */
    Optional<NumberQuestion> cell(SpRow row, SpTable.Column column) {
        return switch (column) {
            case SHARE -> row.share().isPresent() ? Optional.of(share(row)) : Optional.empty();
            case LAST_MONTH ->
                row.monthOnMonth().isPresent()
                        ? Optional.of(change(row, SpKpi.FEE, false, SpText.text(row.monthOnMonth(), figures::change)))
                        : Optional.empty();
            case LAST_YEAR ->
                row.yearOnYear().isPresent()
                        ? Optional.of(change(row, SpKpi.FEE, true, SpText.text(row.yearOnYear(), figures::change)))
                        : Optional.empty();
            case SCORE -> row.verdict() == null ? Optional.empty() : Optional.of(score(row));
            case FEE, USERS, MO, MT, MT_PER_MO, COMPLAINTS ->
                row.value(column.kpi()).isPresent() ? Optional.of(value(row, column.kpi())) : Optional.empty();
            case MARK, NAME, LINE, RULES -> Optional.empty();
        };
    }

    /** The points of the rules that were hit; they are no number of the cubes. */
    private NumberQuestion score(SpRow row) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.get("explain.rule"), words.get("sp.explain.score")));
        for (SpFinding finding : row.verdict().findings()) {
            facts.add(SpRuleText.fact(finding, words, figures));
        }
        return new NumberQuestion(
                row.unit().name() + " · " + words.get("sp.col.score"),
                "SPM-25",
                figures.number(row.verdict().score(), 0),
                Double.NaN,
                Marks.of(row.state()),
                SpPresenter.CUBE,
                Formula.cell(cell(row, SpKpi.FEE)),
                v -> figures.number(v, 2),
                facts,
                SpPivot.of(row.unit(), SpPresenter.CUBE, List.of(SpKpi.FEE.measure()), board.monthMember()));
    }

    /**
     * Companies together: how many they are, or the sum of a figure.
     *
     * @param sum of the figure; else the number of companies
     */
    public NumberQuestion together(String name, String shown, List<SpRow> rows, SpKpi kpi, boolean sum) {
        CubeCell all = cell(board.total(), kpi);
        Formula formula = new Formula();
        formula.add("Whole", all);
        List<String> members = rows.stream().map(row -> row.unit().member()).toList();
        String expression = members.isEmpty()
                ? "0"
                : sum
                        ? formula.sum(all, hierarchy(rows.getFirst()), members)
                        : "Count({ " + String.join(", ", members) + " })";
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.get("explain.rule"), words.get("sp.explain.score")));
        rows.forEach(row -> facts.add(new Fact(
                row.unit().name(),
                figures.number(row.score(), 0) + "  "
                        + SpText.text(row.value(kpi), v -> text.value(kpi, v).toString()))));
        return new NumberQuestion(
                name,
                "SPM-21",
                shown,
                sum ? rows.stream().mapToDouble(row -> row.value(kpi).orElse(0)).sum() : rows.size(),
                State.NONE,
                SpPresenter.CUBE,
                formula.is(expression),
                v -> figures.number(v, sum ? 2 : 0),
                facts,
                SpPivot.href(board, kpi));
    }

    private NumberQuestion question(
            SpRow row,
            SpKpi kpi,
            String part,
            String shown,
            double value,
            Formula formula,
            DoubleFunction<String> write) {
        boolean total = row.kind() == SpRow.Kind.TOTAL;
        MonthlySeries series = row.unit().series(kpi);
        List<Fact> facts = new ArrayList<>();
        Vertical.of(series, board.month())
                .ifPresent(v -> facts.add(new Fact(words.get("sp.median.long"), text.full(kpi, v.median()))));
        AbsoluteBand band = kpi.band();
        if (total) {
            facts.addAll(band == null ? rules.total() : rules.limits(AbsoluteBand.ARREARS, true));
        } else if (row.verdict() != null) {
            row.verdict().findings().stream()
                    .filter(finding -> kpi == SpRuleText.kpi(finding.rule().number()))
                    .forEach(finding -> facts.add(SpRuleText.fact(finding, words, figures)));
        }
        String name = text.name(kpi) + (total ? "" : " · " + name(row));
        return new NumberQuestion(
                part.isEmpty() ? name : name + " · " + part,
                kpi.id(),
                shown,
                value,
                total ? Marks.of(kpi.judge(series, board.month())) : State.NONE,
                SpPresenter.CUBE,
                formula,
                write,
                facts,
                row.kind() == SpRow.Kind.COMPANY
                        ? SpPivot.of(row.unit(), SpPresenter.CUBE, List.of(kpi.measure()), board.monthMember())
                        : SpPivot.href(board, kpi));
    }

    private String name(SpRow row) {
        return row.kind() == SpRow.Kind.OTHERS
                ? words.get("sp.others", row.unit().name())
                : row.unit().name();
    }

    /** The expression of a figure of a row: a cell, or of the others together the sum over them. */
    private String value(Formula formula, SpRow row, SpKpi kpi, YearMonth month) {
        if (row.kind() != SpRow.Kind.OTHERS) {
            return month.equals(board.month())
                    ? formula.add("Value", cell(row, kpi))
                    : formula.month(cell(row, kpi), month);
        }
        CubeCell all = Formula.at(cell(board.total(), kpi), month);
        formula.add(month.equals(board.month()) ? "Whole" : "Whole " + month, all);
        return kpi == SpKpi.MT_PER_MO
                ? together(formula, row, all.measuring(SpKpi.MT.measure())) + " / "
                        + together(formula, row, all.measuring(SpKpi.MO.measure()))
                : together(formula, row, all);
    }

    private String together(Formula formula, SpRow row, CubeCell cell) {
        List<SpRow> rows = board.behind(row);
        return formula.sum(
                cell,
                hierarchy(rows.getFirst()),
                rows.stream().map(each -> each.unit().member()).toList());
    }

    private static String hierarchy(SpRow row) {
        return row.unit().member().startsWith(SpPresenter.LINES + ".") ? SpPresenter.LINES : SpPresenter.COMPANIES;
    }

    private CubeCell cell(SpRow row, SpKpi kpi) {
        return CubeCell.of(kpi.measure(), row.unit().member(), board.monthMember());
    }
}

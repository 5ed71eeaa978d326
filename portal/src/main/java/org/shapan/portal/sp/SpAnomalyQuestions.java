package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.shapan.insight.AbsoluteBand;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.State;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.sp.Vertical;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.CubeCell;
import org.shapan.portal.explain.DrilledRows;
import org.shapan.portal.explain.Formula;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.NumberQuestion.Fact;
import org.shapan.portal.explain.RuleText;
import org.shapan.portal.sp.SpAnomalyState.Traffic;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Chart;

/** What the numbers of the rapid analysis ask, beside those that it shares with the page of the company. */
final class SpAnomalyQuestions {
    /** Cells of a map that a menu lists, the largest ones. */
    private static final int MOST_LISTED = 12;

    private final SpCompanyBoard of;
    private final Words words;
    private final Figures figures;
    private final RuleText rules;

    SpAnomalyQuestions(SpCompanyBoard of, Words words, Figures figures) {
        this.of = requireNonNull(of, "of is null");
        this.words = words;
        this.figures = figures;
        this.rules = new RuleText(words, figures);
    }

    /**
     * A figure by month, as a line of a table.
     *
     * @param id of the domain
     * @param state none is not drawn
     * @param rule id of the rule that judges it; null for none, or for fixed limits
     */
    record Line(String name, String measure, String id, int decimals, State state, String rule) {
        MonthlySeries series(SpCompanyBoard of) {
            return of.unit().figures().apply(measure);
        }
    }

    /** The value of a line in the month. */
    Optional<NumberQuestion> value(Line line) {
        OptionalDouble value = line.series(of).value(of.month());
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(question(
                        line,
                        line.name(),
                        figures.number(value.getAsDouble(), line.decimals()),
                        value.getAsDouble(),
                        Formula.cell(cell(line)),
                        v -> figures.number(v, 2)));
    }

    /** The median of the six months before. */
    Optional<NumberQuestion> median(Line line) {
        return vertical(line).map(vertical -> {
            Formula formula = new Formula();
            formula.month(cell(line), of.month());
            return question(
                    line,
                    line.name() + " · " + words.get("sp.median.long"),
                    figures.number(vertical.median(), line.decimals()),
                    vertical.median(),
                    formula.is(medianOf(formula, line)),
                    v -> figures.number(v, 2));
        });
    }

    /** How far the value is from that median. */
    Optional<NumberQuestion> deviation(Line line) {
        return vertical(line).map(vertical -> {
            Formula formula = new Formula();
            String value = formula.month(cell(line), of.month());
            return question(
                    line,
                    line.name() + " · " + words.get("sp.anomaly.deviation"),
                    figures.change(vertical.change()),
                    vertical.change(),
                    formula.is(value + " / " + medianOf(formula, line) + " - 1"),
                    v -> figures.ratio(v, 4));
        });
    }

    private Optional<Vertical> vertical(Line line) {
        return Vertical.of(line.series(of), of.month());
    }

    private String medianOf(Formula formula, Line line) {
        return formula.median(cell(line), SpQuestions.base(line.series(of), of.month()));
    }

    private CubeCell cell(Line line) {
        return CubeCell.of(line.measure(), of.unit().member(), Formula.member(of.month()));
    }

    private NumberQuestion question(
            Line line, String name, String shown, double value, Formula formula, DoubleFunction<String> write) {
        List<Fact> facts = new ArrayList<>();
        if (line.rule() == null) {
            facts.addAll(line.state() == State.NONE ? rules.none() : rules.limits(AbsoluteBand.ARREARS, true));
        } else {
            of.finding(line.rule())
                    .ifPresentOrElse(
                            finding -> facts.add(SpRuleText.fact(finding, words, figures)),
                            () -> facts.add(quiet(line.rule())));
        }
        return new NumberQuestion(
                name,
                line.id(),
                shown,
                value,
                Marks.of(line.state()),
                SpPresenter.CUBE,
                formula,
                write,
                facts,
                SpPivot.of(of.unit(), SpPresenter.CUBE, List.of(line.measure()), cell(line)));
    }

    /** A rule that found nothing in the judged code. */
    private Fact quiet(String rule) {
        String name = words.get("sp.rule." + rule.substring(rule.lastIndexOf('-') + 1));
        return new Fact(
                words.get("explain.rule"),
                words.get(of.state(rule) == State.NONE ? "sp.anomaly.rule.none" : "sp.anomaly.rule.quiet", rule, name));
    }

    /**
     * A figure of a user: the rows that the drill-through of the list gives now, under the reader's role. The user's rows are picked out here, so
     * that no statement names the number.
     */
    NumberQuestion user(SpUsers users, SpUsers.User user, SpUsers.Figure figure) {
        String name = words.get(figure == SpUsers.Figure.FEE ? "sp.col.fee" : "sp.kpi." + figure);
        return new NumberQuestion(
                name + " · " + user.number().masked(),
                "",
                figures.number(figure.of(user), 0),
                figure.of(user),
                org.shapan.portal.widget.State.NONE,
                SpAnomalyPresenter.USERS_CUBE,
                new DrilledRows(
                        users.statement(), users.place(), name, words.get("sp.users.definition"), "", answer -> {
                            List<SpUsers.User> rows = SpAnomalyPresenter.users(answer);
                            OptionalDouble value = SpUsers.of(rows, true, users.statement(), users.place())
                                    .find(user.number())
                                    .map(found -> OptionalDouble.of(figure.of(found)))
                                    .orElse(OptionalDouble.empty());
                            return new DrilledRows.Reckoned(value, List.of(), rows.size());
                        }),
                v -> figures.number(v, 2),
                rules.none(),
                SpPivot.of(of.unit(), SpAnomalyPresenter.USERS_CUBE, List.of("User fee"), Formula.member(of.month())));
    }

    /** The convergence of the users of the judged code (domain §6.2.7). */
    Optional<NumberQuestion> convergence() {
        return new SpCompanyQuestions(of, words, figures).convergence();
    }

    /** The fee of a day, by the hour it arose. */
    Optional<NumberQuestion> day(HeatMap fees, int day) {
        return day >= 0 && day < fees.days()
                ? Optional.of(traffic(
                        Traffic.FEE,
                        day(day),
                        fees.day(day),
                        at(Traffic.FEE, fees.dayNames().get(day), null)))
                : Optional.empty();
    }

    private String day(int day) {
        return figures.date(of.month().atDay(day + 1));
    }

    /** Every day, in order. */
    List<NumberQuestion> days(HeatMap fees) {
        return IntStream.range(0, fees.days())
                .mapToObj(day -> day(fees, day).orElseThrow())
                .toList();
    }

    /** A cell of the map, which has its hours one after the other and in each the days. */
    List<NumberQuestion> cell(HeatMap heat, Traffic traffic, Chart.Point point) {
        int cells = heat.days() * heat.cells().length;
        return point.index() >= 0 && point.index() < cells
                ? List.of(cell(heat, traffic, point.index() / heat.days(), point.index() % heat.days()))
                : List.of();
    }

    NumberQuestion cell(HeatMap heat, Traffic traffic, int hour, int day) {
        String ofDay = heat.dayNames().get(day);
        String ofHour = heat.hourNames().get(hour);
        return traffic(
                traffic,
                day(day) + " " + "%02d:00".formatted(hour),
                heat.cells()[hour][day],
                at(traffic, ofDay, ofHour));
    }

    /** The largest cells, the largest first. */
    List<NumberQuestion> largest(HeatMap heat, Traffic traffic) {
        return IntStream.range(0, heat.days() * heat.cells().length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer cell) -> heat.cells()[cell / heat.days()][cell % heat.days()])
                        .reversed())
                .limit(MOST_LISTED)
                .map(cell -> cell(heat, traffic, cell / heat.days(), cell % heat.days()))
                .toList();
    }

    /** What the three largest days have of the month. */
    NumberQuestion burst(HeatMap heat, Traffic traffic) {
        List<Integer> days = heat.largestDays();
        return share(
                traffic,
                days.stream().sorted().map(day -> Integer.toString(day + 1)).toList(),
                days.stream().mapToDouble(heat::day).sum() / heat.total(),
                CalendarMonths.HIERARCHY,
                days.stream().map(day -> heat.dayNames().get(day)).toList());
    }

    /** What the largest hour has of the month. */
    NumberQuestion peak(HeatMap heat, Traffic traffic) {
        int hour = heat.largestHour();
        return share(
                traffic,
                List.of("%02d:00".formatted(hour)),
                heat.hour(hour) / heat.total(),
                HeatMap.HOURS,
                List.of(heat.hourNames().get(hour)));
    }

    private NumberQuestion share(
            Traffic traffic, List<String> names, double share, String hierarchy, List<String> members) {
        CubeCell whole = at(traffic, Formula.member(of.month()), null);
        Formula formula = new Formula();
        String month = formula.month(whole, of.month());
        // Hours stand beside the month, days in its place.
        String part = hierarchy.equals(HeatMap.HOURS)
                ? formula.add("Value", whole.at(hierarchy, members.getFirst()))
                : formula.sum(whole, hierarchy, members);
        return new NumberQuestion(
                words.get("sp.heat.kind." + traffic) + " · " + String.join(words.get("sp.heat.joint"), names) + " · "
                        + words.get("sp.services.share"),
                traffic.id(),
                figures.ratio(share, 1),
                share,
                org.shapan.portal.widget.State.NONE,
                SpPresenter.CUBE,
                formula.is(part + " / " + month),
                v -> figures.ratio(v, 4),
                rules.none(),
                SpPivot.of(of.unit(), SpPresenter.CUBE, List.of(traffic.measure()), whole));
    }

    /** @param hour null for the whole day */
    private CubeCell at(Traffic traffic, String time, String hour) {
        return CubeCell.of(traffic.measure(), of.unit().member(), time, hour);
    }

    private NumberQuestion traffic(Traffic traffic, String place, double value, CubeCell cell) {
        int decimals = traffic == Traffic.FEE ? 2 : 0;
        return new NumberQuestion(
                words.get("sp.heat.kind." + traffic) + " · " + place,
                traffic.id(),
                figures.number(value, decimals),
                value,
                org.shapan.portal.widget.State.NONE,
                SpPresenter.CUBE,
                Formula.cell(cell),
                v -> figures.number(v, 2),
                rules.none(),
                SpPivot.of(of.unit(), SpPresenter.CUBE, List.of(traffic.measure()), cell));
    }
}

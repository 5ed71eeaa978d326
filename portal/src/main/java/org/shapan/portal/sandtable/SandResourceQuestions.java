package org.shapan.portal.sandtable;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.CubeCell;
import org.shapan.portal.explain.Formula;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.RuleText;
import org.shapan.portal.link.AreaPivotLink;
import org.shapan.portal.pivot.AxisField;
import org.shapan.portal.pivot.FilterField;
import org.shapan.portal.pivot.PivotModel;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.State;

/** What the numbers of the resources ask: sums of months, shares of the plan, a day and the mean of days. */
final class SandResourceQuestions {
    private final SandUnit area;
    private final List<YearMonth> months;
    private final Figures figures;
    private final RuleText rules;

    /** @param month the last one of the sums, which begin in January */
    SandResourceQuestions(SandUnit area, YearMonth month, Words words, Figures figures) {
        this.area = requireNonNull(area, "area is null");
        this.months = IntStream.rangeClosed(1, month.getMonthValue())
                .mapToObj(month::withMonth)
                .toList();
        this.figures = figures;
        this.rules = new RuleText(words, figures);
    }

    /** The sum of a measure of campaigns since January. */
    NumberQuestion sum(String name, String id, String measure, String shown, double value) {
        Formula formula = new Formula();
        return campaigns(name, id, List.of(measure), shown, value, formula.is(sum(formula, measure)), false);
    }

    /** What was done as a share of the plan. */
    NumberQuestion share(String name, String id, String done, String plan, String shown, double value) {
        Formula formula = new Formula();
        String share = sum(formula, done) + " / " + sum(formula, plan);
        return campaigns(name, id, List.of(done, plan), shown, value, formula.is(share), true);
    }

    private String sum(Formula formula, String measure) {
        return Formula.sum(months.reversed().stream()
                .map(each -> formula.month(CubeCell.of(measure, area.uniqueName()), each))
                .toList());
    }

    private NumberQuestion campaigns(
            String name, String id, List<String> measures, String shown, double value, Formula formula, boolean share) {
        return question(
                name,
                id,
                shown,
                value,
                SandResourcePresenter.CAMPAIGNS,
                formula,
                share ? 4 : 2,
                share,
                AreaPivotLink.of(PivotModel.of(SandResourcePresenter.CAMPAIGNS)
                        .withAxes(
                                List.of(AxisField.of("[Campaign type]", "[Campaign type].[Campaign type]")), List.of())
                        .withMeasures(measures.stream()
                                .map(each -> "[Measures].[" + each + "]")
                                .toList())
                        .withFilters(List.of(new FilterField(AreaUnit.HIERARCHY, List.of(area.uniqueName()))))));
    }

    /** A measure of the front line on the last day. */
    NumberQuestion day(
            SandResources.FrontLine front, String name, String id, String measure, String shown, double value) {
        return frontLine(front, name, id, measure, shown, value, Formula.cell(day(front, measure)));
    }

    /** Its mean of the days of the month up to it; a day without any counts. */
    NumberQuestion mean(
            SandResources.FrontLine front, String name, String id, String measure, String shown, double value) {
        CubeCell day = day(front, measure);
        Formula formula = new Formula();
        formula.add("Value", day);
        String sum = formula.sum(
                day,
                CalendarMonths.HIERARCHY,
                List.of(front.days().getFirst() + " : " + front.days().getLast()));
        return frontLine(
                front,
                name,
                id,
                measure,
                shown,
                value,
                formula.is(sum + " / " + front.days().size()));
    }

    private CubeCell day(SandResources.FrontLine front, String measure) {
        return CubeCell.of(measure, area.uniqueName(), front.days().getLast());
    }

    private NumberQuestion frontLine(
            SandResources.FrontLine front,
            String name,
            String id,
            String measure,
            String shown,
            double value,
            Formula formula) {
        return question(
                name,
                id,
                shown,
                value,
                SandResourcePresenter.CHANNELS,
                formula,
                2,
                false,
                AreaPivotLink.of(
                        SandResourcePresenter.CHANNELS,
                        measure,
                        area.uniqueName(),
                        area.level(),
                        front.days().getLast(),
                        null));
    }

    private NumberQuestion question(
            String name,
            String id,
            String shown,
            double value,
            String cube,
            Formula formula,
            int decimals,
            boolean share,
            String pivot) {
        return new NumberQuestion(
                name + " · " + area.name(),
                id,
                shown,
                value,
                State.NONE,
                cube,
                formula,
                share ? number -> figures.ratio(number, decimals) : number -> figures.number(number, decimals),
                rules.none(),
                pivot);
    }
}

package org.shapan.portal.channel;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.CubeCell;
import org.shapan.portal.explain.Formula;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.NumberQuestion.Fact;
import org.shapan.portal.link.AreaPivotLink;
import org.shapan.portal.pivot.AxisField;
import org.shapan.portal.pivot.FilterField;
import org.shapan.portal.pivot.PivotModel;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.State;

/** What the numbers of the simulator ask: unit costs and transactions are cells, what is moved and saved is made of them. */
final class SavingQuestions {
    private static final String TYPES = "[Channel].[Type]";
    private static final String BUSINESSES = "[Business type]";

    private final SavingBoard board;
    private final Words words;
    private final Figures figures;
    private final String month;

    SavingQuestions(SavingBoard board, Words words, Figures figures) {
        this.board = requireNonNull(board, "board is null");
        this.words = words;
        this.figures = figures;
        this.month = Formula.member(board.month());
    }

    /** What a transaction of a type costs. */
    NumberQuestion unitCost(Saving.Type type) {
        return question(
                name("saving.unitCost", type.caption()),
                "CHN-13",
                figures.number(type.unitCost(), 2),
                type.unitCost(),
                Formula.cell(cost(type)),
                2,
                List.of(),
                type);
    }

    /** What the sources of the specification say a transaction costs: no number of the cubes. */
    NumberQuestion reference(Saving.Type type) {
        return question(
                name("saving.reference", type.caption()),
                "",
                figures.number(UnitCostReference.of(type.name()).orElseThrow(), 2),
                Double.NaN,
                Formula.cell(cost(type)),
                2,
                List.of(new Fact(words.get("saving.reference"), words.get("saving.explain.reference"))),
                type);
    }

    /** Transactions of a business type in the channel type from which they go. */
    NumberQuestion here(Saving.Business business, Saving.Type from) {
        double value = business.here().get(from.name());
        return question(
                name("saving.here", business.caption()),
                "CHN-72",
                figures.number(value, 0),
                value,
                Formula.cell(eligible(from).at(BUSINESSES, business.member())),
                0,
                List.of(),
                from);
    }

    /** Transactions that would go. */
    NumberQuestion moved(List<Saving.Business> asked, Saving.Type from, Saving.Type to, int decimals) {
        double value = board.saving().moved(asked, from, to, board.share());
        Formula formula = new Formula();
        return question(
                name("saving.moved", from.caption() + " → " + to.caption()),
                "CHN-72",
                figures.number(value, decimals),
                value,
                formula.is(moved(formula, asked, from, to)),
                2,
                share(),
                from,
                to);
    }

    /** What that would save; less than nothing where it costs more. */
    NumberQuestion saved(String shown, String what, List<Saving.Business> asked, Saving.Type from, Saving.Type to) {
        Formula formula = new Formula();
        String moved = moved(formula, asked, from, to);
        String costs =
                "(" + formula.add("Unit cost from", cost(from)) + " - " + formula.add("Unit cost to", cost(to)) + ")";
        return question(
                name("saving.saved", what),
                "",
                shown,
                board.saving().saved(asked, from, to, board.share()),
                formula.is(moved + " * " + costs),
                2,
                share(),
                from,
                to);
    }

    /** Only business types go that the other type handles, too: where all are asked for, those that stay are taken from the whole. */
    private String moved(Formula formula, List<Saving.Business> asked, Saving.Type from, Saving.Type to) {
        CubeCell all = eligible(from);
        if (asked.size() == 1) {
            return board.share() + " * "
                    + formula.add("Value", all.at(BUSINESSES, asked.getFirst().member()));
        }
        String whole = formula.add("Value", all);
        List<String> staying = asked.stream()
                .filter(business -> !business.isHandledBy(to))
                .map(Saving.Business::member)
                .toList();
        return board.share() + " * "
                + (staying.isEmpty() ? whole : "(" + whole + " - " + formula.sum(all, BUSINESSES, staying) + ")");
    }

    private CubeCell eligible(Saving.Type from) {
        return CubeCell.of(
                SavingPresenter.ELIGIBLE, from.member(), board.path().getLast().uniqueName(), month);
    }

    /** Unit costs are those of all that the person may see, not of the area whose transactions go. */
    private CubeCell cost(Saving.Type type) {
        return CubeCell.of(
                SavingPresenter.UNIT_COST,
                type.member(),
                board.path().getFirst().uniqueName(),
                month);
    }

    private List<Fact> share() {
        return List.of(new Fact(words.get("saving.share"), board.state().share() + "%"));
    }

    private String name(String key, String what) {
        return words.get(key) + " · " + what;
    }

    private static AxisField types(Saving.Type... types) {
        return AxisField.of(TYPES, TYPES + ".[Type]")
                .pick(List.of(types).stream().map(Saving.Type::member).toList());
    }

    private NumberQuestion question(
            String name,
            String id,
            String shown,
            double value,
            Formula formula,
            int decimals,
            List<Fact> facts,
            Saving.Type... types) {
        List<FilterField> filters = new ArrayList<>(List.of(new FilterField(CalendarMonths.HIERARCHY, List.of(month))));
        for (MemberName member : formula.place()) {
            for (String hierarchy : List.of(AreaUnit.HIERARCHY, BUSINESSES)) {
                if (member.uniqueName().startsWith(hierarchy + ".")) {
                    filters.add(new FilterField(hierarchy, List.of(member.uniqueName())));
                }
            }
        }
        return new NumberQuestion(
                name,
                id,
                shown,
                value,
                State.NONE,
                SavingPresenter.CUBE,
                formula,
                number -> figures.number(number, decimals),
                facts,
                AreaPivotLink.of(PivotModel.of(SavingPresenter.CUBE)
                        .withAxes(List.of(types(types)), List.of())
                        .withMeasures(List.of(
                                "[Measures].[" + SavingPresenter.ELIGIBLE + "]",
                                "[Measures].[" + SavingPresenter.UNIT_COST + "]"))
                        .withFilters(filters)));
    }
}

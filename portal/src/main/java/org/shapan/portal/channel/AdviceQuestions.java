package org.shapan.portal.channel;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** What the numbers of types of value and of their channels ask. */
final class AdviceQuestions {
    private static final Map<String, String> IDS = Map.of(
            AdvicePresenter.COUNT, "SOC-51",
            AdvicePresenter.INPUT, "SOC-59",
            AdvicePresenter.CONTRIBUTION, "SOC-58",
            AdvicePresenter.NET_VALUE, "SOC-03",
            AdvicePresenter.YIELD, "SOC-04",
            AdvicePresenter.SCORE, "SOC-01",
            AdvicePresenter.WITHHELD, "SOC-06");

    private final AdviceBoard board;
    private final Figures figures;
    private final RuleText rules;

    AdviceQuestions(AdviceBoard board, Words words, Figures figures) {
        this.board = requireNonNull(board, "board is null");
        this.figures = figures;
        this.rules = new RuleText(words, figures);
    }

    /**
     * A figure of a type, or of a channel of the type that is shown; empty where there is none.
     *
     * @param caption head of the column
     */
    Optional<NumberQuestion> figure(AdviceBoard.Line line, String measure, String caption) {
        if (line.value(measure).isEmpty()) {
            return Optional.empty();
        }
        double value = line.value(measure).getAsDouble();
        String area = board.path().getLast().uniqueName();
        String month = Formula.member(board.month());
        boolean isType = board.types().contains(line);
        String type = isType ? line.uniqueName() : board.shown().orElseThrow().uniqueName();
        CubeCell cell = isType
                ? CubeCell.of(measure, type, area, month)
                : CubeCell.of(measure, type, line.uniqueName(), area, month);
        AxisField rows = isType
                ? AxisField.of("[Value type]", "[Value type].[Value type]").pick(List.of(type))
                : AxisField.of("[Channel].[Type]", "[Channel].[Type].[Channel]").pick(List.of(line.uniqueName()));
        List<FilterField> filters = new ArrayList<>(List.of(
                new FilterField("[Time].[Calendar]", List.of(month)),
                new FilterField("[Area].[Managed]", List.of(area))));
        if (!isType) {
            filters.add(new FilterField("[Value type]", List.of(type)));
        }
        return Optional.of(new NumberQuestion(
                caption + " · " + line.caption(),
                IDS.getOrDefault(measure, ""),
                figures.number(value, 1),
                value,
                State.NONE,
                AdvicePresenter.CUBE,
                Formula.cell(cell),
                number -> figures.number(number, 2),
                rules.none(),
                AreaPivotLink.of(PivotModel.of(AdvicePresenter.CUBE)
                        .withAxes(List.of(rows), List.of())
                        .withMeasures(List.of("[Measures].[" + measure + "]"))
                        .withFilters(filters))));
    }
}

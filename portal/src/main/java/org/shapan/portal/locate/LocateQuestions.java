package org.shapan.portal.locate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.locate.LogicDimension;
import org.shapan.insight.locate.Movement;
import org.shapan.insight.locate.Part;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.customer.CustomerList;
import org.shapan.portal.explain.CubeCell;
import org.shapan.portal.explain.Formula;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.NumberQuestion.Fact;
import org.shapan.portal.explain.RuleText;
import org.shapan.portal.link.AreaPivotLink;
import org.shapan.portal.pivot.FilterField;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.State;

/** What the numbers of a localisation ask: how far a node, a member or a step lies from its expectation, and its share of the movement. */
final class LocateQuestions {
    private static final String CUBE = org.shapan.insight.locate.Localiser.CUBE;

    private final LocateBoard board;
    private final LocateText text;
    private final Words words;
    private final Figures figures;
    private final RuleText rules;

    LocateQuestions(LocateBoard board, LocateText text, Words words, Figures figures) {
        this.board = requireNonNull(board, "board is null");
        this.text = text;
        this.words = words;
        this.figures = figures;
        this.rules = new RuleText(words, figures);
    }

    /** A node of the tree: its difference, or its share of the movement. */
    NumberQuestion node(TreeNode node, boolean share) {
        Formula formula = new Formula();
        String difference = difference(formula, cell(node.member()), node.seasonal());
        return question(
                node.name(),
                share ? node.contribution() : node.difference(),
                share,
                formula,
                difference,
                facts(node.actual(), node.expected(), node.level()),
                Marks.of(node.state()),
                pivot(node.member(), node.level()));
    }

    /** The nodes of a column that are not shown, together. */
    NumberQuestion others(TreeNode parent, List<TreeNode> others, boolean share) {
        Formula formula = new Formula();
        formula.add("Whole", cell(parent.member()));
        List<String> sums = new ArrayList<>();
        for (boolean seasonal : new boolean[] {true, false}) {
            List<String> members = others.stream()
                    .filter(node -> node.seasonal() == seasonal)
                    .map(TreeNode::member)
                    .toList();
            if (!members.isEmpty()) {
                sums.add(
                        Formula.sumOfDifferences(CubeCell.of(board.kpi().measure()), board.month(), members, seasonal));
            }
        }
        double difference = others.stream().mapToDouble(TreeNode::difference).sum();
        double contribution =
                others.stream().mapToDouble(TreeNode::contribution).sum();
        return question(
                words.get("locate.tree.others", others.size()),
                share ? contribution : difference,
                share,
                formula,
                Formula.sum(sums),
                List.of(),
                State.NONE,
                pivot(parent.member(), parent.level()));
    }

    /** Customers of one reason together: they come from the list of customers, which is no figure of the cube Operations. */
    NumberQuestion customers(CustomerList.Together reason, boolean share) {
        double whole = board.start().difference();
        TreeNode at = board.at();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.get("locate.explain.customers"), Integer.toString(reason.count())));
        facts.add(new Fact(words.get("explain.rule"), words.get("locate.explain.list")));
        return new NumberQuestion(
                at.name() + " · " + words.get("customers.reason." + reason.reason()),
                "",
                share ? text.share(whole == 0 ? 0 : reason.difference() / whole) : shown(reason.difference()),
                Double.NaN,
                State.NONE,
                CUBE,
                Formula.cell(cell(at.member())),
                v -> figures.number(v, 2),
                facts,
                pivot(at.member(), at.level()));
    }

    /** A member of a logic dimension: its difference, or its share of the movement. */
    NumberQuestion part(LogicDimension dimension, Part part, boolean share) {
        Formula formula = new Formula();
        return question(
                board.start().name() + " · " + part.name(),
                share ? part.contribution() : part.difference(),
                share,
                formula,
                difference(formula, cell(part), part.seasonal()),
                facts(part.actual(), part.expected(), null),
                State.NONE,
                AreaPivotLink.within(
                        CUBE,
                        board.kpi().measure(),
                        board.start().member(),
                        board.start().level(),
                        Formula.member(board.month()),
                        List.of(new FilterField(dimension.hierarchy(), List.of(part.member())))));
    }

    /** What of the movement the members before it in the waterfall do not explain. */
    NumberQuestion rest(Movement movement, LogicDimension dimension, List<Part> shown) {
        Formula formula = new Formula();
        String whole =
                difference(formula, cell(board.start().member()), board.start().seasonal());
        List<String> parts = new ArrayList<>();
        double rest = movement.difference();
        for (Part part : shown) {
            parts.add(difference(formula, cell(part), part.seasonal()));
            rest -= part.difference();
        }
        return question(
                dimension.name() + " · " + words.get("locate.waterfall.others"),
                rest,
                false,
                formula,
                parts.isEmpty() ? whole : whole + " - " + Formula.sum(parts),
                List.of(),
                State.NONE,
                pivot(board.start().member(), board.start().level()));
    }

    /** The whole movement. */
    NumberQuestion whole() {
        return node(board.start(), false);
    }

    private NumberQuestion question(
            String name,
            double value,
            boolean share,
            Formula formula,
            String difference,
            List<Fact> facts,
            State state,
            String pivot) {
        DoubleFunction<String> write = share ? v -> figures.ratio(v, 4) : v -> figures.difference(v, 2);
        String whole = share
                ? difference(
                        formula, cell(board.start().member()), board.start().seasonal())
                : "";
        return new NumberQuestion(
                text.name(board.kpi()) + " · " + name + (share ? " · " + words.get("locate.explain.share") : ""),
                board.kpi().id(),
                share ? text.share(value) : shown(value),
                value,
                state,
                CUBE,
                formula.is(share ? difference + " / " + whole : difference),
                write,
                facts,
                pivot);
    }

    private String shown(double difference) {
        return text.difference(difference) + " " + text.unit();
    }

    private List<Fact> facts(double actual, double expected, UnitLevel level) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.get("explain.value"), figures.number(actual, 2)));
        facts.add(new Fact(words.get("explain.expected"), figures.number(expected, 2)));
        if (level != null) {
            facts.addAll(rules.of(board.kpi().indicator(), level));
        }
        return facts;
    }

    private String difference(Formula formula, CubeCell cell, boolean seasonal) {
        return "(" + formula.month(cell, board.month()) + " - "
                + formula.expectation(cell, board.month(), seasonal, false) + ")";
    }

    private CubeCell cell(String area) {
        return CubeCell.of(board.kpi().measure(), area, Formula.member(board.month()));
    }

    private CubeCell cell(Part part) {
        return CubeCell.of(board.kpi().measure(), board.start().member(), Formula.member(board.month()), part.member());
    }

    private String pivot(String area, UnitLevel level) {
        return AreaPivotLink.of(CUBE, board.kpi().measure(), area, level, Formula.member(board.month()), null);
    }
}

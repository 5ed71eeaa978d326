package org.shapan.portal.locate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.shapan.insight.Judge;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.locate.LogicDimension;
import org.shapan.insight.locate.Movement;
import org.shapan.insight.locate.Part;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.customer.CustomerList;
import org.shapan.portal.customer.CustomerQuestions;
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

    /** The value of a node in the month. */
    NumberQuestion value(TreeNode node) {
        return of(
                node,
                "",
                text.value(node.actual()),
                node.actual(),
                Formula.cell(cell(node.member())),
                v -> figures.number(v, 2));
    }

    /** What it should have been. */
    NumberQuestion expected(TreeNode node) {
        Formula formula = new Formula();
        return of(
                node,
                words.get("explain.expected"),
                text.value(node.expected()),
                node.expected(),
                formula.is(formula.expectation(cell(node.member()), board.month(), node.seasonal(), false)),
                v -> figures.number(v, 2));
    }

    /** How far it is from that, as a share; the expectation must be above 0. */
    NumberQuestion deviation(TreeNode node) {
        Formula formula = new Formula();
        CubeCell cell = cell(node.member());
        String value = formula.month(cell, board.month());
        return of(
                node,
                words.get("explain.against", words.get("board.vs.EXPECTATION")),
                text.deviation(node.actual(), node.expected()),
                node.actual() / node.expected() - 1,
                formula.is(value + " / (" + formula.expectation(cell, board.month(), node.seasonal(), false) + ") - 1"),
                v -> figures.ratio(v, 4));
    }

    private NumberQuestion of(
            TreeNode node, String what, String shown, double value, Formula formula, DoubleFunction<String> write) {
        return new NumberQuestion(
                text.name(board.kpi()) + " · " + node.name() + (what.isEmpty() ? "" : " · " + what),
                board.kpi().id(),
                shown,
                value,
                Marks.of(node.state()),
                CUBE,
                formula,
                write,
                facts(node.actual(), node.expected(), node.level()),
                pivot(node.member(), node.level()));
    }

    /** The share of the movement that comes from where most of it comes from. */
    NumberQuestion end(Part end) {
        Formula formula = new Formula();
        return question(
                end.name(),
                end.contribution(),
                true,
                formula,
                formula.difference(cell(end.member()), board.month(), end.seasonal()),
                facts(end.actual(), end.expected(), null),
                State.NONE,
                pivot(end.member(), UnitLevel.CHANNEL));
    }

    /** Where the first members of two dimensions meet: the difference, or its share of the movement. */
    NumberQuestion crossing(Movement movement, Part crossing, boolean share) {
        Formula formula = new Formula();
        List<LogicDimension> two = movement.dimensions().subList(0, 2);
        CubeCell cell = cell(board.start().member());
        List<FilterField> filters = new ArrayList<>();
        for (LogicDimension dimension : two) {
            String member = dimension.members().getFirst().member();
            cell = cell.at(dimension.hierarchy(), member);
            filters.add(new FilterField(dimension.hierarchy(), List.of(member)));
        }
        NumberQuestion asked = question(
                board.start().name() + " · " + crossing.name(),
                share ? crossing.contribution() : crossing.difference(),
                share,
                formula,
                formula.difference(cell, board.month(), crossing.seasonal()),
                facts(crossing.actual(), crossing.expected(), null),
                State.NONE,
                AreaPivotLink.within(
                        CUBE,
                        List.of(board.kpi().measure()),
                        board.start().member(),
                        board.start().level(),
                        Formula.member(board.month()),
                        filters));
        return share ? asked : asked.shownAs(text.value(crossing.difference()));
    }

    /** The part of the movement that more or fewer customers make, or the rest, which each of them makes. */
    NumberQuestion volume(Movement movement, boolean rate) {
        Formula formula = new Formula();
        CubeCell cell = cell(board.start().member());
        CubeCell customers = cell.measuring(Judge.CUSTOMERS);
        String value = formula.month(cell, board.month());
        String expected = formula.expectation(cell, board.month(), movement.seasonal(), false);
        String usual = formula.expectation(customers, board.month(), movement.seasonalCustomers(), false);
        String volume = "(" + formula.month(customers, board.month()) + " - " + usual + ") * " + expected + " / ("
                + usual + ")";
        double shown = rate ? movement.rate() : movement.volume();
        return new NumberQuestion(
                text.name(board.kpi()) + " · " + words.get(rate ? "locate.explain.rate" : "locate.explain.volume"),
                rate ? "REV-21" : "REV-20",
                text.signed(shown),
                shown,
                State.NONE,
                CUBE,
                formula.is(rate ? value + " - " + expected + " - " + volume : volume),
                v -> figures.difference(v, 2),
                facts(movement.actual(), movement.expected(), null),
                AreaPivotLink.within(
                        CUBE,
                        List.of(board.kpi().measure(), Judge.CUSTOMERS),
                        board.start().member(),
                        board.start().level(),
                        Formula.member(board.month()),
                        List.of()));
    }

    /** What the customers at the end of the path ask; there must be some. */
    CustomerQuestions customers() {
        TreeNode at = board.at();
        return new CustomerQuestions(board.customers().orElseThrow(), pivot(at.member(), at.level()), words, figures);
    }

    /** Customers of one reason together. */
    NumberQuestion customers(CustomerList.Together reason, boolean share) {
        double whole = board.start().difference();
        boolean part = share && whole != 0;
        return customers()
                .together(
                        reason.reason(),
                        part ? text.share(reason.difference() / whole) : shown(reason.difference()),
                        whole,
                        part);
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
                        List.of(board.kpi().measure()),
                        board.start().member(),
                        board.start().level(),
                        Formula.member(board.month()),
                        List.of(new FilterField(dimension.hierarchy(), List.of(part.member())))));
    }

    /** By how much the mix of a dimension has changed: reckoned from shares of its members, which the dialog shows. */
    NumberQuestion surprise(Movement movement, LogicDimension dimension) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.get("explain.rule"), words.get("locate.explain.surprise")));
        for (Part part : dimension.explaining()) {
            facts.add(new Fact(
                    part.name(),
                    words.get(
                            "locate.explain.shares",
                            figures.ratio(part.expected() / movement.expected(), 2),
                            figures.ratio(part.actual() / movement.actual(), 2))));
        }
        TreeNode start = board.start();
        return new NumberQuestion(
                start.name() + " · " + dimension.name() + " · "
                        + words.get("locate.surprise", "").strip(),
                "",
                text.surprise(dimension),
                Double.NaN,
                State.NONE,
                CUBE,
                Formula.cell(cell(start.member())),
                v -> figures.number(v, 2),
                facts,
                AreaPivotLink.of(
                        CUBE,
                        board.kpi().measure(),
                        start.member(),
                        start.level(),
                        Formula.member(board.month()),
                        null));
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
        return formula.difference(cell, board.month(), seasonal);
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

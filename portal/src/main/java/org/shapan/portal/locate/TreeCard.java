package org.shapan.portal.locate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.shapan.insight.State;
import org.shapan.insight.UnitLevel;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.customer.CustomerList;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.StateMark;

/** The decomposition tree (guide 7): a column for each level, a click on a node walks there. */
final class TreeCard {
    private final LocateBoard board;
    private final LocateText text;
    private final Words words;
    private final LocateQuestions questions;
    private final Consumer<String> walk;

    /** What the drawn nodes ask, in the order in which they stand; the flag says whether for the share. */
    private final List<Function<Boolean, NumberQuestion>> asked = new ArrayList<>();

    /** @param walk hears the unique name of the node that was clicked */
    TreeCard(LocateBoard board, LocateText text, Words words, LocateQuestions questions, Consumer<String> walk) {
        this.board = board;
        this.text = text;
        this.words = words;
        this.questions = questions;
        this.walk = walk;
    }

    Component draw() {
        Div tree = new Div();
        tree.addClassName("tree");
        tree.add(column(
                level(board.start().level()),
                words.get("locate.tree.unit", text.unit()),
                List.of(node(board.start(), true))));
        for (int i = 0; i < board.columns().size(); i++) {
            tree.add(column(board.columns().get(i), board.path().get(i)));
        }
        board.customers()
                .filter(list -> board.kpi() == LocateKpi.REVENUE && list.difference() != 0)
                .ifPresent(list -> tree.add(customers(list)));
        Numbers.of(
                tree,
                ".node .dv, .node .sh",
                index -> Optional.of(asked.get(index / 2).apply(index % 2 == 1)));
        Span legend = new Span();
        legend.addClassName("legend");
        for (String kind : List.of("followed", "same", "opposite")) {
            Span swatch = new Span();
            swatch.addClassNames("sw", "b", kind);
            Span item = new Span(swatch);
            item.add(words.get("locate.tree." + kind));
            legend.add(item);
        }
        AskedText whole = new AskedText();
        Card card = new Card(words.get("locate.tree"))
                .remark(words.get(
                        "locate.tree.remark",
                        whole.number(text.difference(board.start().difference()), questions::whole),
                        text.unit()))
                .tools(legend)
                .body(tree);
        whole.in(card.remark());
        return card;
    }

    private Component column(TreeColumn column, TreeNode parent) {
        UnitLevel level = column.nodes().getFirst().level();
        List<TreeNode> others = column.others();
        Div nodes = new Div();
        for (TreeNode node : column.shown()) {
            nodes.add(node(node, node.member().equals(column.followed())));
        }
        if (!others.isEmpty()) {
            asked.add(share -> questions.others(parent, others, share));
            nodes.add(plain(
                    words.get("locate.tree.others", others.size()),
                    others.stream().mapToDouble(TreeNode::difference).sum(),
                    others.stream().mapToDouble(TreeNode::contribution).sum()));
        }
        return column(
                level.isOwner() ? words.get("areas.level.CHANNEL") : level(level),
                words.get("locate.tree.count", column.nodes().size()),
                nodes.getChildren().toList());
    }

    private Component customers(CustomerList list) {
        double whole = board.start().difference();
        List<CustomerList.Together> reasons = list.byReason();
        Div nodes = new Div();
        for (CustomerList.Together reason : reasons.subList(0, Math.min(TreeColumn.MOST, reasons.size()))) {
            asked.add(share -> questions.customers(reason, share));
            nodes.add(plain(
                    words.get("locate.tree.reason", words.get("customers.reason." + reason.reason()), reason.count()),
                    reason.difference(),
                    whole == 0 ? 0 : reason.difference() / whole));
        }
        return column(
                words.get("locate.tree.customers"),
                words.get("locate.tree.people", list.customers().size()),
                nodes.getChildren().toList());
    }

    private String level(UnitLevel level) {
        return words.get("locate.level." + level);
    }

    private static Component column(String title, String remark, List<Component> nodes) {
        Span head = new Span(title);
        head.addClassName("b");
        Span small = new Span(remark);
        small.addClassName("hint");
        Div column = new Div(new Div(head, small));
        column.addClassName("tcol");
        column.add(nodes);
        return column;
    }

    private Component node(TreeNode node, boolean followed) {
        asked.add(share -> questions.node(node, share));
        NativeButton button = new NativeButton("", click -> walk.accept(node.member()));
        button.addClassNames("node", "plain");
        button.setClassName("on", followed);
        button.setTitle(node.name());
        button.getElement().setAttribute("aria-pressed", Boolean.toString(followed));
        if (node.state() != State.NONE) {
            button.add(new StateMark(Marks.of(node.state())));
        }
        fill(button, node.name(), node.difference(), node.contribution());
        return button;
    }

    private Component plain(String name, double difference, double contribution) {
        Div box = new Div();
        box.addClassName("node");
        box.setTitle(name);
        box.getElement().setAttribute("tabindex", "0");
        fill(box, name, difference, contribution);
        return box;
    }

    private void fill(
            com.vaadin.flow.component.HasComponents box, String name, double difference, double contribution) {
        Span label = new Span(name);
        label.addClassNames("ell", "nm");
        Span value = new Span(text.difference(difference));
        value.addClassNames("num", "b", "dv");
        Span bar = new Span();
        bar.addClassName("nbar");
        bar.setClassName("opposite", contribution < 0);
        bar.getStyle().set("width", String.format(Locale.ROOT, "%.1f%%", Math.min(1, Math.abs(contribution)) * 100));
        Span track = new Span(bar);
        track.addClassName("ntrack");
        Span share = new Span(text.share(contribution));
        share.addClassNames("num", "hint", "sh");
        box.add(label, value, track, share);
    }
}

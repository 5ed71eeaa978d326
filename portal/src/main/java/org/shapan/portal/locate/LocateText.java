package org.shapan.portal.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shapan.insight.locate.LogicDimension;
import org.shapan.insight.locate.Movement;
import org.shapan.insight.locate.Part;
import org.shapan.insight.watch.Entity;
import org.shapan.portal.board.Words;
import org.shapan.portal.customer.CustomerList;
import org.shapan.portal.customer.CustomerQuestions;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.text.Figures;

/** Writes a movement in the reader's language (domain §6.1.3, guide 5). */
final class LocateText {
    private final LocateBoard board;
    private final Words words;
    private final Figures figures;
    private final Figures.Scale scale;

    LocateText(LocateBoard board, Words words, Figures figures) {
        this.board = board;
        this.words = words;
        this.figures = figures;
        this.scale = board.kpi().isMoney()
                ? figures.moneyScale(board.movement().map(Movement::difference).orElse(0.0))
                : new Figures.Scale(1, words.get("locate.unit.customers"), 0);
    }

    /** The unit of the differences on the screen. */
    String unit() {
        return scale.unit();
    }

    /** A difference in the unit of the screen, with its sign. */
    String difference(double value) {
        return figures.difference(value, scale);
    }

    double scaled(double value) {
        return Math.rint(value / scale.divisor() * 1000) / 1000;
    }

    String value(double value) {
        return board.kpi().isMoney()
                ? figures.money(value).toString()
                : figures.count(value, scale.unit()).toString();
    }

    String share(double contribution) {
        return figures.ratio(contribution, 1);
    }

    String surprise(LogicDimension dimension) {
        return "%.6f".formatted(dimension.surprise());
    }

    String name(LocateKpi kpi) {
        return words.get("locate.kpi." + kpi);
    }

    /** The deviation from the expectation; empty where it is not above 0. */
    String deviation(double actual, double expected) {
        return expected > 0 ? figures.change(actual / expected - 1) : "";
    }

    /** A step of the path: the value and how far it is from the expectation. */
    String step(TreeNode node, LocateQuestions questions, AskedText asked) {
        return asked.number(value(node.actual()), () -> questions.value(node)) + " "
                + deviation(node, questions, asked);
    }

    private String deviation(TreeNode node, LocateQuestions questions, AskedText asked) {
        return asked.number(deviation(node.actual(), node.expected()), () -> questions.deviation(node));
    }

    String sentence(LocateQuestions questions, AskedText asked) {
        TreeNode start = board.start();
        String fact = words.get(
                "locate.sentence",
                start.name(),
                figures.month(board.month()),
                name(board.kpi()),
                asked.number(value(start.actual()), () -> questions.value(start)),
                asked.number(value(start.expected()), () -> questions.expected(start)),
                deviation(start, questions, asked));
        List<String> parts = new ArrayList<>(List.of(fact));
        board.movement().ifPresent(movement -> {
            if (movement.ends().isEmpty()) {
                parts.add(words.get("locate.sentence.nowhere"));
            } else {
                Part main = movement.ends().getFirst();
                parts.add(words.get(
                        "locate.sentence.where",
                        asked.number(share(main.contribution()), () -> questions.end(main)),
                        path(movement.node(), main.entity())));
            }
        });
        if (board.kpi() == LocateKpi.REVENUE) {
            board.customers()
                    .filter(list -> list.difference() != 0)
                    .ifPresent(list -> parts.add(customers(list, questions.customers(), asked)));
        }
        return String.join(words.get("locate.sentence.joint"), parts) + words.get("locate.sentence.end");
    }

    private String customers(CustomerList list, CustomerQuestions questions, AskedText asked) {
        String count = figures.number(list.explaining().size(), 0);
        String share = share(list.explained());
        return words.get(
                "locate.sentence.customers",
                asked.number(count, () -> questions.count(count)),
                board.at().name(),
                asked.number(share, () -> questions.explained(share)),
                words.get("customers.reason." + list.byReason().getFirst().reason()));
    }

    private static String path(Entity start, Entity end) {
        List<Entity> path = end.path();
        return path.subList(path.indexOf(start) + 1, path.size()).stream()
                .map(Entity::name)
                .collect(Collectors.joining(" → "));
    }

    /** Where two dimensions cross, and volume and rate; empty where neither is known. */
    String remark(LocateQuestions questions, AskedText asked) {
        List<String> parts = new ArrayList<>();
        board.movement().ifPresent(movement -> {
            movement.crossing()
                    .ifPresent(cell -> parts.add(words.get(
                            "locate.crossing",
                            cell.name(),
                            asked.number(value(cell.difference()), () -> questions.crossing(movement, cell, false)),
                            asked.number(share(cell.contribution()), () -> questions.crossing(movement, cell, true)))));
            if (!Double.isNaN(movement.volume()) && board.kpi().isMoney()) {
                String whole = value(movement.difference());
                parts.add(words.get(
                        "locate.volume",
                        asked.number(whole, () -> questions.whole().shownAs(whole)),
                        asked.number(signed(movement.volume()), () -> questions.volume(movement, false)),
                        asked.number(signed(movement.rate()), () -> questions.volume(movement, true))));
            }
        });
        return String.join(" ", parts);
    }

    String signed(double value) {
        return (value > 0 ? "+" : "") + value(value);
    }
}

package org.shapan.portal.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shapan.insight.locate.Movement;
import org.shapan.insight.locate.Part;
import org.shapan.insight.watch.Entity;
import org.shapan.portal.board.Words;
import org.shapan.portal.customer.Customer;
import org.shapan.portal.customer.CustomerList;
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
        return figures.difference(value / scale.divisor(), scale.decimals());
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

    String name(LocateKpi kpi) {
        return words.get("locate.kpi." + kpi);
    }

    /** The deviation from the expectation; empty where it is not above 0. */
    String deviation(double actual, double expected) {
        return expected > 0 ? figures.change(actual / expected - 1) : "";
    }

    String sentence() {
        TreeNode start = board.start();
        String fact = words.get(
                "locate.sentence",
                start.name(),
                figures.month(board.month()),
                name(board.kpi()),
                value(start.actual()),
                value(start.expected()),
                deviation(start.actual(), start.expected()));
        List<String> parts = new ArrayList<>(List.of(fact));
        board.movement().ifPresent(movement -> {
            if (movement.ends().isEmpty()) {
                parts.add(words.get("locate.sentence.nowhere"));
            } else {
                Part main = movement.ends().getFirst();
                parts.add(words.get(
                        "locate.sentence.where", share(main.contribution()), path(movement.node(), main.entity())));
            }
        });
        if (board.kpi() == LocateKpi.REVENUE) {
            board.customers().filter(list -> list.difference() != 0).ifPresent(list -> parts.add(customers(list)));
        }
        return String.join(words.get("locate.sentence.joint"), parts) + words.get("locate.sentence.end");
    }

    private String customers(CustomerList list) {
        List<Customer> explaining = list.explaining();
        double sum = explaining.stream().mapToDouble(Customer::difference).sum();
        return words.get(
                "locate.sentence.customers",
                explaining.size(),
                board.at().name(),
                share(sum / list.difference()),
                words.get("customers.reason." + list.byReason().getFirst().reason()));
    }

    private static String path(Entity start, Entity end) {
        List<Entity> path = end.path();
        return path.subList(path.indexOf(start) + 1, path.size()).stream()
                .map(Entity::name)
                .collect(Collectors.joining(" → "));
    }

    /** Where two dimensions cross, and volume and rate; empty where neither is known. */
    String remark() {
        List<String> parts = new ArrayList<>();
        board.movement().ifPresent(movement -> {
            movement.crossing()
                    .ifPresent(cell -> parts.add(words.get(
                            "locate.crossing", cell.name(), value(cell.difference()), share(cell.contribution()))));
            if (!Double.isNaN(movement.volume()) && board.kpi().isMoney()) {
                parts.add(words.get(
                        "locate.volume",
                        value(movement.difference()),
                        signed(movement.volume()),
                        signed(movement.rate())));
            }
        });
        return String.join(" ", parts);
    }

    private String signed(double value) {
        return (value > 0 ? "+" : "") + value(value);
    }
}

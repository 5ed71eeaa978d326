package org.shapan.portal.sandtable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shapan.insight.AbsoluteBand;
import org.shapan.insight.State;
import org.shapan.insight.locate.Movement;
import org.shapan.insight.locate.Part;
import org.shapan.insight.watch.Entity;
import org.shapan.portal.board.FigureText;
import org.shapan.portal.board.Form;
import org.shapan.portal.board.JudgedFigure;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.Formula;
import org.shapan.portal.link.AreaPivotLink;
import org.shapan.portal.locate.LocateKpi;
import org.shapan.portal.locate.LocateState;
import org.shapan.portal.sp.SpBoard;
import org.shapan.portal.sp.SpKpi;
import org.shapan.portal.sp.SpRow;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.KpiTile;
import org.shapan.portal.widget.KpiTile.Comparison;

/** Writes the sand table in the reader's language: cells, tiles, reasons, and where they lead. */
public final class SandText {
    private final SandBoard board;
    private final Words words;
    private final Figures figures;
    private final FigureText text;

    public SandText(SandBoard board, Words words, Figures figures) {
        this.board = board;
        this.words = words;
        this.figures = figures;
        this.text = new FigureText(figures, words);
    }

    String name(SandKpi kpi) {
        return words.get("sand.kpi." + kpi);
    }

    /** The scale of a row of money, by its largest part: the total has more digits. */
    Figures.Scale scale(SandKpi kpi) {
        double largest = board.figures().parts().stream()
                .mapToDouble(part -> Math.abs(
                        board.figures().cell(kpi, part, board.month()).value().orElse(0)))
                .max()
                .orElse(Math.abs(board.total(kpi).value().orElse(0)));
        return figures.moneyScale(largest);
    }

    /** The unit of a row. */
    String unit(SandKpi kpi) {
        if (board.state().show() != SandState.Show.VALUE) {
            return "";
        }
        return switch (kpi.form()) {
            case MONEY -> scale(kpi).unit();
            case YUAN -> words.get("board.unit.yuan");
            case COUNT, BALANCE -> words.get("board.unit.customers");
            case SHARE, RATE -> "%";
            case MINUTES -> words.get("board.unit.minutes");
            case AMOUNT, TENTHS, CHANGE -> "";
        };
    }

    /** A cell as the chosen comparison has it; empty where there is none. */
    String cell(SandCell cell) {
        return switch (board.state().show()) {
            case VALUE -> FigureText.text(cell.value(), value -> plain(cell.kpi(), value));
            case EXPECTATION -> text.deviation(cell.figure());
            case LAST_YEAR -> text.change(cell.figure(), true);
        };
    }

    private String plain(SandKpi kpi, double value) {
        return switch (kpi.form()) {
            case MONEY -> figures.money(value, scale(kpi)).value();
            case YUAN -> figures.number(value, 2);
            case SHARE -> figures.number(value * 100, 1);
            case RATE -> figures.number(value * 100, 2);
            case COUNT, BALANCE, MINUTES, AMOUNT, TENTHS, CHANGE -> text.cell(kpi.form(), value);
        };
    }

    String explanation(SandCell cell) {
        return cell.unit().name() + "\n"
                + text.explanation(name(cell.kpi()) + " " + cell.kpi().id(), cell.figure());
    }

    /** The tile of the area as a whole; it must have a value. */
    public KpiTile.Content tile(SandKpi kpi) {
        SandCell cell = board.total(kpi);
        String explanation = explanation(cell);
        if (cell.state() == State.RED) {
            explanation += "\n"
                    + cause(new SandReason(
                            cell.unit(),
                            List.of(cell),
                            1,
                            board.reasons().stream()
                                    .filter(reason -> reason.first().equals(cell))
                                    .findFirst()
                                    .flatMap(SandReason::movement)));
        }
        List<Comparison> comparisons =
                kpi == SandKpi.COMPLETION ? progress(cell.figure()) : text.comparisons(cell.figure(), "EXPECTATION");
        return new KpiTile.Content(
                name(kpi),
                text.value(kpi.form(), cell.value().orElseThrow()),
                Marks.of(cell.state()),
                true,
                board.trend(cell),
                comparisons,
                href(cell),
                explanation.strip());
    }

    /** Completion beside the part of the target that should be reached by now. */
    private List<Comparison> progress(JudgedFigure figure) {
        double due = figure.expected().orElseThrow();
        return List.of(
                new Comparison(words.get("sand.progress"), figures.number(due * 100, 2)),
                new Comparison(
                        words.get("sand.difference"),
                        figures.points(figure.value().orElseThrow() - due, 2),
                        Marks.of(figure.state())));
    }

    /** The tile of the red service providers. */
    public KpiTile.Content serviceProviders(SpBoard sp) {
        List<SpRow> red = red(sp);
        State state = red.isEmpty() ? State.GREEN : State.RED;
        return new KpiTile.Content(
                words.get("sand.sp"),
                new Figures.Quantity(Integer.toString(red.size()), words.get("sand.sp.unit")),
                Marks.of(state),
                true,
                List.of(),
                List.of(
                        new Comparison(
                                words.get("sand.sp.fee"),
                                figures.money(fee(red)).toString()),
                        new Comparison(words.get("sand.sp.yellow"), Long.toString(sp.count(State.YELLOW)))),
                "sp"
                        + (board.state().period() == null
                                ? ""
                                : "?period=" + board.state().period()),
                names(red));
    }

    public static List<SpRow> red(SpBoard sp) {
        return sp.companies().stream().filter(row -> row.state() == State.RED).toList();
    }

    private static double fee(List<SpRow> rows) {
        return rows.stream().mapToDouble(row -> row.value(SpKpi.FEE).orElse(0)).sum();
    }

    private String names(List<SpRow> rows) {
        return rows.stream().map(row -> row.unit().name()).collect(Collectors.joining(words.get("sand.comma")));
    }

    public String spFact(SpBoard sp) {
        List<SpRow> red = red(sp);
        return words.get("sand.sp.fact", red.size(), figures.money(fee(red)).toString());
    }

    public String spCause(SpBoard sp) {
        return names(red(sp));
    }

    /** The first figure of a reason as a fact. */
    public String fact(SandReason reason) {
        SandCell cell = reason.first();
        JudgedFigure figure = cell.figure();
        String value = text.value(cell.kpi().form(), cell.value().orElseThrow()).toString();
        String told;
        if (cell.kpi() == SandKpi.COMPLETION) {
            told = words.get(
                    "sand.fact.progress", figures.ratio(figure.expected().orElseThrow(), 2));
        } else if (figure.band() != null) {
            AbsoluteBand band = figure.band();
            boolean red = figure.state() == State.RED;
            told = words.get(
                    red ? "sand.fact.red" : "sand.fact.yellow", figures.ratio(red ? band.red() : band.yellow(), 2));
        } else if (cell.kpi().form() == Form.BALANCE) {
            told = words.get("sand.fact.difference", text.deviation(figure));
        } else {
            told = words.get("sand.fact.deviation", text.deviation(figure));
        }
        return words.get("sand.fact", cell.unit().name(), name(cell.kpi()), value, told);
    }

    /** What is known of the cause: where the movement comes from, which parts share the state, since when, what else is conspicuous. */
    public String cause(SandReason reason) {
        List<String> parts = new ArrayList<>();
        reason.movement()
                .ifPresent(movement -> movement.ends().stream()
                        .findFirst()
                        .ifPresent(end -> parts.add(words.get(
                                "sand.cause.where",
                                locateName(reason.first().kpi()),
                                figures.ratio(end.contribution(), 1),
                                path(movement, end)))));
        SandCell first = reason.first();
        if (first.unit().equals(board.figures().area()) && parts.isEmpty()) {
            String same = board.figures().parts().stream()
                    .filter(part -> board.figures()
                                    .cell(first.kpi(), part, board.month())
                                    .state()
                            == first.state())
                    .map(SandUnit::name)
                    .collect(Collectors.joining(words.get("sand.comma")));
            if (!same.isEmpty()) {
                parts.add(words.get("sand.cause.parts", words.get("sand.state." + first.state()), same));
            }
        }
        if (reason.months() > 1) {
            parts.add(words.get("sand.cause.months", reason.months()));
        }
        String others = reason.cells().stream()
                .skip(1)
                .map(cell -> name(cell.kpi()))
                .collect(Collectors.joining(words.get("sand.comma")));
        if (!others.isEmpty()) {
            parts.add(words.get("sand.cause.others", others));
        }
        return String.join(words.get("sand.semicolon"), parts);
    }

    private String locateName(SandKpi kpi) {
        return words.get("locate.kpi." + kpi.locate().orElse(LocateKpi.REVENUE));
    }

    private static String path(Movement movement, Part end) {
        List<Entity> path = end.entity().path();
        return path.subList(path.indexOf(movement.node()) + 1, path.size()).stream()
                .map(Entity::name)
                .collect(Collectors.joining(" → "));
    }

    /** A cell leads to where its movement comes from; where that cannot be located, or under a brand, to the pivot. */
    public String href(SandCell cell) {
        return board.state().brand() == null && cell.kpi().locate().isPresent()
                ? new LocateState(
                                board.state().period(),
                                cell.unit().uniqueName(),
                                cell.kpi().locate().get() == LocateKpi.REVENUE
                                        ? null
                                        : cell.kpi().locate().get().id(),
                                null,
                                0)
                        .href()
                : pivot(cell);
    }

    /** The pivot that shows a cell with the parts it is made of, under the filters of the board. */
    String pivot(SandCell cell) {
        return AreaPivotLink.of(
                cell.kpi().cube(),
                cell.kpi().measure(),
                cell.unit().uniqueName(),
                cell.unit().level(),
                Formula.member(cell.figure().month()),
                board.state().brand());
    }
}

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
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.Formula;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.link.AreaPivotLink;
import org.shapan.portal.locate.LocateKpi;
import org.shapan.portal.locate.LocateState;
import org.shapan.portal.sp.SpBoard;
import org.shapan.portal.sp.SpKpi;
import org.shapan.portal.sp.SpQuestions;
import org.shapan.portal.sp.SpRow;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.KpiTile;
import org.shapan.portal.widget.KpiTile.Comparison;
import org.shapan.portal.widget.RunningText;

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
            SandReason reason = new SandReason(
                    cell.unit(),
                    List.of(cell),
                    1,
                    board.reasons().stream()
                            .filter(each -> each.first().equals(cell))
                            .findFirst()
                            .flatMap(SandReason::movement));
            explanation += "\n" + RunningText.plain(cause(reason, new AskedText()));
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
    List<Comparison> progress(JudgedFigure figure) {
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

    /** How many service providers are red, and their fee. */
    public String spFact(SpBoard sp, AskedText asked) {
        List<SpRow> red = red(sp);
        return words.get(
                "sand.sp.fact",
                asked.number(Integer.toString(red.size()), () -> serviceProviders(sp, 0)),
                asked.number(figures.money(fee(red)).toString(), () -> serviceProviders(sp, 1)));
    }

    private NumberQuestion serviceProviders(SpBoard sp, int place) {
        return questions().serviceProviders(sp).numbers().apply(place);
    }

    /** They need this text themselves: made when a number is asked for. */
    private SandQuestions questions() {
        return new SandQuestions(board, words, figures);
    }

    public String spCause(SpBoard sp) {
        return names(red(sp));
    }

    /** The first figure of a reason as a fact. */
    public String fact(SandReason reason, AskedText asked) {
        SandCell cell = reason.first();
        JudgedFigure figure = cell.figure();
        String told;
        if (cell.kpi() == SandKpi.COMPLETION) {
            String due = figures.ratio(figure.expected().orElseThrow(), 2);
            told = words.get(
                    "sand.fact.progress", asked.number(due, () -> questions().number(cell, 1, due)));
        } else if (figure.band() != null) {
            AbsoluteBand band = figure.band();
            boolean red = figure.state() == State.RED;
            String limit = figures.ratio(red ? band.red() : band.yellow(), 2);
            told = words.get(
                    red ? "sand.fact.red" : "sand.fact.yellow",
                    asked.number(limit, () -> questions().number(cell, 1, limit)));
        } else {
            told = words.get(
                    cell.kpi().form() == Form.BALANCE ? "sand.fact.difference" : "sand.fact.deviation",
                    deviation(cell, asked));
        }
        return words.get("sand.fact", cell.unit().name(), name(cell.kpi()), value(cell, asked), told);
    }

    /** The value of a cell that has one. */
    String value(SandCell cell, AskedText asked) {
        String value = text.value(cell.kpi().form(), cell.value().orElseThrow()).toString();
        return asked.number(value, () -> questions().number(cell, 0, value));
    }

    /** How far a cell is from its expectation; empty where it has none. */
    String deviation(SandCell cell, AskedText asked) {
        String deviation = text.deviation(cell.figure());
        return asked.number(deviation, () -> questions().deviation(cell, deviation));
    }

    /** Value and deviation of a cell; empty where it has no value. */
    public String step(SandCell cell, AskedText asked) {
        return cell.value().isEmpty() ? "" : (value(cell, asked) + " " + deviation(cell, asked)).strip();
    }

    /** How many cells are red or yellow, of all domains for null. */
    public String count(State state, SandDomain domain, AskedText asked) {
        String count = Long.toString(board.figures().count(board.month(), state, domain));
        return asked.number(count, () -> questions().count(state, domain));
    }

    /** How many service providers are in a state; of all for null. */
    public String count(SpBoard sp, State state, AskedText asked) {
        List<SpRow> rows = sp.companies().stream()
                .filter(row -> state == null || row.state() == state)
                .toList();
        String count = Integer.toString(rows.size());
        return asked.number(
                count,
                () -> new SpQuestions(sp, words, figures)
                        .together(words.get("frame.rail.sp"), count, rows, SpKpi.FEE, false));
    }

    /** How many parts the area has. */
    public String parts(AskedText asked) {
        String count = Integer.toString(board.figures().parts().size());
        return asked.number(count, () -> questions().parts());
    }

    /** What is known of the cause: where the movement comes from, which parts share the state, since when, what else is conspicuous. */
    public String cause(SandReason reason, AskedText asked) {
        List<String> parts = new ArrayList<>();
        reason.movement()
                .ifPresent(movement -> movement.ends().stream()
                        .findFirst()
                        .ifPresent(end -> parts.add(words.get(
                                "sand.cause.where",
                                locateName(reason.first().kpi()),
                                asked.number(
                                        figures.ratio(end.contribution(), 1),
                                        () -> questions().contribution(reason, movement, end)),
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
            String months = Integer.toString(reason.months());
            parts.add(words.get(
                    "sand.cause.months", asked.number(months, () -> questions().months(reason))));
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

    String locateName(SandKpi kpi) {
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

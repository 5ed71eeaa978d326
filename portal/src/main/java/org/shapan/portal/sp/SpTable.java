package org.shapan.portal.sp;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.shapan.insight.sp.SpFinding;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.RankingColumn;
import org.shapan.portal.widget.RankingTable;
import org.shapan.portal.widget.RunningText;
import org.shapan.portal.widget.State;
import org.shapan.portal.widget.StateMark;

/** The table of companies by anomaly score; the total of users is one of distinct users. */
final class SpTable {
    private final SpBoard board;
    private final Words words;
    private final Figures figures;
    private RankingTable<SpRow> table;

    /** The columns in their order. */
    enum Column {
        MARK,
        NAME,
        LINE,
        FEE,
        SHARE,
        LAST_MONTH,
        LAST_YEAR,
        USERS,
        MO,
        MT,
        MT_PER_MO,
        COMPLAINTS,
        SCORE,
        RULES;

        /** The figure of a column that is one. */
        SpKpi kpi() {
            return SpKpi.valueOf(name());
        }
    }

    /** What a person does with the table. */
    record Actions(Consumer<SpRow> select, Consumer<SpRow> open, Consumer<Boolean> all) {}

    SpTable(SpBoard board, Words words, Figures figures) {
        this.board = board;
        this.words = words;
        this.figures = figures;
    }

    /** Marks a company's row, none when the code is null. */
    void select(String company) {
        table.select(
                row -> row.kind() == SpRow.Kind.COMPANY && row.unit().code().equals(company));
    }

    Component draw(Actions actions) {
        table = new RankingTable<>(List.of(
                RankingColumn.<SpRow>mark(row -> row.kind() == SpRow.Kind.COMPANY ? Marks.of(row.state()) : null),
                RankingColumn.name(
                        words.get("sp.col.company"),
                        this::name,
                        row -> row.unit().code()),
                RankingColumn.text(words.get("sp.col.line"), row -> String.join(" ", row.lines())),
                number("sp.col.fee", SpKpi.FEE, 0),
                RankingColumn.number(
                        words.get("sp.col.share"),
                        row -> SpText.text(row.share(), s -> figures.number(s * 100, 1)),
                        row -> order(row, row.share())),
                RankingColumn.number(
                        words.get("sp.mom"),
                        row -> SpText.text(row.monthOnMonth(), figures::change),
                        row -> order(row, row.monthOnMonth())),
                RankingColumn.number(
                        words.get("sp.yoy"),
                        row -> SpText.text(row.yearOnYear(), figures::change),
                        row -> order(row, row.yearOnYear())),
                RankingColumn.number(words.get("sp.col.users"), this::users, row -> order(row, row.value(SpKpi.USERS))),
                number("sp.col.mo", SpKpi.MO, 0),
                number("sp.col.mt", SpKpi.MT, 0),
                number("sp.col.ratio", SpKpi.MT_PER_MO, 1).judged(row -> hit(row, "04")),
                number("sp.col.complaints", SpKpi.COMPLAINTS, 0).judged(row -> hit(row, "10")),
                RankingColumn.<SpRow>bar(
                                words.get("sp.col.score"),
                                row -> row.verdict() == null ? "" : figures.number(row.score(), 0),
                                row -> row.verdict() == null ? Double.NaN : row.score())
                        .judged(row -> Marks.of(row.state())),
                RankingColumn.text(words.get("sp.col.rules"), SpTable::rules)));
        table.sortedBy(Column.SCORE.ordinal(), true).onSelect(row -> {
            switch (row.kind()) {
                case COMPANY -> actions.select().accept(row);
                case OTHERS -> actions.all().accept(true);
                case TOTAL -> {}
            }
        });
        table.onDrill(row -> {
            if (row.kind() == SpRow.Kind.COMPANY) {
                actions.open().accept(row);
            }
        });
        select(board.state().company());
        table.show(board.rows(), board.total());
        SpQuestions questions = new SpQuestions(board, words, figures);
        Numbers.ofTable(table, (row, column) -> questions.cell(row, Column.values()[column]));
        Card card = new Card(words.get("sp.companies")).flush().grow().body(table);
        card.addClassName("tb");
        card.remark(words.get("sp.companies.remark"));
        AskedText asked = new AskedText();
        Span counts = asked.in(new Span());
        counts.addClassName("legend");
        for (org.shapan.insight.State state : List.of(
                org.shapan.insight.State.RED, org.shapan.insight.State.YELLOW, org.shapan.insight.State.GREEN)) {
            Span count = new Span(new StateMark(Marks.of(state)));
            List<SpRow> counted = board.companies().stream()
                    .filter(row -> row.state() == state)
                    .toList();
            String shown = Integer.toString(counted.size());
            String name = words.get("sp.companies") + " · " + words.get("sp.state." + state);
            RunningText.write(
                    count, asked.number(shown, () -> questions.together(name, shown, counted, SpKpi.FEE, false)));
            counts.add(count);
        }
        if (board.state().all()) {
            card.tools(
                    counts,
                    Buttons.plain(words.get("sp.first"), () -> actions.all().accept(false)));
        } else {
            card.tools(counts);
        }
        return card;
    }

    private String name(SpRow row) {
        return switch (row.kind()) {
            case COMPANY -> row.unit().name();
            case OTHERS -> words.get("sp.others", row.unit().name());
            case TOTAL -> words.get("sp.total", board.companies().size());
        };
    }

    private String users(SpRow row) {
        String users = SpText.text(row.value(SpKpi.USERS), v -> figures.number(v, 0));
        return switch (row.kind()) {
            case COMPANY -> users;
            case OTHERS -> "—";
            case TOTAL -> words.get("sp.distinct", users);
        };
    }

    private RankingColumn<SpRow> number(String key, SpKpi kpi, int decimals) {
        return RankingColumn.number(
                words.get(key),
                row -> row.kind() == SpRow.Kind.OTHERS && kpi == SpKpi.COMPLAINTS
                        ? "—"
                        : SpText.text(row.value(kpi), v -> figures.number(v, decimals)),
                row -> order(row, row.value(kpi)));
    }

    /** The others stand last in every order. */
    private static double order(SpRow row, OptionalDouble value) {
        return row.kind() == SpRow.Kind.OTHERS ? Double.NaN : value.orElse(Double.NaN);
    }

    private static State hit(SpRow row, String rule) {
        return row.verdict() == null
                ? State.NONE
                : row.verdict().findings().stream()
                        .filter(finding -> finding.rule().number().equals(rule))
                        .map(finding -> Marks.of(finding.state()))
                        .findFirst()
                        .orElse(State.NONE);
    }

    private static String rules(SpRow row) {
        return row.verdict() == null
                ? ""
                : row.verdict().findings().stream()
                        .map(SpFinding::rule)
                        .map(rule -> rule.number())
                        .collect(Collectors.joining(" "));
    }
}

package org.shapan.portal.sp;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.shapan.insight.sp.SpFigure;
import org.shapan.insight.sp.SpFinding;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Badge;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.RankingColumn;
import org.shapan.portal.widget.RankingTable;

/** The tables of a company's page: what the rules say, its services, MO against MT. */
final class SpCompanyCards {
    /** Columns of the table of rules. */
    private static final int BASE = 3;

    private static final int LIMIT = 4;
    private static final int POINTS = 5;

    private final SpCompanyBoard board;
    private final Words words;
    private final Figures figures;
    private final SpCompanyQuestions questions;

    /** The columns of the table of services in their order. */
    enum ServiceColumn {
        MARK,
        NAME,
        FEE,
        SHARE,
        MEDIAN,
        SCORE
    }

    SpCompanyCards(SpCompanyBoard board, Words words, Figures figures) {
        this.board = board;
        this.words = words;
        this.figures = figures;
        this.questions = new SpCompanyQuestions(board, words, figures);
    }

    Component header() {
        Span name = new Span(board.unit().name());
        name.addClassName("big");
        Badge badge = Badge.of(
                Marks.of(board.verdict().state()),
                words.get(
                        "sp.company.score",
                        words.get("sp.state." + board.verdict().state()),
                        figures.number(board.verdict().score(), 0)));
        Div head = new Div(name, badge);
        head.addClassName("row");
        Div facts = new Div(head);
        Span of = new Span(board.unit().code()
                + board.judged()
                        .filter(judged -> board.shown().isEmpty())
                        .map(judged ->
                                words.get("sp.company.judged", judged.unit().name()))
                        .orElse(""));
        of.addClassName("hint");
        facts.add(of);
        Div line = new Div(facts);
        line.addClassNames("card", "spc-head");
        List<Supplier<NumberQuestion>> asked = new ArrayList<>();
        for (SpKpi kpi : List.of(SpKpi.FEE, SpKpi.USERS, SpKpi.ARREARS, SpKpi.COMPLAINTS, SpKpi.SETTLEMENT)) {
            board.unit().value(kpi, board.month()).ifPresent(value -> {
                asked.add(() -> questions.value(kpi));
                line.add(fact(
                        words.get("sp.kpi." + kpi),
                        new SpText(figures, words).value(kpi, value).toString()));
            });
        }
        board.judged().ifPresent(judged -> {
            OptionalDouble malicious = judged.code().value(SpFigure.MALICIOUS_SHARE, board.month());
            malicious.ifPresent(share -> {
                asked.add(() -> questions.malicious(judged));
                line.add(fact(words.get("sp.company.malicious"), figures.ratio(share, 1)));
            });
        });
        badge.getElement().setAttribute("tabindex", "0");
        Numbers.of(
                line,
                ".badge, .fact > :last-child",
                index -> index == 0
                        ? questions.score()
                        : Optional.of(asked.get(index - 1).get()));
        return line;
    }

    private static Component fact(String label, String value) {
        Span small = new Span(label);
        small.addClassName("hint");
        Div fact = new Div(small, new Span(value));
        fact.addClassName("fact");
        fact.getElement().setAttribute("tabindex", "0");
        return fact;
    }

    /** Every rule, those that were hit first. */
    Component rules() {
        List<String> ordered = board.rules().stream()
                .sorted((a, b) -> Double.compare(board.points(b), board.points(a)))
                .toList();
        RankingTable<String> table = new RankingTable<>(List.of(
                RankingColumn.mark(id -> Marks.of(board.state(id))),
                RankingColumn.name(words.get("sp.rules.rule"), id -> words.get("sp.rule." + number(id)), id -> id),
                RankingColumn.<String>number(
                                words.get("sp.rules.value"),
                                id -> cell(id, f -> SpRuleText.write(number(id), f.value(), figures)),
                                null)
                        .judged(id -> Marks.of(board.state(id))),
                RankingColumn.number(
                        words.get("sp.rules.base"),
                        id -> cell(id, f -> SpRuleText.base(number(id), f.base(), figures)),
                        null),
                RankingColumn.number(
                        words.get("sp.rules.limit"),
                        id -> cell(id, f -> SpRuleText.write(number(id), f.threshold(), figures)),
                        null),
                RankingColumn.number(
                        words.get("sp.rules.points"),
                        id -> cell(id, f -> figures.number(board.points(id), board.points(id) % 1 == 0 ? 0 : 1)),
                        null)));
        table.show(ordered, null);
        Numbers.ofTable(
                table,
                (rule, column) -> board.finding(rule).flatMap(finding -> switch (column) {
                    case LIMIT -> questions.limit(finding);
                    case POINTS -> questions.points(finding);
                    default -> questions.rule(finding, column == BASE);
                }));
        AskedText hit = new AskedText();
        String count = Integer.toString(board.verdict().findings().size());
        Card card = new Card(words.get("sp.rules"))
                .remark(words.get(
                        "sp.rules.remark",
                        questions
                                .score()
                                .map(score -> hit.number(count, () -> score.shownAs(count)))
                                .orElse(count),
                        board.rules().size()))
                .flush()
                .body(table);
        hit.in(card.remark());
        return card;
    }

    private static String number(String rule) {
        return rule.substring(rule.lastIndexOf('-') + 1);
    }

    /** A figure of a finding; empty where the rule found nothing. */
    private String cell(String rule, Function<SpFinding, String> part) {
        return board.finding(rule).map(part).orElse("");
    }

    Component services(Consumer<String> choose) {
        RankingTable<SpCodeRow> table = new RankingTable<>(List.of(
                        RankingColumn.<SpCodeRow>mark(
                                row -> Marks.of(row.verdict().state())),
                        RankingColumn.<SpCodeRow>name(
                                words.get("sp.services.service"),
                                row -> row.unit().name(),
                                row -> row.code().line()),
                        RankingColumn.<SpCodeRow>number(
                                words.get("sp.col.fee"),
                                row -> SpText.text(row.fee(), v -> figures.number(v, 0)),
                                row -> row.fee().orElse(Double.NaN)),
                        RankingColumn.<SpCodeRow>number(
                                words.get("sp.services.share"),
                                row -> SpText.text(row.share(), v -> figures.ratio(v, 1)),
                                row -> row.share().orElse(Double.NaN)),
                        RankingColumn.<SpCodeRow>number(
                                words.get("sp.median"),
                                row -> SpText.text(row.change(), figures::change),
                                row -> row.change().orElse(Double.NaN)),
                        RankingColumn.<SpCodeRow>number(
                                words.get("sp.col.score"),
                                row -> figures.number(row.verdict().score(), 0),
                                row -> row.verdict().score())))
                .onSelect(row -> choose.accept(row.unit().code()));
        table.select(row -> board.shown().map(shown -> shown == row).orElse(false));
        table.show(board.codes(), null);
        Numbers.ofTable(table, (row, column) -> questions.service(row, ServiceColumn.values()[column]));
        return new Card(words.get("sp.services"))
                .remark(words.get("sp.services.remark", board.codes().size()))
                .flush()
                .body(table);
    }

    /** MO against MT of the judged code, beside the medians of its line (横向). */
    Component balance() {
        record Line(String name, OptionalDouble mo, OptionalDouble mt) {
            OptionalDouble ratio() {
                return mo.orElse(0) > 0 && mt.isPresent()
                        ? OptionalDouble.of(mt.getAsDouble() / mo.getAsDouble())
                        : OptionalDouble.empty();
            }
        }
        List<Line> lines = board.judged()
                .map(row -> List.of(
                        new Line(
                                row.unit().name(),
                                row.code().value(SpFigure.MO, board.month()),
                                row.code().value(SpFigure.MT, board.month())),
                        new Line(
                                words.get("sp.balance.line", row.code().line()),
                                board.lineMedians().getOrDefault(SpKpi.MO, OptionalDouble.empty()),
                                board.lineMedians().getOrDefault(SpKpi.MT, OptionalDouble.empty()))))
                .orElse(List.of());
        RankingTable<Line> table = new RankingTable<>(List.of(
                RankingColumn.<Line>name("", Line::name, null),
                RankingColumn.number("MO", line -> SpText.text(line.mo(), v -> figures.number(v, 0)), null),
                RankingColumn.bar(
                        "MT",
                        line -> SpText.text(line.mt(), v -> figures.number(v, 0)),
                        line -> line.mt().orElse(Double.NaN)),
                RankingColumn.number("MT/MO", line -> SpText.text(line.ratio(), v -> figures.number(v, 1)), null)));
        table.show(lines, null);
        Numbers.ofTable(
                table,
                (row, column) -> questions.balance(
                        column == 1 ? SpKpi.MO : column == 2 ? SpKpi.MT : null, row != lines.getFirst()));
        return new Card(words.get("sp.balance"))
                .remark(words.get("sp.balance.remark"))
                .flush()
                .body(table);
    }
}

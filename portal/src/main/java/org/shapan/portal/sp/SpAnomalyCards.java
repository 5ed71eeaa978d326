package org.shapan.portal.sp;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.shapan.insight.State;
import org.shapan.insight.sp.SpFinding;
import org.shapan.insight.sp.Vertical;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Sentence;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.sp.SpAnomalyQuestions.Line;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Chart;
import org.shapan.portal.widget.RankingColumn;
import org.shapan.portal.widget.RankingTable;
import org.shapan.portal.widget.StateMark;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The blocks of the rapid analysis (mock-up 08): levels, rules, fee by day, users and what they have in common, complaints, the sentence. */
final class SpAnomalyCards {
    private static final int MOST_USERS = 50;
    /** Columns of the tables of levels. */
    private static final int VALUE = 2;

    private static final int MEDIAN = 3;
    private static final int DEVIATION = 4;

    /** Columns of the figures of a user. */
    private static final Map<Integer, SpUsers.Figure> USERS =
            Map.of(3, SpUsers.Figure.FEE, 4, SpUsers.Figure.MO, 5, SpUsers.Figure.MT);

    /** Column of the base, in the table of likenesses. */
    private static final int BASE = 3;

    private static final String COMPLAINTS = "A-SP-10";
    private static final String CONVERGENCE = "A-SP-09";
    private static final String QUICK_CANCEL = "A-SP-11";

    private final SpAnomalyBoard board;
    private final SpCompanyBoard of;
    private final SpText text;
    private final Words words;
    private final Figures figures;
    private final SpCompanyQuestions questions;
    private final SpAnomalyQuestions asked;

    SpAnomalyCards(SpAnomalyBoard board, Words words, Figures figures) {
        this.board = board;
        this.of = board.of();
        this.words = words;
        this.figures = figures;
        this.text = new SpText(figures, words);
        this.questions = new SpCompanyQuestions(of, words, figures);
        this.asked = new SpAnomalyQuestions(of, words, figures);
    }

    /** Fee, users, MO, MT and arrears against the median of six months (block 1). */
    Component levels() {
        return new Card(words.get("sp.anomaly.levels"))
                .remark(words.get("sp.compare"))
                .flush()
                .body(table("sp.anomaly.level", levelLines()));
    }

    List<Line> levelLines() {
        List<Line> lines = new ArrayList<>();
        for (SpLevels.Level level : SpLevels.Level.values()) {
            lines.add(line(level.kpi(), 0, level.rule()));
        }
        lines.add(new Line(
                words.get("sp.anomaly.arrears"),
                "Arrears fee",
                "SPM-03",
                0,
                SpKpi.ARREARS.judge(of.unit().series(SpKpi.ARREARS), of.month()),
                null));
        return lines;
    }

    /** Complaints and subscriptions of the month (block 6). */
    Component complaints() {
        return new Card(words.get("sp.anomaly.reactions")).flush().body(table("sp.anomaly.reaction", reactions()));
    }

    List<Line> reactions() {
        return List.of(
                line("sp.anomaly.complaints", "Complaints", "SPM-11", null),
                line(SpKpi.COMPLAINTS, 1, COMPLAINTS),
                line("sp.anomaly.refund", "Refund", "SPM-13", null),
                line("sp.anomaly.new", "New subscriptions", "SPM-05", null),
                line("sp.anomaly.ended", "Ended subscriptions", "SPM-06", null),
                line("sp.anomaly.quick", "Quick cancellations", "SPM-55", QUICK_CANCEL));
    }

    private Line line(String key, String measure, String id, String rule) {
        return new Line(words.get(key), measure, id, 0, rule == null ? State.NONE : of.state(rule), rule);
    }

    private Line line(SpKpi kpi, int decimals, String rule) {
        return new Line(text.name(kpi), kpi.measure(), kpi.id(), decimals, of.state(rule), rule);
    }

    private RankingTable<Line> table(String head, List<Line> lines) {
        YearMonth month = of.month();
        RankingTable<Line> table = new RankingTable<>(List.of(
                RankingColumn.<Line>mark(line -> line.state() == State.NONE ? null : Marks.of(line.state())),
                RankingColumn.<Line>name(words.get(head), Line::name, null),
                RankingColumn.<Line>number(
                        words.get("sp.rules.value"),
                        line -> SpText.text(
                                line.series(of).value(month), value -> figures.number(value, line.decimals())),
                        line -> line.series(of).value(month).orElse(Double.NaN)),
                RankingColumn.<Line>number(
                        words.get("sp.anomaly.median"),
                        line -> Vertical.of(line.series(of), month)
                                .map(vertical -> figures.number(vertical.median(), line.decimals()))
                                .orElse(""),
                        line -> Vertical.of(line.series(of), month)
                                .map(Vertical::median)
                                .orElse(Double.NaN)),
                RankingColumn.<Line>number(
                                words.get("sp.anomaly.deviation"),
                                line -> Vertical.of(line.series(of), month)
                                        .map(vertical -> figures.change(vertical.change()))
                                        .orElse(""),
                                line -> Vertical.of(line.series(of), month)
                                        .map(Vertical::change)
                                        .orElse(Double.NaN))
                        .judged(line -> Marks.of(line.state())),
                RankingColumn.<Line>spark(this::trend, line -> Marks.of(line.state()))));
        table.show(lines, null);
        Numbers.ofTable(table, (line, column) -> switch (column) {
            case VALUE -> asked.value(line);
            case MEDIAN -> asked.median(line);
            case DEVIATION -> asked.deviation(line);
            default -> Optional.empty();
        });
        return table;
    }

    private List<Double> trend(Line line) {
        List<Double> trend = new ArrayList<>();
        for (int back = SpBoard.TREND_MONTHS - 1; back >= 0; back--) {
            OptionalDouble value = line.series(of).value(of.month().minusMonths(back));
            trend.add(value.isPresent() ? value.getAsDouble() : null);
        }
        return trend;
    }

    /**
     * All rules as a field of marks, and what the chosen one measured (block 2).
     *
     * @param chosen two digits; null for the rule with most points
     * @param choose hears the two digits of a rule
     */
    Component rules(String chosen, Consumer<String> choose) {
        Div field = new Div();
        field.addClassName("rules16");
        String shown = of.rules().stream()
                .filter(rule -> number(rule).equals(chosen))
                .findFirst()
                .orElseGet(this::heaviest);
        for (String rule : of.rules()) {
            org.shapan.portal.widget.State state = Marks.of(of.state(rule));
            Span digits = new Span(number(rule));
            NativeButton box = new NativeButton("", click -> choose.accept(number(rule)));
            box.add(digits, new StateMark(state));
            box.addClassName(state.cssClass());
            box.setClassName("on", rule.equals(shown));
            String name = words.get("sp.rule." + number(rule));
            box.setTitle(rule + " " + name);
            box.setAriaLabel(rule + " " + name + " " + words.get("sp.state." + of.state(rule)));
            box.getElement().setAttribute("aria-pressed", Boolean.toString(rule.equals(shown)));
            field.add(box);
        }
        AskedText asks = new AskedText();
        Div body = new Div(field, asks.in(new Sentence(explained(shown, asks))));
        AskedText counts = new AskedText();
        Card card = new Card(words.get("sp.rules"))
                .remark(words.get(
                        "sp.anomaly.rules.remark",
                        of.rules().size(),
                        ofScore(counts, Long.toString(count(State.RED))),
                        ofScore(counts, Long.toString(count(State.YELLOW)))))
                .body(body);
        counts.in(card.remark());
        return card;
    }

    private long count(State state) {
        return of.verdict().findings().stream()
                .filter(finding -> finding.state() == state)
                .count();
    }

    private String heaviest() {
        return of.rules().stream()
                .max(Comparator.comparingDouble(of::points)
                        .thenComparing(Comparator.<String>naturalOrder().reversed()))
                .orElse("");
    }

    private static String number(String rule) {
        return rule.substring(rule.lastIndexOf('-') + 1);
    }

    /** The score, or how many rules make it. */
    private String ofScore(AskedText text, String shown) {
        return questions
                .score()
                .map(score -> number(text, score.shownAs(shown)))
                .orElse(shown);
    }

    /** Value, base, limit and points of a rule. */
    String explained(String rule, AskedText text) {
        String name = words.get("sp.rule." + number(rule));
        return of.finding(rule)
                .map(found -> words.get(
                        "sp.anomaly.rule.hit",
                        rule,
                        name,
                        number(text, questions.rule(found, false).orElseThrow()),
                        number(text, questions.rule(found, true).orElseThrow()),
                        number(text, questions.limit(found).orElseThrow()),
                        number(text, questions.points(found).orElseThrow())))
                .orElseGet(() -> words.get(
                        of.state(rule) == State.NONE ? "sp.anomaly.rule.none" : "sp.anomaly.rule.quiet", rule, name));
    }

    private static String number(AskedText text, NumberQuestion question) {
        return text.number(question.shown(), () -> question);
    }

    /** Information fee by day; empty where none is known by day. */
    Optional<Component> daily() {
        if (board.fees().total() == 0) {
            return Optional.empty();
        }
        String title = words.get("sp.anomaly.daily");
        ObjectNode option = JsonNodeFactory.instance.objectNode();
        option.putObject("grid").put("left", 46).put("right", 8).put("top", 10).put("bottom", 22);
        option.putObject("tooltip").put("trigger", "axis");
        ObjectNode x = option.putObject("xAxis").put("type", "category");
        x.putObject("axisLabel").put("interval", 4);
        option.putObject("yAxis").put("type", "value").put("splitNumber", 2);
        ObjectNode bars =
                option.putArray("series").addObject().put("type", "bar").put("name", title);
        bars.putObject("itemStyle").put("color", "$measure");
        ArrayNode days = x.putArray("data");
        ArrayNode data = bars.putArray("data");
        for (int day = 0; day < board.fees().days(); day++) {
            days.add(Integer.toString(day + 1));
            data.add(Math.rint(board.fees().day(day) * 100) / 100);
        }
        Chart chart = new Chart(title);
        chart.setOption(option);
        Numbers.ofChart(
                chart, point -> asked.day(board.fees(), point.index()).stream().toList());
        Card card = new Card(title)
                .remark(of.unit().name())
                .tools(Numbers.button(words.get("explain.menu"), () -> Numbers.listed(asked.days(board.fees()))))
                .body(chart);
        card.addClassName("daily");
        return Optional.of(card);
    }

    /** What users have in common (block 5); empty where this person sees nothing of it. */
    Optional<Component> likenesses() {
        if (board.likenesses().isEmpty()) {
            return Optional.empty();
        }
        RankingTable<Likeness> table = new RankingTable<>(List.of(
                RankingColumn.name(words.get("sp.likeness.attribute"), Likeness::attribute, null),
                RankingColumn.text(words.get("sp.likeness.values"), Likeness::values),
                RankingColumn.number("S", like -> figures.ratio(like.concentration(), 1), Likeness::concentration),
                RankingColumn.number(
                        words.get("sp.likeness.base"), like -> figures.ratio(like.base(), 1), Likeness::base)));
        table.show(board.likenesses(), null);
        Numbers.ofTable(table, (like, column) -> questions.likeness(like, column == BASE));
        Card card = new Card(words.get("sp.likeness")).flush().body(table);
        card.addClassName("like");
        asked.convergence().ifPresent(question -> {
            Span index = new Span(words.get("sp.likeness.index", question.shown()));
            index.addClassName("idx");
            index.getElement().setAttribute("tabindex", "0");
            card.tools(index, new StateMark(Marks.of(of.state(CONVERGENCE))));
            Numbers.of(card, ".idx", place -> Optional.of(question));
        });
        return Optional.of(card);
    }

    /** The users with most messages, masked. */
    Component users() {
        List<SpUsers.User> users = board.users().users();
        RankingTable<SpUsers.User> table = new RankingTable<>(List.of(
                RankingColumn.name(
                        words.get("customers.number"), user -> user.number().masked(), null),
                RankingColumn.text(words.get("customers.brand"), SpUsers.User::brand),
                RankingColumn.text(words.get("sp.users.tenure"), SpUsers.User::tenure),
                RankingColumn.number(words.get("sp.col.fee"), user -> figures.number(user.fee(), 0), SpUsers.User::fee),
                RankingColumn.number("MO", user -> figures.number(user.mo(), 0), SpUsers.User::mo),
                RankingColumn.number("MT", user -> figures.number(user.mt(), 0), SpUsers.User::mt),
                RankingColumn.text(words.get("sp.users.hour"), SpUsers.User::hour)));
        table.show(users.stream().limit(MOST_USERS).toList(), null);
        Numbers.ofTable(table, (user, column) -> Optional.of(asked.user(board.users(), user, USERS.get(column))));
        Card card = new Card(words.get("sp.users"))
                .remark(words.get(
                        board.users().complete() ? "sp.users.remark" : "sp.users.remark.partial",
                        Math.min(MOST_USERS, users.size()),
                        figures.number(users.size(), 0)))
                .flush()
                .body(table);
        card.addClassName("users");
        return card;
    }

    /** What was found, as sentences: who, by which rules, when, and whether the users belong together. */
    Component conclusion(HeatCard heat) {
        AskedText asks = new AskedText();
        Div body = new Div();
        sentences(heat, asks).forEach(sentence -> body.add(asks.in(new Sentence(sentence))));
        return new Card(words.get("sp.anomaly.conclusion")).body(body);
    }

    List<String> sentences(HeatCard heat, AskedText asks) {
        List<String> sentences = new ArrayList<>();
        String worst =
                of.judged().map(row -> row.unit().name()).orElse(of.unit().name());
        sentences.add(words.get(
                "sp.anomaly.said." + of.verdict().state(),
                worst,
                ofScore(asks, figures.number(of.verdict().score(), 0)),
                ofScore(asks, Integer.toString(of.verdict().findings().size()))));
        Stream<SpFinding> heaviest = of.verdict().findings().stream()
                .sorted(Comparator.comparingDouble(
                                (SpFinding found) -> of.points(found.rule().id()))
                        .reversed());
        heaviest.limit(3)
                .forEach(found -> sentences.add(words.get(
                        "sp.anomaly.said.rule",
                        words.get("sp.rule." + found.rule().number()),
                        number(asks, questions.rule(found, false).orElseThrow()),
                        number(asks, questions.limit(found).orElseThrow()))));
        if (board.heat().total() > 0) {
            sentences.add(heat.sentence(asks));
        }
        asked.convergence()
                .ifPresent(index -> sentences.add(words.get(
                        of.state(CONVERGENCE) == State.GREEN || of.state(CONVERGENCE) == State.NONE
                                ? "sp.anomaly.said.scattered"
                                : "sp.anomaly.said.converged",
                        asks.number(index.shown(), () -> index))));
        return sentences;
    }
}

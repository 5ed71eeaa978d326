package org.shapan.reports.render;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shapan.reports.insight.ReportState;
import org.shapan.reports.template.Texts;

/** Sentences and captions made from the rows of a dataset (domain §6.1.3, sentence). Parameter {@code SAY}. */
public final class Sentences {
    private final Texts texts;
    private final Figures figures;
    private final ReportFacts facts;

    Sentences(Texts texts, Figures figures, ReportFacts facts) {
        this.texts = texts;
        this.figures = figures;
        this.facts = facts;
    }

    /**
     * "{node} in {month} had {value}, {change} against {expectation}; {c} % of it comes from {child}."
     *
     * @param rows a node and its children with {@code caption}, {@code depth}, {@code value}, and where known {@code
     *     expected}, {@code deviation}, {@code contribution}, {@code state}, {@code previous}, {@code previousYear}; the
     *     node is the row of least depth
     */
    public String movement(List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return texts.text("say.nothing", facts.getPeriod());
        }
        Map<String, Object> total = total(rows);
        String subject = subject("say.value", total, figures.moneyText(total.get("value")));
        if (total.get("deviation") == null) {
            return subject + comparisons(total) + texts.text("say.stop");
        }
        return subject
                + texts.text(
                        "say.expected",
                        figures.moneyText(total.get("expected")),
                        Markup.judged(figures.change(total.get("deviation")), state(total)))
                + texts.text("say.stop")
                + cause(total, rows);
    }

    /** "{node} in {month} had {count}, MoM …, YoY …": as {@link #movement}, for a count that is not judged. */
    public String count(List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return texts.text("say.nothing", facts.getPeriod());
        }
        Map<String, Object> total = total(rows);
        return subject("say.count", total, figures.number(total.get("value"), 0))
                + comparisons(total)
                + texts.text("say.stop");
    }

    private static Map<String, Object> total(List<Map<String, Object>> rows) {
        return rows.stream()
                .min(Comparator.comparing(row -> (Integer) row.get("depth")))
                .orElseThrow();
    }

    private String subject(String key, Map<String, Object> total, String figure) {
        return texts.text(key, Markup.plain(text(total, "caption")), facts.getPeriod(), Markup.strong(figure));
    }

    private String comparisons(Map<String, Object> total) {
        StringBuilder said = new StringBuilder();
        for (String base : List.of("previous", "previousYear")) {
            String change = figures.changeFrom(total.get(base), total.get("value"));
            if (!change.isEmpty()) {
                said.append(texts.text("say." + base, Markup.strong(change)));
            }
        }
        return said.toString();
    }

    private String cause(Map<String, Object> total, List<Map<String, Object>> rows) {
        List<Map<String, Object>> parts = rows.stream()
                .filter(row -> row != total)
                .filter(row -> row.get("contribution") instanceof BigDecimal)
                .sorted((a, b) -> ((BigDecimal) b.get("contribution")).compareTo((BigDecimal) a.get("contribution")))
                .toList();
        if (parts.isEmpty() || !(total.get("deviation") instanceof BigDecimal deviation) || deviation.signum() == 0) {
            return "";
        }
        Map<String, Object> first = parts.getFirst();
        long judged =
                parts.stream().filter(row -> state(row) != ReportState.NONE).count();
        long calm =
                parts.stream().filter(row -> state(row) == ReportState.GREEN).count();
        String main = texts.text(
                deviation.signum() < 0 ? "say.fall" : "say.rise",
                figures.percent(first.get("contribution"), 1),
                Markup.plain(text(first, "caption")));
        return judged == 0
                ? main + texts.text("say.stop")
                : main + texts.text("say.calm", Long.toString(calm), Long.toString(parts.size() - calm));
    }

    /**
     * "{caption} has the most: {share}."; empty when no row has a share above 0.
     *
     * @param rows with {@code caption}, {@code total} and a share in the given field
     */
    public String largest(List<Map<String, Object>> rows, String share) {
        return rows.stream()
                .filter(row -> !Boolean.TRUE.equals(row.get("total")))
                .filter(row -> row.get(share) instanceof BigDecimal value && value.signum() > 0)
                .max(Comparator.comparing(row -> (BigDecimal) row.get(share)))
                .map(row -> texts.text(
                        "say.largest",
                        Markup.plain(text(row, "caption")),
                        Markup.strong(figures.percent(row.get(share), 1))))
                .orElse("");
    }

    /** A sentence from a text and its figures, in strong ink; empty when one of them is empty. */
    public String said(String key, String... said) {
        return Stream.of(said).anyMatch(String::isEmpty)
                ? ""
                : texts.text(key, Stream.of(said).map(Markup::strong).toArray());
    }

    /** The sentences, or that there are no data when they are empty. */
    public String orNothing(String sentences) {
        return sentences.isEmpty() ? texts.text("say.nothing", Markup.plain(facts.getScope())) : sentences;
    }

    /** Heading of a section from the texts {@code heading.NAME} and {@code note.NAME}. */
    public String heading(String name) {
        return heading(texts.text("heading." + name), texts.text("note." + name));
    }

    /** A heading in strong ink with a quiet note behind it, which may be empty. */
    public String heading(String text, String note) {
        return Markup.strong(text) + "   " + Markup.quiet(note);
    }

    /** "7 red, 2 yellow, 3 green"; empty when nothing is judged. */
    public String states(List<Map<String, Object>> rows) {
        Map<ReportState, Long> counts = rows.stream()
                .map(Sentences::state)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        if (counts.keySet().equals(Set.of(ReportState.NONE)) || counts.isEmpty()) {
            return "";
        }
        return texts.text(
                "say.states",
                counts.getOrDefault(ReportState.RED, 0L).toString(),
                counts.getOrDefault(ReportState.YELLOW, 0L).toString(),
                counts.getOrDefault(ReportState.GREEN, 0L).toString());
    }

    private static String text(Map<String, Object> row, String field) {
        return String.valueOf(row.getOrDefault(field, ""));
    }

    private static ReportState state(Map<String, Object> row) {
        return row.get("state") instanceof ReportState state ? state : ReportState.NONE;
    }
}

package org.shapan.reports.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shapan.reports.render.MailFacts;

/**
 * The subject of a schedule's mails: a text with {@code {report}}, {@code {scope}}, {@code {period}}, {@code {area}}, {@code {schedule}}. What is put in
 * is not looked at again, and control characters of text and values become blanks, so neither adds a header.
 */
public final class Subject {
    /** Longest text with its placeholders. */
    public static final int LENGTH = 200;

    /** Longest subject of a mail. */
    private static final int LINE = 200;

    private static final Set<String> NAMES = Set.of("report", "scope", "period", "area", "schedule");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private Subject() {}

    /** The first placeholder of a text that there is not; empty when all are known. */
    public static Optional<String> unknown(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !NAMES.contains(name))
                .findFirst();
    }

    /**
     * The subject of a mail.
     *
     * @param text null for title and scope
     * @param schedule name of the schedule
     */
    public static String of(String text, MailFacts facts, String schedule) {
        if (text == null) {
            return line(facts.title() + " " + facts.scope());
        }
        Map<String, String> values = Map.of(
                "report", facts.title(),
                "scope", facts.scope(),
                "period", facts.period(),
                "area", facts.area(),
                "schedule", schedule);
        return line(PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group()))));
    }

    /** One line without control characters, cut to the length that a subject may have. */
    static String line(String text) {
        return line(text, LINE);
    }

    /** One line without control characters, cut to a length. */
    static String line(String text, int length) {
        String line = text.replaceAll("\\p{Cntrl}", " ")
                .replace('\u0085', ' ')
                .replace('\u2028', ' ')
                .replace('\u2029', ' ')
                .strip();
        return line.length() <= length ? line : line.substring(0, length - 1) + "…";
    }
}

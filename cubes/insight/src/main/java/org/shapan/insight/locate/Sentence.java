package org.shapan.insight.locate;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.shapan.insight.watch.Entity;

/** Tells a movement in one sentence, in Chinese or English (domain §6.1.3). */
public final class Sentence {
    private static final String BUNDLE = "org.shapan.insight.locate.sentence";

    private Sentence() {}

    /** Captions stand as the movement has them, so its connection should have had the same language. */
    public static String of(Movement movement, Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        NumberFormat number = NumberFormat.getIntegerInstance(locale);
        NumberFormat percent = NumberFormat.getPercentInstance(locale);
        percent.setMaximumFractionDigits(1);
        String period = "%04d-%02d"
                .formatted(movement.month().getYear(), movement.month().getMonthValue());
        String fact = MessageFormat.format(
                texts.getString("fact"),
                movement.caption(),
                movement.node().name(),
                period,
                number.format(movement.actual()),
                (movement.difference() > 0 ? "+" : "")
                        + percent.format(movement.difference() / Math.abs(movement.expected())),
                number.format(movement.expected()));
        if (movement.ends().isEmpty()) {
            return fact + texts.getString("nowhere");
        }
        Part main = movement.ends().getFirst();
        return fact
                + MessageFormat.format(
                        texts.getString("where"), percent.format(main.contribution()), path(movement.node(), main));
    }

    /** Names below the node. */
    private static String path(Entity node, Part end) {
        List<Entity> path = end.entity().path();
        int from = path.indexOf(node) + 1;
        return path.subList(from, path.size()).stream().map(Entity::name).collect(Collectors.joining(" → "));
    }
}

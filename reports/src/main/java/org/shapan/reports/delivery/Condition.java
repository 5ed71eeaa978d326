package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shapan.reports.delivery.DeliveryLedger.LastSent;

/**
 * When a report is sent. It is looked at for each recipient on his own, on the figures of his own document.
 *
 * @param mdx of {@link Kind#THRESHOLD}: a query whose first cell is compared, with the report's parameters as {@code
 *     $P{name}}; null for the other kinds
 * @param comparison of a threshold, else null
 * @param limit of a threshold, else null
 * @param coolDown for so long after a mail the recipient gets no other of this schedule; zero for none
 */
public record Condition(Kind kind, String mdx, Comparison comparison, BigDecimal limit, Duration coolDown) {
    /** Send every time. */
    public static final Condition ALWAYS = of(Kind.ALWAYS, Duration.ZERO);

    public enum Kind {
        /** Every time; a blank report is a failure. */
        ALWAYS,
        /** When there is a figure in it; a blank report is no failure. */
        NOT_EMPTY,
        /** When a row is judged red. */
        RED,
        /** When a figure differs from those of the last mail. */
        CHANGE,
        /** When a cell passes a limit. */
        THRESHOLD
    }

    /** How a cell is compared with the limit. */
    public enum Comparison {
        BELOW,
        ABOVE
    }

    public Condition {
        requireNonNull(kind, "kind is null");
        requireNonNull(coolDown, "coolDown is null");
        if (coolDown.isNegative()) {
            throw new IllegalArgumentException("a cool-down is not negative");
        }
        if (kind == Kind.THRESHOLD) {
            requireNonNull(mdx, "mdx is null");
            requireNonNull(comparison, "comparison is null");
            requireNonNull(limit, "limit is null");
        } else {
            mdx = null;
            comparison = null;
            limit = null;
        }
    }

    /** A condition that needs nothing but its kind. */
    public static Condition of(Kind kind, Duration coolDown) {
        return new Condition(kind, null, null, null, coolDown);
    }

    /** A condition on the first cell of a query. */
    public static Condition threshold(String mdx, Comparison comparison, BigDecimal limit, Duration coolDown) {
        return new Condition(Kind.THRESHOLD, mdx, comparison, limit, coolDown);
    }

    /** Why the mail is not sent; empty when it is. */
    Optional<String> refusal(Documents.Batch batch, Optional<LastSent> last, Instant now) {
        Instant quietUntil = last.map(sent -> sent.at().plus(coolDown)).orElse(Instant.MIN);
        if (now.isBefore(quietUntil)) {
            return Optional.of("cool-down of " + coolDown.toHours() + " h until " + quietUntil);
        }
        return switch (kind) {
            case ALWAYS -> Optional.empty();
            case NOT_EMPTY -> when(batch.reading().isBlank(), "no figures");
            case RED -> when(batch.reading().red() == 0, "nothing is red");
            case CHANGE ->
                when(
                        last.flatMap(LastSent::fingerprint)
                                .filter(batch.reading().fingerprint()::equals)
                                .isPresent(),
                        "no figure has changed since the last mail");
            case THRESHOLD -> passes(batch.measured());
        };
    }

    private Optional<String> passes(Optional<BigDecimal> measured) {
        boolean passed = measured.filter(value ->
                        comparison == Comparison.BELOW ? value.compareTo(limit) < 0 : value.compareTo(limit) > 0)
                .isPresent();
        String value = measured.map(v -> v.stripTrailingZeros().toPlainString()).orElse("empty");
        return when(!passed, value + " is not " + (comparison == Comparison.BELOW ? "below " : "above ") + limit);
    }

    private static Optional<String> when(boolean refused, String reason) {
        return refused ? Optional.of(reason) : Optional.empty();
    }
}

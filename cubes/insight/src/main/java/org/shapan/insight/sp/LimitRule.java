package org.shapan.insight.sp;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shapan.insight.State;

/**
 * A-SP-07, -11, -14: a share passes a fixed limit. Of several limits the worst counts, once.
 *
 * @param base figure that must reach {@code leastBase} before the rule speaks; null for none
 */
record LimitRule(String id, int weight, boolean judgesNewCodes, List<Limit> limits, SpFigure base, double leastBase)
        implements SpRule {
    /** Yellow and red from these values upwards. */
    record Limit(SpFigure figure, double yellow, double red) {}

    LimitRule {
        limits = List.copyOf(limits);
    }

    @Override
    public Optional<SpFinding> find(SpCase subject) {
        if (base != null && subject.value(base).orElse(0) < leastBase) {
            return Optional.empty();
        }
        return limits.stream()
                .flatMap(limit -> judge(limit, subject.value(limit.figure())).stream())
                .max(Comparator.comparing(SpFinding::state));
    }

    private Optional<SpFinding> judge(Limit limit, OptionalDouble value) {
        if (value.isEmpty() || value.getAsDouble() < limit.yellow()) {
            return Optional.empty();
        }
        boolean isRed = value.getAsDouble() >= limit.red();
        return Optional.of(new SpFinding(
                this,
                isRed ? State.RED : State.YELLOW,
                value.getAsDouble(),
                limit.yellow(),
                isRed ? limit.red() : limit.yellow()));
    }
}

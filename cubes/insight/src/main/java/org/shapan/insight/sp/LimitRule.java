package org.shapan.insight.sp;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shapan.insight.Limits;
import org.shapan.insight.State;

/**
 * A-SP-07, -08, -09, -11, -14, -16: a figure passes a fixed limit. Of several limits the worst counts, once.
 *
 * @param base figure that must reach {@code leastBase} before the rule speaks; null for none
 */
record LimitRule(String id, double weight, boolean judgesNewCodes, List<Limit> limits, SpFigure base, double leastBase)
        implements SpRule {
    /** Yellow and red from these values upwards. */
    record Limit(SpFigure figure, Limits from) {}

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
        if (value.isEmpty()) {
            return Optional.empty();
        }
        State state = limit.from().reached(value.getAsDouble());
        return SpFinding.of(
                this,
                state,
                value.getAsDouble(),
                limit.from().yellow(),
                limit.from().of(state));
    }
}

package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.shapan.engine.api.Region;

/**
 * {@code CASE [operand] WHEN … THEN … [ELSE …] END}.
 *
 * @param operandOrNull compared with each {@code WHEN}; null in the searched form, where each {@code WHEN} is a condition
 * @param whens the branches in order, at least one
 * @param elseOrNull null when there is no {@code ELSE}: the value is then null
 */
public record CaseExpression(Expression operandOrNull, List<When> whens, Expression elseOrNull, Region region)
        implements Expression {

    public CaseExpression {
        whens = List.copyOf(whens);
        requireNonNull(region, "region is null");
        if (whens.isEmpty()) {
            throw new IllegalArgumentException("a CASE has at least one WHEN");
        }
    }

    /** One branch: {@code WHEN when THEN then}. */
    public record When(Expression when, Expression then) {
        public When {
            requireNonNull(when, "when is null");
            requireNonNull(then, "then is null");
        }
    }
}

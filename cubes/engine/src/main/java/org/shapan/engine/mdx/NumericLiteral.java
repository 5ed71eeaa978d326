package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.shapan.engine.api.Region;

/** A number, exactly as written: {@code 1.50} keeps its two decimals. Never negative; a minus is an operator. */
public record NumericLiteral(BigDecimal value, Region region) implements Expression {

    public NumericLiteral {
        requireNonNull(value, "value is null");
        requireNonNull(region, "region is null");
        if (value.signum() < 0) {
            throw new IllegalArgumentException("a literal is not negative: " + value);
        }
    }
}

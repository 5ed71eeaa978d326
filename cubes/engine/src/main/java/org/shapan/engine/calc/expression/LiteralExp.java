package org.shapan.engine.calc.expression;

import java.math.BigDecimal;
import org.shapan.engine.api.Region;

/**
 * A number, text or NULL.
 *
 * @param value BigDecimal, String or null
 */
public record LiteralExp(Object value, Type type, Region region) implements Exp {
    public static LiteralExp number(BigDecimal value, Region region) {
        return new LiteralExp(value, Type.NUMERIC, region);
    }

    public static LiteralExp string(String value, Region region) {
        return new LiteralExp(value, Type.STRING, region);
    }

    public static LiteralExp nothing(Region region) {
        return new LiteralExp(null, Type.NULL, region);
    }
}

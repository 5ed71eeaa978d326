package org.shapan.engine.calc.expression;

import java.util.Arrays;
import java.util.Optional;

/** Kind of an expression, as signatures name it: {@code <Set>}. */
public enum Kind {
    NUMERIC("Numeric"),
    INTEGER("Integer"),
    STRING("String"),
    LOGICAL("Logical"),
    DATETIME("DateTime"),
    /** Any scalar; which one is known when it is evaluated. */
    VALUE("Value"),
    MEMBER("Member"),
    TUPLE("Tuple"),
    SET("Set"),
    LEVEL("Level"),
    HIERARCHY("Hierarchy"),
    DIMENSION("Dimension"),
    /** A bare keyword such as {@code DESC}. */
    SYMBOL("Symbol"),
    /** The literal {@code NULL}. */
    NULL("Null"),
    /** An argument left out between commas. */
    EMPTY("Empty"),
    /** Only in signatures: an expression of any kind. */
    ANY("Any");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isScalar() {
        return this == NUMERIC
                || this == INTEGER
                || this == STRING
                || this == LOGICAL
                || this == DATETIME
                || this == VALUE
                || this == NULL;
    }

    public static Optional<Kind> ofLabel(String label) {
        return Arrays.stream(values()).filter(k -> k.label.equals(label)).findFirst();
    }

    @Override
    public String toString() {
        return "<" + label + ">";
    }
}

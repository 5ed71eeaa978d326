package org.shapan.engine.calc.expression;

/**
 * Which kind may stand where another is asked for, and how far fetched that is: the overload with the smallest sum of costs wins. Only
 * the order of the numbers counts.
 */
public final class Conversions {
    /** No conversion. */
    public static final int NONE = -1;

    private Conversions() {}

    public static int cost(Type from, Kind to) {
        if (from.kind() == to || to == Kind.ANY) {
            return 0;
        }
        return switch (from.kind()) {
            case NUMERIC ->
                switch (to) {
                    case INTEGER -> 0;
                    case VALUE -> 1;
                    case LOGICAL -> 3;
                    default -> NONE;
                };
            case INTEGER ->
                switch (to) {
                    case NUMERIC -> 0;
                    case VALUE -> 1;
                    case LOGICAL -> 3;
                    default -> NONE;
                };
            case STRING -> to == Kind.VALUE ? 1 : NONE;
            case LOGICAL -> to == Kind.VALUE ? 1 : NONE;
            case DATETIME -> to == Kind.VALUE ? 1 : NONE;
            case VALUE ->
                switch (to) {
                    case NUMERIC, INTEGER -> 1;
                    case STRING, LOGICAL, DATETIME -> 2;
                    default -> NONE;
                };
            case NULL ->
                switch (to) {
                    case EMPTY, SYMBOL -> NONE;
                    case NUMERIC, INTEGER, VALUE -> 1;
                    case STRING, LOGICAL, DATETIME -> 2;
                    default -> 6;
                };
            case DIMENSION ->
                switch (to) {
                    case HIERARCHY -> 1;
                    case MEMBER -> 2;
                    case TUPLE -> 3;
                    case SET -> 9;
                    case LEVEL -> 8;
                    default -> scalar(to, 6);
                };
            case HIERARCHY ->
                switch (to) {
                    case DIMENSION -> 1;
                    case MEMBER -> 1;
                    case TUPLE -> 2;
                    case SET -> 8;
                    case LEVEL -> 7;
                    default -> scalar(to, 5);
                };
            case LEVEL ->
                switch (to) {
                    case HIERARCHY -> 1;
                    case DIMENSION -> 2;
                    default -> NONE;
                };
            case MEMBER ->
                switch (to) {
                    case TUPLE -> 1;
                    case SET -> 6;
                    case LEVEL -> 5;
                    case HIERARCHY -> 5;
                    case DIMENSION -> 6;
                    default -> scalar(to, 3);
                };
            case TUPLE ->
                switch (to) {
                    case SET -> 4;
                    default -> scalar(to, 2);
                };
            case SET, SYMBOL, EMPTY, ANY -> NONE;
        };
    }

    private static int scalar(Kind to, int base) {
        return switch (to) {
            case VALUE -> base;
            case NUMERIC, INTEGER -> base;
            case STRING -> base + 1;
            case LOGICAL -> base + 1;
            case DATETIME -> base + 1;
            default -> NONE;
        };
    }
}

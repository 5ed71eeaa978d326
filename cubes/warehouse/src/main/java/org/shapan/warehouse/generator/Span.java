package org.shapan.warehouse.generator;

/** Months by index from the first to the last, both included. */
record Span(int from, int to) {

    Span {
        if (from > to || from < Months.FIRST || to > Months.LAST) {
            throw new IllegalArgumentException("no span of months: " + from + " to " + to);
        }
    }

    boolean contains(int month) {
        return from <= month && month <= to;
    }
}

package org.shapan.insight.sp;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.shapan.insight.Robust;

/** The codes of one business line: what is usual among them (横向, domain §6.2.4). */
record SpLine(List<SpCode> codes) {
    /** Fewer codes than these have no usual value. */
    static final int FEWEST_PEERS = 3;

    SpLine {
        codes = List.copyOf(codes);
    }

    /** Median over the codes that have the figure; empty with fewer than {@link #FEWEST_PEERS}. */
    OptionalDouble median(Function<SpCode, OptionalDouble> figure) {
        double[] values = values(figure);
        return values.length < FEWEST_PEERS
                ? OptionalDouble.empty()
                : OptionalDouble.of(Robust.median(values, values.length));
    }

    /** Robust distance of a value from the codes that have the figure; empty as {@link #median}, and where the median is 0. */
    OptionalDouble distance(double value, Function<SpCode, OptionalDouble> figure) {
        double[] values = values(figure);
        return values.length < FEWEST_PEERS || Robust.median(values, values.length) == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Robust.distance(value, values, values.length));
    }

    private double[] values(Function<SpCode, OptionalDouble> figure) {
        return codes.stream()
                .map(figure)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
    }
}

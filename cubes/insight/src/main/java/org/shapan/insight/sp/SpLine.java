package org.shapan.insight.sp;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.shapan.insight.Robust;

/**
 * The codes of one business line in a month: what is usual among them (横向, domain §6.2.4), found out once for each figure. To be used
 * by one thread.
 */
final class SpLine {
    /** Fewer codes than these have no usual value. */
    static final int FEWEST_PEERS = 3;

    private final List<SpCode> codes;
    private final YearMonth month;
    private final Map<Figure, Usual> usual = new HashMap<>();

    /** @param base null for the figure itself */
    private record Figure(SpFigure over, SpFigure base) {}

    /** Both NaN with fewer than {@link #FEWEST_PEERS}. */
    private record Usual(double median, double mad) {}

    SpLine(List<SpCode> codes, YearMonth month) {
        this.codes = List.copyOf(codes);
        this.month = month;
    }

    /**
     * Median over the codes that have the figure; empty with fewer than {@link #FEWEST_PEERS}.
     *
     * @param base of a ratio; null for the figure itself
     */
    OptionalDouble median(SpFigure over, SpFigure base) {
        double median = usual(over, base).median();
        return Double.isNaN(median) ? OptionalDouble.empty() : OptionalDouble.of(median);
    }

    /** Robust distance of a value from the codes that have the figure; empty as {@link #median}, and where the median is 0. */
    OptionalDouble distance(double value, SpFigure over, SpFigure base) {
        Usual line = usual(over, base);
        return Double.isNaN(line.median()) || line.median() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Robust.distance(value, line.median(), line.mad()));
    }

    private Usual usual(SpFigure over, SpFigure base) {
        return usual.computeIfAbsent(new Figure(over, base), figure -> {
            double[] values = codes.stream()
                    .map(code -> base == null ? code.value(over, month) : code.ratio(over, base, month))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .toArray();
            return values.length < FEWEST_PEERS
                    ? new Usual(Double.NaN, Double.NaN)
                    : new Usual(Robust.median(values, values.length), Robust.mad(values, values.length));
        });
    }
}

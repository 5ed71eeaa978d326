package org.shapan.insight.sp;

import java.time.YearMonth;
import java.util.OptionalDouble;

/** A code in the month in which it is judged, among the codes of its line in that month. */
record SpCase(SpCode code, YearMonth month, SpLine line) {
    OptionalDouble value(SpFigure figure) {
        return code.value(figure, month);
    }

    OptionalDouble ratio(SpFigure over, SpFigure base) {
        return code.ratio(over, base, month);
    }

    OptionalDouble lineMedian(SpFigure figure) {
        return line.median(figure, null);
    }

    OptionalDouble lineMedian(SpFigure over, SpFigure base) {
        return line.median(over, base);
    }
}

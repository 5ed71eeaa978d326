package org.shapan.insight.sp;

import java.time.YearMonth;
import java.util.Optional;
import org.shapan.insight.Direction;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;

/**
 * Colours a total over many codes (all SPs, or a line) against the median of its six months before. A total moves far less than a code,
 * so the limits are narrower than those of A-SP-01.
 */
public final class TotalRule {
    private TotalRule() {}

    /** Half-width of the band in which a total is quiet, by the parameters of this process. */
    public static double quiet() {
        return Parameters.current().limits("sp.total").yellow();
    }

    /**
     * @param direction which way is bad; neutral: both
     * @return NONE without a value or with fewer than three months before it
     */
    public static State judge(MonthlySeries series, YearMonth month, Direction direction) {
        Optional<Vertical> vertical = Vertical.of(series, month);
        if (vertical.isEmpty()) {
            return State.NONE;
        }
        double bad =
                switch (direction) {
                    case UP_IS_GOOD -> -vertical.get().change();
                    case DOWN_IS_GOOD -> vertical.get().change();
                    case NEUTRAL -> Math.abs(vertical.get().change());
                };
        double distance = Math.abs(vertical.get().distance());
        State near = Parameters.current().limits("sp.total").reached(bad);
        State far = Parameters.current().limits("sp.total.distance").reached(distance);
        return near.compareTo(far) <= 0 ? near : far;
    }
}

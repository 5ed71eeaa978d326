package org.shapan.insight.sp;

import java.time.YearMonth;
import java.util.Optional;
import org.shapan.insight.Direction;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.State;

/**
 * Colours a total over many codes (all SPs, or a line) against the median of its six months before. A total moves far less than a code,
 * so the limits are narrower than those of A-SP-01.
 */
public final class TotalRule {
    /** Half-width of the band in which a total is quiet. */
    public static final double YELLOW = 0.15;
    /** From this change on a total is red. */
    public static final double RED = 0.50;

    private static final double YELLOW_DISTANCE = 2;
    private static final double RED_DISTANCE = 4;

    private TotalRule() {}

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
        if (bad >= RED && distance >= RED_DISTANCE) {
            return State.RED;
        }
        return bad >= YELLOW && distance >= YELLOW_DISTANCE ? State.YELLOW : State.GREEN;
    }
}

package org.shapan.portal.sandtable;

import java.util.List;
import java.util.Optional;
import org.shapan.insight.State;
import org.shapan.insight.locate.Movement;

/**
 * Why an area stands out.
 *
 * @param cells its red and yellow figures, red first, then in the order of the rows; never empty
 * @param months for how many months in a row, this one among them, the first of them has been red or yellow
 * @param movement where the movement behind the first figure comes from; empty where it cannot be located or was not asked for
 */
public record SandReason(SandUnit unit, List<SandCell> cells, int months, Optional<Movement> movement) {
    public SandReason {
        cells = List.copyOf(cells);
    }

    public SandCell first() {
        return cells.getFirst();
    }

    /** The worst state. */
    public State state() {
        return first().state();
    }
}

package org.shapan.engine.cell;

import java.util.List;
import org.shapan.engine.cell.segment.IdSet;

/**
 * Cells that a query misses: the product of the sets at one grain.
 *
 * @param region rows are restricted to it; null for all
 * @param box member ids per key column of the grain, none empty
 * @param columns at least one
 */
record LoadRequest(
        FactLayout layout, long version, Grain grain, BoundRegion region, IdSet[] box, List<FactColumn> columns) {

    SegmentKey.Slot slot() {
        return new SegmentKey.Slot(layout.group().id(), version);
    }

    LoadRequest withColumns(List<FactColumn> some) {
        return new LoadRequest(layout, version, grain, region, box, some);
    }
}

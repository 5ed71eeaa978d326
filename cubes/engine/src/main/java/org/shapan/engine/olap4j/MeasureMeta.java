package org.shapan.engine.olap4j;

import org.olap4j.metadata.Datatype;
import org.olap4j.metadata.Measure;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/** A stored or calculated measure. */
final class MeasureMeta extends MemberMeta implements Measure {

    MeasureMeta(CubeMeta cube, Member member) {
        super(cube, member);
    }

    @Override
    public Aggregator getAggregator() {
        if (!(element instanceof StoredMeasure stored)) {
            return Aggregator.CALCULATED;
        }
        return switch (stored.aggregation()) {
            case SUM -> Aggregator.SUM;
            case COUNT -> Aggregator.COUNT;
            case MIN -> Aggregator.MIN;
            case MAX -> Aggregator.MAX;
            case AVG -> Aggregator.AVG;
            case DISTINCT_COUNT, NONE -> Aggregator.UNKNOWN;
        };
    }

    @Override
    public Datatype getDatatype() {
        return element instanceof StoredMeasure stored ? Datatypes.of(stored.dataType()) : Datatype.VARIANT;
    }
}

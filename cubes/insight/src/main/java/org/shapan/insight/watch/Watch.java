package org.shapan.insight.watch;

import java.time.YearMonth;
import java.util.List;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.shapan.insight.Parameters;

/** Judges the units of one subject by the rules of the domain. */
@FunctionalInterface
public interface Watch {
    /**
     * Alerts of the months from {@code first} to {@code last}, by month, in the order of units and rules; none where the connection does
     * not see the subject's cube.
     */
    List<Alert> alerts(OlapConnection connection, YearMonth first, YearMonth last) throws OlapException;

    /** All subjects. */
    static List<Watch> all(Parameters parameters) {
        return List.of(new AreaWatch(parameters), new ChannelWatch(parameters), new SpWatch(parameters));
    }
}

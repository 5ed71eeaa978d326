package org.shapan.insight.watch;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.shapan.insight.Parameters;

/** Judges the units of one subject by the rules of the domain. */
public interface Watch {
    /**
     * Alerts of the months from {@code first} to {@code last}, by month, in the order of units and rules; none where the connection does
     * not see the subject's cube.
     */
    List<Alert> alerts(OlapConnection connection, YearMonth first, YearMonth last) throws OlapException;

    /** Ids of the rules that it judges by, such as {@code A-PA-02}. */
    Set<String> rules();

    /** All subjects. */
    static List<Watch> all(Parameters parameters) {
        return List.of(
                new AreaWatch(parameters),
                new GroupWatch(parameters),
                new ChannelWatch(parameters),
                new HallWatch(parameters),
                new SpWatch(parameters));
    }
}

package org.shapan.portal.sp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Messages to customers by day and hour of a month.
 *
 * @param cells one row for each hour from 0, one value for each day from 1; 0 where there were none
 * @param hourNames unique names of the hours, as dayNames of the days
 */
public record HeatMap(double[][] cells, List<String> hourNames, List<String> dayNames) {
    static final String HOURS = "[Hour]";

    private static final int BURST_DAYS = 3;

    public HeatMap {
        hourNames = List.copyOf(hourNames);
        dayNames = List.copyOf(dayNames);
    }

    public double total() {
        return Arrays.stream(cells).flatMapToDouble(Arrays::stream).sum();
    }

    public double largest() {
        return Arrays.stream(cells).flatMapToDouble(Arrays::stream).max().orElse(0);
    }

    public double day(int day) {
        return Arrays.stream(cells).mapToDouble(hour -> hour[day]).sum();
    }

    public double hour(int hour) {
        return Arrays.stream(cells[hour]).sum();
    }

    public int days() {
        return cells.length == 0 ? 0 : cells[0].length;
    }

    /** The three days with most messages, from 0, the largest first. */
    public List<Integer> largestDays() {
        return IntStream.range(0, days())
                .boxed()
                .sorted((a, b) -> Double.compare(day(b), day(a)))
                .limit(BURST_DAYS)
                .toList();
    }

    /** The hour with most messages. */
    public int largestHour() {
        return IntStream.range(0, cells.length)
                .boxed()
                .max((a, b) -> Double.compare(hour(a), hour(b)))
                .orElse(0);
    }
}

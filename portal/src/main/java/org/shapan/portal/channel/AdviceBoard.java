package org.shapan.portal.channel;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shapan.portal.board.Choice;
import org.shapan.portal.board.ScopedBoard;

/**
 * Social channels by type of value, as numbers.
 *
 * @param months to choose from, latest first
 * @param areas to choose from
 * @param path areas from the top of what the person may see to the one shown
 * @param types those that have channels in the month
 * @param shown the type whose channels are listed; empty where there are no channels
 * @param channels of that type, those with the largest input first
 */
record AdviceBoard(
        YearMonth month,
        List<YearMonth> months,
        List<Choice> areas,
        List<Choice> path,
        List<Line> types,
        Optional<Line> shown,
        List<Line> channels)
        implements ScopedBoard {
    /** Most channels that are listed. */
    static final int MOST = 40;

    /**
     * A type or a channel with its figures of the month.
     *
     * @param remark what stands above it: the sub-type of a channel, empty for a type
     * @param figures by name of the measure
     */
    record Line(String uniqueName, String name, String caption, String remark, Map<String, Double> figures) {
        Line {
            requireNonNull(name, "name is null");
            figures = Map.copyOf(figures);
        }

        OptionalDouble value(String measure) {
            Double value = figures.get(measure);
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        }
    }

    @Override
    public boolean isEmpty() {
        return types.isEmpty();
    }

    AdviceBoard {
        requireNonNull(month, "month is null");
        months = List.copyOf(months);
        areas = List.copyOf(areas);
        path = List.copyOf(path);
        types = List.copyOf(types);
        channels = List.copyOf(channels);
    }
}

package org.shapan.portal.monitor;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.shapan.insight.State;
import org.shapan.insight.UnitLevel;
import org.shapan.portal.board.Choice;
import org.shapan.portal.board.JudgedFigure;
import org.shapan.portal.board.ScopedBoard;

/**
 * Everything on a page, as numbers.
 *
 * @param monthMember unique name of the month
 * @param months to choose from, latest first
 * @param areas to choose from
 * @param path areas from the top of what the person may see to the one shown
 * @param level of the area shown
 * @param tiles those whose measure the person sees
 * @param blocks those whose cube the person sees
 */
public record MonitorBoard(
        MonitorState state,
        YearMonth month,
        String monthMember,
        List<YearMonth> months,
        List<Choice> areas,
        List<Choice> path,
        UnitLevel level,
        List<Tile> tiles,
        List<Rows> blocks)
        implements ScopedBoard {
    /** Months of sparklines. */
    static final int TREND_MONTHS = 13;

    /** A figure of the area. {@code caption} is the measure's, in the reader's language. */
    public record Tile(String cube, Metric metric, String caption, JudgedFigure figure) {
        /** Values of the last {@link #TREND_MONTHS} months, oldest first, null for none. */
        List<Double> trend() {
            List<Double> trend = new ArrayList<>();
            for (int back = TREND_MONTHS - 1; back >= 0; back--) {
                OptionalDouble value = figure.series().value(figure.month().minusMonths(back));
                trend.add(value.isPresent() ? value.getAsDouble() : null);
            }
            return trend;
        }
    }

    /**
     * A member with its figures of the month.
     *
     * @param code name of the member, its key in the feeds
     * @param type caption of the member above; empty for the total
     * @param typeCode name of the member above; empty for the total
     * @param ordinal place in the order of the level
     * @param states of those figures that are judged
     */
    public record Row(
            String uniqueName,
            String name,
            String code,
            String type,
            String typeCode,
            int ordinal,
            Map<Metric, Double> values,
            Map<Metric, State> states) {
        public Row {
            values = Map.copyOf(values);
            states = Map.copyOf(states);
        }

        public State state(Metric metric) {
            return states.getOrDefault(metric, State.NONE);
        }

        public OptionalDouble value(Metric metric) {
            Double value = values.get(metric);
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        }
    }

    /**
     * A block with its rows.
     *
     * @param level caption of the level
     * @param captions of the measures that the person sees, in the order of the columns
     * @param total of all members, not only of those listed
     */
    public record Rows(MonitorPage.Block block, String level, Map<Metric, String> captions, List<Row> rows, Row total) {
        /** Most rows of a block. */
        static final int MOST = 40;

        public Rows {
            rows = List.copyOf(rows);
        }
    }

    public MonitorBoard {
        requireNonNull(month, "month is null");
        months = List.copyOf(months);
        areas = List.copyOf(areas);
        path = List.copyOf(path);
        tiles = List.copyOf(tiles);
        blocks = List.copyOf(blocks);
    }

    /** Nothing is known of the area in this month. */
    @Override
    public boolean isEmpty() {
        return tiles.stream().allMatch(tile -> tile.figure().value().isEmpty());
    }
}

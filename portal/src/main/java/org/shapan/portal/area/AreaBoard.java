package org.shapan.portal.area;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.shapan.insight.State;
import org.shapan.portal.board.Choice;

/**
 * Everything on the screen, as numbers.
 *
 * @param state what was asked for
 * @param monthMember unique name of the month
 * @param months to choose from, latest first
 * @param areas to choose from
 * @param brands to choose from
 * @param path from the top of what the person may see to the area itself; never empty
 * @param parts the units below the area
 * @param targets of the area's year; empty where none were given
 * @param newcomers new customers of the month, for the tile of net adds
 * @param leavers customers who left, likewise
 */
public record AreaBoard(
        AreaState state,
        YearMonth month,
        String monthMember,
        List<YearMonth> months,
        List<Choice> areas,
        List<Choice> brands,
        List<UnitRow> path,
        List<UnitRow> parts,
        List<TargetFigure> targets,
        OptionalDouble newcomers,
        OptionalDouble leavers) {
    /** Months of the trend and of sparklines. */
    public static final int TREND_MONTHS = 13;

    public AreaBoard {
        requireNonNull(state, "state is null");
        requireNonNull(month, "month is null");
        months = List.copyOf(months);
        areas = List.copyOf(areas);
        brands = List.copyOf(brands);
        path = List.copyOf(path);
        parts = List.copyOf(parts);
        targets = List.copyOf(targets);
    }

    /** The same figures with another part selected or another shape of the ranking. */
    public AreaBoard with(AreaState other) {
        return new AreaBoard(
                other, month, monthMember, months, areas, brands, path, parts, targets, newcomers, leavers);
    }

    /** The area itself. */
    public UnitRow area() {
        return path.getLast();
    }

    /** Nothing is known of the area in this month under these filters. */
    public boolean isEmpty() {
        return area().figure(AreaKpi.REVENUE).value().isEmpty()
                && area().figure(AreaKpi.SUBSCRIBERS).value().isEmpty();
    }

    /** The part whose trend is shown, or the area itself. */
    public UnitRow shown() {
        return parts.stream()
                .filter(row -> row.unit().uniqueName().equals(state.selected()))
                .findFirst()
                .orElse(area());
    }

    /** Red and yellow indicators of the parts, red first, then in the order of the indicators, then by money. */
    public List<Movement> movements() {
        List<Movement> movements = new ArrayList<>();
        for (AreaKpi kpi : AreaKpi.MOVEMENTS) {
            for (UnitRow row : parts) {
                KpiFigure figure = row.figure(kpi);
                if (figure.state() == State.RED || figure.state() == State.YELLOW) {
                    movements.add(new Movement(row, figure));
                }
            }
        }
        movements.sort(Comparator.comparing((Movement m) -> m.figure().state())
                .reversed()
                .thenComparing(m -> AreaKpi.MOVEMENTS.indexOf(m.figure().kpi()))
                .thenComparing(m -> m.row().figure(AreaKpi.REVENUE).value().orElse(0), Comparator.reverseOrder()));
        return movements;
    }

    /** The part that contributes most to the area's difference; null where no part moves with it. */
    public UnitRow mainContributor() {
        return parts.stream()
                .filter(row -> row.contribution().orElse(0) > 0)
                .max(Comparator.comparingDouble(row -> row.contribution().getAsDouble()))
                .orElse(null);
    }

    /** The last {@link #TREND_MONTHS} months, oldest first. */
    public List<YearMonth> trendMonths() {
        List<YearMonth> shown = new ArrayList<>();
        for (int back = TREND_MONTHS - 1; back >= 0; back--) {
            shown.add(month.minusMonths(back));
        }
        return shown;
    }
}

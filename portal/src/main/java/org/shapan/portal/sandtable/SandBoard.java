package org.shapan.portal.sandtable;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shapan.insight.MonthlySeries;
import org.shapan.portal.board.Choice;
import org.shapan.portal.sp.SpBoard;

/**
 * Everything on the screen, as numbers.
 *
 * @param monthMember unique name of the month
 * @param months to choose from, latest first
 * @param areas to choose from
 * @param brands to choose from
 * @param above the areas above the one shown, from the top
 * @param canBranch whether cities can be shown by their branches
 * @param reasons what stands out, worst first
 * @param located whether the movements behind the reasons were looked for
 * @param sp all service providers of the month; empty where the sand table is not of the whole company
 */
public record SandBoard(
        SandState state,
        YearMonth month,
        String monthMember,
        List<YearMonth> months,
        List<Choice> areas,
        List<Choice> brands,
        List<SandUnit> above,
        boolean canBranch,
        SandFigures figures,
        List<SandReason> reasons,
        boolean located,
        Optional<SpBoard> sp) {
    /** Months of sparklines and of the playback. */
    public static final int TREND_MONTHS = 13;

    public SandBoard {
        requireNonNull(month, "month is null");
        requireNonNull(figures, "figures is null");
        months = List.copyOf(months);
        areas = List.copyOf(areas);
        brands = List.copyOf(brands);
        above = List.copyOf(above);
        reasons = List.copyOf(reasons);
    }

    /** The same figures, told otherwise. */
    public SandBoard with(SandState other) {
        return new SandBoard(
                other, month, monthMember, months, areas, brands, above, canBranch, figures, reasons, located, sp);
    }

    /** The figure of the area as a whole. */
    public SandCell total(SandKpi kpi) {
        return figures.cell(kpi, figures.area(), month);
    }

    /** Nothing is known of the area in this month under these filters. */
    public boolean isEmpty() {
        return figures.kpis().stream().allMatch(kpi -> total(kpi).value().isEmpty());
    }

    /** The last {@link #TREND_MONTHS} months up to the latest one with data, oldest first. */
    public List<YearMonth> playback() {
        return months.reversed().subList(Math.max(0, months.size() - TREND_MONTHS), months.size());
    }

    /** Values of the last {@link #TREND_MONTHS} months, oldest first, null for none. */
    List<Double> trend(SandCell cell) {
        MonthlySeries series = cell.figure().series();
        List<Double> trend = new ArrayList<>();
        for (int back = TREND_MONTHS - 1; back >= 0; back--) {
            var value = series.value(month.minusMonths(back));
            trend.add(value.isPresent() ? value.getAsDouble() : null);
        }
        return trend;
    }
}

package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.State;

/**
 * Everything on the screen, as numbers.
 *
 * @param state what was asked for
 * @param monthMember unique name of the month
 * @param months to choose from, latest first
 * @param lines codes of the business lines to choose from
 * @param total all companies, or those of the line
 * @param companies by score, then by fee
 */
public record SpBoard(
        SpState state,
        YearMonth month,
        String monthMember,
        List<YearMonth> months,
        List<String> lines,
        SpRow total,
        List<SpRow> companies) {
    /** Months of the trend and of sparklines. */
    public static final int TREND_MONTHS = 13;

    /** Rows of the table before the others are put together. */
    public static final int FIRST_ROWS = 11;

    public SpBoard {
        requireNonNull(state, "state is null");
        requireNonNull(month, "month is null");
        requireNonNull(total, "total is null");
        months = List.copyOf(months);
        lines = List.copyOf(lines);
        companies = companies.stream()
                .sorted(Comparator.comparing(SpRow::state)
                        .thenComparingDouble(SpRow::score)
                        .thenComparingDouble(row -> row.value(SpKpi.FEE).orElse(0))
                        .reversed())
                .toList();
    }

    /** The same figures with another company selected, or with all rows. */
    public SpBoard with(SpState other) {
        return new SpBoard(other, month, monthMember, months, lines, total, companies);
    }

    public boolean isEmpty() {
        return companies.isEmpty();
    }

    /** Companies of a state. */
    public long count(State judged) {
        return companies.stream().filter(row -> row.state() == judged).count();
    }

    /** The selected company, or the total. */
    public SpRow shown() {
        return companies.stream()
                .filter(row -> row.unit().code().equals(state.company()))
                .findFirst()
                .orElse(total);
    }

    /** Companies by fee, largest first. */
    public List<SpRow> byFee() {
        return companies.stream()
                .sorted(Comparator.comparingDouble(
                                (SpRow row) -> row.value(SpKpi.FEE).orElse(0))
                        .reversed())
                .toList();
    }

    /** The rows of the table: all companies, or the first ones and the others together. */
    public List<SpRow> rows() {
        if (state.all() || companies.size() <= FIRST_ROWS + 1) {
            return companies;
        }
        List<SpRow> rows = new ArrayList<>(companies.subList(0, FIRST_ROWS));
        rows.add(others(companies.subList(FIRST_ROWS, companies.size())));
        return rows;
    }

    /** The companies that a row stands for. */
    List<SpRow> behind(SpRow row) {
        return switch (row.kind()) {
            case COMPANY -> List.of(row);
            case OTHERS -> companies.subList(FIRST_ROWS, companies.size());
            case TOTAL -> companies;
        };
    }

    private SpRow others(List<SpRow> rows) {
        Map<String, MonthlySeries> sums = new HashMap<>();
        for (SpKpi kpi : List.of(SpKpi.FEE, SpKpi.MO, SpKpi.MT)) {
            sums.put(kpi.measure(), sum(rows, kpi));
        }
        MonthlySeries mo = sums.get(SpKpi.MO.measure());
        MonthlySeries mt = sums.get(SpKpi.MT.measure());
        if (mo.value(month).orElse(0) > 0 && mt.value(month).isPresent()) {
            double ratio = mt.value(month).getAsDouble() / mo.value(month).getAsDouble();
            sums.put(SpKpi.MT_PER_MO.measure(), new MonthlySeries(Map.of(month, ratio)));
        }
        double share = rows.stream().mapToDouble(row -> row.share().orElse(0)).sum();
        MonthlySeries nothing = new MonthlySeries(Map.of());
        SpUnit unit = new SpUnit("", "", Integer.toString(rows.size()), measure -> sums.getOrDefault(measure, nothing));
        return new SpRow(unit, List.of(), month, OptionalDouble.of(share), null, SpRow.Kind.OTHERS);
    }

    private MonthlySeries sum(List<SpRow> rows, SpKpi kpi) {
        Map<YearMonth, Double> sums = new HashMap<>();
        for (int back = 0; back < TREND_MONTHS; back++) {
            YearMonth earlier = month.minusMonths(back);
            for (SpRow row : rows) {
                row.unit().value(kpi, earlier).ifPresent(value -> sums.merge(earlier, value, Double::sum));
            }
        }
        return new MonthlySeries(sums);
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

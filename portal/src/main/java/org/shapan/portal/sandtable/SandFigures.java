package org.shapan.portal.sandtable;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.shapan.insight.Expectation;
import org.shapan.insight.FluctuationRule.Verdict;
import org.shapan.insight.Judge;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;
import org.shapan.insight.TargetProgress;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.cube.FigureHistory;
import org.shapan.portal.board.Form;
import org.shapan.portal.board.JudgedFigure;

/** The figures of all months of an area and its parts, judged when asked for. Safe for several threads. */
public final class SandFigures {
    /** Red and yellow cells of a month. */
    public record Count(long red, long yellow) {}

    private record Place(SandKpi kpi, SandUnit unit, YearMonth month) {}

    private final List<SandKpi> kpis;
    private final SandUnit area;
    private final List<SandUnit> parts;
    private final FigureHistory history;
    private final Map<Place, SandCell> judged = new ConcurrentHashMap<>();

    /**
     * @param kpis those whose cube and measure the person sees
     * @param area the area as a whole, the first column
     * @param parts the other columns
     */
    SandFigures(List<SandKpi> kpis, SandUnit area, List<SandUnit> parts, FigureHistory history) {
        this.kpis = List.copyOf(kpis);
        this.area = requireNonNull(area, "area is null");
        this.history = requireNonNull(history, "history is null");
        // Members without customers or revenue, such as the place of channels that stand nowhere, are no columns.
        this.parts = parts.stream().filter(this::isKnown).toList();
    }

    private boolean isKnown(SandUnit unit) {
        return kpis.stream()
                .filter(kpi -> kpi == SandKpi.REVENUE || kpi == SandKpi.SUBSCRIBERS)
                .anyMatch(kpi -> !series(kpi.measure(), unit).isEmpty());
    }

    public List<SandKpi> kpis() {
        return kpis;
    }

    public SandUnit area() {
        return area;
    }

    public List<SandUnit> parts() {
        return parts;
    }

    public SandCell cell(SandKpi kpi, SandUnit unit, YearMonth month) {
        return judged.computeIfAbsent(new Place(kpi, unit, month), this::judge);
    }

    private SandCell judge(Place place) {
        SandKpi kpi = place.kpi();
        MonthlySeries own = kpi.isByArea() || place.unit().level() == UnitLevel.COMPANY
                ? series(kpi.measure(), place.unit())
                : new MonthlySeries(Map.of());
        Verdict verdict = verdict(place, own);
        OptionalDouble expected =
                kpi.form() == Form.BALANCE ? Expectation.ofBalance(own, place.month()) : verdict.expected();
        return new SandCell(
                kpi,
                place.unit(),
                new JudgedFigure(
                        kpi.form(),
                        place.month(),
                        own,
                        verdict.state(),
                        kpi.indicator().map(indicator -> indicator.band()).orElse(null),
                        expected,
                        expected));
    }

    private Verdict verdict(Place place, MonthlySeries own) {
        SandKpi kpi = place.kpi();
        YearMonth month = place.month();
        if (kpi.indicator().isEmpty()) {
            double due = TargetProgress.due(series(SandKpi.REVENUE.measure(), place.unit()), month);
            OptionalDouble completion = own.value(month);
            return new Verdict(
                    TargetProgress.judge(completion, due, Parameters.current()),
                    completion.isPresent() ? OptionalDouble.of(due) : OptionalDouble.empty(),
                    OptionalDouble.empty());
        }
        SandUnit parent = place.unit().parent();
        return Judge.judge(
                kpi.indicator().get(),
                place.unit().level(),
                own,
                parent == null ? null : series(kpi.measure(), parent),
                kpi.base() == null ? null : series(kpi.base(), place.unit()),
                month);
    }

    private MonthlySeries series(String measure, SandUnit unit) {
        return history.series(unit.uniqueName(), measure);
    }

    /** Red and yellow cells of all columns in a month. */
    public Count count(YearMonth month) {
        return new Count(count(month, State.RED, null), count(month, State.YELLOW, null));
    }

    /** How many cells of a state there are in a month, of all domains for null. */
    public long count(YearMonth month, State state, SandDomain domain) {
        return cells(month, state, domain).size();
    }

    /** Cells of a state in a month, row by row; of all domains for null. */
    List<SandCell> cells(YearMonth month, State state, SandDomain domain) {
        return kpis.stream()
                .filter(kpi -> domain == null || kpi.domain() == domain)
                .flatMap(kpi -> Stream.concat(Stream.of(area), parts.stream()).map(unit -> cell(kpi, unit, month)))
                .filter(cell -> cell.state() == state)
                .toList();
    }
}

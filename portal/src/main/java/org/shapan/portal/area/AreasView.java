package org.shapan.portal.area;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shapan.insight.UnitLevel;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.BoardView;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.RevenueTrend;
import org.shapan.portal.board.ScopeFilters;
import org.shapan.portal.board.Words;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.Scoped;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.locate.LocateKpi;
import org.shapan.portal.province.DataState;
import org.shapan.portal.province.Province;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.FilterChip;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.RankingTable;

/** V10, partitioned areas (mock-ups 04 and 18). */
@NeedsWarehouse
@Route(value = AreasView.ROUTE, layout = MainLayout.class)
@Menu(title = "frame.rail.areas", order = 20, icon = "AREAS")
@PermitAll
public class AreasView extends BoardView<AreaState, AreaBoard> implements Scoped {
    static final String ROUTE = "areas";

    private final AreaPresenter presenter;
    private final Figures figures;
    private final KpiText text;
    private final YearMonth latest;
    private AreaBoard board;
    private RankingTable<UnitRow> ranking;
    private Component trend;

    public AreasView(SignedIn signedIn, Province province, Cubes cubes, YearTargets targets) {
        super("frame.rail.areas", ROUTE);
        addClassName("areas");
        DataState data = province.data().orElseThrow();
        this.latest = YearMonth.from(data.asOf());
        this.presenter = new AreaPresenter(cubes, targets, signedIn.user(), signedIn.locale(), data.asOf());
        this.figures = Figures.in(signedIn.locale());
        this.text = new KpiText(figures, this::getTranslation);
    }

    @Override
    public Set<String> scope() {
        return Set.of(PERIOD, AREA, BRAND);
    }

    @Override
    protected AreaState parse(Map<String, List<String>> parameters) {
        return AreaState.parse(parameters);
    }

    @Override
    protected Map<String, String> parameters(AreaState wanted) {
        return wanted.parameters();
    }

    @Override
    protected BoardResult<AreaBoard> load(AreaState wanted) {
        return presenter.load(wanted);
    }

    @Override
    protected boolean hasFiguresOf(AreaState loaded, AreaState wanted) {
        return loaded.withSelected(null)
                .withChart(false)
                .equals(wanted.withSelected(null).withChart(false));
    }

    @Override
    protected AreaState home() {
        return AreaState.DEFAULT;
    }

    @Override
    protected AreaState latest(AreaState shown) {
        return shown.withPeriod(null);
    }

    @Override
    protected Optional<String> emptiness(AreaBoard loaded) {
        return loaded.isEmpty()
                ? Optional.of(
                        getTranslation("board.empty.why", loaded.area().unit().name(), figures.month(loaded.month())))
                : Optional.empty();
    }

    @Override
    protected void draw(AreaState state, AreaBoard figuresOf) {
        AreaBoard loaded = figuresOf.with(state);
        board = loaded;
        controls(state, loaded);
        Words words = this::getTranslation;
        // One unit for the column, chosen by the parts: the total has more digits.
        Figures.Scale scale = figures.moneyScale(loaded.parts().stream()
                .mapToDouble(row -> Math.abs(row.figure(AreaKpi.REVENUE).value().orElse(0)))
                .max()
                .orElse(0));
        add(new AreaTiles(loaded, text, words, figures).draw());
        ranking = null;
        if (!loaded.parts().isEmpty()) {
            String level = getTranslation("areas.level." + partsLevel(loaded));
            AreaRanking.Actions actions = new AreaRanking.Actions(
                    this::select, this::drill, chart -> go(board.state().withChart(chart)));
            AreaRanking table = new AreaRanking(loaded, text, words, figures, scale);
            Div middle = row("ab");
            middle.add(
                    new AreaTreemap(loaded, text, words, figures, scale).draw(level, this::select),
                    table.draw(level, getTranslation("areas.ranking.title", level), actions));
            ranking = table.table();
            add(middle);
        }
        Div bottom = row("ac");
        trend = trend(loaded);
        bottom.add(trend);
        if (!loaded.targets().isEmpty()) {
            bottom.add(new TargetsCard(loaded, text, words, figures).draw());
        } else {
            bottom.addClassName("two");
        }
        bottom.add(new MovementsCard(loaded, text, words, figures).draw(this::select));
        add(bottom);
    }

    private Component trend(AreaBoard loaded) {
        UnitRow row = loaded.shown();
        String title = row == loaded.area()
                ? getTranslation("areas.trend")
                : getTranslation("areas.trend.of", row.unit().name());
        AreaQuestions questions = new AreaQuestions(loaded, this::getTranslation, figures);
        RevenueTrend drawing = new RevenueTrend(this::getTranslation, figures);
        return drawing.draw(
                title,
                row.unit().series(AreaKpi.REVENUE),
                loaded.month(),
                row.unit().level(),
                row.state(),
                chart -> {
                    Numbers.ofChart(chart, point -> questions.trend(row, drawing.place(point, loaded.month())));
                    return Numbers.button(getTranslation("explain.menu"), () -> questions.trend(row));
                });
    }

    private static UnitLevel partsLevel(AreaBoard board) {
        UnitLevel level = board.parts().getFirst().unit().level();
        return level == UnitLevel.GROUP ? UnitLevel.CHANNEL : level;
    }

    private void controls(AreaState state, AreaBoard loaded) {
        List<Breadcrumb.Step> steps = new ArrayList<>();
        AskedText asked = new AskedText();
        AreaQuestions questions = new AreaQuestions(loaded, this::getTranslation, figures);
        for (UnitRow row : loaded.path()) {
            KpiFigure revenue = row.figure(AreaKpi.REVENUE);
            String value = KpiText.text(
                    revenue.value(),
                    v -> asked.number(figures.money(v).toString(), () -> questions.value(row, AreaKpi.REVENUE))
                            + " "
                            + asked.number(
                                    text.deviation(revenue),
                                    () -> questions.deviation(row, revenue).orElseThrow()));
            boolean here = row == loaded.area();
            steps.add(new Breadcrumb.Step(
                    row.unit().name(),
                    value.strip(),
                    Marks.of(row.state()),
                    here ? null : href(state.withArea(row.unit().uniqueName()))));
        }
        breadcrumb().show(steps);
        asked.in(breadcrumb());
        ScopeFilters scope = new ScopeFilters(this::getTranslation, figures);
        filters().removeAll();
        filters()
                .add(
                        scope.period(loaded.months(), loaded.month(), latest, period -> go(state.withPeriod(period))),
                        scope.area(
                                loaded.areas(),
                                loaded.area().unit().uniqueName(),
                                loaded.path().getFirst().unit().uniqueName(),
                                area -> go(state.withArea(area))),
                        scope.brand(loaded.brands(), state.brand(), brand -> go(state.withBrand(brand))),
                        against(state),
                        actions(
                                button(
                                        Icon.SEARCH,
                                        getTranslation("locate.open"),
                                        AreaLinks.locate(loaded, LocateKpi.REVENUE, loaded.shown())),
                                button(
                                        Icon.PIVOT,
                                        getTranslation("board.pivot"),
                                        AreaPivot.href(loaded, AreaKpi.REVENUE))));
    }

    private Component against(AreaState state) {
        FilterChip<Against> chip = new FilterChip<>(
                getTranslation("areas.against"),
                against -> getTranslation("areas.against." + against),
                against -> go(state.withAgainst(against)));
        chip.show(List.of(Against.values()), state.against(), Against.EXPECTATION);
        return chip;
    }

    /** Only the trend and the marked row change: the URL is replaced without opening the view anew. */
    private void select(UnitRow row) {
        String name = row.unit().uniqueName();
        AreaState state = board.state().withSelected(name.equals(board.state().selected()) ? null : name);
        board = board.with(state);
        keep(state);
        if (ranking != null) {
            ranking.select(selected ->
                    selected.unit().uniqueName().equals(board.state().selected()));
        }
        Component drawn = trend(board);
        trend.getParent().ifPresent(parent -> ((Div) parent).replace(trend, drawn));
        trend = drawn;
    }

    private void drill(UnitRow row) {
        go(board.state().withArea(row.unit().uniqueName()));
    }
}

package org.shapan.portal.sp;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shapan.insight.sp.Vertical;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.BoardView;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.ScopeFilters;
import org.shapan.portal.board.Words;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.Scoped;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.province.DataState;
import org.shapan.portal.province.Province;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Segmented;
import org.shapan.portal.widget.Tiles;

/** V20 and V21, SP monitoring (mock-up 06). */
@NeedsWarehouse
@Route(value = SpView.ROUTE, layout = MainLayout.class)
@Menu(title = "frame.rail.sp", order = 30, icon = "SP")
@PermitAll
public class SpView extends BoardView<SpState, SpBoard> implements Scoped {
    static final String ROUTE = "sp";
    private static final String OVERALL = "";
    private static final String RISK = "sp/risk";

    private final SpPresenter presenter;
    private final Figures figures;
    private final SpText text;
    private final YearMonth latest;
    private SpState shown = SpState.DEFAULT;

    public SpView(SignedIn signedIn, Province province, Cubes cubes) {
        super("frame.rail.sp", ROUTE);
        addClassName("sps");
        DataState data = province.data().orElseThrow();
        this.latest = YearMonth.from(data.asOf());
        this.presenter = new SpPresenter(cubes, signedIn.user(), signedIn.locale(), data.asOf());
        this.figures = Figures.in(signedIn.locale());
        this.text = new SpText(figures, this::getTranslation);
    }

    @Override
    public Set<String> scope() {
        return Set.of(PERIOD);
    }

    @Override
    protected SpState parse(Map<String, List<String>> parameters) {
        return SpState.parse(parameters);
    }

    @Override
    protected Map<String, String> parameters(SpState wanted) {
        return wanted.parameters();
    }

    @Override
    protected BoardResult<SpBoard> load(SpState wanted) {
        return presenter.load(wanted);
    }

    @Override
    protected boolean hasFiguresOf(SpState loaded, SpState wanted) {
        return loaded.data().equals(wanted.data());
    }

    @Override
    protected SpState home() {
        return SpState.DEFAULT;
    }

    @Override
    protected SpState latest(SpState shown) {
        return shown.withPeriod(null);
    }

    @Override
    protected Optional<String> emptiness(SpBoard loaded) {
        return loaded.isEmpty()
                ? Optional.of(getTranslation("board.empty.why", scope(loaded), figures.month(loaded.month())))
                : Optional.empty();
    }

    @Override
    protected void draw(SpState state, SpBoard figuresOf) {
        SpBoard loaded = figuresOf.with(state);
        controls(state, loaded);
        Words words = this::getTranslation;
        Tiles tiles = new Tiles();
        tiles.removeClassName("six");
        tiles.addClassName("seven");
        SpQuestions questions = new SpQuestions(loaded, words, figures);
        Numbers.ofTiles(
                tiles,
                SpKpi.TILES.stream()
                        .filter(kpi -> loaded.total().value(kpi).isPresent())
                        .map(kpi -> new Numbers.AskedTile(text.tile(loaded, kpi), place -> questions.tile(kpi, place)))
                        .toList());
        SpTable table = new SpTable(loaded, words, figures);
        Div charts = new Div();
        charts.addClassName("b3");
        SpTable.Actions actions = new SpTable.Actions(
                row -> select(loaded, row, table, charts), row -> open(state, row), all -> go(shown.withAll(all)));
        add(tiles, table.draw(actions), charts);
        charts(loaded, charts);
        shown = state;
    }

    private void charts(SpBoard loaded, Div into) {
        SpCharts charts = new SpCharts(loaded, this::getTranslation, figures);
        into.removeAll();
        into.add(charts.trend(), charts.scatter(), charts.pareto());
    }

    private String scope(SpBoard loaded) {
        return loaded.state().line() == null
                ? getTranslation("sp.overall.title")
                : loaded.total().unit().name();
    }

    private void controls(SpState state, SpBoard loaded) {
        SpRow total = loaded.total();
        AskedText asked = new AskedText();
        SpQuestions questions = new SpQuestions(loaded, this::getTranslation, figures);
        String figure = SpText.text(
                total.value(SpKpi.FEE),
                v -> getTranslation("sp.kpi.FEE") + " "
                        + asked.number(figures.money(v).toString(), () -> questions.value(total, SpKpi.FEE))
                        + Vertical.of(total.unit().series(SpKpi.FEE), loaded.month())
                                .map(median -> " "
                                        + asked.number(
                                                figures.change(median.change()),
                                                () -> questions.median(total, SpKpi.FEE)))
                                .orElse(""));
        breadcrumb()
                .show(List.of(new Breadcrumb.Step(
                        scope(loaded),
                        figure,
                        Marks.of(SpKpi.FEE.judge(total.unit().series(SpKpi.FEE), loaded.month())),
                        null)));
        asked.in(breadcrumb());
        Map<String, String> tabs = new LinkedHashMap<>();
        tabs.put(OVERALL, getTranslation("sp.overall"));
        loaded.lines().forEach(line -> tabs.put(line, line));
        Segmented lines = new Segmented(
                tabs,
                state.line() == null ? OVERALL : state.line(),
                line -> go(state.withLine(line.equals(OVERALL) ? null : line)));
        Component period = new ScopeFilters(this::getTranslation, figures)
                .period(loaded.months(), loaded.month(), latest, chosen -> go(state.withPeriod(chosen)));
        Span compare = new Span(getTranslation("sp.compare"));
        compare.addClassName("hint");
        List<Component> ways = new ArrayList<>();
        if (loaded.shown().kind() == SpRow.Kind.COMPANY) {
            ways.add(Buttons.with(Icon.SP, getTranslation("sp.company.open"), () -> open(state, loaded.shown())));
        }
        String month = state.period() == null ? "" : "?period=" + state.period();
        String company = state.company() == null ? "" : (month.isEmpty() ? "?" : "&") + "company=" + state.company();
        ways.add(button(Icon.SEARCH, getTranslation("sp.anomaly.title"), SpAnomalyView.ROUTE + month + company));
        ways.add(button(Icon.WARNING, getTranslation("monitor.risk"), RISK + month));
        ways.add(button(Icon.PIVOT, getTranslation("board.pivot"), SpPivot.href(loaded, SpKpi.FEE)));
        filters().removeAll();
        filters().add(lines, period, compare, actions(ways.toArray(Component[]::new)));
    }

    /** The rows stay, so that the second click of a double click meets the same row. */
    private void select(SpBoard loaded, SpRow row, SpTable table, Div charts) {
        String code = row.unit().code();
        shown = shown.withCompany(code.equals(shown.company()) ? null : code);
        keep(shown);
        SpBoard selected = loaded.with(shown);
        controls(shown, selected);
        table.select(shown.company());
        charts(selected, charts);
    }

    private static void open(SpState state, SpRow row) {
        UI.getCurrent()
                .navigate(
                        SpCompanyState.ROUTE,
                        QueryParameters.simple(
                                new SpCompanyState(state.period(), row.unit().code(), null).parameters()));
    }
}

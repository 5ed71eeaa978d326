package org.shapan.portal.sp;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.sp.Vertical;
import org.shapan.portal.board.Background;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Skeleton;
import org.shapan.portal.board.Words;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.PortalView;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.province.DataState;
import org.shapan.portal.province.Province;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.FilterChip;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.Segmented;
import org.shapan.portal.widget.State;
import org.shapan.portal.widget.Tiles;

/** V20 and V21, SP monitoring (mock-up 06). State is in the URL; figures are loaded in the background. */
@NeedsWarehouse
@Route(value = "sp", layout = MainLayout.class)
@Menu(title = "frame.rail.sp", order = 30, icon = "SP")
@PermitAll
@StyleSheet("context://look/boards.css")
public class SpView extends PortalView implements BeforeEnterObserver {
    private static final String ROUTE = "sp";
    private static final String OVERALL = "";

    private final Background background = new Background();
    private final SpPresenter presenter;
    private final Figures figures;
    private final SpText text;
    private final YearMonth latest;
    private SpState state;
    private SpBoard board;

    public SpView(SignedIn signedIn, Province province, Cubes cubes) {
        super("frame.rail.sp");
        addClassName("sps");
        DataState data = province.data().orElseThrow();
        this.latest = YearMonth.from(data.asOf());
        this.presenter = new SpPresenter(cubes, signedIn.user(), signedIn.locale(), data.asOf());
        this.figures = Figures.in(signedIn.locale());
        this.text = new SpText(figures, this::getTranslation);
        // A bar that is empty when the view opens stays hidden: this one is filled when the figures are there.
        filters().add(new Span());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SpState wanted = SpState.parse(event.getLocation().getQueryParameters().getParameters());
        if (board != null && wanted.data().equals(state.data())) {
            state = wanted;
            draw(board.with(wanted));
            return;
        }
        state = wanted;
        if (board == null) {
            removeAll();
            add(new Skeleton(SpKpi.TILES.size(), getTranslation("sp.loading")));
        } else {
            addClassName("dim");
        }
        background.run(() -> presenter.load(wanted), this::show);
    }

    private void show(BoardResult<SpBoard> result) {
        removeClassName("dim");
        switch (result) {
            case BoardResult.Loaded<SpBoard>(SpBoard loaded)
            when loaded.isEmpty() -> {
                controls(loaded);
                notice(Notice.middle(
                        Icon.FILTER,
                        getTranslation("sp.empty"),
                        getTranslation("sp.empty.why", scope(loaded), figures.month(loaded.month())),
                        Buttons.plain(getTranslation("sp.empty.clear"), () -> go(SpState.DEFAULT))));
            }
            case BoardResult.Loaded<SpBoard>(SpBoard loaded) -> draw(loaded);
            case BoardResult.NotVisible<SpBoard>(String home) ->
                notice(Notice.middle(
                        Icon.LOCK,
                        getTranslation("sp.hidden"),
                        getTranslation("sp.hidden.why"),
                        Buttons.plain(getTranslation("sp.hidden.home"), () -> go(SpState.DEFAULT))));
            case BoardResult.NoPeriod<SpBoard>(String period) ->
                notice(Notice.middle(
                        Icon.FILTER,
                        getTranslation("sp.noPeriod"),
                        getTranslation("sp.noPeriod.why", period),
                        Buttons.plain(getTranslation("sp.noPeriod.last"), () -> go(state.withPeriod(null)))));
            case BoardResult.Failed<SpBoard>(String id, String message) -> failed(id, message);
        }
    }

    /** The last good board stays below the notice. */
    private void failed(String id, String message) {
        if (board == null) {
            removeAll();
        }
        getChildren().filter(Notice.class::isInstance).toList().forEach(this::remove);
        addComponentAsFirst(Notice.bar(
                State.RED,
                getTranslation("sp.failed"),
                getTranslation("sp.failed.why", message, id),
                Buttons.plain(getTranslation("sp.failed.retry"), () -> {
                    board = null;
                    go(state);
                })));
    }

    private void notice(Notice notice) {
        board = null;
        removeAll();
        add(new Card("").grow().body(notice));
    }

    private void draw(SpBoard loaded) {
        board = loaded;
        controls(loaded);
        removeAll();
        Words words = this::getTranslation;
        Tiles tiles = new Tiles();
        tiles.removeClassName("six");
        tiles.addClassName("seven");
        tiles.show(SpKpi.TILES.stream()
                .filter(kpi -> loaded.total().value(kpi).isPresent())
                .map(kpi -> text.tile(loaded, kpi))
                .toList());
        SpTable.Actions actions = new SpTable.Actions(this::select, this::open, all -> go(state.withAll(all)));
        SpCharts charts = new SpCharts(loaded, words, figures);
        Div bottom = new Div(charts.trend(), charts.scatter(), charts.pareto());
        bottom.addClassName("b3");
        add(tiles, new SpTable(loaded, words, figures).draw(actions), bottom);
    }

    private String scope(SpBoard loaded) {
        return state.line() == null
                ? getTranslation("sp.overall.title")
                : loaded.total().unit().name();
    }

    private void controls(SpBoard loaded) {
        SpRow total = loaded.total();
        String figure = SpText.text(
                total.value(SpKpi.FEE),
                v -> getTranslation("sp.kpi.FEE") + " " + figures.money(v)
                        + Vertical.of(total.unit().series(SpKpi.FEE), loaded.month())
                                .map(median -> " " + figures.change(median.change()))
                                .orElse(""));
        breadcrumb()
                .show(List.of(new Breadcrumb.Step(
                        scope(loaded),
                        figure,
                        Marks.of(SpKpi.FEE.judge(total.unit().series(SpKpi.FEE), loaded.month())),
                        null)));
        Map<String, String> tabs = new LinkedHashMap<>();
        tabs.put(OVERALL, getTranslation("sp.overall"));
        loaded.lines().forEach(line -> tabs.put(line, line));
        Segmented lines = new Segmented(
                tabs,
                state.line() == null ? OVERALL : state.line(),
                line -> go(state.withLine(line.equals(OVERALL) ? null : line)));
        FilterChip<YearMonth> period = new FilterChip<>(
                getTranslation("sp.period"),
                figures::month,
                month -> go(state.withPeriod(month.equals(latest) ? null : CalendarMonths.name(month))));
        period.show(loaded.months(), loaded.month(), latest);
        Span compare = new Span(getTranslation("sp.compare"));
        compare.addClassName("hint");
        Anchor pivot = new Anchor(SpPivot.href(loaded, SpKpi.FEE), "");
        pivot.addClassNames("btn", "s");
        pivot.add(Icon.PIVOT.create());
        pivot.add(getTranslation("sp.pivot"));
        Span right = new Span();
        if (loaded.shown().kind() == SpRow.Kind.COMPANY) {
            right.add(Buttons.with(Icon.SP, getTranslation("sp.company.open"), () -> open(loaded.shown())));
        }
        right.add(
                pivot,
                Buttons.with(
                        Icon.LINK,
                        getTranslation("sp.link"),
                        () -> UI.getCurrent().getPage().executeJs("navigator.clipboard?.writeText(location.href)")));
        right.addClassNames("right", "row");
        filters().removeAll();
        filters().add(lines, period, compare, right);
    }

    private void select(SpRow row) {
        String code = row.unit().code();
        go(state.withCompany(code.equals(state.company()) ? null : code));
    }

    private void open(SpRow row) {
        UI.getCurrent()
                .navigate(
                        SpCompanyState.ROUTE,
                        QueryParameters.simple(
                                new SpCompanyState(state.period(), row.unit().code(), null).parameters()));
    }

    private static void go(SpState wanted) {
        UI.getCurrent().navigate(ROUTE, QueryParameters.simple(wanted.parameters()));
    }
}

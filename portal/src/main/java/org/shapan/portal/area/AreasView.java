package org.shapan.portal.area;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.portal.board.Background;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.Choice;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Skeleton;
import org.shapan.portal.board.Words;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.PortalView;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.locate.LocateKpi;
import org.shapan.portal.province.DataState;
import org.shapan.portal.province.Province;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.FilterChip;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.RankingTable;
import org.shapan.portal.widget.State;

/** V10, partitioned areas (mock-ups 04 and 18). State is in the URL; figures are loaded in the background. */
@NeedsWarehouse
@Route(value = "areas", layout = MainLayout.class)
@Menu(title = "frame.rail.areas", order = 20, icon = "AREAS")
@PermitAll
@StyleSheet("context://look/boards.css")
public class AreasView extends PortalView implements BeforeEnterObserver {
    private static final String ROUTE = "areas";

    private final Background background = new Background();
    private final AreaPresenter presenter;
    private final Figures figures;
    private final KpiText text;
    private final YearMonth latest;
    private AreaState state;
    private AreaBoard board;
    private RankingTable<UnitRow> ranking;
    private Component trend;

    public AreasView(SignedIn signedIn, Province province, Cubes cubes, YearTargets targets) {
        super("frame.rail.areas");
        addClassName("areas");
        DataState data = province.data().orElseThrow();
        this.latest = YearMonth.from(data.asOf());
        this.presenter = new AreaPresenter(cubes, targets, signedIn.user(), signedIn.locale(), data.asOf());
        this.figures = Figures.in(signedIn.locale());
        this.text = new KpiText(figures, this::getTranslation);
        // A bar that is empty when the view opens stays hidden: this one is filled when the figures are there.
        filters().add(new Span());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        AreaState wanted =
                AreaState.parse(event.getLocation().getQueryParameters().getParameters());
        if (board != null
                && wanted.withSelected(null)
                        .withChart(false)
                        .equals(state.withSelected(null).withChart(false))) {
            state = wanted;
            draw(board.with(wanted));
            return;
        }
        state = wanted;
        if (board == null) {
            removeAll();
            add(new Skeleton(6, getTranslation("areas.loading")));
        } else {
            addClassName("dim");
        }
        background.run(() -> presenter.load(wanted), this::show);
    }

    private void show(BoardResult<AreaBoard> result) {
        removeClassName("dim");
        switch (result) {
            case BoardResult.Loaded<AreaBoard>(AreaBoard loaded)
            when loaded.isEmpty() -> {
                controls(loaded);
                notice(Notice.middle(
                        Icon.FILTER,
                        getTranslation("areas.empty"),
                        getTranslation("areas.empty.why", loaded.area().unit().name(), figures.month(loaded.month())),
                        Buttons.plain(getTranslation("areas.empty.clear"), () -> go(AreaState.DEFAULT))));
            }
            case BoardResult.Loaded<AreaBoard>(AreaBoard loaded) -> draw(loaded);
            case BoardResult.NotVisible<AreaBoard>(String home) ->
                notice(Notice.middle(
                        Icon.LOCK,
                        getTranslation("areas.hidden"),
                        home.isEmpty() ? "" : getTranslation("areas.hidden.why", home),
                        Buttons.plain(getTranslation("areas.hidden.home"), () -> go(AreaState.DEFAULT))));
            case BoardResult.NoPeriod<AreaBoard>(String period) ->
                notice(Notice.middle(
                        Icon.FILTER,
                        getTranslation("areas.noPeriod"),
                        getTranslation("areas.noPeriod.why", period),
                        Buttons.plain(getTranslation("areas.noPeriod.last"), () -> go(state.withPeriod(null)))));
            case BoardResult.Failed<AreaBoard>(String id, String message) -> failed(id, message);
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
                getTranslation("areas.failed"),
                getTranslation("areas.failed.why", message, id),
                Buttons.plain(getTranslation("areas.failed.retry"), () -> {
                    board = null;
                    go(state);
                })));
    }

    private void notice(Notice notice) {
        board = null;
        removeAll();
        add(new Card("").grow().body(notice));
    }

    private void draw(AreaBoard loaded) {
        board = loaded;
        controls(loaded);
        removeAll();
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
            AreaRanking.Actions actions =
                    new AreaRanking.Actions(this::select, this::drill, chart -> go(state.withChart(chart)));
            AreaRanking table = new AreaRanking(loaded, text, words, figures, scale);
            Div middle = row("ab");
            middle.add(
                    new AreaTreemap(loaded, text, words, figures, scale).draw(level, this::select),
                    table.draw(level, getTranslation("areas.ranking.title", level), actions));
            ranking = table.table();
            add(middle);
        }
        Div bottom = row("ac");
        trend = new AreaTrend(loaded, words, figures).draw();
        bottom.add(trend);
        if (!loaded.targets().isEmpty()) {
            bottom.add(new TargetsCard(loaded, text, words, figures).draw());
        } else {
            bottom.addClassName("two");
        }
        bottom.add(new MovementsCard(loaded, text, words, figures).draw(this::select));
        add(bottom);
    }

    private static UnitLevel partsLevel(AreaBoard board) {
        UnitLevel level = board.parts().getFirst().unit().level();
        return level == UnitLevel.GROUP ? UnitLevel.CHANNEL : level;
    }

    private static Div row(String name) {
        Div row = new Div();
        row.addClassName(name);
        return row;
    }

    private void controls(AreaBoard loaded) {
        List<Breadcrumb.Step> steps = new ArrayList<>();
        for (UnitRow row : loaded.path()) {
            KpiFigure revenue = row.figure(AreaKpi.REVENUE);
            String value =
                    KpiText.text(revenue.value(), v -> figures.money(v).toString() + " " + text.deviation(revenue));
            boolean here = row == loaded.area();
            steps.add(new Breadcrumb.Step(
                    row.unit().name(),
                    value.strip(),
                    Marks.of(row.state()),
                    here ? null : href(state.withArea(row.unit().uniqueName()))));
        }
        breadcrumb().show(steps);
        filters().removeAll();
        filters().add(period(loaded), area(loaded), brand(loaded), against(), actions(loaded));
    }

    private Component period(AreaBoard loaded) {
        FilterChip<YearMonth> chip = new FilterChip<>(
                getTranslation("areas.period"),
                figures::month,
                month -> go(state.withPeriod(month.equals(latest) ? null : CalendarMonths.name(month))));
        chip.show(loaded.months(), loaded.month(), latest);
        return chip;
    }

    private Component area(AreaBoard loaded) {
        FilterChip<Choice> chip = new FilterChip<>(
                getTranslation("areas.area"), Choice::name, choice -> go(state.withArea(choice.uniqueName())));
        String here = loaded.area().unit().uniqueName();
        String top = loaded.path().getFirst().unit().uniqueName();
        Choice chosen = choice(loaded.areas(), here);
        chip.show(loaded.areas(), chosen, here.equals(top) ? chosen : new Choice(top, ""));
        return chip;
    }

    private Component brand(AreaBoard loaded) {
        FilterChip<Choice> chip = new FilterChip<>(
                getTranslation("areas.brand"), Choice::name, choice -> go(state.withBrand(choice.uniqueName())));
        Choice all = new Choice(null, getTranslation("areas.brand.all"));
        List<Choice> choices = new ArrayList<>(List.of(all));
        choices.addAll(loaded.brands());
        chip.show(choices, state.brand() == null ? all : choice(choices, state.brand()), all);
        return chip;
    }

    private Component against() {
        FilterChip<Against> chip = new FilterChip<>(
                getTranslation("areas.against"),
                against -> getTranslation("areas.against." + against),
                against -> go(state.withAgainst(against)));
        chip.show(List.of(Against.values()), state.against(), Against.EXPECTATION);
        return chip;
    }

    private Component actions(AreaBoard loaded) {
        Span right = new Span();
        right.addClassNames("right", "row");
        Anchor pivot = new Anchor(AreaPivot.href(loaded, AreaKpi.REVENUE), "");
        pivot.addClassNames("btn", "s");
        pivot.add(Icon.PIVOT.create());
        pivot.add(getTranslation("areas.pivot"));
        Anchor locate = new Anchor(AreaLinks.locate(loaded, LocateKpi.REVENUE, loaded.shown()), "");
        locate.addClassNames("btn", "s");
        locate.add(Icon.SEARCH.create());
        locate.add(getTranslation("locate.open"));
        right.add(locate, pivot);
        right.add(Buttons.with(
                Icon.LINK,
                getTranslation("areas.link"),
                () -> UI.getCurrent().getPage().executeJs("navigator.clipboard?.writeText(location.href)")));
        return right;
    }

    private static Choice choice(List<Choice> choices, String uniqueName) {
        return choices.stream()
                .filter(choice -> Objects.equals(choice.uniqueName(), uniqueName))
                .findFirst()
                .orElse(new Choice(uniqueName, uniqueName));
    }

    /** Only the trend and the marked row change: the URL is replaced without opening the view anew. */
    private void select(UnitRow row) {
        String name = row.unit().uniqueName();
        state = state.withSelected(name.equals(state.selected()) ? null : name);
        board = board.with(state);
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(ROUTE, QueryParameters.simple(state.parameters())));
        if (ranking != null) {
            ranking.select(selected -> selected.unit().uniqueName().equals(state.selected()));
        }
        Component drawn = new AreaTrend(board, this::getTranslation, figures).draw();
        trend.getParent().ifPresent(parent -> ((Div) parent).replace(trend, drawn));
        trend = drawn;
    }

    private void drill(UnitRow row) {
        go(state.withArea(row.unit().uniqueName()));
    }

    private void go(AreaState wanted) {
        UI.getCurrent().navigate(ROUTE, QueryParameters.simple(wanted.parameters()));
    }

    private static String href(AreaState wanted) {
        return new Location(ROUTE, QueryParameters.simple(wanted.parameters())).getPathWithQueryParameters();
    }
}

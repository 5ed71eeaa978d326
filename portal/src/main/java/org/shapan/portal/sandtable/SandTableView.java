package org.shapan.portal.sandtable;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shapan.insight.State;
import org.shapan.insight.UnitLevel;
import org.shapan.portal.board.Background;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.BoardView;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.ScopeFilters;
import org.shapan.portal.board.Words;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.explain.Numbers.AskedTile;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.Scoped;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.province.Province;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.RunningText;
import org.shapan.portal.widget.Segmented;
import org.shapan.portal.widget.StateMark;
import org.shapan.portal.widget.Tiles;

/** V02 and V03, the executive sand table (mock-ups 03 and 17). */
@NeedsWarehouse
@Route(value = SandState.ROUTE, layout = MainLayout.class)
@Menu(title = "frame.rail.sand", order = 10, icon = "SAND_TABLE")
@PermitAll
@StyleSheet("context://look/sand-table.css")
public class SandTableView extends BoardView<SandState, SandBoard> implements Scoped {
    private static final int MOST_TILES = 12;
    private static final Duration STEP = Duration.ofMillis(1_200);

    private final SandPresenter presenter;
    private final Figures figures;
    private final YearMonth latest;
    private final Playback playback;
    private final SandResourcePresenter resourcePresenter;
    private final Background resourceReading = new Background();
    private volatile SandBoard shown;
    private volatile boolean playing;

    public SandTableView(SignedIn signedIn, Province province, Cubes cubes) {
        super("frame.rail.sand", SandState.ROUTE);
        addClassName("sandtable");
        var asOf = province.data().orElseThrow().asOf();
        this.latest = YearMonth.from(asOf);
        this.presenter = new SandPresenter(cubes, signedIn.user(), signedIn.locale(), asOf);
        this.resourcePresenter = new SandResourcePresenter(cubes, signedIn.user(), signedIn.locale());
        this.figures = Figures.in(signedIn.locale());
        this.playback = new Playback(this::getTranslation, figures, this::play, month -> choose(period(month)));
    }

    @Override
    public Set<String> scope() {
        return Set.of(PERIOD, AREA, BRAND);
    }

    @Override
    protected SandState parse(Map<String, List<String>> parameters) {
        return SandState.parse(parameters);
    }

    @Override
    protected Map<String, String> parameters(SandState wanted) {
        return wanted.parameters();
    }

    @Override
    protected BoardResult<SandBoard> load(SandState wanted) {
        SandBoard now = shown;
        boolean same = now != null
                && now.state()
                        .withPeriod(wanted.period())
                        .withShow(wanted.show())
                        .equals(wanted);
        return presenter.load(wanted, same ? now.figures() : null, !playing);
    }

    @Override
    protected boolean hasFiguresOf(SandState loaded, SandState wanted) {
        // Where a playback stops the reasons are still to be located.
        return loaded.withShow(wanted.show()).equals(wanted) && (playing || shown.located());
    }

    @Override
    protected SandState home() {
        return SandState.DEFAULT;
    }

    @Override
    protected SandState latest(SandState state) {
        return state.withPeriod(null);
    }

    @Override
    protected Optional<String> emptiness(SandBoard loaded) {
        return loaded.isEmpty()
                ? Optional.of(getTranslation(
                        "board.empty.why", loaded.figures().area().name(), figures.month(loaded.month())))
                : Optional.empty();
    }

    @Override
    protected void draw(SandState state, SandBoard loaded) {
        SandBoard board = loaded.with(state);
        shown = board;
        Words words = this::getTranslation;
        SandText text = new SandText(board, words, figures);
        controls(state, board, text);
        Component grid = new SandGrid(board, text, words, figures, part -> href(state.withArea(part.uniqueName())));
        playback.show(board, playing);
        Card card = new Card(getTranslation("sand.title"))
                .tools(counts(board, text), show(state))
                .flush()
                .body(grid, playback);
        card.addClassName("grid-card");
        Div side = row("side", new WhyCard(board, text, words).draw());
        Div middle = row("sg", card, side);
        add(tiles(board), middle);
        if (!playing && state.brand() == null) {
            resources(board, side);
        }
        if (playing) {
            next(board);
        }
    }

    private Component tiles(SandBoard board) {
        SandQuestions questions = new SandQuestions(board, this::getTranslation, figures);
        List<AskedTile> contents = new ArrayList<>();
        for (SandKpi kpi : SandKpi.TILES) {
            if (kpi == SandKpi.RETENTION) {
                board.sp().ifPresent(sp -> contents.add(questions.serviceProviders(sp)));
            }
            if (board.figures().kpis().contains(kpi) && board.total(kpi).value().isPresent()) {
                contents.add(questions.tile(kpi));
            }
        }
        Tiles tiles = new Tiles();
        Numbers.ofTiles(tiles, contents.stream().limit(MOST_TILES).toList());
        return tiles;
    }

    /** Read after the board, so that nobody waits for them; they have no brand. */
    private void resources(SandBoard board, Div side) {
        SandUnit area = board.figures().area();
        resourceReading.run(
                () -> resourcePresenter.load(area.uniqueName(), area.level() == UnitLevel.COMPANY, board.month()),
                result -> {
                    if (result instanceof BoardResult.Loaded<SandResources>(SandResources found) && !found.isEmpty()) {
                        side.add(new ResourceCard(found, area, board.month(), this::getTranslation, figures).draw());
                    }
                });
    }

    /** Red and yellow cells, and the red ones by what they are about. */
    private Component counts(SandBoard board, SandText text) {
        AskedText asked = new AskedText();
        Span counts = new Span();
        for (State state : List.of(State.RED, State.YELLOW)) {
            Span count = new Span();
            RunningText.write(count, text.count(state, null, asked));
            counts.add(new StateMark(Marks.of(state)), count);
        }
        counts.addClassNames("row", "counts");
        StringBuilder red = new StringBuilder(getTranslation("sand.red"));
        for (SandDomain domain : SandDomain.values()) {
            if (board.figures().kpis().stream().anyMatch(kpi -> kpi.domain() == domain)) {
                red.append(' ')
                        .append(getTranslation(
                                "sand.red.of",
                                getTranslation("sand.domain." + domain),
                                text.count(State.RED, domain, asked)));
            }
        }
        board.sp()
                .ifPresent(sp ->
                        red.append(' ').append(getTranslation("sand.red.of", "SP", text.count(sp, State.RED, asked))));
        Span hint = new Span();
        hint.addClassNames("hint", "ell");
        RunningText.write(hint, red.toString());
        counts.add(hint);
        return asked.in(counts);
    }

    private Component show(SandState state) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (SandState.Show show : SandState.Show.values()) {
            choices.put(show.code(), getTranslation("sand.show." + show));
        }
        return new Segmented(choices, state.show().code(), code -> go(state.withShow(SandState.Show.ofCode(code))));
    }

    private void controls(SandState state, SandBoard board, SandText text) {
        List<Breadcrumb.Step> steps = new ArrayList<>();
        List<SandUnit> path = new ArrayList<>(board.above());
        path.add(board.figures().area());
        boolean revenue = board.figures().kpis().contains(SandKpi.REVENUE);
        AskedText asked = new AskedText();
        for (SandUnit unit : path) {
            SandCell cell = board.figures().cell(SandKpi.REVENUE, unit, board.month());
            boolean here = unit == board.figures().area();
            steps.add(new Breadcrumb.Step(
                    unit.name(),
                    revenue ? text.step(cell, asked) : "",
                    revenue ? Marks.of(cell.state()) : null,
                    here ? null : href(state.withArea(unit.uniqueName()))));
        }
        breadcrumb().show(steps);
        asked.in(breadcrumb());
        ScopeFilters scope = new ScopeFilters(this::getTranslation, figures);
        filters().removeAll();
        filters()
                .add(
                        scope.period(board.months(), board.month(), latest, this::choose),
                        scope.area(
                                board.areas(),
                                board.figures().area().uniqueName(),
                                path.getFirst().uniqueName(),
                                area -> go(state.withArea(area))),
                        scope.brand(board.brands(), state.brand(), brand -> go(state.withBrand(brand))));
        if (board.canBranch()) {
            Map<String, String> choices = new LinkedHashMap<>();
            choices.put("city", getTranslation("areas.level.CITY"));
            choices.put("branch", getTranslation("areas.level.BRANCH"));
            filters()
                    .add(new Segmented(
                            choices,
                            state.branches() ? "branch" : "city",
                            by -> go(state.withBranches(by.equals("branch")))));
        }
        filters()
                .add(actions(
                        button(Icon.PIVOT, getTranslation("board.pivot"), text.pivot(board.total(SandKpi.REVENUE)))));
    }

    private void choose(String period) {
        playing = false;
        go(shown.state().withPeriod(period));
    }

    private String period(YearMonth month) {
        return ScopeFilters.period(month, latest);
    }

    /** Starts at the first month, or stops where it is. */
    private void play(boolean on) {
        playing = on;
        List<YearMonth> months = shown.playback();
        replace(shown.state().withPeriod(period(playing ? months.getFirst() : shown.month())));
    }

    /** The month after the shown one, a step later; the last month ends the playback. */
    private void next(SandBoard board) {
        List<YearMonth> months = board.playback();
        int at = months.indexOf(board.month());
        UI ui = UI.getCurrent();
        Runnable step = ui.accessLater(
                () -> {
                    if (playing && shown == board) {
                        playing = at + 2 < months.size();
                        replace(board.state().withPeriod(period(months.get(at + 1))));
                    }
                },
                () -> {});
        if (at + 1 < months.size()) {
            Thread.ofVirtual().name("playback").start(() -> {
                try {
                    Thread.sleep(STEP);
                    step.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        playing = false;
    }
}

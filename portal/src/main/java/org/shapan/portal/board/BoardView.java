package org.shapan.portal.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shapan.portal.frame.PortalView;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Menu;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.State;

/**
 * A board: its state stands in the URL, its figures are loaded in the background while the old ones stay, dimmed; notices stand in for
 * figures that are not there.
 *
 * @param <S> the state in the URL
 * @param <B> the board
 */
@StyleSheet("context://look/boards.css")
@StyleSheet("context://look/boards-more.css")
@StyleSheet("context://look/numbers.css")
@JsModule("context://look/numbers.js")
public abstract class BoardView<S, B> extends PortalView implements BeforeEnterObserver {
    private final Background background = new Background();
    private final String route;
    private S state;
    private B board;

    /**
     * @param titleKey key of the view's name in the texts
     * @param route of the view, without parameters
     */
    protected BoardView(String titleKey, String route) {
        super(titleKey);
        this.route = route;
        // The words of the menu that numbers open, for the script that shows it.
        for (Component asked : List.of(this, breadcrumb())) {
            asked.getElement()
                    .setAttribute("data-explain", getTranslation("explain.menu"))
                    .setAttribute("data-pivot", getTranslation("board.pivot"))
                    .setAttribute("data-hint", getTranslation("explain.hint"));
        }
        // A bar that is empty when the view opens stays hidden: this one is filled when the figures are there.
        filters().add(new Span());
    }

    /** Reads query parameters; whether the names exist is for the loading to find out. */
    protected abstract S parse(Map<String, List<String>> parameters);

    /** Query parameters of a state; defaults are left out. */
    protected abstract Map<String, String> parameters(S wanted);

    /** Blocking; called in a virtual thread. */
    protected abstract BoardResult<B> load(S wanted);

    /** Whether the loaded board has the figures of another state, too. */
    protected boolean hasFiguresOf(S loaded, S wanted) {
        return false;
    }

    /** Draws into the empty view; fills breadcrumb and filters. */
    protected abstract void draw(S shown, B loaded);

    /** Why there is nothing to be seen; empty where there is. */
    protected Optional<String> emptiness(B loaded) {
        return Optional.empty();
    }

    /** The state without what might be wrong in it: everything that the person may see, in the latest month. */
    protected abstract S home();

    /** The same state in the latest month. */
    protected abstract S latest(S shown);

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        enter(parse(event.getLocation().getQueryParameters().getParameters()));
    }

    private void enter(S wanted) {
        if (board != null && hasFiguresOf(state, wanted)) {
            state = wanted;
            redraw();
            return;
        }
        state = wanted;
        if (board == null) {
            removeAll();
            add(new Skeleton(6, getTranslation("board.loading")));
        } else {
            addClassName("dim");
        }
        background.run(() -> load(wanted), this::show);
    }

    private void show(BoardResult<B> result) {
        removeClassName("dim");
        switch (result) {
            case BoardResult.Loaded<B>(B loaded) -> {
                board = loaded;
                redraw();
                emptiness(loaded)
                        .ifPresent(why -> notice(Notice.middle(
                                Icon.FILTER,
                                getTranslation("board.empty"),
                                why,
                                Buttons.plain(getTranslation("board.empty.clear"), () -> go(home())))));
            }
            case BoardResult.NotVisible<B>(String seen) ->
                notice(Notice.middle(
                        Icon.LOCK,
                        getTranslation("board.hidden"),
                        seen.isEmpty()
                                ? getTranslation("board.hidden.nothing")
                                : getTranslation("board.hidden.why", seen),
                        Buttons.plain(getTranslation("board.hidden.home"), () -> go(home()))));
            case BoardResult.NoPeriod<B>(String period) ->
                notice(Notice.middle(
                        Icon.FILTER,
                        getTranslation("board.noPeriod"),
                        getTranslation("board.noPeriod.why", period),
                        Buttons.plain(getTranslation("board.noPeriod.last"), () -> go(latest(state)))));
            case BoardResult.Failed<B>(String id, String message) -> failed(id, message);
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
                getTranslation("board.failed"),
                getTranslation("board.failed.why", message, id),
                Buttons.plain(getTranslation("board.failed.retry"), () -> {
                    board = null;
                    go(state);
                })));
    }

    private void notice(Notice notice) {
        board = null;
        removeAll();
        add(new Card("").grow().body(notice));
    }

    private void redraw() {
        removeAll();
        draw(state, board);
    }

    /** Shows another state, as a step that the browser can take back. */
    protected final void go(S wanted) {
        UI.getCurrent().navigate(route, QueryParameters.simple(parameters(wanted)));
    }

    /** Shows another state in the place of this one: the browser's way back skips this one. */
    protected final void replace(S wanted) {
        S left = state;
        keep(wanted);
        state = left;
        enter(wanted);
    }

    /** Keeps another state in the URL without loading or drawing anything. */
    protected final void keep(S wanted) {
        state = wanted;
        moved(new Location(route, QueryParameters.simple(parameters(wanted))));
    }

    /** Goes to a page of the portal. */
    public static void open(String link) {
        Location location = new Location(link);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** The link of a state. */
    protected final String href(S wanted) {
        return new Location(route, QueryParameters.simple(parameters(wanted))).getPathWithQueryParameters();
    }

    /** A row of cards that the style sheet lays out. */
    protected static Div row(String name, Component... cards) {
        Div row = new Div(cards);
        row.addClassName(name);
        return row;
    }

    /** The actions at the right of the filter bar: what is given, the reports about the same, then the link of the screen. */
    protected final Component actions(Component... given) {
        Span right = new Span(given);
        right.addClassNames("right", "row");
        BoardReports reports = Instantiator.get(UI.getCurrent()).getOrCreate(BoardReports.class);
        if (reports.mayBe(route, parameters(state))) {
            right.add(
                    ofReports(reports, Icon.MAIL, "board.subscribe", BoardReports.Report::subscription),
                    ofReports(reports, Icon.EXPORT, "board.export", BoardReports.Report::pages));
        }
        right.add(Buttons.with(
                Icon.LINK,
                getTranslation("board.link"),
                () -> UI.getCurrent().getPage().executeJs("navigator.clipboard?.writeText(location.href)")));
        return right;
    }

    private Component ofReports(
            BoardReports reports, Icon icon, String key, Function<BoardReports.Report, String> link) {
        NativeButton button = Buttons.with(icon, getTranslation(key), () -> {});
        Menu.onDemand(button, menu -> {
            List<BoardReports.Report> found = reports.of(route, parameters(state));
            found.forEach(report -> menu.item(report.title(), false, () -> open(link.apply(report))));
            if (found.isEmpty()) {
                menu.head(Menu.remark(getTranslation("board.export.none")));
            }
        });
        return button;
    }

    /** A link that looks like a button of the bar. */
    protected static Anchor button(Icon icon, String text, String href) {
        Anchor anchor = new Anchor(href, "");
        anchor.addClassNames("btn", "s");
        anchor.add(icon.create());
        anchor.add(text);
        return anchor;
    }
}

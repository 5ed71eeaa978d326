package org.shapan.portal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.insight.State;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.BoardView;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.RevenueTrend;
import org.shapan.portal.board.UrlParameters;
import org.shapan.portal.board.Words;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.explain.Numbers.AskedTile;
import org.shapan.portal.frame.HomeCard;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.province.DataState;
import org.shapan.portal.province.Province;
import org.shapan.portal.sandtable.SandBoard;
import org.shapan.portal.sandtable.SandCell;
import org.shapan.portal.sandtable.SandKpi;
import org.shapan.portal.sandtable.SandPresenter;
import org.shapan.portal.sandtable.SandQuestions;
import org.shapan.portal.sandtable.SandState;
import org.shapan.portal.sandtable.SandText;
import org.shapan.portal.shortcut.Shortcuts;
import org.shapan.portal.text.Figures;
import org.shapan.portal.text.Language;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.RunningText;
import org.shapan.portal.widget.Tiles;
import org.springframework.beans.factory.ObjectProvider;

/** V01, the home page (mock-ups 02 and 19): the sand table of one's own areas in short, and the ways from it. */
@NeedsWarehouse
@Route(value = "home", layout = MainLayout.class)
@Menu(title = "frame.rail.home", order = 0, icon = "HOME")
@PermitAll
@StyleSheet("context://look/sand-table.css")
@StyleSheet("context://look/home.css")
public class HomeView extends BoardView<SandState, SandBoard> {
    private static final int MOST_TILES = 6;
    private static final String DOMAIN = "alerts";
    private static final List<SandKpi> TILES = List.of(
            SandKpi.REVENUE, SandKpi.NET_ADDS, SandKpi.CHURN, SandKpi.DATA_SHARE, SandKpi.COMPLETION, SandKpi.ARPU);

    private final SandPresenter presenter;
    private final Entries entries;
    private final Shortcuts shortcuts;
    private final List<HomeCard> rooms;
    private final Language language;
    private final PortalUser user;
    private final DataState data;
    private final Figures figures;
    /** Whose alerts are shown, as it stands in the URL; null for all. */
    private String domain;

    public HomeView(
            SignedIn signedIn, Province province, Cubes cubes, Shortcuts shortcuts, ObjectProvider<HomeCard> rooms) {
        super("frame.rail.home", "home");
        addClassName("home");
        this.data = province.data().orElseThrow();
        this.user = signedIn.user();
        this.presenter = new SandPresenter(cubes, user, signedIn.locale(), data.asOf());
        this.entries = new Entries(this::getTranslation);
        this.shortcuts = shortcuts;
        this.rooms = rooms.orderedStream().toList();
        this.language = Language.of(signedIn.locale());
        this.figures = Figures.in(signedIn.locale());
        filters().removeAll();
    }

    @Override
    protected SandState parse(Map<String, List<String>> parameters) {
        domain = UrlParameters.first(parameters, DOMAIN);
        return SandState.DEFAULT;
    }

    @Override
    protected Map<String, String> parameters(SandState wanted) {
        return UrlParameters.of(DOMAIN, domain);
    }

    /** Shows the alerts of a domain, null for all; a link, or the star, keeps it. */
    private void choose(String chosen) {
        domain = chosen;
        keep(SandState.DEFAULT);
    }

    @Override
    protected BoardResult<SandBoard> load(SandState wanted) {
        return presenter.load(wanted.withBranches(true), null, true);
    }

    @Override
    protected SandState home() {
        return SandState.DEFAULT;
    }

    @Override
    protected SandState latest(SandState shown) {
        return SandState.DEFAULT;
    }

    @Override
    protected Optional<String> emptiness(SandBoard loaded) {
        return loaded.isEmpty()
                ? Optional.of(getTranslation(
                        "board.empty.why", loaded.figures().area().name(), figures.month(loaded.month())))
                : Optional.empty();
    }

    @Override
    protected void draw(SandState state, SandBoard board) {
        Words words = this::getTranslation;
        SandText text = new SandText(board, words, figures);
        AskedText path = new AskedText();
        breadcrumb().show(List.of(step(board, text, path)));
        path.in(breadcrumb());
        Div left = new Div(new AlertCard(board, text, words).draw(domain, this::choose), trend(board));
        left.addClassName("col");
        Div right = new Div();
        right.addClassName("col");
        for (HomeCard room : rooms) {
            List<HomeCard.Line> lines = room.lines(user, language);
            if (!lines.isEmpty()) {
                right.add(LinkCard.draw(room, lines, words));
            }
        }
        right.add(new ShortcutCard(shortcuts, user, words).draw());
        add(greeting(board, text), tiles(board), entries.draw(board, text), row("h2", left, right));
    }

    private Breadcrumb.Step step(SandBoard board, SandText text, AskedText asked) {
        SandCell revenue = board.total(SandKpi.REVENUE);
        String figure = text.step(revenue, asked);
        return new Breadcrumb.Step(
                board.figures().area().name(),
                figure.isEmpty() ? "" : getTranslation("sand.kpi.REVENUE") + " " + figure,
                Marks.of(revenue.state()),
                null);
    }

    /** Who is here, which month, and how much stands out in it. */
    private Component greeting(SandBoard board, SandText text) {
        AskedText asked = new AskedText();
        H1 hello = new H1(getTranslation("home.hello", user.name()));
        Span told = new Span();
        RunningText.write(
                told,
                getTranslation(
                        data.closed() ? "home.closed" : "home.open",
                        figures.month(board.month()),
                        text.count(State.RED, null, asked),
                        text.count(State.YELLOW, null, asked)));
        told.addClassName("muted");
        Div line = new Div(hello, asked.in(told));
        line.addClassName("hello");
        return line;
    }

    private Component trend(SandBoard board) {
        SandCell revenue = board.total(SandKpi.REVENUE);
        SandQuestions questions = new SandQuestions(board, this::getTranslation, figures);
        RevenueTrend drawing = new RevenueTrend(this::getTranslation, figures);
        return drawing.draw(
                getTranslation("areas.trend"),
                revenue.figure().series(),
                board.month(),
                revenue.unit().level(),
                revenue.state(),
                chart -> {
                    Numbers.ofChart(chart, point -> questions.trend(drawing.place(point, board.month())));
                    return Numbers.button(getTranslation("explain.menu"), questions::trend);
                });
    }

    private Component tiles(SandBoard board) {
        SandQuestions questions = new SandQuestions(board, this::getTranslation, figures);
        List<AskedTile> contents = new ArrayList<>();
        for (SandKpi kpi : TILES) {
            if (kpi == SandKpi.COMPLETION) {
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
}

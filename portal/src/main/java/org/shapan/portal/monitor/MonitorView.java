package org.shapan.portal.monitor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.Choice;
import org.shapan.portal.board.ScopedView;
import org.shapan.portal.board.Words;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.monitor.MonitorBoard.Rows;
import org.shapan.portal.province.Province;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Segmented;
import org.shapan.portal.widget.Tiles;

/** What the monitors have in common: their pages as tabs, tiles, then each block as a table beside its drawing. */
@StyleSheet("context://look/monitor.css")
abstract class MonitorView extends ScopedView<MonitorState, MonitorBoard> {
    private final List<MonitorPage> pages;
    private final MonitorPresenter presenter;

    MonitorView(
            String titleKey, String route, List<MonitorPage> pages, SignedIn signedIn, Province province, Cubes cubes) {
        super(titleKey, route, signedIn, province);
        this.pages = pages;
        addClassName("monitor");
        this.presenter = new MonitorPresenter(
                cubes,
                signedIn.user(),
                signedIn.locale(),
                province.data().orElseThrow().asOf());
    }

    @Override
    protected MonitorState parse(Map<String, List<String>> parameters) {
        return MonitorState.parse(parameters, pages);
    }

    @Override
    protected Map<String, String> parameters(MonitorState wanted) {
        return wanted.parameters(pages);
    }

    @Override
    protected MonitorState home() {
        return new MonitorState(null, null, pages.getFirst());
    }

    @Override
    protected BoardResult<MonitorBoard> load(MonitorState wanted) {
        return presenter.load(wanted);
    }

    @Override
    protected void draw(MonitorState state, MonitorBoard board) {
        Words words = this::getTranslation;
        MonitorText text = new MonitorText(board, words, figures());
        controls(state, board, text);
        MonitorQuestions questions = new MonitorQuestions(board, words, figures());
        Tiles tiles = new Tiles();
        Numbers.ofTiles(tiles, board.tiles().stream().map(questions::tile).toList());
        add(tiles);
        BlockCard card = new BlockCard(text, words, questions);
        BlockChart chart = new BlockChart(text, words, questions);
        List<Component> small = new ArrayList<>();
        for (Rows block : board.blocks()) {
            Component table = card.draw(block);
            Optional<Component> drawing = chart.draw(block);
            if (drawing.isPresent()) {
                add(row("mrow", table, drawing.get()));
            } else {
                small.add(table);
            }
        }
        if (!small.isEmpty()) {
            Div row = row("mrow", small.toArray(Component[]::new));
            row.addClassName("even");
            add(row);
        }
    }

    private void controls(MonitorState state, MonitorBoard board, MonitorText text) {
        List<Breadcrumb.Step> steps = new ArrayList<>();
        for (Choice area : board.path()) {
            boolean here = area == board.path().getLast();
            steps.add(
                    new Breadcrumb.Step(area.name(), "", null, here ? null : href(state.withArea(area.uniqueName()))));
        }
        breadcrumb().show(steps);
        filters().removeAll();
        if (pages.size() > 1) {
            Map<String, String> tabs = new LinkedHashMap<>();
            pages.forEach(page -> tabs.put(page.code(), getTranslation("monitor.page." + page)));
            filters()
                    .add(new Segmented(
                            tabs, state.page().code(), code -> go(state.withPage(MonitorPage.ofCode(code, pages)))));
        }
        filters().add(scope(state, board));
        List<Component> ways = new ArrayList<>(ways(state));
        if (!board.blocks().isEmpty()) {
            Rows first = board.blocks().getFirst();
            ways.add(button(Icon.PIVOT, getTranslation("board.pivot"), text.href(first, first.total())));
        }
        filters().add(actions(ways.toArray(Component[]::new)));
    }

    /** Ways from a page to what can be done about it; none. */
    protected List<Component> ways(MonitorState state) {
        return List.of();
    }
}

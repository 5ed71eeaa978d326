package org.shapan.portal.channel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.FigureText;
import org.shapan.portal.board.ScopedView;
import org.shapan.portal.board.Sentence;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.link.AreaPivotLink;
import org.shapan.portal.pivot.AxisField;
import org.shapan.portal.pivot.FilterField;
import org.shapan.portal.pivot.PivotModel;
import org.shapan.portal.province.Province;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.RankingColumn;
import org.shapan.portal.widget.RankingTable;

/** V32, what to do with social channels by their type of value, and which channels those are. */
@NeedsWarehouse
@Route(value = AdviceView.ROUTE, layout = MainLayout.class)
@PermitAll
@StyleSheet("context://look/monitor.css")
public class AdviceView extends ScopedView<AdviceState, AdviceBoard> {
    /** The route of the page. */
    public static final String ROUTE = "channels/advice";

    /** Columns of the first figures. */
    private static final int FIRST_OF_TYPES = 3;

    private static final int FIRST_OF_CHANNELS = 1;

    /** Heads of the measures in the presenter's order. */
    private static final List<String> HEADS = List.of(
            "advice.channels",
            "advice.input",
            "advice.contribution",
            "advice.net",
            "advice.yield",
            "advice.score",
            "advice.withheld");

    private final AdvicePresenter presenter;

    public AdviceView(SignedIn signedIn, Province province, Cubes cubes) {
        super("advice.title", ROUTE, signedIn, province);
        addClassNames("monitor", "advice");
        this.presenter = new AdvicePresenter(
                cubes,
                signedIn.user(),
                signedIn.locale(),
                province.data().orElseThrow().asOf());
    }

    @Override
    protected AdviceState parse(Map<String, List<String>> parameters) {
        return AdviceState.parse(parameters);
    }

    @Override
    protected Map<String, String> parameters(AdviceState wanted) {
        return wanted.parameters();
    }

    @Override
    protected BoardResult<AdviceBoard> load(AdviceState wanted) {
        return presenter.load(wanted);
    }

    @Override
    protected AdviceState home() {
        return new AdviceState(null, null, null);
    }

    @Override
    protected void draw(AdviceState state, AdviceBoard board) {
        breadcrumb()
                .show(List.of(
                        new Breadcrumb.Step(getTranslation("frame.rail.channels"), "", null, "channels?view=value"),
                        new Breadcrumb.Step(getTranslation("advice.title"), "", null, null)));
        filters().removeAll();
        filters().add(scope(state, board));
        filters().add(actions());
        add(types(state, board));
        board.shown().ifPresent(shown -> add(channels(board, shown)));
    }

    private Component types(AdviceState state, AdviceBoard board) {
        RankingTable<AdviceBoard.Line> table = new RankingTable<>(Stream.concat(
                                Stream.of(
                                        RankingColumn.<AdviceBoard.Line>name(
                                                getTranslation("advice.type"), AdviceBoard.Line::caption, null),
                                        RankingColumn.<AdviceBoard.Line>text(
                                                getTranslation("advice.action"), line -> text("advice.do.", line)),
                                        RankingColumn.<AdviceBoard.Line>text(
                                                getTranslation("advice.condition"), line -> text("advice.when.", line)),
                                        number(AdvicePresenter.COUNT, "advice.channels", 0)),
                                figuresOf().stream())
                        .toList())
                .onSelect(line -> go(state.withType(line.name())));
        table.select(line -> board.shown().map(shown -> shown == line).orElse(false));
        table.show(board.types(), null);
        ask(table, board, FIRST_OF_TYPES, AdvicePresenter.COUNT);
        Card card = new Card(getTranslation("advice.types")).flush().body(table);
        card.addClassName("words");
        return card;
    }

    private String text(String key, AdviceBoard.Line type) {
        return Advice.of(type.name())
                .map(advice -> getTranslation(key + advice))
                .orElse("");
    }

    private Component channels(AdviceBoard board, AdviceBoard.Line shown) {
        List<RankingColumn<AdviceBoard.Line>> columns = new ArrayList<>();
        columns.add(RankingColumn.name(
                getTranslation("advice.channel"), AdviceBoard.Line::caption, AdviceBoard.Line::remark));
        columns.addAll(figuresOf());
        RankingTable<AdviceBoard.Line> table =
                new RankingTable<>(columns).onDrill(line -> open(pivot(board, shown, line)));
        table.show(board.channels(), null);
        ask(table, board, FIRST_OF_CHANNELS, AdvicePresenter.INPUT);
        AskedText asked = new AskedText();
        Sentence said = asked.in(new Sentence(getTranslation(
                "advice.said",
                shown.caption(),
                said(board, shown, AdvicePresenter.COUNT, asked, v -> figures().number(v, 0)),
                text("advice.do.", shown),
                said(
                        board,
                        shown,
                        AdvicePresenter.INPUT,
                        asked,
                        v -> figures().money(v).toString()),
                said(
                        board,
                        shown,
                        AdvicePresenter.WITHHELD,
                        asked,
                        v -> figures().money(v).toString()))));
        said.addClassName("inset");
        Card card = new Card(shown.caption()).flush().grow().body(new Div(said, table));
        if (board.channels().size() == AdviceBoard.MOST) {
            card.remark(getTranslation("advice.first", AdviceBoard.MOST));
        }
        card.addClassName("scroll");
        return card;
    }

    private String said(
            AdviceBoard board, AdviceBoard.Line type, String measure, AskedText asked, DoubleFunction<String> write) {
        String shown = FigureText.text(type.value(measure), write);
        String head = getTranslation(HEADS.get(AdvicePresenter.MEASURES.indexOf(measure)));
        AdviceQuestions questions = new AdviceQuestions(board, this::getTranslation, figures());
        return asked.number(
                shown, () -> questions.figure(type, measure, head).orElseThrow().shownAs(shown));
    }

    /**
     * Lets every figure of a table be explained.
     *
     * @param first column of the first figure
     * @param measure of that column; the others follow in the presenter's order
     */
    private void ask(RankingTable<AdviceBoard.Line> table, AdviceBoard board, int first, String measure) {
        AdviceQuestions questions = new AdviceQuestions(board, this::getTranslation, figures());
        int from = AdvicePresenter.MEASURES.indexOf(measure) - first;
        Numbers.ofTable(table, (line, column) -> {
            String asked = AdvicePresenter.MEASURES.get(from + column);
            return questions.figure(line, asked, getTranslation(HEADS.get(from + column)));
        });
    }

    private List<RankingColumn<AdviceBoard.Line>> figuresOf() {
        return List.of(
                number(AdvicePresenter.INPUT, "advice.input", 0),
                number(AdvicePresenter.CONTRIBUTION, "advice.contribution", 0),
                number(AdvicePresenter.NET_VALUE, "advice.net", 0),
                number(AdvicePresenter.YIELD, "advice.yield", 1),
                number(AdvicePresenter.SCORE, "advice.score", 1),
                number(AdvicePresenter.WITHHELD, "advice.withheld", 0));
    }

    private RankingColumn<AdviceBoard.Line> number(String measure, String key, int decimals) {
        return RankingColumn.number(
                getTranslation(key),
                line -> FigureText.text(line.value(measure), v -> figures().number(v, decimals)),
                line -> line.value(measure).orElse(Double.NaN));
    }

    /** The pivot of a channel by month. */
    private static String pivot(AdviceBoard board, AdviceBoard.Line type, AdviceBoard.Line channel) {
        String calendar = CalendarMonths.HIERARCHY;
        return AreaPivotLink.of(PivotModel.of(AdvicePresenter.CUBE)
                .withAxes(List.of(AxisField.of(calendar, calendar + ".[Month]")), List.of())
                .withMeasures(Stream.of(
                                AdvicePresenter.INPUT,
                                AdvicePresenter.CONTRIBUTION,
                                AdvicePresenter.NET_VALUE,
                                AdvicePresenter.SCORE)
                        .map(measure -> "[Measures].[" + measure + "]")
                        .collect(Collectors.toList()))
                .withFilters(List.of(
                        new FilterField("[Channel].[Type]", List.of(channel.uniqueName())),
                        new FilterField(
                                "[Area].[Managed]",
                                List.of(board.path().getLast().uniqueName())))));
    }
}

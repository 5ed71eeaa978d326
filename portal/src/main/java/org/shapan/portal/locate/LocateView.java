package org.shapan.portal.locate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.locate.LogicDimension;
import org.shapan.insight.locate.Movement;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.BoardView;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Sentence;
import org.shapan.portal.board.Words;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.customer.CustomersCard;
import org.shapan.portal.customer.Unmasking;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.Scoped;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.province.Province;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.FilterChip;
import org.shapan.portal.widget.RunningText;
import org.shapan.portal.widget.StateMark;

/** V15, movement localisation (mock-up 05). */
@NeedsWarehouse
@Route(value = LocateState.ROUTE, layout = MainLayout.class)
@PermitAll
public class LocateView extends BoardView<LocateState, LocateBoard> implements Scoped {
    private final LocatePresenter presenter;
    private final Unmasking unmasking;
    private final Figures figures;
    private final YearMonth latest;

    public LocateView(SignedIn signedIn, Province province, Cubes cubes, Unmasking unmasking) {
        super("locate.title", LocateState.ROUTE);
        addClassName("locate");
        var asOf = province.data().orElseThrow().asOf();
        this.latest = YearMonth.from(asOf);
        this.presenter = new LocatePresenter(cubes, signedIn.user(), signedIn.locale(), asOf);
        this.unmasking = unmasking;
        this.figures = Figures.in(signedIn.locale());
    }

    @Override
    public Set<String> scope() {
        return Set.of(PERIOD, AREA);
    }

    @Override
    protected LocateState parse(Map<String, List<String>> parameters) {
        return LocateState.parse(parameters);
    }

    @Override
    protected Map<String, String> parameters(LocateState wanted) {
        return wanted.parameters();
    }

    @Override
    protected BoardResult<LocateBoard> load(LocateState wanted) {
        return presenter.load(wanted);
    }

    @Override
    protected boolean hasFiguresOf(LocateState loaded, LocateState wanted) {
        return loaded.withCustomer(0).equals(wanted.withCustomer(0));
    }

    @Override
    protected LocateState home() {
        return LocateState.DEFAULT;
    }

    @Override
    protected LocateState latest(LocateState shown) {
        return shown.withPeriod(null);
    }

    @Override
    protected Optional<String> emptiness(LocateBoard loaded) {
        return loaded.start().actual() == 0 && loaded.start().expected() == 0
                ? Optional.of(getTranslation("board.empty.why", loaded.start().name(), figures.month(loaded.month())))
                : Optional.empty();
    }

    @Override
    protected void draw(LocateState state, LocateBoard board) {
        Words words = this::getTranslation;
        LocateText text = new LocateText(board, words, figures);
        LocateQuestions questions = new LocateQuestions(board, text, words, figures);
        controls(state, board, text, questions);
        add(
                sentence(board, text, questions),
                new TreeCard(board, text, words, questions, at -> go(state.withAt(at))).draw());
        Div bottom = row("lb");
        board.movement().ifPresent(movement -> {
            List<LogicDimension> dimensions = movement.dimensions();
            WaterfallCard card = new WaterfallCard(text, words, questions);
            for (int i = 0; i < Math.min(2, dimensions.size()); i++) {
                bottom.add(card.draw(movement, dimensions.get(i), others(dimensions, i)));
            }
        });
        Component customers = board.customers()
                .<Component>map(list -> new CustomersCard(
                                list, board.at().name(), questions.customers(), unmasking, words, figures)
                        .draw(state.customer(), place -> go(state.withCustomer(place))))
                .orElseGet(() -> {
                    Span hint = new Span(getTranslation("locate.customers.above"));
                    hint.addClassName("hint");
                    return new Card(getTranslation("customers.title")).body(hint);
                });
        bottom.add(customers);
        add(bottom);
    }

    /** Two of the dimensions that have no waterfall, the third and fifth below the first one. */
    private static List<LogicDimension> others(List<LogicDimension> dimensions, int column) {
        List<LogicDimension> others = new ArrayList<>();
        for (int i = 2 + column; i < dimensions.size(); i += 2) {
            others.add(dimensions.get(i));
        }
        return others;
    }

    private Component sentence(LocateBoard board, LocateText text, LocateQuestions questions) {
        AskedText asked = new AskedText();
        Div words = new Div(asked.in(new Sentence(text.sentence(questions, asked))));
        String remark = text.remark(questions, asked);
        if (!remark.isEmpty()) {
            Span small = new Span();
            small.addClassName("hint");
            RunningText.write(small, remark);
            words.add(asked.in(small));
        }
        Div line = new Div(new StateMark(Marks.of(board.start().state())), words);
        line.addClassName("fact");
        Div card = new Div(line);
        card.addClassNames("card", "said");
        return card;
    }

    private void controls(LocateState state, LocateBoard board, LocateText text, LocateQuestions questions) {
        List<Breadcrumb.Step> steps = new ArrayList<>();
        AskedText asked = new AskedText();
        for (TreeNode node : board.path()) {
            boolean here = node == board.at();
            steps.add(new Breadcrumb.Step(
                    node.name(),
                    text.step(node, questions, asked),
                    Marks.of(node.state()),
                    here ? null : href(state.withAt(node.member()))));
        }
        breadcrumb().show(steps);
        asked.in(breadcrumb());

        FilterChip<LocateKpi> kpi = new FilterChip<>(
                getTranslation("locate.kpi"),
                text::name,
                chosen -> go(state.withKpi(chosen == LocateKpi.REVENUE ? null : chosen.id())));
        kpi.show(Arrays.asList(LocateKpi.values()), board.kpi(), LocateKpi.REVENUE);
        FilterChip<YearMonth> period = new FilterChip<>(
                getTranslation("board.period"),
                figures::month,
                month -> go(state.withPeriod(month.equals(latest) ? null : CalendarMonths.name(month))));
        period.show(board.months(), board.month(), latest);
        FilterChip<TreeNode> start = new FilterChip<>(
                getTranslation("locate.start"), TreeNode::name, node -> go(state.withArea(node.member())));
        TreeNode chosen = board.starts().stream()
                .filter(node -> node.member().equals(board.start().member()))
                .findFirst()
                .orElse(board.start());
        start.show(board.starts(), chosen, board.starts().getFirst());
        Span took = new Span(getTranslation(
                "locate.took",
                board.movement().map(Movement::dimensions).map(List::size).orElse(0),
                figures.number(board.millis() / 1000.0, 2)));
        took.addClassName("hint");
        filters().removeAll();
        filters().add(kpi, period, start, took, actions());
    }
}

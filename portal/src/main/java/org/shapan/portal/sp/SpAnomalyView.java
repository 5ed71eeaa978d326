package org.shapan.portal.sp;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.BoardView;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.ScopeFilters;
import org.shapan.portal.board.Words;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.Scoped;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.province.Province;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Badge;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.Icon;

/** V25, rapid anomaly analysis (mock-up 08): one input, the answer from the company down to its users on one page. */
@NeedsWarehouse
@Route(value = SpAnomalyView.ROUTE, layout = MainLayout.class)
@PermitAll
public class SpAnomalyView extends BoardView<SpAnomalyState, SpAnomalyBoard> implements Scoped {
    static final String ROUTE = "sp/anomaly";
    private static final String ALL = "";

    private final SpAnomalyPresenter presenter;
    private final Figures figures;
    private final YearMonth latest;

    public SpAnomalyView(SignedIn signedIn, Province province, Cubes cubes) {
        super("sp.anomaly.title", ROUTE);
        addClassNames("sps", "spc", "spa");
        var asOf = province.data().orElseThrow().asOf();
        this.latest = YearMonth.from(asOf);
        this.presenter = new SpAnomalyPresenter(cubes, signedIn.user(), signedIn.locale(), asOf);
        this.figures = Figures.in(signedIn.locale());
    }

    @Override
    public Set<String> scope() {
        return Set.of(PERIOD);
    }

    @Override
    protected SpAnomalyState parse(Map<String, List<String>> parameters) {
        return SpAnomalyState.parse(parameters);
    }

    @Override
    protected Map<String, String> parameters(SpAnomalyState wanted) {
        return wanted.parameters();
    }

    @Override
    protected BoardResult<SpAnomalyBoard> load(SpAnomalyState wanted) {
        return presenter.load(wanted);
    }

    @Override
    protected boolean hasFiguresOf(SpAnomalyState loaded, SpAnomalyState wanted) {
        return loaded.withRule(null).equals(wanted.withRule(null));
    }

    @Override
    protected SpAnomalyState home() {
        return SpAnomalyState.parse(Map.of());
    }

    @Override
    protected SpAnomalyState latest(SpAnomalyState shown) {
        return shown.with(shown.asked().withPeriod(null));
    }

    @Override
    protected Optional<String> emptiness(SpAnomalyBoard loaded) {
        return loaded.of().codes().isEmpty()
                ? Optional.of(getTranslation(
                        "board.empty.why",
                        loaded.of().companyName(),
                        figures.month(loaded.of().month())))
                : Optional.empty();
    }

    @Override
    protected void draw(SpAnomalyState state, SpAnomalyBoard board) {
        Words words = this::getTranslation;
        SpCompanyBoard of = board.of();
        SpCompanyState asked = state.asked();
        breadcrumb(asked, of);
        SpAnomalyCards cards = new SpAnomalyCards(board, words, figures);
        HeatCard heat = new HeatCard(board, state.traffic(), words, figures);
        var left = row(
                "stack",
                cards.levels(),
                cards.rules(state.rule(), rule -> go(state.withRule(rule))),
                new SpCompanyCards(of, words, figures)
                        .services(code ->
                                go(state.with(asked.with(of.company(), code.equals(asked.code()) ? null : code)))));
        cards.daily().ifPresent(left::add);
        var middle = row("stack", heat.draw(traffic -> go(state.withTraffic(traffic))), cards.users());
        var right = row("stack");
        cards.likenesses().ifPresent(right::add);
        right.add(cards.complaints(), cards.conclusion(heat));
        add(input(state, of), row("c3", left, middle, right));
    }

    private void breadcrumb(SpCompanyState asked, SpCompanyBoard of) {
        filters().removeAll();
        String month = asked.period() == null ? "" : "?period=" + asked.period();
        breadcrumb()
                .show(List.of(
                        new Breadcrumb.Step(getTranslation("frame.rail.sp"), "", null, SpView.ROUTE + month),
                        new Breadcrumb.Step(
                                getTranslation("sp.anomaly.title"),
                                of.unit().name() + " " + of.unit().code(),
                                Marks.of(of.verdict().state()),
                                null)));
    }

    /** Company or code, service, line and month; each change is answered at once. */
    private Component input(SpAnomalyState state, SpCompanyBoard of) {
        SpCompanyState asked = state.asked();
        Consumer<SpCompanyState> ask = wanted -> go(state.with(wanted));
        ComboBox<SpChoice> who = new ComboBox<>(getTranslation("sp.anomaly.who"));
        who.addClassName("who");
        who.setItems(of.choices());
        who.setItemLabelGenerator(SpChoice::label);
        String shown = of.shown().map(row -> row.unit().code()).orElse(null);
        of.choices().stream()
                .filter(choice -> choice.company().equals(of.company()) && Objects.equals(choice.code(), shown))
                .findFirst()
                .ifPresent(who::setValue);
        who.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                ask.accept(asked.with(
                        change.getValue().company(), change.getValue().code()));
            }
        });
        List<String> services = new ArrayList<>(List.of(ALL));
        of.codes().forEach(row -> services.add(row.unit().code()));
        Select<String> service = select(
                "sp.anomaly.service",
                services,
                code -> code.equals(ALL)
                        ? getTranslation("sp.anomaly.services", of.codes().size())
                        : of.codes().stream()
                                .filter(row -> row.unit().code().equals(code))
                                .map(row -> row.unit().name() + " " + code)
                                .findFirst()
                                .orElse(code),
                shown == null ? ALL : shown,
                code -> ask.accept(asked.with(of.company(), code.equals(ALL) ? null : code)));
        List<String> lines = new ArrayList<>(List.of(ALL));
        lines.addAll(of.lines());
        Select<String> line = select(
                "sp.col.line",
                lines,
                code -> code.equals(ALL) ? getTranslation("sp.anomaly.line.all") : code,
                asked.line() == null ? ALL : asked.line(),
                code -> ask.accept(asked.withLine(code.equals(ALL) ? null : code)));
        Select<YearMonth> month = select(
                "board.period",
                of.months(),
                figures::month,
                of.month(),
                chosen -> ask.accept(asked.withPeriod(ScopeFilters.period(chosen, latest))));
        Badge score = Badge.of(
                Marks.of(of.verdict().state()),
                getTranslation(
                        "sp.company.score",
                        getTranslation("sp.state." + of.verdict().state()),
                        figures.number(of.verdict().score(), 0)));
        score.getElement().setAttribute("tabindex", "0");
        Div right = new Div(
                score,
                button(
                        Icon.SP,
                        getTranslation("sp.company.open"),
                        asked.with(of.company(), asked.code()).href()),
                actions());
        right.addClassNames("right", "row");
        Numbers.of(right, ".badge", index -> new SpCompanyQuestions(of, this::getTranslation, figures).score());
        Div form = new Div(who, service, line, month, right);
        form.addClassNames("card", "ask");
        return form;
    }

    private <T> Select<T> select(
            String key, List<T> items, ItemLabelGenerator<T> label, T value, Consumer<T> listener) {
        Select<T> select = new Select<>();
        select.setLabel(getTranslation(key));
        select.setItems(items);
        select.setItemLabelGenerator(label);
        select.setValue(value);
        select.addValueChangeListener(change -> listener.accept(change.getValue()));
        return select;
    }
}

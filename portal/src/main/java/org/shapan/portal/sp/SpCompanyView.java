package org.shapan.portal.sp;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.BoardView;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.ScopeFilters;
import org.shapan.portal.board.Words;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.Scoped;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.province.Province;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.FilterChip;
import org.shapan.portal.widget.Icon;

/** V22, a company and its services on one page (mock-up 07): why it is red. */
@NeedsWarehouse
@Route(value = SpCompanyState.ROUTE, layout = MainLayout.class)
@PermitAll
public class SpCompanyView extends BoardView<SpCompanyState, SpCompanyBoard> implements Scoped {
    private final SpCompanyPresenter presenter;
    private final Figures figures;
    private final YearMonth latest;

    public SpCompanyView(SignedIn signedIn, Province province, Cubes cubes) {
        super("sp.company.title", SpCompanyState.ROUTE);
        addClassNames("sps", "spc");
        var asOf = province.data().orElseThrow().asOf();
        this.latest = YearMonth.from(asOf);
        this.presenter = new SpCompanyPresenter(cubes, signedIn.user(), signedIn.locale(), asOf);
        this.figures = Figures.in(signedIn.locale());
    }

    @Override
    public Set<String> scope() {
        return Set.of(PERIOD);
    }

    @Override
    protected SpCompanyState parse(Map<String, List<String>> parameters) {
        return SpCompanyState.parse(parameters);
    }

    @Override
    protected Map<String, String> parameters(SpCompanyState wanted) {
        return wanted.parameters();
    }

    @Override
    protected BoardResult<SpCompanyBoard> load(SpCompanyState wanted) {
        return presenter.load(wanted);
    }

    @Override
    protected SpCompanyState home() {
        return SpCompanyState.DEFAULT;
    }

    @Override
    protected SpCompanyState latest(SpCompanyState shown) {
        return shown.withPeriod(null);
    }

    @Override
    protected Optional<String> emptiness(SpCompanyBoard loaded) {
        return loaded.codes().isEmpty()
                ? Optional.of(getTranslation("board.empty.why", loaded.companyName(), figures.month(loaded.month())))
                : Optional.empty();
    }

    @Override
    protected void draw(SpCompanyState state, SpCompanyBoard board) {
        Words words = this::getTranslation;
        controls(state, board);
        SpCompanyCards cards = new SpCompanyCards(board, words, figures);
        SpLevels levels = new SpLevels(board, words, figures);
        add(cards.header(), row("b4", levels.draw()));
        var left = row("stack", cards.rules());
        var right = row(
                "stack",
                cards.services(code -> go(state.with(board.company(), code.equals(state.code()) ? null : code))),
                cards.balance());
        add(row("c2", left, right));
    }

    private void controls(SpCompanyState state, SpCompanyBoard board) {
        AskedText asked = new AskedText();
        List<Breadcrumb.Step> steps = new ArrayList<>();
        steps.add(new Breadcrumb.Step(
                getTranslation("sp.overall.title"),
                "",
                null,
                "sp" + (state.period() == null ? "" : "?period=" + state.period())));
        if (state.line() != null) {
            steps.add(new Breadcrumb.Step(
                    state.line(),
                    "",
                    null,
                    "sp?line=" + state.line() + (state.period() == null ? "" : "&period=" + state.period())));
        }
        boolean isCode = board.shown().isPresent();
        steps.add(new Breadcrumb.Step(
                board.companyName(),
                isCode ? "" : fee(board, asked),
                isCode ? null : Marks.of(board.verdict().state()),
                isCode ? href(state.with(board.company(), null)) : null));
        if (isCode) {
            steps.add(new Breadcrumb.Step(
                    board.unit().name(),
                    fee(board, asked),
                    Marks.of(board.verdict().state()),
                    null));
        }
        breadcrumb().show(steps);
        asked.in(breadcrumb());
        Component period = new ScopeFilters(this::getTranslation, figures)
                .period(board.months(), board.month(), latest, chosen -> go(state.withPeriod(chosen)));
        List<SpChoice> companies =
                board.choices().stream().filter(choice -> choice.code() == null).toList();
        FilterChip<SpChoice> company = new FilterChip<>(
                getTranslation("sp.col.company"), SpChoice::label, choice -> go(state.withCompany(choice.company())));
        SpChoice here = companies.stream()
                .filter(choice -> choice.company().equals(board.company()))
                .findFirst()
                .orElseThrow();
        company.show(companies, here, here);
        String anomaly = new Location(
                        SpAnomalyView.ROUTE,
                        QueryParameters.simple(
                                state.with(board.company(), state.code()).parameters()))
                .getPathWithQueryParameters();
        filters().removeAll();
        filters().add(period, company, actions(button(Icon.WARNING, getTranslation("sp.anomaly.title"), anomaly)));
    }

    private String fee(SpCompanyBoard board, AskedText asked) {
        return SpText.text(
                board.unit().value(SpKpi.FEE, board.month()),
                value -> asked.number(
                        figures.money(value).toString(),
                        () -> new SpCompanyQuestions(board, this::getTranslation, figures).value(SpKpi.FEE)));
    }
}

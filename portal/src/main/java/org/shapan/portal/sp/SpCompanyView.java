package org.shapan.portal.sp;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.BoardView;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.Scoped;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.province.Province;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.FilterChip;

/** V22 and V23, a company and its services on one page (mock-ups 07, 08): why it is red. */
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
        return new SpCompanyState(null, null, null);
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
        var middle = row(
                "stack",
                cards.services(code -> go(state.withCode(code.equals(state.code()) ? null : code))),
                cards.balance());
        var right = row("stack", new HeatCard(board, words, figures).draw());
        cards.likenesses().ifPresent(right::add);
        add(row("c3", left, middle, right));
    }

    private void controls(SpCompanyState state, SpCompanyBoard board) {
        List<Breadcrumb.Step> steps = new ArrayList<>();
        steps.add(new Breadcrumb.Step(
                getTranslation("sp.overall.title"),
                "",
                null,
                "sp" + (state.period() == null ? "" : "?period=" + state.period())));
        boolean isCode = board.shown().isPresent();
        steps.add(new Breadcrumb.Step(
                board.companyName(),
                isCode ? "" : fee(board),
                isCode ? null : Marks.of(board.verdict().state()),
                isCode ? href(state.withCode(null)) : null));
        if (isCode) {
            steps.add(new Breadcrumb.Step(
                    board.unit().name(), fee(board), Marks.of(board.verdict().state()), null));
        }
        breadcrumb().show(steps);
        FilterChip<YearMonth> period = new FilterChip<>(
                getTranslation("board.period"),
                figures::month,
                month -> go(state.withPeriod(month.equals(latest) ? null : CalendarMonths.name(month))));
        period.show(board.months(), board.month(), latest);
        FilterChip<String> company = new FilterChip<>(
                getTranslation("sp.col.company"),
                code -> board.companies().getOrDefault(code, code) + " " + code,
                code -> go(state.withCompany(code)));
        company.show(List.copyOf(board.companies().keySet()), state.company(), state.company());
        filters().removeAll();
        filters().add(period, company, actions());
    }

    private String fee(SpCompanyBoard board) {
        return SpText.text(
                board.unit().value(SpKpi.FEE, board.month()),
                value -> figures.money(value).toString());
    }
}

package org.shapan.portal.channel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.ScopedView;
import org.shapan.portal.board.Sentence;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.province.Province;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.RankingColumn;
import org.shapan.portal.widget.RankingTable;

/** V31, the saving simulator: what it would save to move transactions from one channel type to another. */
@NeedsWarehouse
@Route(value = SavingView.ROUTE, layout = MainLayout.class)
@PermitAll
@StyleSheet("context://look/monitor.css")
public class SavingView extends ScopedView<SavingState, SavingBoard> {
    /** The route of the page. */
    public static final String ROUTE = "channels/saving";

    private static final String ALL = "";

    private final SavingPresenter presenter;

    public SavingView(SignedIn signedIn, Province province, Cubes cubes) {
        super("saving.title", ROUTE, signedIn, province);
        addClassNames("monitor", "saving");
        this.presenter = new SavingPresenter(
                cubes,
                signedIn.user(),
                signedIn.locale(),
                province.data().orElseThrow().asOf());
    }

    @Override
    protected SavingState parse(Map<String, List<String>> parameters) {
        return SavingState.parse(parameters);
    }

    @Override
    protected Map<String, String> parameters(SavingState wanted) {
        return wanted.parameters();
    }

    @Override
    protected BoardResult<SavingBoard> load(SavingState wanted) {
        return presenter.load(wanted);
    }

    @Override
    protected boolean hasFiguresOf(SavingState loaded, SavingState wanted) {
        return loaded.data().equals(wanted.data());
    }

    @Override
    protected SavingState home() {
        return SavingState.parse(Map.of());
    }

    @Override
    protected void draw(SavingState state, SavingBoard figuresOf) {
        SavingBoard board = figuresOf.with(state);
        breadcrumb()
                .show(List.of(
                        new Breadcrumb.Step(getTranslation("frame.rail.channels"), "", null, "channels?view=cost"),
                        new Breadcrumb.Step(getTranslation("saving.title"), "", null, null)));
        filters().removeAll();
        filters().add(scope(state, board));
        filters().add(actions());
        if (board.to().isPresent()) {
            Saving.Type from = board.from().orElseThrow();
            Saving.Type to = board.to().orElseThrow();
            add(
                    input(state, board, from, to),
                    answer(board, from, to),
                    row("mrow", targets(state, board, from, to), businesses(state, board, from, to)));
        }
    }

    private Component input(SavingState state, SavingBoard board, Saving.Type from, Saving.Type to) {
        Saving saving = board.saving();
        IntegerField share = new IntegerField(getTranslation("saving.share"));
        share.setMin(1);
        share.setMax(SavingState.MOST);
        share.setStepButtonsVisible(true);
        share.setStep(1);
        share.setValue(state.share());
        share.addValueChangeListener(change -> {
            Integer value = change.getValue();
            if (value != null && value >= 1 && value <= SavingState.MOST) {
                go(state.withShare(value));
            }
        });
        List<String> names = new ArrayList<>(List.of(ALL));
        saving.businesses().forEach(business -> names.add(business.name()));
        Select<String> business = select(
                "saving.business",
                names,
                name -> name.equals(ALL)
                        ? getTranslation(
                                "saving.business.all", saving.businesses().size())
                        : saving.asked(name).getFirst().caption(),
                state.business() == null ? ALL : state.business(),
                name -> go(state.withBusiness(name.equals(ALL) ? null : name)));
        UnaryOperator<String> caption = name -> saving.type(name).orElseThrow().caption();
        Select<String> origin = select(
                "saving.from",
                saving.types().stream().map(Saving.Type::name).toList(),
                caption,
                from.name(),
                name -> go(state.withFrom(name)));
        Select<String> target = select(
                "saving.to",
                saving.targets(board.asked(), from).stream()
                        .map(Saving.Type::name)
                        .toList(),
                caption,
                to.name(),
                name -> go(state.withTo(name)));
        Div form = new Div(share, business, origin, target);
        form.addClassNames("card", "ask");
        return form;
    }

    private static Select<String> select(
            String label, List<String> items, UnaryOperator<String> caption, String value, Consumer<String> listener) {
        Select<String> select = new Select<>();
        select.setLabel(select.getTranslation(label));
        select.setItems(items);
        select.setItemLabelGenerator(caption::apply);
        select.setValue(value);
        select.addValueChangeListener(change -> listener.accept(change.getValue()));
        return select;
    }

    /** The sentences with every figure of the formula. */
    private Component answer(SavingBoard board, Saving.Type from, Saving.Type to) {
        AskedText asked = new AskedText();
        Div body = new Div();
        new SavingText(board, this::getTranslation, figures())
                .answer(from, to, asked)
                .forEach(sentence -> body.add(asked.in(new Sentence(sentence))));
        return new Card(getTranslation("saving.title")).body(body);
    }

    /** Every type that could take the transactions. */
    private Component targets(SavingState state, SavingBoard board, Saving.Type from, Saving.Type chosen) {
        Saving saving = board.saving();
        List<Saving.Business> asked = board.asked();
        RankingTable<Saving.Type> table = new RankingTable<>(List.of(
                        RankingColumn.<Saving.Type>name(
                                getTranslation("saving.to"),
                                Saving.Type::caption,
                                type -> type.electronic() ? getTranslation("saving.electronic") : ""),
                        RankingColumn.<Saving.Type>number(
                                getTranslation("saving.unitCost"),
                                type -> figures().number(type.unitCost(), 2),
                                Saving.Type::unitCost),
                        RankingColumn.<Saving.Type>number(
                                getTranslation("saving.reference"),
                                type -> UnitCostReference.of(type.name()).isPresent()
                                        ? figures()
                                                .number(
                                                        UnitCostReference.of(type.name())
                                                                .getAsDouble(),
                                                        2)
                                        : "",
                                type -> UnitCostReference.of(type.name()).orElse(Double.NaN)),
                        RankingColumn.<Saving.Type>number(
                                getTranslation("saving.moved"),
                                type -> figures().number(saving.moved(asked, from, type, board.share()), 0),
                                type -> saving.moved(asked, from, type, board.share())),
                        RankingColumn.<Saving.Type>bar(
                                getTranslation("saving.saved"),
                                type -> figures().number(saving.saved(asked, from, type, board.share()), 0),
                                type -> saving.saved(asked, from, type, board.share()))))
                .onSelect(type -> go(state.withTo(type.name())));
        table.select(type -> type.name().equals(chosen.name()));
        table.show(saving.targets(asked, from), null);
        SavingText text = new SavingText(board, this::getTranslation, figures());
        Numbers.ofTable(table, (type, column) -> text.target(from, type, column));
        Card card = new Card(getTranslation("saving.targets")).flush().body(table);
        card.addClassName("scroll");
        return card;
    }

    /** Every business type that may be diverted from the origin; a click moves it alone. */
    private Component businesses(SavingState state, SavingBoard board, Saving.Type from, Saving.Type to) {
        Saving saving = board.saving();
        List<Saving.Business> rows = saving.businesses().stream()
                .filter(business -> business.here().getOrDefault(from.name(), 0.0) > 0)
                .toList();
        RankingTable<Saving.Business> table = new RankingTable<>(List.of(
                        RankingColumn.<Saving.Business>name(
                                getTranslation("saving.business"), Saving.Business::caption, null),
                        RankingColumn.<Saving.Business>number(
                                getTranslation("saving.here"),
                                business -> figures().number(business.here().get(from.name()), 0),
                                business -> business.here().get(from.name())),
                        RankingColumn.<Saving.Business>bar(
                                getTranslation("saving.saved"),
                                business -> business.isHandledBy(to)
                                        ? figures().number(saving.saved(List.of(business), from, to, board.share()), 0)
                                        : "—",
                                business -> business.isHandledBy(to)
                                        ? saving.saved(List.of(business), from, to, board.share())
                                        : Double.NaN)))
                .sortedBy(2, true)
                .onSelect(business ->
                        go(state.withBusiness(business.name().equals(state.business()) ? null : business.name())));
        table.select(business -> business.name().equals(state.business()));
        table.show(rows, null);
        SavingText text = new SavingText(board, this::getTranslation, figures());
        Numbers.ofTable(table, (business, column) -> text.business(business, from, to, column));
        Card card = new Card(getTranslation("saving.businesses", from.caption()))
                .flush()
                .body(table);
        card.addClassName("scroll");
        return card;
    }
}

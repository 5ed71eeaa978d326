package org.shapan.portal.board;

import com.vaadin.flow.component.Component;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shapan.portal.frame.Scoped;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.province.Province;
import org.shapan.portal.text.Figures;

/**
 * A board of an area in a month, which are its filters.
 *
 * @param <S> the state in the URL
 * @param <B> the board
 */
public abstract class ScopedView<S extends ScopedState<S>, B extends ScopedBoard> extends BoardView<S, B>
        implements Scoped {
    private final Figures figures;
    private final YearMonth latest;

    /**
     * @param titleKey key of the view's name in the texts
     * @param route of the view, without parameters
     */
    protected ScopedView(String titleKey, String route, SignedIn signedIn, Province province) {
        super(titleKey, route);
        this.figures = Figures.in(signedIn.locale());
        this.latest = YearMonth.from(province.data().orElseThrow().asOf());
    }

    protected final Figures figures() {
        return figures;
    }

    @Override
    public Set<String> scope() {
        return Set.of(PERIOD, AREA);
    }

    @Override
    protected final S latest(S shown) {
        return shown.withPeriod(null);
    }

    @Override
    protected Optional<String> emptiness(B loaded) {
        return loaded.isEmpty()
                ? Optional.of(getTranslation(
                        "board.empty.why", loaded.path().getLast().name(), figures.month(loaded.month())))
                : Optional.empty();
    }

    /** The filters of the area and the month. */
    protected final List<Component> scope(S state, B board) {
        ScopeFilters scope = new ScopeFilters(this::getTranslation, figures);
        return List.of(
                scope.period(board.months(), board.month(), latest, period -> go(state.withPeriod(period))),
                scope.area(
                        board.areas(),
                        board.path().getLast().uniqueName(),
                        board.path().getFirst().uniqueName(),
                        area -> go(state.withArea(area))));
    }
}

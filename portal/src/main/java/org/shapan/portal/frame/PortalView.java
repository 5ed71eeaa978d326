package org.shapan.portal.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.function.Consumer;
import org.shapan.portal.widget.Breadcrumb;

/**
 * Base of every view in the frame. The view itself is the main area; it fills its place in the top bar
 * ({@link #breadcrumb()}) and, where it has filters or actions, the filter bar ({@link #filters()}). A view keeps its
 * state in the URL, so that a link reproduces the screen, and is opened only when the province is loaded.
 */
public abstract class PortalView extends Main implements HasDynamicTitle {
    private final Breadcrumb breadcrumb = new Breadcrumb();
    private final Div filters = new Div();
    private final String titleKey;
    private Consumer<Location> moves = location -> {};

    /** @param titleKey key of the view's name in the texts, shown in the window's title and, until changed, the top bar */
    protected PortalView(String titleKey) {
        this.titleKey = titleKey;
        addClassName("main");
        filters.addClassName("filters");
        breadcrumb.show(List.of(Breadcrumb.Step.title(getTranslation(titleKey), "")));
    }

    /** The path at the left of the top bar. */
    protected final Breadcrumb breadcrumb() {
        return breadcrumb;
    }

    /** The bar below the top bar; it is hidden while it has no children. */
    protected final Div filters() {
        return filters;
    }

    /** Puts another state of the screen into the URL in the place of this one, without a navigation. */
    protected final void moved(Location to) {
        UI.getCurrent().getPage().getHistory().replaceState(null, to);
        moves.accept(to);
    }

    /** The frame follows what the URL says. */
    final void onMove(Consumer<Location> hears) {
        moves = hears;
    }

    /** Key of the view's name. */
    final String titleKey() {
        return titleKey;
    }

    @Override
    public String getPageTitle() {
        return getTranslation(titleKey) + " · " + getTranslation("frame.product");
    }
}

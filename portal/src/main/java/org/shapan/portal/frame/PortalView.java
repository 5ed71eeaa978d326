package org.shapan.portal.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
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

    /** Key of the view's name. */
    final String titleKey() {
        return titleKey;
    }

    @Override
    public String getPageTitle() {
        return getTranslation(titleKey) + " · " + getTranslation("frame.product");
    }
}

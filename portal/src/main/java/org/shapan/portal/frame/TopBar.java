package org.shapan.portal.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import org.springframework.beans.factory.ObjectProvider;

/** The bar at the top: the path of the view, then freshness of the data, language and the user. */
@SpringComponent
@UIScope
public class TopBar extends Header {
    private Component path;

    public TopBar(
            Freshness freshness,
            ObjectProvider<TopTool> others,
            FavouriteToggle favourite,
            LanguageSwitch languages,
            UserMenu user) {
        addClassName("top");
        Div tools = new Div(freshness);
        others.orderedStream().map(Component.class::cast).forEach(tools::add);
        tools.add(favourite, languages, user);
        tools.addClassName("tools");
        add(tools);
    }

    void show(Component shown) {
        clear();
        path = shown;
        addComponentAsFirst(shown);
    }

    void clear() {
        if (path != null) {
            remove(path);
            path = null;
        }
    }
}

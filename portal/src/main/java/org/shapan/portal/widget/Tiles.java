package org.shapan.portal.widget;

import com.vaadin.flow.component.html.Div;
import java.util.List;

/** Tiles side by side: six in a row, fewer on narrow screens. */
public final class Tiles extends Div {
    public Tiles() {
        addClassNames("tiles", "six");
    }

    public void show(List<KpiTile.Content> tiles) {
        removeAll();
        tiles.forEach(tile -> add(new KpiTile(tile)));
    }
}

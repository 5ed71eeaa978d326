package org.shapan.portal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.shapan.portal.board.Words;
import org.shapan.portal.frame.HomeCard;
import org.shapan.portal.widget.Card;

/** Links of a kind: an icon, what it is, and a remark. */
final class LinkCard {
    /** Lines that are shown; the others are where all of them are. */
    private static final int MOST = 5;

    private LinkCard() {}

    /** A card of another room. */
    static Component draw(HomeCard room, List<HomeCard.Line> lines, Words words) {
        Div list = new Div();
        list.addClassName("cuts");
        lines.stream().limit(MOST).forEach(line -> list.add(draw(line)));
        Card card = new Card(words.get(room.title()))
                .remark(Integer.toString(lines.size()))
                .body(list);
        if (room.all() != null) {
            card.tools(new Anchor(room.all(), words.get("home.all")));
        }
        return card;
    }

    static Component draw(HomeCard.Line line) {
        Span name = new Span(line.text());
        name.addClassName("ell");
        Span remark = new Span(line.remark());
        remark.addClassName("hint");
        Anchor link = new Anchor(line.link(), line.icon().create(), name, remark);
        link.setTitle(line.text());
        return link;
    }
}

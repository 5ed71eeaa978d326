package org.shapan.portal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.Words;
import org.shapan.portal.frame.HomeCard;
import org.shapan.portal.shortcut.Shortcut;
import org.shapan.portal.shortcut.Shortcuts;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Icon;

/** What the person keeps at hand, then what was opened last. */
final class ShortcutCard {
    private static final int MOST_RECENT = 8;

    private final Shortcuts shortcuts;
    private final PortalUser user;
    private final Words words;

    ShortcutCard(Shortcuts shortcuts, PortalUser user, Words words) {
        this.shortcuts = shortcuts;
        this.user = user;
        this.words = words;
    }

    Component draw() {
        List<Shortcut> kept = shortcuts.favourites(user);
        List<Shortcut> recent = shortcuts.recent(user, MOST_RECENT + kept.size()).stream()
                .filter(shortcut -> !shortcut.favourite())
                .limit(MOST_RECENT)
                .toList();
        Div list = new Div();
        list.addClassName("cuts");
        section(list, "home.favourites", kept, "home.favourites.none");
        section(list, "home.recent", recent, "home.recent.none");
        return new Card(words.get("home.shortcuts")).body(list);
    }

    private void section(Div list, String title, List<Shortcut> shortcuts, String none) {
        Span head = new Span(words.get(title));
        head.addClassName("hint");
        list.add(head);
        shortcuts.forEach(shortcut -> list.add(line(shortcut)));
        if (shortcuts.isEmpty()) {
            Span quiet = new Span(words.get(none));
            quiet.addClassName("muted");
            list.add(quiet);
        }
    }

    private Component line(Shortcut shortcut) {
        return LinkCard.draw(new HomeCard.Line(
                shortcut.favourite() ? Icon.STAR : Icon.CLOCK,
                shortcut.subject(),
                words.get(shortcut.viewKey()),
                shortcut.link()));
    }
}

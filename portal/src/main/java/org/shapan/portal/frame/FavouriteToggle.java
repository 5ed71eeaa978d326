package org.shapan.portal.frame;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import org.shapan.portal.shortcut.Shortcuts;
import org.shapan.portal.widget.Icon;

/** Keeps the screen at hand on the home page; it remembers what was opened, too. Hidden where a screen has no name of its own. */
@SpringComponent
@UIScope
public class FavouriteToggle extends NativeButton {
    private final SignedIn signedIn;
    private final Shortcuts shortcuts;
    private String link;
    private String viewKey;
    private String subject;
    private boolean kept;

    public FavouriteToggle(SignedIn signedIn, Shortcuts shortcuts) {
        this.signedIn = signedIn;
        this.shortcuts = shortcuts;
        addClassNames("plain", "star");
        add(Icon.STAR.create());
        addClickListener(click -> {
            shortcuts.keep(signedIn.user(), link, viewKey, subject, !kept);
            mark(!kept);
        });
        setVisible(false);
    }

    /** @param remembered whether the screen goes among those opened last */
    void show(String shownLink, String shownViewKey, String shownSubject, boolean remembered) {
        link = shownLink;
        viewKey = shownViewKey;
        subject = shownSubject;
        if (remembered) {
            shortcuts.opened(signedIn.user(), link, viewKey, subject);
        }
        mark(shortcuts.isFavourite(signedIn.user(), link));
        setVisible(true);
    }

    /** The screen that is shown has another link now. */
    void moved(String to) {
        if (isVisible()) {
            link = to;
            mark(shortcuts.isFavourite(signedIn.user(), link));
        }
    }

    private void mark(boolean favourite) {
        kept = favourite;
        String text = getTranslation(kept ? "frame.star.off" : "frame.star.on");
        setTitle(text);
        setAriaLabel(text);
        getElement().setAttribute("aria-pressed", Boolean.toString(kept));
    }
}

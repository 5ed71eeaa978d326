package org.shapan.portal.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Locale;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.account.Preferences;
import org.shapan.portal.text.Language;

/** The person at the screen: who it is, what was chosen, and signing out. To be called from views. */
@SpringComponent
public class SignedIn {
    private final AuthenticationContext context;
    private final Accounts accounts;

    public SignedIn(AuthenticationContext context, Accounts accounts) {
        this.context = context;
        this.accounts = accounts;
    }

    /** The user of the session; {@link IllegalStateException} outside of one, which no view of the frame is. */
    public PortalUser user() {
        return context.getAuthenticatedUser(PortalUser.class)
                .orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    public Preferences preferences() {
        return accounts.preferences(user());
    }

    /** The locale of the current screen. */
    public Locale locale() {
        return UI.getCurrent().getLocale();
    }

    /** Keeps the language with the account and shows the same URL in it. */
    public void choose(Language language) {
        accounts.saveLanguage(user(), language);
        UI.getCurrent().getPage().reload();
    }

    /** Keeps the theme with the account and switches the page. */
    public void chooseDark(boolean dark) {
        accounts.saveDark(user(), dark);
        UI.getCurrent()
                .getPage()
                .executeJs("document.documentElement.setAttribute('theme', $0)", dark ? "dark" : "light");
    }

    public void signOut() {
        context.logout();
    }
}

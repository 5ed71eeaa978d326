package org.shapan.portal.frame;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import java.util.Locale;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.widget.Menu;

/** The user's initial in a circle; its menu says who is signed in and holds theme and sign-out. */
@SpringComponent
@UIScope
public class UserMenu extends NativeButton {
    public UserMenu(SignedIn signedIn) {
        PortalUser user = signedIn.user();
        addClassNames("plain", "av");
        setText(initial(user.name()));
        setAriaLabel(getTranslation("frame.user", user.name()));
        getElement().setAttribute("aria-haspopup", "menu");
        HtmlContainer name = new HtmlContainer("b");
        name.setText(user.name());
        Menu menu = new Menu(this).alignEnd().head(name, Menu.remark(user.login()));
        boolean dark = signedIn.preferences().dark();
        var light = menu.item(getTranslation("frame.theme.light"), !dark, () -> signedIn.chooseDark(false));
        var night = menu.item(getTranslation("frame.theme.dark"), dark, () -> signedIn.chooseDark(true));
        light.addClickListener(click -> mark(light, night));
        night.addClickListener(click -> mark(night, light));
        menu.item(getTranslation("frame.signOut"), false, signedIn::signOut);
    }

    private static void mark(NativeButton chosen, NativeButton other) {
        chosen.addClassName("on");
        other.removeClassName("on");
    }

    /** The first character: the family name of a Chinese name, the capital of a Latin one. */
    private static String initial(String name) {
        return new String(Character.toChars(name.codePointAt(0))).toUpperCase(Locale.ROOT);
    }
}

package org.shapan.portal.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import org.shapan.portal.text.Language;

/** {@code 中 / EN}. */
@SpringComponent
@UIScope
public class LanguageSwitch extends Div {
    public LanguageSwitch(SignedIn signedIn) {
        addClassName("lang");
        Language current = Language.of(signedIn.locale());
        add(
                button(signedIn, Language.ZH, "中", "中文", current),
                new Span(" / "),
                button(signedIn, Language.EN, "EN", "English", current));
    }

    private static NativeButton button(
            SignedIn signedIn, Language language, String text, String name, Language current) {
        NativeButton button = new NativeButton(text, click -> {
            if (language != current) {
                signedIn.choose(language);
            }
        });
        button.addClassName("plain");
        button.setClassName("on", language == current);
        button.getElement()
                .setAttribute("lang", language.locale().toLanguageTag())
                .setAttribute("aria-label", name)
                .setAttribute("aria-pressed", Boolean.toString(language == current));
        return button;
    }
}

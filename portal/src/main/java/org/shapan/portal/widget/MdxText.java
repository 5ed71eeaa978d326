package org.shapan.portal.widget;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MDX or a plan to be read and copied, with its keywords marked. */
public final class MdxText extends Pre {
    private static final Pattern KEYWORD = Pattern.compile(
            "(?<![\\w\\[\\]])(WITH MEMBER|WITH|MEMBER|SELECT|NON EMPTY|ON COLUMNS|ON ROWS|FROM|WHERE|AS)(?![\\w\\]])");
    private static final int TIP = 2_000;

    public MdxText(String mdx) {
        addClassName("code");
        Matcher keyword = KEYWORD.matcher(mdx);
        int from = 0;
        while (keyword.find()) {
            add(new Span(mdx.substring(from, keyword.start())));
            HtmlContainer word = new HtmlContainer("i");
            word.setText(keyword.group());
            add(word);
            from = keyword.end();
        }
        add(new Span(mdx.substring(from)));
    }

    /** A button that copies a text and says so. */
    public static NativeButton copy(String label, String copied, String text) {
        NativeButton button = Buttons.plain(label, () -> {});
        button.addClickListener(click -> {
            button.getElement().executeJs("navigator.clipboard?.writeText($0)", text);
            Notification.show(copied, TIP, Notification.Position.BOTTOM_CENTER);
        });
        return button;
    }
}

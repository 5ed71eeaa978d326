package org.shapan.portal.widget;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;

/**
 * Text whose words between asterisks are bold, and in which numbers stand in elements of their own. A number carries its place, since
 * languages order numbers differently.
 */
public final class RunningText {
    /** Selects the numbers of drawn text. */
    public static final String NUMBERS = ".asked";

    // Of the private use area, so that no text has them: they stand around a number, the place is the character behind
    // the first.
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final char FIRST = '\uE100';
    private static final char BOLD = '*';

    private RunningText() {}

    /** A number as it stands in a text that is going to be drawn. */
    public static String number(int place, String shown) {
        return "" + OPEN + (char) (FIRST + place) + shown + CLOSE;
    }

    /** The text without its marks, for where nothing can be drawn. */
    public static String plain(String text) {
        return text.replaceAll(OPEN + "." + "|" + CLOSE + "|\\" + BOLD, "");
    }

    /** Appends a text to what is in the box. */
    public static void write(HasComponents box, String text) {
        StringBuilder run = new StringBuilder();
        HasComponents into = box;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == BOLD) {
                flush(into, run);
                into = into == box ? bold(box) : box;
            } else if (c == OPEN) {
                flush(into, run);
                int end = text.indexOf(CLOSE, i);
                Span number = new Span(text.substring(i + 2, end));
                number.addClassName(NUMBERS.substring(1));
                number.getElement().setAttribute("data-place", Integer.toString(text.charAt(i + 1) - FIRST));
                into.add(number);
                i = end;
            } else {
                run.append(c);
            }
        }
        flush(into, run);
    }

    private static Span bold(HasComponents box) {
        Span bold = new Span();
        bold.addClassName("b");
        box.add(bold);
        return bold;
    }

    private static void flush(HasComponents into, StringBuilder run) {
        if (!run.isEmpty()) {
            into.add(new Text(run.toString()));
            run.setLength(0);
        }
    }
}

package org.shapan.portal.sandtable;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import org.shapan.portal.board.Words;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;

/** The months below the grid, each with a dot when something was red or yellow in it; the button walks through them. */
final class Playback extends Div {
    /** @param choose hears a chosen month */
    Playback(
            SandBoard board, Words words, Figures figures, boolean playing, Runnable play, Consumer<YearMonth> choose) {
        addClassName("playback");
        add(Buttons.with(playing ? Icon.PAUSE : Icon.PLAY, words.get(playing ? "sand.pause" : "sand.play"), play));
        Div line = new Div();
        line.addClassName("line");
        List<YearMonth> months = board.playback();
        for (YearMonth month : months) {
            SandFigures.Count count = board.figures().count(month);
            NativeButton step = new NativeButton(
                    figures.axisMonth(month, month.equals(months.getFirst())), click -> choose.accept(month));
            step.addClassNames("plain");
            step.setClassName("on", month.equals(board.month()));
            if (month.equals(board.month())) {
                step.getElement().setAttribute("aria-current", "true");
            }
            step.setTitle(words.get("sand.count", figures.month(month), count.red(), count.yellow()));
            if (count.red() + count.yellow() > 0) {
                Span dot = new Span();
                dot.addClassNames("dot", count.red() > 0 ? "r" : "y");
                step.add(dot);
            }
            line.add(step);
        }
        add(line);
    }
}

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

/**
 * The months below the grid, each with a dot when something was red or yellow in it; the button walks through them. One for the life of a view:
 * a button that is made anew at each step loses clicks.
 */
final class Playback extends Div {
    /** Starts or ends the walk. */
    @FunctionalInterface
    interface Play {
        void play(boolean on);
    }

    private final Words words;
    private final Figures figures;
    private final Consumer<YearMonth> choose;
    private final NativeButton button;
    private final Div line = new Div();
    private boolean playing;

    /** @param choose hears a chosen month */
    Playback(Words words, Figures figures, Play play, Consumer<YearMonth> choose) {
        this.words = words;
        this.figures = figures;
        this.choose = choose;
        this.button = Buttons.plain("", () -> play.play(!playing));
        addClassName("playback");
        line.addClassName("line");
        add(button, line);
    }

    void show(SandBoard board, boolean walks) {
        playing = walks;
        button.removeAll();
        button.add((playing ? Icon.PAUSE : Icon.PLAY).create());
        button.add(words.get(playing ? "sand.pause" : "sand.play"));
        line.removeAll();
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
    }
}

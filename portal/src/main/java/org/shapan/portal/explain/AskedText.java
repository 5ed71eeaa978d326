package org.shapan.portal.explain;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.shapan.portal.widget.RunningText;

/** What the numbers within texts ask. A number is marked while its text is made; the text is drawn as {@link RunningText}. */
public final class AskedText {
    private final List<Supplier<NumberQuestion>> questions = new ArrayList<>();

    /** Marks a number; an empty one stays empty. */
    public String number(String shown, Supplier<NumberQuestion> question) {
        if (shown.isEmpty()) {
            return shown;
        }
        questions.add(question);
        return RunningText.number(questions.size() - 1, shown);
    }

    /** Lets the numbers be asked that are drawn in a box, now or later. A box may be given again with other texts. */
    public <C extends Component> C in(C box) {
        if (ComponentUtil.getData(box, AskedText.class) == null) {
            Numbers.of(
                    box,
                    RunningText.NUMBERS,
                    place -> ComponentUtil.getData(box, AskedText.class).question(place));
            box.getElement().setAttribute("tabindex", "0").getClassList().add("asking");
        }
        ComponentUtil.setData(box, AskedText.class, this);
        return box;
    }

    /** A text by itself, whose numbers can be asked. */
    public Span drawn(String text) {
        Span span = in(new Span());
        RunningText.write(span, text);
        return span;
    }

    private Optional<NumberQuestion> question(int place) {
        return place < questions.size() ? Optional.of(questions.get(place).get()) : Optional.empty();
    }

    /** What all numbers ask, in the order in which they were marked. */
    public List<NumberQuestion> questions() {
        return questions.stream().map(Supplier::get).toList();
    }
}

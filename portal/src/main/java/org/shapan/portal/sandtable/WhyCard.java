package org.shapan.portal.sandtable;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.RunningText;
import org.shapan.portal.widget.State;
import org.shapan.portal.widget.StateMark;

/** What stands out and why: a fact, and below it what is known of its cause. */
final class WhyCard {
    /** More would not be read. */
    private static final int MOST = 8;

    private final SandBoard board;
    private final SandText text;
    private final Words words;
    private final AskedText asked = new AskedText();

    WhyCard(SandBoard board, SandText text, Words words) {
        this.board = board;
        this.text = text;
        this.words = words;
    }

    Component draw() {
        UnorderedList list = new UnorderedList();
        list.addClassName("why");
        board.sp()
                .filter(sp -> !SandText.red(sp).isEmpty())
                .ifPresent(sp -> list.add(line(
                        State.RED,
                        text.spFact(sp, asked),
                        text.spCause(sp),
                        text.serviceProviders(sp).href())));
        board.reasons().stream()
                .limit(MOST)
                .forEach(reason -> list.add(line(
                        Marks.of(reason.state()),
                        text.fact(reason, asked),
                        text.cause(reason, asked),
                        text.href(reason.first()))));
        Component body = list;
        if (list.getChildren().findAny().isEmpty()) {
            Span quiet = new Span(words.get("sand.why.none"));
            quiet.addClassName("hint");
            body = quiet;
        }
        Card card = new Card(words.get("sand.why")).body(body);
        if (board.reasons().size() > MOST) {
            card.remark(words.get("sand.why.first", MOST, board.reasons().size()));
        }
        card.addClassName("scroll");
        return card;
    }

    private ListItem line(State state, String fact, String cause, String href) {
        Anchor link = new Anchor(href, "");
        link.addClassName("b");
        RunningText.write(link, fact);
        Span told = new Span(link);
        if (!cause.isEmpty()) {
            Paragraph below = new Paragraph();
            RunningText.write(below, cause);
            told.add(below);
        }
        return asked.in(new ListItem(new StateMark(state), told));
    }
}

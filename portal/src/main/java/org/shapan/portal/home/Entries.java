package org.shapan.portal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;
import java.util.Set;
import org.shapan.insight.State;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.sandtable.SandBoard;
import org.shapan.portal.sandtable.SandText;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.RunningText;

/** The boards that the person may open, each with what stands out on it. */
final class Entries {
    private static final Set<String> ELSEWHERE = Set.of("home", "admin");

    private final List<MenuEntry> boards;
    private final Words words;

    /** To be made while a request of the person runs, from whose rights the boards follow. */
    Entries(Words words) {
        this.boards = MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> !ELSEWHERE.contains(path(entry)))
                .toList();
        this.words = words;
    }

    private static String path(MenuEntry entry) {
        return entry.path().replaceFirst("^/", "");
    }

    Component draw(SandBoard board, SandText text) {
        AskedText asked = new AskedText();
        Div entries = new Div();
        entries.addClassName("ent");
        for (MenuEntry entry : boards) {
            Span name = new Span(words.get(entry.title()));
            name.addClassName("b");
            Span remark = new Span();
            RunningText.write(remark, remark(path(entry), board, text, asked));
            remark.addClassNames("hint", "ell");
            Anchor link = new Anchor(path(entry), Icon.valueOf(entry.icon()).create(), new Div(name, remark));
            entries.add(asked.in(link));
        }
        return entries;
    }

    private String remark(String path, SandBoard board, SandText text, AskedText asked) {
        return switch (path) {
            case "sand-table" ->
                words.get("home.entry.sand", text.count(State.RED, null, asked), text.count(State.YELLOW, null, asked));
            case "areas" -> words.get("home.entry.areas", text.parts(asked));
            case "sp" ->
                board.sp()
                        .map(sp -> words.get(
                                "home.entry.sp",
                                text.count(sp, null, asked),
                                text.count(sp, State.RED, asked),
                                text.count(sp, State.YELLOW, asked)))
                        .orElse(words.get("home.entry.sp.all"));
            default -> words.get("home.entry." + path);
        };
    }
}

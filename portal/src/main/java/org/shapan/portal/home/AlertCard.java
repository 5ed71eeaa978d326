package org.shapan.portal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.sandtable.SandBoard;
import org.shapan.portal.sandtable.SandDomain;
import org.shapan.portal.sandtable.SandReason;
import org.shapan.portal.sandtable.SandText;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.RunningText;
import org.shapan.portal.widget.Segmented;
import org.shapan.portal.widget.State;
import org.shapan.portal.widget.StateMark;

/** What is red or yellow in one's own areas, red first, all of it or what one domain is about; each line leads to its cause. */
final class AlertCard {
    private static final int MOST = 8;
    private static final String ALL = "";
    private static final String SP = "SP";

    /** @param domain code of the domain, or {@link #SP} */
    private record Alert(State state, String domain, String fact, String cause, String href, String action) {}

    private final SandBoard board;
    private final SandText text;
    private final Words words;
    private final AskedText asked = new AskedText();

    AlertCard(SandBoard board, SandText text, Words words) {
        this.board = board;
        this.text = text;
        this.words = words;
    }

    /**
     * @param chosen code of the domain that is shown; null, or one without alerts, for all
     * @param choose hears another domain, null for all
     */
    Component draw(String chosen, Consumer<String> choose) {
        List<Alert> alerts = alerts();
        Map<String, String> domains = new LinkedHashMap<>();
        domains.put(ALL, words.get("home.alerts.all"));
        for (Alert alert : alerts) {
            domains.putIfAbsent(alert.domain(), name(alert.domain()));
        }
        Div list = new Div();
        list.addClassName("alerts");
        Anchor more = new Anchor("sand-table?by=branch", words.get("home.alerts.more"));
        Card card = new Card(words.get("home.alerts")).body(list);
        String shown = chosen != null && domains.containsKey(chosen) ? chosen : ALL;
        fill(list, alerts, shown, more);
        return card.remark(words.get("home.alerts.count", alerts.size()))
                .tools(new Segmented(domains, shown, domain -> {
                    fill(list, alerts, domain, more);
                    choose.accept(domain.equals(ALL) ? null : domain);
                }));
    }

    private List<Alert> alerts() {
        List<Alert> alerts = new ArrayList<>();
        board.sp()
                .filter(sp -> !SandText.red(sp).isEmpty())
                .ifPresent(sp -> alerts.add(new Alert(
                        State.RED,
                        SP,
                        text.spFact(sp, asked),
                        text.spCause(sp),
                        text.serviceProviders(sp).href(),
                        words.get("frame.rail.sp"))));
        for (SandReason reason : board.reasons()) {
            String href = text.href(reason.first());
            alerts.add(new Alert(
                    Marks.of(reason.state()),
                    reason.first().kpi().domain().name(),
                    text.fact(reason, asked),
                    text.cause(reason, asked),
                    href,
                    words.get(href.startsWith("areas/locate") ? "home.locate" : "frame.rail.pivot")));
        }
        return alerts;
    }

    private String name(String domain) {
        return domain.equals(SP) ? SP : words.get("sand.domain." + SandDomain.valueOf(domain));
    }

    private void fill(Div list, List<Alert> alerts, String domain, Component more) {
        list.removeAll();
        List<Alert> shown = alerts.stream()
                .filter(alert -> domain.equals(ALL) || alert.domain().equals(domain))
                .toList();
        shown.stream().limit(MOST).forEach(alert -> list.add(line(alert)));
        if (shown.isEmpty()) {
            Span quiet = new Span(words.get("sand.why.none"));
            quiet.addClassName("hint");
            list.add(quiet);
        } else if (shown.size() > MOST) {
            list.add(more);
        }
    }

    private Component line(Alert alert) {
        Span domain = new Span(name(alert.domain()));
        domain.addClassNames("muted", "dom");
        Span fact = told(alert.fact(), "fact");
        Span cause = told(alert.cause(), "hint");
        Anchor action = new Anchor(alert.href(), alert.action());
        action.addClassNames("btn", "s");
        Div line = new Div(new StateMark(alert.state()), domain, fact, cause, action);
        line.addClassName("al");
        return asked.in(line);
    }

    private static Span told(String text, String name) {
        Span told = new Span();
        told.addClassNames(name, "ell");
        told.setTitle(RunningText.plain(text));
        RunningText.write(told, text);
        return told;
    }
}

package org.shapan.portal.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Badge;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.RankingColumn;
import org.shapan.portal.widget.RankingTable;
import org.shapan.portal.widget.State;
import org.shapan.warehouse.load.LoadEntry;
import org.shapan.warehouse.load.LoadTimes;
import org.shapan.warehouse.load.Loader;

/** One load: how far it is or how long its steps took, why it was refused and what to do, its feeds. */
final class LoadDetail extends Div {
    private static final double MILLIS = 1000;

    LoadDetail(LoadEntry load, List<LoadEntry.OfFeed> feeds, Optional<Loader.Position> position) {
        addClassName("col");
        LoadOutcome outcome = LoadOutcome.of(load);
        Div body = new Div();
        body.addClassName("detail");
        if (outcome == LoadOutcome.RUNNING) {
            position.ifPresent(now -> body.add(progress(now)));
        } else if (load.steps().stream().anyMatch(millis -> millis > 0)) {
            body.add(steps(load));
        }
        if (load.message() != null) {
            body.add(Notice.bar(State.RED, load.message(), load.remedy() == null ? "" : load.remedy()));
        }
        body.add(
                pair("admin.loads.col.source", load.source() == null ? "" : load.source()),
                pair("admin.loads.directory", load.directory()),
                pair("admin.loads.by", load.by()),
                pair("admin.loads.col.months", months(load)),
                pair("admin.loads.accepted", Figures.in(getLocale()).number(load.accepted(), 0)));
        Card card = new Card(getTranslation("admin.loads.one", load.id()))
                .tools(Badge.of(outcome.mark(), getTranslation(outcome.textKey())))
                .body(body);
        add(card);
        if (!feeds.isEmpty()) {
            add(feeds(feeds));
        }
    }

    private Div progress(Loader.Position now) {
        double share = Math.clamp((double) now.done() / Math.max(1, now.total()), 0, 1);
        Span bar = new Span();
        bar.addClassName("fill");
        bar.getStyle().set("width", String.format(Locale.ROOT, "%.1f%%", share * 100));
        Div track = new Div(bar);
        track.addClassName("track");
        track.getElement()
                .setAttribute("role", "progressbar")
                .setAttribute("aria-label", phase(now.phase()))
                .setAttribute("aria-valuenow", Integer.toString((int) (share * 100)))
                .setAttribute("aria-valuemin", "0")
                .setAttribute("aria-valuemax", "100");
        Span text = new Span(
                getTranslation("province.progress", phase(now.phase()), Integer.toString((int) (share * 100))));
        return new Div(text, track);
    }

    private String phase(String phase) {
        String key = "province.phase." + phase;
        String text = getTranslation(key);
        return text.startsWith("!") ? phase : text;
    }

    /** The steps in their order, each with its seconds; the longest stands out. */
    private Div steps(LoadEntry load) {
        Div pipe = new Div();
        pipe.addClassName("pipe");
        long longest = load.steps().stream().mapToLong(Long::longValue).max().orElse(0);
        LoadTimes.Step[] steps = LoadTimes.Step.values();
        for (int i = 0; i < steps.length; i++) {
            long millis = load.steps().get(i);
            Span step = new Span(getTranslation(
                    "admin.loads.step." + steps[i].name(), String.format(Locale.ROOT, "%.1f", millis / MILLIS)));
            step.setClassName("on", millis > 0 && millis == longest);
            pipe.add(step);
        }
        return pipe;
    }

    private Card feeds(List<LoadEntry.OfFeed> feeds) {
        Figures figures = Figures.in(getLocale());
        RankingTable<LoadEntry.OfFeed> table = new RankingTable<>(List.of(
                RankingColumn.name(getTranslation("admin.loads.feed"), LoadEntry.OfFeed::feed, null),
                RankingColumn.number(
                        getTranslation("admin.loads.files"),
                        f -> figures.number(f.files(), 0),
                        LoadEntry.OfFeed::files),
                RankingColumn.number(
                        getTranslation("admin.loads.col.rows"),
                        f -> figures.number(f.rows(), 0),
                        LoadEntry.OfFeed::rows),
                RankingColumn.<LoadEntry.OfFeed>number(
                                getTranslation("admin.loads.col.bad"),
                                f -> figures.number(f.badRows(), 0),
                                LoadEntry.OfFeed::badRows)
                        .judged(f -> f.badRows() == 0 ? State.NONE : State.YELLOW),
                RankingColumn.number(
                        getTranslation("admin.loads.check"),
                        f -> String.format(Locale.ROOT, "%.2f s", f.checkMillis() / MILLIS),
                        LoadEntry.OfFeed::checkMillis)));
        table.show(feeds, null);
        Card card = new Card(getTranslation("admin.loads.feeds")).flush().body(table);
        card.addClassName("half");
        return card;
    }

    private Component pair(String key, String value) {
        Span name = new Span(getTranslation(key));
        name.addClassName("muted");
        Div line = new Div(name, new Span(value));
        line.addClassName("pair");
        return line;
    }

    /** {@code 201003} or {@code 200801–201003}; empty where the manifest could not be read. */
    static String months(LoadEntry load) {
        if (load.firstMonth() == 0) {
            return "";
        }
        return load.firstMonth() == load.lastMonth()
                ? Integer.toString(load.firstMonth())
                : load.firstMonth() + "–" + load.lastMonth();
    }

    /** {@code 2:14}; empty while it runs. */
    static String clock(LoadEntry load) {
        if (load.totalMillis() == 0) {
            return "";
        }
        Duration time = Duration.ofMillis(load.totalMillis());
        return "%d:%02d.%d".formatted(time.toMinutes(), time.toSecondsPart(), time.toMillisPart() / 100);
    }

    /** The name of a reason; its code where it has none. */
    static String reason(LoadsView here, String code) {
        String text = here.getTranslation("admin.reason." + code);
        return text.startsWith("!") ? code : text;
    }
}

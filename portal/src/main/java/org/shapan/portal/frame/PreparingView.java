package org.shapan.portal.frame;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.shapan.portal.province.Province;
import org.shapan.portal.province.ProvinceState;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.State;

/** Stands in for every view while the data are prepared: phase, units, percentage, time left; then opens the view. */
@Route(value = "preparing", layout = MainLayout.class)
@PermitAll
public class PreparingView extends Div implements HasDynamicTitle {
    private static final long REDRAW_NANOS = Duration.ofMillis(300).toNanos();

    private final Province province;
    private final AtomicLong drawn = new AtomicLong();
    private Runnable unlisten = () -> {};

    public PreparingView(Province province) {
        this.province = province;
        addClassName("main");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("province.title") + " · " + getTranslation("frame.product");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Runnable redraw = event.getUI().accessLater(() -> draw(province.state()), () -> {});
        unlisten = province.listen(state -> {
            long now = System.nanoTime();
            long last = drawn.get();
            boolean due = !(state instanceof ProvinceState.Preparing) || now - last > REDRAW_NANOS;
            if (due && drawn.compareAndSet(last, now)) {
                redraw.run();
            }
        });
        draw(province.state());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        unlisten.run();
    }

    private void draw(ProvinceState state) {
        switch (state) {
            case ProvinceState.Ready ready ->
                getUI().ifPresent(ui -> {
                    if (ui.getInternals()
                            .getActiveViewLocation()
                            .getFirstSegment()
                            .equals("preparing")) {
                        ui.navigate("");
                    } else {
                        ui.getPage().reload();
                    }
                });
            case ProvinceState.Failed failed -> {
                removeAll();
                add(Notice.bar(
                        State.RED,
                        getTranslation("province.failed"),
                        failed.reason(),
                        Buttons.plain(getTranslation("province.retry"), province::retry)));
            }
            case ProvinceState.Preparing preparing -> {
                removeAll();
                add(card(preparing));
            }
        }
    }

    private Card card(ProvinceState.Preparing state) {
        Instant now = Instant.now();
        Figures figures = Figures.in(getLocale());
        Div lead = new Div(getTranslation("province.lead"));
        lead.addClassName("muted");
        Span bar = new Span();
        Div track = new Div(bar);
        track.addClassName("track");
        bar.addClassName("fill");
        bar.getStyle().set("width", String.format(Locale.ROOT, "%.1f%%", state.share() * 100));
        track.getElement()
                .setAttribute("role", "progressbar")
                .setAttribute("aria-valuenow", Integer.toString(state.percent()))
                .setAttribute("aria-valuemin", "0")
                .setAttribute("aria-valuemax", "100");
        Span phase = new Span(getTranslation("province.progress", phase(state), Integer.toString(state.percent())));
        phase.addClassName("b");
        Span rows = new Span(getTranslation(
                "province.rows", figures.number((double) state.done(), 0), figures.number((double) state.total(), 0)));
        rows.addClassName("hint");
        Span time = new Span(state.left(now)
                        .map(left -> getTranslation("province.left", clock(left)) + " · ")
                        .orElse("")
                + getTranslation("province.elapsed", clock(state.elapsed(now))));
        time.addClassNames("hint", "right");
        Div line = new Div(phase, rows, time);
        line.addClassName("row");
        Div body = new Div(lead, track, line);
        body.addClassName("col");
        Card card = new Card(getTranslation("province.title")).remark(getTranslation("province.remark"));
        card.body(body);
        card.addClassName("prep");
        return card;
    }

    private String phase(ProvinceState.Preparing state) {
        if (state.phase().isEmpty()) {
            return getTranslation("province.title");
        }
        String key = "province.phase." + state.phase();
        String text = getTranslation(key);
        return text.equals("!" + key + "!") ? state.phase() : text;
    }

    private static String clock(Duration duration) {
        return "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
}

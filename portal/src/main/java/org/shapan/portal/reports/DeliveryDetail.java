package org.shapan.portal.reports;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.widget.Badge;
import org.shapan.portal.widget.Buttons;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryEvent;
import org.shapan.reports.delivery.Outcome;
import org.shapan.reports.render.ReportFormat;

/** One row of the ledger: what happened when, its Message-ID, its documents. */
final class DeliveryDetail extends Div {
    DeliveryDetail(Delivery delivery, ReportCentre centre, SignedIn signedIn, Runnable redraw) {
        addClassName("card");
        Outcome outcome = Outcome.of(delivery);
        Div badge = new Div(Badge.of(OutcomeMarks.of(outcome), getTranslation(OutcomeMarks.textKey(outcome))));
        badge.addClassName("right");
        Header head = new Header(
                new H2(delivery.templateId() + " → " + delivery.recipient().name()), badge);
        UnorderedList events = new UnorderedList();
        events.addClassName("ev");
        for (DeliveryEvent event : centre.events(delivery)) {
            events.add(line(event, centre));
        }
        Span id = new Span(delivery.messageId());
        id.addClassNames("mono", "id");
        Div body = new Div(events, Cells.muted("Message-ID"), id);
        body.addClassName("detail");
        delivery.dataVersion()
                .ifPresent(version ->
                        body.add(Cells.pair(getTranslation("reports.ledger.version"), new Span("v" + version))));
        delivery.partCaption()
                .ifPresent(part -> body.add(Cells.pair(getTranslation("reports.ledger.part"), new Span(part))));
        delivery.bytes()
                .ifPresent(bytes -> body.add(Cells.pair(
                        getTranslation("reports.ledger.size"), new Span(Math.ceilDiv(bytes, 1024) + " KB"))));
        delivery.checksums().ifPresent(checksums -> {
            Span digits = new Span(checksums.replace(",", "\n"));
            digits.addClassNames("mono", "id");
            body.add(Cells.muted("SHA-256"), digits);
        });
        body.add(Cells.pair(
                getTranslation("reports.recipients"),
                new Span(delivery.recipient().address())));
        Div actions = new Div();
        actions.addClassName("acts");
        if (centre.mayOpen(delivery, signedIn.user())) {
            for (ReportFormat format : delivery.formats()) {
                centre.document(delivery.id(), format, signedIn.user()).ifPresent(content -> {
                    Anchor open = new Anchor(
                            Downloads.of(content, delivery.fileName(format), format, centre),
                            getTranslation("reports.ledger.open", format.name()));
                    open.addClassNames("btn", "s");
                    actions.add(open);
                });
            }
        }
        if (delivery.state().isTerminal() && centre.mayRepeat(delivery, signedIn.user())) {
            actions.add(Buttons.primary(getTranslation("reports.ledger.again"), () -> {
                if (centre.repeat(delivery, signedIn.user())) {
                    Notification.show(getTranslation("reports.ledger.again.done"));
                }
                redraw.run();
            }));
        }
        body.add(actions);
        add(head, body);
    }

    private ListItem line(DeliveryEvent event, ReportCentre centre) {
        Span time = new Span(Times.clock(event.at(), centre.zone()));
        time.addClassName("t");
        Span point = new Span();
        point.addClassName("p");
        String detail = event.detail().orElse("");
        boolean counted = event.kind() == DeliveryEvent.Kind.STARTED;
        Div text = new Div(new Span(getTranslation("reports.event." + event.kind(), counted ? detail : "")));
        if (!counted && !detail.isEmpty()) {
            Span hint = new Span(detail);
            hint.addClassName("hint");
            text.add(hint);
        }
        return new ListItem(time, point, text);
    }
}

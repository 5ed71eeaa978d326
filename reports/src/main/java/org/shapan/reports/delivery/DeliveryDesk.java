package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.ReportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one attempt at a delivery: render under the recipient's role, keep, send, note. */
public final class DeliveryDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryDesk.class);

    private final DeliveryLedger ledger;
    private final Documents documents;
    private final ReportArchive archive;
    private final MailComposer composer;
    private final MailRoute route;
    private final RetryPolicy retries;
    private final Clock clock;

    public DeliveryDesk(
            DeliveryLedger ledger,
            Documents documents,
            ReportArchive archive,
            MailComposer composer,
            MailRoute route,
            RetryPolicy retries,
            Clock clock) {
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.documents = requireNonNull(documents, "documents is null");
        this.archive = requireNonNull(archive, "archive is null");
        this.composer = requireNonNull(composer, "composer is null");
        this.route = requireNonNull(route, "route is null");
        this.retries = requireNonNull(retries, "retries is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    public DeliveryLedger ledger() {
        return ledger;
    }

    public ReportArchive archive() {
        return archive;
    }

    public MailComposer composer() {
        return composer;
    }

    /**
     * Attempts a delivery.
     *
     * @return the pause before the next attempt, empty when the delivery has ended
     */
    public Optional<Duration> attempt(long deliveryId, DeliveryOrder order) {
        Optional<Delivery> started = ledger.start(deliveryId);
        if (started.isEmpty()) {
            return Optional.empty();
        }
        Delivery delivery = started.get();
        try {
            composer.check(delivery.recipient().address());
            List<RenderedReport> rendered = documents.of(order, delivery.recipient());
            rendered.forEach(d -> archive.keep(deliveryId, d.format(), d.content()));
            ledger.rendered(deliveryId, rendered);
            String to = route.send(composer.compose(delivery, rendered, order.locale(), clock.instant()));
            ledger.sent(deliveryId, to);
            return Optional.empty();
        } catch (RuntimeException | SQLException e) {
            return failed(delivery, e);
        }
    }

    private Optional<Duration> failed(Delivery delivery, Exception problem) {
        Optional<Duration> pause = mayRecover(problem) ? retries.delayAfter(delivery.attempts()) : Optional.empty();
        String words = String.valueOf(problem.getMessage());
        LOG.warn(
                "delivery {} of {} to {}, attempt {}: {}",
                delivery.id(),
                delivery.templateId(),
                delivery.recipient().login(),
                delivery.attempts(),
                words,
                problem);
        if (pause.isPresent()) {
            ledger.retry(delivery.id(), words);
        } else {
            ledger.failed(delivery.id(), words);
        }
        return pause;
    }

    /** Faults of the request stay; faults of the world around may pass. */
    private static boolean mayRecover(Exception problem) {
        return switch (problem) {
            case DeliveryException e -> e.isTransient();
            case ReportException e -> e.isTransient();
            case ReportConnections.UnknownRecipientException e -> false;
            default -> true;
        };
    }
}

package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.shapan.reports.delivery.DeliveryException.Fate;
import org.shapan.reports.render.Rendering;
import org.shapan.reports.render.ReportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Makes one attempt at a delivery: render under the recipient's role, keep, send, note. */
public final class DeliveryDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryDesk.class);

    private static final int NOTES = 12;
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(5);

    private final DeliveryLedger ledger;
    private final Documents documents;
    private final ReportArchive archive;
    private final MailComposer composer;
    private final MailRoute route;
    private final DeliveryFolders folders;
    private final Addresses addresses;
    private final RetryPolicy retries;
    private final Clock clock;
    private final Map<Long, Rendering> making = new ConcurrentHashMap<>();

    public DeliveryDesk(
            DeliveryLedger ledger,
            Documents documents,
            ReportArchive archive,
            MailComposer composer,
            MailRoute route,
            DeliveryFolders folders,
            RetryPolicy retries,
            Clock clock) {
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.documents = requireNonNull(documents, "documents is null");
        this.archive = requireNonNull(archive, "archive is null");
        this.composer = requireNonNull(composer, "composer is null");
        this.route = requireNonNull(route, "route is null");
        this.folders = requireNonNull(folders, "folders is null");
        this.addresses = new Addresses(composer.settings(), folders);
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

    /** Where this desk delivers. */
    public Addresses addresses() {
        return addresses;
    }

    public MailRoute route() {
        return route;
    }

    /**
     * Attempts a delivery.
     *
     * @return the pause before the next attempt, empty when the delivery has ended
     */
    public Optional<Duration> attempt(long deliveryId, DeliveryOrder order) {
        boolean repeatable = route.isRepeatable()
                || ledger.find(deliveryId)
                        .filter(row -> DeliveryFolders.isFolder(row.recipient().address()))
                        .isPresent();
        if (!repeatable) {
            ledger.abandoned(deliveryId, "the process ended while the mail was handed over");
        }
        Optional<Delivery> started = ledger.start(deliveryId, repeatable);
        if (started.isEmpty()) {
            return Optional.empty();
        }
        Delivery delivery = started.get();
        Supplier<String> handover;
        Rendering rendering = new Rendering();
        making.put(deliveryId, rendering);
        try {
            Optional<Supplier<String>> made = make(delivery, order, rendering);
            if (made.isEmpty() || !ledger.sending(delivery)) {
                return Optional.empty();
            }
            handover = made.get();
        } catch (RuntimeException | SQLException e) {
            return rendering.isCancelled() ? Optional.empty() : failed(delivery, e);
        } finally {
            making.remove(deliveryId, rendering);
        }
        String to;
        try {
            to = handover.get();
        } catch (RuntimeException e) {
            return failed(delivery, e);
        }
        note(delivery, () -> ledger.sent(delivery, to));
        return Optional.empty();
    }

    /** How far the documents of a delivery are that this process makes at this moment. */
    public Optional<Rendering.Progress> progress(long deliveryId) {
        return Optional.ofNullable(making.get(deliveryId)).map(Rendering::progress);
    }

    /**
     * Ends what is left of a run: rows that wait and documents that are being made. A mail that is being handed over is not torn; it ends as it
     * ends, and is not tried again.
     *
     * @return number of rows that are sent no more
     */
    public int cancel(String scheduleId, Instant planned, String login) {
        List<Long> cancelled = ledger.cancel(scheduleId, planned, login);
        cancelled.stream().map(making::get).filter(Objects::nonNull).forEach(Rendering::cancel);
        return cancelled.size();
    }

    /** What hands the documents over and says to where, or nothing when there are none to send; the ledger says why. */
    private Optional<Supplier<String>> make(Delivery delivery, DeliveryOrder order, Rendering rendering)
            throws SQLException {
        boolean filed = DeliveryFolders.isFolder(delivery.recipient().address());
        addresses.check(delivery.recipient().address());
        Documents.Batch batch = documents.of(order, delivery.recipient(), rendering);
        Instant now = clock.instant();
        Optional<String> refusal = order.condition().refusal(batch, ledger.lastSent(delivery), now);
        if (refusal.isPresent()) {
            ledger.skipped(delivery, refusal.get());
            return Optional.empty();
        }
        if (batch.reading().isBlank()) {
            throw new DeliveryException(
                    "the report is blank: nothing in it has a figure; it was not sent", Fate.REFUSED);
        }
        batch.documents().forEach(d -> archive.keep(delivery.id(), d.format(), d.content()));
        if (!ledger.rendered(delivery, batch)) {
            return Optional.empty();
        }
        if (filed) {
            return Optional.of(() -> folders.write(delivery.key(), batch.documents()));
        }
        MimeMessage mail = composer.compose(delivery, batch, order, now);
        return Optional.of(() -> route.send(mail));
    }

    /**
     * Notes what became of an attempt. While the database is away that is tried again: nobody else knows whether the mail is out, so a row that is
     * left as it was would be ambiguous.
     */
    private static void note(Delivery delivery, Runnable entry) {
        for (int attempt = 1; ; attempt++) {
            try {
                entry.run();
                return;
            } catch (DataAccessException e) {
                if (attempt == NOTES) {
                    throw e;
                }
                LOG.warn(
                        "what became of delivery {} cannot be noted, attempt {}: {}",
                        delivery.id(),
                        attempt,
                        e.getMessage());
                LockSupport.parkNanos(BETWEEN_NOTES.toNanos());
            }
        }
    }

    private Optional<Duration> failed(Delivery delivery, Exception problem) {
        Fate fate = fate(problem);
        Optional<Duration> pause = fate == Fate.TRANSIENT ? retries.delayAfter(delivery.attempts()) : Optional.empty();
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
            note(delivery, () -> ledger.retry(delivery, words));
        } else if (fate == Fate.UNKNOWN) {
            note(delivery, () -> ledger.ambiguous(delivery, words));
        } else {
            note(delivery, () -> ledger.failed(delivery, words));
        }
        return pause;
    }

    /** Faults of the request stay; faults of the world around may pass. */
    private static Fate fate(Exception problem) {
        return switch (problem) {
            case DeliveryException e -> e.fate();
            case ReportException e -> e.isTransient() ? Fate.TRANSIENT : Fate.REFUSED;
            case ReportConnections.UnknownRecipientException e -> Fate.REFUSED;
            default -> Fate.TRANSIENT;
        };
    }
}

package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryKey;
import org.shapan.reports.delivery.DeliveryLedger;
import org.shapan.reports.delivery.DeliveryState;
import org.shapan.reports.delivery.Recipient;

/** Turns a firing into ledger rows. Firing the same planned time again adds nothing. */
final class Firing {
    private final DeliveryLedger ledger;
    private final String messageIdDomain;
    private final Duration lateLimit;
    private final Clock clock;

    Firing(DeliveryLedger ledger, String messageIdDomain, Duration lateLimit, Clock clock) {
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.messageIdDomain = requireNonNull(messageIdDomain, "messageIdDomain is null");
        this.lateLimit = requireNonNull(lateLimit, "lateLimit is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Plans one time for all recipients; a row per recipient, old or new. */
    List<Delivery> at(ReportSchedule schedule, Instant planned) {
        return schedule.recipients().stream()
                .map(recipient -> plan(schedule, planned, recipient))
                .toList();
    }

    Delivery plan(ReportSchedule schedule, Instant planned, Recipient recipient) {
        DeliveryKey key = new DeliveryKey(schedule.id(), planned, recipient.address());
        return ledger.plan(
                key, recipient, schedule.templateId(), key.messageId(schedule.templateId(), messageIdDomain));
    }

    /**
     * Plans a due time and every later one that passed meanwhile: within the late limit they are delivered late, beyond it
     * they are noted as missed.
     *
     * @return rows to deliver now
     */
    List<Delivery> due(ReportSchedule schedule, Instant planned) {
        List<Delivery> toDeliver = new ArrayList<>();
        Instant now = clock.instant();
        Optional<Instant> time = Optional.of(planned);
        while (time.isPresent() && !time.get().isAfter(now)) {
            if (Duration.between(time.get(), now).compareTo(lateLimit) > 0) {
                miss(schedule, time.get());
            } else {
                at(schedule, time.get()).stream()
                        .filter(delivery -> delivery.state() == DeliveryState.PLANNED)
                        .forEach(toDeliver::add);
            }
            time = schedule.calendar().after(time.get());
        }
        return toDeliver;
    }

    private void miss(ReportSchedule schedule, Instant planned) {
        for (Recipient recipient : schedule.recipients()) {
            DeliveryKey key = new DeliveryKey(schedule.id(), planned, recipient.address());
            ledger.miss(key, recipient, schedule.templateId(), key.messageId(schedule.templateId(), messageIdDomain));
        }
    }
}

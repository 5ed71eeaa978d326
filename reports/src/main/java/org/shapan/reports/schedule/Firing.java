package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryKey;
import org.shapan.reports.delivery.DeliveryLedger;
import org.shapan.reports.delivery.DeliveryState;
import org.shapan.reports.delivery.Recipient;

/** Turns a firing into ledger rows. Firing the same planned time again adds nothing. */
final class Firing {
    private final DeliveryLedger ledger;
    private final FiringLog log;
    private final Audiences audiences;
    private final String messageIdDomain;
    private final SchedulerSettings settings;
    private final Function<Calendar, WorkDays> days;
    private final Clock clock;

    Firing(
            DeliveryLedger ledger,
            FiringLog log,
            Audiences audiences,
            String messageIdDomain,
            SchedulerSettings settings,
            Function<Calendar, WorkDays> days,
            Clock clock) {
        this.days = requireNonNull(days, "days is null");
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.log = requireNonNull(log, "log is null");
        this.audiences = requireNonNull(audiences, "audiences is null");
        this.messageIdDomain = requireNonNull(messageIdDomain, "messageIdDomain is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Plans one time for all recipients; a row per mail, old or new. */
    List<Delivery> at(ReportSchedule schedule, Instant planned) {
        return at(schedule, planned, planned);
    }

    /**
     * Plans a period's firing.
     *
     * @param period under which it is logged, so that it happens once
     * @param planned time of its ledger rows
     */
    List<Delivery> at(ReportSchedule schedule, Instant period, Instant planned) {
        return plan(schedule, period, planned, audiences.of(schedule));
    }

    private List<Delivery> plan(ReportSchedule schedule, Instant period, Instant planned, Audience audience) {
        List<Delivery> rows = audience.copies().stream()
                .map(copy -> ledger.plan(
                        key(schedule, planned, copy),
                        copy.caption(),
                        copy.recipient(),
                        schedule.templateId(),
                        messageId(schedule, planned, copy)))
                .toList();
        log.end(schedule.id(), period, FiringLog.Outcome.FIRED, rows.size(), audience.vacant());
        return rows;
    }

    /**
     * Plans a time that a person asked for; noted before, so that a crash in between is found and mended. Nothing is noted, and so nothing sent
     * later, when it cannot be said to whom it goes: the person is told.
     */
    List<Delivery> byHand(ReportSchedule schedule, Instant time) {
        Audience audience = audiences.of(schedule);
        log.beginByHand(schedule.id(), time);
        return plan(schedule, time, time, audience);
    }

    /** Plans one mail outside the audience. */
    Delivery plan(ReportSchedule schedule, Instant planned, String part, String caption, Recipient recipient) {
        Audience.Copy copy = new Audience.Copy(part, caption, recipient, false);
        return ledger.plan(
                key(schedule, planned, copy),
                caption,
                recipient,
                schedule.templateId(),
                messageId(schedule, planned, copy));
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
        WorkDays worked = days.apply(schedule.calendar());
        while (time.isPresent() && !time.get().isAfter(now)) {
            toDeliver.addAll(passed(schedule, time.get(), now));
            time = schedule.calendar().after(time.get(), worked);
        }
        return toDeliver;
    }

    /** Plans a time that has passed, or notes it as missed. */
    List<Delivery> passed(ReportSchedule schedule, Instant planned, Instant now) {
        if (Duration.between(planned, now).compareTo(settings.lateLimit()) > 0) {
            miss(schedule, planned);
            return List.of();
        }
        return at(schedule, planned).stream()
                .filter(delivery -> delivery.state() == DeliveryState.PLANNED)
                .toList();
    }

    private void miss(ReportSchedule schedule, Instant planned) {
        Audience audience = audiences.of(schedule);
        for (Audience.Copy copy : audience.copies()) {
            ledger.miss(
                    key(schedule, planned, copy),
                    copy.caption(),
                    copy.recipient(),
                    schedule.templateId(),
                    messageId(schedule, planned, copy));
        }
        log.end(
                schedule.id(),
                planned,
                FiringLog.Outcome.MISSED,
                audience.copies().size(),
                audience.vacant());
    }

    private static DeliveryKey key(ReportSchedule schedule, Instant planned, Audience.Copy copy) {
        return new DeliveryKey(schedule.id(), planned, copy.recipient().address(), copy.part());
    }

    private String messageId(ReportSchedule schedule, Instant planned, Audience.Copy copy) {
        return key(schedule, planned, copy).messageId(schedule.templateId(), messageIdDomain);
    }
}

package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryDesk;
import org.shapan.reports.delivery.DeliveryException;
import org.shapan.reports.delivery.Recipient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the owner of a schedule by mail what did not arrive: one mail for each run, after it has ended. */
final class OwnerNotices {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerNotices.class);

    private final ScheduleStore store;
    private final DeliveryDesk desk;
    private final RecipientDirectory directory;
    private final Clock clock;

    OwnerNotices(ScheduleStore store, DeliveryDesk desk, RecipientDirectory directory, Clock clock) {
        this.store = requireNonNull(store, "store is null");
        this.desk = requireNonNull(desk, "desk is null");
        this.directory = requireNonNull(directory, "directory is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Sends what is due; a notice that cannot be sent now is tried again at the next call. */
    void send() {
        Map<String, List<Delivery>> runs = desk.ledger().untold().stream()
                .collect(Collectors.groupingBy(
                        row -> row.key().scheduleId() + " " + row.key().plannedAt(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        for (List<Delivery> rows : runs.values()) {
            if (!tell(rows)) {
                return;
            }
        }
    }

    private boolean tell(List<Delivery> rows) {
        String scheduleId = rows.getFirst().key().scheduleId();
        Optional<ReportSchedule> schedule = store.find(scheduleId);
        Optional<Recipient> owner = schedule.map(ReportSchedule::owner).flatMap(directory::mailbox);
        if (owner.isEmpty()) {
            LOG.warn("nobody can be told that {} mails of schedule {} did not arrive", rows.size(), scheduleId);
            desk.ledger().told(rows, "no mailbox");
            return true;
        }
        try {
            Locale locale = schedule.get().locale();
            desk.route()
                    .send(desk.composer().notice(owner.get(), schedule.get().name(), rows, locale, clock.instant()));
            desk.ledger().told(rows, owner.get().address());
            return true;
        } catch (DeliveryException e) {
            LOG.warn("telling {} of schedule {}: {}", owner.get().address(), scheduleId, e.getMessage());
            if (e.fate() != DeliveryException.Fate.TRANSIENT) {
                desk.ledger().told(rows, e.getMessage());
                return true;
            }
            return false;
        }
    }
}

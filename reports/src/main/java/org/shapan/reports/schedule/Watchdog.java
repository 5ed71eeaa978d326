package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.render.DataState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the plan with what happened: a time of a running schedule that nobody dealt with is sent late, or noted as missed,
 * which its owner is told of. It also fires the schedules that wait for a load.
 */
final class Watchdog {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    /** How far back the plan is compared. */
    private static final Duration LOOK_BACK = Duration.ofDays(7);

    private final ScheduleStore store;
    private final FiringLog log;
    private final Firing firing;
    private final Supplier<DataState> data;
    private final SchedulerSettings settings;
    private final Function<Calendar, WorkDays> days;
    private final Clock clock;

    Watchdog(
            ScheduleStore store,
            FiringLog log,
            Firing firing,
            Supplier<DataState> data,
            SchedulerSettings settings,
            Function<Calendar, WorkDays> days,
            Clock clock) {
        this.days = requireNonNull(days, "days is null");
        this.store = requireNonNull(store, "store is null");
        this.log = requireNonNull(log, "log is null");
        this.firing = requireNonNull(firing, "firing is null");
        this.data = requireNonNull(data, "data is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Deals with what was left; the rows are to be delivered. One schedule that fails does not stop the others, nor a run by hand the planned ones. */
    List<Delivery> look() {
        List<Delivery> toDeliver = new ArrayList<>();
        for (ReportSchedule schedule : store.all()) {
            toDeliver.addAll(guarded(schedule, this::begunByHand));
            if (!schedule.paused()) {
                toDeliver.addAll(
                        guarded(schedule, schedule.calendar().onPublication() ? this::published : this::forgotten));
            }
        }
        return toDeliver;
    }

    private static List<Delivery> guarded(ReportSchedule schedule, Function<ReportSchedule, List<Delivery>> search) {
        try {
            return search.apply(schedule);
        } catch (RuntimeException e) {
            LOG.error("schedule {} ({}): {}", schedule.id(), schedule.name(), e.getMessage(), e);
            return List.of();
        }
    }

    /** What a person started and a process that died did not plan to its end. */
    private List<Delivery> begunByHand(ReportSchedule schedule) {
        List<Delivery> toDeliver = new ArrayList<>();
        Instant now = clock.instant();
        for (Instant time : log.unfinishedByHand(schedule.id(), now.minus(settings.grace()))) {
            toDeliver.addAll(firing.passed(schedule, time, now));
        }
        return toDeliver;
    }

    private List<Delivery> forgotten(ReportSchedule schedule) {
        Instant now = clock.instant();
        Instant weekAgo = now.minus(LOOK_BACK);
        Instant active = store.activeSince(schedule);
        Instant since = active.isAfter(weekAgo) ? active : weekAgo;
        Set<Instant> ended = log.ended(schedule.id(), since);
        List<Delivery> toDeliver = new ArrayList<>();
        WorkDays worked = days.apply(schedule.calendar());
        Optional<Instant> time = schedule.calendar().after(since, worked);
        while (time.isPresent() && time.get().isBefore(now.minus(settings.grace()))) {
            if (!ended.contains(time.get())) {
                LOG.warn("schedule {} ({}) did not fire at {}", schedule.id(), schedule.name(), time.get());
                toDeliver.addAll(firing.passed(schedule, time.get(), now));
            }
            time = schedule.calendar().after(time.get(), worked);
        }
        return toDeliver;
    }

    private List<Delivery> published(ReportSchedule schedule) {
        Optional<Instant> period = period(schedule);
        if (period.isEmpty() || !schedule.calendar().isValidOn(clock.instant())) {
            return List.of();
        }
        return log.begin(schedule.id(), period.get())
                .map(begun -> firing.at(schedule, period.get(), begun))
                .orElse(List.of());
    }

    /** What is published now is not news to a schedule that waits for publications. */
    void baseline(ReportSchedule schedule) {
        if (schedule.calendar().onPublication()) {
            period(schedule)
                    .filter(period -> log.ended(schedule.id(), period).isEmpty())
                    .ifPresent(period -> log.end(schedule.id(), period, FiringLog.Outcome.BASELINE, 0, List.of()));
        }
    }

    /** The end of the newest closed month, under which its publication is logged. */
    private Optional<Instant> period(ReportSchedule schedule) {
        return Optional.ofNullable(data.get())
                .filter(DataState::closed)
                .map(state -> state.until()
                        .plusDays(1)
                        .atStartOfDay(schedule.calendar().zone())
                        .toInstant());
    }
}

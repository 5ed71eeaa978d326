package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryDesk;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.render.DataState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Schedules and their execution. Two kinds of persistent tasks: <em>fire</em> (one per running schedule, at its next time)
 * and <em>deliver</em> (one per open ledger row). Both survive a crash and are picked up again.
 */
public final class ReportScheduler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportScheduler.class);
    static final TaskDescriptor<Long> FIRE = TaskDescriptor.of("report-fire", Long.class);
    private static final TaskDescriptor<Void> DELIVER = TaskDescriptor.of("report-deliver");
    private static final TaskDescriptor<Void> WATCH = TaskDescriptor.of("report-watch");

    private final ScheduleStore store;
    private final ScheduleCheck check;
    private final DeliveryDesk desk;
    private final Audiences audiences;
    private final Firing firing;
    private final Watchdog watchdog;
    private final OwnerNotices notices;
    private final SchedulerSettings settings;
    private final DayCalendars days;
    private final Clock clock;
    private final Scheduler scheduler;

    /**
     * @param dataSource holds the tables of the reports' migrations
     * @param data the published data, null from it while there are none
     */
    public ReportScheduler(
            DataSource dataSource,
            ScheduleCheck check,
            DeliveryDesk desk,
            RecipientDirectory directory,
            Supplier<DataState> data,
            SchedulerSettings settings,
            Clock clock) {
        this.store = new ScheduleStore(dataSource);
        this.settings = requireNonNull(settings, "settings is null");
        this.check = requireNonNull(check, "check is null");
        this.desk = requireNonNull(desk, "desk is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.audiences = new Audiences(check.templates(), directory);
        this.days = new DayCalendars(dataSource, settings.workDays());
        FiringLog log = new FiringLog(dataSource, clock);
        this.firing = new Firing(
                desk.ledger(), log, audiences, desk.composer().settings().messageIdDomain(), settings, days::of, clock);
        this.watchdog = new Watchdog(store, log, firing, data, settings, days::of, clock);
        this.notices = new OwnerNotices(store, desk, directory, clock);
        this.scheduler = Scheduler.create(dataSource, fireTask(), deliverTask())
                .startTasks(watchTask())
                .threads(settings.workers())
                .pollingInterval(settings.polling())
                .heartbeatInterval(settings.heartbeat())
                .enableImmediateExecution()
                .jdbcCustomization(dialect(dataSource))
                .build();
    }

    /** db-scheduler knows PostgreSQL and, for all others, standard SQL; times have a zone in both. */
    private static JdbcCustomization dialect(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
                    ? new AutodetectJdbcCustomization(dataSource, true)
                    : new DefaultJdbcCustomization(true);
        } catch (SQLException e) {
            throw new IllegalStateException("the metadata database cannot be reached", e);
        }
    }

    /** Starts firing and delivering, with what a previous process left open. */
    public void start() {
        desk.ledger().open().forEach(this::deliver);
        store.all().stream().filter(schedule -> !schedule.paused()).forEach(this::scheduleNext);
        scheduler.start();
    }

    /** Stops; a delivery that is being made is finished first. */
    @Override
    public void close() {
        scheduler.stop();
    }

    public List<ReportSchedule> schedules() {
        return store.all();
    }

    public Optional<ReportSchedule> find(String id) {
        return store.find(id);
    }

    /** Next time of a schedule, empty when it is paused or never fires again. */
    public Optional<Instant> next(ReportSchedule schedule) {
        return schedule.paused()
                ? Optional.empty()
                : schedule.calendar().after(clock.instant(), days.of(schedule.calendar()));
    }

    /**
     * Keeps a new or changed schedule and plans its next time.
     *
     * @throws ScheduleException when a part of it is wrong
     */
    public void save(ReportSchedule schedule) {
        check.check(schedule);
        requireCalendars(schedule.calendar());
        cancelFiring(schedule.id());
        watchdog.baseline(schedule); // before it is kept: the watchdog of this or another process may look in between
        store.save(schedule, clock.instant());
        if (!schedule.paused()) {
            scheduleNext(schedule);
        }
    }

    /** Known names, and a rule that they can have an effect on. */
    private void requireCalendars(Calendar calendar) {
        List<String> known = days.all().stream().map(DayCalendar::name).toList();
        for (String name : calendar.calendars()) {
            if (!known.contains(name)) {
                throw new ScheduleException(
                        ScheduleException.Reason.UNKNOWN_CALENDAR, name, "there is no calendar " + name);
            }
            if (calendar.rule() == DayRule.ANY) {
                throw new ScheduleException(
                        ScheduleException.Reason.CALENDAR_RULE,
                        name,
                        "the calendar " + name + " says nothing where a firing on a day off happens all the same");
            }
        }
    }

    /** The named calendars, by name. */
    public List<DayCalendar> calendars() {
        return days.all();
    }

    /** The schedules that keep to a calendar. */
    public List<ReportSchedule> keepingTo(String calendar) {
        return store.all().stream()
                .filter(schedule -> schedule.calendar().calendars().contains(calendar))
                .toList();
    }

    /** Keeps a new or changed calendar; the schedules that keep to it are planned anew, from now on. */
    public void save(DayCalendar calendar) {
        days.save(calendar);
        keepingTo(calendar.name()).stream()
                .filter(schedule -> !schedule.paused())
                .forEach(schedule -> {
                    cancelFiring(schedule.id());
                    store.activate(schedule.id(), clock.instant());
                    scheduleNext(schedule);
                });
    }

    /**
     * Removes a calendar.
     *
     * @throws ScheduleException CALENDAR_USED while a schedule keeps to it
     */
    public void deleteCalendar(String name) {
        days.delete(name);
    }

    /** Removes a schedule; its ledger rows stay, what is open is still delivered when its order can be read. */
    public void delete(String id) {
        cancelFiring(id);
        store.delete(id);
    }

    public void pause(String id) {
        cancelFiring(id);
        store.pause(id, true, clock.instant());
    }

    public void resume(String id) {
        store.pause(id, false, clock.instant());
        store.find(id).ifPresent(this::scheduleNext);
    }

    /**
     * Takes an account's addresses off the recipients; a schedule that nobody is left to receive is paused.
     *
     * @return whether it was among them
     */
    public boolean unsubscribe(String id, String login) {
        boolean listed = store.unsubscribe(id, login);
        if (store.find(id)
                .filter(rest -> rest.recipients().isEmpty() && rest.burst() == null)
                .isPresent()) {
            pause(id);
        }
        return listed;
    }

    /** Makes another account answer for a schedule. */
    public void handOver(String id, String owner) {
        store.handOver(id, owner);
    }

    /** The next {@code count} firings of a calendar by the days that are worked on here, oldest first. */
    public List<Instant> upcoming(Calendar calendar, int count) {
        return calendar.upcoming(clock.instant(), count, days.of(calendar));
    }

    /** The day from which a firing of a calendar was moved because nobody works on it; empty when it was not. */
    public Optional<LocalDate> movedFrom(Calendar calendar, Instant firing) {
        return calendar.movedFrom(firing, days.of(calendar));
    }

    /**
     * Who would get what, without sending anything.
     *
     * @throws ScheduleException when a part of the schedule is wrong
     */
    public Audience dryRun(ReportSchedule schedule) {
        check.check(schedule);
        return audiences.of(schedule);
    }

    /**
     * Sends a schedule's report now to all its recipients; it keeps its calendar.
     *
     * @return the ledger rows
     */
    public List<Delivery> runNow(String id) {
        ReportSchedule schedule = existing(id);
        List<Delivery> rows = firing.byHand(schedule, now());
        rows.forEach(this::deliver);
        return rows;
    }

    /**
     * Sends a schedule's report now to one person, who need not be among its recipients: of a burst the first part. What he
     * may not see is not in it.
     */
    public Delivery sendTo(String id, Recipient recipient) {
        desk.addresses().check(recipient.address());
        ReportSchedule schedule = existing(id);
        Optional<Audience.Copy> first = schedule.burst() == null
                ? Optional.empty()
                : audiences.of(schedule).copies().stream().findFirst();
        Delivery row = firing.plan(
                schedule,
                now(),
                first.map(Audience.Copy::part).orElse(""),
                first.map(Audience.Copy::caption).orElse(null),
                recipient);
        deliver(row);
        return row;
    }

    /** Delivers an ended ledger row again; asked for by a person, so under the same Message-ID. */
    public boolean repeat(long deliveryId, String login) {
        boolean opened = desk.ledger().repeat(deliveryId, login);
        if (opened) {
            desk.ledger().find(deliveryId).ifPresent(this::deliver);
        }
        return opened;
    }

    /**
     * Cancels what is left of a run; {@link DeliveryDesk#cancel}.
     *
     * @return number of rows that are sent no more
     */
    public int cancelRun(String id, Instant planned, String login) {
        return desk.cancel(id, planned, login);
    }

    private ReportSchedule existing(String id) {
        return store.find(id)
                .orElseThrow(() -> new ScheduleException(
                        ScheduleException.Reason.UNKNOWN_SCHEDULE, id, "there is no schedule " + id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void scheduleNext(ReportSchedule schedule) {
        schedule.calendar()
                .after(clock.instant(), days.of(schedule.calendar()))
                .ifPresent(time -> scheduler.scheduleIfNotExists(
                        FIRE.instance(schedule.id()).data(time.toEpochMilli()).build(), time));
    }

    /** A firing that runs at this moment needs no cancelling: it reads the schedule again before it plans its next time. */
    private void cancelFiring(String id) {
        try {
            scheduler.cancel(FIRE.instanceId(id));
        } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException e) {
            LOG.debug("schedule {} has no firing to cancel: {}", id, e.getMessage());
        }
    }

    private void deliver(Delivery delivery) {
        scheduler.scheduleIfNotExists(
                DELIVER.instance(Long.toString(delivery.id())).build(), clock.instant());
    }

    /** What a fault of the database broke off is begun again soon. */
    private <T> FailureHandler<T> afterFault() {
        return new FailureHandler.OnFailureRetryLater<>(settings.watch());
    }

    /** The planned time is the task's data: db-scheduler moves the execution time when it repeats a failed firing. */
    private CustomTask<Long> fireTask() {
        return Tasks.custom(FIRE)
                .onFailure(afterFault())
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Optional<ReportSchedule> schedule =
                            store.find(instance.getId()).filter(s -> !s.paused());
                    schedule.ifPresent(s -> firing.due(s, Instant.ofEpochMilli(instance.getData()))
                            .forEach(this::deliver));
                    return fireAgain(store.find(instance.getId())
                            .filter(s -> !s.paused())
                            .flatMap(s -> s.calendar().after(clock.instant(), days.of(s.calendar()))));
                });
    }

    private CustomTask<Void> deliverTask() {
        return Tasks.custom(DELIVER)
                .onFailure(afterFault())
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Optional<Duration> pause = attempt(instance);
                    return deliverAgain(pause.map(clock.instant()::plus));
                });
    }

    /** Each part is on its own: one that fails does not keep the others from being done. */
    private RecurringTask<Void> watchTask() {
        return Tasks.recurring(WATCH, FixedDelay.of(settings.watch())).execute((instance, context) -> {
            guarded("watchdog", () -> {
                watchdog.look().forEach(this::deliver);
                store.all().stream().filter(s -> !s.paused()).forEach(this::scheduleNext);
                desk.ledger().open().forEach(this::deliver);
            });
            guarded("owner notices", notices::send);
            guarded("retention", () -> desk.archive().prune(clock.instant().minus(settings.retention())));
        });
    }

    private static void guarded(String what, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            LOG.error("{} of reports: {}", what, e.getMessage(), e);
        }
    }

    private Optional<Duration> attempt(TaskInstance<Void> instance) {
        long id = Long.parseLong(instance.getId());
        Optional<Delivery> delivery = desk.ledger().find(id);
        Optional<ReportSchedule> schedule =
                delivery.flatMap(d -> store.find(d.key().scheduleId()));
        if (schedule.isEmpty()) {
            desk.ledger()
                    .start(id, false)
                    .ifPresent(row -> desk.ledger().failed(row, "the schedule was deleted before the report was sent"));
            return Optional.empty();
        }
        return desk.attempt(id, schedule.get().order(delivery.get().key().part()));
    }

    private static CompletionHandler<Long> fireAgain(Optional<Instant> time) {
        return (complete, operations) -> {
            if (time.isPresent()) {
                operations.reschedule(complete, time.get(), time.get().toEpochMilli());
            } else {
                operations.stop();
            }
        };
    }

    private static CompletionHandler<Void> deliverAgain(Optional<Instant> time) {
        return (complete, operations) -> {
            if (time.isPresent()) {
                operations.reschedule(complete, time.get());
            } else {
                operations.stop();
            }
        };
    }
}

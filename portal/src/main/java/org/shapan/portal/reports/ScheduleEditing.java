package org.shapan.portal.reports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.account.Roles;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.portal.text.Language;
import org.shapan.reports.crosstab.PivotSource;
import org.shapan.reports.delivery.Condition;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryFolders;
import org.shapan.reports.delivery.Manner;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.schedule.Audience;
import org.shapan.reports.schedule.Calendar;
import org.shapan.reports.schedule.ReportSchedule;
import org.shapan.reports.schedule.ReportScheduler;
import org.shapan.reports.schedule.ScheduleException;
import org.shapan.reports.schedule.ScheduleException.Reason;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateCatalog;
import org.springframework.stereotype.Service;

/** Makes, changes and tries schedules for a person: administrators all, others their own. */
@Service
@OnWarehouse
class ScheduleEditing {
    private static final int UPCOMING = 10;

    /** A time at which a schedule fires, and the day from which it was moved. */
    record Upcoming(Instant at, Optional<LocalDate> movedFrom) {}

    private final ReportScheduler scheduler;
    private final Recipients recipients;
    private final ReportsProperties settings;
    private final TemplateCatalog templates;
    private final PivotSource pivots;
    private final Clock clock = Clock.systemUTC();

    ScheduleEditing(
            ReportScheduler scheduler,
            Recipients recipients,
            ReportsProperties settings,
            TemplateCatalog templates,
            PivotSource pivots) {
        this.templates = templates;
        this.pivots = pivots;
        this.scheduler = scheduler;
        this.recipients = recipients;
        this.settings = settings;
    }

    boolean mayEdit(ReportSchedule schedule, PortalUser user) {
        return isAdmin(user) || schedule.owner().equals(user.login());
    }

    boolean maySee(ReportSchedule schedule, PortalUser user) {
        return mayEdit(schedule, user)
                || schedule.recipients().stream()
                        .anyMatch(recipient -> recipient.login().equals(user.login()));
    }

    private static boolean isAdmin(PortalUser user) {
        return user.roles().contains(Roles.ADMIN);
    }

    /** A schedule that the person may change; empty when there is none. */
    Optional<ReportSchedule> find(String id, PortalUser user) {
        return scheduler.find(id).filter(schedule -> mayEdit(schedule, user));
    }

    /** A new schedule of a report, to the person himself. */
    ScheduleDraft fresh(
            Template template, String name, Map<String, String> parameters, Language language, PortalUser user) {
        return new ScheduleDraft(
                null,
                name,
                template.id(),
                parameters,
                language.code(),
                List.of(ReportFormat.PDF),
                Timing.usual(settings.zone()),
                null,
                ScheduleDraft.lines(List.of(recipients.self(user))),
                Manner.ATTACHMENT,
                "",
                Condition.ALWAYS);
    }

    /**
     * Keeps a schedule.
     *
     * @throws ScheduleException naming the part that is wrong, or when the person has as many active ones as he may
     * @throws IllegalArgumentException when the calendar is wrong
     */
    ReportSchedule save(ScheduleDraft draft, PortalUser user) {
        ReportSchedule schedule = schedule(draft, user);
        requireNoNewFolder(schedule, user);
        requireOpenPivot(schedule);
        if (!schedule.paused()) {
            requireRoom(schedule.id(), user);
        }
        scheduler.save(schedule);
        return schedule;
    }

    /** Only who is no administrator has a limit; he edits no schedules but his own. */
    private void requireRoom(String scheduleId, PortalUser user) {
        int limit = settings.schedulesPerUser();
        long others = scheduler.schedules().stream()
                .filter(other -> other.owner().equals(user.login()) && !other.paused())
                .filter(other -> !other.id().equals(scheduleId))
                .count();
        if (!isAdmin(user) && others >= limit) {
            throw new ScheduleException(
                    Reason.TOO_MANY,
                    Integer.toString(limit),
                    "a person has at most " + limit + " active schedules (shapan.reports.schedules-per-user)");
        }
    }

    /** Each delivery opens the pivot with the rights of the schedule's owner, whoever chose it. */
    private void requireOpenPivot(ReportSchedule schedule) {
        Optional<String> chosen = templates
                .find(schedule.templateId())
                .flatMap(Template::pivot)
                .map(parameter -> schedule.parameters().get(parameter.name()));
        if (chosen.isPresent()
                && pivots.visible(schedule.owner()).stream()
                        .noneMatch(choice -> Long.toString(choice.id()).equals(chosen.get()))) {
            throw new ScheduleException(
                    Reason.PIVOT_OWNER,
                    schedule.owner(),
                    schedule.owner() + " owns the schedule and may not open the saved pivot " + chosen.get());
        }
    }

    /** A folder is of the server, so who is no administrator lists none; he keeps what an administrator listed. */
    private void requireNoNewFolder(ReportSchedule schedule, PortalUser user) {
        if (isAdmin(user)) {
            return;
        }
        Set<String> kept = scheduler.find(schedule.id()).stream()
                .flatMap(known -> known.recipients().stream())
                .map(Recipient::address)
                .collect(Collectors.toSet());
        for (Recipient recipient : schedule.recipients()) {
            if (DeliveryFolders.isFolder(recipient.address()) && !kept.contains(recipient.address())) {
                throw new ScheduleException(
                        Reason.FOLDER, recipient.address(), "only an administrator sends to " + recipient.address());
            }
        }
    }

    /**
     * Who would get what; nothing is sent.
     *
     * @throws ScheduleException naming the part that is wrong
     * @throws IllegalArgumentException when the calendar is wrong
     */
    Audience dryRun(ScheduleDraft draft, PortalUser user) {
        return scheduler.dryRun(schedule(draft, user));
    }

    private ReportSchedule schedule(ScheduleDraft draft, PortalUser user) {
        Optional<ReportSchedule> known = Optional.ofNullable(draft.id()).flatMap(scheduler::find);
        known.ifPresent(schedule -> requireEdit(schedule, user));
        Map<String, String> parameters = new HashMap<>(draft.parameters());
        parameters.values().removeIf(String::isBlank);
        if (draft.burst() != null) {
            parameters.remove(draft.burst());
        }
        String owner = known.map(ReportSchedule::owner).orElse(user.login());
        return new ReportSchedule(
                known.map(ReportSchedule::id).orElseGet(() -> UUID.randomUUID().toString()),
                draft.name().strip(),
                draft.templateId(),
                parameters,
                Locale.of(draft.language()),
                draft.formats(),
                draft.timing().calendar(),
                draft.burst(),
                draft.condition(),
                draft.manner(),
                draft.subject().isBlank() ? null : draft.subject().strip(),
                recipients(draft.recipients()),
                known.map(ReportSchedule::paused).orElse(false),
                owner,
                known.map(ReportSchedule::createdAt).orElseGet(clock::instant));
    }

    private List<Recipient> recipients(String lines) {
        List<Recipient> found = new ArrayList<>();
        for (String line :
                lines.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            int bracket = line.lastIndexOf('<');
            boolean named = bracket >= 0 && line.endsWith(">");
            String address = named ? line.substring(bracket + 1, line.length() - 1) : line;
            found.add(recipients.listed(address, named ? line.substring(0, bracket) : ""));
        }
        return found;
    }

    /** The next times of a draft's calendar; empty while it is not valid, or when it waits for a load. */
    List<Upcoming> upcoming(Timing timing) {
        try {
            Calendar calendar = timing.calendar();
            return scheduler.upcoming(calendar, UPCOMING).stream()
                    .map(at -> new Upcoming(at, scheduler.movedFrom(calendar, at)))
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** Sends a schedule's report to the person himself. */
    Delivery sendToSelf(String scheduleId, PortalUser user) {
        if (!maySee(existing(scheduleId), user)) {
            throw new SecurityException("schedule " + scheduleId + " is not open to " + user.login());
        }
        return scheduler.sendTo(scheduleId, recipients.self(user));
    }

    List<Delivery> runNow(String scheduleId, PortalUser user) {
        requireEdit(existing(scheduleId), user);
        return scheduler.runNow(scheduleId);
    }

    /** @throws ScheduleException when the person resumes one more than he may have active */
    void pause(String scheduleId, boolean paused, PortalUser user) {
        requireEdit(existing(scheduleId), user);
        if (paused) {
            scheduler.pause(scheduleId);
        } else {
            requireRoom(scheduleId, user);
            scheduler.resume(scheduleId);
        }
    }

    void delete(String scheduleId, PortalUser user) {
        requireEdit(existing(scheduleId), user);
        scheduler.delete(scheduleId);
    }

    /** Whether the person may make himself the owner: administrators, of what is not theirs. */
    boolean mayTakeOver(ReportSchedule schedule, PortalUser user) {
        return isAdmin(user) && !schedule.owner().equals(user.login());
    }

    /** Makes the person the owner, who is told of failures and whose rights resolve a burst. */
    void takeOver(String scheduleId, PortalUser user) {
        if (!mayTakeOver(existing(scheduleId), user)) {
            throw new SecurityException("schedule " + scheduleId + " cannot be taken over by " + user.login());
        }
        scheduler.handOver(scheduleId, user.login());
    }

    /** Takes the person off the recipients of a schedule that need not be his. */
    void unsubscribe(String scheduleId, PortalUser user) {
        if (!scheduler.unsubscribe(scheduleId, user.login())) {
            throw new SecurityException("schedule " + scheduleId + " does not send to " + user.login());
        }
    }

    private ReportSchedule existing(String id) {
        return scheduler.find(id).orElseThrow(() -> new IllegalArgumentException("there is no schedule " + id));
    }

    private void requireEdit(ReportSchedule schedule, PortalUser user) {
        if (!mayEdit(schedule, user)) {
            throw new SecurityException("schedule " + schedule.id() + " belongs to " + schedule.owner());
        }
    }
}

package org.shapan.portal.reports;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.olap4j.OlapConnection;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.account.Roles;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.province.DataState;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.portal.province.Province;
import org.shapan.portal.text.Language;
import org.shapan.reports.delivery.Condition;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryDesk;
import org.shapan.reports.delivery.DeliveryEvent;
import org.shapan.reports.delivery.DeliveryOrder;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.render.MemberChoices;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.render.ReportRenderer;
import org.shapan.reports.render.ReportRequest;
import org.shapan.reports.schedule.Calendar;
import org.shapan.reports.schedule.ReportSchedule;
import org.shapan.reports.schedule.ReportScheduler;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateParameter;
import org.shapan.reports.template.TemplateParameter.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * What the report centre shows and does, for a person. Administrators see everything; others their own schedules, those
 * that send to them, and the deliveries made under their account. A document is given out only to whose rights
 * rendered it.
 */
@Service
@OnWarehouse
class ReportCentre {
    private static final Logger LOG = LoggerFactory.getLogger(ReportCentre.class);
    private static final int RECENT = 12;
    private static final int UPCOMING = 10;
    private static final int PREVIEWS = 32;

    /** A schedule with its latest rows. */
    record Entry(ReportSchedule schedule, Optional<Instant> next, List<Delivery> recent) {
        Optional<Delivery> last() {
            return recent.stream().findFirst();
        }
    }

    private final ReportScheduler scheduler;
    private final ReportRenderer renderer;
    private final DeliveryDesk desk;
    private final Recipients recipients;
    private final Cubes cubes;
    private final ReportsProperties settings;
    private final Province province;
    private final Clock clock = Clock.systemUTC();
    private final Map<PreviewKey, byte[]> previews = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PreviewKey, byte[]> eldest) {
            return size() > PREVIEWS;
        }
    });

    /** What a preview depends on. */
    private record PreviewKey(DeliveryOrder order, Language language, String login, Optional<Long> version) {}

    ReportCentre(
            ReportScheduler scheduler,
            ReportRenderer renderer,
            DeliveryDesk desk,
            Recipients recipients,
            Cubes cubes,
            ReportsProperties settings,
            Province province) {
        this.province = province;
        this.scheduler = scheduler;
        this.renderer = renderer;
        this.desk = desk;
        this.recipients = recipients;
        this.cubes = cubes;
        this.settings = settings;
    }

    ZoneId zone() {
        return settings.zone();
    }

    List<Template> templates() {
        return List.copyOf(renderer.templates().all());
    }

    Optional<Template> template(String id) {
        return renderer.templates().find(id);
    }

    /** Schedules the person may see, the next one first. */
    List<Entry> schedules(PortalUser user) {
        return scheduler.schedules().stream()
                .filter(schedule -> maySee(schedule, user))
                .map(schedule -> new Entry(
                        schedule, scheduler.next(schedule), desk.ledger().ofSchedule(schedule.id(), RECENT)))
                .sorted(Comparator.comparing((Entry entry) -> entry.next().orElse(Instant.MAX))
                        .thenComparing(entry -> entry.schedule().templateId())
                        .thenComparing(entry -> entry.schedule().createdAt()))
                .toList();
    }

    boolean mayEdit(ReportSchedule schedule, PortalUser user) {
        return isAdmin(user) || schedule.owner().equals(user.login());
    }

    private boolean maySee(ReportSchedule schedule, PortalUser user) {
        return mayEdit(schedule, user)
                || schedule.recipients().stream()
                        .anyMatch(recipient -> recipient.login().equals(user.login()));
    }

    private static boolean isAdmin(PortalUser user) {
        return user.roles().contains(Roles.ADMIN);
    }

    /**
     * Keeps a schedule.
     *
     * @throws org.shapan.reports.schedule.ScheduleException naming the part that is wrong
     * @throws IllegalArgumentException when the calendar is wrong
     */
    ReportSchedule save(ScheduleDraft draft, PortalUser user) {
        Optional<ReportSchedule> known = Optional.ofNullable(draft.id()).flatMap(scheduler::find);
        known.ifPresent(schedule -> requireEdit(schedule, user));
        Map<String, String> parameters = new HashMap<>(draft.parameters());
        parameters.values().removeIf(String::isBlank);
        ReportSchedule schedule = new ReportSchedule(
                known.map(ReportSchedule::id).orElseGet(() -> UUID.randomUUID().toString()),
                draft.name().strip(),
                draft.templateId(),
                parameters,
                Locale.of(draft.language()),
                draft.formats(),
                calendar(draft, known),
                known.map(ReportSchedule::burst).orElse(null),
                known.map(ReportSchedule::condition).orElse(Condition.ALWAYS),
                known.map(ReportSchedule::byLink).orElse(false),
                recipients(draft.recipients(), user),
                known.map(ReportSchedule::paused).orElse(false),
                known.map(ReportSchedule::owner).orElse(user.login()),
                known.map(ReportSchedule::createdAt).orElseGet(clock::instant));
        scheduler.save(schedule);
        return schedule;
    }

    /** The draft's rhythm, with what the editor does not show as it was. */
    private Calendar calendar(ScheduleDraft draft, Optional<ReportSchedule> known) {
        Calendar drafted = Rhythms.calendar(draft, settings.zone());
        return known.map(ReportSchedule::calendar)
                .map(old -> new Calendar(drafted.cron(), drafted.zone(), old.rule(), old.from(), old.until()))
                .orElse(drafted);
    }

    /** The next times of a draft's calendar; empty while it is not valid. */
    List<Instant> upcoming(ScheduleDraft draft) {
        try {
            Calendar calendar = Rhythms.calendar(draft, settings.zone());
            return scheduler.upcoming(calendar, UPCOMING);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    List<Recipient> recipients(String lines, PortalUser user) {
        List<Recipient> found = new ArrayList<>();
        for (String line :
                lines.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            int bracket = line.lastIndexOf('<');
            boolean named = bracket >= 0 && line.endsWith(">");
            String address = named ? line.substring(bracket + 1, line.length() - 1) : line;
            found.add(recipients.of(address, named ? line.substring(0, bracket) : "", user));
        }
        return found;
    }

    Recipient self(PortalUser user) {
        return recipients.self(user);
    }

    List<Delivery> runNow(String scheduleId, PortalUser user) {
        requireEdit(existing(scheduleId), user);
        return scheduler.runNow(scheduleId);
    }

    Delivery sendToSelf(String scheduleId, PortalUser user) {
        if (!maySee(existing(scheduleId), user)) {
            throw new SecurityException("schedule " + scheduleId + " is not open to " + user.login());
        }
        return scheduler.sendTo(scheduleId, recipients.self(user));
    }

    void pause(String scheduleId, boolean paused, PortalUser user) {
        requireEdit(existing(scheduleId), user);
        if (paused) {
            scheduler.pause(scheduleId);
        } else {
            scheduler.resume(scheduleId);
        }
    }

    void delete(String scheduleId, PortalUser user) {
        requireEdit(existing(scheduleId), user);
        scheduler.delete(scheduleId);
    }

    private ReportSchedule existing(String id) {
        return scheduler.find(id).orElseThrow(() -> new IllegalArgumentException("there is no schedule " + id));
    }

    private void requireEdit(ReportSchedule schedule, PortalUser user) {
        if (!mayEdit(schedule, user)) {
            throw new SecurityException("schedule " + schedule.id() + " belongs to " + schedule.owner());
        }
    }

    /** Ledger rows the person may see, newest first. */
    List<Delivery> ledger(PortalUser user, int limit) {
        List<String> visible = schedules(user).stream()
                .filter(entry -> mayEdit(entry.schedule(), user))
                .map(entry -> entry.schedule().id())
                .toList();
        return desk.ledger().newest(0, limit).stream()
                .filter(row -> isAdmin(user)
                        || row.recipient().login().equals(user.login())
                        || visible.contains(row.key().scheduleId()))
                .toList();
    }

    List<DeliveryEvent> events(Delivery delivery) {
        return desk.ledger().events(delivery.id());
    }

    /** Whether the kept document may be given to the person: it shows what its recipient may see. */
    boolean mayOpen(Delivery delivery, PortalUser user) {
        return delivery.recipient().login().equals(user.login()) || (isAdmin(user) && user.wholeCompany());
    }

    Optional<byte[]> document(long deliveryId, ReportFormat format, PortalUser user) {
        return desk.ledger()
                .find(deliveryId)
                .filter(delivery -> mayOpen(delivery, user))
                .flatMap(delivery -> desk.archive().read(deliveryId, format));
    }

    boolean repeat(Delivery delivery, PortalUser user) {
        if (!isAdmin(user)) {
            requireEdit(existing(delivery.key().scheduleId()), user);
        }
        return scheduler.repeat(delivery.id(), user.login());
    }

    /** Members that a prompt accepts, as the person may see them. */
    List<MemberChoices.Choice> choices(TemplateParameter parameter, PortalUser user, Language language)
            throws SQLException {
        try (OlapConnection connection = cubes.connect(user, language.locale())) {
            return MemberChoices.of(parameter, connection);
        }
    }

    /** Renders a report for the person at the screen. */
    RenderedReport render(
            String templateId, Map<String, String> parameters, Language language, ReportFormat format, PortalUser user)
            throws SQLException {
        try (OlapConnection connection = cubes.connect(user, language.locale())) {
            return renderer.render(
                    new ReportRequest(templateId, parameters, language.locale(), format, user.name()), connection);
        }
    }

    /** A schedule's parameters as the person reads them: members by their captions where they may be seen. */
    List<String> parameterTexts(ReportSchedule schedule, Language language, PortalUser user) {
        List<String> shown = new ArrayList<>();
        for (TemplateParameter parameter :
                template(schedule.templateId()).map(Template::parameters).orElse(List.of())) {
            String value = schedule.parameters().get(parameter.name());
            if (value != null) {
                shown.add(parameter.kind() == Kind.MEMBER ? caption(parameter, value, language, user) : value);
            }
        }
        return shown;
    }

    private String caption(TemplateParameter parameter, String value, Language language, PortalUser user) {
        try {
            return choices(parameter, user, language).stream()
                    .filter(choice -> choice.value().equals(value))
                    .map(MemberChoices.Choice::caption)
                    .findFirst()
                    .orElse(value);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("caption of {}: {}", value, e.getMessage());
            return value;
        }
    }

    /** The first page of a schedule's report as the person would see it, a PNG image; the latest are kept. */
    byte[] preview(ReportSchedule schedule, Language language, PortalUser user) throws SQLException {
        Optional<Long> version = province.data().map(DataState::version);
        PreviewKey key = new PreviewKey(schedule.order(), language, user.login(), version);
        byte[] known = previews.get(key);
        if (known == null) {
            known = renderPreview(schedule, language, user);
            previews.put(key, known);
        }
        return known;
    }

    private byte[] renderPreview(ReportSchedule schedule, Language language, PortalUser user) throws SQLException {
        try (OlapConnection connection = cubes.connect(user, language.locale())) {
            return renderer.firstPage(
                    new ReportRequest(
                            schedule.templateId(),
                            schedule.parameters(),
                            language.locale(),
                            ReportFormat.PDF,
                            user.name()),
                    connection);
        }
    }
}

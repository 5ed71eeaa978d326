package org.shapan.portal.reports;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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
import java.util.Set;
import org.olap4j.OlapConnection;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.account.Roles;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.province.DataState;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.portal.province.Province;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry;
import org.shapan.portal.text.Language;
import org.shapan.reports.crosstab.PivotSource;
import org.shapan.reports.delivery.Condition;
import org.shapan.reports.delivery.Delivery;
import org.shapan.reports.delivery.DeliveryDesk;
import org.shapan.reports.delivery.DeliveryEvent;
import org.shapan.reports.delivery.DeliveryOrder;
import org.shapan.reports.delivery.LedgerFilter;
import org.shapan.reports.delivery.Manner;
import org.shapan.reports.delivery.Outcome;
import org.shapan.reports.delivery.Subject;
import org.shapan.reports.render.MailFacts;
import org.shapan.reports.render.MemberChoices;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.Rendering;
import org.shapan.reports.render.ReportException;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.render.ReportRenderer;
import org.shapan.reports.render.ReportRequest;
import org.shapan.reports.schedule.Audience;
import org.shapan.reports.schedule.DayCalendar;
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
    private static final int PREVIEWS = 64;

    /** A schedule with its latest rows. */
    record Entry(ReportSchedule schedule, Optional<Instant> next, List<Delivery> recent) {
        Optional<Delivery> last() {
            return recent.stream().findFirst();
        }
    }

    private final ReportScheduler scheduler;
    private final ReportRenderer renderer;
    private final DeliveryDesk desk;
    private final ScheduleEditing editing;
    private final Cubes cubes;
    private final Accounts accounts;
    private final ReportsProperties settings;
    private final Province province;
    private final Audit audit;
    private final PivotSource pivots;
    private final Map<PreviewKey, byte[]> previews = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PreviewKey, byte[]> eldest) {
            return size() > PREVIEWS;
        }
    });

    /**
     * What a preview depends on.
     *
     * @param areas what the person may see: a preview is nobody's own, and one who sees less today gets none of before
     */
    private record PreviewKey(DeliveryOrder order, Language language, Set<String> areas, Optional<Long> version) {}

    ReportCentre(
            ReportScheduler scheduler,
            ReportRenderer renderer,
            DeliveryDesk desk,
            ScheduleEditing editing,
            Cubes cubes,
            Accounts accounts,
            ReportsProperties settings,
            Province province,
            Audit audit,
            PivotSource pivots) {
        this.pivots = pivots;
        this.audit = audit;
        this.province = province;
        this.scheduler = scheduler;
        this.renderer = renderer;
        this.desk = desk;
        this.editing = editing;
        this.cubes = cubes;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** Puts on record that the person takes a document; it may go once this returns. */
    void handOut(String fileName) {
        audit.record(AuditEntry.Action.EXPORT, fileName, AuditEntry.Outcome.OK);
    }

    /** Names of the calendars that a schedule may keep to. */
    List<String> calendars() {
        return scheduler.calendars().stream().map(DayCalendar::name).toList();
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
                .filter(schedule -> editing.maySee(schedule, user))
                .map(schedule -> new Entry(
                        schedule, scheduler.next(schedule), desk.ledger().ofSchedule(schedule.id(), RECENT)))
                .sorted(Comparator.comparing((Entry entry) -> entry.next().orElse(Instant.MAX))
                        .thenComparing(entry -> entry.schedule().templateId())
                        .thenComparing(entry -> entry.schedule().createdAt()))
                .toList();
    }

    private static boolean isAdmin(PortalUser user) {
        return user.roles().contains(Roles.ADMIN);
    }

    /** Of these rows of the ledger those that the person may see, counted by how they stand. */
    Map<Outcome, Long> counts(LedgerFilter filter, PortalUser user) {
        return desk.ledger().search().counts(seen(filter, user));
    }

    /** Of these rows of the ledger those that the person may see, newest first: at most {@code limit} after {@code offset}. */
    List<Delivery> rows(LedgerFilter filter, int offset, int limit, PortalUser user) {
        return desk.ledger().search().page(seen(filter, user), offset, limit);
    }

    /** The reports of these rows. */
    List<String> reports(LedgerFilter filter, PortalUser user) {
        return desk.ledger().search().templates(seen(filter, user));
    }

    /** The recipients of these rows. */
    List<String> recipients(LedgerFilter filter, PortalUser user) {
        return desk.ledger().search().recipients(seen(filter, user));
    }

    /** Of these rows those that failed or were missed and that the person may send again. */
    List<Long> unsent(LedgerFilter filter, PortalUser user) {
        return desk.ledger().search().unsent(seen(filter, user), isAdmin(user) ? null : user.login());
    }

    /** Sends what is {@link #unsent} again; says how many. */
    long repeatUnsent(LedgerFilter filter, PortalUser user) {
        return unsent(filter, user).stream()
                .filter(id -> scheduler.repeat(id, user.login()))
                .count();
    }

    private static LedgerFilter seen(LedgerFilter filter, PortalUser user) {
        return isAdmin(user) ? filter : filter.readBy(user.login());
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

    /** Whether the person may send a row again: administrators any, others those of their schedules. */
    boolean mayRepeat(Delivery delivery, PortalUser user) {
        return isAdmin(user)
                || scheduler
                        .find(delivery.key().scheduleId())
                        .filter(schedule -> editing.mayEdit(schedule, user))
                        .isPresent();
    }

    boolean repeat(Delivery delivery, PortalUser user) {
        if (!mayRepeat(delivery, user)) {
            throw new SecurityException("delivery " + delivery.id() + " is not open to " + user.login());
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

    /** Saved pivots that the person may open. */
    List<PivotSource.Choice> pivots(PortalUser user) {
        return pivots.visible(user.login());
    }

    /** What a report with these parameters is called: a saved pivot by its own name. */
    String title(Template template, Map<String, String> parameters, Language language, PortalUser user) {
        return template.pivot()
                .flatMap(parameter -> pivot(parameters.getOrDefault(parameter.name(), ""), user))
                .map(PivotSource.Choice::name)
                .orElseGet(() -> template.title(language.locale()));
    }

    private Optional<PivotSource.Choice> pivot(String id, PortalUser user) {
        return pivots(user).stream()
                .filter(choice -> Long.toString(choice.id()).equals(id))
                .findFirst();
    }

    /**
     * The subject that the first mail of a draft would have, by the person's own rights; nothing is asked of the figures.
     *
     * @return empty where the report cannot be prepared, such as before the first load
     */
    Optional<String> subject(ScheduleDraft draft, Audience audience, PortalUser user) {
        Map<String, String> parameters = new HashMap<>(draft.parameters());
        parameters.values().removeIf(String::isBlank);
        if (draft.burst() != null) {
            audience.copies().stream().findFirst().ifPresent(copy -> parameters.put(draft.burst(), copy.part()));
        }
        Locale locale = Locale.of(draft.language());
        try (OlapConnection connection = cubes.connect(user, locale)) {
            MailFacts facts = renderer.prepare(
                            new ReportRequest(
                                    draft.templateId(), parameters, locale, ReportFormat.PDF, null, user.login()),
                            connection)
                    .mailFacts();
            return Optional.of(Subject.of(
                    draft.subject().isBlank() ? null : draft.subject().strip(),
                    facts,
                    draft.name().strip()));
        } catch (SQLException | ReportException e) {
            LOG.debug("subject of {}: {}", draft.templateId(), e.getMessage());
            return Optional.empty();
        }
    }

    /** The rows of a run: all of them for an administrator and the owner, for others their own. */
    List<Delivery> run(ReportSchedule schedule, Instant planned, PortalUser user) {
        boolean all = editing.mayEdit(schedule, user);
        return desk.ledger().ofRun(schedule.id(), planned).stream()
                .filter(row -> all || row.recipient().login().equals(user.login()))
                .toList();
    }

    /** How far the documents of a delivery are that this server makes at this moment. */
    Optional<Rendering.Progress> progress(Delivery delivery) {
        return desk.progress(delivery.id());
    }

    /**
     * Cancels what is left of a run.
     *
     * @return number of mails that are sent no more
     * @throws SecurityException for who is neither an administrator nor the owner
     */
    int cancelRun(ReportSchedule schedule, Instant planned, PortalUser user) {
        if (!editing.mayEdit(schedule, user)) {
            throw new SecurityException("schedule " + schedule.id() + " belongs to " + schedule.owner());
        }
        audit.record(
                AuditEntry.Action.OPERATE,
                "cancelled the run of " + schedule.name() + " at " + planned,
                AuditEntry.Outcome.OK);
        return scheduler.cancelRun(schedule.id(), planned, user.login());
    }

    /** Renders a report for the person at the screen. */
    RenderedReport render(
            String templateId,
            Map<String, String> parameters,
            Language language,
            ReportFormat format,
            PortalUser user,
            Rendering rendering)
            throws SQLException {
        try (OlapConnection connection = cubes.connect(user, language.locale())) {
            return renderer.render(
                    new ReportRequest(templateId, parameters, language.locale(), format, user.name(), user.login()),
                    connection,
                    rendering);
        }
    }

    /** A schedule's parameters as the person reads them: members by their captions where they may be seen. */
    List<String> parameterTexts(ReportSchedule schedule, Language language, PortalUser user) {
        List<String> shown = new ArrayList<>();
        for (TemplateParameter parameter :
                template(schedule.templateId()).map(Template::parameters).orElse(List.of())) {
            String value = schedule.parameters().get(parameter.name());
            if (value != null) {
                shown.add(
                        switch (parameter.kind()) {
                            case MEMBER -> caption(parameter, value, language, user);
                            case PIVOT ->
                                pivot(value, user)
                                        .map(PivotSource.Choice::caption)
                                        .orElse(value);
                            case FLAG, NUMBER, TEXT ->
                                parameterCaption(schedule.templateId(), parameter.name(), language) + " " + value;
                        });
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
        Optional<Template> template = template(schedule.templateId());
        Map<String, String> parameters = template.isEmpty()
                ? schedule.parameters()
                : completed(template.get(), schedule.parameters(), language, user);
        return page(order(schedule.templateId(), parameters, language, schedule.owner()), language, user);
    }

    /** The first page of a template with the first member of each prompt that needs one, a PNG image; the latest are kept. */
    byte[] thumbnail(Template template, Language language, PortalUser user) throws SQLException {
        Map<String, String> parameters = completed(template, Map.of(), language, user);
        return page(order(template.id(), parameters, language, user.login()), language, user);
    }

    /** @param owner whose saved pivots may be opened; other reports are the same whoever orders them */
    private DeliveryOrder order(String templateId, Map<String, String> parameters, Language language, String owner) {
        boolean pivot = template(templateId).flatMap(Template::pivot).isPresent();
        return new DeliveryOrder(
                templateId,
                parameters,
                language.locale(),
                List.of(ReportFormat.PDF),
                Condition.ALWAYS,
                Manner.ATTACHMENT,
                pivot ? owner : null);
    }

    /** The values, with the first member of each prompt that needs one and has none. */
    private Map<String, String> completed(
            Template template, Map<String, String> given, Language language, PortalUser user) throws SQLException {
        Map<String, String> parameters = new HashMap<>(given);
        for (TemplateParameter parameter : template.parameters()) {
            if (parameter.required()
                    && parameter.kind() == Kind.MEMBER
                    && parameters.getOrDefault(parameter.name(), "").isBlank()) {
                choices(parameter, user, language).stream()
                        .filter(choice -> !choice.value().endsWith("[Not located]"))
                        .findFirst()
                        .ifPresent(choice -> parameters.put(parameter.name(), choice.value()));
            } else if (parameter.kind() == Kind.PIVOT && !parameters.containsKey(parameter.name())) {
                pivots(user).stream()
                        .findFirst()
                        .ifPresent(choice -> parameters.put(parameter.name(), Long.toString(choice.id())));
            }
        }
        return parameters;
    }

    /** Whether a schedule is the person's own or sends to him. */
    boolean isSubscription(ReportSchedule schedule, PortalUser user) {
        return schedule.owner().equals(user.login())
                || schedule.recipients().stream()
                        .anyMatch(recipient -> recipient.login().equals(user.login()));
    }

    /** Today's ledger rows that the person may see, counted by how they stand. */
    Map<Outcome, Long> today(PortalUser user) {
        Instant midnight = LocalDate.now(zone()).atStartOfDay(zone()).toInstant();
        return counts(LedgerFilter.since(midnight), user);
    }

    /** Caption of a template's prompt, its name where the template has none of that name any more. */
    String parameterCaption(String templateId, String name, Language language) {
        return template(templateId).stream()
                .flatMap(template -> template.parameters().stream()
                        .filter(parameter -> parameter.name().equals(name))
                        .map(parameter -> template.caption(parameter, language.locale())))
                .findFirst()
                .orElse(name);
    }

    /** Whether every prompt that needs a value has one. */
    boolean isComplete(Template template, Map<String, String> parameters) {
        return template.parameters().stream()
                .noneMatch(parameter -> parameter.required()
                        && parameters.getOrDefault(parameter.name(), "").isBlank());
    }

    /** Name of an account's holder, the login where there is none any more. */
    String nameOf(String login) {
        return accounts.find(login).map(stored -> stored.user().name()).orElse(login);
    }

    /** Templates may have changed: their first pages are made anew. */
    void forgetPreviews() {
        previews.clear();
    }

    /** A saved pivot is rendered anew: it may have been saved again, or be shared no more. */
    private byte[] page(DeliveryOrder order, Language language, PortalUser user) throws SQLException {
        if (order.owner() != null) {
            return firstPage(order, language, user);
        }
        PreviewKey key = new PreviewKey(
                order, language, Set.copyOf(user.areas()), province.data().map(DataState::version));
        byte[] known = previews.get(key);
        if (known == null) {
            known = firstPage(order, language, user);
            previews.put(key, known);
        }
        return known;
    }

    private byte[] firstPage(DeliveryOrder order, Language language, PortalUser user) throws SQLException {
        try (OlapConnection connection = cubes.connect(user, language.locale())) {
            return renderer.firstPage(
                    new ReportRequest(
                            order.templateId(),
                            order.parameters(),
                            language.locale(),
                            ReportFormat.PDF,
                            null,
                            order.owner()),
                    connection);
        }
    }
}

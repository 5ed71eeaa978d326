package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.shapan.reports.delivery.Condition;
import org.shapan.reports.delivery.Condition.Comparison;
import org.shapan.reports.delivery.Condition.Kind;
import org.shapan.reports.delivery.Manner;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.render.ReportFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Schedules in the database. */
final class ScheduleStore {
    private static final String SELECT = """
            select id, name, template_id, language, formats, cron, zone, day_rule, valid_from, valid_until, burst,
                   condition_kind, condition_mdx, condition_comparison, condition_limit, cool_down_hours, manner, subject,
                   paused, owner_login, created_at
            from report_schedule""";
    private static final String INSERT = """
            insert into report_schedule
                (id, name, template_id, language, formats, cron, zone, day_rule, valid_from, valid_until, burst,
                 condition_kind, condition_mdx, condition_comparison, condition_limit, cool_down_hours, manner, subject,
                 paused, owner_login, created_at, active_since)
            values (:id, :name, :template, :language, :formats, :cron, :zone, :rule, :from, :until, :burst,
                    :condition, :mdx, :comparison, :limit, :coolDown, :manner, :subject, :paused, :owner, :created, :active)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ScheduleStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(requireNonNull(dataSource, "dataSource is null"));
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Keeps a schedule in place of the one with the same id. */
    void save(ReportSchedule schedule, Instant activeSince) {
        Condition condition = schedule.condition();
        transaction.executeWithoutResult(status -> {
            delete(schedule.id());
            jdbc.sql(INSERT)
                    .param("id", schedule.id())
                    .param("name", schedule.name())
                    .param("template", schedule.templateId())
                    .param("language", schedule.locale().getLanguage())
                    .param(
                            "formats",
                            String.join(
                                    ",",
                                    schedule.formats().stream().map(Enum::name).toList()))
                    .param("cron", schedule.calendar().cron())
                    .param("zone", schedule.calendar().zone().getId())
                    .param("rule", schedule.calendar().rule().name())
                    .param("from", schedule.calendar().from(), Types.DATE)
                    .param("until", schedule.calendar().until(), Types.DATE)
                    .param("burst", schedule.burst(), Types.VARCHAR)
                    .param("condition", condition.kind().name())
                    .param("mdx", condition.mdx(), Types.VARCHAR)
                    .param(
                            "comparison",
                            condition.comparison() == null
                                    ? null
                                    : condition.comparison().name(),
                            Types.VARCHAR)
                    .param("limit", condition.limit(), Types.DECIMAL)
                    .param("coolDown", condition.coolDown().toHours())
                    .param("manner", schedule.manner().name())
                    .param("subject", schedule.subject(), Types.VARCHAR)
                    .param("active", activeSince.atOffset(ZoneOffset.UTC))
                    .param("paused", schedule.paused())
                    .param("owner", schedule.owner())
                    .param("created", schedule.createdAt().atOffset(ZoneOffset.UTC))
                    .update();
            schedule.parameters()
                    .forEach((name, content) -> jdbc.sql(
                                    "insert into report_schedule_parameter (schedule_id, name, content) values (?, ?, ?)")
                            .params(schedule.id(), name, content)
                            .update());
            for (String calendar : schedule.calendar().calendars()) {
                jdbc.sql("insert into report_schedule_calendar (schedule_id, name) values (?, ?)")
                        .params(schedule.id(), calendar)
                        .update();
            }
            for (Recipient recipient : schedule.recipients()) {
                jdbc.sql(
                                "insert into report_schedule_recipient (schedule_id, address, name, login) values (?, ?, ?, ?)")
                        .params(schedule.id(), recipient.address(), recipient.name(), recipient.login())
                        .update();
            }
        });
    }

    void delete(String id) {
        jdbc.sql("delete from report_schedule where id = ?").param(id).update();
    }

    boolean unsubscribe(String id, String login) {
        return jdbc.sql("delete from report_schedule_recipient where schedule_id = ? and login = ?")
                        .params(id, login)
                        .update()
                > 0;
    }

    void pause(String id, boolean paused, Instant since) {
        jdbc.sql("update report_schedule set paused = ?, active_since = ? where id = ?")
                .params(paused, since.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** What was planned before a time does not concern the schedule any more. */
    void activate(String id, Instant since) {
        jdbc.sql("update report_schedule set active_since = ? where id = ?")
                .params(since.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    void handOver(String id, String owner) {
        jdbc.sql("update report_schedule set owner_login = ? where id = ?")
                .params(owner, id)
                .update();
    }

    /** Since when the schedule has been as it is and running: what was planned before does not concern it. */
    Instant activeSince(ReportSchedule schedule) {
        return jdbc.sql("select active_since from report_schedule where id = ?")
                .param(schedule.id())
                .query((rs, n) -> rs.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .orElse(schedule.createdAt());
    }

    Optional<ReportSchedule> find(String id) {
        return load(" where id = ?", id).stream().findFirst();
    }

    List<ReportSchedule> all() {
        return load(" order by template_id, name, id");
    }

    private List<ReportSchedule> load(String rest, Object... arguments) {
        return jdbc.sql(SELECT + rest)
                .params(List.of(arguments))
                .query((rs, n) -> {
                    String id = rs.getString("id");
                    return new ReportSchedule(
                            id,
                            rs.getString("name"),
                            rs.getString("template_id"),
                            parameters(id),
                            Locale.of(rs.getString("language")),
                            Stream.of(rs.getString("formats").split(","))
                                    .map(ReportFormat::valueOf)
                                    .toList(),
                            new Calendar(
                                    rs.getString("cron"),
                                    ZoneId.of(rs.getString("zone")),
                                    DayRule.valueOf(rs.getString("day_rule")),
                                    rs.getObject("valid_from", LocalDate.class),
                                    rs.getObject("valid_until", LocalDate.class),
                                    calendars(id)),
                            rs.getString("burst"),
                            condition(rs),
                            Manner.valueOf(rs.getString("manner")),
                            rs.getString("subject"),
                            recipients(id),
                            rs.getBoolean("paused"),
                            rs.getString("owner_login"),
                            rs.getObject("created_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    private static Condition condition(ResultSet rs) throws SQLException {
        String comparison = rs.getString("condition_comparison");
        return new Condition(
                Kind.valueOf(rs.getString("condition_kind")),
                rs.getString("condition_mdx"),
                comparison == null ? null : Comparison.valueOf(comparison),
                rs.getBigDecimal("condition_limit"),
                Duration.ofHours(rs.getInt("cool_down_hours")));
    }

    private Map<String, String> parameters(String id) {
        Map<String, String> parameters = new HashMap<>();
        jdbc.sql("select name, content from report_schedule_parameter where schedule_id = ?")
                .param(id)
                .query(rs -> {
                    parameters.put(rs.getString("name"), rs.getString("content"));
                });
        return parameters;
    }

    private Set<String> calendars(String id) {
        return Set.copyOf(jdbc.sql("select name from report_schedule_calendar where schedule_id = ?")
                .param(id)
                .query(String.class)
                .list());
    }

    private List<Recipient> recipients(String id) {
        return jdbc.sql(
                        "select address, name, login from report_schedule_recipient where schedule_id = ? order by address")
                .param(id)
                .query((rs, n) -> new Recipient(rs.getString("address"), rs.getString("name"), rs.getString("login")))
                .list();
    }
}

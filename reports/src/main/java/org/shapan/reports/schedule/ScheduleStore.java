package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.render.ReportFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Schedules in the database. */
final class ScheduleStore {
    private static final String SELECT = """
            select id, name, template_id, language, formats, cron, zone, paused, owner_login, created_at
            from report_schedule""";
    private static final String INSERT = """
            insert into report_schedule
                (id, name, template_id, language, formats, cron, zone, paused, owner_login, created_at)
            values (:id, :name, :template, :language, :formats, :cron, :zone, :paused, :owner, :created)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ScheduleStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(requireNonNull(dataSource, "dataSource is null"));
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Keeps a schedule in place of the one with the same id. */
    void save(ReportSchedule schedule) {
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
                    .param("paused", schedule.paused())
                    .param("owner", schedule.owner())
                    .param("created", schedule.createdAt().atOffset(ZoneOffset.UTC))
                    .update();
            schedule.parameters()
                    .forEach((name, content) -> jdbc.sql(
                                    "insert into report_schedule_parameter (schedule_id, name, content) values (?, ?, ?)")
                            .params(schedule.id(), name, content)
                            .update());
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

    void pause(String id, boolean paused) {
        jdbc.sql("update report_schedule set paused = ? where id = ?")
                .params(paused, id)
                .update();
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
                            new Calendar(rs.getString("cron"), ZoneId.of(rs.getString("zone"))),
                            recipients(id),
                            rs.getBoolean("paused"),
                            rs.getString("owner_login"),
                            rs.getObject("created_at", OffsetDateTime.class).toInstant());
                })
                .list();
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

    private List<Recipient> recipients(String id) {
        return jdbc.sql(
                        "select address, name, login from report_schedule_recipient where schedule_id = ? order by address")
                .param(id)
                .query((rs, n) -> new Recipient(rs.getString("address"), rs.getString("name"), rs.getString("login")))
                .list();
    }
}

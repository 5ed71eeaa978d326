package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.shapan.reports.delivery.DeliveryEvent.Kind;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.ReportFormat;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The delivery ledger. Every change of state is one statement that names the states it may come from, so two workers
 * cannot both make it.
 */
public final class DeliveryLedger {
    private static final int PROBLEM_LENGTH = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    public DeliveryLedger(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(requireNonNull(dataSource, "dataSource is null"));
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Plans a delivery unless it was planned before.
     *
     * @return the row of the key, old or new
     */
    public Delivery plan(DeliveryKey key, Recipient recipient, String templateId, String messageId) {
        return insert(key, recipient, templateId, messageId, DeliveryState.PLANNED, Kind.PLANNED);
    }

    /** Notes a delivery whose time passed while nobody could make it; no-op when the key has a row. */
    public Delivery miss(DeliveryKey key, Recipient recipient, String templateId, String messageId) {
        return insert(key, recipient, templateId, messageId, DeliveryState.MISSED, Kind.MISSED);
    }

    private Delivery insert(
            DeliveryKey key, Recipient recipient, String templateId, String messageId, DeliveryState state, Kind kind) {
        Optional<Delivery> known = find(key);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            jdbc.sql(LedgerSql.INSERT)
                    .param("schedule", key.scheduleId())
                    .param("planned", at(key.plannedAt()))
                    .param("address", key.address())
                    .param("name", recipient.name())
                    .param("login", recipient.login())
                    .param("template", templateId)
                    .param("state", state.name())
                    .param("message", messageId)
                    .param(
                            "ended",
                            state.isTerminal() ? at(clock.instant()) : null,
                            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                    .update();
        } catch (DuplicateKeyException e) {
            return find(key).orElseThrow(() -> e);
        }
        Delivery created = find(key).orElseThrow();
        event(created.id(), kind, null);
        return created;
    }

    /**
     * Claims a delivery for an attempt. A row that is already running is claimed again: its worker died.
     *
     * @return the row with its attempts counted, empty when it is in a terminal state
     */
    public Optional<Delivery> start(long id) {
        if (jdbc.sql(LedgerSql.START).param("id", id).update() == 0) {
            return Optional.empty();
        }
        Delivery started = find(id).orElseThrow();
        event(id, Kind.STARTED, Integer.toString(started.attempts()));
        return Optional.of(started);
    }

    /** Notes that the documents exist and are kept. */
    public void rendered(long id, List<RenderedReport> documents) {
        RenderedReport first = documents.getFirst();
        jdbc.sql(LedgerSql.RENDERED)
                .param("id", id)
                .param("document", first.documentId())
                .param(
                        "formats",
                        String.join(
                                ",",
                                documents.stream().map(d -> d.format().name()).toList()))
                .param("version", first.dataVersion())
                .param("now", at(clock.instant()))
                .update();
        event(
                id,
                Kind.RENDERED,
                String.join(
                        ", ",
                        documents.stream()
                                .map(d -> d.format() + " " + Math.ceilDiv(d.content().length, 1024) + " KB")
                                .toList()));
    }

    /** Ends a running delivery as sent; {@code detail} says to where. */
    public void sent(long id, String detail) {
        if (end(id, DeliveryState.SENT, null)) {
            event(id, Kind.SENT, detail);
        }
    }

    public void failed(long id, String problem) {
        if (end(id, DeliveryState.FAILED, problem)) {
            event(id, Kind.FAILED, problem);
        }
    }

    private boolean end(long id, DeliveryState state, String problem) {
        return jdbc.sql(LedgerSql.END)
                        .param("id", id)
                        .param("state", state.name())
                        .param("problem", shortened(problem), java.sql.Types.VARCHAR)
                        .param("now", at(clock.instant()))
                        .update()
                > 0;
    }

    /** Gives a running delivery back for another attempt. */
    public void retry(long id, String problem) {
        jdbc.sql(LedgerSql.RETRY)
                .param("id", id)
                .param("problem", shortened(problem))
                .update();
        event(id, Kind.RETRY, problem);
    }

    /**
     * Opens an ended delivery for a repetition asked for by a person.
     *
     * @return whether it was in a terminal state
     */
    public boolean repeat(long id, String login) {
        boolean opened = jdbc.sql(LedgerSql.REPEAT).param("id", id).update() > 0;
        if (opened) {
            event(id, Kind.REPEATED, login);
        }
        return opened;
    }

    public Optional<Delivery> find(long id) {
        return jdbc.sql(LedgerSql.SELECT + " where id = :id")
                .param("id", id)
                .query(DeliveryLedger::row)
                .optional();
    }

    public Optional<Delivery> find(DeliveryKey key) {
        return jdbc.sql(LedgerSql.SELECT
                        + " where schedule_id = :schedule and planned_at = :planned and address = :address")
                .param("schedule", key.scheduleId())
                .param("planned", at(key.plannedAt()))
                .param("address", key.address())
                .query(DeliveryLedger::row)
                .optional();
    }

    /** The newest rows of all schedules, at most {@code limit}, after {@code offset} newer ones. */
    public List<Delivery> newest(int offset, int limit) {
        return jdbc.sql(LedgerSql.SELECT + " order by planned_at desc, id desc limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(DeliveryLedger::row)
                .list();
    }

    /** The newest rows of one schedule. */
    public List<Delivery> ofSchedule(String scheduleId, int limit) {
        return jdbc.sql(LedgerSql.SELECT
                        + " where schedule_id = :schedule order by planned_at desc, id desc limit :limit")
                .param("schedule", scheduleId)
                .param("limit", limit)
                .query(DeliveryLedger::row)
                .list();
    }

    /** Rows that wait or were running when a process died; asked once at start. */
    public List<Delivery> open() {
        return jdbc.sql(LedgerSql.SELECT + " where state in ('PLANNED', 'RUNNING') order by id")
                .query(DeliveryLedger::row)
                .list();
    }

    /** Number of rows planned at or after a time. */
    public long count(Instant since) {
        return jdbc.sql("select count(*) from report_delivery where planned_at >= :since")
                .param("since", at(since))
                .query(Long.class)
                .single();
    }

    /** Number of rows in a state planned at or after a time. */
    public long count(DeliveryState state, Instant since) {
        return jdbc.sql("select count(*) from report_delivery where state = :state and planned_at >= :since")
                .param("state", state.name())
                .param("since", at(since))
                .query(Long.class)
                .single();
    }

    /** What happened to a delivery, oldest first. */
    public List<DeliveryEvent> events(long id) {
        return jdbc.sql("select happened_at, kind, detail from report_delivery_event where delivery_id = :id"
                        + " order by happened_at")
                .param("id", id)
                .query((rs, n) -> new DeliveryEvent(
                        instant(rs, "happened_at").orElseThrow(),
                        Kind.valueOf(rs.getString("kind")),
                        Optional.ofNullable(rs.getString("detail"))))
                .list();
    }

    private void event(long id, Kind kind, String detail) {
        jdbc.sql("insert into report_delivery_event (delivery_id, happened_at, kind, detail)"
                        + " values (:id, :now, :kind, :detail)")
                .param("id", id)
                .param("now", at(clock.instant()))
                .param("kind", kind.name())
                .param("detail", shortened(detail), java.sql.Types.VARCHAR)
                .update();
    }

    private static Delivery row(ResultSet rs, int number) throws SQLException {
        String formats = rs.getString("formats");
        long version = rs.getLong("data_version");
        Optional<Long> dataVersion = rs.wasNull() ? Optional.empty() : Optional.of(version);
        return new Delivery(
                rs.getLong("id"),
                new DeliveryKey(
                        rs.getString("schedule_id"), instant(rs, "planned_at").orElseThrow(), rs.getString("address")),
                new Recipient(rs.getString("address"), rs.getString("name"), rs.getString("login")),
                rs.getString("template_id"),
                DeliveryState.valueOf(rs.getString("state")),
                rs.getInt("attempts"),
                rs.getString("message_id"),
                Optional.ofNullable(rs.getString("document_id")),
                formats == null
                        ? List.of()
                        : Stream.of(formats.split(","))
                                .map(ReportFormat::valueOf)
                                .toList(),
                dataVersion,
                instant(rs, "rendered_at"),
                instant(rs, "ended_at"),
                Optional.ofNullable(rs.getString("problem")));
    }

    private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String shortened(String text) {
        return text == null || text.length() <= PROBLEM_LENGTH ? text : text.substring(0, PROBLEM_LENGTH - 1) + "…";
    }
}

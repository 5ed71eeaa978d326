package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private static final String CANCELLED = "the run was cancelled";

    private final JdbcClient jdbc;
    private final LedgerSearch search;
    private final Clock clock;
    private final boolean isWrittenLater;

    public DeliveryLedger(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(requireNonNull(dataSource, "dataSource is null"));
        this.search = new LedgerSearch(dataSource);
        this.isWrittenLater = isH2(dataSource);
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Reads many rows. */
    public LedgerSearch search() {
        return search;
    }

    private static boolean isH2(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2");
        } catch (SQLException e) {
            throw new IllegalStateException("the metadata database cannot be reached", e);
        }
    }

    /**
     * Plans a delivery unless it was planned before.
     *
     * @param partCaption caption of the burst's member, null without a burst
     * @return the row of the key, old or new
     */
    public Delivery plan(
            DeliveryKey key, String partCaption, Recipient recipient, String templateId, String messageId) {
        return insert(key, partCaption, recipient, templateId, messageId, DeliveryState.PLANNED, Kind.PLANNED);
    }

    /** Notes a delivery whose time passed while nobody could make it; no-op when the key has a row. */
    public Delivery miss(
            DeliveryKey key, String partCaption, Recipient recipient, String templateId, String messageId) {
        return insert(key, partCaption, recipient, templateId, messageId, DeliveryState.MISSED, Kind.MISSED);
    }

    private Delivery insert(
            DeliveryKey key,
            String partCaption,
            Recipient recipient,
            String templateId,
            String messageId,
            DeliveryState state,
            Kind kind) {
        Optional<Delivery> known = find(key);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            jdbc.sql(LedgerSql.INSERT)
                    .param("schedule", key.scheduleId())
                    .param("planned", at(key.plannedAt()))
                    .param("address", key.address())
                    .param("part", key.part())
                    .param("caption", partCaption, java.sql.Types.VARCHAR)
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
        if (kind == Kind.PLANNED
                && jdbc.sql(LedgerSql.CANCEL_NEW)
                                .param("id", created.id())
                                .param("now", at(clock.instant()))
                                .param("problem", CANCELLED)
                                .update()
                        > 0) {
            event(created.id(), Kind.CANCELLED, CANCELLED);
            return find(key).orElseThrow();
        }
        return created;
    }

    /**
     * Claims a delivery for an attempt. A row that is already being rendered is claimed again: its worker died.
     *
     * @param repeatable whether a row that was being sent may be claimed too
     * @return the row with its attempts counted, empty when it has ended or may have been sent
     */
    public Optional<Delivery> start(long id, boolean repeatable) {
        if (jdbc.sql(LedgerSql.START)
                        .param("id", id)
                        .param("repeatable", repeatable)
                        .update()
                == 0) {
            return Optional.empty();
        }
        Delivery started = find(id).orElseThrow();
        event(id, Kind.STARTED, Integer.toString(started.attempts()));
        return Optional.of(started);
    }

    /** Ends a row whose worker died while it handed the mail over; no-op for any other row. */
    public void abandoned(long id, String problem) {
        int changed = jdbc.sql(LedgerSql.ABANDONED)
                .param("id", id)
                .param("problem", shortened(problem))
                .param("now", at(clock.instant()))
                .update();
        if (changed > 0) {
            event(id, Kind.AMBIGUOUS, problem);
        }
    }

    /**
     * Notes that the documents exist and are kept.
     *
     * @return whether the attempt still holds the row
     */
    public boolean rendered(Delivery attempt, Documents.Batch batch) {
        List<RenderedReport> documents = batch.documents();
        RenderedReport first = documents.getFirst();
        int changed = jdbc.sql(LedgerSql.RENDERED)
                .param("id", attempt.id())
                .param("attempt", attempt.attempts())
                .param("document", first.documentId())
                .param("formats", joined(documents, d -> d.format().name()))
                .param("version", first.dataVersion())
                .param("bytes", batch.bytes())
                .param("checksums", joined(documents, d -> d.format() + ":" + Checksum.of(d.content())))
                .param("fingerprint", batch.reading().fingerprint())
                .param("now", at(clock.instant()))
                .update();
        if (changed > 0) {
            event(
                    attempt.id(),
                    Kind.RENDERED,
                    joined(documents, d -> d.format() + " " + Math.ceilDiv(d.content().length, 1024) + " KB"));
        }
        return changed > 0;
    }

    private static String joined(List<RenderedReport> documents, Function<RenderedReport, String> part) {
        return documents.stream().map(part).collect(Collectors.joining(","));
    }

    /**
     * Notes that the mail is being handed over.
     *
     * @return whether the attempt still holds the row
     */
    public boolean sending(Delivery attempt) {
        int changed = jdbc.sql(LedgerSql.SENDING)
                .param("id", attempt.id())
                .param("attempt", attempt.attempts())
                .update();
        settle();
        return changed > 0;
    }

    /** H2 writes what is committed up to half a second later; what keeps a mail from going out twice must not wait. */
    private void settle() {
        if (isWrittenLater) {
            jdbc.sql("checkpoint sync").update();
        }
    }

    /** Ends a delivery as sent; {@code detail} says to where. */
    public void sent(Delivery attempt, String detail) {
        int changed = jdbc.sql(LedgerSql.SENT)
                .param("id", attempt.id())
                .param("attempt", attempt.attempts())
                .param("now", at(clock.instant()))
                .update();
        settle();
        if (changed > 0) {
            event(attempt.id(), Kind.SENT, detail);
        }
    }

    public void failed(Delivery attempt, String problem) {
        end(attempt, DeliveryState.FAILED, Kind.FAILED, problem);
    }

    public void skipped(Delivery attempt, String reason) {
        end(attempt, DeliveryState.SKIPPED, Kind.SKIPPED, reason);
    }

    public void ambiguous(Delivery attempt, String problem) {
        end(attempt, DeliveryState.AMBIGUOUS, Kind.AMBIGUOUS, problem);
    }

    private void end(Delivery attempt, DeliveryState state, Kind kind, String problem) {
        int changed = jdbc.sql(LedgerSql.END)
                .param("id", attempt.id())
                .param("attempt", attempt.attempts())
                .param("state", state.name())
                .param("problem", shortened(problem))
                .param("now", at(clock.instant()))
                .update();
        if (changed > 0) {
            event(attempt.id(), kind, problem);
        }
    }

    /** Gives a delivery back for another attempt. */
    public void retry(Delivery attempt, String problem) {
        int changed = jdbc.sql(LedgerSql.RETRY)
                .param("id", attempt.id())
                .param("attempt", attempt.attempts())
                .param("problem", shortened(problem))
                .param("now", at(clock.instant()))
                .update();
        if (changed > 0) {
            event(attempt.id(), Kind.RETRY, problem);
            if (find(attempt.id()).orElseThrow().state() == DeliveryState.CANCELLED) {
                event(attempt.id(), Kind.CANCELLED, CANCELLED);
            }
        }
    }

    /**
     * Ends the rows of a run that have not been handed over.
     *
     * @return their ids
     */
    public List<Long> cancel(String scheduleId, Instant planned, String login) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        JdbcClient.StatementSpec ended = jdbc.sql(LedgerSql.CANCEL)
                .param("schedule", scheduleId)
                .param("planned", at(planned))
                .param("login", login)
                .param("problem", shortened("the run was cancelled by " + login))
                .param("now", at(now));
        ended.update();
        jdbc.sql(LedgerSql.CANCEL_LATER)
                .param("schedule", scheduleId)
                .param("planned", at(planned))
                .param("login", login)
                .update();
        ended.update(); // what was given back for another attempt in between
        List<Long> ids = jdbc.sql(LedgerSql.CANCELLED_NOW)
                .param("schedule", scheduleId)
                .param("planned", at(planned))
                .param("login", login)
                .param("now", at(now))
                .query(Long.class)
                .list();
        ids.forEach(id -> event(id, Kind.CANCELLED, login));
        return ids;
    }

    /** The rows of one run, in the order in which they were planned. */
    public List<Delivery> ofRun(String scheduleId, Instant planned) {
        return jdbc.sql(LedgerSql.SELECT + " where schedule_id = :schedule and planned_at = :planned order by id")
                .param("schedule", scheduleId)
                .param("planned", at(planned))
                .query(DeliveryLedger::row)
                .list();
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

    /** The mail that the recipient last got of this schedule and part. */
    Optional<LastSent> lastSent(Delivery delivery) {
        return jdbc.sql(LedgerSql.LAST_SENT)
                .param("schedule", delivery.key().scheduleId())
                .param("address", delivery.key().address())
                .param("part", delivery.key().part())
                .param("id", delivery.id())
                .query((rs, n) -> new LastSent(
                        Optional.ofNullable(rs.getString("fingerprint")),
                        instant(rs, "ended_at").orElseThrow()))
                .optional();
    }

    record LastSent(Optional<String> fingerprint, Instant at) {}

    /** Rows in trouble whose schedule's owner does not know yet, of runs that have ended. */
    public List<Delivery> untold() {
        return jdbc.sql(LedgerSql.UNTOLD).query(DeliveryLedger::row).list();
    }

    /** Notes that the owner was told of these rows. */
    public void told(List<Delivery> rows, String owner) {
        for (Delivery row : rows) {
            jdbc.sql("update report_delivery set owner_told = true where id = :id")
                    .param("id", row.id())
                    .update();
            event(row.id(), Kind.OWNER_TOLD, owner);
        }
    }

    public Optional<Delivery> find(long id) {
        return jdbc.sql(LedgerSql.SELECT + " where id = :id")
                .param("id", id)
                .query(DeliveryLedger::row)
                .optional();
    }

    public Optional<Delivery> find(DeliveryKey key) {
        return jdbc.sql(
                        LedgerSql.SELECT
                                + " where schedule_id = :schedule and planned_at = :planned and address = :address and part = :part")
                .param("schedule", key.scheduleId())
                .param("planned", at(key.plannedAt()))
                .param("address", key.address())
                .param("part", key.part())
                .query(DeliveryLedger::row)
                .optional();
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
        return jdbc.sql(LedgerSql.SELECT + " where ended_at is null order by id")
                .query(DeliveryLedger::row)
                .list();
    }

    /** Number of rows in a state. */
    public long count(DeliveryState state) {
        return jdbc.sql("select count(*) from report_delivery where state = :state")
                .param("state", state.name())
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

    static Delivery row(ResultSet rs, int number) throws SQLException {
        String formats = rs.getString("formats");
        long version = rs.getLong("data_version");
        Optional<Long> dataVersion = rs.wasNull() ? Optional.empty() : Optional.of(version);
        return new Delivery(
                rs.getLong("id"),
                new DeliveryKey(
                        rs.getString("schedule_id"),
                        instant(rs, "planned_at").orElseThrow(),
                        rs.getString("address"),
                        rs.getString("part")),
                Optional.ofNullable(rs.getString("part_caption")),
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
                Optional.ofNullable(rs.getObject("bytes", Long.class)),
                Optional.ofNullable(rs.getString("checksums")),
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

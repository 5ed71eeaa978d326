package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The times of each schedule that were dealt with. What is planned and not here, the watchdog finds. */
final class FiringLog {
    private final JdbcClient jdbc;
    private final Clock clock;

    FiringLog(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(requireNonNull(dataSource, "dataSource is null"));
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** What became of a time. */
    enum Outcome {
        /** Begun; a crash may have left it here. */
        FIRING,
        FIRED,
        MISSED,
        /** Published before the schedule was made: nothing to do. */
        BASELINE
    }

    /**
     * Begins a time.
     *
     * @return when it was begun first, now or before a crash; empty when it has ended
     */
    Optional<Instant> begin(String scheduleId, Instant planned) {
        try {
            insert(scheduleId, planned, Outcome.FIRING, false);
        } catch (DuplicateKeyException e) {
            // begun before
        }
        return jdbc.sql("select fired_at from report_firing"
                        + " where schedule_id = :id and planned_at = :planned and outcome = 'FIRING'")
                .param("id", scheduleId)
                .param("planned", planned.atOffset(ZoneOffset.UTC))
                .query((rs, n) -> rs.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Begins a time that a person asked for, which no calendar knows. */
    void beginByHand(String scheduleId, Instant time) {
        insert(scheduleId, time, Outcome.FIRING, true);
    }

    /** The times that a person asked for and whose firing was begun before a time and never ended: its process died. */
    List<Instant> unfinishedByHand(String scheduleId, Instant before) {
        return jdbc.sql("select planned_at from report_firing where schedule_id = :id and by_hand = true"
                        + " and outcome = 'FIRING' and fired_at < :before order by planned_at")
                .param("id", scheduleId)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((rs, n) -> rs.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    /** Ends a time, whether or not it was begun. */
    void end(String scheduleId, Instant planned, Outcome outcome, int deliveries, List<String> vacant) {
        try {
            insert(scheduleId, planned, outcome, false);
        } catch (DuplicateKeyException e) {
            // begun before
        }
        String problem = vacant.isEmpty() ? null : "nobody answers for " + String.join(", ", vacant);
        jdbc.sql("update report_firing set outcome = :outcome, deliveries = :deliveries, problem = :problem"
                        + " where schedule_id = :id and planned_at = :planned")
                .param("outcome", outcome.name())
                .param("deliveries", deliveries)
                .param(
                        "problem",
                        problem == null || problem.length() <= 1000 ? problem : problem.substring(0, 1000),
                        Types.VARCHAR)
                .param("id", scheduleId)
                .param("planned", planned.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void insert(String scheduleId, Instant planned, Outcome outcome, boolean byHand) {
        jdbc.sql("insert into report_firing (schedule_id, planned_at, fired_at, outcome, deliveries, by_hand)"
                        + " values (:id, :planned, :now, :outcome, 0, :byHand)")
                .param("id", scheduleId)
                .param("planned", planned.atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("outcome", outcome.name())
                .param("byHand", byHand)
                .update();
    }

    /** The times since one that have ended. */
    Set<Instant> ended(String scheduleId, Instant since) {
        return new HashSet<>(jdbc.sql("select planned_at from report_firing"
                        + " where schedule_id = :id and planned_at >= :since and outcome <> 'FIRING'")
                .param("id", scheduleId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((rs, n) -> rs.getObject(1, OffsetDateTime.class).toInstant())
                .list());
    }
}

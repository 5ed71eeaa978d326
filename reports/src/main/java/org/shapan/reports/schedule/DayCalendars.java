package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.util.List;
import javax.sql.DataSource;
import org.shapan.reports.schedule.ScheduleException.Reason;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The named calendars in the database, and the days off of a schedule by those that it names. */
final class DayCalendars {
    private final JdbcClient jdbc;
    private final WorkDays base;

    /** @param base public holidays and the company's days that hold for every schedule */
    DayCalendars(DataSource dataSource, WorkDays base) {
        this.jdbc = JdbcClient.create(requireNonNull(dataSource, "dataSource is null"));
        this.base = requireNonNull(base, "base is null");
    }

    /** All of them by name. */
    List<DayCalendar> all() {
        return jdbc.sql("select name, days from report_calendar order by name")
                .query((rs, n) -> new DayCalendar(rs.getString("name"), rs.getString("days")))
                .list();
    }

    /** The days of a schedule; a calendar that is gone says nothing. */
    WorkDays of(Calendar calendar) {
        return calendar.calendars().isEmpty()
                ? base
                : base.with(all().stream()
                        .filter(known -> calendar.calendars().contains(known.name()))
                        .toList());
    }

    void save(DayCalendar calendar) {
        int known = jdbc.sql("update report_calendar set days = ? where name = ?")
                .params(calendar.lines(), calendar.name())
                .update();
        if (known == 0) {
            jdbc.sql("insert into report_calendar (name, days) values (?, ?)")
                    .params(calendar.name(), calendar.lines())
                    .update();
        }
    }

    /** @throws ScheduleException CALENDAR_USED while a schedule names it */
    void delete(String name) {
        try {
            jdbc.sql("delete from report_calendar where name = ?").param(name).update();
        } catch (DataIntegrityViolationException e) {
            throw new ScheduleException(
                    Reason.CALENDAR_USED,
                    name,
                    "the calendar " + name + " is named by a schedule: take it out there first");
        }
    }
}

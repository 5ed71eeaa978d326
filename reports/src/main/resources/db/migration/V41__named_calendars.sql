-- Calendars of days under names, such as billing days, and the schedules that keep to them.
create table report_calendar (
    name varchar(64)    not null primary key,
    days varchar(20000) not null                  -- lines such as 2027-02-05..2027-02-12=off or month 1..3=off
);

create table report_schedule_calendar (
    schedule_id varchar(36) not null references report_schedule (id) on delete cascade,
    name        varchar(64) not null references report_calendar (name),
    primary key (schedule_id, name)
);

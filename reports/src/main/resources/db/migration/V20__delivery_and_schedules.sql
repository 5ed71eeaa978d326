-- Ledger rows by part of a burst, with each step of a delivery as a state; schedules with burst, condition and calendar
-- of working days. Written in the SQL that H2 and PostgreSQL share.
alter table report_delivery add column part varchar(512) default '' not null;   -- unique name of the burst's member
alter table report_delivery add column part_caption varchar(200);
alter table report_delivery add column bytes bigint;                            -- size of the documents together
alter table report_delivery add column checksums varchar(300);                  -- FORMAT:SHA-256, by commas
alter table report_delivery add column fingerprint varchar(64);                 -- of the figures, for "when they change"
alter table report_delivery add column owner_told boolean default false not null;
alter table report_delivery drop constraint report_delivery_once;
alter table report_delivery add constraint report_delivery_once unique (schedule_id, planned_at, address, part);
create index report_delivery_recipient on report_delivery (schedule_id, address, part, ended_at);

-- A row that was being worked on: rendered ones may have been sent.
update report_delivery set state = 'PLANNED' where state = 'RUNNING' and rendered_at is null;
update report_delivery set state = 'SENDING' where state = 'RUNNING';

-- What ended badly before its owner could be told is not told now.
update report_delivery set owner_told = true;

alter table report_schedule add column day_rule varchar(16) default 'ANY' not null;   -- ANY, SKIP, NEXT, PREVIOUS
alter table report_schedule add column valid_from date;
alter table report_schedule add column valid_until date;
alter table report_schedule add column burst varchar(64);                             -- parameter that takes each part
alter table report_schedule add column condition_kind varchar(16) default 'ALWAYS' not null;
alter table report_schedule add column condition_mdx varchar(4000);
alter table report_schedule add column condition_comparison varchar(8);
alter table report_schedule add column condition_limit decimal(24, 6);
alter table report_schedule add column cool_down_hours integer default 0 not null;
alter table report_schedule add column by_link boolean default false not null;
alter table report_schedule add column active_since timestamp with time zone;
update report_schedule set active_since = current_timestamp;

-- Each time of a schedule that was dealt with: the plan as it happened. The watchdog looks for times that are not here.
create table report_firing (
    schedule_id varchar(36)  not null,
    planned_at  timestamp with time zone not null,
    fired_at    timestamp with time zone not null,
    outcome     varchar(16)  not null,                 -- FIRING, FIRED, MISSED or BASELINE
    deliveries  integer      not null,
    problem     varchar(1000),
    primary key (schedule_id, planned_at)
);

-- Subject of a schedule's mails with placeholders; without one the report's title and scope.
alter table report_schedule add column subject varchar(200);

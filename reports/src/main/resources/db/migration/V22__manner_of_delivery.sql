-- What a firing by hand has begun is finished after a crash. How a schedule's mails bring their documents: ATTACHMENT, SUMMARY or LINK. Written in the SQL that H2 and PostgreSQL share.
alter table report_schedule add column manner varchar(16) default 'ATTACHMENT' not null;
update report_schedule set manner = 'LINK' where by_link = true;
alter table report_schedule drop column by_link;

alter table report_firing add column by_hand boolean default false not null;

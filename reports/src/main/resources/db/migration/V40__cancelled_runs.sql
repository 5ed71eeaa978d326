-- Who cancelled the run of a delivery; a mail that was being handed over ends as it ends, and is not tried again.
alter table report_delivery add column cancelled_by varchar(64);

-- A listed address that is no account's has no login of its own any more: it gets the rights of who owns the schedule when it fires.
update report_schedule_recipient set login = ''
where not exists (select 1 from account where account.login = report_schedule_recipient.login
                  and lower(account.email) = lower(report_schedule_recipient.address));

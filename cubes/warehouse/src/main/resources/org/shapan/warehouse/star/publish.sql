-- Makes the load visible when its transaction commits. Variables: load, last_month (yyyymm), source, delivered_rows.
INSERT INTO data_version
SELECT
  getvariable('load'),
  now() AT TIME ZONE 'UTC',
  (SELECT last_day FROM d_month WHERE k_month = getvariable('last_month')),
  (SELECT closed FROM d_month WHERE k_month = getvariable('last_month')),
  getvariable('source'),
  getvariable('delivered_rows');

-- Where every number is at the end of a month: number_now of the month before and the feed number_state of the month.

CREATE OR REPLACE TEMP TABLE number_event AS
SELECT
  f.number, f.day, f.state, c.k_channel, c.k_area, b.k_batch, f.territory,
  list_position(['company_stock', 'distributed', 'channel_stock', 'sold', 'activated', 'kept', 'left', 'recycled'], f.state) AS step
FROM number_state f
JOIN d_batch b ON b.code = f.batch
LEFT JOIN channel_of_month c ON c.code = f.channel;

CREATE OR REPLACE TEMP TABLE number_now AS
WITH change AS (
  SELECT
    number,
    max(day) AS since,
    arg_max(state, (day, step)) AS state,
    arg_max(k_batch, (day, step)) AS k_batch,
    arg_max(k_channel, (day, step)) AS k_channel,
    arg_max(k_area, (day, step)) AS k_area,
    arg_max(territory, (day, step)) AS territory,
    max(day) FILTER (state = 'sold') AS sold_on,
    min(day) FILTER (state = 'activated') AS activated_on
  FROM number_event
  GROUP BY number
)
SELECT
  number,
  coalesce(c.state, b.state) AS state,
  coalesce(c.since, b.since) AS since,
  CASE WHEN coalesce(c.state, b.state) <> 'company_stock' THEN coalesce(c.k_channel, b.k_channel) END AS k_channel,
  CASE WHEN coalesce(c.state, b.state) <> 'company_stock' THEN coalesce(c.k_area, b.k_area) END AS k_area,
  coalesce(c.k_batch, b.k_batch) AS k_batch,
  coalesce(c.territory, b.territory) AS territory,
  coalesce(c.sold_on, b.sold_on) AS sold_on,
  coalesce(b.activated_on, c.activated_on) AS activated_on
FROM change c
FULL JOIN number_now b USING (number);

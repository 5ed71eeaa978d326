-- C08 of one month from the tables number_event, number_now and customer. Variable: month (yyyymm).
-- A cohort stands in the month in which its outcome is known: numbers sold when their 30 days are over, numbers activated three months later.

INSERT INTO f_number_flow
SELECT
  getvariable('month'), CAST(strftime(day, '%Y%m%d') AS INTEGER), k_channel, k_area, k_batch, number, state,
  CASE WHEN state = 'distributed' THEN 1 ELSE 0 END,
  CASE WHEN state = 'company_stock' THEN 1 ELSE 0 END,
  CASE WHEN state = 'sold' THEN 1 ELSE 0 END,
  CASE WHEN state = 'activated' THEN 1 ELSE 0 END,
  CASE WHEN state = 'kept' THEN 1 ELSE 0 END,
  CASE WHEN state = 'left' THEN 1 ELSE 0 END,
  CASE WHEN state = 'recycled' THEN 1 ELSE 0 END
FROM number_event
WHERE k_channel IS NOT NULL;

CREATE OR REPLACE TEMP TABLE number_end AS
SELECT n.* REPLACE (c.k_area AS k_area), m.first_day, m.last_day, date_diff('day', n.since, m.last_day) AS days
FROM number_now n
LEFT JOIN channel_of_month c USING (k_channel)
CROSS JOIN d_month m
WHERE m.k_month = getvariable('month');

INSERT INTO f_number_stock
SELECT getvariable('month'), n.k_channel, n.k_area, n.k_batch, a.k_stock_age, count(*)
FROM number_end n
ASOF JOIN d_stock_age a ON n.days >= a.from_days
WHERE n.state IN ('distributed', 'channel_stock')
GROUP BY ALL;

INSERT INTO f_number_company
SELECT getvariable('month'), k_batch, k_stock_age, sum(stock), sum(released)
FROM (
  SELECT n.k_batch, a.k_stock_age, 1 AS stock, 0 AS released
  FROM number_end n
  ASOF JOIN d_stock_age a ON n.days >= a.from_days
  WHERE n.state = 'company_stock'
  UNION ALL
  SELECT k_batch, 1, 0, 1 FROM number_event WHERE k_channel IS NULL
)
GROUP BY ALL;

INSERT INTO f_number_cohort
WITH fate AS (
  SELECT
    n.k_channel, n.k_area, n.k_batch,
    coalesce(n.sold_on + 30 BETWEEN n.first_day AND n.last_day, false) AS sold_30,
    coalesce(date_trunc('month', n.activated_on) = n.first_day - INTERVAL 3 MONTH, false) AS activated_3m,
    coalesce(n.activated_on <= n.sold_on + 30, false) AS in_30,
    coalesce(c.is_end AND (NOT c.zero_call OR c.fee > 0), false) AS in_net,
    n.sold_on IS NOT NULL OR n.state = 'distributed' AS on_market,
    coalesce(c.is_end AND c.active, false) AND n.activated_on IS NOT NULL AND n.sold_on IS NOT NULL AS in_use,
    n.state = 'left' AND n.days > 90 AS recyclable
  FROM number_end n
  LEFT JOIN customer c ON c.k_customer = n.number
  WHERE n.k_channel IS NOT NULL
)
SELECT
  getvariable('month'), k_channel, k_area, k_batch,
  count_if(sold_30), count_if(sold_30 AND in_30),
  count_if(activated_3m), count_if(activated_3m AND in_net),
  count_if(on_market), count_if(in_use), count_if(recyclable)
FROM fate
GROUP BY ALL
HAVING count_if(sold_30 OR activated_3m OR on_market OR recyclable) > 0;

INSERT INTO fact_total
SELECT getvariable('month'), 'number_state', 'rows', '*',
  (SELECT count(*) FROM f_number_flow WHERE k_month = getvariable('month'))
  + (SELECT coalesce(sum(released), 0) FROM f_number_company WHERE k_month = getvariable('month'));

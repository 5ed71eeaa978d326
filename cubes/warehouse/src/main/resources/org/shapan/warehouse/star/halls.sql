-- C09 of one month from the feed hall_hour, the facts of the channels, f_sub_detail and the table customer. Variable: month (yyyymm).

INSERT INTO f_hall_hour
SELECT
  CAST(strftime(f.day, '%Y%m') AS INTEGER), CAST(strftime(f.day, '%Y%m%d') AS INTEGER), f.hour, c.k_channel, c.k_area,
  f.transactions, f.served, f.queue_minutes, f.prompts, f.accepted
FROM hall_hour f
JOIN channel_of_month c ON c.code = f.channel;

INSERT INTO f_hall_month
WITH parameter AS (                        -- domain §5.10
  SELECT 0.005 AS payment_share, 50 AS terminal_yuan, 12 AS months, 0.7 AS retention
),
hall AS (
  SELECT c.k_channel, c.k_area, coalesce(c.staff, 0) AS staff, coalesce(c.floor_area, 0) AS floor_area
  FROM channel_of_month c
  JOIN d_channel_type USING (k_channel_type)
  WHERE class_code = 'own'
),
work AS (
  SELECT
    f.k_channel,
    sum(f.transactions) AS transactions,
    sum(CASE WHEN t.divertible THEN f.transactions ELSE 0 END) AS divertible,
    sum(f.complaints) AS complaints,
    sum(f.amount) AS amount,
    sum(f.terminals) AS terminals,
    sum(f.transactions * t.points) AS points
  FROM f_channel_day f
  JOIN d_business_type t USING (k_business_type)
  WHERE f.k_month = getvariable('month')
  GROUP BY ALL
),
won AS (
  SELECT k_channel, sum(fee) AS fee_new FROM customer WHERE tenure_months <= 2 GROUP BY ALL
),
third AS (
  SELECT c.k_channel, sum(d.fee) / 3 AS fee_month
  FROM customer c
  JOIN f_sub_detail_history d USING (k_customer)
  WHERE c.tenure_months = 2 AND d.k_month BETWEEN CAST(strftime(make_date(c.k_month // 100, c.k_month % 100, 1) - INTERVAL 2 MONTH, '%Y%m') AS INTEGER) AND c.k_month
  GROUP BY ALL
)
SELECT
  f.k_month, h.k_channel, h.k_area,
  coalesce(w.transactions, 0), coalesce(w.divertible, 0), coalesce(w.complaints, 0),
  f.rent, f.labour, f.maintenance - f.rent - f.labour, f.depreciation, f.marketing, f.depreciation + f.maintenance + f.marketing,
  coalesce(n.fee_new, 0),
  coalesce(w.amount, 0) * p.payment_share,
  coalesce(w.terminals, 0) * p.terminal_yuan,
  coalesce(w.points, 0),
  coalesce(t.fee_month, 0) * p.months * p.retention,
  f.open_outlet, f.open_outlet * h.staff, f.open_outlet * h.floor_area
FROM hall h
JOIN f_channel_cost f ON f.k_channel = h.k_channel AND f.k_month = getvariable('month')
CROSS JOIN parameter p
LEFT JOIN work w ON w.k_channel = h.k_channel
LEFT JOIN won n ON n.k_channel = h.k_channel
LEFT JOIN third t ON t.k_channel = h.k_channel;

INSERT INTO fact_total
SELECT getvariable('month'), 'hall_hour', measure, '*', total
FROM (UNPIVOT (
  SELECT
    count(*) AS rows,
    sum(transactions) AS transactions,
    sum(served) AS served,
    sum(queue_minutes) AS queue_minutes,
    sum(prompts) AS prompts,
    sum(accepted) AS accepted
  FROM f_hall_hour
  WHERE k_month = getvariable('month')
) ON COLUMNS(*)::DECIMAL(18, 2) INTO NAME measure VALUE total);

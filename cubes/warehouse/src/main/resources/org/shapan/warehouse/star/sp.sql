-- C04 of one month from the feeds sp_hour and sp_user and the table customer.

INSERT INTO f_sp_hour
SELECT
  CAST(strftime(f.day, '%Y%m') AS INTEGER), CAST(strftime(f.day, '%Y%m%d') AS INTEGER),
  f.hour, s.k_sp_code,
  f.mo, f.mt, f.mo + f.mt,
  CASE WHEN f.hour <= 5 THEN f.mo + f.mt ELSE 0 END,
  f.fee_events, f.fee, f.n_new, f.n_end, f.n_quick_end, f.complaints, f.refund
FROM sp_hour f
JOIN d_sp_code s ON s.code = f.sp_code;

INSERT INTO f_sp_user
WITH bill AS (
  SELECT number, sum(fee) AS sp_fee FROM sp_user GROUP BY number
)
SELECT
  c.k_month, c.k_customer, s.k_sp_code, c.k_leaf, c.k_channel, o.k_channel, c.k_brand, c.k_tier, c.k_tenure, c.k_activation, f.peak_hour,
  f.fee, f.paid, f.fee - f.paid, f.fee * coalesce(s.settlement_ratio, 0),
  f.mo, f.mt,
  CASE WHEN f.first_use >= m.first_day THEN 1 ELSE 0 END,
  CAST(f.ended AS INTEGER), CAST(f.quick_end AS INTEGER), f.complaints, f.refund,
  f.first_use, f.hours, f.handset, f.called, c.activated_on,
  CASE WHEN f.fee > 0 AND f.mo = 0 THEN c.k_customer END,
  CASE WHEN s.ceiling > 0 AND f.fee >= 0.95 * s.ceiling THEN c.k_customer END,
  CASE WHEN f.first_use >= m.first_day THEN c.k_customer END,
  CASE WHEN c.tenure_months <= 3 THEN c.k_customer END,
  CASE WHEN b.sp_fee >= 0.7 * c.fee AND f.called <= 3 THEN c.k_customer END
FROM sp_user f
JOIN bill b USING (number)
JOIN customer c ON c.k_customer = f.number
JOIN d_sp_code s ON s.code = f.sp_code
JOIN d_channel o ON o.code = f.order_channel
JOIN d_month m ON m.k_month = getvariable('month');

INSERT INTO f_sp_city_month
SELECT
  f.k_month, f.k_sp_code, a.k_city, f.k_brand,
  sum(f.mo), sum(f.mt), sum(f.n_new), sum(f.n_end), sum(f.n_quick_end), sum(f.complaints), sum(f.refund)
FROM f_sp_user f
JOIN d_area_leaf l USING (k_leaf)
JOIN d_area a USING (k_area)
WHERE f.k_month = getvariable('month')
GROUP BY ALL;

INSERT INTO fact_total
SELECT getvariable('month'), 'sp_hour', measure, item, total
FROM (UNPIVOT (
  SELECT
    coalesce(s.code, '*') AS item,
    count(*) AS rows,
    sum(mo) AS mo,
    sum(mt) AS mt,
    sum(fee_events) AS fee_events,
    sum(fee) AS fee,
    sum(n_new) AS n_new,
    sum(n_end) AS n_end,
    sum(n_quick_end) AS n_quick_end,
    sum(complaints) AS complaints,
    sum(refund) AS refund
  FROM f_sp_hour JOIN d_sp_code s USING (k_sp_code)
  WHERE k_month = getvariable('month')
  GROUP BY ROLLUP (s.code)
) ON COLUMNS(* EXCLUDE item)::DECIMAL(18, 2) INTO NAME measure VALUE total);

INSERT INTO fact_total
SELECT getvariable('month'), 'sp_user', measure, item, total
FROM (UNPIVOT (
  SELECT
    coalesce(s.code, '*') AS item,
    count(*) AS rows,
    sum(fee) AS fee,
    sum(received) AS paid,
    sum(mo) AS mo,
    sum(mt) AS mt,
    sum(hours) AS hours,
    sum(n_end) AS ended,
    sum(n_quick_end) AS quick_end,
    sum(complaints) AS complaints,
    sum(refund) AS refund,
    sum(called) AS called
  FROM f_sp_user JOIN d_sp_code s USING (k_sp_code)
  WHERE k_month = getvariable('month')
  GROUP BY ROLLUP (s.code)
) ON COLUMNS(* EXCLUDE item)::DECIMAL(18, 2) INTO NAME measure VALUE total);

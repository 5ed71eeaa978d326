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
SELECT
  c.k_month, c.k_customer, s.k_sp_code, c.k_leaf, c.k_channel, c.k_brand,
  f.fee, f.paid, f.fee - f.paid, f.fee * s.settlement_ratio,
  f.mo, f.mt,
  CASE WHEN f.fee > 0 AND f.mo = 0 THEN c.k_customer END,
  CASE WHEN s.ceiling > 0 AND f.fee >= 0.95 * s.ceiling THEN c.k_customer END
FROM sp_user f
JOIN customer c ON c.k_customer = f.number
JOIN d_sp_code s ON s.code = f.sp_code;

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
    sum(mt) AS mt
  FROM f_sp_user JOIN d_sp_code s USING (k_sp_code)
  WHERE k_month = getvariable('month')
  GROUP BY ROLLUP (s.code)
) ON COLUMNS(* EXCLUDE item)::DECIMAL(18, 2) INTO NAME measure VALUE total);

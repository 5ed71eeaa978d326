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

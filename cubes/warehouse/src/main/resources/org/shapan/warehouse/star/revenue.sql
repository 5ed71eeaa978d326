-- C01 of one month from the feed rev_item, the table customer and C01 of the month before. Variable: month_before (yyyymm).

INSERT INTO f_rev_detail
SELECT
  c.k_month, c.k_customer, c.k_leaf, c.k_channel, c.k_brand, c.k_plan, s.k_service, c.k_tier, c.k_tenure, c.k_payment, c.k_cohort,
  f.fee, f.discount, f.fee - f.discount, f.gift, f.minutes, f.messages, f.kb,
  CASE WHEN s.is_voice THEN f.fee ELSE 0 END,
  CASE WHEN s.is_data_service THEN f.fee ELSE 0 END,
  CASE WHEN s.is_monternet THEN f.fee ELSE 0 END,
  CASE WHEN s.is_group THEN f.fee ELSE 0 END,
  CASE WHEN s.is_p2p_sms THEN f.messages ELSE 0 END,
  CASE WHEN c.k_cohort = 1 THEN f.fee ELSE 0 END,
  CASE WHEN c.k_cohort = 2 THEN f.fee ELSE 0 END,
  CASE WHEN c.k_cohort = 4 THEN f.fee ELSE 0 END,
  0,
  CASE WHEN c.top_32 THEN f.fee ELSE 0 END,
  CASE WHEN f.fee > 0 THEN c.k_customer END
FROM rev_item f
JOIN customer c ON c.k_customer = f.number
JOIN d_service s ON s.code = f.service;

-- What the customers who left in this month were billed in the month before, under the keys they had then (REV-18).
INSERT INTO f_rev_detail
SELECT
  c.k_month, r.k_customer, r.k_leaf, r.k_channel, r.k_brand, r.k_plan, r.k_service, r.k_tier, r.k_tenure, r.k_payment, 3,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, r.fee_gross, 0, NULL
FROM f_rev_detail_history r
JOIN customer c ON c.k_customer = r.k_customer AND c.is_left
WHERE r.k_month = getvariable('month_before') AND r.fee_gross <> 0;

INSERT INTO fact_total
SELECT getvariable('month'), 'rev_item', measure, item, total
FROM (UNPIVOT (
  SELECT
    coalesce(s.code, '*') AS item,
    count(*) FILTER (fee_lost_prev = 0) AS rows,
    sum(fee_gross) AS fee,
    sum(discount) AS discount,
    sum(gift) AS gift,
    sum(minutes) AS minutes,
    sum(msgs) AS messages,
    sum(kb) AS kb
  FROM f_rev_detail JOIN d_service s USING (k_service)
  WHERE k_month = getvariable('month')
  GROUP BY ROLLUP (s.code)
) ON COLUMNS(* EXCLUDE item)::DECIMAL(18, 2) INTO NAME measure VALUE total);

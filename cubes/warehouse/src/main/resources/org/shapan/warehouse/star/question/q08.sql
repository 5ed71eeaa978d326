-- Q8: SP companies by line and fee for 2010-03 with users, MO, MT, MT per MO, MoM of the fee, the median fee of
-- the line, and a state: 1 for twice the median and more.
WITH billing AS (
  SELECT s.line_en AS line, s.company_en AS company, f.k_month, sum(f.fee) AS fee, count(DISTINCT f.k_customer) AS users
  FROM f_sp_user f
  JOIN d_sp_code s USING (k_sp_code)
  WHERE f.k_month IN (201003, 201002)
  GROUP BY ALL
),
traffic AS (
  SELECT s.line_en AS line, s.company_en AS company, sum(f.mo) AS mo, sum(f.mt) AS mt
  FROM f_sp_hour f
  JOIN d_sp_code s USING (k_sp_code)
  WHERE f.k_month = 201003
  GROUP BY ALL
)
SELECT
  b.line,
  b.company,
  b.fee,
  b.users,
  t.mo,
  t.mt,
  CASE WHEN t.mo <> 0 THEN CAST(t.mt AS DOUBLE) / CAST(t.mo AS DOUBLE) END AS mt_per_mo,
  CASE WHEN p.fee <> 0 THEN CAST(b.fee AS DOUBLE) / CAST(p.fee AS DOUBLE) - 1 END AS fee_mom,
  median(CAST(b.fee AS DOUBLE)) OVER (PARTITION BY b.line) AS line_median_fee,
  CASE WHEN b.fee >= 2 * line_median_fee THEN 1 ELSE 0 END AS state
FROM billing b
LEFT JOIN billing p ON p.line = b.line AND p.company = b.company AND p.k_month = 201002
LEFT JOIN traffic t ON t.line = b.line AND t.company = b.company
WHERE b.k_month = 201003
ORDER BY b.fee DESC, b.line, b.company;

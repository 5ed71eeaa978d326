-- What the sand table shows of channels, numbers, arrears, groups, snapshots and targets, from the tables: one row per unit and month.
WITH place AS (
  SELECT a.k_area, unnest(['Company', a.city_en, a.branch_en]) AS unit FROM d_area a
),
leaf AS (
  SELECT l.k_leaf, p.unit FROM d_area_leaf l JOIN place p USING (k_area)
),
stock AS (
  SELECT unit, k_month, SUM(short_outlet) / SUM(open_outlet) AS "Stock-short share"
  FROM f_channel_cost JOIN place USING (k_area) GROUP BY unit, k_month
),
cohort AS (
  SELECT unit, k_month, SUM(activated_30) / NULLIF(SUM(sold_30), 0) AS "30-day activation",
    SUM(kept_3m) / NULLIF(SUM(activated_3m), 0) AS "Three-month in-net"
  FROM f_number_cohort JOIN place USING (k_area) GROUP BY unit, k_month
),
kept AS (
  SELECT unit, k_month, SUM(fake_6m) / NULLIF(SUM(new_6m), 0) AS "Kept ratio"
  FROM f_number_check JOIN place USING (k_area) GROUP BY unit, k_month
),
billed AS (
  SELECT unit, k_month, SUM(fee_gross) AS gross FROM f_rev_detail JOIN leaf USING (k_leaf) GROUP BY unit, k_month
),
owed AS (
  SELECT unit, k_month, SUM(balance_2) AS balance FROM f_arrears JOIN leaf USING (k_leaf) GROUP BY unit, k_month
),
arrears AS (
  SELECT o.unit, o.k_month, o.balance / b.gross AS "Arrears rate after two cycles"
  FROM owed o JOIN billed b ON b.unit = o.unit
    AND b.k_month = CASE WHEN o.k_month % 100 > 2 THEN o.k_month - 2 ELSE o.k_month - 90 END
),
stable AS (
  SELECT unit, k_month, SUM(high_core_groups) / NULLIF(SUM(core_groups), 0) AS "High-stability ratio"
  FROM f_group JOIN leaf USING (k_leaf) GROUP BY unit, k_month
),
snapshot AS (
  SELECT unit, k_month, SUM(in_tier) / NULLIF(SUM(base), 0) AS "Retention"
  FROM f_retention JOIN leaf USING (k_leaf) GROUP BY unit, k_month
),
goal AS (
  SELECT COALESCE(c.city_en, b.branch_en, 'Company') AS unit, year_no, target
  FROM f_target t LEFT JOIN (SELECT DISTINCT k_city, city_en FROM d_area) c ON t.unit_level = 'city' AND c.k_city = t.k_city
    LEFT JOIN (SELECT DISTINCT k_branch, branch_en FROM d_area) b ON t.unit_level = 'branch' AND b.k_branch = t.k_branch
  WHERE kpi = 'REV-01'
),
completion AS (
  SELECT unit, k_month, SUM(gross) OVER (PARTITION BY unit, year_no ORDER BY k_month) / target AS "Revenue completion"
  FROM billed JOIN d_month USING (k_month) JOIN goal USING (unit, year_no)
)
SELECT * FROM billed
LEFT JOIN completion USING (unit, k_month)
LEFT JOIN stock USING (unit, k_month)
LEFT JOIN cohort USING (unit, k_month)
LEFT JOIN kept USING (unit, k_month)
LEFT JOIN arrears USING (unit, k_month)
LEFT JOIN stable USING (unit, k_month)
LEFT JOIN snapshot USING (unit, k_month)

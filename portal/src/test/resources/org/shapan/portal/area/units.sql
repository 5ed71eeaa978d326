-- What the area board shows, from the tables: one row per unit and month. Units of all levels are told apart by level and name.
WITH leaf AS (
  SELECT l.k_leaf, a.city_en, a.branch_en, a.area_en
  FROM d_area_leaf l JOIN d_area a USING (k_area)
),
revenue AS (
  SELECT k_month, k_leaf, SUM(fee_gross) AS gross, SUM(fee_data) AS data_fee, SUM(fee_group) AS group_fee,
    SUM(minutes) AS talk
  FROM f_rev_detail GROUP BY ALL
),
subscribers AS (
  SELECT k_month, k_leaf, SUM(subs_end) AS closing, SUM(subs_avg) AS average, SUM(subs_new) AS arrived, SUM(subs_left) AS gone,
    SUM(subs_back) AS back, SUM(active) AS lively, SUM(mid_high_dyn) AS mid_high
  FROM f_subscriber GROUP BY ALL
),
unit AS (
  SELECT k_leaf, 'company' AS unit_level, 'Company' AS unit FROM leaf
  UNION ALL SELECT k_leaf, 'city', city_en FROM leaf
  UNION ALL SELECT k_leaf, 'branch', branch_en FROM leaf
  UNION ALL SELECT k_leaf, 'area', area_en FROM leaf
),
electronic AS (
  SELECT 'company' AS unit_level, k_month, SUM(tx_electronic) / SUM(transactions) AS share FROM f_channel_day GROUP BY k_month
),
fact AS (
  SELECT * FROM revenue FULL JOIN subscribers USING (k_month, k_leaf)
)
SELECT
  u.unit_level, u.unit, f.k_month,
  SUM(gross) AS "Gross revenue",
  SUM(gross) / SUM(average) AS "ARPU",
  SUM(closing) AS "Closing subscribers",
  SUM(arrived) + SUM(back) - SUM(gone) AS "Net adds",
  SUM(gone) / SUM(average) AS "Churn rate",
  SUM(data_fee) / SUM(gross) AS "Data share",
  SUM(mid_high) / SUM(closing) AS "Mid/high-end share",
  SUM(arrived) AS "New",
  SUM(lively) / SUM(closing) AS "Active rate",
  SUM(group_fee) AS "Group revenue",
  SUM(talk) / SUM(average) AS "MOU",
  ANY_VALUE(share) AS "E-channel share"
FROM fact f JOIN unit u ON u.k_leaf = f.k_leaf LEFT JOIN electronic USING (unit_level, k_month)
GROUP BY u.unit_level, u.unit, f.k_month

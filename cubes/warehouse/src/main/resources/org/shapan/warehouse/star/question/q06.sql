-- Q6: unit cost and e-channel share by channel class and month; the class is null for the company.
WITH traffic AS (
  SELECT f.k_month, y.class_en, sum(f.transactions) AS transactions, sum(f.tx_electronic) AS electronic
  FROM f_channel_day f
  JOIN d_channel c USING (k_channel)
  JOIN d_channel_type y USING (k_channel_type)
  GROUP BY GROUPING SETS ((f.k_month, y.class_en), (f.k_month))
),
cost AS (
  SELECT f.k_month, y.class_en, sum(f.depreciation + f.maintenance + f.marketing) AS cost
  FROM f_channel_cost f
  JOIN d_channel c USING (k_channel)
  JOIN d_channel_type y USING (k_channel_type)
  GROUP BY GROUPING SETS ((f.k_month, y.class_en), (f.k_month))
)
SELECT
  t.k_month AS month,
  t.class_en AS class,
  t.transactions,
  c.cost,
  CASE WHEN t.transactions <> 0 THEN CAST(c.cost AS DOUBLE) / t.transactions END AS unit_cost,
  CASE WHEN t.transactions <> 0 THEN CAST(t.electronic AS DOUBLE) / t.transactions END AS e_channel_share
FROM traffic t
LEFT JOIN cost c ON c.k_month = t.k_month AND c.class_en IS NOT DISTINCT FROM t.class_en
ORDER BY t.k_month, t.class_en NULLS LAST;

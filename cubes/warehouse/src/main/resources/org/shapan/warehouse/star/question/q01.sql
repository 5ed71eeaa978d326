-- Q1: net revenue by branch and brand for 2010-03 with MoM, YoY and share of the column.
WITH cell AS (
  SELECT a.branch_en AS branch, b.brand_en AS brand, r.k_month, sum(r.fee_gross) - sum(r.discount) AS net
  FROM f_rev_detail r
  JOIN d_area_leaf l USING (k_leaf)
  JOIN d_area a USING (k_area)
  JOIN d_brand b USING (k_brand)
  WHERE r.k_month IN (201003, 201002, 200903)
  GROUP BY ALL
)
SELECT
  c.branch,
  c.brand,
  c.net AS net_revenue,
  CASE WHEN m.net <> 0 THEN CAST(c.net AS DOUBLE) / CAST(m.net AS DOUBLE) - 1 END AS mom,
  CASE WHEN y.net <> 0 THEN CAST(c.net AS DOUBLE) / CAST(y.net AS DOUBLE) - 1 END AS yoy,
  CAST(c.net AS DOUBLE) / CAST(sum(c.net) OVER (PARTITION BY c.brand) AS DOUBLE) AS share_of_column
FROM cell c
LEFT JOIN cell m ON m.branch = c.branch AND m.brand = c.brand AND m.k_month = 201002
LEFT JOIN cell y ON y.branch = c.branch AND y.brand = c.brand AND y.k_month = 200903
WHERE c.k_month = 201003
ORDER BY c.branch, c.brand;

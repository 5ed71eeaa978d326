-- Q12: volume and rate effects of March 2010 by branch; each two add up to the change. The company's own differ by the mix effect.
WITH unit AS (
  SELECT k_leaf, 'Company' AS name FROM d_area_leaf
  UNION ALL
  SELECT l.k_leaf, a.branch_en FROM d_area_leaf l JOIN d_area a USING (k_area)
),
revenue AS (
  SELECT name, k_month, CAST(sum(fee_gross) AS DOUBLE) AS fee
  FROM f_rev_detail JOIN unit USING (k_leaf) WHERE k_month IN (201002, 201003) GROUP BY ALL
),
customers AS (
  SELECT name, k_month, CAST(sum(subs_avg) AS DOUBLE) AS subs
  FROM f_subscriber JOIN unit USING (k_leaf) WHERE k_month IN (201002, 201003) GROUP BY ALL
)
SELECT
  now.name AS unit,
  (s.subs - b.subs) * before.fee / b.subs AS volume,
  (now.fee / s.subs - before.fee / b.subs) * s.subs AS rate,
  now.fee - before.fee AS change
FROM revenue now
JOIN revenue before ON before.name = now.name AND before.k_month = 201002
JOIN customers s ON s.name = now.name AND s.k_month = 201003
JOIN customers b ON b.name = now.name AND b.k_month = 201002
WHERE now.k_month = 201003
ORDER BY unit;

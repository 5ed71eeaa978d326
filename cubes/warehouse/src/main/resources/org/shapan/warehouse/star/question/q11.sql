-- Q11: completion of the revenue target against time progress at 31 July 2008, company and branches.
WITH unit AS (
  SELECT k_leaf, 'Company' AS name, 'company' AS unit_level, 'company' AS unit_code FROM d_area_leaf
  UNION ALL
  SELECT l.k_leaf, a.branch_en, 'branch', a.branch_code FROM d_area_leaf l JOIN d_area a USING (k_area)
)
SELECT
  u.name AS unit,
  CAST(sum(r.fee_gross) AS DOUBLE) / CAST(any_value(t.target) AS DOUBLE) AS completion,
  213 / 366 AS time_progress
FROM f_rev_detail r
JOIN unit u USING (k_leaf)
JOIN f_target t ON t.kpi = 'REV-01' AND t.year_no = 2008 AND t.unit_level = u.unit_level AND t.unit_code = u.unit_code
WHERE r.k_month BETWEEN 200801 AND 200807
GROUP BY u.name
ORDER BY u.name;

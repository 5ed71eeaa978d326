-- What the page of a company rests on, from the facts: one row per business code and month, under the names of the domain's figures.
WITH billing AS (
  SELECT k_sp_code, k_month, SUM(fee) AS fee, COUNT(DISTINCT k_customer) AS users,
    COUNT(DISTINCT CASE WHEN fee > 0 AND mo = 0 THEN k_customer END) / COUNT(DISTINCT k_customer) AS silent,
    COUNT(DISTINCT k_ceiling) / COUNT(DISTINCT k_customer) AS ceiling, COUNT(DISTINCT k_fresh) / COUNT(DISTINCT k_customer) AS fresh
  FROM f_sp_user GROUP BY ALL
),
traffic AS (
  SELECT k_sp_code, k_month, SUM(mo) AS mo, SUM(mt) AS mt, SUM(complaints) AS complaints, SUM(n_quick_end) / NULLIF(SUM(n_new), 0) AS quick,
    SUM(CASE WHEN k_hour <= 5 THEN mo + mt ELSE 0 END) / NULLIF(SUM(mo + mt), 0) AS night
  FROM f_sp_hour GROUP BY ALL
),
hours AS (
  SELECT k_sp_code, k_month, MAX(messages) / NULLIF(SUM(messages), 0) AS peak_hour
  FROM (SELECT k_sp_code, k_month, k_hour, SUM(mo + mt) AS messages FROM f_sp_hour GROUP BY ALL) GROUP BY ALL
),
days AS (
  SELECT k_sp_code, k_month, SUM(messages) FILTER (place <= 3) / NULLIF(SUM(messages), 0) AS three_days
  FROM (SELECT k_sp_code, k_month, k_day, SUM(mt) AS messages, ROW_NUMBER() OVER (PARTITION BY k_sp_code, k_month ORDER BY SUM(mt) DESC) AS place
    FROM f_sp_hour GROUP BY k_sp_code, k_month, k_day)
  GROUP BY ALL
)
SELECT code, line_code, k_month, b.* EXCLUDE (k_sp_code, k_month), t.* EXCLUDE (k_sp_code, k_month), peak_hour, three_days,
  f.malicious_fee / NULLIF(f.fee, 0) AS malicious, f.convergence, f.homogeneous_pairs AS pairs
FROM d_sp_code c JOIN billing b USING (k_sp_code)
LEFT JOIN traffic t USING (k_sp_code, k_month)
LEFT JOIN hours USING (k_sp_code, k_month)
LEFT JOIN days USING (k_sp_code, k_month)
LEFT JOIN f_sp_month f USING (k_sp_code, k_month)

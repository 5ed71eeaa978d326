-- What the rules look at in March 2010, from the tables: one row per business code.
WITH hours AS (
  SELECT k_sp_code, k_hour, SUM(mo + mt) AS messages FROM f_sp_hour WHERE k_month = 201003 GROUP BY ALL
),
days AS (
  SELECT k_sp_code, k_day, SUM(mt) AS messages FROM f_sp_hour WHERE k_month = 201003 GROUP BY ALL
),
peak AS (
  SELECT k_sp_code, MAX(messages) / SUM(messages) AS peak_hour FROM hours GROUP BY ALL HAVING SUM(messages) > 0
),
burst AS (
  SELECT k_sp_code, SUM(messages) FILTER (place <= 3) / SUM(messages) AS three_days
  FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY k_sp_code ORDER BY messages DESC) AS place FROM days)
  GROUP BY ALL HAVING SUM(messages) > 0
),
traffic AS (
  SELECT k_sp_code, SUM(CASE WHEN k_hour <= 5 THEN mo + mt ELSE 0 END) / NULLIF(SUM(mo + mt), 0) AS night
  FROM f_sp_hour WHERE k_month = 201003 GROUP BY ALL
),
billing AS (
  SELECT k_sp_code, SUM(fee) AS fee, COUNT(DISTINCT k_customer) AS users,
    COUNT(DISTINCT CASE WHEN fee > 0 AND mo = 0 THEN k_customer END) / COUNT(DISTINCT k_customer) AS silent
  FROM f_sp_user WHERE k_month = 201003 GROUP BY ALL
)
SELECT c.code, c.company_code, c.line_code, fee, users, silent, night, peak_hour, three_days
FROM d_sp_code c
JOIN billing USING (k_sp_code)
LEFT JOIN traffic USING (k_sp_code)
LEFT JOIN peak USING (k_sp_code)
LEFT JOIN burst USING (k_sp_code)

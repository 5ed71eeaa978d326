-- Q9: traffic by hour and weekday of the business code with the most traffic in 2010-03.
WITH code AS (
  SELECT k_sp_code FROM f_sp_hour WHERE k_month = 201003 GROUP BY k_sp_code ORDER BY sum(traffic) DESC, k_sp_code LIMIT 1
)
SELECT s.code, f.k_hour AS hour, d.weekday_no AS weekday, sum(f.mo) AS mo, sum(f.mt) AS mt, sum(f.traffic) AS traffic
FROM f_sp_hour f
JOIN code USING (k_sp_code)
JOIN d_sp_code s USING (k_sp_code)
JOIN d_day d USING (k_day)
WHERE f.k_month = 201003
GROUP BY ALL
ORDER BY hour, weekday;

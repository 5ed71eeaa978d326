-- What the SP board shows, from the tables: one row per unit and month; the units are all companies, each line,
-- each company, and each company within each line.
WITH unit AS (
  SELECT k_sp_code, 'all' AS unit_level, '' AS unit FROM d_sp_code
  UNION ALL SELECT k_sp_code, 'line', line_code FROM d_sp_code
  UNION ALL SELECT k_sp_code, 'company', company_code FROM d_sp_code
  UNION ALL SELECT k_sp_code, 'line company', line_code || ' ' || company_code FROM d_sp_code
),
billing AS (
  SELECT unit_level, unit, k_month, SUM(fee) AS fee, SUM(arrears) AS arrears, SUM(settlement) AS settlement,
    COUNT(DISTINCT k_customer) AS users
  FROM f_sp_user JOIN unit USING (k_sp_code) GROUP BY ALL
),
traffic AS (
  SELECT unit_level, unit, k_month, SUM(mo) AS up, SUM(mt) AS down, SUM(complaints) AS complaints, SUM(refund) AS refund
  FROM f_sp_hour JOIN unit USING (k_sp_code) GROUP BY ALL
)
SELECT
  unit_level, unit, k_month,
  fee AS "Fee",
  users AS "Users",
  up AS "MO",
  down AS "MT",
  CASE WHEN up > 0 THEN down / up END AS "MT per MO",
  CASE WHEN fee > 0 THEN arrears / fee END AS "Arrears rate",
  complaints / users * 10000 AS "Complaints per 10k",
  settlement - COALESCE(refund, 0) AS "Settlement due",
  refund AS "Refund"
FROM billing FULL JOIN traffic USING (unit_level, unit, k_month)

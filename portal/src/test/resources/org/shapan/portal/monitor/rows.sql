-- The lists of channels, halls, arrears and convergence from the facts alone: one row per month, list and member, without a code that of all members
-- together. March 2010 is the latest month, in October 2009 there are malicious arrears.
WITH month AS (
  SELECT k_month, k_prev_month, days, strftime(last_day, '%Y%m%d')::INTEGER AS k_last_day FROM d_month WHERE k_month IN (200910, 201003)
),
listed AS (
  SELECT k_channel, unnest(['types', 'cost', 'short', 'idle', 'types', 'cost', 'short', 'idle']) AS block,
    unnest([type_en, type_en, c.code, c.code, '', '', '', '']) AS code
  FROM d_channel c JOIN d_channel_type USING (k_channel_type)
),
activity AS (
  SELECT k_month, block, code, SUM(transactions) AS transactions, SUM(new_nums) AS "New numbers",
    SUM(transactions) / NULLIF(SUM(attempts), 0) AS "Success rate", SUM(busy + fail) / NULLIF(SUM(attempts), 0) AS "Busy or failure rate",
    SUM(complaints) * 10000 / NULLIF(SUM(transactions), 0) AS "Complaints per 10k",
    SUM(commission) / NULLIF(SUM(new_nums), 0) AS "Commission per new number", SUM(diversion_saving) AS "Diversion saving"
  FROM f_channel_day JOIN listed USING (k_channel) GROUP BY ALL
),
traffic AS (
  SELECT a.* EXCLUDE transactions, a.transactions AS "Transactions", a.transactions / NULLIF(p.transactions, 0) - 1 AS "Transactions MoM"
  FROM activity a JOIN month m USING (k_month)
    LEFT JOIN activity p ON p.k_month = m.k_prev_month AND p.block = a.block AND p.code = a.code
),
cost AS (
  SELECT k_month, block, code, SUM(short_outlet) AS "Short outlets", SUM(idle_outlet) AS "Idle outlets", SUM(depreciation + maintenance + marketing) AS "Channel cost"
  FROM f_channel_cost JOIN listed USING (k_channel) JOIN month USING (k_month) GROUP BY ALL
),
stock AS (
  SELECT k_month, block, code, SUM(stock) FILTER (k_day = k_last_day) AS "Stock",
    SUM(stock) FILTER (k_day = k_last_day) / NULLIF(SUM(sales) / ANY_VALUE(days), 0) AS "Days of stock"
  FROM f_channel_stock JOIN listed USING (k_channel) JOIN month USING (k_month) GROUP BY ALL
),
business AS (
  SELECT k_month, 'diversion' AS block, COALESCE(business_en, '') AS code, SUM(tx_eligible) AS "Eligible transactions", SUM(tx_diverted) AS "Diverted transactions",
    SUM(tx_diverted) / NULLIF(SUM(tx_eligible), 0) AS "Diversion rate", SUM(diversion_saving) AS "Diversion saving"
  FROM f_channel_day JOIN d_business_type USING (k_business_type) JOIN month USING (k_month) GROUP BY GROUPING SETS ((k_month, business_en), (k_month))
),
worth AS (
  SELECT unnest(['values', 'outlets']) AS block, unnest([type_en, c.code]) AS code, s.*
  FROM f_social_month s JOIN d_value_type USING (k_value_type) JOIN d_channel c USING (k_channel) JOIN month USING (k_month)
),
social AS (
  SELECT k_month, block, COALESCE(code, '') AS code, SUM(channels) AS "Channel-months", SUM(score) / SUM(channels) AS "Score", SUM(input) AS "Input",
    SUM(contribution) AS "Contribution", SUM(contribution) - SUM(input) AS "Net value", SUM(contribution) / NULLIF(SUM(input), 0) AS "Input–output",
    SUM(withheld) AS "Commission withheld"
  FROM worth GROUP BY GROUPING SETS ((k_month, block, code), (k_month, block))
),
hall AS (
  SELECT k_month, 'halls' AS block, COALESCE(code, '') AS code, SUM(cost) AS "Hall cost", SUM(points_worth + expected) AS "Economic value",
    SUM(points_worth + expected) / NULLIF(SUM(m.staff), 0) AS "Staff efficiency", SUM(points_worth + expected) / NULLIF(SUM(m.floor_area), 0) AS "Floor efficiency",
    SUM(complaints) * 10000 / NULLIF(SUM(transactions), 0) AS "Hall complaints per 10k"
  FROM f_hall_month m JOIN d_channel c USING (k_channel) JOIN month USING (k_month) GROUP BY GROUPING SETS ((k_month, code), (k_month))
),
load AS (
  SELECT k_month, block, COALESCE(code, '') AS code, SUM(served) AS "Customers served", SUM(queue_minutes) / NULLIF(SUM(served), 0) AS "Mean wait"
  FROM (SELECT unnest(['halls', 'hours']) AS block, unnest([code, hour_en]) AS code, k_month, served, queue_minutes
    FROM f_hall_hour JOIN d_channel USING (k_channel) JOIN d_hour USING (k_hour) JOIN month USING (k_month))
  GROUP BY GROUPING SETS ((k_month, block, code), (k_month, block))
),
overdue AS (
  SELECT k_month, block, COALESCE(code, '') AS code, SUM(balance) AS "Arrears balance", COUNT(DISTINCT k_debtor) AS "Debtors", SUM(malicious) AS "Malicious arrears",
    COUNT(DISTINCT k_malicious) AS "Malicious customers"
  FROM (SELECT unnest(['orders', 'ages']) AS block, unnest([type_en, age_en]) AS code, k_month, balance, k_debtor, malicious, k_malicious
    FROM f_arrears JOIN d_arrears_age USING (k_arrears_age) LEFT JOIN d_channel c ON c.k_channel = k_order_channel
      LEFT JOIN d_channel_type USING (k_channel_type) JOIN month USING (k_month))
  GROUP BY GROUPING SETS ((k_month, block, code), (k_month, block))
),
owing AS (
  SELECT k_month, 'companies' AS block, COALESCE(company_code, '') AS code, SUM(balance) AS "Code arrears balance", COUNT(DISTINCT k_debtor) AS "Code debtors",
    SUM(malicious) AS "Code malicious arrears", COUNT(DISTINCT k_malicious) AS "Code malicious customers"
  FROM f_arrears JOIN d_sp_code USING (k_sp_code) JOIN month USING (k_month) GROUP BY GROUPING SETS ((k_month, company_code), (k_month))
),
found AS (
  SELECT k_month, k_sp_code, code, settlement_ratio, malicious_fee, malicious_users, fee, convergence, overlap, homogeneous_pairs, peak_hour_share
  FROM f_sp_month JOIN d_sp_code USING (k_sp_code) JOIN month USING (k_month)
),
consumer AS (
  SELECT k_month, k_sp_code, COUNT(DISTINCT k_customer) AS users, COUNT(DISTINCT k_fresh) AS fresh
  FROM f_sp_user JOIN month USING (k_month) GROUP BY k_month, k_sp_code
),
malicious AS (
  SELECT k_month, 'codes' AS block, COALESCE(code, '') AS code, SUM(malicious_fee) AS "Malicious SP fee", SUM(malicious_users) AS "Malicious users",
    SUM(malicious_fee) / NULLIF(SUM(fee), 0) AS "Malicious ratio", SUM(malicious_fee * settlement_ratio) AS "Malicious deduction"
  FROM found GROUP BY GROUPING SETS ((k_month, code), (k_month))
),
converging AS (
  SELECT k_month, 'convergence' AS block, code, convergence AS "Convergence", users AS "SP users", fresh / users AS "Newly activated share",
    overlap AS "User overlap", homogeneous_pairs AS "Homogeneous pairs", peak_hour_share AS "Peak-hour share"
  FROM found LEFT JOIN consumer USING (k_month, k_sp_code)
),
attribute AS (
  SELECT k_month, 'attributes' AS block, attribute_en AS code, MAX(contribution) AS "Convergence contribution", MAX(concentration) AS "Concentration",
    MAX(line_base) AS "Line base", MAX(top_share) AS "Top-three share"
  FROM f_sp_convergence JOIN d_sp_attribute USING (k_attribute) JOIN month USING (k_month) GROUP BY ALL
)
SELECT *, "Channel cost" / NULLIF("Transactions", 0) AS "Unit cost"
FROM traffic FULL JOIN cost USING (k_month, block, code) FULL JOIN stock USING (k_month, block, code)
UNION ALL BY NAME SELECT * FROM business
UNION ALL BY NAME SELECT * FROM social
UNION ALL BY NAME SELECT * FROM hall FULL JOIN load USING (k_month, block, code)
UNION ALL BY NAME SELECT * FROM overdue
UNION ALL BY NAME SELECT * FROM owing
UNION ALL BY NAME SELECT * FROM malicious
UNION ALL BY NAME SELECT * FROM converging
UNION ALL BY NAME SELECT * FROM attribute

-- What channels, halls, arrears and convergence show in March 2010, from the facts alone: totals (no block), then lists by the code of the member.
SELECT 'MONITOR' AS page, '' AS block, '' AS code, SUM(transactions) AS "Transactions", SUM(tx_electronic) / SUM(transactions) AS "E-channel share",
  SUM(new_nums) AS "New numbers", SUM(transactions) / SUM(attempts) AS "Success rate", (SUM(busy) + SUM(fail)) / SUM(attempts) AS "Busy or failure rate",
  SUM(complaints) * 10000 / SUM(transactions) AS "Complaints per 10k"
FROM f_channel_day WHERE k_month = 201003
UNION ALL BY NAME
SELECT 'MONITOR' AS page, '' AS block, '' AS code, SUM(idle_outlet) / SUM(open_outlet) AS "Zero-performance share",
  SUM(short_outlet) / SUM(open_outlet) AS "Stock-short share"
FROM f_channel_cost WHERE k_month = 201003
UNION ALL BY NAME
SELECT 'MONITOR' AS page, '' AS block, '' AS code,
  SUM(stock) FILTER (WHERE k_day = 20100331) / (SUM(sales) / 31.0) AS "Days of stock"
FROM f_channel_stock WHERE k_month = 201003
UNION ALL BY NAME
SELECT 'MONITOR' AS page, '' AS block, '' AS code, SUM(activated_30) / SUM(sold_30) AS "30-day activation"
FROM f_number_cohort WHERE k_month = 201003
UNION ALL BY NAME
SELECT 'MONITOR' AS page, '' AS block, '' AS code, SUM(fake_6m) / SUM(new_6m) AS "Kept ratio", SUM(diverted_90d) / SUM(new_90d) AS "Diverted ratio"
FROM f_number_check WHERE k_month = 201003
UNION ALL BY NAME
SELECT 'COST' AS page, '' AS block, '' AS code, SUM(depreciation + maintenance + marketing) AS "Channel cost",
  SUM(depreciation + maintenance + marketing) / (SELECT SUM(transactions) FROM f_channel_day WHERE k_month = 201003) AS "Unit cost"
FROM f_channel_cost WHERE k_month = 201003
UNION ALL BY NAME
SELECT 'COST' AS page, '' AS block, '' AS code, SUM(commission) AS "Commission", SUM(commission) / SUM(new_nums) AS "Commission per new number",
  SUM(tx_diverted) / SUM(tx_eligible) AS "Diversion rate", SUM(diversion_saving) AS "Diversion saving"
FROM f_channel_day WHERE k_month = 201003
UNION ALL BY NAME
SELECT 'COST' AS page, 'diversion' AS block, b.business_en AS code, SUM(tx_eligible) AS "Eligible transactions", SUM(tx_diverted) AS "Diverted transactions",
  SUM(tx_diverted) / NULLIF(SUM(tx_eligible), 0) AS "Diversion rate", SUM(diversion_saving) AS "Diversion saving"
FROM f_channel_day JOIN d_business_type b USING (k_business_type) WHERE k_month = 201003 GROUP BY b.business_en
UNION ALL BY NAME
SELECT 'MONITOR' AS page, 'idle' AS block, c.code AS code, SUM(idle_outlet) AS "Idle outlets",
  SUM(depreciation + maintenance + marketing) AS "Channel cost"
FROM f_channel_cost JOIN d_channel c USING (k_channel) WHERE k_month = 201003 GROUP BY c.code
UNION ALL BY NAME
SELECT 'MONITOR' AS page, 'short' AS block, c.code AS code, SUM(short_outlet) AS "Short outlets"
FROM f_channel_cost JOIN d_channel c USING (k_channel) WHERE k_month = 201003 GROUP BY c.code
UNION ALL BY NAME
SELECT 'VALUE' AS page, '' AS block, '' AS code, SUM(score) / SUM(channels) AS "Score", SUM(good_grade) / SUM(channels) AS "Good grade share",
  SUM(contribution) - SUM(input) AS "Net value", SUM(contribution) / SUM(input) AS "Input–output", SUM(withheld) AS "Commission withheld",
  COALESCE(SUM(channels) FILTER (WHERE type_en = 'Arbitrage'), 0) / SUM(channels) AS "Arbitrage share"
FROM f_social_month JOIN d_value_type USING (k_value_type) WHERE k_month = 201003
UNION ALL BY NAME
SELECT 'VALUE' AS page, 'outlets' AS block, c.code AS code, SUM(input) AS "Input", SUM(contribution) AS "Contribution",
  SUM(contribution) - SUM(input) AS "Net value", SUM(contribution) / NULLIF(SUM(input), 0) AS "Input–output", SUM(score) / SUM(channels) AS "Score",
  SUM(withheld) AS "Commission withheld"
FROM f_social_month JOIN d_channel c USING (k_channel) WHERE k_month = 201003 GROUP BY c.code
UNION ALL BY NAME
SELECT 'HALLS' AS page, '' AS block, '' AS code, SUM(served) AS "Customers served", SUM(queue_minutes) / SUM(served) AS "Mean wait",
  SUM(accepted) / SUM(prompts) AS "Prompt acceptance"
FROM f_hall_hour WHERE k_month = 201003
UNION ALL BY NAME
SELECT 'HALLS' AS page, '' AS block, '' AS code, SUM(points_worth + expected) AS "Economic value", SUM(points_worth + expected) / SUM(halls) AS "Hall efficiency",
  SUM(points_worth + expected) / SUM(staff) AS "Staff efficiency", SUM(points_worth + expected) / SUM(floor_area) AS "Floor efficiency",
  SUM(cost) / SUM(transactions) AS "Hall unit cost", SUM(fee_new + payment_worth + terminal_margin) - SUM(cost) AS "Financial value",
  SUM(complaints) * 10000 / SUM(transactions) AS "Hall complaints per 10k", SUM(divertible) / SUM(transactions) AS "Diversion potential",
  SUM(points_worth) / SUM(staff) AS "Points per employee"
FROM f_hall_month WHERE k_month = 201003
UNION ALL BY NAME
SELECT 'HALLS' AS page, 'halls' AS block, c.code AS code, SUM(m.cost) AS "Hall cost", SUM(points_worth + expected) AS "Economic value",
  SUM(points_worth + expected) / NULLIF(SUM(m.staff), 0) AS "Staff efficiency", SUM(points_worth + expected) / NULLIF(SUM(m.floor_area), 0) AS "Floor efficiency",
  SUM(complaints) * 10000 / NULLIF(SUM(transactions), 0) AS "Hall complaints per 10k"
FROM f_hall_month m JOIN d_channel c USING (k_channel) WHERE k_month = 201003 GROUP BY c.code
UNION ALL BY NAME
SELECT 'HALLS' AS page, 'halls' AS block, c.code AS code, SUM(served) AS "Customers served", SUM(queue_minutes) / NULLIF(SUM(served), 0) AS "Mean wait"
FROM f_hall_hour JOIN d_channel c USING (k_channel) WHERE k_month = 201003 GROUP BY c.code
UNION ALL BY NAME
SELECT 'ARREARS' AS page, '' AS block, '' AS code, SUM(balance) AS "Arrears balance", COUNT(DISTINCT k_debtor) AS "Debtors",
  SUM(recovered) / (SUM(opening) + SUM(new_arrears)) AS "Recovery rate", SUM(balance_sp) AS "SP fee in arrears", SUM(malicious) AS "Malicious arrears",
  COUNT(DISTINCT k_malicious) AS "Malicious customers"
FROM f_arrears WHERE k_month = 201003
UNION ALL BY NAME
SELECT 'ARREARS' AS page, 'companies' AS block, company_code AS code, SUM(balance) AS "Code arrears balance", COUNT(DISTINCT k_debtor) AS "Code debtors",
  SUM(malicious) AS "Code malicious arrears", COUNT(DISTINCT k_malicious) AS "Code malicious customers"
FROM f_arrears JOIN d_sp_code USING (k_sp_code) WHERE k_month = 201003 GROUP BY company_code
UNION ALL BY NAME
SELECT 'ARREARS' AS page, 'codes' AS block, c.code AS code, SUM(malicious_fee) AS "Malicious SP fee", SUM(malicious_users) AS "Malicious users"
FROM f_sp_month JOIN d_sp_code c USING (k_sp_code) WHERE k_month = 201003 GROUP BY c.code
UNION ALL BY NAME
SELECT 'CONVERGENCE' AS page, '' AS block, '' AS code, MAX(convergence) AS "Convergence", SUM(homogeneous_pairs) AS "Homogeneous pairs",
  SUM(malicious_fee) AS "Malicious SP fee"
FROM f_sp_month WHERE k_month = 201003
UNION ALL BY NAME
SELECT 'CONVERGENCE' AS page, '' AS block, '' AS code, COUNT(DISTINCT k_customer) AS "SP users", COUNT(DISTINCT k_sp_card) AS "SP-card users",
  COUNT(DISTINCT k_fresh) / COUNT(DISTINCT k_customer) AS "Newly activated share"
FROM f_sp_user WHERE k_month = 201003
UNION ALL BY NAME
SELECT 'CONVERGENCE' AS page, 'convergence' AS block, c.code AS code, MAX(convergence) AS "Convergence", MAX(overlap) AS "User overlap",
  SUM(homogeneous_pairs) AS "Homogeneous pairs", MAX(peak_hour_share) AS "Peak-hour share"
FROM f_sp_month JOIN d_sp_code c USING (k_sp_code) WHERE k_month = 201003 GROUP BY c.code
UNION ALL BY NAME
SELECT 'CONVERGENCE' AS page, 'convergence' AS block, c.code AS code, COUNT(DISTINCT k_customer) AS "SP users"
FROM f_sp_user JOIN d_sp_code c USING (k_sp_code) WHERE k_month = 201003 GROUP BY c.code

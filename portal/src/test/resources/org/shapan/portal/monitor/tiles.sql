-- The tiles of channels, halls, arrears and convergence, from the facts alone: one row per month, of the whole company.
WITH traffic AS (
  SELECT k_month, SUM(transactions) AS "Transactions", SUM(tx_electronic) / SUM(transactions) AS "E-channel share", SUM(new_nums) AS "New numbers",
    SUM(transactions) / SUM(attempts) AS "Success rate", (SUM(busy) + SUM(fail)) / SUM(attempts) AS "Busy or failure rate",
    SUM(complaints) * 10000 / SUM(transactions) AS "Complaints per 10k", SUM(commission) AS "Commission",
    SUM(commission) / NULLIF(SUM(new_nums), 0) AS "Commission per new number", SUM(tx_diverted) / SUM(tx_eligible) AS "Diversion rate",
    SUM(diversion_saving) AS "Diversion saving"
  FROM f_channel_day GROUP BY k_month
),
cost AS (
  SELECT k_month, SUM(idle_outlet) / SUM(open_outlet) AS "Zero-performance share", SUM(short_outlet) / SUM(open_outlet) AS "Stock-short share",
    SUM(depreciation + maintenance + marketing) AS "Channel cost"
  FROM f_channel_cost GROUP BY k_month
),
stock AS (
  SELECT k_month, SUM(stock) FILTER (k_day = strftime(last_day, '%Y%m%d')::INTEGER) / (SUM(sales) / ANY_VALUE(days)) AS "Days of stock"
  FROM f_channel_stock JOIN d_month USING (k_month) GROUP BY k_month
),
cohort AS (
  SELECT k_month, SUM(activated_30) / NULLIF(SUM(sold_30), 0) AS "30-day activation" FROM f_number_cohort GROUP BY k_month
),
checked AS (
  SELECT k_month, SUM(fake_6m) / NULLIF(SUM(new_6m), 0) AS "Kept ratio", SUM(diverted_90d) / NULLIF(SUM(new_90d), 0) AS "Diverted ratio"
  FROM f_number_check GROUP BY k_month
),
social AS (
  SELECT k_month, SUM(score) / SUM(channels) AS "Score", SUM(good_grade) / SUM(channels) AS "Good grade share",
    SUM(contribution) - SUM(input) AS "Net value", SUM(contribution) / SUM(input) AS "Input–output", SUM(withheld) AS "Commission withheld",
    COALESCE(SUM(channels) FILTER (type_en = 'Arbitrage'), 0) / SUM(channels) AS "Arbitrage share"
  FROM f_social_month JOIN d_value_type USING (k_value_type) GROUP BY k_month
),
hour AS (
  SELECT k_month, SUM(served) AS "Customers served", SUM(queue_minutes) / SUM(served) AS "Mean wait", SUM(accepted) / SUM(prompts) AS "Prompt acceptance"
  FROM f_hall_hour GROUP BY k_month
),
hall AS (
  SELECT k_month, SUM(points_worth + expected) AS "Economic value", SUM(points_worth + expected) / SUM(halls) AS "Hall efficiency",
    SUM(points_worth + expected) / SUM(staff) AS "Staff efficiency", SUM(points_worth + expected) / SUM(floor_area) AS "Floor efficiency",
    SUM(cost) / SUM(transactions) AS "Hall unit cost", SUM(fee_new + payment_worth + terminal_margin) - SUM(cost) AS "Financial value",
    SUM(complaints) * 10000 / SUM(transactions) AS "Hall complaints per 10k", SUM(divertible) / SUM(transactions) AS "Diversion potential",
    SUM(points_worth) / SUM(staff) AS "Points per employee"
  FROM f_hall_month GROUP BY k_month
),
overdue AS (
  SELECT k_month, SUM(balance) AS "Arrears balance", COUNT(DISTINCT k_debtor) AS "Debtors",
    SUM(recovered) / (SUM(opening) + SUM(new_arrears)) AS "Recovery rate", SUM(balance_sp) AS "SP fee in arrears", SUM(malicious) AS "Malicious arrears",
    COUNT(DISTINCT k_malicious) AS "Malicious customers"
  FROM f_arrears GROUP BY k_month
),
found AS (
  SELECT k_month, MAX(convergence) AS "Convergence", SUM(homogeneous_pairs) AS "Homogeneous pairs", SUM(malicious_fee) AS "Malicious SP fee"
  FROM f_sp_month GROUP BY k_month
),
consumer AS (
  SELECT k_month, COUNT(DISTINCT k_customer) AS "SP users", COUNT(DISTINCT k_sp_card) AS "SP-card users",
    COUNT(DISTINCT k_fresh) / COUNT(DISTINCT k_customer) AS "Newly activated share"
  FROM f_sp_user GROUP BY k_month
)
SELECT *, "Channel cost" / "Transactions" AS "Unit cost"
FROM traffic
FULL JOIN cost USING (k_month)
FULL JOIN stock USING (k_month)
FULL JOIN cohort USING (k_month)
FULL JOIN checked USING (k_month)
FULL JOIN social USING (k_month)
FULL JOIN hour USING (k_month)
FULL JOIN hall USING (k_month)
FULL JOIN overdue USING (k_month)
FULL JOIN found USING (k_month)
FULL JOIN consumer USING (k_month)

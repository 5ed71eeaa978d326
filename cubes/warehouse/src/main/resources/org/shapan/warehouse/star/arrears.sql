-- C06 of one month from the feeds arrears and debtor and the table customer. Variables: month, month_before (yyyymm).
-- An overdue bill keeps the keys that the customer had when it was billed: those of the month before in this table.

CREATE OR REPLACE TEMP TABLE overdue AS
SELECT
  f.month AS k_month, f.number AS k_customer, f.bill_month AS k_bill_month, s.k_service, p.k_sp_code,
  coalesce(b.k_leaf, c.k_leaf) AS k_leaf,
  coalesce(b.k_channel, c.k_channel) AS k_channel,
  coalesce(b.k_order_channel, u.k_order_channel, c.k_channel) AS k_order_channel,
  coalesce(b.k_brand, c.k_brand) AS k_brand,
  coalesce(b.k_tier, c.k_tier) AS k_tier,
  coalesce(b.k_tenure, c.k_tenure) AS k_tenure,
  coalesce(b.k_activation, c.k_activation) AS k_activation,
  (f.month // 100 - f.bill_month // 100) * 12 + f.month % 100 - f.bill_month % 100 AS cycles,
  f.balance, f.recovered,
  s.is_monternet
FROM arrears f
JOIN d_service s ON s.code = f.service
LEFT JOIN d_sp_code p ON p.code = f.sp_code
LEFT JOIN f_arrears_history b
  ON b.k_month = getvariable('month_before') AND b.k_customer = f.number AND b.k_bill_month = f.bill_month
  AND b.k_service = s.k_service AND b.k_sp_code IS NOT DISTINCT FROM p.k_sp_code
LEFT JOIN f_sp_user u
  ON u.k_month = getvariable('month') AND f.bill_month = u.k_month AND u.k_customer = f.number AND u.k_sp_code = p.k_sp_code
LEFT JOIN customer c ON c.k_customer = f.number
WHERE coalesce(b.k_leaf, c.k_leaf) IS NOT NULL;

-- Malicious arrears (domain §6.2.6): debtors with a bill two cycles old or older, and what else is known of them.
CREATE OR REPLACE TEMP TABLE suspect AS
WITH debt AS (
  SELECT
    o.k_customer,
    min(o.k_bill_month) AS first_bill,
    max(o.cycles) AS cycles,
    sum(o.balance) AS balance,
    coalesce(sum(o.balance) FILTER (o.is_monternet), 0) AS balance_sp,
    any_value(o.k_brand) AS k_brand,
    max(o.k_activation) AS k_activation
  FROM overdue o
  WHERE o.balance > 0
  GROUP BY o.k_customer
),
brand AS (
  SELECT k_brand, avg(fee) AS mean_fee FROM customer WHERE is_end GROUP BY k_brand
),
paid AS (
  -- whoever paid an overdue bill, or a later bill in time
  SELECT k_customer FROM overdue WHERE recovered > 0
  UNION
  SELECT d.k_customer
  FROM debt d
  JOIN f_arrears_history a ON a.k_customer = d.k_customer AND a.k_month > d.first_bill AND a.k_month < getvariable('month') AND a.recovered > 0
  WHERE d.cycles >= 2
  UNION
  SELECT d.k_customer
  FROM debt d
  JOIN f_sub_detail_history c
    ON c.k_customer = d.k_customer AND c.k_month > d.first_bill AND c.k_month <= getvariable('month') AND c.fee > 0
  WHERE d.cycles >= 2
    AND NOT EXISTS (SELECT 1 FROM overdue o WHERE o.k_customer = d.k_customer AND o.k_bill_month = c.k_month)
),
returned AS (
  SELECT DISTINCT d.k_customer
  FROM debt d
  JOIN f_sub_detail_history c ON c.k_customer = d.k_customer AND c.is_back AND c.k_month <= d.first_bill
  WHERE d.cycles >= 2
    AND (d.first_bill // 100 - c.k_month // 100) * 12 + d.first_bill % 100 - c.k_month % 100 <= 3
),
document AS (
  SELECT document, count(*) AS numbers FROM debtor GROUP BY document
)
SELECT
  d.k_customer, d.first_bill, d.cycles, d.balance, d.balance_sp,
  d.k_activation > 0
    AND (d.first_bill // 100 - d.k_activation // 100) * 12 + d.first_bill % 100 - d.k_activation % 100 <= 3
    OR d.k_customer IN (FROM returned) AS is_fresh,
  d.balance_sp >= 0.6 * d.balance OR d.balance >= 5 * b.mean_fee AS is_sp,
  d.k_customer NOT IN (FROM paid) AS is_unpaid,
  e.callers < 3 AS few_callers,
  x.numbers > 1 AS shared_document,
  e.document, e.handset, e.callers
FROM debt d
JOIN brand b USING (k_brand)
JOIN debtor e ON e.number = d.k_customer
JOIN document x USING (document)
WHERE d.cycles >= 2;

INSERT INTO f_malicious
WITH handset AS (
  SELECT handset, count(*) AS numbers FROM suspect WHERE is_fresh AND is_sp AND is_unpaid GROUP BY handset
),
verdict AS (
  SELECT
    s.*,
    coalesce(h.numbers > 1, false) AS shared_handset,
    CASE
      WHEN is_fresh AND is_sp AND is_unpaid AND (few_callers OR shared_document OR coalesce(h.numbers > 1, false)) THEN 'malicious'
      WHEN is_fresh::INTEGER + is_sp::INTEGER + is_unpaid::INTEGER >= 2 THEN 'suspected'
    END AS state
  FROM suspect s
  LEFT JOIN handset h USING (handset)
)
SELECT
  getvariable('month'), k_customer, first_bill, cycles, balance, balance_sp,
  is_fresh, is_sp, is_unpaid, few_callers, shared_document, shared_handset, document, handset, callers, state
FROM verdict
WHERE state IS NOT NULL;

INSERT INTO f_arrears
SELECT
  o.k_month, o.k_customer, o.k_bill_month, o.k_service, o.k_sp_code, g.k_arrears_age,
  o.k_leaf, o.k_channel, o.k_order_channel, o.k_brand, o.k_tier, o.k_tenure, o.k_activation, o.cycles,
  o.balance,
  CASE WHEN o.cycles = 0 THEN o.balance ELSE 0 END,
  o.recovered,
  CASE WHEN o.cycles = 0 THEN 0 ELSE o.balance + o.recovered END,
  CASE WHEN o.cycles = 2 THEN o.balance ELSE 0 END,
  CASE WHEN o.is_monternet THEN o.balance ELSE 0 END,
  CASE WHEN l.owner_kind = 'group' THEN o.balance ELSE 0 END,
  CASE WHEN o.cycles > 12 THEN o.balance ELSE 0 END,
  CASE WHEN m.k_customer IS NOT NULL AND (o.cycles = 2 OR o.cycles > 2 AND b.k_customer IS NULL) THEN o.balance ELSE 0 END,
  CASE WHEN o.balance > 0 THEN o.k_customer END,
  m.k_customer
FROM overdue o
ASOF JOIN d_arrears_age g ON o.cycles >= g.from_cycles
JOIN d_area_leaf l USING (k_leaf)
LEFT JOIN f_malicious m ON m.k_month = o.k_month AND m.k_customer = o.k_customer AND m.state = 'malicious'
LEFT JOIN f_malicious_history b ON b.k_month = getvariable('month_before') AND b.k_customer = o.k_customer AND b.state = 'malicious';

INSERT INTO fact_total
SELECT getvariable('month'), 'arrears', measure, '*', total
FROM (UNPIVOT (
  SELECT count(*) AS rows, sum(balance) AS balance, sum(recovered) AS recovered
  FROM f_arrears
  WHERE k_month = getvariable('month')
) ON COLUMNS(*)::DECIMAL(18, 2) INTO NAME measure VALUE total);

INSERT INTO fact_total
SELECT getvariable('month'), 'debtor', measure, '*', total
FROM (UNPIVOT (
  SELECT count(DISTINCT d.number) AS rows, sum(d.callers) AS callers
  FROM debtor d
  WHERE d.number IN (SELECT k_debtor FROM f_arrears WHERE k_month = getvariable('month'))
) ON COLUMNS(*)::DECIMAL(18, 2) INTO NAME measure VALUE total);

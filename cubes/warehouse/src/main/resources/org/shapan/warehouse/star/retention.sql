-- C13 of one month: what became of the members of the snapshot, under the keys they had then. Reads snapshot_member, behaviour
-- and C13 of the months before.
-- Rules of domain §7.4; one is yellow, two or more or leaving is red. Variables: month, month_before (yyyymm).

INSERT INTO f_ret_detail
WITH now AS (
  SELECT
    m.*,
    coalesce(b.is_end, false) AS remaining,
    coalesce(b.is_end AND b.k_tier <= m.k_tier, false) AS in_tier,
    coalesce(b.fee, 0) AS fee_now,
    coalesce(b.r_state, false) AS r_state,
    coalesce(b.is_end AND b.fee < 0.7 * m.fee_base, false) AS r_fall,
    coalesce(b.r_zero, false) AS r_zero,
    CASE WHEN b.low_calling THEN 1 + coalesce(q.low_calling, 0) ELSE 0 END AS low_calling,
    coalesce(q.warned, false) AS warned_before,
    coalesce(b.r_forward, false) AS r_forward,
    coalesce(b.r_over_net, false) AS r_over_net,
    coalesce(b.r_rival, false) AS r_rival,
    coalesce(b.r_lost, false) AS r_lost,
    coalesce(b.k_bundle, 0) AS k_bundle,
    coalesce(b.is_end AND b.months_left <= 3, false) AS contract_due
  FROM snapshot_member m
  LEFT JOIN behaviour b USING (k_customer)
  LEFT JOIN f_ret_detail_history q
    ON q.k_customer = m.k_customer AND q.k_snapshot = m.k_snapshot AND q.k_month = getvariable('month_before')
), counted AS (
  SELECT
    *,
    low_calling >= 3 AS r_calling,
    r_state::INT + r_fall::INT + r_zero::INT + r_calling::INT + r_forward::INT + r_over_net::INT + r_rival::INT AS rules
  FROM now
)
SELECT
  getvariable('month'), n.k_snapshot, n.k_customer, n.k_leaf, n.k_brand, n.k_tier, n.k_bundle,
  CASE WHEN n.r_lost OR n.rules >= 2 THEN 3 WHEN n.rules = 1 THEN 2 ELSE 1 END,
  n.remaining, n.in_tier, n.fee_base, n.fee_now,
  n.r_state, n.r_fall, n.r_zero, n.low_calling, n.r_calling, n.r_forward, n.r_over_net, n.r_rival, n.r_lost,
  n.remaining AND n.rules > 0,
  n.contract_due,
  coalesce(p.warned, false),
  coalesce(p.warned AND NOT (n.remaining AND (n.in_tier OR NOT p.in_tier)), false),
  n.r_lost AND n.warned_before
FROM counted n
LEFT JOIN f_ret_detail_history p
  ON p.k_customer = n.k_customer AND p.k_snapshot = n.k_snapshot
  AND p.k_month = (SELECT k_prev_month FROM d_month WHERE k_month = getvariable('month_before'));

-- C01 without the customer. A view: in a province of 50,000 its rows would be 97 % of those of the detail.
CREATE OR REPLACE VIEW main.f_revenue AS
SELECT
  k_month, k_leaf, k_channel, k_brand, k_plan, k_service, k_tier, k_tenure, k_payment, k_cohort,
  sum(fee_gross) AS fee_gross, sum(discount) AS discount, sum(fee_net) AS fee_net, sum(gift) AS gift,
  sum(minutes) AS minutes, sum(msgs) AS msgs, sum(kb) AS kb,
  sum(fee_voice) AS fee_voice, sum(fee_data) AS fee_data, sum(fee_sp) AS fee_sp, sum(fee_group) AS fee_group,
  sum(msgs_p2p) AS msgs_p2p, sum(fee_existing) AS fee_existing, sum(fee_new) AS fee_new,
  sum(fee_returning) AS fee_returning, sum(fee_lost_prev) AS fee_lost_prev, sum(fee_top) AS fee_top,
  count(*) AS rows
FROM main.f_rev_detail
GROUP BY ALL;

-- Members under all keys of their group, for drill-through.
CREATE OR REPLACE VIEW main.f_group_detail AS
SELECT m.*, f.k_manager, f.k_health, f.k_stability
FROM main.f_group_member m
JOIN main.f_group f USING (k_month, k_group, k_leaf);

-- C13 without the customer.
CREATE OR REPLACE VIEW main.f_retention AS
SELECT
  k_month, k_snapshot, k_leaf, k_brand, k_tier, k_bundle, k_warning,
  count(*) AS base, count(*) FILTER (remaining) AS remaining, count(*) FILTER (in_tier) AS in_tier,
  sum(fee_base) AS fee_base, sum(fee_now) AS fee_now,
  count(*) FILTER (r_state) AS r_state, count(*) FILTER (r_fall) AS r_fall, count(*) FILTER (r_zero) AS r_zero, count(*) FILTER (r_calling) AS r_calling,
  count(*) FILTER (r_forward) AS r_forward, count(*) FILTER (r_over_net) AS r_over_net, count(*) FILTER (r_rival) AS r_rival, count(*) FILTER (r_lost) AS r_lost,
  count(*) FILTER (k_warning > 1) AS moving, count(*) FILTER (k_warning = 3) AS red, count(*) FILTER (contract_due) AS contract_due,
  count(*) FILTER (warned_2) AS warned_2, count(*) FILTER (hit_2) AS hit_2, count(*) FILTER (lost_warned) AS lost_warned
FROM main.f_ret_detail
GROUP BY ALL;

-- How the customers of a month used the telephone, and which rules of domain §7.4 apply to them, as the temporary table behaviour.
-- Reads usage_profile, contract and the table customer. Without usage_profile the rules about calls do not apply.
-- Cycles of arrears are not known by customer here; a stop stands for them.

CREATE OR REPLACE TEMP TABLE behaviour AS
SELECT
  c.*,
  b.k_bundle,
  t.months_left,
  c.is_end AND s.code <> 'normal' AS r_state,
  c.is_end AND c.fee < 0.7 * c.arpu3 AS r_drop,
  c.is_end AND c.zero_call AS r_zero,
  c.is_end AND coalesce(u.out_minutes < 0.3 * (u.out_minutes + u.in_minutes), false) AS low_calling,
  c.is_end AND coalesce(u.forward_minutes >= 0.3 * nullif(u.out_minutes + u.in_minutes, 0), false) AS r_forward,
  c.is_end AND coalesce(u.over_net_minutes >= 0.3 * nullif(u.out_minutes + u.in_minutes, 0), false) AS r_over_net,
  c.is_end AND coalesce(u.rival_contact, false) AS r_rival,
  c.is_left AND NOT c.is_end AS r_lost,
  coalesce(u.out_minutes + u.in_minutes, 0) AS minutes,
  coalesce(u.over_net_minutes, 0) AS over_net_minutes
FROM customer c
JOIN d_status s USING (k_status)
LEFT JOIN usage_profile u ON u.number = c.k_customer
LEFT JOIN contract t ON t.number = c.k_customer
LEFT JOIN d_bundle b ON b.code = t.bundle;

INSERT INTO fact_total
SELECT getvariable('month'), 'usage_profile', measure, '*', total
FROM (UNPIVOT (
  SELECT
    count(*) AS rows, sum(counterparts) AS counterparts, sum(active_days) AS active_days,
    sum(out_minutes) AS out_minutes, sum(in_minutes) AS in_minutes, sum(over_net_minutes) AS over_net_minutes,
    sum(forward_minutes) AS forward_minutes, sum(night_minutes) AS night_minutes, sum(main_area_minutes) AS main_area_minutes,
    sum(sms_persons) AS sms_persons, count_if(rival_contact) AS rival_contact
  FROM usage_profile u JOIN customer c ON c.k_customer = u.number
) ON COLUMNS(*)::DECIMAL(38, 2) INTO NAME measure VALUE total);

INSERT INTO fact_total
SELECT getvariable('month'), 'contract', measure, '*', total
FROM (UNPIVOT (
  SELECT count(*) AS rows, sum(months_left) AS months_left FROM behaviour WHERE k_bundle IS NOT NULL
) ON COLUMNS(*)::DECIMAL(18, 2) INTO NAME measure VALUE total);

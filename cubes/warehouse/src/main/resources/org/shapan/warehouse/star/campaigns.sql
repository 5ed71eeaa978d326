-- C07 of one month from campaign_contact, campaign_cancel, campaign_staff, the waves that start in it, the table customer and, for what came
-- of the campaigns of three months ago, C01, C02 and C07 of the months before. Variables: month, first_month (yyyymm).

INSERT INTO f_campaign_contact
SELECT
  c.k_month, year(f.day) * 10000 + month(f.day) * 100 + day(f.day), f.number, w.k_wave, w.k_offer, w.k_campaign_type, h.k_channel,
  c.k_leaf, c.k_brand, c.k_tier, coalesce(r.k_result, 0), f.score,
  (NOT f.is_control)::INT, f.is_control::INT,
  coalesce(r.k_result > 1, false)::INT AS has_been_reached,
  coalesce(r.code = 'ordered', false)::INT AS has_ordered,
  coalesce(r.k_result = 1, false)::INT,
  has_been_reached - has_ordered,
  f.opt_out::INT,
  coalesce(r.code = 'complained', false)::INT,
  f.cost_contact, f.cost_gift, f.cost_discount, f.cost_labour, f.cost_contact + f.cost_gift + f.cost_discount + f.cost_labour,
  CASE WHEN NOT f.is_control THEN f.number END,
  CASE WHEN has_been_reached = 1 THEN f.number END
FROM campaign_contact f
JOIN customer c ON c.k_customer = f.number
JOIN d_wave w ON w.code = f.wave
JOIN d_channel h ON h.code = f.channel
LEFT JOIN d_contact_result r ON r.code = f.result;

INSERT INTO f_campaign_plan
SELECT getvariable('month'), k_wave, k_offer, k_campaign_type, budget, planned_contacts, planned_orders
FROM d_wave
WHERE year(starts) * 100 + month(starts) = getvariable('month');

INSERT INTO f_campaign_cancel
SELECT getvariable('month'), year(f.day) * 10000 + month(f.day) * 100 + day(f.day), w.k_wave, f.number
FROM campaign_cancel f
JOIN d_wave w ON w.code = f.wave;

INSERT INTO f_campaign_staff
SELECT
  getvariable('month'), year(f.day) * 10000 + month(f.day) * 100 + day(f.day), w.k_wave, w.k_offer, w.k_campaign_type, h.k_channel,
  f.on_duty, f.contributed
FROM campaign_staff f
JOIN d_wave w ON w.code = f.wave
JOIN d_channel h ON h.code = f.channel;

-- The month of the contacts whose effect is known now, three months before it and three months after it.
SET VARIABLE contact_month = (SELECT strftime(first_day - INTERVAL 3 MONTH, '%Y%m')::INT FROM d_month WHERE k_month = getvariable('month'));

SET VARIABLE effect_from = (SELECT strftime(first_day - INTERVAL 6 MONTH, '%Y%m')::INT FROM d_month WHERE k_month = getvariable('month'));

CREATE OR REPLACE TEMP TABLE compared AS
SELECT p.*
FROM f_campaign_contact_history p
JOIN f_sub_detail_history s ON s.k_customer = p.k_customer AND s.k_month = getvariable('contact_month') AND s.is_end
WHERE p.k_month = getvariable('contact_month') AND (p.orders = 1 OR p.controls = 1);

INSERT INTO f_campaign_effect
WITH bill AS (
  SELECT
    k_customer,
    coalesce(sum(fee) FILTER (k_month < getvariable('contact_month')), 0) AS before,
    coalesce(sum(fee) FILTER (k_month > getvariable('contact_month')), 0) AS after,
    count_if(k_month < getvariable('contact_month')) AS months_before,
    count_if(k_month > getvariable('contact_month')) AS months_after,
    count_if(k_month = getvariable('month') AND is_end) = 0 AS lost
  FROM f_sub_detail_history
  WHERE k_month BETWEEN getvariable('effect_from') AND getvariable('month') AND k_customer IN (SELECT k_customer FROM compared)
  GROUP BY ALL
), used AS (
  SELECT
    k_customer,
    coalesce(sum(minutes) FILTER (k_month < getvariable('contact_month')), 0) AS before,
    coalesce(sum(minutes) FILTER (k_month > getvariable('contact_month')), 0) AS after
  FROM f_rev_detail_history
  WHERE k_month BETWEEN getvariable('effect_from') AND getvariable('month') AND k_customer IN (SELECT k_customer FROM compared)
  GROUP BY ALL
), given_up AS (
  SELECT DISTINCT k_wave, k_customer FROM f_campaign_cancel_history WHERE k_month BETWEEN getvariable('contact_month') AND getvariable('month')
)
SELECT
  getvariable('month'), p.k_month, p.k_customer, p.k_wave, p.k_offer, p.k_campaign_type, p.k_channel, p.k_leaf, p.k_brand, p.k_tier, p.k_score,
  p.cost,
  coalesce(c.orders, 0) AS is_participant, coalesce(c.controls, 0) AS is_control,
  CASE WHEN is_participant = 1 THEN b.before ELSE 0 END, CASE WHEN is_participant = 1 THEN b.after ELSE 0 END,
  CASE WHEN is_participant = 1 THEN coalesce(u.before, 0) ELSE 0 END, CASE WHEN is_participant = 1 THEN coalesce(u.after, 0) ELSE 0 END,
  CASE WHEN is_participant = 1 THEN b.months_before ELSE 0 END, CASE WHEN is_participant = 1 THEN b.months_after ELSE 0 END,
  CASE WHEN is_participant = 1 THEN b.lost::INT ELSE 0 END,
  CASE WHEN is_control = 1 THEN b.before ELSE 0 END, CASE WHEN is_control = 1 THEN b.after ELSE 0 END,
  CASE WHEN is_control = 1 THEN coalesce(u.before, 0) ELSE 0 END, CASE WHEN is_control = 1 THEN coalesce(u.after, 0) ELSE 0 END,
  CASE WHEN is_control = 1 THEN b.months_before ELSE 0 END, CASE WHEN is_control = 1 THEN b.months_after ELSE 0 END,
  CASE WHEN is_control = 1 THEN b.lost::INT ELSE 0 END,
  p.orders,
  CASE WHEN p.orders = 1 AND NOT coalesce(b.lost, true) AND g.k_wave IS NULL THEN 1 ELSE 0 END
FROM f_campaign_contact_history p
LEFT JOIN compared c ON c.k_customer = p.k_customer AND c.k_wave = p.k_wave
LEFT JOIN bill b ON b.k_customer = c.k_customer
LEFT JOIN used u ON u.k_customer = c.k_customer
LEFT JOIN given_up g ON g.k_customer = p.k_customer AND g.k_wave = p.k_wave
WHERE p.k_month = getvariable('contact_month') AND getvariable('effect_from') >= getvariable('first_month');

INSERT INTO fact_total
SELECT getvariable('month'), 'campaign_contact', measure, '*', total
FROM (UNPIVOT (
  SELECT
    count(*) AS rows, sum(controls) AS is_control, sum(opt_outs) AS opt_out, sum(cost_contact) AS cost_contact, sum(cost_gift) AS cost_gift,
    sum(cost_discount) AS cost_discount, sum(cost_labour) AS cost_labour
  FROM f_campaign_contact WHERE k_month = getvariable('month')
) ON COLUMNS(*)::DECIMAL(18, 2) INTO NAME measure VALUE total)
UNION ALL
SELECT getvariable('month'), 'campaign_cancel', 'rows', '*', count(*) FROM f_campaign_cancel WHERE k_month = getvariable('month')
UNION ALL
SELECT getvariable('month'), 'campaign_staff', measure, '*', total
FROM (UNPIVOT (
  SELECT count(*) AS rows, sum(on_duty) AS on_duty, sum(contributed) AS contributed
  FROM f_campaign_staff WHERE k_month = getvariable('month')
) ON COLUMNS(*)::DECIMAL(18, 2) INTO NAME measure VALUE total);

-- Detection on rows (domain §7.3) for one month: numbers of tenure up to six months, from the feed number_use, the tables customer and
-- number_now, f_sub_detail_history, f_sp_user and the checks of the month before. Variables: month, month_before (yyyymm).

CREATE OR REPLACE TEMP TABLE young AS
WITH parameter AS (
  SELECT
    6 AS tenure,                           -- months
    3 AS counterparts, 20 AS quiet_days,
    20.00 AS least_fee, 1.15 AS fee_factor, 3 AS fee_months, -- what the commission asks for (yuan), and in which months
    3 AS terminal_numbers, 0.90 AS channel_share, 6 AS series_numbers,
    4 AS signs,
    0.60 AS territory_share, 10 AS bought_together,
    0.70 AS sp_share
),
terminal AS (
  SELECT imei FROM number_use GROUP BY imei HAVING count(*) >= (SELECT terminal_numbers FROM parameter)
),
series AS (
  SELECT card_series FROM number_use WHERE card_series IS NOT NULL
  GROUP BY card_series HAVING count(*) >= (SELECT series_numbers FROM parameter)
),
least AS (                                 -- just what the commission asks for in every month that counts
  SELECT d.k_customer
  FROM f_sub_detail_history d
  CROSS JOIN parameter p
  WHERE d.tenure_months <= p.fee_months AND d.k_customer IN (SELECT k_customer FROM customer WHERE tenure_months <= p.tenure)
  GROUP BY d.k_customer, p.least_fee, p.fee_factor
  HAVING min(d.fee) >= p.least_fee AND max(d.fee) <= p.least_fee * p.fee_factor
),
sp AS (
  SELECT k_customer, sum(fee) AS fee FROM f_sp_user WHERE k_month = getvariable('month') GROUP BY ALL
)
SELECT
  c.k_customer, c.k_channel, h.k_area, c.k_brand, c.k_tier, c.k_tenure, c.tenure_months,
  c.is_end AS in_net, c.is_left AS gone, c.fee,
  coalesce(u.counterparts <= p.counterparts, false) AS few_counterparts,
  coalesce(u.light_days >= p.quiet_days AND u.sms_persons = 0, false) AS light_days,
  l.k_customer IS NOT NULL AS least_fee,
  t.imei IS NOT NULL AS shared_terminal,
  coalesce(u.main_share >= p.channel_share AND a.k_area = h.k_area, false) AS at_channel,
  coalesce(u.recharge_channel = h.code, false) OR s.card_series IS NOT NULL AS channel_recharge,
  coalesce(c.tenure_months > p.fee_months AND u.out_minutes + u.in_minutes + u.sms_persons = 0, false) AS dead_later,
  p.signs AS signs_needed,
  n.territory IS NOT NULL AND a.branch_code <> n.territory AND a.city_code <> n.territory
    AND u.main_share >= p.territory_share AND a.area_type <> 'campus'
    AND NOT (o.owner_kind = 'group' AND count(*) FILTER (c.tenure_months <= 2) OVER (PARTITION BY o.owner_kind, o.owner_code, c.k_channel) >= p.bought_together)
    AS outside,
  coalesce(f.fee >= p.sp_share * c.fee AND f.fee > 0 AND u.counterparts <= p.counterparts, false) AS sp_card,
  u.counterparts, u.light_days AS quiet_days, u.main_area, u.main_days, u.main_share, n.territory, u.imei, u.recharge_channel AS recharged_by
FROM customer c
CROSS JOIN parameter p
JOIN channel_of_month h ON h.k_channel = c.k_channel
JOIN d_area_leaf o ON o.k_leaf = c.k_leaf
LEFT JOIN number_use u ON u.number = c.k_customer
LEFT JOIN area_of_month a ON a.code = u.main_area
LEFT JOIN number_now n ON n.number = c.k_customer
LEFT JOIN terminal t ON t.imei = u.imei
LEFT JOIN series s ON s.card_series = u.card_series
LEFT JOIN least l ON l.k_customer = c.k_customer
LEFT JOIN sp f ON f.k_customer = c.k_customer
WHERE c.tenure_months <= p.tenure;

INSERT INTO f_number_check
WITH before AS (
  SELECT * FROM f_number_check_history WHERE k_month = getvariable('month_before')
),
verdict AS (
  SELECT
    y.*,
    CAST(y.few_counterparts AS INTEGER) + CAST(y.light_days AS INTEGER) + CAST(y.least_fee AS INTEGER) + CAST(y.shared_terminal AS INTEGER)
      + CAST(y.at_channel AS INTEGER) + CAST(y.channel_recharge AS INTEGER) + CAST(y.dead_later AS INTEGER) AS signs,
    -- the first 30 days lie in the month of activation or the next, whichever has more days in the main area
    CASE
      WHEN y.tenure_months = 0 OR y.tenure_months = 1 AND y.main_days >= coalesce(b.main_days, 0) THEN coalesce(y.outside, false)
      ELSE coalesce(b.diverted, 0) = 1
    END AS is_diverted,
    coalesce(b.fake, 0) = 1 AS was_fake,
    y.sp_card OR coalesce(b.sp_card, 0) = 1 AS is_sp_card
  FROM young y
  LEFT JOIN before b ON b.k_customer = y.k_customer
)
SELECT
  getvariable('month'), k_customer, k_channel, k_area, k_brand, k_tier, k_tenure, tenure_months,
  CAST(in_net AS INTEGER), CAST(gone AS INTEGER), fee,
  CAST(tenure_months <= 5 AS INTEGER), CAST(tenure_months <= 2 AS INTEGER),
  CAST(few_counterparts AS INTEGER), CAST(light_days AS INTEGER), CAST(least_fee AS INTEGER), CAST(shared_terminal AS INTEGER),
  CAST(at_channel AS INTEGER), CAST(channel_recharge AS INTEGER), CAST(dead_later AS INTEGER), signs,
  CAST(was_fake OR signs >= signs_needed AS INTEGER),
  CAST((was_fake OR signs >= signs_needed) AND tenure_months <= 5 AS INTEGER),
  CAST(is_diverted AS INTEGER),
  CAST(is_diverted AND tenure_months <= 2 AS INTEGER),
  CAST(is_sp_card AS INTEGER),
  CAST(is_sp_card AND tenure_months <= 5 AS INTEGER),
  counterparts, quiet_days, main_area, main_days, main_share, territory, imei, recharged_by
FROM verdict
UNION ALL
-- who has left counts among the new numbers of his channel until six months are over
SELECT
  getvariable('month'), k_customer, k_channel, k_area, k_brand, k_tier, (SELECT max(k_tenure) FROM d_tenure WHERE from_months <= tenure_months + 1), tenure_months + 1,
  0, 0, 0, CAST(tenure_months + 1 <= 5 AS INTEGER), CAST(tenure_months + 1 <= 2 AS INTEGER),
  0, 0, 0, 0, 0, 0, 0, 0,
  fake, CAST(fake = 1 AND tenure_months + 1 <= 5 AS INTEGER),
  diverted, CAST(diverted = 1 AND tenure_months + 1 <= 2 AS INTEGER),
  sp_card, CAST(sp_card = 1 AND tenure_months + 1 <= 5 AS INTEGER),
  NULL, NULL, main_area, main_days, main_share, territory, imei, recharged_by
FROM before
WHERE tenure_months < 6 AND k_customer NOT IN (SELECT k_customer FROM young);

INSERT INTO fact_total
SELECT getvariable('month'), 'number_use', measure, '*', total
FROM (UNPIVOT (
  SELECT
    count(*) AS rows,
    sum(counterparts) AS counterparts,
    sum(out_minutes) AS out_minutes,
    sum(in_minutes) AS in_minutes,
    sum(sms_persons) AS sms_persons,
    sum(light_days) AS light_days,
    sum(main_days) AS main_days
  FROM number_use
) ON COLUMNS(*)::DECIMAL(18, 2) INTO NAME measure VALUE total);

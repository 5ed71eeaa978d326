-- C10 of one month (domain §5.11): the score of every open social channel from the facts of channels and numbers and the table customer.
-- Percentiles are taken within type and urban class. There is no field inspection yet: function and image is the floor area, and violations count
-- nothing. Variables: month, month_before (yyyymm).

INSERT INTO f_social_month
WITH parameter AS (
  SELECT
    30 AS w_development, 15 AS w_service, 10 AS w_terminal, 15 AS w_quality, 10 AS w_image, 5 AS w_years, 15 AS w_value,
    100 AS fake_penalty, 30 AS fake_most, 50 AS diverted_penalty, 20 AS diverted_most,
    0.08 AS fake_limit, 0.10 AS steady, 0.20 AS growing, 12 AS pioneer_months
),
period AS (
  SELECT p.k_month, date_diff('month', p.first_day, m.first_day) AS back
  FROM d_month m
  JOIN d_month p ON p.first_day BETWEEN m.first_day - INTERVAL 5 MONTH AND m.first_day
  WHERE m.k_month = getvariable('month')
),
channel AS (
  SELECT c.k_channel, c.k_area, c.opened, c.floor_area, y.k_type, a.urban_class, f.marketing
  FROM f_channel_cost f
  JOIN channel_of_month c USING (k_channel)
  JOIN d_channel_type y USING (k_channel_type)
  JOIN d_area a ON a.k_area = c.k_area
  WHERE f.k_month = getvariable('month') AND f.open_outlet = 1 AND y.class_code = 'social'
),
work AS (
  SELECT
    k_channel,
    coalesce(sum(new_nums) FILTER (back <= 2), 0) AS new_now,
    coalesce(sum(new_nums) FILTER (back > 2), 0) AS new_before,
    coalesce(sum(new_service) FILTER (back <= 2), 0) AS services,
    coalesce(sum(terminals) FILTER (back <= 2), 0) AS terminals,
    coalesce(sum(complaints) FILTER (back <= 2), 0) / nullif(sum(transactions) FILTER (back <= 2), 0) AS complaints,
    coalesce(sum(commission) FILTER (back = 0), 0) AS commission
  FROM f_channel_day_history
  JOIN period USING (k_month)
  GROUP BY k_channel
),
quality AS (
  SELECT k_channel, sum(kept_3m) AS kept
  FROM f_number_cohort_history
  JOIN period USING (k_month)
  WHERE back <= 2
  GROUP BY k_channel
),
suspicion AS (
  SELECT
    k_channel,
    coalesce(sum(fake_6m) / nullif(sum(new_6m), 0), 0) AS fake,
    coalesce(sum(diverted_90d) / nullif(sum(new_90d), 0), 0) AS diverted
  FROM f_number_check
  WHERE k_month = getvariable('month')
  GROUP BY k_channel
),
won AS (
  SELECT k_channel, sum(fee) AS fee, count_if(is_end) AS customers FROM customer WHERE tenure_months <= 11 GROUP BY k_channel
),
fact AS (
  SELECT
    c.*,
    coalesce(w.new_now, 0) AS new_now, coalesce(w.new_before, 0) AS new_before, coalesce(w.commission, 0) AS commission,
    coalesce(s.fake, 0) AS fake, coalesce(s.diverted, 0) AS diverted,
    coalesce(o.fee, 0) AS fee, coalesce(o.customers, 0) AS customers,
    coalesce(o.fee, 0) - coalesce(w.commission, 0) - c.marketing AS net_value,
    100 * percent_rank() OVER (peers ORDER BY coalesce(q.kept, 0)) AS p_development,
    100 * percent_rank() OVER (peers ORDER BY coalesce(w.services, 0)) AS p_service,
    100 * percent_rank() OVER (peers ORDER BY coalesce(w.terminals, 0)) AS p_terminal,
    100 * percent_rank() OVER (peers ORDER BY coalesce(w.complaints, 0) DESC) AS p_quality,
    100 * percent_rank() OVER (peers ORDER BY coalesce(c.floor_area, 0)) AS p_image,
    100 * percent_rank() OVER (peers ORDER BY c.opened DESC) AS p_years,
    100 * percent_rank() OVER (peers ORDER BY coalesce(o.fee / nullif(o.customers, 0), 0)) AS p_value
  FROM channel c
  LEFT JOIN work w USING (k_channel)
  LEFT JOIN quality q USING (k_channel)
  LEFT JOIN suspicion s USING (k_channel)
  LEFT JOIN won o USING (k_channel)
  WINDOW peers AS (PARTITION BY c.k_type, c.urban_class)
),
scored AS (
  SELECT
    f.*,
    p.*,
    greatest(0, (w_development * p_development + w_service * p_service + w_terminal * p_terminal + w_quality * p_quality
      + w_image * p_image + w_years * p_years + w_value * p_value) / 100
      - least(fake_most, fake * fake_penalty) - least(diverted_most, diverted * diverted_penalty)) AS points,
    net_value < median(net_value) OVER peers AS low_value,
    percent_rank() OVER (peers ORDER BY new_now) AS release_rank
  FROM fact f
  CROSS JOIN parameter p
  WINDOW peers AS (PARTITION BY f.k_type, f.urban_class)
)
SELECT
  getvariable('month'), s.k_channel, s.k_area, g.k_grade,
  CASE
    WHEN low_value AND fake >= fake_limit THEN 1
    WHEN release_rank >= 0.75 AND new_now > 0 THEN 2
    WHEN NOT low_value AND abs(new_now - new_before) <= steady * new_before THEN 3
    WHEN new_now >= (1 + growing) * new_before AND new_now > 0 THEN 4
    WHEN s.opened > make_date(getvariable('month') // 100, getvariable('month') % 100, 1) - INTERVAL 12 MONTH THEN 5
    ELSE 6
  END,
  1, points, p_development, (p_service + p_terminal + p_quality) / 3, p_value, p_years,
  CASE WHEN g.k_grade <= 2 THEN 1 ELSE 0 END,
  coalesce(b.k_grade - g.k_grade, 0),
  s.fee, s.commission + s.marketing,
  CASE WHEN fake >= fake_limit THEN s.commission * fake ELSE 0 END,
  s.customers
FROM scored s
ASOF JOIN d_social_grade g ON s.points >= g.from_score
LEFT JOIN f_social_month_history b ON b.k_channel = s.k_channel AND b.k_month = getvariable('month_before');

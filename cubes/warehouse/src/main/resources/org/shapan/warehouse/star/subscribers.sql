-- C02 of one month from the tables customer and customer_before, the feed contract and C02 of the months before. Variable: month (yyyymm).

INSERT INTO f_sub_detail
SELECT
  k_month, k_customer, k_leaf, k_channel, k_brand, k_plan, k_tier, k_tenure, k_payment, k_status, k_age,
  is_start, is_end, is_new, is_left, is_back, active, zero_call, silent, mid_high_hq, top_32, mid_high_dyn, vip,
  tenure_months, arpu3, fee
FROM customer;

INSERT INTO f_subscriber
WITH flow AS (
  -- as the customer is at the end of the month
  SELECT
    c.k_month, c.k_leaf, c.k_channel, c.k_brand, c.k_plan, c.k_tier, c.k_tenure, c.k_payment, c.k_status, c.k_age,
    c.is_end AS at_end,
    false AS at_start,
    c.is_new,
    c.is_left AND NOT c.is_start AS has_left,
    c.is_back,
    coalesce(c.is_end AND b.k_area <> c.k_area, false) AS area_in, false AS area_out,
    coalesce(c.is_end AND b.k_brand <> c.k_brand, false) AS brand_in, false AS brand_out,
    coalesce(c.is_end AND b.k_plan <> c.k_plan, false) AS plan_in, false AS plan_out,
    c.is_end AND c.active AS active,
    c.is_end AND c.zero_call AS zero_call,
    c.is_end AND c.silent AS silent,
    c.is_end AND c.mid_high_hq AS mid_high_hq,
    c.is_end AND c.mid_high_dyn AS mid_high_dyn,
    c.is_end AND c.vip AS vip,
    c.is_end AND t.number IS NOT NULL AS bundled,
    CASE WHEN c.is_end THEN 1 + len(list_filter([5, 20, 30, 50, 80, 120, 200, 300], lambda yuan: c.arpu3 >= yuan)) END AS arpu_band,
    false AS mid_high_start, false AS mid_high_lost
  FROM customer c
  LEFT JOIN contract t ON t.number = c.k_customer
  LEFT JOIN customer_before b ON b.k_customer = c.k_customer AND b.is_end
  UNION ALL
  -- as the customer was at its start, that is at the end of the month before; whoever leaves, leaves from there
  SELECT
    c.k_month, b.k_leaf, b.k_channel, b.k_brand, b.k_plan, b.k_tier, b.k_tenure, b.k_payment, b.k_status, b.k_age,
    false,
    true,
    false,
    c.is_left,
    false,
    false, c.is_end AND b.k_area <> c.k_area,
    false, c.is_end AND b.k_brand <> c.k_brand,
    false, c.is_end AND b.k_plan <> c.k_plan,
    false, false, false, false, false, false, false,
    NULL,
    b.mid_high_dyn, b.mid_high_dyn AND NOT (c.is_end AND c.mid_high_dyn)
  FROM customer_before b
  JOIN customer c USING (k_customer)
  WHERE b.is_end
),
cohort AS (
  SELECT
    getvariable('month') AS k_month, h.k_leaf, h.k_channel, h.k_brand, h.k_plan, h.k_tier, h.k_tenure, h.k_payment, h.k_status, h.k_age,
    true AS activated_3m,
    coalesce(c.is_end AND (c.fee > 0 OR NOT c.zero_call), false) AS kept_3m
  FROM f_sub_detail_history h
  LEFT JOIN customer c USING (k_customer)
  WHERE h.is_new AND h.k_month = CAST(strftime(make_date(getvariable('month') // 100, getvariable('month') % 100, 1) - INTERVAL 3 MONTH, '%Y%m') AS INTEGER)
)
SELECT
  k_month, k_leaf, k_channel, k_brand, k_plan, k_tier, k_tenure, k_payment, k_status, k_age,
  count(*) FILTER (at_end),
  count(*) FILTER (at_start),
  CAST((count(*) FILTER (at_end) + count(*) FILTER (at_start)) / 2 AS DECIMAL(18, 1)),
  count(*) FILTER (is_new),
  count(*) FILTER (has_left),
  count(*) FILTER (is_back),
  count(*) FILTER (is_new) + count(*) FILTER (is_back) - count(*) FILTER (has_left),
  count(*) FILTER (area_in), count(*) FILTER (area_out),
  count(*) FILTER (brand_in), count(*) FILTER (brand_out),
  count(*) FILTER (plan_in), count(*) FILTER (plan_out),
  count(*) FILTER (active),
  count(*) FILTER (zero_call),
  count(*) FILTER (silent),
  count(*) FILTER (mid_high_hq),
  count(*) FILTER (mid_high_dyn),
  count(*) FILTER (vip),
  count(*) FILTER (bundled),
  count(*) FILTER (arpu_band = 1),
  count(*) FILTER (arpu_band = 2),
  count(*) FILTER (arpu_band = 3),
  count(*) FILTER (arpu_band = 4),
  count(*) FILTER (arpu_band = 5),
  count(*) FILTER (arpu_band = 6),
  count(*) FILTER (arpu_band = 7),
  count(*) FILTER (arpu_band = 8),
  count(*) FILTER (arpu_band = 9),
  count(*) FILTER (activated_3m),
  count(*) FILTER (kept_3m),
  count(*) FILTER (mid_high_start),
  count(*) FILTER (mid_high_lost)
FROM (FROM flow UNION ALL BY NAME FROM cohort)
GROUP BY ALL;

INSERT INTO fact_total
SELECT getvariable('month'), 'cust_month', measure, '*', total
FROM (UNPIVOT (
  SELECT
    count(*) AS rows,
    sum(fee) AS fee,
    sum(arpu3) AS arpu3,
    sum(tenure_months) AS tenure_months,
    count_if(is_start) AS is_start,
    count_if(is_end) AS is_end,
    count_if(is_new) AS is_new,
    count_if(is_left) AS is_left,
    count_if(is_back) AS is_back,
    count_if(active) AS active,
    count_if(zero_call) AS zero_call,
    count_if(silent) AS silent,
    count_if(mid_high_hq) AS mid_high_hq,
    count_if(top_32) AS top_32,
    count_if(mid_high_dyn) AS mid_high_dyn,
    count_if(vip) AS vip
  FROM f_sub_detail
  WHERE k_month = getvariable('month')
) ON COLUMNS(*)::DECIMAL(18, 2) INTO NAME measure VALUE total);

-- C02 of one month from the tables customer and customer_before.

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
    c.is_end AND c.vip AS vip
  FROM customer c
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
    false, false, false, false, false, false
  FROM customer_before b
  JOIN customer c USING (k_customer)
  WHERE b.is_end
)
SELECT
  k_month, k_leaf, k_channel, k_brand, k_plan, k_tier, k_tenure, k_payment, k_status, k_age,
  count_if(at_end),
  count_if(at_start),
  CAST((count_if(at_end) + count_if(at_start)) / 2 AS DECIMAL(18, 1)),
  count_if(is_new),
  count_if(has_left),
  count_if(is_back),
  count_if(is_new) + count_if(is_back) - count_if(has_left),
  count_if(area_in), count_if(area_out),
  count_if(brand_in), count_if(brand_out),
  count_if(plan_in), count_if(plan_out),
  count_if(active),
  count_if(zero_call),
  count_if(silent),
  count_if(mid_high_hq),
  count_if(mid_high_dyn),
  count_if(vip)
FROM flow
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

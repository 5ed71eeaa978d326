-- What the facts add up to, in the terms of the feed expected_totals: month, feed, column or 'rows', item or '*'.
CREATE OR REPLACE TEMP TABLE fact_total AS
WITH rev AS (
  SELECT
    k_month AS month, s.code AS item,
    CAST(count(*) FILTER (fee_lost_prev = 0) AS DECIMAL(18, 2)) AS rows,
    CAST(sum(fee_gross) AS DECIMAL(18, 2)) AS fee,
    CAST(sum(discount) AS DECIMAL(18, 2)) AS discount,
    CAST(sum(gift) AS DECIMAL(18, 2)) AS gift,
    CAST(sum(minutes) AS DECIMAL(18, 2)) AS minutes,
    CAST(sum(msgs) AS DECIMAL(18, 2)) AS messages,
    CAST(sum(kb) AS DECIMAL(18, 2)) AS kb
  FROM f_rev_detail JOIN d_service s USING (k_service)
  GROUP BY ALL
),
sp_user AS (
  SELECT
    k_month AS month, s.code AS item,
    CAST(count(*) AS DECIMAL(18, 2)) AS rows,
    CAST(sum(fee) AS DECIMAL(18, 2)) AS fee,
    CAST(sum(received) AS DECIMAL(18, 2)) AS paid,
    CAST(sum(mo) AS DECIMAL(18, 2)) AS mo,
    CAST(sum(mt) AS DECIMAL(18, 2)) AS mt
  FROM f_sp_user JOIN d_sp_code s USING (k_sp_code)
  GROUP BY ALL
),
sp_hour AS (
  SELECT
    k_month AS month, s.code AS item,
    CAST(count(*) AS DECIMAL(18, 2)) AS rows,
    CAST(sum(mo) AS DECIMAL(18, 2)) AS mo,
    CAST(sum(mt) AS DECIMAL(18, 2)) AS mt,
    CAST(sum(fee_events) AS DECIMAL(18, 2)) AS fee_events,
    CAST(sum(fee) AS DECIMAL(18, 2)) AS fee,
    CAST(sum(n_new) AS DECIMAL(18, 2)) AS n_new,
    CAST(sum(n_end) AS DECIMAL(18, 2)) AS n_end,
    CAST(sum(n_quick_end) AS DECIMAL(18, 2)) AS n_quick_end,
    CAST(sum(complaints) AS DECIMAL(18, 2)) AS complaints,
    CAST(sum(refund) AS DECIMAL(18, 2)) AS refund
  FROM f_sp_hour JOIN d_sp_code s USING (k_sp_code)
  GROUP BY ALL
),
cust AS (
  SELECT
    k_month AS month,
    CAST(count(*) AS DECIMAL(18, 2)) AS rows,
    CAST(sum(fee) AS DECIMAL(18, 2)) AS fee,
    CAST(sum(arpu3) AS DECIMAL(18, 2)) AS arpu3,
    CAST(sum(tenure_months) AS DECIMAL(18, 2)) AS tenure_months,
    CAST(count_if(is_start) AS DECIMAL(18, 2)) AS is_start,
    CAST(count_if(is_end) AS DECIMAL(18, 2)) AS is_end,
    CAST(count_if(is_new) AS DECIMAL(18, 2)) AS is_new,
    CAST(count_if(is_left) AS DECIMAL(18, 2)) AS is_left,
    CAST(count_if(is_back) AS DECIMAL(18, 2)) AS is_back,
    CAST(count_if(active) AS DECIMAL(18, 2)) AS active,
    CAST(count_if(zero_call) AS DECIMAL(18, 2)) AS zero_call,
    CAST(count_if(silent) AS DECIMAL(18, 2)) AS silent,
    CAST(count_if(mid_high_hq) AS DECIMAL(18, 2)) AS mid_high_hq,
    CAST(count_if(top_32) AS DECIMAL(18, 2)) AS top_32,
    CAST(count_if(mid_high_dyn) AS DECIMAL(18, 2)) AS mid_high_dyn,
    CAST(count_if(vip) AS DECIMAL(18, 2)) AS vip
  FROM f_sub_detail
  GROUP BY ALL
),
chan_day AS (
  SELECT
    k_month AS month,
    CAST(count(*) AS DECIMAL(18, 2)) AS rows,
    CAST(sum(attempts) AS DECIMAL(18, 2)) AS attempts,
    CAST(sum(transactions) AS DECIMAL(18, 2)) AS transactions,
    CAST(sum(amount) AS DECIMAL(18, 2)) AS amount,
    CAST(sum(commission) AS DECIMAL(18, 2)) AS commission,
    CAST(sum(new_nums) AS DECIMAL(18, 2)) AS new_nums,
    CAST(sum(terminals) AS DECIMAL(18, 2)) AS terminals,
    CAST(sum(new_service) AS DECIMAL(18, 2)) AS new_service,
    CAST(sum(busy) AS DECIMAL(18, 2)) AS busy,
    CAST(sum(fail) AS DECIMAL(18, 2)) AS fail,
    CAST(sum(complaints) AS DECIMAL(18, 2)) AS complaints
  FROM f_channel_day
  GROUP BY ALL
),
chan_cost AS (
  SELECT
    k_month AS month,
    CAST(count_if(delivered) AS DECIMAL(18, 2)) AS rows,
    CAST(sum(depreciation) AS DECIMAL(18, 2)) AS depreciation,
    CAST(sum(maintenance) AS DECIMAL(18, 2)) AS maintenance,
    CAST(sum(marketing) AS DECIMAL(18, 2)) AS marketing,
    CAST(sum(labour) AS DECIMAL(18, 2)) AS labour,
    CAST(sum(rent) AS DECIMAL(18, 2)) AS rent
  FROM f_channel_cost
  GROUP BY ALL
),
chan_stock AS (
  SELECT
    k_month AS month,
    CAST(count(*) AS DECIMAL(18, 2)) AS rows,
    CAST(sum(stock) AS DECIMAL(18, 2)) AS stock,
    CAST(sum(receipts) AS DECIMAL(18, 2)) AS receipts,
    CAST(sum(sales) AS DECIMAL(18, 2)) AS sales
  FROM f_channel_stock
  GROUP BY ALL
),
number_state AS (
  SELECT k_month AS month, CAST(sum(n) AS DECIMAL(18, 2)) AS rows
  FROM (SELECT k_month, count(*) AS n FROM f_number_flow GROUP BY ALL UNION ALL SELECT k_month, sum(released) FROM f_number_company GROUP BY ALL)
  GROUP BY ALL
),
by_item AS (
  SELECT month, 'rev_item' AS feed, measure, item, total FROM (UNPIVOT rev ON COLUMNS(* EXCLUDE (month, item)) INTO NAME measure VALUE total)
  UNION ALL
  SELECT month, 'sp_user', measure, item, total FROM (UNPIVOT sp_user ON COLUMNS(* EXCLUDE (month, item)) INTO NAME measure VALUE total)
  UNION ALL
  SELECT month, 'sp_hour', measure, item, total FROM (UNPIVOT sp_hour ON COLUMNS(* EXCLUDE (month, item)) INTO NAME measure VALUE total)
)
SELECT * FROM by_item
UNION ALL
SELECT month, feed, measure, '*', CAST(sum(total) AS DECIMAL(18, 2)) FROM by_item GROUP BY ALL
UNION ALL
SELECT month, 'cust_month', measure, '*', total FROM (UNPIVOT cust ON COLUMNS(* EXCLUDE month) INTO NAME measure VALUE total)
UNION ALL
SELECT month, 'chan_day', measure, '*', total FROM (UNPIVOT chan_day ON COLUMNS(* EXCLUDE month) INTO NAME measure VALUE total)
UNION ALL
SELECT month, 'chan_cost', measure, '*', total FROM (UNPIVOT chan_cost ON COLUMNS(* EXCLUDE month) INTO NAME measure VALUE total)
UNION ALL
SELECT month, 'chan_stock', measure, '*', total FROM (UNPIVOT chan_stock ON COLUMNS(* EXCLUDE month) INTO NAME measure VALUE total)
UNION ALL
SELECT month, 'number_state', 'rows', '*', rows FROM number_state;

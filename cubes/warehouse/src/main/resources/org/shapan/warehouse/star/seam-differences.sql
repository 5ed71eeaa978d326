-- Where a load ends before the last published month: what leavers of the month after were billed in the last month loaded, against what
-- stands for it in the month in which they left. Variable: month (yyyymm), the last one loaded.
WITH seam AS (
  SELECT k_month FROM d_month WHERE k_prev_month = getvariable('month')
),
billed AS (
  SELECT coalesce(sum(r.fee_gross), 0) AS fee
  FROM f_rev_detail r
  WHERE r.k_month = getvariable('month')
    AND r.k_customer IN (SELECT k_customer FROM f_sub_detail JOIN seam USING (k_month) WHERE is_left)
),
stored AS (
  SELECT coalesce(sum(fee_lost_prev), 0) AS fee FROM f_rev_detail JOIN seam USING (k_month)
)
SELECT seam.k_month AS month, billed.fee AS expected, stored.fee AS found
FROM seam, billed, stored
WHERE billed.fee <> stored.fee;

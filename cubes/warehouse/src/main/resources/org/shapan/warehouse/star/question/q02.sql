-- Q2: ARPU by brand for the first quarter of 2010, a ratio of sums; the last row is the company.
WITH revenue AS (
  SELECT k_brand, sum(fee_gross) AS gross FROM f_rev_detail WHERE k_month BETWEEN 201001 AND 201003 GROUP BY k_brand
),
subscribers AS (
  SELECT k_brand, sum(subs_avg) AS customer_months FROM f_subscriber WHERE k_month BETWEEN 201001 AND 201003 GROUP BY k_brand
)
SELECT
  coalesce(b.brand_en, 'All brands') AS brand,
  sum(r.gross) AS gross_revenue,
  sum(s.customer_months) AS customer_months,
  CAST(sum(r.gross) AS DOUBLE) / CAST(sum(s.customer_months) AS DOUBLE) AS arpu
FROM subscribers s
JOIN revenue r USING (k_brand)
JOIN d_brand b USING (k_brand)
GROUP BY ROLLUP (b.brand_en)
ORDER BY b.brand_en NULLS LAST;

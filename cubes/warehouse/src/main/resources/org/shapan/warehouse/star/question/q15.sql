-- Q15: share of the top 32 % of customers in the revenue of March 2009, by brand and city.
SELECT
  coalesce(a.city_en, 'Company') AS city,
  coalesce(b.brand_en, 'All brands') AS brand,
  CAST(sum(r.fee_top) AS DOUBLE) / CAST(sum(r.fee_gross) AS DOUBLE) AS top_share
FROM f_rev_detail r
JOIN d_area_leaf l USING (k_leaf)
JOIN d_area a USING (k_area)
JOIN d_brand b USING (k_brand)
WHERE r.k_month = 200903
GROUP BY CUBE (a.city_en, b.brand_en)
ORDER BY city, brand;

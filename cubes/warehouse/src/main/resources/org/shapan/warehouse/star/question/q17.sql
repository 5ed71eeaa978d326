-- Q17: revenue of January 2009 against January 2008 (YoY) and against February 2008, where the Spring Festival was (YoY-SF), by brand.
SELECT
  coalesce(b.brand_en, 'All brands') AS brand,
  CAST(sum(fee_gross) FILTER (k_month = 200901) AS DOUBLE) / CAST(sum(fee_gross) FILTER (k_month = 200801) AS DOUBLE) - 1 AS yoy,
  CAST(sum(fee_gross) FILTER (k_month = 200901) AS DOUBLE) / CAST(sum(fee_gross) FILTER (k_month = 200802) AS DOUBLE) - 1 AS yoy_sf
FROM f_rev_detail
JOIN d_brand b USING (k_brand)
GROUP BY ROLLUP (b.brand_en)
ORDER BY brand;

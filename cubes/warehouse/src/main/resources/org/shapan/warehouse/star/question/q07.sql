-- Q7: distinct data-service customers of the first quarter of 2010 by micro area, and the sum of its months, which counts them again.
WITH customer AS (
  SELECT DISTINCT r.k_month, a.area_en AS area, r.k_customer
  FROM f_rev_detail r
  JOIN d_area_leaf USING (k_leaf)
  JOIN d_area a USING (k_area)
  WHERE r.k_month BETWEEN 201001 AND 201003 AND r.fee_data > 0
)
SELECT area, count(DISTINCT k_customer) AS customers, count(*) AS sum_of_months
FROM customer
GROUP BY area
ORDER BY area;

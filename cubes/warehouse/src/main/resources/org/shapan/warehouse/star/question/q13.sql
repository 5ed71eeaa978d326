-- Q13: the customers behind the cell gross revenue of GoTone in the first micro area in 2010-03; their fees sum to the cell.
SELECT r.k_customer AS customer, sum(r.fee_gross) AS fee
FROM f_rev_detail r
JOIN d_area_leaf l USING (k_leaf)
JOIN d_brand b USING (k_brand)
WHERE r.k_month = 201003
  AND b.code = 'GOTONE'
  AND l.k_area = (SELECT min(k_area) FROM d_area WHERE k_area > 0)
GROUP BY r.k_customer
HAVING sum(r.fee_gross) <> 0
ORDER BY fee DESC, customer;

-- Q16: gross revenue of 2010-03 by branch, micro area and owner kind; each level partitions the one above.
SELECT
  a.branch_en AS branch,
  a.area_en AS area,
  l.owner_kind,
  sum(r.fee_gross) AS gross_revenue
FROM f_rev_detail r
JOIN d_area_leaf l USING (k_leaf)
JOIN d_area a USING (k_area)
WHERE r.k_month = 201003
GROUP BY ROLLUP (a.branch_en, a.area_en, l.owner_kind)
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST;

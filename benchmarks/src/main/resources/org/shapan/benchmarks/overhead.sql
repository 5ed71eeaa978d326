-- The baseline: what a person would write for month x branch x brand x 3 measures.
SELECT r.k_month, a.k_branch, r.k_brand, sum(r.fee_gross), sum(r.discount), sum(r.minutes)
FROM f_rev_detail r
JOIN d_area_leaf l USING (k_leaf)
JOIN d_area a USING (k_area)
GROUP BY r.k_month, a.k_branch, r.k_brand

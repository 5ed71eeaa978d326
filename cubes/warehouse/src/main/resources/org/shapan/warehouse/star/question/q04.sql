-- Q4: start + new + returning - left + in - out = end for every micro area and month.
SELECT
  s.k_month AS month,
  a.area_en AS area,
  sum(s.subs_start) AS opening,
  sum(s.subs_new) AS new,
  sum(s.subs_back) AS reactivated,
  sum(s.subs_left) AS has_left,
  sum(s.area_in) AS transfer_in,
  sum(s.area_out) AS transfer_out,
  sum(s.subs_end) AS closing
FROM f_subscriber s
JOIN d_area_leaf l USING (k_leaf)
JOIN d_area a USING (k_area)
GROUP BY s.k_month, a.k_area, a.area_en
ORDER BY s.k_month, a.k_area;

-- SUB-09: start + new + back - left + in - out = end for every micro area and month, and the start of a month is the end of the month
-- before. Returns what breaks it, by more than the customers in quarantine.
WITH cell AS (
  SELECT
    k_month, k_area,
    sum(subs_start) AS starting,
    sum(subs_end) AS ending,
    sum(subs_start) + sum(subs_new) + sum(subs_back) - sum(subs_left) + sum(area_in) - sum(area_out) AS computed
  FROM f_subscriber
  JOIN d_area_leaf USING (k_leaf)
  GROUP BY ALL
)
SELECT k_month AS month, a.code AS area, computed AS expected, ending AS found
FROM cell JOIN d_area a USING (k_area)
WHERE abs(computed - ending) > (SELECT count(*) FROM bad_line WHERE feed = 'cust_month')
UNION ALL
SELECT m.k_month, a.code, coalesce(p.ending, 0), coalesce(c.starting, 0)
FROM d_month m
JOIN d_area a ON true
LEFT JOIN cell p ON p.k_month = m.k_prev_month AND p.k_area = a.k_area
LEFT JOIN cell c ON c.k_month = m.k_month AND c.k_area = a.k_area
WHERE abs(coalesce(p.ending, 0) - coalesce(c.starting, 0)) > (SELECT count(*) FROM bad_line WHERE feed = 'cust_month')
  AND EXISTS (SELECT 1 FROM cell x WHERE x.k_month = m.k_prev_month)
  AND EXISTS (SELECT 1 FROM cell x WHERE x.k_month = m.k_month)
ORDER BY 1, 2
LIMIT 20;

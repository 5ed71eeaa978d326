-- SUB-09: start + new + back - left + in - out = end for every micro area and month, and the start of a month is the end of the month
-- before. Returns what breaks it; micro area '*' is the whole company.
WITH cell AS (
  SELECT
    k_month, k_area,
    sum(subs_start) AS starting,
    sum(subs_end) AS ending,
    sum(subs_start) + sum(subs_new) + sum(subs_back) - sum(subs_left) + sum(area_in) - sum(area_out) AS computed
  FROM f_subscriber
  JOIN d_area_leaf USING (k_leaf)
  GROUP BY ALL
),
company AS (
  SELECT k_month, sum(starting) AS starting, sum(ending) AS ending FROM cell GROUP BY k_month
)
SELECT k_month AS month, a.code AS area, computed AS expected, ending AS found
FROM cell JOIN d_area a USING (k_area)
WHERE computed <> ending
UNION ALL
SELECT c.k_month, '*', p.ending, c.starting
FROM company c JOIN d_month m USING (k_month) JOIN company p ON p.k_month = m.k_prev_month
WHERE p.ending <> c.starting
ORDER BY 1, 2
LIMIT 20;

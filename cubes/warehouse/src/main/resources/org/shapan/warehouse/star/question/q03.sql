-- Q3: closing subscribers and new adds by month of 2009; the year (last row) shows December's closing and the sum of the new adds.
WITH month AS (
  SELECT k_month, sum(subs_end) AS closing, sum(subs_new) AS new
  FROM f_subscriber
  WHERE k_month BETWEEN 200901 AND 200912
  GROUP BY k_month
)
SELECT CAST(k_month AS VARCHAR) AS period, closing, new FROM month
UNION ALL
SELECT '2009', arg_max(closing, k_month), sum(new) FROM month
ORDER BY length(period) DESC, period;

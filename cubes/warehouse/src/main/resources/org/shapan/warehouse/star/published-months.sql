SELECT
  (SELECT min(k_month) FROM main.f_sub_detail) AS first_month,
  max(k_month) AS last_month,
  coalesce(max(k_month) FILTER (NOT closed), 0) AS open_month
FROM main.d_month;

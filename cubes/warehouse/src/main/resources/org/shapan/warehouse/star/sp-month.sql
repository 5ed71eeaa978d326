-- What is found on the users of business codes in one month: convergence (domain §6.2.7), overlap (SPU-07) and malicious fee (ARR-09).
-- Reads f_sp_user, f_sp_hour and f_arrears. Variable: month (yyyymm).

CREATE OR REPLACE TEMP TABLE sp_value AS
SELECT u.k_sp_code, s.k_line, a.k_attribute, v.value, count(*) AS n
FROM f_sp_user u
JOIN d_sp_code s USING (k_sp_code)
JOIN d_channel c ON c.k_channel = u.k_order_channel
JOIN d_area_leaf l USING (k_leaf)
JOIN d_area area ON area.k_area = l.k_area
CROSS JOIN LATERAL (VALUES
  (1, c.code),
  (2, strftime(u.activated_on, '%G%V')),
  (3, CAST(u.k_customer // 10000 AS VARCHAR)),
  (4, u.handset),
  (5, printf('%02d:00', u.k_peak_hour)),
  (6, area.code)
) v(k_attribute, value)
JOIN d_sp_attribute a USING (k_attribute)
WHERE u.k_month = getvariable('month')
GROUP BY ALL;

INSERT INTO f_sp_convergence
WITH code AS (
  SELECT
    k_sp_code, k_line, k_attribute,
    sum(n) AS users,
    sum(n * (n - 1)) / (sum(n) * (sum(n) - 1)) AS concentration,
    list_sum(list(n ORDER BY n DESC)[1:3]) / sum(n) AS top_share,
    array_to_string(list(value || ' ' || share || ' %' ORDER BY n DESC, value)[1:3], ', ') AS top_values
  FROM (
    SELECT *, CAST(round(100 * n / sum(n) OVER (PARTITION BY k_sp_code, k_attribute)) AS INTEGER) AS share FROM sp_value
  )
  GROUP BY ALL
  HAVING sum(n) >= 30
),
line AS (
  SELECT k_line, k_attribute, sum(n * (n - 1)) / (sum(n) * (sum(n) - 1)) AS base
  FROM (SELECT k_line, k_attribute, value, sum(n) AS n FROM sp_value GROUP BY ALL)
  GROUP BY ALL
),
excess AS (
  SELECT c.*, l.base, greatest(0, (c.concentration - l.base) / nullif(1 - l.base, 0)) AS excess
  FROM code c
  JOIN line l USING (k_line, k_attribute)
)
SELECT
  getvariable('month'), e.k_sp_code, e.k_attribute, e.concentration, e.base, coalesce(e.excess, 0),
  100 * a.weight * coalesce(e.excess, 0), e.top_share, e.top_values
FROM excess e
JOIN d_sp_attribute a USING (k_attribute);

INSERT INTO f_sp_overlap
WITH users AS (
  SELECT k_sp_code, count(*) AS users FROM f_sp_user WHERE k_month = getvariable('month') GROUP BY k_sp_code HAVING count(*) >= 30
),
pair AS (
  SELECT a.k_sp_code, b.k_sp_code AS k_other, count(*) AS shared
  FROM f_sp_user a
  JOIN f_sp_user b ON b.k_month = a.k_month AND b.k_customer = a.k_customer AND b.k_sp_code <> a.k_sp_code
  WHERE a.k_month = getvariable('month')
  GROUP BY ALL
)
SELECT
  getvariable('month'), p.k_sp_code, p.k_other, p.shared,
  p.shared / least(u.users, v.users),
  2 * len(list_intersect(string_split(s.keywords, ' '), string_split(o.keywords, ' ')))
    / (len(string_split(s.keywords, ' ')) + len(string_split(o.keywords, ' ')))
    * least(s.price, o.price) / greatest(s.price, o.price)
FROM pair p
JOIN users u USING (k_sp_code)
JOIN users v ON v.k_sp_code = p.k_other
JOIN d_sp_code s ON s.k_sp_code = p.k_sp_code
JOIN d_sp_code o ON o.k_sp_code = p.k_other
WHERE s.k_company <> o.k_company
  AND p.shared / least(u.users, v.users) >= 0.25;

INSERT INTO f_sp_month
WITH code AS (
  SELECT k_sp_code, count(*) AS users, sum(fee) AS fee FROM f_sp_user WHERE k_month = getvariable('month') GROUP BY k_sp_code
),
convergence AS (
  SELECT k_sp_code, sum(contribution) AS convergence FROM f_sp_convergence WHERE k_month = getvariable('month') GROUP BY k_sp_code
),
hour AS (
  SELECT k_sp_code, max(traffic) / nullif(sum(traffic), 0) AS share
  FROM (SELECT k_sp_code, k_hour, sum(traffic) AS traffic FROM f_sp_hour WHERE k_month = getvariable('month') GROUP BY ALL)
  GROUP BY k_sp_code
),
day AS (
  SELECT k_sp_code, sum(mt) FILTER (place <= 3) / nullif(sum(mt), 0) AS share
  FROM (
    SELECT k_sp_code, k_day, sum(mt) AS mt, row_number() OVER (PARTITION BY k_sp_code ORDER BY sum(mt) DESC, k_day) AS place
    FROM f_sp_hour
    WHERE k_month = getvariable('month')
    GROUP BY k_sp_code, k_day
  )
  GROUP BY k_sp_code
),
overlap AS (
  SELECT k_sp_code, max(overlap) AS overlap, count_if(overlap >= 0.5 AND similarity >= 0.7) AS pairs
  FROM f_sp_overlap
  WHERE k_month = getvariable('month')
  GROUP BY k_sp_code
),
malicious AS (
  SELECT k_sp_code, count(DISTINCT k_malicious) FILTER (malicious > 0) AS users, sum(malicious) AS fee
  FROM f_arrears
  WHERE k_month = getvariable('month') AND k_sp_code IS NOT NULL
  GROUP BY k_sp_code
)
SELECT
  getvariable('month'), c.k_sp_code, c.users, c.fee,
  v.convergence, h.share, d.share, o.overlap, coalesce(o.pairs, 0), coalesce(m.users, 0), coalesce(m.fee, 0)
FROM code c
LEFT JOIN convergence v USING (k_sp_code)
LEFT JOIN hour h USING (k_sp_code)
LEFT JOIN day d USING (k_sp_code)
LEFT JOIN overlap o USING (k_sp_code)
LEFT JOIN malicious m USING (k_sp_code);

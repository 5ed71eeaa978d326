-- The calendar from the first to the last month of the version, whole years at the start.
-- Variables: first_month, last_month, open_month (yyyymm; 0 for none). Spring Festival = first day of the Chinese year.

CREATE OR REPLACE TEMP TABLE spring_festival AS
SELECT * FROM (VALUES
  (DATE '2005-02-09'), (DATE '2006-01-29'), (DATE '2007-02-18'), (DATE '2008-02-07'), (DATE '2009-01-26'),
  (DATE '2010-02-14'), (DATE '2011-02-03'), (DATE '2012-01-23'), (DATE '2013-02-10'), (DATE '2014-01-31'),
  (DATE '2015-02-19'), (DATE '2016-02-08'), (DATE '2017-01-28'), (DATE '2018-02-16'), (DATE '2019-02-05'),
  (DATE '2020-01-25'), (DATE '2021-02-12'), (DATE '2022-02-01'), (DATE '2023-01-22'), (DATE '2024-02-10'),
  (DATE '2025-01-29'), (DATE '2026-02-17'), (DATE '2027-02-06'), (DATE '2028-01-26'), (DATE '2029-02-13'),
  (DATE '2030-02-03')
) t(day);

INSERT INTO d_month
WITH month AS (
  SELECT
    first_day,
    last_day(first_day) AS last_day,
    CASE
      WHEN EXISTS (SELECT 1 FROM spring_festival s WHERE date_trunc('month', s.day) = first_day) THEN 'SF'
      WHEN EXISTS (SELECT 1 FROM spring_festival s WHERE date_trunc('month', s.day) = first_day + INTERVAL 1 MONTH) THEN 'pre-SF'
      WHEN EXISTS (SELECT 1 FROM spring_festival s WHERE date_trunc('month', s.day) = first_day - INTERVAL 1 MONTH) THEN 'post-SF'
      ELSE 'normal'
    END AS sf_type
  FROM (
    SELECT CAST(unnest(generate_series(
      make_date(getvariable('first_month') // 100, 1, 1),
      make_date(getvariable('last_month') // 100, getvariable('last_month') % 100, 1),
      INTERVAL 1 MONTH)) AS DATE) AS first_day
  )
)
SELECT
  year(m.first_day) * 100 + month(m.first_day),
  year(m.first_day),
  quarter(m.first_day),
  month(m.first_day),
  m.first_day,
  m.last_day,
  day(m.last_day),
  m.sf_type,
  CAST(strftime(p.first_day, '%Y%m') AS INTEGER),
  CAST(strftime(y.first_day, '%Y%m') AS INTEGER),
  CAST(strftime(coalesce(sf.first_day, y.first_day), '%Y%m') AS INTEGER),
  year(m.first_day) * 100 + month(m.first_day) <> getvariable('open_month')
FROM month m
LEFT JOIN month p ON p.first_day = m.first_day - INTERVAL 1 MONTH
LEFT JOIN month y ON y.first_day = m.first_day - INTERVAL 1 YEAR
LEFT JOIN month sf
  ON month(m.first_day) <= 2 AND month(sf.first_day) <= 2
  AND year(sf.first_day) = year(m.first_day) - 1
  AND (sf.sf_type = 'SF') = (m.sf_type = 'SF')
ORDER BY 1;

INSERT INTO d_day
SELECT
  CAST(strftime(d.day, '%Y%m%d') AS INTEGER),
  d.day,
  strftime(d.day, '%Y%m%d'),
  strftime(d.day, '%-d %b %Y'),
  strftime(d.day, '%Y年%-m月%-d日'),
  m.k_month,
  CAST(m.k_month AS VARCHAR),
  strftime(m.first_day, '%b %Y'),
  strftime(m.first_day, '%Y年%-m月'),
  m.quarter_no,
  'Q' || m.quarter_no,
  'Q' || m.quarter_no || ' ' || m.year_no,
  m.year_no || '年' || m.quarter_no || '季度',
  m.year_no,
  CAST(m.year_no AS VARCHAR),
  m.year_no || '年',
  isodow(d.day),
  strftime(d.day, '%a'),
  ['周一', '周二', '周三', '周四', '周五', '周六', '周日'][isodow(d.day)],
  isodow(d.day) >= 6,
  CASE WHEN s.day IS NOT NULL THEN 'Spring Festival' ELSE f.en END,
  CASE WHEN s.day IS NOT NULL THEN '春节' ELSE f.zh END,
  dayofyear(d.day),
  dayofyear(d.day) / dayofyear(make_date(m.year_no, 12, 31))
FROM d_month m
CROSS JOIN LATERAL (SELECT CAST(unnest(generate_series(m.first_day, m.last_day, INTERVAL 1 DAY)) AS DATE) AS day) d
LEFT JOIN spring_festival s ON s.day = d.day
LEFT JOIN (VALUES
  (1, 1, 'New Year', '元旦'), (5, 1, 'Labour Day', '劳动节'), (10, 1, 'National Day', '国庆节')
) f(month_no, day_no, en, zh) ON f.month_no = m.month_no AND f.day_no = day(d.day)
ORDER BY 1;

-- Months of activation, three years before the first month and later; earlier ones are one member.
INSERT INTO d_activation
SELECT 0, 0, 'Earlier', '更早', 'Earlier', '更早'
UNION ALL
SELECT
  year(day) * 100 + month(day), year(day),
  CAST(year(day) AS VARCHAR), year(day) || '年',
  strftime(day, '%b %Y'), year(day) || '年' || month(day) || '月'
FROM (
  SELECT unnest(generate_series(
    make_date(getvariable('first_month') // 100 - 3, getvariable('first_month') % 100, 1),
    make_date(getvariable('last_month') // 100, getvariable('last_month') % 100, 1),
    INTERVAL 1 MONTH)) AS day
);

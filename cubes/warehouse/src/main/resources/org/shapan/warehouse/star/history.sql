-- Versions of micro areas, channels and groups (SCD2): what a delivery changes is valid from its first month on, until a version that begins after
-- its last. A key that is seen for the first time is valid from the beginning. Then the members as they are in a month.
-- Reads the dimension feeds, area_path and d_x_before. Variables: valid_from, valid_to (first and last month of the delivery, the first 0
-- where none is published before it), month (yyyymm; read by the views when they are used).

INSERT INTO d_area_version
WITH begun AS (
  SELECT code, valid_from, k_area, owner_post, owner_en, owner_zh, area_type, urban_class, population FROM d_area_version_before
  WHERE code NOT IN (SELECT area FROM dim_area) OR valid_from NOT BETWEEN getvariable('valid_from') AND getvariable('valid_to')
  UNION ALL
  SELECT
    f.area, CASE WHEN f.area IN (SELECT code FROM d_area_version_before) THEN getvariable('valid_from') ELSE 0 END,
    d.k_area, d.owner_post, d.owner_en, d.owner_zh, d.area_type, d.urban_class, d.population
  FROM dim_area f
  JOIN area_path p USING (area)
  JOIN surrogate_key k ON k.dimension = 'area' AND k.code = p.area_key
  JOIN d_area d ON d.k_area = k.k
),
changed AS (
  SELECT * FROM begun
  WINDOW w AS (PARTITION BY code ORDER BY valid_from)
  QUALIFY row_number() OVER w = 1
    OR (k_area, owner_post, owner_en, owner_zh, area_type, urban_class, population)
      IS DISTINCT FROM lag((k_area, owner_post, owner_en, owner_zh, area_type, urban_class, population)) OVER w
)
SELECT
  code, valid_from,
  CASE WHEN next % 100 = 1 THEN next - 89 ELSE next - 1 END,
  k_area, owner_post, owner_en, owner_zh, area_type, urban_class, population
FROM (SELECT *, lead(valid_from) OVER (PARTITION BY code ORDER BY valid_from) AS next FROM changed)
ORDER BY code, valid_from;

INSERT INTO d_channel_version
WITH begun AS (
  SELECT code, valid_from, area_code, floor_area, staff, stock_threshold, grade FROM d_channel_version_before
  WHERE code NOT IN (SELECT channel FROM dim_channel) OR valid_from NOT BETWEEN getvariable('valid_from') AND getvariable('valid_to')
  UNION ALL
  SELECT
    f.channel, CASE WHEN f.channel IN (SELECT code FROM d_channel_version_before) THEN getvariable('valid_from') ELSE 0 END,
    f.area, f.floor_area, f.staff, f.stock_threshold, f.grade
  FROM dim_channel f
),
changed AS (
  SELECT * FROM begun
  WINDOW w AS (PARTITION BY code ORDER BY valid_from)
  QUALIFY row_number() OVER w = 1
    OR (area_code, floor_area, staff, stock_threshold, grade)
      IS DISTINCT FROM lag((area_code, floor_area, staff, stock_threshold, grade)) OVER w
)
SELECT
  code, valid_from,
  CASE WHEN next % 100 = 1 THEN next - 89 ELSE next - 1 END,
  area_code, floor_area, staff, stock_threshold, grade
FROM (SELECT *, lead(valid_from) OVER (PARTITION BY code ORDER BY valid_from) AS next FROM changed)
ORDER BY code, valid_from;

INSERT INTO d_group_version
WITH begun AS (
  SELECT code, valid_from, area_code FROM d_group_version_before
  WHERE code NOT IN (SELECT group_code FROM dim_group) OR valid_from NOT BETWEEN getvariable('valid_from') AND getvariable('valid_to')
  UNION ALL
  SELECT
    f.group_code, CASE WHEN f.group_code IN (SELECT code FROM d_group_version_before) THEN getvariable('valid_from') ELSE 0 END, f.area
  FROM dim_group f
),
changed AS (
  SELECT * FROM begun
  WINDOW w AS (PARTITION BY code ORDER BY valid_from)
  QUALIFY row_number() OVER w = 1 OR area_code IS DISTINCT FROM lag(area_code) OVER w
)
SELECT
  code, valid_from,
  CASE WHEN next % 100 = 1 THEN next - 89 ELSE next - 1 END,
  area_code
FROM (SELECT *, lead(valid_from) OVER (PARTITION BY code ORDER BY valid_from) AS next FROM changed)
ORDER BY code, valid_from;

-- One row for each code; a micro area that no delivery has described yet has no version. area_key: its key in surrogate_key.
CREATE OR REPLACE TEMP VIEW area_of_month AS
SELECT a.*, coalesce(s.code, a.code) AS area_key
FROM d_area a
LEFT JOIN surrogate_key s ON s.dimension = 'area' AND s.k = a.k_area
LEFT JOIN d_area_version v ON v.code = a.code AND getvariable('month') BETWEEN v.valid_from AND coalesce(v.valid_to, 999912)
WHERE v.code IS NULL OR v.k_area = a.k_area;

CREATE OR REPLACE TEMP VIEW channel_of_month AS
SELECT
  c.k_channel, c.code, c.channel_en, c.channel_zh, c.k_channel_type,
  CASE WHEN v.code IS NULL THEN c.k_area ELSE coalesce(a.k_area, 0) END AS k_area,
  c.opened, c.closed, c.status, v.floor_area, v.staff, v.stock_threshold, v.grade
FROM d_channel c
LEFT JOIN d_channel_version v ON v.code = c.code AND getvariable('month') BETWEEN v.valid_from AND coalesce(v.valid_to, 999912)
LEFT JOIN area_of_month a ON a.code = v.area_code;

CREATE OR REPLACE TEMP VIEW group_of_month AS
SELECT g.* EXCLUDE (k_area), coalesce(a.k_area, g.k_area) AS k_area
FROM d_group g
LEFT JOIN d_group_version v ON v.code = g.code AND getvariable('month') BETWEEN v.valid_from AND coalesce(v.valid_to, 999912)
LEFT JOIN area_of_month a ON a.code = v.area_code;

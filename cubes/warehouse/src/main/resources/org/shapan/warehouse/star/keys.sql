-- Gives a surrogate key to every natural key that has none yet. Keys are never changed, so that a new outlet moves no other.
-- Reads the dimension feeds as views of their names, and d_area_before.

-- A micro area is its path (M12): where it comes to another branch or city it gets another key, and so does a branch in another city. The first
-- path has the bare code.
CREATE OR REPLACE TEMP TABLE area_path AS
SELECT
  f.area,
  CASE WHEN a.code IS NULL OR (a.branch_code = f.branch AND a.city_code = f.city) THEN f.area
    ELSE f.city || '/' || f.branch || '/' || f.area END AS area_key,
  CASE WHEN b.branch_code IS NULL OR b.city_code = f.city THEN f.branch ELSE f.city || '/' || f.branch END AS branch_key
FROM dim_area f
LEFT JOIN (
  SELECT d.code, d.branch_code, d.city_code
  FROM d_area_before d
  JOIN surrogate_key s ON s.dimension = 'area' AND s.code = d.code AND s.k = d.k_area AND NOT s.awaited
) a ON a.code = f.area
LEFT JOIN (
  SELECT DISTINCT d.branch_code, d.city_code
  FROM d_area_before d
  JOIN surrogate_key s ON s.dimension = 'branch' AND s.code = d.branch_code AND s.k = d.k_branch
) b ON b.branch_code = f.branch;

CREATE OR REPLACE TEMP TABLE natural_key AS
SELECT DISTINCT 'area' AS dimension, area_key AS code FROM area_path
UNION ALL SELECT DISTINCT 'branch', branch_key FROM area_path
UNION ALL SELECT DISTINCT 'city', city FROM dim_area
UNION ALL SELECT 'brand', brand FROM dim_brand
UNION ALL SELECT 'plan', plan FROM dim_plan
UNION ALL SELECT DISTINCT 'plan_class', plan_class FROM dim_plan
UNION ALL SELECT 'service', service FROM dim_service
UNION ALL SELECT 'channel', channel FROM dim_channel
UNION ALL SELECT DISTINCT 'sub_type', sub_type FROM dim_channel
UNION ALL SELECT DISTINCT 'channel_type', channel_type FROM dim_channel
UNION ALL SELECT 'group', group_code FROM dim_group
UNION ALL SELECT 'sp', sp FROM dim_sp
UNION ALL SELECT 'sp_code', sp_code FROM dim_sp_code
UNION ALL SELECT 'batch', batch FROM dim_batch
UNION ALL SELECT 'offer', offer FROM dim_offer
UNION ALL SELECT DISTINCT 'means', means FROM dim_offer
UNION ALL SELECT 'wave', wave FROM dim_wave
UNION ALL SELECT DISTINCT 'campaign', campaign FROM dim_wave
UNION ALL SELECT DISTINCT 'theme', theme FROM dim_wave
UNION ALL SELECT 'business_type', business_type FROM business_type
UNION ALL SELECT 'leaf', area_key || '/unassigned/' FROM area_path
UNION ALL SELECT 'leaf', '-/unassigned/' WHERE EXISTS (SELECT 1 FROM dim_channel WHERE area IS NULL)
UNION ALL SELECT 'leaf', area_key || '/group/' || group_code FROM dim_group JOIN area_path USING (area);

INSERT INTO surrogate_key (dimension, code, k)
SELECT
  n.dimension,
  n.code,
  coalesce(last.k, 0) + row_number() OVER (PARTITION BY n.dimension ORDER BY n.code)
FROM natural_key n
LEFT JOIN (SELECT dimension, max(k) AS k FROM surrogate_key GROUP BY dimension) last USING (dimension)
WHERE NOT EXISTS (SELECT 1 FROM surrogate_key s WHERE s.dimension = n.dimension AND s.code = n.code);


UPDATE surrogate_key SET awaited = false
WHERE awaited AND EXISTS (SELECT 1 FROM natural_key n WHERE n.dimension = surrogate_key.dimension AND n.code = surrogate_key.code);

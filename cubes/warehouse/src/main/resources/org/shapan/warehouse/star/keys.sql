-- Gives a surrogate key to every natural key that has none yet. Keys are never changed, so that a new outlet moves no other.
-- Reads the dimension feeds as views of their names.

CREATE OR REPLACE TEMP TABLE natural_key AS
SELECT DISTINCT 'area' AS dimension, area AS code FROM dim_area
UNION ALL SELECT DISTINCT 'branch', branch FROM dim_area
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
UNION ALL SELECT 'leaf', area || '/unassigned/' FROM dim_area
UNION ALL SELECT 'leaf', '-/unassigned/' WHERE EXISTS (SELECT 1 FROM dim_channel WHERE area IS NULL)
UNION ALL SELECT 'leaf', area || '/group/' || group_code FROM dim_group;

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

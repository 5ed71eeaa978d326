-- Members for the keys that facts refer to and no dimension has delivered: each is a leaf of its own under the unknown member -1.
-- Reads unknown_key. Members that are there already stay.

CREATE OR REPLACE TEMP TABLE awaited_key AS SELECT DISTINCT dimension, code FROM unknown_key;

INSERT INTO surrogate_key (dimension, code, k)
SELECT n.dimension, n.code, coalesce(last.k, 0) + row_number() OVER (PARTITION BY n.dimension ORDER BY n.code)
FROM (
  FROM awaited_key
  UNION ALL SELECT 'leaf', '?/unassigned/' WHERE EXISTS (SELECT 1 FROM awaited_key WHERE dimension IN ('channel', 'group'))
  UNION ALL SELECT 'leaf', '?/group/' || code FROM awaited_key WHERE dimension = 'group'
) n
LEFT JOIN (SELECT dimension, max(k) AS k FROM surrogate_key GROUP BY dimension) last USING (dimension)
WHERE NOT EXISTS (SELECT 1 FROM surrogate_key s WHERE s.dimension = n.dimension AND s.code = n.code);

UPDATE surrogate_key SET awaited = true
WHERE NOT awaited AND EXISTS (SELECT 1 FROM awaited_key n WHERE n.dimension = surrogate_key.dimension AND n.code = surrogate_key.code);

CREATE OR REPLACE TEMP TABLE new_member AS
SELECT n.dimension, n.code, s.k, 'Unknown ' || n.code AS en, '未知 ' || n.code AS zh
FROM awaited_key n
JOIN surrogate_key s USING (dimension, code);

INSERT INTO d_area
SELECT * FROM (
  SELECT k, code, en, zh, -1, '?', 'Unknown', '未知', -1, '?', 'Unknown', '未知', NULL, NULL, NULL, NULL, NULL, NULL
  FROM new_member WHERE dimension = 'area'
  UNION ALL
  SELECT -1, '?', 'Unknown', '未知', -1, '?', 'Unknown', '未知', -1, '?', 'Unknown', '未知', NULL, NULL, NULL, NULL, NULL, NULL
  WHERE EXISTS (SELECT 1 FROM new_member WHERE dimension IN ('channel', 'group'))
) n
WHERE n.k NOT IN (SELECT k_area FROM d_area);

INSERT INTO d_channel_type
SELECT -1, '?', 'Unknown', '未知', -1, '?', 'Unknown', '未知', -1, '?', 'Unknown', '未知', false, false
WHERE EXISTS (SELECT 1 FROM new_member WHERE dimension = 'channel') AND NOT EXISTS (SELECT 1 FROM d_channel_type WHERE k_channel_type = -1);

INSERT INTO d_channel
SELECT k, code, en, zh, -1, -1, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM new_member WHERE dimension = 'channel' AND k NOT IN (SELECT k_channel FROM d_channel);

INSERT INTO d_group
SELECT k, code, en, zh, '?', 'Unknown', '未知', '?', 'Unknown', '未知', -1
FROM new_member WHERE dimension = 'group' AND k NOT IN (SELECT k_group FROM d_group);

INSERT INTO d_plan
SELECT k, code, en, zh, -1, '?', 'Unknown', '未知', NULL
FROM new_member WHERE dimension = 'plan' AND k NOT IN (SELECT k_plan FROM d_plan);

INSERT INTO d_sp_code
SELECT k, code, en, zh, -1, '?', 'Unknown', '未知', -1, '?', 'Unknown', '未知', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, ''
FROM new_member WHERE dimension = 'sp_code' AND k NOT IN (SELECT k_sp_code FROM d_sp_code);

INSERT INTO d_batch
SELECT k, code, en, zh, 0, 'Unknown', '未知'
FROM new_member WHERE dimension = 'batch' AND k NOT IN (SELECT k_batch FROM d_batch);

INSERT INTO d_area_leaf
SELECT s.k, a.k_area, 'unassigned', '', '3', 'Unassigned', 'Unassigned', '未归属客户'
FROM d_area a
JOIN surrogate_key s ON s.dimension = 'leaf' AND s.code = a.code || '/unassigned/'
WHERE a.k_branch = -1 AND s.k NOT IN (SELECT k_leaf FROM d_area_leaf);

INSERT INTO d_area_leaf
SELECT s.k, -1, 'group', n.code, '1' || n.code, n.code, n.en, n.zh
FROM new_member n
JOIN surrogate_key s ON s.dimension = 'leaf' AND s.code = '?/group/' || n.code
WHERE n.dimension = 'group' AND s.k NOT IN (SELECT k_leaf FROM d_area_leaf);

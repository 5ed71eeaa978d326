-- One month of the feed cust_month with its surrogate keys and bands, as the temporary table customer.

CREATE OR REPLACE TEMP TABLE customer_owner AS
SELECT
  f.*,
  a.k_area,
  a.area_key,
  c.k_channel,
  CASE
    WHEN f.group_code IS NOT NULL THEN 'group'
    WHEN t.is_outlet AND (c.closed IS NULL OR c.closed > last_day(make_date(f.month // 100, f.month % 100, 1))) THEN 'channel'
    ELSE 'unassigned'
  END AS owner_kind,
  CASE owner_kind WHEN 'group' THEN f.group_code WHEN 'channel' THEN f.channel ELSE '' END AS owner_code
FROM cust_month f
JOIN area_of_month a ON a.code = f.area
JOIN d_channel c ON c.code = f.channel
JOIN d_channel_type t USING (k_channel_type);

-- Owner leaves seen for the first time (M4: a channel lies under many micro areas).
INSERT INTO surrogate_key (dimension, code, k)
SELECT 'leaf', code, coalesce((SELECT max(k) FROM surrogate_key WHERE dimension = 'leaf'), 0) + row_number() OVER (ORDER BY code)
FROM (SELECT DISTINCT area_key || '/' || owner_kind || '/' || owner_code AS code FROM customer_owner) n
WHERE NOT EXISTS (SELECT 1 FROM surrogate_key s WHERE s.dimension = 'leaf' AND s.code = n.code);

INSERT INTO d_area_leaf
SELECT
  k.k, o.k_area, o.owner_kind, o.owner_code,
  CASE o.owner_kind WHEN 'group' THEN '1' WHEN 'channel' THEN '2' ELSE '3' END || o.owner_code,
  coalesce(g.code, c.code, 'Unassigned'),
  coalesce(g.group_en, c.channel_en, 'Unassigned'),
  coalesce(g.group_zh, c.channel_zh, '未归属客户')
FROM (SELECT DISTINCT area_key, k_area, owner_kind, owner_code FROM customer_owner) o
JOIN surrogate_key k ON k.dimension = 'leaf' AND k.code = o.area_key || '/' || o.owner_kind || '/' || o.owner_code
LEFT JOIN d_group g ON o.owner_kind = 'group' AND g.code = o.owner_code
LEFT JOIN d_channel c ON o.owner_kind = 'channel' AND c.code = o.owner_code
WHERE NOT EXISTS (SELECT 1 FROM d_area_leaf l WHERE l.k_leaf = k.k)
ORDER BY k.k;

CREATE OR REPLACE TEMP TABLE customer AS
SELECT
  o.month AS k_month,
  o.number AS k_customer,
  l.k_leaf,
  o.k_area,
  o.k_channel,
  b.k_brand,
  p.k_plan,
  t.k_tier,
  n.k_tenure,
  y.k_payment,
  s.k_status,
  g.k_age,
  CASE WHEN o.is_new THEN 2 WHEN o.is_back THEN 4 WHEN o.is_left THEN 3 ELSE 1 END AS k_cohort,
  o.is_start, o.is_end, o.is_new, o.is_left, o.is_back,
  o.active, o.zero_call, o.silent, o.mid_high_hq, o.top_32, o.mid_high_dyn, o.vip,
  o.tenure_months, o.arpu3, o.fee,
  o.activated_on,
  coalesce(v.k_activation, 0) AS k_activation
FROM customer_owner o
JOIN d_area_leaf l ON l.k_area = o.k_area AND l.owner_kind = o.owner_kind AND l.owner_code = o.owner_code
JOIN d_brand b ON b.code = o.brand
JOIN d_plan p ON p.code = o.plan
JOIN d_tier t ON t.code = o.tier
ASOF JOIN d_tenure n ON o.tenure_months >= n.from_months
JOIN d_payment y ON y.code = o.payment
JOIN d_status s ON s.code = o.status
LEFT JOIN d_activation v ON v.k_activation = year(o.activated_on) * 100 + month(o.activated_on)
ASOF JOIN d_age g ON o.month // 100 - o.birth_year >= g.from_age;

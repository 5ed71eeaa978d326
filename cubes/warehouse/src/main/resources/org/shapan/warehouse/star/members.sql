-- Dimension members from the dimension feeds. Fixed positions (brands, lines, classes) come from the order of the domain.

INSERT INTO d_area
SELECT
  k.k, f.area, f.area_en, f.area_zh,
  b.k, f.branch, f.branch_en, f.branch_zh,
  c.k, f.city, f.city_en, f.city_zh,
  f.area_type, f.urban_class, f.owner_post, f.owner_name_en, f.owner_name_zh, f.population
FROM dim_area f
JOIN area_path p USING (area)
JOIN surrogate_key k ON k.dimension = 'area' AND k.code = p.area_key
JOIN surrogate_key b ON b.dimension = 'branch' AND b.code = p.branch_key
JOIN surrogate_key c ON c.dimension = 'city' AND c.code = f.city
ORDER BY c.k, b.k, k.k;

-- Logical channels (10086, web hall …) have no place: one member of its own, only where there are any.
INSERT INTO d_area
SELECT 0, '-', 'Not located', '非属地', 0, '-', 'Not located', '非属地', 0, '-', 'Not located', '非属地',
       NULL, NULL, NULL, NULL, NULL, NULL
WHERE EXISTS (SELECT 1 FROM dim_channel WHERE area IS NULL);

INSERT INTO d_brand
SELECT k.k, f.brand, f.brand_en, f.brand_zh, coalesce(list_position(['GOTONE', 'MZONE', 'EASYOWN'], f.brand), 3 + k.k) -- in order of value
FROM dim_brand f
JOIN surrogate_key k ON k.dimension = 'brand' AND k.code = f.brand
ORDER BY 5;

INSERT INTO d_plan
SELECT k.k, f.plan, f.plan_en, f.plan_zh, c.k, f.plan_class, f.plan_class_en, f.plan_class_zh, f.price
FROM dim_plan f
JOIN surrogate_key k ON k.dimension = 'plan' AND k.code = f.plan
JOIN surrogate_key c ON c.dimension = 'plan_class' AND c.code = f.plan_class
ORDER BY c.k, k.k;

INSERT INTO d_service
SELECT
  k.k, f.service, f.service_en, f.service_zh,
  min(f.position) OVER (PARTITION BY f.line_class), f.line_class, f.line_class_en, f.line_class_zh,
  f.position, f.line_class = 'voice', f.is_data_service, f.is_key_16, f.is_monternet,
  f.service = 'S09', -- person-to-person SMS (REV-15)
  f.is_group
FROM dim_service f
JOIN surrogate_key k ON k.dimension = 'service' AND k.code = f.service
ORDER BY f.position;

INSERT INTO d_channel_type
SELECT DISTINCT
  s.k, f.sub_type, f.sub_type_en, f.sub_type_zh,
  t.k, f.channel_type, f.channel_type_en, f.channel_type_zh,
  list_position(['own', 'social', 'electronic', 'direct'], f.channel_class),
  f.channel_class, f.channel_class_en, f.channel_class_zh,
  f.channel_class = 'electronic',
  f.channel_class IN ('own', 'social')
FROM dim_channel f
JOIN surrogate_key s ON s.dimension = 'sub_type' AND s.code = f.sub_type
JOIN surrogate_key t ON t.dimension = 'channel_type' AND t.code = f.channel_type
ORDER BY 9, 5, 1;

INSERT INTO d_channel
SELECT
  k.k, f.channel, f.channel_en, f.channel_zh, s.k, coalesce(a.k, 0),
  f.opened, f.closed, f.status, f.floor_area, f.staff, f.stock_threshold, f.grade
FROM dim_channel f
JOIN surrogate_key k ON k.dimension = 'channel' AND k.code = f.channel
JOIN surrogate_key s ON s.dimension = 'sub_type' AND s.code = f.sub_type
LEFT JOIN area_path p ON p.area = f.area
LEFT JOIN surrogate_key a ON a.dimension = 'area' AND a.code = p.area_key
ORDER BY k.k;

INSERT INTO d_business_type
SELECT k.k, f.business_type, f.business_en, f.business_zh, s.k, f.six_s, s.en, s.zh, s.points, s.divertible
FROM business_type f
JOIN surrogate_key k ON k.dimension = 'business_type' AND k.code = f.business_type
JOIN (VALUES
  (1, 'sales',     'Sales',     '销售型', 5, false),
  (2, 'strategic', 'Strategic', '战略型', 8, false),
  (3, 'incentive', 'Incentive', '激励型', 4, true),
  (4, 'retention', 'Retention', '挽留型', 6, false),
  (5, 'service',   'Service',   '服务型', 2, true),
  (6, 'sensitive', 'Sensitive', '敏感型', 3, false)
) s(k, code, en, zh, points, divertible) ON s.code = f.six_s
ORDER BY k.k;

INSERT INTO d_sp_code
SELECT
  k.k, f.sp_code, f.sp_code_en, f.sp_code_zh,
  p.k, f.sp, c.sp_en, c.sp_zh,
  list_position(['SMS', 'MMS', 'WAP', 'IVR', 'CRBT'], f.line), f.line, f.line_en, f.line_zh,
  f.category_en, f.category_zh, f.charge_mode, f.price, f.ceiling, f.launch_date,
  c.credit, c.settlement_ratio, c.status, f.keywords
FROM dim_sp_code f
JOIN dim_sp c ON c.sp = f.sp
JOIN surrogate_key k ON k.dimension = 'sp_code' AND k.code = f.sp_code
JOIN surrogate_key p ON p.dimension = 'sp' AND p.code = f.sp
ORDER BY 9, p.k, k.k;

INSERT INTO d_group
SELECT k.k, f.group_code, f.group_en, f.group_zh, f.industry, f.industry_en, f.industry_zh, f.importance, i.en, i.zh, a.k
FROM dim_group f
JOIN (VALUES
  ('A1', 'Core, controlled by the province', '省级核心集团'),
  ('A2', 'Core, controlled by the branch',   '分公司核心集团'),
  ('B',  'Important',                        '重要集团'),
  ('C',  'Ordinary',                         '普通集团'),
  ('D',  'Small',                            '小型集团')
) i(importance, en, zh) ON i.importance = f.importance
JOIN surrogate_key k ON k.dimension = 'group' AND k.code = f.group_code
JOIN area_path p ON p.area = f.area
JOIN surrogate_key a ON a.dimension = 'area' AND a.code = p.area_key
ORDER BY k.k;

INSERT INTO d_batch
SELECT
  k.k, f.batch, f.batch_en, f.batch_zh, f.released,
  strftime(make_date(f.released // 100, f.released % 100, 1), '%b %Y'),
  strftime(make_date(f.released // 100, f.released % 100, 1), '%Y年%-m月')
FROM dim_batch f
JOIN surrogate_key k ON k.dimension = 'batch' AND k.code = f.batch
ORDER BY f.released, k.k;

-- Owner leaves that are there in any case: the unassigned customers of every micro area, and every group in its own.
INSERT INTO d_area_leaf
SELECT k.k, a.k_area, 'unassigned', '', '3', 'Unassigned', 'Unassigned', '未归属客户'
FROM d_area a
LEFT JOIN surrogate_key p ON p.dimension = 'area' AND p.k = a.k_area
JOIN surrogate_key k ON k.dimension = 'leaf' AND k.code = coalesce(p.code, a.code) || '/unassigned/'
ORDER BY k.k;

INSERT INTO d_area_leaf
SELECT k.k, g.k_area, 'group', g.code, '1' || g.code, g.code, g.group_en, g.group_zh
FROM d_group g
JOIN surrogate_key p ON p.dimension = 'area' AND p.k = g.k_area
JOIN surrogate_key k ON k.dimension = 'leaf' AND k.code = p.code || '/group/' || g.code
ORDER BY k.k;

INSERT INTO d_offer
SELECT k.k, f.offer, f.offer_en, f.offer_zh, m.k, f.means, f.means_en, f.means_zh, f.authority
FROM dim_offer f
JOIN surrogate_key k ON k.dimension = 'offer' AND k.code = f.offer
JOIN surrogate_key m ON m.dimension = 'means' AND m.code = f.means
ORDER BY m.k, k.k;

INSERT INTO d_wave
SELECT
  k.k, f.wave, f.wave_en, f.wave_zh, f.wave_no,
  c.k, f.campaign, f.campaign_en, f.campaign_zh, h.k, f.theme, f.theme_en, f.theme_zh,
  t.k_campaign_type, o.k, f.sp_code, f.starts, f.ends, f.planned_contacts, f.planned_orders, f.budget
FROM dim_wave f
JOIN surrogate_key k ON k.dimension = 'wave' AND k.code = f.wave
JOIN surrogate_key c ON c.dimension = 'campaign' AND c.code = f.campaign
JOIN surrogate_key h ON h.dimension = 'theme' AND h.code = f.theme
JOIN surrogate_key o ON o.dimension = 'offer' AND o.code = f.offer
JOIN d_campaign_type t ON t.code = f.campaign_type
ORDER BY k.k;

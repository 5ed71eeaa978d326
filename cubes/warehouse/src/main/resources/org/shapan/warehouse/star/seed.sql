-- Fixed bilingual lists of the warehouse itself (domain §4.2, §4.7, §5.2).

INSERT INTO d_tier VALUES
  (1,  'T1',  'Diamond VIP',       '钻卡',       'VIP list',             true),
  (2,  'T2',  'Gold VIP',          '金卡',       'VIP list',             true),
  (3,  'T3',  'Silver VIP',        '银卡',       'VIP list',             true),
  (4,  'T4',  'Silver trial',      '银卡体验卡', 'VIP list',             true),
  (5,  'T5',  'High-end',          '高端',       'ARPU3 >= 300',         false),
  (6,  'T6',  'Mid/high-end',      '中高端',     '120 <= ARPU3 < 300',   false),
  (7,  'T7',  'Middle',            '中端',       '80 <= ARPU3 < 120',    false),
  (8,  'T8',  'Ordinary upper',    '普通偏上',   '50 <= ARPU3 < 80',     false),
  (9,  'T9',  'Ordinary',          '普通',       '5 <= ARPU3 < 50',      false),
  (10, 'T10', 'Silent or zero',    '沉默零次',   'ARPU3 < 5',            false);

INSERT INTO d_tenure VALUES
  (1, '0–3 months',   '0–3个月',    0,  3),
  (2, '4–6 months',   '4–6个月',    4,  6),
  (3, '7–12 months',  '7–12个月',   7,  12),
  (4, '13–24 months', '13–24个月',  13, 24),
  (5, '25–36 months', '25–36个月',  25, 36),
  (6, '37–60 months', '37–60个月',  37, 60),
  (7, '> 60 months',  '60个月以上', 61, NULL);

INSERT INTO d_payment VALUES
  (1, 'prepaid',  'Prepaid',  '预付费'),
  (2, 'postpaid', 'Postpaid', '后付费');

INSERT INTO d_kpi VALUES
  (1, 'REV-01', 'Gross revenue', '折前收入'),
  (2, 'SUB-03', 'New',           '新增用户'),
  (3, 'SUB-08', 'Net adds',      '净增用户');

INSERT INTO d_cohort VALUES
  (1, 'existing',  'Existing',  '存量'),
  (2, 'new',       'New',       '新增'),
  (3, 'lost',      'Lost',      '离网'),
  (4, 'returning', 'Returning', '返网');

INSERT INTO d_status VALUES
  (1, 'normal',         'Normal',             '正常',     true),
  (2, 'one_way_stop',   'One-way stop',       '单向停机', true),
  (3, 'two_way_stop',   'Two-way stop',       '双向停机', true),
  (4, 'voluntary_stop', 'Voluntary stop',     '申请停机', true),
  (5, 'reserved',       'Reserved',           '保留',     true),
  (6, 'pre_cancelled',  'Pre-cancelled',      '预销户',   true),
  (7, 'cancelled',      'Cancelled',          '已销户',   false);

INSERT INTO d_age VALUES
  (1, '18 and younger', '18岁及以下', 0,    18),
  (2, '19–22',          '19–22岁',    19,   22),
  (3, '23–28',          '23–28岁',    23,   28),
  (4, '29–35',          '29–35岁',    29,   35),
  (5, '36–45',          '36–45岁',    36,   45),
  (6, '46–55',          '46–55岁',    46,   55),
  (7, 'Over 55',        '55岁以上',   56,   NULL);

INSERT INTO d_social_grade VALUES
  (1, 'A', 'A级', 80),
  (2, 'B', 'B级', 65),
  (3, 'C', 'C级', 50),
  (4, 'D', 'D级', 0);

INSERT INTO d_value_type VALUES
  (1, 'Arbitrage',      '套利型'),
  (2, 'Number-release', '放号型'),
  (3, 'Mature',         '成熟型'),
  (4, 'Growing',        '成长型'),
  (5, 'Pioneer',        '开拓型'),
  (6, 'Low activity',   '低活跃');

INSERT INTO d_stock_age VALUES
  (1, '30 days or less', '30天及以内', 0),
  (2, '31–60 days',      '31–60天',    31),
  (3, '61–90 days',      '61–90天',    61),
  (4, 'Over 90 days',    '90天以上',   91);

INSERT INTO d_sp_attribute VALUES
  (1, 'Ordering channel', '订购渠道', 0.25),
  (2, 'Activation week',  '入网周',   0.20),
  (3, 'Number segment',   '号段',     0.20),
  (4, 'Handset model',    '终端型号', 0.10),
  (5, 'Usage hour',       '使用时段', 0.15),
  (6, 'Micro area',       '片区',     0.10);

INSERT INTO d_arrears_age VALUES
  (1, 'Current',     '当期',     0),
  (2, '1 cycle',     '1个账期',  1),
  (3, '2 cycles',    '2个账期',  2),
  (4, '3 cycles',    '3个账期',  3),
  (5, '4–6 cycles',  '4–6个账期', 4),
  (6, '7–12 cycles', '7–12个账期', 7),
  (7, '> 12 cycles', '12个账期以上', 13);

INSERT INTO d_hour
SELECT h, format('{:02d}:00', h), band_no, band, band_en, band_zh
FROM range(24) t(h)
JOIN (VALUES
  (1, 'night',   'Night 0–5',      '凌晨 0–5时',   0,  5),
  (2, 'morning', 'Morning 6–8',    '早晨 6–8时',   6,  8),
  (3, 'working', 'Working 9–17',   '工作 9–17时',  9,  17),
  (4, 'evening', 'Evening 18–21',  '晚间 18–21时', 18, 21),
  (5, 'late',    'Late 22–23',     '深夜 22–23时', 22, 23)
) b(band_no, band, band_en, band_zh, from_hour, to_hour) ON h BETWEEN from_hour AND to_hour;

INSERT INTO d_bundle VALUES
  (0, 'none',            'None',                  '未捆绑'),
  (1, 'free_prepay',     'Free prepay',           '赠费预存'),
  (2, 'allotted_prepay', 'Allotted prepay',       '分摊预存'),
  (3, 'special_rental',  'Special rental',        '特殊月租'),
  (4, 'value_added',     'Value-added bundle',    '增值捆绑'),
  (5, 'combined',        'Combined',              '组合捆绑');

INSERT INTO d_health VALUES (1, 'Healthy', '健康'), (2, 'Sub-healthy', '亚健康'), (3, 'High risk', '高危');

INSERT INTO d_stability VALUES (1, 'High', '高稳定'), (2, 'Medium', '中稳定'), (3, 'Low', '低稳定');

INSERT INTO d_warning VALUES (1, 'No movement', '无异动'), (2, 'Yellow', '黄色预警'), (3, 'Red', '红色预警');

INSERT INTO d_campaign_type VALUES
  (1,  'active_outbound',   'Outbound call',         '外呼',         1, 'Active',    '主动'),
  (2,  'active_counter',    'Counter, active',       '前台主动推荐', 1, 'Active',    '主动'),
  (3,  'active_sms',        'SMS to a list',         '短信定向',     1, 'Active',    '主动'),
  (4,  'active_mail',       'Mail to a list',        '邮件定向',     1, 'Active',    '主动'),
  (5,  'broadcast_sms',     'SMS bulk',              '短信群发',     2, 'Broadcast', '广播'),
  (6,  'broadcast_mms',     'MMS bulk',              '彩信群发',     2, 'Broadcast', '广播'),
  (7,  'broadcast_mail',    'Mail with the bill',    '纸质账单',     2, 'Broadcast', '广播'),
  (8,  'broadcast_web',     'Web page',              '网站展示',     2, 'Broadcast', '广播'),
  (9,  'triggered_inbound', 'Inbound call',          '呼入',         3, 'Triggered', '触发'),
  (10, 'triggered_counter', 'Counter, on a visit',   '前台触发',     3, 'Triggered', '触发'),
  (11, 'triggered_web',     'Web, on a visit',       '网站触发',     3, 'Triggered', '触发'),
  (12, 'triggered_sms',     'SMS on an event',       '短信触发',     3, 'Triggered', '触发');

INSERT INTO d_contact_result VALUES
  (0, 'control',     'Control group', '对照组'),
  (1, 'not_reached', 'Not reached',   '未接触到'),
  (2, 'reached',     'Reached',       '已接触'),
  (3, 'refused',     'Refused',       '拒绝'),
  (4, 'interested',  'Interested',    '有意向'),
  (5, 'ordered',     'Ordered',       '办理成功'),
  (6, 'complained',  'Complained',    '投诉');

INSERT INTO d_score
SELECT s, 'Decile ' || s || CASE s WHEN 1 THEN ' (best)' ELSE '' END, '第' || s || '分位' || CASE s WHEN 1 THEN '(最高)' ELSE '' END
FROM range(1, 11) t(s);

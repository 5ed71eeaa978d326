-- A province of five customers, three months and the month before, small enough to check by hand.
--   1 GoTone, member of group G1 in Gongbei, all months
--   2 M-Zone, won by hall H1, moves from Nanping to Qianshan in 201002
--   3 Easyown, won by the web hall, leaves in 201002
--   4 Easyown, won by shop D1, activated in 201002
--   5 Easyown, won by shop D1, returns in 201003
INSERT INTO dim_area VALUES
  ('A1', '拱北', 'Gongbei', 'business', 'urban', 'B1', '香洲', 'Xiangzhou', 'C1', '珠海', 'Zhuhai', 'P1', '张三', 'Zhang San', 90000),
  ('A2', '南屏', 'Nanping', 'industrial', 'suburban', 'B1', '香洲', 'Xiangzhou', 'C1', '珠海', 'Zhuhai', 'P2', '李四', 'Li Si', 60000),
  ('A3', '井岸', 'Jing''an', 'village', 'rural', 'B2', '斗门', 'Doumen', 'C1', '珠海', 'Zhuhai', 'P3', '王五', 'Wang Wu', 30000);

INSERT INTO dim_channel VALUES
  ('H1', '南屏厅', 'Nanping hall', 'own', '自营实体', 'Own outlets', 'own_hall', '自营营业厅', 'Own hall', 'hall_standard', '标准厅', 'Standard hall', 'A2', DATE '2005-01-01', NULL, 'open', 120, 8, 40, NULL),
  ('D1', '拱北店', 'Gongbei shop', 'social', '社会渠道', 'Social channels', 'designated_shop', '指定专营店', 'Designated shop', 'shop_franchised', '特许加盟', 'Franchised', 'A1', DATE '2006-01-01', NULL, 'open', 30, 2, 10, 'B'),
  ('E1', '网厅', 'Web hall', 'electronic', '电子渠道', 'Electronic channels', 'web_hall', '网上营业厅', 'Web hall', 'web_self', '网厅自助', 'Web self-service', NULL, DATE '2004-01-01', NULL, 'open', NULL, 0, NULL, NULL);

INSERT INTO dim_group VALUES ('G1', '集团0001', 'Group-0001', 'trade', '商贸', 'Trade', 'A1', 'A1');

INSERT INTO dim_brand VALUES ('EASYOWN', '神州行', 'Easyown'), ('GOTONE', '全球通', 'GoTone'), ('MZONE', '动感地带', 'M-Zone');

INSERT INTO dim_plan VALUES ('P01', '套餐58', 'Plan 58', 'voice', '语音', 'Voice', 58.00);

INSERT INTO dim_service VALUES
  ('S02', '本地通话', 'Local calls', 'voice', '语音', 'Voice', 2, false, false, false, false),
  ('S09', '点对点短信', 'Person-to-person SMS', 'messaging', '短彩信', 'Messaging', 9, true, true, false, false),
  ('S26', '梦网短信', 'SP SMS', 'monternet', '梦网SP', 'Monternet SP', 26, true, false, true, false),
  ('S35', '专线', 'Dedicated line', 'group', '集团信息化', 'Group', 35, false, false, false, true);

INSERT INTO dim_sp VALUES ('SP01', '公司0001', 'SP-0001', 'A', 0.8500, 'normal', DATE '2005-01-01', 'national');

INSERT INTO dim_sp_code VALUES
  ('SP01-1', '笑话', 'Jokes', 'SP01', 'SMS', '短信', 'SMS', 'joke', '笑话', 'Joke', 'monthly', 5.00, 10.00, DATE '2006-01-01', 'joke daily fun'),
  ('SP01-2', '天气', 'Weather', 'SP01', 'SMS', '短信', 'SMS', 'weather', '天气', 'Weather', 'monthly', 3.00, 3.00, DATE '2006-01-01', 'weather daily city');

CREATE TEMP TABLE life (month INTEGER, number BIGINT, brand VARCHAR, area VARCHAR, channel VARCHAR, group_code VARCHAR, tier VARCHAR,
  arpu3 DECIMAL(18, 2), tenure INTEGER, s BOOLEAN, e BOOLEAN, n BOOLEAN, l BOOLEAN, b BOOLEAN, top BOOLEAN);
INSERT INTO life VALUES
  (200912, 20000000001, 'GOTONE',  'A1', 'H1', 'G1', 'T2', 300, 70, true,  true,  false, false, false, true),
  (201001, 20000000001, 'GOTONE',  'A1', 'H1', 'G1', 'T2', 300, 71, true,  true,  false, false, false, true),
  (201002, 20000000001, 'GOTONE',  'A1', 'H1', 'G1', 'T2', 300, 72, true,  true,  false, false, false, true),
  (201003, 20000000001, 'GOTONE',  'A1', 'H1', 'G1', 'T2', 300, 73, true,  true,  false, false, false, true),
  (200912, 20000000002, 'MZONE',   'A2', 'H1', NULL, 'T8', 60,  10, true,  true,  false, false, false, false),
  (201001, 20000000002, 'MZONE',   'A2', 'H1', NULL, 'T8', 60,  11, true,  true,  false, false, false, false),
  (201002, 20000000002, 'MZONE',   'A3', 'H1', NULL, 'T8', 60,  12, true,  true,  false, false, false, false),
  (201003, 20000000002, 'MZONE',   'A3', 'H1', NULL, 'T8', 60,  13, true,  true,  false, false, false, false),
  (200912, 20000000003, 'EASYOWN', 'A1', 'E1', NULL, 'T9', 20,  4,  true,  true,  false, false, false, false),
  (201001, 20000000003, 'EASYOWN', 'A1', 'E1', NULL, 'T9', 20,  5,  true,  true,  false, false, false, false),
  (201002, 20000000003, 'EASYOWN', 'A1', 'E1', NULL, 'T9', 20,  6,  true,  false, false, true,  false, false),
  (201002, 20000000004, 'EASYOWN', 'A2', 'D1', NULL, 'T9', 30,  0,  false, true,  true,  false, false, false),
  (201003, 20000000004, 'EASYOWN', 'A2', 'D1', NULL, 'T9', 30,  1,  true,  true,  false, false, false, false),
  (201003, 20000000005, 'EASYOWN', 'A1', 'D1', NULL, 'T9', 15,  30, false, true,  false, false, true,  false);

INSERT INTO rev_item
SELECT month, number, service, fee, discount, gift, minutes, messages, kb
FROM (VALUES
  (20000000001, 'S02', 200.00, 20.00, 0.00, 800, 0,  0),
  (20000000001, 'S09', 40.00,  4.00,  0.00, 0,   400, 0),
  (20000000001, 'S35', 60.00,  0.00,  0.00, 0,   0,  0),
  (20000000002, 'S02', 35.00,  3.50,  1.00, 150, 0,  0),
  (20000000002, 'S09', 20.00,  2.00,  0.00, 0,   200, 0),
  (20000000002, 'S26', 5.00,   0.00,  0.00, 0,   30, 0),
  (20000000003, 'S02', 20.00,  0.00,  0.00, 90,  0,  0),
  (20000000004, 'S02', 27.00,  0.00,  5.00, 100, 0,  0),
  (20000000004, 'S26', 3.00,   0.00,  0.00, 0,   10, 0),
  (20000000005, 'S02', 15.00,  0.00,  0.00, 60,  0,  0)
) item(number, service, fee, discount, gift, minutes, messages, kb)
JOIN life USING (number)
WHERE month >= 201001;

INSERT INTO cust_month
SELECT
  month, number, CASE WHEN e THEN 'normal' ELSE 'cancelled' END, area, brand, 'P01', tier, arpu3, tenure,
  make_date(month // 100, month % 100, 1) - to_months(tenure), 1980, 'F', channel, group_code,
  CASE WHEN brand = 'GOTONE' THEN 'postpaid' ELSE 'prepaid' END,
  coalesce((SELECT sum(fee) FROM rev_item r WHERE r.month = life.month AND r.number = life.number), 0),
  s, e, n, l, b, e, false, false, arpu3 >= 50, top, top OR tier = 'T2', tier = 'T2'
FROM life;

INSERT INTO chan_day VALUES
  (DATE '2010-01-05', 'H1', 'B02', 'GOTONE',  12, 10, 500.00, 0.00,  0, 0, 0, 1, 1, 0),
  (DATE '2010-01-05', 'E1', 'B36', 'MZONE',   31, 30, 0.00,   0.00,  0, 0, 0, 0, 1, 1),
  (DATE '2010-02-10', 'H1', 'B02', 'EASYOWN', 20, 20, 800.00, 0.00,  0, 0, 0, 0, 0, 0),
  (DATE '2010-02-10', 'D1', 'B01', 'EASYOWN', 1,  1,  50.00,  44.00, 1, 0, 0, 0, 0, 0),
  (DATE '2010-02-11', 'E1', 'B36', 'EASYOWN', 60, 59, 0.00,   0.00,  0, 0, 0, 1, 0, 0),
  (DATE '2010-03-31', 'E1', 'B36', 'GOTONE',  90, 90, 0.00,   0.00,  0, 0, 0, 0, 0, 0);

INSERT INTO chan_cost
SELECT month, channel, depreciation, maintenance, marketing, labour, rent
FROM (VALUES (201001), (201002), (201003)) m(month)
CROSS JOIN (VALUES ('H1', 98.00, 126.00, 56.00, 80.00, 46.00), ('E1', 1.00, 2.00, 1.00, 0.00, 0.00))
  c(channel, depreciation, maintenance, marketing, labour, rent);

INSERT INTO chan_stock VALUES
  (DATE '2010-01-30', 'H1', 50, 10, 0), (DATE '2010-01-31', 'H1', 49, 0, 1),
  (DATE '2010-02-28', 'H1', 45, 0, 4), (DATE '2010-03-31', 'H1', 40, 0, 5);

INSERT INTO sp_hour VALUES
  (DATE '2010-01-02', 3,  'SP01-1', 10, 60, 1, 5.00, 1, 0, 0, 0, 0.00),
  (DATE '2010-02-02', 10, 'SP01-1', 20, 80, 1, 5.00, 0, 0, 0, 1, 2.00),
  (DATE '2010-02-03', 12, 'SP01-2', 0,  4,  1, 3.00, 1, 1, 1, 0, 0.00),
  (DATE '2010-03-02', 10, 'SP01-1', 20, 80, 1, 5.00, 0, 0, 0, 0, 0.00),
  (DATE '2010-03-03', 12, 'SP01-2', 0,  4,  1, 3.00, 0, 0, 0, 0, 0.00);

INSERT INTO sp_user VALUES
  (201001, 20000000002, 'SP01-1', 5.00, 5.00, 10, 60, DATE '2010-01-02', 'E1', 1024, 3,  false, false, 0, 0.00, '35000000', 9),
  (201002, 20000000002, 'SP01-1', 5.00, 5.00, 20, 80, DATE '2010-01-02', 'E1', 1024, 10, false, false, 1, 2.00, '35000000', 8),
  (201002, 20000000004, 'SP01-2', 3.00, 0.00, 0,  4,  DATE '2010-02-03', 'D1', 4096, 12, true,  true,  0, 0.00, '35000041', 2),
  (201003, 20000000002, 'SP01-1', 4.00, 4.00, 20, 80, DATE '2010-01-02', 'E1', 1024, 10, false, false, 0, 0.00, '35000000', 9),
  (201003, 20000000002, 'SP01-2', 1.00, 1.00, 1,  0,  DATE '2010-03-03', 'H1', 4096, 12, false, false, 0, 0.00, '35000000', 9),
  (201003, 20000000004, 'SP01-2', 3.00, 3.00, 0,  4,  DATE '2010-02-03', 'D1', 4096, 12, false, false, 0, 0.00, '35000041', 3);

-- The customer won in 201002 does not pay its first bill; the leaver of 201002 pays that of 201001 in 201003.
INSERT INTO arrears VALUES
  (201001, 20000000003, 201001, 'S02', NULL,     20.00, 0.00),
  (201002, 20000000003, 201001, 'S02', NULL,     20.00, 0.00),
  (201002, 20000000004, 201002, 'S02', NULL,     27.00, 0.00),
  (201002, 20000000004, 201002, 'S26', 'SP01-2', 3.00,  0.00),
  (201003, 20000000003, 201001, 'S02', NULL,     0.00,  20.00),
  (201003, 20000000004, 201002, 'S02', NULL,     27.00, 0.00),
  (201003, 20000000004, 201002, 'S26', 'SP01-2', 3.00,  0.00);

INSERT INTO debtor VALUES
  (201001, 20000000003, 'P3', '350000000000001', 4),
  (201002, 20000000003, 'P3', '350000000000001', 0),
  (201002, 20000000004, 'P4', '350000410000002', 7),
  (201003, 20000000004, 'P4', '350000410000002', 6);

INSERT INTO target VALUES (2010, 'REV-01', 'company', 'company', 5000.00);

INSERT INTO expected_totals
SELECT month, 'rev_item', 'fee', service, sum(fee) FROM rev_item GROUP BY ALL
UNION ALL SELECT month, 'rev_item', 'fee', '*', sum(fee) FROM rev_item GROUP BY ALL
UNION ALL SELECT month, 'rev_item', 'rows', '*', count(*) FROM rev_item GROUP BY ALL
UNION ALL SELECT month, 'sp_user', 'fee', sp_code, sum(fee) FROM sp_user GROUP BY ALL
UNION ALL SELECT month, 'cust_month', 'is_end', '*', count_if(is_end) FROM cust_month WHERE month >= 201001 GROUP BY ALL
UNION ALL SELECT year(day) * 100 + month(day), 'chan_day', 'transactions', '*', sum(transactions) FROM chan_day GROUP BY ALL;

INSERT INTO dim_batch VALUES ('B1', '第1批', 'Batch 1', 200911);

INSERT INTO number_state VALUES
  (200912, 20000000004, DATE '2009-11-02', 'distributed',   'D1', 'B1', 'B1'),
  (200912, 20000000011, DATE '2009-11-02', 'company_stock', NULL, 'B1', NULL),
  (201001, 20000000004, DATE '2010-01-20', 'sold',          'D1', 'B1', 'B1'),
  (201001, 20000000011, DATE '2010-01-05', 'distributed',   'D1', 'B1', 'B1'),
  (201002, 20000000004, DATE '2010-02-10', 'activated',     'D1', 'B1', 'B1'),
  (201002, 20000000003, DATE '2010-02-15', 'left',          'E1', 'B1', NULL),
  (201003, 20000000012, DATE '2010-03-01', 'company_stock', NULL, 'B1', NULL);

INSERT INTO hall_hour VALUES
  (DATE '2010-01-05', 10, 'H1', 10, 8, 64, 5, 1),
  (DATE '2010-02-10', 15, 'H1', 20, 16, 200, 9, 2);

INSERT INTO number_use
SELECT month, number, 20, 60, 40, 30, 5, area, 25, 0.7000, '35000000000' || number % 100, NULL, NULL
FROM life WHERE month >= 201001 AND tenure <= 6;

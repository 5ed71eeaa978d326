-- A market that trades bread: dimensions and facts of both fillings share these tables. Portable SQL: every database of the tests runs it.

CREATE TABLE "month" ("k" INTEGER, "y" INTEGER, "q" VARCHAR(2), "m" INTEGER, "m_name" VARCHAR(3), "season" VARCHAR(40));

INSERT INTO "month" VALUES
  (1, 2024, 'Q1', 1, 'Jan', 'Winter'),
  (2, 2024, 'Q1', 2, 'Feb', 'Winter'),
  (3, 2024, 'Q1', 3, 'Mar', 'Spring'),
  (4, 2024, 'Q2', 4, 'Apr', 'Spring'),
  (5, 2024, 'Q2', 5, 'May', 'Spring'),
  (6, 2024, 'Q2', 6, 'Jun', 'Summer'),
  (7, 2024, 'Q3', 7, 'Jul', 'Summer'),
  (8, 2024, 'Q3', 8, 'Aug', 'Summer'),
  (9, 2024, 'Q3', 9, 'Sep', 'Autumn'),
  (10, 2024, 'Q4', 10, 'Oct', 'Autumn'),
  (11, 2024, 'Q4', 11, 'Nov', 'Autumn'),
  (12, 2024, 'Q4', 12, 'Dec', 'Winter'),
  (13, 2025, 'Q1', 1, 'Jan', 'Winter'),
  (14, 2025, 'Q1', 2, 'Feb', 'Winter'),
  (15, 2025, 'Q1', 3, 'Mar', 'Spring'),
  (16, 2025, 'Q2', 4, 'Apr', 'Spring'),
  (17, 2025, 'Q2', 5, 'May', 'Spring'),
  (18, 2025, 'Q2', 6, 'Jun', 'Summer'),
  (19, 2025, 'Q3', 7, 'Jul', 'Summer'),
  (20, 2025, 'Q3', 8, 'Aug', 'Summer'),
  (21, 2025, 'Q3', 9, 'Sep', 'Autumn'),
  (22, 2025, 'Q4', 10, 'Oct', 'Autumn'),
  (23, 2025, 'Q4', 11, 'Nov', 'Autumn'),
  (24, 2025, 'Q4', 12, 'Dec', 'Winter');

CREATE TABLE "town" ("town_id" INTEGER, "town" VARCHAR(40), "region" VARCHAR(40));

INSERT INTO "town" VALUES
  (1, 'Ulm', 'South'),
  (2, 'Bonn', 'West'),
  (3, 'Köln', 'West'),
  (4, 'Jena', 'East');

CREATE TABLE "shop" ("shop_id" INTEGER, "shop" VARCHAR(40), "town_id" INTEGER, "opened" DATE, "size" INTEGER, "sunday" BOOLEAN);

INSERT INTO "shop" VALUES
  (10, 'Mitte', 1, DATE '2001-02-03', 80, TRUE),
  (11, 'Nord', 2, NULL, 45, FALSE),
  (12, 'Süd', 2, DATE '2005-01-01', 120, TRUE),
  (13, 'Hafen', 3, DATE '2010-06-30', NULL, NULL),
  (14, 'Markt', 3, DATE '1999-12-31', 60, FALSE),
  (15, 'Turm', 4, DATE '2020-02-29', 30, TRUE),
  (16, 'Park', 4, NULL, 25, FALSE);

CREATE TABLE "item" ("item_id" INTEGER, "item" VARCHAR(40), "item_zh" VARCHAR(40), "kind" VARCHAR(40), "kind_zh" VARCHAR(40), "rank_no" INTEGER, "band" VARCHAR(40));

INSERT INTO "item" VALUES
  (1, 'Roll', '小面包', 'bread', '面包', 2, 'cheap'),
  (2, 'Rye', '黑麦面包', 'bread', '面包', 1, 'dear'),
  (3, 'Pie', '派', 'Cake', '蛋糕', 3, 'dear'),
  (4, 'Water', '水', NULL, NULL, 4, 'cheap'),
  (5, 'O''Hara "dark" ]b\', '暗', 'bread', '面包', 5, NULL),
  (6, 'Bun', '圆面包', 'Cake', '蛋糕', 6, 'cheap');

CREATE TABLE "seller" ("id" INTEGER, "name" VARCHAR(40), "boss" INTEGER, "grade" VARCHAR(40));

INSERT INTO "seller" VALUES
  (1, 'Ada', 0, 'A'),
  (2, 'Bob', 1, 'B'),
  (3, 'Cyd', 1, 'B'),
  (4, 'Dan', 3, 'C'),
  (5, 'Eve', 3, 'C'),
  (6, 'Fay', 4, 'C'),
  (7, 'Gus', 0, 'A');

CREATE TABLE "origin" ("id" INTEGER, "country" VARCHAR(40), "state" VARCHAR(40), "city" VARCHAR(40));

INSERT INTO "origin" VALUES
  (1, 'France', 'Alsace', 'Colmar'),
  (2, 'France', 'Alsace', 'Sélestat'),
  (3, 'Malta', 'Malta', 'Gozo'),
  (4, 'Malta', 'Malta', 'Sliema'),
  (5, 'Monaco', 'Monaco', ''),
  (6, 'Italy', 'Tyrol', 'Bozen'),
  (7, 'Italy', 'Tyrol', '');

CREATE TABLE "sales" ("k" INTEGER, "shop_id" INTEGER, "item_id" INTEGER, "seller_id" INTEGER, "origin_id" INTEGER, "channel" VARCHAR(40), "customer" INTEGER, "qty" INTEGER, "amount" DECIMAL(12,2), "weight" DOUBLE PRECISION);

CREATE TABLE "stock" ("k" INTEGER, "shop_id" INTEGER, "item_id" INTEGER, "pieces" INTEGER, "worth" DECIMAL(12,2));

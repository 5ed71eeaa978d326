CREATE TABLE customer AS SELECT i AS customer_id, 'c' || i AS customer, 'city ' || i % 100 AS city FROM range(10000) r(i);
CREATE TABLE product AS SELECT i AS product_id, 'p' || i AS product, 'kind ' || i % 20 AS kind FROM range(1000) r(i);
CREATE TABLE day AS SELECT i AS day_id, i // 28 + 1 AS month, i % 28 + 1 AS day FROM range(336) r(i);
-- 50,000 different pairs of customer and product: 7919 and 10,000,000 have no common divisor.
CREATE TABLE sale AS
  SELECT n // 1000 AS customer_id, n % 1000 AS product_id, i % 336 AS day_id, CAST(i % 97 + 1 AS DECIMAL(9, 2)) AS amount
  FROM (SELECT i, i * 7919 % 10000000 AS n FROM range(50000) r(i))

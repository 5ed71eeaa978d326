-- C03 of one month from the feeds chan_day, chan_cost and chan_stock. Variable: month (yyyymm).

INSERT INTO f_channel_day
WITH unit AS (                             -- what a transaction costs by type of channel (CHN-15)
  SELECT y.k_type, any_value(y.type_code) AS type_code, sum(f.depreciation + f.maintenance + f.marketing) / nullif(sum(d.transactions), 0) AS cost
  FROM (SELECT channel, sum(transactions) AS transactions FROM chan_day GROUP BY channel) d
  JOIN chan_cost f USING (channel)
  JOIN d_channel c ON c.code = f.channel
  JOIN d_channel_type y USING (k_channel_type)
  GROUP BY y.k_type
)
SELECT
  CAST(strftime(f.day, '%Y%m') AS INTEGER), CAST(strftime(f.day, '%Y%m%d') AS INTEGER),
  c.k_channel, c.k_area, t.k_business_type, b.k_brand,
  f.attempts, f.transactions,
  CASE WHEN y.is_electronic THEN f.transactions ELSE 0 END,
  f.amount, f.commission, f.new_nums, f.terminals, f.new_service, f.busy, f.fail, f.complaints,
  CASE WHEN f.transactions > 0 THEN c.k_channel END,
  CASE WHEN f.new_nums > 0 THEN c.k_channel END,
  CASE WHEN t.divertible THEN f.transactions ELSE 0 END,
  CASE WHEN t.divertible AND y.is_electronic THEN f.transactions ELSE 0 END AS diverted,
  coalesce(diverted * ((SELECT cost FROM unit WHERE type_code = 'own_hall') - u.cost), 0)
FROM chan_day f
JOIN channel_of_month c ON c.code = f.channel
JOIN d_channel_type y USING (k_channel_type)
JOIN d_business_type t ON t.code = f.business_type
JOIN d_brand b ON b.code = f.brand
LEFT JOIN unit u USING (k_type);

INSERT INTO f_channel_cost
SELECT
  m.k_month, c.k_channel, c.k_area,
  coalesce(f.depreciation, 0), coalesce(f.maintenance, 0), coalesce(f.marketing, 0), coalesce(f.labour, 0), coalesce(f.rent, 0),
  f.channel IS NOT NULL,
  CASE WHEN open_outlet THEN 1 ELSE 0 END,
  CASE WHEN open_outlet AND coalesce(n.new_nums, 0) = 0 THEN 1 ELSE 0 END,
  CASE WHEN open_outlet AND s.channel IS NOT NULL THEN 1 ELSE 0 END
FROM d_month m
CROSS JOIN channel_of_month c
JOIN d_channel_type y USING (k_channel_type)
CROSS JOIN LATERAL (
  SELECT y.is_outlet AND c.opened <= m.last_day AND (c.closed IS NULL OR c.closed > m.first_day) AS open_outlet
)
LEFT JOIN chan_cost f ON f.channel = c.code
LEFT JOIN (
  SELECT k_channel, sum(new_nums) AS new_nums FROM f_channel_day WHERE k_month = getvariable('month') GROUP BY k_channel
) n ON n.k_channel = c.k_channel
LEFT JOIN (
  SELECT DISTINCT f.channel
  FROM chan_stock f
  JOIN channel_of_month o ON o.code = f.channel
  WHERE f.stock < o.stock_threshold AND f.day > last_day(f.day) - 7
) s ON s.channel = c.code
WHERE m.k_month = getvariable('month') AND (open_outlet OR f.channel IS NOT NULL);

INSERT INTO f_channel_stock
SELECT
  CAST(strftime(f.day, '%Y%m') AS INTEGER), CAST(strftime(f.day, '%Y%m%d') AS INTEGER),
  c.k_channel, c.k_area, f.stock, f.receipts, f.sales
FROM chan_stock f
JOIN channel_of_month c ON c.code = f.channel;

INSERT INTO fact_total
SELECT getvariable('month'), 'chan_day', measure, '*', total
FROM (UNPIVOT (
  SELECT
    count(*) AS rows,
    sum(attempts) AS attempts,
    sum(transactions) AS transactions,
    sum(amount) AS amount,
    sum(commission) AS commission,
    sum(new_nums) AS new_nums,
    sum(terminals) AS terminals,
    sum(new_service) AS new_service,
    sum(busy) AS busy,
    sum(fail) AS fail,
    sum(complaints) AS complaints
  FROM f_channel_day
  WHERE k_month = getvariable('month')
) ON COLUMNS(*)::DECIMAL(18, 2) INTO NAME measure VALUE total);

INSERT INTO fact_total
SELECT getvariable('month'), 'chan_cost', measure, '*', total
FROM (UNPIVOT (
  SELECT
    count_if(delivered) AS rows,
    sum(depreciation) AS depreciation,
    sum(maintenance) AS maintenance,
    sum(marketing) AS marketing,
    sum(labour) AS labour,
    sum(rent) AS rent
  FROM f_channel_cost
  WHERE k_month = getvariable('month')
) ON COLUMNS(*)::DECIMAL(18, 2) INTO NAME measure VALUE total);

INSERT INTO fact_total
SELECT getvariable('month'), 'chan_stock', measure, '*', total
FROM (UNPIVOT (
  SELECT
    count(*) AS rows,
    sum(stock) AS stock,
    sum(receipts) AS receipts,
    sum(sales) AS sales
  FROM f_channel_stock
  WHERE k_month = getvariable('month')
) ON COLUMNS(*)::DECIMAL(18, 2) INTO NAME measure VALUE total);

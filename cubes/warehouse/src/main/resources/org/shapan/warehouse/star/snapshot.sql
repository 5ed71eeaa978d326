-- The snapshot is taken at the end of December, of the customers of mid and high value in net, and followed through the next year.
-- Reads the table customer; keeps the temporary table snapshot_member. Variable: month (yyyymm).

INSERT INTO d_snapshot
SELECT k_month, strftime(make_date(k_month // 100, 12, 31), 'End of %b %Y'), (k_month // 100) || '年末'
FROM (SELECT DISTINCT k_month FROM customer WHERE k_month % 100 = 12)
WHERE k_month NOT IN (SELECT k_snapshot FROM d_snapshot);

CREATE OR REPLACE TEMP TABLE snapshot_member AS
SELECT k_snapshot, k_customer, k_leaf, k_brand, k_tier, fee_base FROM snapshot_member WHERE getvariable('month') % 100 <> 12
UNION ALL
SELECT k_month, k_customer, k_leaf, k_brand, k_tier, fee FROM customer
WHERE getvariable('month') % 100 = 12 AND is_end AND mid_high_dyn;

-- Ledger totals that the facts do not meet to the cent (domain §5.1 rule 9), by item first, then the largest. A total the facts do not know is
-- a difference too.
SELECT e.month, e.feed, e.measure, e.item, e.total AS expected, f.total AS found
FROM expected_totals e
LEFT JOIN fact_total f USING (month, feed, measure, item)
WHERE e.month IN (SELECT month FROM fact_total)
  AND coalesce(f.total, 0) <> e.total
ORDER BY e.item = '*', abs(e.total - coalesce(f.total, 0)) DESC, e.month, e.feed, e.measure, e.item
LIMIT 20;

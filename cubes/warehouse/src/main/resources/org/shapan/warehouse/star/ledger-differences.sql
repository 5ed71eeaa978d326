-- Ledger totals that the facts do not meet to the cent (domain §5.1 rule 9), by item first, then the largest. A total the facts do not know is
-- a difference too. Where rows of a feed are in quarantine, facts and quarantine together must have the rows of the ledger.
SELECT e.month, e.feed, e.measure, e.item, e.total AS expected, coalesce(f.total, 0) + coalesce(b.bad, 0) AS found
FROM (FROM expected_totals UNION ALL FROM kept_total WHERE month NOT IN (SELECT month FROM expected_totals)) e
LEFT JOIN fact_total f USING (month, feed, measure, item)
LEFT JOIN (SELECT period AS month, feed, count(DISTINCT file_line) AS bad FROM bad_line GROUP BY ALL) b USING (month, feed)
WHERE e.month IN (SELECT month FROM fact_total)
  AND (b.bad IS NULL OR (e.measure = 'rows' AND e.item = '*'))
  AND coalesce(f.total, 0) + coalesce(b.bad, 0) <> e.total
ORDER BY e.item = '*', abs(e.total - coalesce(f.total, 0)) DESC, e.month, e.feed, e.measure, e.item
LIMIT 20;

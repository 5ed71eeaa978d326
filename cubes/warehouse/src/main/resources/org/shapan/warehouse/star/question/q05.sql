-- Q5: the ten channels with most new numbers of six months to 2010-03 in the branch Branch B1, of those with 20 or more, with their three-month
-- in-net and the share of numbers kept for commission.
SELECT c.code AS channel, sum(n.new_6m) AS new_6m, any_value(h.in_net) AS in_net, sum(n.fake_6m) / sum(n.new_6m) AS kept
FROM f_number_check n
JOIN d_channel c USING (k_channel)
JOIN d_area a ON a.k_area = c.k_area
LEFT JOIN (
  SELECT k_channel, sum(kept_3m) / nullif(sum(activated_3m), 0) AS in_net
  FROM f_number_cohort
  WHERE k_month = 201003
  GROUP BY k_channel
) h USING (k_channel)
WHERE n.k_month = 201003 AND a.branch_en = 'Branch B1'
GROUP BY c.code
HAVING sum(n.new_6m) >= 20
ORDER BY new_6m DESC, channel
LIMIT 10

-- Q10: malicious arrears by SP company, ordering channel and month of activation: fee, and distinct customers.
SELECT
  s.company_en AS company,
  c.channel_en AS order_channel,
  v.month_en AS activation,
  sum(a.malicious) AS malicious_fee,
  count(DISTINCT a.k_malicious) AS customers
FROM f_arrears a
JOIN d_sp_code s USING (k_sp_code)
JOIN d_channel c ON c.k_channel = a.k_order_channel
JOIN d_activation v USING (k_activation)
WHERE a.malicious > 0
GROUP BY ALL
ORDER BY malicious_fee DESC, company, order_channel, activation;

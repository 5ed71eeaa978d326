-- Why customers of an owner in a micro area moved in March 2010, from the rows of the customers alone: how many there are and by how much together.
WITH own AS (
  SELECT * FROM f_sub_detail JOIN d_area_leaf USING (k_leaf) JOIN d_area USING (k_area)
  WHERE k_month BETWEEN 200912 AND 201003 AND leaf_en = ? AND area_en = ?
),
billed AS (
  SELECT k_customer, COALESCE(SUM(fee) FILTER (k_month = 201003), 0) AS actual, COALESCE(SUM(fee) FILTER (k_month < 201003), 0) / 3 AS expected
  FROM own GROUP BY k_customer
),
told AS (
  SELECT actual - expected AS moved,
    CASE
      WHEN n.k_customer IS NULL AND l.is_end IS FALSE THEN 'LEFT'
      WHEN n.k_customer IS NULL THEN 'TRANSFERRED'
      WHEN n.is_left AND NOT n.is_end THEN 'LEFT'
      WHEN s.status_en IN ('One-way stop', 'Two-way stop') THEN 'STOPPED'
      WHEN n.zero_call THEN 'ZERO_CALL'
      WHEN n.k_brand <> l.k_brand OR n.k_plan <> l.k_plan THEN 'CHANGED'
      WHEN n.is_new OR n.is_back THEN 'JOINED'
      WHEN l.k_customer IS NULL THEN 'TRANSFERRED'
      WHEN actual < 0.7 * expected THEN 'DROPPED'
      ELSE 'OTHER'
    END AS reason
  FROM billed b LEFT JOIN own n ON n.k_customer = b.k_customer AND n.k_month = 201003
    LEFT JOIN own l ON l.k_customer = b.k_customer AND l.k_month = 201002
    LEFT JOIN d_status s ON s.k_status = n.k_status
)
SELECT reason, COUNT(*) AS customers, SUM(moved) AS moved FROM told GROUP BY reason

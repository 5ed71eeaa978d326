-- What a localisation takes apart, from the facts: one row per month and part. Parts are areas, owners (with the micro area they lie in), and
-- members of the logic dimensions, by themselves and where two of them meet.
WITH place AS (
  SELECT k_leaf, city_en, branch_en, area_en, leaf_en || '@' || area_en AS owner FROM d_area_leaf JOIN d_area USING (k_area)
),
billed AS (
  SELECT k_month, ['Company', city_en, branch_en, area_en, owner] AS places, ['[Service]|' || service_en, '[Brand]|' || brand_en, '[Tier]|' || tier_en,
    '[Tenure]|' || tenure_en, '[Cohort]|' || cohort_en, '[Plan]|' || plan_class] AS members, fee_gross, fee_data, fee_group
  FROM f_rev_detail JOIN place USING (k_leaf) JOIN d_service USING (k_service) JOIN d_brand USING (k_brand) JOIN d_tier USING (k_tier)
    JOIN d_tenure USING (k_tenure) JOIN d_cohort USING (k_cohort) JOIN (SELECT k_plan, class_en AS plan_class FROM d_plan) USING (k_plan)
),
counted AS (
  SELECT k_month, ['Company', city_en, branch_en, area_en, owner] AS places, ['[Brand]|' || brand_en, '[Tier]|' || tier_en, '[Tenure]|' || tenure_en,
    '[Plan]|' || class_en] AS members, subs_end, subs_avg, subs_new, subs_left
  FROM f_subscriber JOIN place USING (k_leaf) JOIN d_brand USING (k_brand) JOIN d_tier USING (k_tier) JOIN d_tenure USING (k_tenure)
    JOIN d_plan USING (k_plan)
),
money AS (
  SELECT k_month, part, SUM(fee_gross) AS "Gross revenue", SUM(fee_data) AS "Data revenue", SUM(fee_group) AS "Group revenue"
  FROM (SELECT k_month, unnest(list_concat(places, members)) AS part, fee_gross, fee_data, fee_group FROM billed
    UNION ALL SELECT k_month, one || ' × ' || unnest(members), fee_gross, fee_data, fee_group
      FROM (SELECT k_month, members, unnest(members) AS one, SUM(fee_gross) AS fee_gross, SUM(fee_data) AS fee_data, SUM(fee_group) AS fee_group
        FROM billed GROUP BY k_month, members))
  GROUP BY ALL
),
people AS (
  SELECT k_month, part, SUM(subs_end) AS "Closing subscribers", SUM(subs_avg) AS "Average subscribers", SUM(subs_new) AS "New", SUM(subs_left) AS "Left"
  FROM (SELECT k_month, unnest(list_concat(places, members)) AS part, subs_end, subs_avg, subs_new, subs_left FROM counted
    UNION ALL SELECT k_month, one || ' × ' || unnest(members), subs_end, subs_avg, subs_new, subs_left
      FROM (SELECT k_month, members, unnest(members) AS one, SUM(subs_end) AS subs_end, SUM(subs_avg) AS subs_avg, SUM(subs_new) AS subs_new,
        SUM(subs_left) AS subs_left FROM counted GROUP BY k_month, members))
  GROUP BY ALL
)
SELECT * FROM money FULL JOIN people USING (k_month, part)

-- C12 of one month from group_month, group_product, the table behaviour, C01 and C12 of the months before. Variables: month, month_before (yyyymm).
-- A core member is one of mid or high value. Scores are those of domain §5.13.1 and §5.13.2 as far as they are observed here:
-- a member is warned by two rules of §7.4 or more; stability of a member comes from its contract.

INSERT INTO f_group_member
SELECT
  b.k_month, b.k_customer, l.k_leaf, g.k_group, b.k_brand, b.k_tier, coalesce(b.k_bundle, 0),
  b.is_start, b.is_end, b.is_left, b.mid_high_dyn,
  CASE WHEN b.low_calling THEN 1 + coalesce(p.low_calling, 0) ELSE 0 END AS months,
  b.r_state::INT + b.r_drop::INT + b.r_zero::INT + (months >= 3)::INT + b.r_forward::INT + b.r_over_net::INT + b.r_rival::INT >= 2 OR b.r_lost,
  b.minutes, b.over_net_minutes, b.fee, coalesce(r.fee_group, 0)
FROM behaviour b
JOIN d_area_leaf l ON l.k_leaf = b.k_leaf AND l.owner_kind = 'group'
JOIN d_group g ON g.code = l.owner_code
LEFT JOIN (
  SELECT k_customer, sum(fee_group) AS fee_group FROM f_rev_detail
  WHERE k_month = getvariable('month') AND fee_group <> 0 GROUP BY ALL
) r ON r.k_customer = b.k_customer
LEFT JOIN f_group_member_history p ON p.k_customer = b.k_customer AND p.k_month = getvariable('month_before');

INSERT INTO f_group
WITH member AS (
  SELECT
    k_group,
    count_if(is_start) AS members_start,
    count_if(is_end) AS members,
    count_if(is_start AND is_left AND NOT is_end) AS members_left,
    count_if(is_end AND core) AS core_members,
    count_if(core AND warned AND (is_end OR is_start)) AS core_warned,
    count_if(NOT core AND warned AND (is_end OR is_start)) AS ordinary_warned,
    count_if(is_end AND k_bundle > 0) AS bundled,
    count_if(is_end AND k_bundle IN (1, 5)) AS free_prepay,
    count_if(is_end AND k_bundle IN (2, 3, 5)) AS allotted,
    count_if(is_end AND k_bundle = 4) AS value_added,
    count_if(is_end AND k_bundle = 5) AS stable_members,
    count_if(is_end AND core AND k_bundle = 5) AS stable_core,
    sum(minutes) AS minutes,
    sum(over_net_minutes) AS over_net_minutes,
    sum(fee) AS fee,
    sum(fee_group) AS fee_group
  FROM f_group_member
  WHERE k_month = getvariable('month')
  GROUP BY ALL
), product AS (
  SELECT
    g.k_group,
    count(*) AS products,
    sum(p.units) AS units,
    sum(p.units) FILTER (p.service IN ('S35', 'S36')) AS lines,
    sum(p.units) FILTER (p.service IN ('S32', 'S33', 'S39')) AS terminals
  FROM group_product p
  JOIN d_group g ON g.code = p.group_code
  GROUP BY ALL
), before AS (
  SELECT
    k_group,
    arg_max(lines, k_month) AS lines,
    -- of the three and the twelve months before, and what stood three months ago
    avg(fee) FILTER (place <= 3) AS fee_3,
    avg(fee) AS fee_12,
    max(members / nullif(staff_phones, 0)) FILTER (place = 3) AS share_3,
    max(stability) FILTER (place = 3) AS stability_3
  FROM (
    SELECT *, row_number() OVER (PARTITION BY k_group ORDER BY k_month DESC) AS place
    FROM f_group_history
    WHERE k_month < getvariable('month')
    QUALIFY place <= 12
  )
  GROUP BY k_group
), fact AS (
  SELECT
    g.k_group, l.k_leaf, c.k_channel AS k_manager, g.importance IN ('A1', 'A2') AS is_core, f.staff_phones,
    coalesce(m.members_start, 0) AS members_start, coalesce(m.members, 0) AS members, coalesce(m.members_left, 0) AS members_left,
    coalesce(m.core_members, 0) AS core_members, coalesce(m.core_warned, 0) AS core_warned,
    coalesce(m.ordinary_warned, 0) AS ordinary_warned,
    coalesce(m.bundled, 0) AS bundled, coalesce(m.free_prepay, 0) AS free_prepay, coalesce(m.allotted, 0) AS allotted,
    coalesce(m.value_added, 0) AS value_added,
    coalesce(m.minutes, 0) AS minutes, coalesce(m.over_net_minutes, 0) AS over_net_minutes,
    coalesce(m.fee, 0) AS fee, coalesce(m.fee_group, 0) AS fee_group,
    coalesce(p.products, 0) AS products, coalesce(p.units, 0) AS units,
    coalesce(p.lines, 0) AS lines, coalesce(p.terminals, 0) AS terminals,
    greatest(0, coalesce(b.lines, 0) - coalesce(p.lines, 0)) AS lines_lost,
    f.required_fields, f.filled_fields, f.valid_fields, f.visits, f.contacts, f.tasks_done, f.arrears, f.arrears_cycles,
    30 * least(1, coalesce(m.bundled / nullif(m.members, 0), 0) / 0.6)
      + 10 * coalesce(f.filled_fields / nullif(f.required_fields, 0), 0)
      + 10 * coalesce(f.valid_fields / nullif(f.required_fields, 0), 0)
      + 20 * (1 - least(1, 5 * coalesce((m.core_warned + m.ordinary_warned) / nullif(greatest(m.members, m.members_start), 0), 0)))
      + 15 * CASE WHEN f.arrears_cycles = 0 THEN 1 WHEN f.arrears_cycles = 1 THEN 0.6 WHEN f.arrears_cycles = 2 THEN 0.3 ELSE 0 END
      + 15 * least(1, greatest(0, 1 + 2 * (coalesce(b.fee_3 / nullif(b.fee_12, 0), 1) - 1))) AS health,
    30 * coalesce(m.stable_core / nullif(m.core_members, 0), 0)
      + 20 * coalesce((m.stable_members - m.stable_core) / nullif(m.members - m.core_members, 0), 0)
      + 20 * least(1, coalesce(p.products, 0) / 3)
      + 15 * coalesce(m.allotted / nullif(m.members, 0), 0)
      + 15 * coalesce(m.free_prepay / nullif(m.members, 0), 0) AS stability,
    30 * least(1, 5 * coalesce(m.core_warned / nullif(m.core_members, 0), 0))
      + 15 * least(1, 5 * coalesce(m.ordinary_warned / nullif(m.members - m.core_members, 0), 0))
      + 15 * least(1, greatest(0, coalesce(b.share_3 - m.members / nullif(f.staff_phones, 0), 0) / 0.1))
      + 20 * least(1, greatest(0, 1 - coalesce(m.fee, 0) / nullif(b.fee_3, 0)) / 0.3) AS risk_now,
    b.stability_3
  FROM group_month f
  JOIN group_of_month g ON g.code = f.group_code
  JOIN d_area_leaf l ON l.k_area = g.k_area AND l.owner_kind = 'group' AND l.owner_code = g.code
  JOIN d_channel c ON c.code = f.manager
  LEFT JOIN member m USING (k_group)
  LEFT JOIN product p USING (k_group)
  LEFT JOIN before b USING (k_group)
), scored AS (
  SELECT *, coalesce(risk_now, 0) + CASE WHEN stability < stability_3 - 10 THEN 10 ELSE 0 END AS risk
  FROM fact
)
SELECT
  getvariable('month'), k_leaf, k_group, k_manager,
  CASE WHEN health >= 80 THEN 1 WHEN health >= 60 THEN 2 ELSE 3 END AS health_grade,
  CASE WHEN stability >= 70 AND risk < 30 THEN 1 WHEN stability < 40 OR risk >= 60 THEN 3 ELSE 2 END AS grade,
  1, is_core::INT, (is_core AND grade = 1)::INT, staff_phones,
  members_start, members, members_left, core_members, core_warned, ordinary_warned,
  bundled, free_prepay, allotted, value_added, minutes, over_net_minutes, fee, fee_group,
  products, (products >= 3)::INT, units, lines, lines_lost, terminals,
  required_fields, filled_fields, valid_fields, visits, contacts, tasks_done, arrears, arrears_cycles,
  health, stability, risk,
  (health_grade = 1)::INT, (health_grade = 2)::INT, (health_grade = 3)::INT
FROM scored;

INSERT INTO fact_total
SELECT getvariable('month'), 'group_month', measure, '*', total
FROM (UNPIVOT (
  SELECT
    count(*) AS rows, sum(staff_phones) AS staff_phones, sum(required_fields) AS required_fields, sum(filled_fields) AS filled_fields,
    sum(valid_fields) AS valid_fields, sum(visits) AS visits, sum(contacts) AS contacts, sum(tasks_done) AS tasks_done,
    sum(arrears) AS arrears, sum(arrears_cycles) AS arrears_cycles
  FROM f_group WHERE k_month = getvariable('month')
) ON COLUMNS(*)::DECIMAL(18, 2) INTO NAME measure VALUE total)
UNION ALL
SELECT getvariable('month'), 'group_product', measure, '*', total
FROM (UNPIVOT (
  SELECT sum(products) AS rows, sum(units) AS units FROM f_group WHERE k_month = getvariable('month')
) ON COLUMNS(*)::DECIMAL(18, 2) INTO NAME measure VALUE total);

-- Year targets as delivered; measures that the fixed list of KPIs lacks are KPIs too, by their id.
INSERT INTO d_kpi
SELECT (SELECT max(k_kpi) FROM d_kpi) + row_number() OVER (ORDER BY kpi), kpi, kpi, kpi
FROM (SELECT DISTINCT kpi FROM target WHERE kpi NOT IN (SELECT code FROM d_kpi));

INSERT INTO f_target
SELECT t.year, k.k_kpi, t.kpi, t.unit_level, t.unit, c.k_city, b.k_branch, t.target
FROM target t
JOIN d_kpi k ON k.code = t.kpi
LEFT JOIN (SELECT DISTINCT city_code, k_city FROM d_area_today) c ON t.unit_level = 'city' AND c.city_code = t.unit
LEFT JOIN (SELECT DISTINCT branch_code, k_branch FROM d_area_today) b ON t.unit_level = 'branch' AND b.branch_code = t.unit
ORDER BY ALL;

INSERT INTO f_company_target
SELECT year_no, k_kpi, target FROM f_target WHERE unit_level = 'company' ORDER BY ALL;

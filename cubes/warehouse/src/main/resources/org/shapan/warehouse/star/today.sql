-- The micro areas as they are today, for the hierarchy Area today.

INSERT INTO d_area_today
SELECT
  a.k_area, t.k_area, t.code, t.area_en, t.area_zh, t.k_branch, t.branch_code, t.branch_en, t.branch_zh, t.k_city, t.city_code, t.city_en, t.city_zh,
  t.area_type, t.urban_class, t.owner_post, t.owner_en, t.owner_zh, t.population
FROM d_area a
LEFT JOIN d_area_version v ON v.code = a.code AND v.valid_to IS NULL
JOIN d_area t ON t.k_area = coalesce(v.k_area, a.k_area)
ORDER BY a.k_area;

SELECT kpi, target
FROM f_target
WHERE year_no = ? AND unit_level = ? AND unit_code = ?

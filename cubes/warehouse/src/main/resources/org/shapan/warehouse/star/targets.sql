-- Year targets as delivered.
INSERT INTO f_target
SELECT year, kpi, unit_level, unit, target
FROM target
ORDER BY ALL;

-- Tables of a file from before tables were partitioned, or from before members had versions.
SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main' AND table_name = 'd_month'
UNION ALL
SELECT table_name FROM duckdb_tables()
WHERE schema_name = 'part' AND regexp_matches(table_name, '^d_area_l[0-9]+$')
  AND NOT EXISTS (SELECT 1 FROM duckdb_tables() WHERE schema_name = 'part' AND regexp_matches(table_name, '^d_area_today_l[0-9]+$'));

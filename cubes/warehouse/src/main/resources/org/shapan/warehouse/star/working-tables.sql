-- Tables that a load works with: those of the schema part without the name of a load. A fact that is cut by month has k_month in front.
SELECT t.table_name AS name, c.column_name IS NOT NULL AS monthly
FROM duckdb_tables() t
LEFT JOIN duckdb_columns() c ON c.table_oid = t.table_oid AND c.column_index = 1 AND c.column_name = 'k_month' AND t.table_name NOT LIKE 'd\_%' ESCAPE '\'
WHERE t.schema_name = 'part' AND NOT regexp_matches(t.table_name, '_l[0-9]+$')
ORDER BY 1;

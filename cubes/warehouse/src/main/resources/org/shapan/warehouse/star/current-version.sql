SELECT version, published_at, as_of, closed, source, rows
FROM data_version
ORDER BY version DESC
LIMIT 1;

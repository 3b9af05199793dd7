-- Rows, size and writes of every table, as one JSON document for `facts:` in the configuration of dbarch-lint:
--     dbarch-lint facts --engine mysql --query | mysql -N -r DATABASE > db-facts.json
-- It reads information_schema alone: rows are InnoDB's estimates, and nobody counts writes, so they are null.
SELECT JSON_OBJECT(
  'version', 1,
  'engine', IF(VERSION() LIKE '%MariaDB%', 'mariadb', 'mysql'),
  'engine_version', VERSION(),
  'taken', DATE_FORMAT(UTC_TIMESTAMP(), '%Y-%m-%dT%H:%i:%sZ'),
  'tables', COALESCE(JSON_ARRAYAGG(JSON_OBJECT(
    'schema', '', 'name', TABLE_NAME, 'rows', TABLE_ROWS, 'bytes', DATA_LENGTH + INDEX_LENGTH,
    'writes_per_second', NULL
  )), JSON_ARRAY()))
FROM information_schema.TABLES
WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE';

-- Rows, size and writes of every table, as one JSON document for `facts:` in the configuration of dbarch-lint:
--     dbarch-lint facts --query | psql -XAtq DATABASE > db-facts.json
-- It reads the catalog and the statistics, and no table; for the size it takes ACCESS SHARE on each for an instant.
-- A replica knows rows and sizes. Writes are counted where they are made, so there they are null.
SELECT json_build_object(
  'version', 1,
  'engine', 'postgres',
  'engine_version', current_setting('server_version'),
  'taken', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
  'tables', coalesce(json_agg(json_build_object(
    'schema', t.schema, 'name', t.name, 'rows', t.rows, 'bytes', t.bytes, 'writes_per_second', t.writes
  ) ORDER BY t.schema, t.name), '[]'::json))
FROM (
  SELECT n.nspname AS schema, c.relname AS name, measured.*
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  CROSS JOIN (
    -- counted since the statistics were reset, or else at most since the server started: then this is an upper bound
    SELECT extract(epoch FROM now() - coalesce(max(stats_reset), pg_postmaster_start_time())) AS seconds
    FROM pg_stat_database WHERE datname = current_database()
  ) AS counted
  CROSS JOIN LATERAL (
    -- of a partitioned table, the sum of its partitions
    SELECT
      CASE WHEN bool_and(leaf.reltuples > 0 OR s.n_live_tup > 0 OR pg_relation_size(leaf.oid) = 0)
        THEN sum(greatest(leaf.reltuples, s.n_live_tup, 0))::bigint END AS rows,
      coalesce(sum(pg_total_relation_size(leaf.oid)), 0)::bigint AS bytes,
      CASE WHEN NOT pg_is_in_recovery()
        THEN round((sum(s.n_tup_ins + s.n_tup_upd + s.n_tup_del) / greatest(counted.seconds, 1))::numeric, 2)
      END AS writes
    FROM pg_class AS leaf
    LEFT JOIN pg_stat_all_tables AS s ON s.relid = leaf.oid
    WHERE leaf.relkind <> 'p'
      AND (leaf.oid = c.oid OR leaf.oid IN (SELECT relid FROM pg_partition_tree(c.oid) WHERE isleaf))
  ) AS measured
  WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't'
    AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\_toast%'
) AS t;

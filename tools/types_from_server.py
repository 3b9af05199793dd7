"""Ask a PostgreSQL server how it spells types and what each change of a column's type costs.

    python tools/types_from_server.py "host=... user=..." > fixtures/types/postgres18.json

Works in a schema of its own inside a transaction that is rolled back. Needs the extensions citext, hstore and vector.
"""

from __future__ import annotations

import json
import sys
from typing import Any

SPELLED = """
smallint|integer|bigint|numeric|numeric(10)|numeric(10,2)|numeric(12,2)|numeric(12,4)|numeric(5,-2)|real
double precision|money|boolean|"char"|name|char|bpchar|char(10)|char(20)|varchar|varchar(10)|varchar(20)|text|bytea
bit|bit(8)|bit(16)|"bit"|varbit|varbit(8)|varbit(16)|date|time|time(3)|time(6)|timetz|timetz(3)|timetz(6)
timestamp|timestamp(0)|timestamp(3)|timestamp(6)|timestamptz|timestamptz(0)|timestamptz(3)|timestamptz(6)
interval|interval(0)|interval(3)|interval(6)|interval year|interval year to month|interval day|interval day to second
interval day to second(3)|interval hour to minute|interval second|interval second(3)
uuid|json|jsonb|xml|inet|cidr|macaddr|macaddr8|oid|regclass|regtype|regproc|tid|xid8|pg_lsn|tsvector|tsquery|point|box
int2vector|oidvector|int4range|int8range|tsrange|tstzrange|int4multirange
integer[]|bigint[]|varchar[]|varchar(10)[]|varchar(20)[]|text[]|numeric(10,2)[]|timestamp[]|timestamptz[]|oid[]
citext|hstore|vector|vector(3)|vector(4)|e1|e2|c1|d_int|d_int_ck|d_nn|d_of_d_int|d_vc20|d_text|d_text_ck|d_enum|d_arr
d_range|d_num|d_ts|integer array|float(24)|float(25)|decimal(8)|dec|character varying(5)|national character(3)
timestamp(3) with time zone|time(2) without time zone|bit varying(5)|_int4|bigint[3][3]|"weird ""Name"
"""
SPELLED_ONLY = 13  # the last of them are other ways to write what stands before, or only of interest for their spelling

USER_TYPES = """
CREATE TYPE e1 AS ENUM ('a', 'b'); CREATE TYPE e2 AS ENUM ('a', 'b'); CREATE TYPE c1 AS (a int, b text);
CREATE DOMAIN d_int AS integer; CREATE DOMAIN d_int_ck AS integer CHECK (VALUE > 0);
CREATE DOMAIN d_nn AS integer NOT NULL;
CREATE DOMAIN d_of_d_int AS d_int; CREATE DOMAIN d_vc20 AS varchar(20); CREATE DOMAIN d_text AS text;
CREATE DOMAIN d_text_ck AS text CHECK (VALUE <> ''); CREATE DOMAIN d_enum AS e1; CREATE DOMAIN d_arr AS integer[];
CREATE DOMAIN d_range AS int4range; CREATE DOMAIN d_num AS numeric(10,2); CREATE DOMAIN d_ts AS timestamp;
CREATE TYPE "weird ""Name" AS ENUM ('a');
"""

SPELLING = """
SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'spelled'::regclass AND attname = 'k'
"""

# One change, undone by the exception at its end: k kept, i index built again, w rewritten, x not possible,
# h the rows are kept and one of the types cannot be in a B-tree.
PROBE = """
CREATE FUNCTION probe(old text, new text, rule text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE form text; before record; after record; indexed boolean := true;
BEGIN
  FOREACH form IN ARRAY ARRAY[coalesce(' USING ' || rule, ''), ' USING k::' || new] LOOP
    FOR attempt IN 1..2 LOOP
      indexed := attempt = 1;
      BEGIN
        EXECUTE format('CREATE TABLE t (k %s, o text)', old);
        IF indexed THEN CREATE INDEX t_k ON t (k); END IF;
        SELECT (SELECT relfilenode FROM pg_class WHERE oid = to_regclass('t')) AS heap,
               (SELECT relfilenode FROM pg_class WHERE oid = to_regclass('t_k')) AS tree INTO before;
        EXECUTE format('ALTER TABLE t ALTER k TYPE %s%s', new, form);
        SELECT (SELECT relfilenode FROM pg_class WHERE oid = to_regclass('t')) AS heap,
               (SELECT relfilenode FROM pg_class WHERE oid = to_regclass('t_k')) AS tree INTO after;
        RAISE EXCEPTION USING ERRCODE = 'ZZ001', MESSAGE = CASE
          WHEN before.heap <> after.heap THEN 'w'
          WHEN NOT indexed THEN 'h' WHEN before.tree <> after.tree THEN 'i' ELSE 'k' END;
      EXCEPTION WHEN SQLSTATE 'ZZ001' THEN RETURN SQLERRM;
                WHEN others THEN NULL;
      END;
    END LOOP;
  END LOOP;
  RETURN 'x';
END $$
"""


def prepare(connection: Any) -> None:
    """Make the types and the probe."""
    connection.execute("CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE EXTENSION vector")
    connection.execute(USER_TYPES + PROBE)


def spelling(connection: Any, written: str) -> str:
    """A type as format_type writes it."""
    connection.execute(f"CREATE TABLE spelled (k {written})")
    found: str = connection.execute(SPELLING).fetchone()[0]
    connection.execute("DROP TABLE spelled")
    return found


def change(connection: Any, old: str, new: str, using: str | None = None) -> str:
    """The letter for a change of a column's type."""
    found: str = connection.execute("SELECT probe(%s, %s, %s)", (old, new, using)).fetchone()[0]
    return found


def measured(connection: Any) -> dict[str, Any]:
    """The server's answers."""
    written = [t for line in SPELLED.split("\n") for t in line.split("|") if t]
    prepare(connection)
    spelled = {text: spelling(connection, text) for text in written}
    types = written[:-SPELLED_ONLY]
    changes = {}
    for zone in ("UTC", "Europe/Berlin"):
        connection.execute(f"SET LOCAL timezone = '{zone}'")
        changes[zone] = {a: "".join([change(connection, a, b) for b in types]) for a in types}
    version = connection.execute("SHOW server_version").fetchone()[0]
    return {"server": version, "spelled": spelled, "user_types": USER_TYPES.strip(), "types": types, "changes": changes}


def main() -> None:
    """Write what the server at argv[1] says as JSON."""
    import psycopg

    with psycopg.connect(sys.argv[1]) as connection:
        found = measured(connection)
        connection.rollback()
    json.dump(found, sys.stdout, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()

"""A schema as a set of facts, from a server and from the replay, so that the two can be held side by side.

A fact is a path (`table public.orders column id`) with what is known there. Both sides speak the same words; what the
server stores in another spelling (defaults, check expressions, predicates) is compared by its presence only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from dbarch_lint.documents import Document
from dbarch_lint.engines import engine
from dbarch_lint.migrations import Migration
from dbarch_lint.source import Statement

Facts = dict[str, object]

NOT_OURS = """{n}.nspname NOT IN ('pg_catalog', 'information_schema') AND {n}.nspname !~ '^pg_(toast|temp)'
    AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.objid = {oid} AND x.deptype = 'e')"""

TABLES = f"""
SELECT n.nspname, c.relname, c.relkind::text, c.relispartition, c.relpersistence::text = 'u', c.relrowsecurity,
       (SELECT array_agg(pn.nspname || '.' || p.relname ORDER BY i.inhseqno) FROM pg_inherits i
        JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace WHERE i.inhrelid = c.oid),
       (SELECT partstrat::text FROM pg_partitioned_table WHERE partrelid = c.oid),
       obj_description(c.oid, 'pg_class'),
       (SELECT array_agg(t.tgname::text ORDER BY t.tgname::text COLLATE "C") FROM pg_trigger t
        WHERE t.tgrelid = c.oid AND (NOT t.tgisinternal OR t.tgparentid <> 0 AND t.tgconstraint = 0)),
       (SELECT array_agg(p.polname::text ORDER BY p.polname::text COLLATE "C") FROM pg_policy p WHERE p.polrelid = c.oid)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'f') AND {NOT_OURS.format(n="n", oid="c.oid")}"""

COLUMNS = f"""
SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull, a.attidentity::text,
       a.attgenerated::text, a.atthasdef, row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f') AND {NOT_OURS.format(n="n", oid="c.oid")}"""

# A foreign key to a partitioned table has copies for each partition on the same table: these are the server's own.
CONSTRAINTS = f"""
SELECT n.nspname, c.relname, k.conname, k.contype::text, k.convalidated, k.condeferrable, k.confdeltype::text,
       k.confupdtype::text, fn.nspname || '.' || f.relname,
       (SELECT array_agg(a.attname::text ORDER BY o.i) FROM unnest(k.conkey) WITH ORDINALITY o(x, i)
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = o.x),
       (SELECT array_agg(a.attname::text ORDER BY o.i) FROM unnest(k.confkey) WITH ORDINALITY o(x, i)
        JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = o.x),
       (SELECT NOT coalesce((to_jsonb(x) ->> 'indnullsnotdistinct')::boolean, false)
        FROM pg_index x WHERE x.indexrelid = k.conindid)
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class f ON f.oid = k.confrelid LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
LEFT JOIN pg_constraint above ON above.oid = k.conparentid
WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND above.conrelid IS DISTINCT FROM k.conrelid
  AND {NOT_OURS.format(n="n", oid="c.oid")}"""

INDEXES = f"""
SELECT n.nspname, c.relname, i.relname, x.indisunique, am.amname, x.indisvalid, x.indpred IS NOT NULL,
       (SELECT array_agg(coalesce(a.attname::text, '(...)') ORDER BY o.i) FROM unnest(x.indkey) WITH ORDINALITY o(k, i)
        LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = o.k WHERE o.i <= x.indnkeyatts),
       (SELECT array_agg(a.attname::text ORDER BY o.i) FROM unnest(x.indkey) WITH ORDINALITY o(k, i)
        JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = o.k WHERE o.i > x.indnkeyatts)
FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
JOIN pg_am am ON am.oid = i.relam JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'f') AND {NOT_OURS.format(n="n", oid="c.oid")}
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.oid AND k.contype IN ('p', 'u', 'x'))"""

VIEWS = f"""
SELECT n.nspname, c.relname, c.relkind::text = 'm' FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('v', 'm') AND {NOT_OURS.format(n="n", oid="c.oid")}"""

ENUMS = f"""
SELECT n.nspname, t.typname, (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_enum e
       WHERE e.enumtypid = t.oid)
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'e' AND {NOT_OURS.format(n="n", oid="t.oid")}"""

DOMAINS = f"""
SELECT n.nspname, t.typname, format_type(t.typbasetype, t.typtypmod), NOT t.typnotnull,
       (SELECT array_agg(k.conname::text ORDER BY k.conname::text COLLATE "C") FROM pg_constraint k
        WHERE k.contypid = t.oid AND k.contype = 'c')
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'd' AND {NOT_OURS.format(n="n", oid="t.oid")}"""

SEQUENCES = f"""
SELECT n.nspname, c.relname, format_type(s.seqtypid, NULL),
       (SELECT tn.nspname || '.' || t.relname || '.' || a.attname FROM pg_depend d JOIN pg_class t ON t.oid = d.refobjid
        JOIN pg_namespace tn ON tn.oid = t.relnamespace JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
        WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
          AND d.deptype IN ('a', 'i'))
FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE {NOT_OURS.format(n="n", oid="c.oid")}"""

FUNCTIONS = f"""
SELECT n.nspname, p.proname, p.prokind::text, count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE {NOT_OURS.format(n="n", oid="p.oid")} AND NOT EXISTS (
    SELECT FROM pg_depend x WHERE x.objid = p.oid AND x.classid = 'pg_proc'::regclass AND x.deptype = 'i')
GROUP BY 1, 2, 3"""

KINDS = {"r": "table", "p": "partitioned", "f": "foreign"}
IDENTITIES = {"": None, "a": "always", "d": "by default"}
GENERATED = {"": None, "s": "stored", "v": "virtual"}
ACTIONS = {"a": "NO ACTION", "r": "RESTRICT", "c": "CASCADE", "n": "SET NULL", "d": "SET DEFAULT"}
STRATEGIES = {"r": "range", "l": "list", "h": "hash"}
ROUTINES = {"f": "function", "p": "procedure", "a": "aggregate", "w": "function"}


def on_server(connection: Any) -> Facts:
    """The facts of a database."""
    return dict(_of_server(connection))


def _of_server(connection: Any) -> Iterator[tuple[str, object]]:
    for s, t, kind, partition, unlogged, rls, parents, strategy, comment, triggers, policies in connection.execute(
        TABLES
    ):
        yield (
            f"table {s}.{t}",
            (
                "partition" if partition and kind == "r" else KINDS[kind],
                unlogged,
                rls,
                (parents or [None])[0] if partition else None,
                [] if partition else parents or [],
                STRATEGIES.get(strategy),
                comment,
                triggers or [],
                policies or [],
            ),
        )
    for s, t, name, type_, nullable, identity, generated, default, at in connection.execute(COLUMNS):
        has_default = default and not generated
        yield (
            f"table {s}.{t} column {name}",
            (at, type_, nullable, IDENTITIES[identity], GENERATED[generated], has_default),
        )
    for row in connection.execute(CONSTRAINTS):
        yield _constraint(*row)
    for s, t, name, unique, method, valid, partial, parts, include in connection.execute(INDEXES):
        yield f"table {s}.{t} index {name}", (unique, method, valid, partial, parts, include or [])
    for s, name, materialized in connection.execute(VIEWS):
        yield f"view {s}.{name}", materialized
    for s, name, values in connection.execute(ENUMS):
        yield f"enum {s}.{name}", values or []
    for s, name, type_, nullable, checks in connection.execute(DOMAINS):
        yield f"domain {s}.{name}", (type_, nullable, checks or [])
    for s, name, type_, owner in connection.execute(SEQUENCES):
        yield f"sequence {s}.{name}", (type_, owner)
    for s, name, kind, count in connection.execute(FUNCTIONS):
        yield f"{ROUTINES[kind]} {s}.{name}", count


def _constraint(
    s: str,
    t: str,
    name: str,
    kind: str,
    *rest: Any,
) -> tuple[str, object]:
    valid, deferrable, on_delete, on_update, target, columns, target_columns, nulls_distinct = rest
    place = f"table {s}.{t} constraint {name}"
    match kind:
        case "p":
            return place, ("primary key", columns)
        case "u":
            return place, ("unique", columns, nulls_distinct, deferrable)
        case "f":
            actions = (ACTIONS[on_delete], ACTIONS[on_update])
            return place, ("foreign key", columns, target, target_columns, *actions, deferrable, valid)
        case "c":
            return place, ("check", valid)
        case _:
            return place, ("exclusion",)


def replayed(document: Document) -> Facts:
    """The facts of a catalog document; what is there twice has a place of its own."""
    facts: Facts = {}
    for place, fact in _of_document(document):
        facts[f"{place} again" if place in facts else place] = fact
    return facts


def _of_document(document: Document) -> Iterator[tuple[str, object]]:
    for table in document["tables"]:
        if table["schema"] != "pg_temp":
            yield from _of_table(f"table {table['schema']}.{table['name']}", table)
    for v in document["views"]:
        if v["schema"] != "pg_temp":
            yield f"view {v['schema']}.{v['name']}", v["materialized"]
    for e in document["enums"]:
        yield f"enum {e['schema']}.{e['name']}", e["values"]
    for d in document["domains"]:
        checks = sorted(c["name"] for c in d["checks"])
        yield f"domain {d['schema']}.{d['name']}", (d["type"], d["nullable"], checks)
    for q in document["sequences"]:
        if q["schema"] != "pg_temp":
            yield f"sequence {q['schema']}.{q['name']}", (q["type"], q["owned_by"])
    counts: dict[str, int] = {}
    for f in document["functions"]:
        place = f"{f['kind']} {f['schema']}.{f['name']}"
        counts[place] = counts.get(place, 0) + 1
    yield from counts.items()


def _of_table(place: str, t: Document) -> Iterator[tuple[str, object]]:
    strategy = t["partition_by"].split()[0].lower() if t["partition_by"] else None
    of = (t["kind"], t["unlogged"], t["row_security"], t["partition_of"], t["inherits"], strategy, t["comment"])
    yield place, (*of, t["triggers"], t["policies"])
    for at, c in enumerate(t["columns"], 1):
        about = (at, c["type"], c["nullable"], c["identity"], c["generated"], c["default"] is not None)
        yield f"{place} column {c['name']}", about
    if t["primary_key"]:
        yield f"{place} constraint {t['primary_key']['name']}", ("primary key", t["primary_key"]["columns"])
    for u in t["unique"]:
        yield f"{place} constraint {u['name']}", ("unique", u["columns"], u["nulls_distinct"], u["deferrable"])
    for f in t["foreign_keys"]:
        target = f"{f['references']['schema']}.{f['references']['table']}"
        actions = (f["on_delete"], f["on_update"], f["deferrable"], f["validated"])
        columns = (f["columns"], target, f["references"]["columns"])
        yield f"{place} constraint {f['name']}", ("foreign key", *columns, *actions)
    for c in t["checks"]:
        yield f"{place} constraint {c['name']}", ("check", c["validated"])
    for e in t["exclusions"]:
        yield f"{place} constraint {e['name']}", ("exclusion",)
    for i in t["indexes"]:
        parts = ["(...)" if part.startswith("(") else part for part in i["columns"]]
        about = (i["unique"], i["method"], i["valid"], i["where"] is not None, parts, i["include"])
        yield f"{place} index {i['name']}", about


def differences(server: Facts, ours: Facts) -> list[str]:
    """What is not the same, a line each. What lies below a table that only one side has is not listed."""
    lines: list[str] = []
    lone: list[str] = []
    for place in sorted(server.keys() | ours.keys()):
        if place.startswith(tuple(lone)):
            continue
        if (place in server) != (place in ours):
            lines.append(f"{place}: only {'the server' if place in server else 'the replay'} has it")
            lone += [f"{place} "]
        elif server[place] != ours[place]:
            lines.append(f"{place}: the server has {server[place]}, the replay {ours[place]}")
    return lines


# --- running migrations


class Refusal(NamedTuple):
    """A statement that the server refused."""

    path: str
    statement: str
    message: str


def run(connection: Any, migrations: Sequence[Migration]) -> list[Refusal]:
    """Run the up migrations as their tool does. One that fails runs again, each statement by itself."""
    postgres = engine("postgres")
    refusals: list[Refusal] = []
    for migration in migrations:
        if migration.direction != "up":
            continue
        statements = postgres.parse(migration.source, migration.ranges)
        together = migration.wrapper == "explicit" or (migration.wrapper == "implicit" and len(statements) > 1)
        own = migration.schema
        if together and not failing(connection, ["BEGIN", *statements, "COMMIT"], first=True, schema=own):
            continue
        refusing = failing(connection, statements, first=False, schema=own)
        refusals += [Refusal(migration.path, words, message) for words, message in refusing]
    connection.execute("DISCARD ALL")
    return refusals


def failing(
    connection: Any, statements: Sequence[Statement | str], *, first: bool, schema: str = ""
) -> list[tuple[str, str]]:
    """Run statements on a session that is as new; the ones that fail, or only the first and nothing after it.

    `schema` is made, and comes first on the search path, as Flyway does it.
    """
    import psycopg

    connection.execute("DISCARD ALL")
    if schema:
        connection.execute(f'CREATE SCHEMA IF NOT EXISTS "{schema}"'.encode())
        connection.execute(f'SET search_path = "{schema}", public'.encode())
    found: list[tuple[str, str]] = []
    for statement in statements:
        text = statement if isinstance(statement, str) else statement.text
        try:
            connection.execute(text.encode())
        except psycopg.Error as error:
            found.append((" ".join(text.split())[:100], str(error).split("\n", maxsplit=1)[0]))
            if first:
                break
    if connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
        connection.execute("ROLLBACK")
    return found

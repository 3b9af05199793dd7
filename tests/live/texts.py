"""Everything that a server writes down about a schema in words of its own, to compare one database with another.

A text is known by its place (`table public.orders column total`). Two databases with the same texts have the same
schema, down to casts, operator classes, sequence options, the order of an index and the query of a view.

An index of a partitioned table without partitions that is not valid counts as one that is: only one who had a partition
before, and not since, can have such a one. A replica identity whose index was dropped counts as NOTHING, which it acts as.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pglast.parser

from tests.live.introspect import NOT_OURS

Texts = dict[str, str]

RELATION = "n.nspname || '.' || c.relname"
OF_RELATION = "JOIN pg_class c ON c.oid = {0} JOIN pg_namespace n ON n.oid = c.relnamespace"
OURS = NOT_OURS.format(n="n", oid="c.oid")

QUERIES = (
    f"""SELECT 'table ' || {RELATION} || ' column ' || a.attname, concat_ws(' ',
          format_type(a.atttypid, a.atttypmod), CASE WHEN a.attcollation <> t.typcollation THEN 'COLLATE ' || k.collname END,
          CASE WHEN d.oid IS NOT NULL THEN 'DEFAULT (' || pg_get_expr(d.adbin, d.adrelid) || ')' END, CASE WHEN a.attnotnull THEN 'NOT NULL' END, a.attidentity::text || a.attgenerated::text)
        FROM pg_attribute a {OF_RELATION.format("a.attrelid")} JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_collation k ON k.oid = a.attcollation LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (c.oid, a.attnum)
        WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f') AND {OURS}""",
    f"""SELECT 'table ' || {RELATION}, concat_ws(' ', c.relkind::text, c.relpersistence::text, pg_get_partkeydef(c.oid),
          pg_get_expr(c.relpartbound, c.oid), (SELECT string_agg(o, ',' ORDER BY o) FROM unnest(c.reloptions) o), c.relrowsecurity::text, c.relforcerowsecurity::text,
          coalesce((SELECT x.indexrelid::regclass::text FROM pg_index x WHERE x.indrelid = c.oid AND x.indisreplident), translate(c.relreplident::text, 'i', 'n')))
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'f') AND {OURS}""",
    f"""SELECT 'table ' || {RELATION} || ' constraint ' || k.conname, pg_get_constraintdef(k.oid)
        FROM pg_constraint k {OF_RELATION.format("k.conrelid")} LEFT JOIN pg_constraint above ON above.oid = k.conparentid
        WHERE above.conrelid IS DISTINCT FROM k.conrelid AND k.contype <> 't' AND {OURS}""",
    f"""SELECT 'domain ' || n.nspname || '.' || t.typname || ' constraint ' || k.conname, pg_get_constraintdef(k.oid)
        FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE k.contype <> 'n' AND {NOT_OURS.format(n="n", oid="t.oid")}""",
    f"""SELECT 'type ' || n.nspname || '.' || t.typname, concat_ws(' ', t.typtype::text, t.typdefault,
          CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END,
          (SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid),
          (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
           FROM pg_attribute a WHERE a.attrelid = t.typrelid AND t.typtype = 'c' AND NOT a.attisdropped))
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
        WHERE (t.typtype IN ('d', 'e', 'r') OR c.relkind = 'c') AND {NOT_OURS.format(n="n", oid="t.oid")}""",
    f"""SELECT 'index ' || n.nspname || '.' || i.relname, pg_get_indexdef(i.oid) || CASE WHEN x.indisvalid
          OR c.relkind = 'p' AND NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhparent = c.oid) THEN '' ELSE ' INVALID' END
        FROM pg_index x {OF_RELATION.format("x.indrelid")} JOIN pg_class i ON i.oid = x.indexrelid
        WHERE c.relkind IN ('r', 'p', 'm') AND {OURS}""",
    f"""SELECT 'view ' || {RELATION} || ' ' || concat_ws(' ', c.relkind::text, c.reloptions::text), pg_get_viewdef(c.oid)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') AND {OURS}""",
    f"""SELECT 'trigger ' || {RELATION} || ' ' || t.tgname, pg_get_triggerdef(t.oid) || t.tgenabled::text
        FROM pg_trigger t {OF_RELATION.format("t.tgrelid")} WHERE NOT t.tgisinternal AND {OURS}""",
    f"""SELECT 'policy ' || {RELATION} || ' ' || p.polname, concat_ws(' ', p.polcmd::text, p.polpermissive::text,
          (SELECT string_agg(CASE r WHEN 0 THEN 'public' ELSE pg_get_userbyid(r) END, ', ') FROM unnest(p.polroles) r),
          pg_get_expr(p.polqual, p.polrelid), 'CHECK ' || pg_get_expr(p.polwithcheck, p.polrelid))
        FROM pg_policy p {OF_RELATION.format("p.polrelid")} WHERE {OURS}""",
    f"""SELECT 'sequence ' || {RELATION}, concat_ws(' ', format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin,
          s.seqmax, s.seqcache, s.seqcycle, (SELECT x.relname || '.' || a.attname FROM pg_depend d
           JOIN pg_class x ON x.oid = d.refobjid JOIN pg_attribute a ON a.attrelid = x.oid AND a.attnum = d.refobjsubid
           WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')))
        FROM pg_sequence s {OF_RELATION.format("s.seqrelid")} WHERE {OURS}""",
    f"""SELECT 'routine ' || n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
          CASE WHEN p.prokind = 'a' THEN 'aggregate' ELSE pg_get_functiondef(p.oid) END
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE {NOT_OURS.format(n="n", oid="p.oid")} AND NOT EXISTS (
          SELECT FROM pg_depend x WHERE x.objid = p.oid AND x.classid = 'pg_proc'::regclass AND x.deptype = 'i')""",
    f"""SELECT 'rule ' || {RELATION} || ' ' || r.rulename, pg_get_ruledef(r.oid)
        FROM pg_rewrite r {OF_RELATION.format("r.ev_class")} WHERE r.rulename <> '_RETURN' AND {OURS}""",
    f"""SELECT 'statistics ' || n.nspname || '.' || s.stxname, pg_get_statisticsobjdef(s.oid)
        FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE {NOT_OURS.format(n="n", oid="s.oid")}""",
    f"""SELECT 'comment ' || {RELATION} || coalesce('.' || a.attname, ''), d.description
        FROM pg_description d {OF_RELATION.format("d.objoid")}
        LEFT JOIN pg_attribute a ON (a.attrelid, a.attnum) = (c.oid, d.objsubid) AND a.attnum > 0
        WHERE d.classoid = 'pg_class'::regclass AND {OURS}""",
    """SELECT 'publication ' || pubname, (to_jsonb(p) - '{oid,pubowner}'::text[])::text FROM pg_publication p""",
    """SELECT 'publication ' || pubname || ' table ' || schemaname || '.' || tablename, to_jsonb(t)::text
        FROM pg_publication_tables t""",
    """SELECT 'extension ' || e.extname, n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace""",
    """SELECT 'schema ' || nspname, '' FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'""",
)


def on_server(connection: Any) -> Texts:
    """The texts of a database; names in them are qualified."""
    connection.execute("SET search_path = ''")
    rows = [row for query in QUERIES for row in connection.execute(query).fetchall()]
    connection.execute("RESET search_path")
    return {place: text or "" for place, text in rows}


SHAPES = ("{}", "SELECT {}", "CREATE TABLE t (c {})", "ALTER TABLE t ADD {}")
PLACES = frozenset({"location", "stmt_location", "stmt_len"})


def bare(text: str) -> object:
    """A text as a tree without casts: the server keeps those of an earlier type, and casts a default anew."""
    for shape in SHAPES:
        try:
            tree = json.loads(pglast.parser.parse_sql_json(shape.format(text)))
            return plain(tree, dict(aliases(tree)))
        except pglast.parser.ParseError:
            continue
    return text


def aliases(node: Any) -> Iterator[tuple[str, str]]:
    """The relations of a tree that are called otherwise, each by what it is called."""
    for item in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from aliases(item)
    if isinstance(node, dict) and "RangeVar" in node and "alias" in node["RangeVar"]:
        yield node["RangeVar"]["alias"]["aliasname"], node["RangeVar"]["relname"]


def plain(node: Any, called: dict[str, str]) -> Any:
    """A tree without casts, places and aliases."""
    if isinstance(node, list):
        return [plain(item, called) for item in node]
    if not isinstance(node, dict):
        return node
    if "TypeCast" in node:
        return plain(node["TypeCast"]["arg"], called)
    if "ColumnRef" in node:
        names = [field.get("String", {}).get("sval", "*") for field in node["ColumnRef"]["fields"]]
        return [called.get(name, name) for name in names[:-1]] + names[-1:]
    left_out = PLACES | {"alias"} if "relname" in node else PLACES
    return {key: plain(value, called) for key, value in node.items() if key not in left_out}


def differences(one: Texts, other: Texts) -> list[str]:
    """What the script's database has not in common with that of the migrations, a line each."""
    lines = []
    for place in sorted(one.keys() | other.keys()):
        if place not in other or place not in one:
            lines.append(f"{place}: only {'the migrations' if place in one else 'the script'} made it")
        elif one[place] != other[place] and bare(one[place]) != bare(other[place]):
            lines.append(f"{place}: {one[place]!r} by the migrations, {other[place]!r} by the script")
    return lines

"""The words of single parts of a schema script: columns, constraints, indexes, triggers, policies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres.deparse import Unsupported, guarded, simple, string
from dbarch_lint.engines.postgres.lower.common import PgExpression
from dbarch_lint.named import ALL_TABLES, SCHEMA, Named
from dbarch_lint.names import Name, quoted, quoted_name
from dbarch_lint.objects import (
    Check,
    Column,
    Exclusion,
    Expression,
    ForeignKey,
    Index,
    IndexPart,
    Key,
    Policy,
    Table,
    Trigger,
)
from dbarch_lint.objects import Sequence as SequenceObject

T = TypeVar("T")
Sequences = Mapping[tuple[Name, str], SequenceObject]
CURRENT = frozenset({"public", "current_user", "current_role", "session_user"})  # roles that are words of the grammar


def identity_sequences(catalog: Catalog) -> Sequences:
    """The sequences of identity columns, by table and column."""
    return {
        (r.owner, r.owner_column): r
        for r in catalog.relations.values()
        if isinstance(r, SequenceObject) and r.identity and r.owner is not None
    }


def create_table(table: Table, elements: Sequence[str]) -> str:
    """CREATE TABLE with these columns and constraints."""
    kind = "FOREIGN " if table.kind == "foreign" else "UNLOGGED " if table.unlogged else ""
    body = ",\n".join(f"    {element}" for element in elements)
    text = (
        f"CREATE {kind}TABLE {quoted_name(table.name)} (\n{body}\n)"
        if body
        else f"CREATE {kind}TABLE {quoted_name(table.name)} ()"
    )
    if table.partition_by is not None:
        text += f" PARTITION BY {table.partition_by.strategy.upper()} ({listed(table.partition_by.parts)})"
    if table.kind == "foreign":
        text += f" SERVER {quoted(table.server)}" if table.server else ""
    else:
        text += storage(table.options)
    return text


def storage(options: Sequence[tuple[str, str]]) -> str:
    """WITH, if there is any storage parameter."""
    return f" WITH ({', '.join(f'{name}={string(value)}' for name, value in options)})" if options else ""


def column(c: Column, table: Table, sequences: Sequences) -> str:
    """A column. A partition gets its identity from above."""
    words = [quoted(c.name), str(c.type)]
    if c.collation:
        words.append(f"COLLATE {quoted(c.collation)}")
    if c.generated and c.default is not None:
        words.append(f"GENERATED ALWAYS AS ({c.default.text}) {c.generated.upper()}")
    elif c.identity and (table.name, c.name) in sequences:
        sequence = sequences[table.name, c.name]
        name = quoted_name(sequence.name)
        words.append(f"GENERATED {c.identity.upper()} AS IDENTITY (SEQUENCE NAME {name}{numbers(sequence)})")
    elif c.default is not None:
        words.append(f"DEFAULT {default(c.default)}")
    if not c.nullable:
        words.append(f"{constraint(c.not_null_name)}NOT NULL{' NO INHERIT' if c.not_null_local else ''}")
    return " ".join(words)


def default(value: Expression) -> str:
    """A default: the grammar takes no loose operators there."""
    if not isinstance(value, PgExpression):
        return f"({value.text})"
    try:
        return guarded(lambda: simple(value.node))
    except Unsupported:
        return f"({value.text})"


NUMBERS = {
    "start": "START WITH",
    "increment": "INCREMENT BY",
    "minvalue": "MINVALUE",
    "maxvalue": "MAXVALUE",
    "cache": "CACHE",
}


def numbers(sequence: SequenceObject) -> str:
    """What is said of a sequence's numbers, if anything is."""
    said = [f" {NUMBERS[name]} {value}" for name, value in sequence.options if name in NUMBERS and value]
    return "".join(said) + (" CYCLE" if ("cycle", "true") in sequence.options else "")


def constraint(name: str) -> str:
    """The beginning of a constraint that has a name."""
    return f"CONSTRAINT {quoted(name)} " if name else ""


def check(c: Check) -> str:
    """A CHECK."""
    inherit, enforced = " NO INHERIT" if c.no_inherit else "", "" if c.enforced else " NOT ENFORCED"
    return f"{constraint(c.name)}CHECK ({c.expression.text}){inherit}{enforced}"


def told_apart(constraints: Sequence[T], same: Callable[[T], object]) -> tuple[list[T], list[T]]:
    """Constraints, and those that are the same as one before them: CREATE TABLE makes only one of both."""
    first: dict[object, T] = {}
    for c in constraints:
        first.setdefault(same(c), c)
    kept = list(first.values())
    return kept, [c for c in constraints if c not in kept]


def key(k: Key, *, primary: bool) -> str:
    """A PRIMARY KEY or UNIQUE."""
    columns = ", ".join(map(quoted, k.columns)) + (" WITHOUT OVERLAPS" if k.without_overlaps else "")
    word = "PRIMARY KEY" if primary else "UNIQUE" if k.nulls_distinct else "UNIQUE NULLS NOT DISTINCT"
    return f"{constraint(k.name)}{word} ({columns}){include(k.include)}{deferral(k)}"


def include(columns: Iterable[str]) -> str:
    """INCLUDE, if there is anything."""
    text = ", ".join(map(quoted, columns))
    return f" INCLUDE ({text})" if text else ""


def deferral(c: Key | ForeignKey | Exclusion | Trigger) -> str:
    """DEFERRABLE."""
    if not c.deferrable:
        return ""
    return " DEFERRABLE INITIALLY DEFERRED" if c.initially_deferred else " DEFERRABLE"


def exclusion(e: Exclusion) -> str:
    """An EXCLUDE."""
    return f"{constraint(e.name)}{excluded(e)}"


def excluded(e: Exclusion) -> str:
    """What an EXCLUDE says, without its name."""
    elements = ", ".join(f"{part(p)} WITH {p.operator}" for p in e.parts)
    include = f" INCLUDE ({', '.join(map(quoted, e.include))})" if e.include else ""
    return f"EXCLUDE USING {quoted(e.method)} ({elements}){include}{where(e.where)}{deferral(e)}"


def foreign_key(f: ForeignKey) -> str:
    """A FOREIGN KEY."""
    columns, target = ", ".join(map(quoted, f.columns)), ", ".join(map(quoted, f.target_columns))
    text = f"{constraint(f.name)}FOREIGN KEY ({columns}) REFERENCES {quoted_name(f.target)}"
    text += f" ({target})" if target else ""
    text += " MATCH FULL" if f.match_full else ""
    for verb, action in (("UPDATE", f.on_update), ("DELETE", f.on_delete)):
        text += f" ON {verb} {action}" if action != "NO ACTION" else ""
    text += f" ({', '.join(map(quoted, f.nulled))})" if f.nulled else ""
    return text + deferral(f) + ("" if f.validated else " NOT VALID" if f.enforced else " NOT ENFORCED")


def index(i: Index, relation: Name, *, only: bool = False) -> str:
    """CREATE INDEX."""
    unique, nulls = "UNIQUE " if i.unique else "", "" if i.nulls_distinct else " NULLS NOT DISTINCT"
    place = f"{'ONLY ' if only else ''}{quoted_name(relation)} USING {quoted(i.method)} ({listed(i.parts)})"
    place += f"{include(i.include)}{nulls}{storage(i.options)}{where(i.where)}"
    return f"CREATE {unique}INDEX {quoted(i.name)} ON {place}"


def listed(parts: Iterable[IndexPart]) -> str:
    """Parts of an index or of a partition key."""
    return ", ".join(map(part, parts))


def part(p: IndexPart) -> str:
    """One part of an index."""
    words = [quoted(p.column) if p.column else f"({p.expression})"]
    if p.collation:
        words.append(f"COLLATE {quoted(p.collation)}")
    if p.opclass:
        words.append(quoted(p.opclass))
    if p.descending:
        words.append("DESC")
    if p.nulls_first != p.descending:
        words.append("NULLS FIRST" if p.nulls_first else "NULLS LAST")
    return " ".join(words)


def where(predicate: Expression | None) -> str:
    """WHERE, if there is a predicate."""
    return f" WHERE ({predicate.text})" if predicate is not None else ""


def trigger(t: Trigger, relation: Name) -> str:
    """CREATE TRIGGER."""
    events = [f"UPDATE OF {', '.join(map(quoted, t.columns))}" if e == "UPDATE" and t.columns else e for e in t.events]
    words = [f"CREATE {'CONSTRAINT ' if t.constraint else ''}TRIGGER {quoted(t.name)}", t.timing, " OR ".join(events)]
    constrained = f" FROM {quoted_name(t.constrained)}" if t.constrained is not None else ""
    words.append(f"ON {quoted_name(relation)}{constrained}{deferral(t)}")
    if t.transitions:
        words.append("REFERENCING " + " ".join(f"{which} TABLE AS {quoted(name)}" for which, name in t.transitions))
    words.append(f"FOR EACH {'ROW' if t.row else 'STATEMENT'}")
    if t.when is not None:
        words.append(f"WHEN ({t.when.text})")
    words.append(f"EXECUTE FUNCTION {quoted_name(t.function)}({', '.join(map(string, t.arguments))})")
    return " ".join(words)


def policy(p: Policy, table: Name) -> str:
    """CREATE POLICY."""
    text = f"CREATE POLICY {quoted(p.name)} ON {quoted_name(table)}"
    text += "" if p.permissive else " AS RESTRICTIVE"
    text += "" if p.command == "all" else f" FOR {p.command.upper()}"
    roles = [r.upper() if r in CURRENT else quoted(r) for r in p.roles]
    text += f" TO {', '.join(roles)}" if roles else ""
    text += f" USING ({p.using.text})" if p.using is not None else ""
    return text + (f" WITH CHECK ({p.check.text})" if p.check is not None else "")


def statistics(named: Named, _: Catalog) -> str:
    """CREATE STATISTICS; empty where it cannot be said."""
    node = named.origin.statement.node if named.origin is not None else None
    if node is None or "defnames" not in node or len(named.tables) != 1:
        return ""
    kinds = ", ".join(n["String"]["sval"] for n in node.get("stat_types", ()))
    elements = []
    for item in node["exprs"]:
        element = item["StatsElem"]
        written = {"ColumnRef": {"fields": [{"String": {"sval": element["name"]}}]}} if "name" in element else None
        value = PgExpression(written or element["expr"])
        for old, new in named.renames:
            value = value.renamed(old, new)
        elements.append(value.text if written else f"({value.text})")
    name = ".".join(quoted(n["String"]["sval"]) for n in node["defnames"])
    place = f"{', '.join(elements)} FROM {quoted_name(named.tables[0])}"
    return f"CREATE STATISTICS {name}{f' ({kinds})' if kinds else ''} ON {place}"


def publication(named: Named, catalog: Catalog) -> str:
    """CREATE PUBLICATION; empty where it cannot be said: row filters that were changed.

    The script comes when all tables are there, so that children are only taken along where they are named.
    """
    if named.columns:
        return "" if named.altered or named.origin is None else named.origin.statement.text
    parts = [f"TABLE {'ONLY ' if t in catalog.children else ''}{quoted_name(t)}" for t in named.tables]
    parts += [f"TABLES IN SCHEMA {quoted(value)}" for name, value in named.options if name == SCHEMA]
    everything = (ALL_TABLES, "") in named.options
    given = [(name, value) for name, value in named.options if name not in {SCHEMA, ALL_TABLES}]
    what = " FOR ALL TABLES" if everything else f" FOR {', '.join(parts)}" if parts else ""
    return f"CREATE PUBLICATION {quoted(named.name)}{what}{storage(given)}"


def replica_identity(table: Table) -> str:
    """What REPLICA IDENTITY is set to; empty: nothing needs to be said."""
    if table.replica_identity in {"full", "nothing"}:
        return table.replica_identity.upper()
    every: list[Key | Index] = [*table.keys, *table.indexes]
    chosen = [index.name for index in every if index.replica_identity]
    if table.replica_identity == "index":  # without its index a table has no identity
        return f"USING INDEX {quoted(chosen[0])}" if chosen else "NOTHING"
    return ""


def sorted_by_need(graph: Mapping[Name, Iterable[Name]]) -> list[Name]:
    """Names, each after those that it needs, and otherwise in their order; a circle is begun somewhere."""
    entered: set[Name] = set()
    left: dict[Name, None] = {}
    for first in sorted(graph):
        waiting = [first]
        while waiting:
            name = waiting[-1]
            needed = [] if name in entered else [n for n in sorted(graph[name]) if n in graph and n not in entered]
            entered.add(name)
            if needed:
                waiting += needed
            else:
                left.setdefault(waiting.pop())
    return list(left)

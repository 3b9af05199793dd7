"""What a view reads, to the column: what DROP COLUMN CASCADE takes along, and RENAME COLUMN changes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.deferred import Deferred
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.outputs import GIVES, Sources, joined_by_name, outputs, sources
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.names import Name
from dbarch_lint.objects import Table, View, replace
from dbarch_lint.source import Statement

Node = dict[str, Any]


def bound(op: ops.CreateView, scope: Scope) -> ops.CreateView:
    """CREATE VIEW: the relations that it reads; which columns of them is found when somebody asks, as few do."""
    definition = op.definition
    uses = frozenset(scope.relation(n) for n in definition.uses)
    written = definition.origin.statement if definition.origin is not None else None
    if any(name.schema == "pg_temp" for name in uses) and not definition.materialized:
        op = replace(op, table=Name("pg_temp", op.table.name))  # what reads temporary tables is temporary
    definition = replace(definition, name=op.table, uses=uses)
    if written is not None:
        read = Deferred(partial(columns_read, written, uses, scope.catalog))
        definition = replace(definition, columns_read=read)
    if written is not None:
        definition = with_stars(definition, (written.node or {}).get("query", {}), scope)
    there = scope.catalog.relations.get(op.table)
    retyped = changed_types(there, definition, scope) if op.or_replace and isinstance(there, View) else ()
    return replace(op, definition=definition, exists=there is not None, retyped=retyped)


def changed_types(old: View, new: View, scope: Scope) -> tuple[str, ...]:
    """The columns of a view that get another type when it is replaced, as far as both are plainly said."""
    before, now = plain_types(old, scope), plain_types(new, scope)
    both = ((name, type_, now[name]) for name, type_ in before.items() if name in now)
    return tuple([name for name, was, is_ in both if differ(was, is_)])


def differ(one: Type, other: Type) -> bool:
    """Whether two types are certainly not one: that of a user may be called in several ways."""
    if one.builtin and other.builtin:
        return (one.name, one.array) != (other.name, other.array)
    return one.builtin != other.builtin


def plain_types(view: View, scope: Scope) -> dict[str, Type]:
    """The types of those columns of a view that are columns of what it reads, casts, or of well-known functions."""
    node: Node = (view.origin.statement.node or {}) if view.origin is not None else {}
    select = node.get("query", {}).get("SelectStmt", {})
    titled = "aliases" in node or "colNames" in node.get("into", {})
    if "larg" in select or titled or "valuesLists" in select or view.renames:
        return {}
    names = expressions.output_columns({"SelectStmt": select})
    values = [target["ResTarget"].get("val", {}) for target in select.get("targetList", ())]
    computed = {name for name, value in zip(names, values, strict=False) if not is_plain(value)}
    return {n: t for n, t in outputs(select, scope, {}, 0) or () if n not in computed and t.known}


def is_plain(value: Node) -> bool:
    """Whether nothing but the words of an expression says its type."""
    if "FuncCall" in value:
        return ".".join(expressions.names_of(value["FuncCall"]["funcname"])) in GIVES
    return "ColumnRef" in value or "TypeCast" in value or "ival" in value.get("A_Const", {})


def with_stars(view: View, query: Node, scope: Scope) -> View:
    """A view with the columns that `*` stands for in its query; a column that is added later is none of its own."""
    meant = stars(query, scope) if "SelectStmt" in query else ()
    if view.columns:
        return replace(view, stars=meant) if meant else view
    found = outputs(query["SelectStmt"], scope, {}, 0) if meant else None
    return replace(view, stars=meant, columns=tuple(name for name, _ in found)) if found is not None else view


def columns_read(statement: Statement, uses: frozenset[Name], catalog: Catalog) -> frozenset[tuple[Name, str]]:
    """Pairs of relation and column; every column of a relation for `*`, and `*` itself where they are not known."""
    query: Node = (statement.node or {}).get("query", {})
    known = {name: columns_of(name, catalog) for name in uses}
    by_name = {name.name: columns for name, columns in known.items()}

    def owns(table: str, column: str) -> bool | None:
        columns = by_name.get(table)
        return None if columns is None else column in columns

    joined = joined_columns(query) if statement.says(b"using") else ()
    return frozenset(
        (name, column)
        for table, written in (*expressions.column_uses(query, owns), *joined)
        for name in uses
        if table in {"", name.name}
        for column in chosen(written, known[name])
    )


Star = tuple[tuple[str, str], ...]


def stars(query: Node, scope: Scope) -> tuple[Star, ...]:
    """What each `*` of the result stands for, in the order of writing; nothing where that cannot be told of all."""
    found: list[Star | None] = []
    waiting = [query.get("SelectStmt", {})]
    while waiting:
        select = waiting.pop()
        if "larg" in select:
            waiting += [select["rarg"], select["larg"]]
            continue
        targets = [
            t["ResTarget"].get("val", {}).get("ColumnRef", {}).get("fields", ()) for t in select.get("targetList", ())
        ]
        if any("A_Star" in fields[-1] for fields in targets if fields):
            named = {} if joined_by_name(select) else dict(sources(select.get("fromClause", ()), scope, {}, 0))
            found += [meant(fields, named) for fields in targets if fields and "A_Star" in fields[-1]]
    return () if None in found else tuple(star for star in found if star is not None)


def meant(fields: list[Node], named: Sources) -> Star | None:
    """The columns that one `*` stands for."""
    wanted = [fields[-2]["String"]["sval"]] if len(fields) > 1 else list(named)
    if not wanted or any(named.get(alias) is None for alias in wanted):
        return None
    return tuple((alias, column) for alias in wanted for column, _ in named[alias] or ())


def columns_of(name: Name, catalog: Catalog) -> tuple[str, ...] | None:
    """The columns of a relation; None where they are not known."""
    found = catalog.relations.get(name)
    if isinstance(found, Table) and not found.partial:
        return tuple([c.name for c in found.columns])
    return found.columns or None if isinstance(found, View) else None


def chosen(written: str, columns: tuple[str, ...] | None) -> tuple[str, ...]:
    """The columns that a name in the query means, of a relation that has these."""
    if columns is None:
        return (written,)
    if written == "*":
        return columns
    return (written,) if written in columns else ()


def joined_columns(query: Node) -> Iterator[tuple[str, str]]:
    """The columns of JOIN ... USING."""
    stack: list[Any] = [query]
    while stack:
        item = stack.pop()
        if type(item) is dict:
            for name in expressions.names_of(item.get("usingClause", ())):
                yield "", name
            item = item.values()
        stack.extend([value for value in item if type(value) is dict or type(value) is list])


def matviews_with(domain: Name, scope: Scope) -> tuple[Name, ...]:
    """The materialized views with a column of a domain."""
    wanted = (domain.schema, domain.name)
    views = [view for view in scope.catalog.views if view.materialized]
    return tuple([v.name for v in views if wanted in {(t.schema, t.name) for t in types_of(v, scope)}])


def types_of(view: View, scope: Scope) -> list[Type]:
    """The types of the columns of a view, as far as they can be told."""
    query: Node = (view.origin.statement.node or {}).get("query", {}) if view.origin is not None else {}
    found = outputs(query.get("SelectStmt", {}), scope, {}, 0) or []
    return [scope.type(type_) for _, type_ in found]

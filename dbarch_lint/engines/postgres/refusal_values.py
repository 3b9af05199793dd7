"""Enum values that are used before they are committed. Loaded when one is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.refusal_expressions import held
from dbarch_lint.engines.postgres.terms import text_constants
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Enum, Table, View

Node = dict[str, Any]
Use = tuple[Name, str]  # an enum and a value of it
WRITING = frozenset({"Insert", "Merge"})
OF_ROWS = frozenset({"CreateView", "Delete", "Select", "Update"}) | WRITING


def uncommitted_values(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """Whether the operation uses a value that its own transaction has added, and to what kind of type."""
    used = {type_ for type_, _ in used_too_early(op, catalog)}
    return tuple({"of a new type" if (type_, "") in catalog.uncommitted else "of an older type" for type_ in used})


def used_too_early(op: Any, catalog: Catalog) -> set[Use]:
    """These values."""
    new = {(type_, value) for type_, value in catalog.uncommitted if value and op.statement.may_say(value)}
    enums = {type_ for type_, _ in new}
    return new.intersection((*uses(op, enums, catalog), *uses_of_query(op, enums, catalog))) if new else set()


def named_too_early(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """The same, as a message names them."""
    return tuple(sorted(f"{value!r} of {type_}" for type_, value in used_too_early(op, catalog)))


def enum_columns(table: Table | None, enums: AbstractSet[Name], catalog: Catalog) -> dict[str, Name]:
    """The columns of a table that are of one of these enums, with its name."""
    types = [(c.name, c.type) for c in table.columns if not c.type.builtin] if table is not None else []
    found = {column: Name(type_.schema, type_.name) for column, type_ in types}
    return {
        column: name for column, name in found.items() if name in enums and isinstance(catalog.types.get(name), Enum)
    }


def uses(op: Any, enums: AbstractSet[Name], catalog: Catalog) -> Iterator[Use]:
    """The values in defaults, checks and indexes, each with the enum of the column."""
    if type(op).__name__ in OF_ROWS:
        return
    new = getattr(op, "definition", None)
    columns = enum_columns(new if isinstance(new, Table) else catalog.table(op.target), enums, catalog)
    for one in held(op, catalog):
        mine = [columns[c] for c in one.expression.columns if c in columns]
        if one.column is not None and not one.column.type.builtin:
            mine.append(Name(one.column.type.schema, one.column.type.name))
        yield from ((type_, text) for type_ in mine for text in text_constants(node_of(one.expression)))


def uses_of_query(op: Any, enums: AbstractSet[Name], catalog: Catalog) -> Iterator[Use]:
    """The values that a query, or the query of a view, casts to an enum, compares with a column of one, or writes."""
    definition = getattr(op, "definition", None)
    reads = definition.uses if isinstance(definition, View) else getattr(op, "reads", ())
    target = catalog.table(op.target) if op.target is not None else None
    columns = enum_columns(target, enums, catalog)
    for name in reads:
        columns = {**enum_columns(catalog.table(name), enums, catalog), **columns}
    node: Any = op.statement.node or {}
    for kind, fields in expressions.walk(node):
        if kind == "TypeCast":
            names = expressions.names_of(fields["typeName"].get("names", []))
            cast = [type_ for type_ in enums if names in ((type_.name,), (type_.schema, type_.name))]
            yield from ((type_, value) for type_ in cast for value in constant(fields["arg"]))
        elif kind == "ResTarget" and fields.get("name") in columns:
            yield from ((columns[fields["name"]], v) for v in text_constants(fields.get("val")))
        elif kind in COMPARING:
            sides = COMPARING[kind](fields)
            named = {c for side in sides for c in expressions.column_names(side)} & columns.keys()
            yield from ((columns[c], v) for c in named for side in sides for v in text_constants(side))
    if type(op).__name__ in WRITING and target is not None:
        own = enum_columns(target, enums, catalog)
        for into, row in written(node, [c.name for c in target.columns]):
            yield from ((own[c], v) for c, item in zip(into, row, strict=False) if c in own for v in constant(item))


# What compares a value with others: the parts of it, by its kind of node.
COMPARING: dict[str, Callable[[Node], list[Node]]] = {
    "A_Expr": lambda fields: [side for side in (fields.get("lexpr"), fields.get("rexpr")) if side],
    "CaseExpr": lambda fields: (
        [fields["arg"], *(w["CaseWhen"]["expr"] for w in fields["args"])] if "arg" in fields else []
    ),
}


def constant(value: Node) -> Iterator[str]:
    """The text that a value is, if it is one."""
    text = expressions.text_of(value)
    if text is not None:
        yield text


def written(node: Node, columns: list[str]) -> Iterator[tuple[list[str], list[Node]]]:
    """The rows that INSERT and MERGE write, with the columns that they go to, as far as they can be told."""
    for clause in node.get("mergeWhenClauses", ()):
        when = clause["MergeWhenClause"]
        yield [t["ResTarget"]["name"] for t in when.get("targetList", ())] or columns, when.get("values", [])
    query = node.get("selectStmt", {}).get("SelectStmt", {})
    named = [c["ResTarget"]["name"] for c in node.get("cols", ())] or columns
    yield from ((named, row["List"]["items"]) for row in query.get("valuesLists", ()))
    targets = [t["ResTarget"].get("val", {}) for t in query.get("targetList", ())]
    if not any("A_Star" in part for t in targets for part in t.get("ColumnRef", {}).get("fields", ())):
        yield named, targets

"""Words for refusals of expressions: what DEFAULT, CHECK, generated columns, indexes and USING may not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Fact
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.refusal_columns import SYSTEM_COLUMNS
from dbarch_lint.engines.postgres.refusal_facts import COMPARISONS, compares_number, group_of, takes_no_numbers
from dbarch_lint.engines.postgres.refusal_names import function_missing, known_table, made_here
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Column, Expression, Table

AGGREGATES = frozenset("array_agg avg bool_and bool_or count every json_agg jsonb_agg max min string_agg sum".split())
OF_SETS = frozenset(
    """generate_series generate_subscripts json_array_elements json_each json_object_keys jsonb_array_elements
    jsonb_each jsonb_object_keys regexp_split_to_table string_to_table unnest""".split()
)
# Functions of which some overloads are immutable: which one is called, the types of the arguments say.
OF_TIMESTAMPTZ = frozenset("date date_part date_trunc extract".split())
OF_SETTING = frozenset("phraseto_tsquery plainto_tsquery to_tsquery to_tsvector websearch_to_tsquery".split())
TIMES = frozenset({"date", "time", "timetz", "timestamp", "text", "varchar"})


NO_NAME = Name("", "")


class Held(msgspec.Struct, frozen=True):
    """An expression that an operation brings: what for, and the column that gets its value."""

    role: str  # default, generated, check, index, where (of an index) or using
    expression: Expression
    column: Column | None = None


def held(op: Any, catalog: Catalog) -> Iterable[Held]:
    """The expressions of an operation."""
    read = HELD.get(type(op))
    return read(op, catalog) if read is not None else ()


def of_default(op: ops.SetDefault, catalog: Catalog) -> Iterator[Held]:
    """SET DEFAULT."""
    table = catalog.table(op.target) if op.target is not None else None
    yield Held("default", op.value, table.column(op.column) if table is not None else None)


def of_index(op: ops.CreateIndex, _: Catalog) -> Iterator[Held]:
    """CREATE INDEX."""
    if op.exists:
        return
    for part in op.index.parts:
        if part.expression is not None:
            yield Held("index", part.expression)
    if op.index.where is not None:
        yield Held("where", op.index.where)


def of_table(op: ops.CreateTable, _: Catalog) -> Iterator[Held]:
    """CREATE TABLE."""
    if op.exists:
        return
    for column in op.definition.columns:
        yield from of_column(column)
    yield from (Held("check", c.expression) for c in op.definition.checks if not c.inherited)


def of_column(column: Column) -> tuple[Held, ...]:
    """The default or the generation of a column."""
    if column.default is None or column.inherited:
        return ()
    return (Held("generated" if column.generated else "default", column.default, column),)


def of_using(op: ops.AlterColumnType, _: Catalog) -> Iterator[Held]:
    """USING of a change of type: what it gives is of the new type."""
    if op.using is not None:
        yield Held("using", op.using, Column(name="", type=op.type))


HELD: dict[type[ops.Operation], Callable[[Any, Catalog], Iterable[Held]]] = {
    ops.AddColumn: lambda op, _: of_column(op.column),
    ops.SetDefault: of_default,
    ops.SetExpression: lambda op, _: (Held("generated", op.value),),
    ops.AddCheck: lambda op, _: (Held("check", op.constraint.expression),),
    ops.AlterColumnType: of_using,
    ops.CreateIndex: of_index,
    ops.CreateTable: of_table,
}


def faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What the expressions of an operation hold that the server does not take there."""
    found: list[str] = []
    table: Table | None = None
    for one in held(op, catalog):
        node = node_of(one.expression)
        if node is None:
            continue
        if "A_Const" not in node:
            if table is None:
                table = scope_of(op, catalog)
            found += of_tree(one, node, table, catalog)
        if one.role == "default" and one.column is not None and misfits(node, one.column, catalog):
            found.append("a value of another type")
    return tuple(found)


def missing_functions(op: Any, catalog: Catalog) -> tuple[Name, ...]:
    """The functions that expressions of the operation call and that are not there."""
    nodes = [found for one in held(op, catalog) for found in expressions.walk(node_of(one.expression) or {})]
    return tuple(name for name, _ in calls(nodes) if function_missing(name, catalog))


def calls(nodes: Iterable[tuple[str, Any]]) -> Iterator[tuple[Name, Any]]:
    """The function calls among nodes: the name as it is written, and the node."""
    for kind, fields in nodes:
        if kind == "FuncCall":
            names = expressions.names_of(fields["funcname"])
            yield Name(names[-2] if len(names) > 1 else "", names[-1]), fields


def scope_of(op: Any, catalog: Catalog) -> Table | None:
    """The table whose columns the expressions may read, where all of it is known."""
    definition = getattr(op, "definition", None)
    if isinstance(definition, Table):
        unknown = definition.partial or any(catalog.table(n) is None for n in definition.inherits)
        return None if unknown or op.likes or op.of_type is not None or definition.partition_of else definition
    return known_table(op, catalog)


def of_tree(one: Held, node: Any, table: Table | None, catalog: Catalog) -> Iterator[str]:
    """What is wrong in one expression."""
    nodes = list(expressions.walk(node))
    kinds = {kind for kind, _ in nodes}
    if "SubLink" in kinds:
        yield "a subquery"
    for name, fields in calls(nodes) if "FuncCall" in kinds else ():
        if name.name in AGGREGATES and "over" not in fields and not made_here(name, catalog):
            yield "an aggregate"
        if "over" in fields or (name.name in OF_SETS and not made_here(name, catalog)):
            yield "a function of several rows"
        if function_missing(name, catalog):
            yield "a missing function"
    if one.role == "default":
        if "ColumnRef" in kinds:
            yield "a column in a default"
        else:
            yield from of_types(one, node, Table(name=NO_NAME), catalog)
        return
    if table is not None:
        yield from of_columns(one, node, table, catalog, compares=not kinds.isdisjoint(COMPARISONS))
    if one.role in {"generated", "index", "where"} and not kinds.isdisjoint(VARYING) and varies(node, table, catalog):
        yield "what may vary"


def of_columns(one: Held, node: Any, table: Table, catalog: Catalog, *, compares: bool) -> Iterator[str]:
    """What is wrong with the columns that an expression reads; `compares`: it may compare them with numbers."""
    columns, own = one.expression.columns, {one.column.name} if one.column is not None else set()
    if columns - {c.name for c in table.columns} - own - SYSTEM_COLUMNS - {table.name.name}:
        yield "a missing column"
    if one.role == "generated" and columns & ({c.name for c in table.columns if c.generated} | own):
        yield "a generated column"
    read = (c for c in table.columns if c.name in columns) if compares else ()
    unlike = (c for c in read if takes_no_numbers(c.type, catalog))
    if any(compares_number(node, c.name) for c in unlike):
        yield "a comparison that there is not"
    yield from of_types(one, node, table, catalog)


def of_types(one: Held, node: Any, table: Table, catalog: Catalog) -> Iterator[str]:
    """What is wrong with an expression by the types in it."""
    from dbarch_lint.engines.postgres.operators import NO_TRUTH, NO_VALUE, UNKNOWN, Typer, assignable, plain, settled

    if not settled(catalog):
        return

    def column(parts: list[Any]) -> str | None:
        names = expressions.names_of(parts)
        found = table.column(names[-1]) if len(names) == len(parts) else None
        return plain(found.type, catalog) if found is not None else None

    typer = Typer(catalog, column, lambda name: made_here(Name("", name), catalog))
    given = typer.read(node)
    if one.role in {"check", "where"} and given not in {None, UNKNOWN, "bool"}:
        yield NO_TRUTH
    if one.column is not None and not assignable(given, plain(one.column.type, catalog)):
        yield NO_VALUE
    yield from typer.found


VARYING = frozenset({"SQLValueFunction", "FuncCall", "TypeCast"})


def varies(node: Any, table: Table | None, catalog: Catalog) -> bool:
    """Whether the value certainly depends on more than its arguments."""
    for kind, fields in expressions.walk(node):
        if kind == "SQLValueFunction" or (kind == "FuncCall" and call_varies(fields, table, catalog)):
            return True
        if kind == "TypeCast" and of_zone(fields.get("arg") or {}, table):
            target = expressions.names_of(fields["typeName"].get("names", []))[-1:]
            if TIMES.intersection(target):
                return True
    return False


def call_varies(fields: Any, table: Table | None, catalog: Catalog) -> bool:
    """The same of the call of a function."""
    names, arguments = expressions.names_of(fields["funcname"]), fields.get("args", ())
    own = catalog.functions.get(Name(names[-2] if len(names) > 1 else "public", names[-1]), ())
    if own:
        # a function in SQL may be replaced by its body, and then that counts
        return all(f.volatility != "immutable" and f.kind == "function" and f.language.lower() != "sql" for f in own)
    if names[-1] in OF_TIMESTAMPTZ and len(arguments) < 3:
        return any(of_zone(a, table) for a in arguments)
    if names[-1] in OF_SETTING:
        return len(arguments) == 1
    known = expressions.known_functions()
    return names[-1] not in known.mixed and known.builtin.get(names[-1], "immutable") != "immutable"


def of_zone(node: Any, table: Table | None) -> bool:
    """Whether a node is a bare column of type timestamptz: what becomes of it depends on the session's time zone."""
    names = expressions.column_of(node)
    found = table.column(names[-1]) if table is not None and names else None
    return found is not None and found.type.name == "timestamptz" and found.type.builtin and not found.type.array


# What a constant is by its looks, and the groups of types that take it as a default.
TAKEN = {
    "ival": frozenset({"number", "text", ""}),
    "fval": frozenset({"number", "text", ""}),
    "boolval": frozenset({"boolean", "text", ""}),
}


def misfits(node: Any, column: Column, catalog: Catalog) -> bool:
    """Whether a default is a constant that the column's type does not take."""
    constant = node.get("A_Const")
    if column.type.serial:
        return False
    group = group_of(column.type, catalog)
    if constant is None:
        given = result_of(node, catalog)
        return bool(given) and group not in {given, "text", ""}
    return any(group not in groups for kind, groups in TAKEN.items() if kind in constant)


RESULTS = {
    **dict.fromkeys(("now", "clock_timestamp", "statement_timestamp", "transaction_timestamp"), "time"),
    **dict.fromkeys(("gen_random_uuid", "uuid_generate_v4", "uuidv4", "uuidv7"), "uuid"),
    **dict.fromkeys(("random", "nextval"), "number"),
}
CLOCKS = ("CURRENT_DATE", "CURRENT_TIME", "LOCALTIME")  # the beginnings of the server's names for them


def result_of(node: Any, catalog: Catalog) -> str:
    """The group of types of what a bare call gives; empty for most, of which nobody knows."""
    call = node.get("FuncCall", {})
    names = expressions.names_of(call.get("funcname", []))
    result = RESULTS.get(names[-1], "") if names else ""
    if result:
        return "" if made_here(Name("", names[-1]), catalog) else result
    value = str(node.get("SQLValueFunction", {}).get("op", "")).removeprefix("SVFOP_")
    return "time" if value.startswith(CLOCKS) else ""


FACTS: dict[str, Fact] = {"its expressions hold": faults, "the missing functions": missing_functions}

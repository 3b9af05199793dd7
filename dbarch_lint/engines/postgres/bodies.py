"""What the functions do that a statement has run: those of triggers and event triggers, and those that it calls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Effect, Work
from dbarch_lint.engines.postgres import expressions, firing, running
from dbarch_lint.engines.postgres.bind import bind
from dbarch_lint.engines.postgres.command_tags import tag_of
from dbarch_lint.engines.postgres.evaluated import evaluated
from dbarch_lint.engines.postgres.lower.bounds import conditions
from dbarch_lint.engines.postgres.versions import NAMED_NOT_NULL
from dbarch_lint.maps import insert
from dbarch_lint.named import DISABLED
from dbarch_lint.names import Name
from dbarch_lint.objects import Function, replace
from dbarch_lint.operations import Operation
from dbarch_lint.session import Session
from dbarch_lint.source import Statement

Node = dict[str, Any]
MOST = 64  # functions that one statement has run; the rest of a longer chain nobody follows
DEEPEST = 2  # triggers within triggers: bodies ask whether there is another one around, not how many
CALL = re.compile(r'([^\W\d][\w$]*)"?\s*\(')


class Call(NamedTuple):
    """A function that runs, what it is told, and how many triggers run with it."""

    function: Function
    told: tuple[tuple[str, str], ...]
    depth: int


def runs(
    op: Operation, found: Sequence[Effect], catalog: Catalog, session: Session, version: int
) -> Iterator[Operation]:
    """The bound operations of all functions that an operation has run; `found` are its own effects."""
    seen: set[tuple[object, ...]] = set()
    waiting = [(op, session, 0)]
    while waiting and len(seen) < MOST:
        caller, session, depth = waiting.pop()
        rewrites = caller is op and any(e.work is Work.REWRITE for e in found)
        for call in calls(caller, catalog, session, version, depth, rewrites=rewrites):
            origin = call.function.origin
            if origin is None or (origin.statement, call.told) in seen:
                continue
            seen.add((origin.statement, call.told))
            inside = with_settings(session, call.function)
            for raw in running.operations(origin.statement, call.told):
                if isinstance(raw, ops.SetVariable) and raw.values is not None:
                    inside = replace(inside, local=insert(inside.local, raw.name.lower(), raw.values))
                bound = bind(raw, catalog, inside, version)
                for inner in bound if isinstance(bound, tuple) else (bound,):
                    waiting.append((inner, inside, call.depth))
                    yield from looked_up(inner, catalog)


def with_settings(session: Session, function: Function) -> Session:
    """The session with what a function sets for itself."""
    local = session.local
    for setting in function.settings:
        name, _, values = setting.partition("=")
        if values:
            local = insert(local, name.lower(), tuple([value.strip().strip('"') for value in values.split(",")]))
    return session if local is session.local else replace(session, local=local)


def calls(
    caller: Operation, catalog: Catalog, session: Session, version: int, depth: int, *, rewrites: bool
) -> Iterator[Call]:
    """The functions that an operation has run."""
    for fired in firing.fired(caller, catalog, session, depth):
        for function in catalog.functions.get(fired.trigger.function, ())[:1]:
            yield called(function, fired.told, depth + 1)
    if catalog.watched and not caller.implied:
        tag = tag_of(caller.statement.kind, caller.statement.node or {})
        for event in events(caller, catalog, version, rewrites=rewrites) if tag else ():
            for function in watching(event, tag, catalog, session):
                yield called(function, (("tg_event", event), ("tg_tag", tag)), depth)
    for parts, arguments in function_calls(caller, catalog):
        found = resolved(parts, arguments, catalog, session.search_path)
        if found is not None:
            yield called(found, (), depth)


def called(function: Function, told: Iterable[tuple[str, str]], depth: int) -> Call:
    """The call of a function."""
    return Call(function, (*told, (firing.DEPTH, str(min(depth, DEEPEST)))), depth)


# --- event triggers


def events(op: Any, catalog: Catalog, version: int, *, rewrites: bool) -> Iterator[str]:
    """The events of an operation."""
    yield "ddl_command_start"
    if drops(op, catalog, version):
        yield "sql_drop"
    if rewrites and op.statement.kind == "AlterTableStmt" and getattr(op, "option", "") not in COPIES:
        yield "table_rewrite"
    yield "ddl_command_end"


COPIES = frozenset({"tablespace"})  # a file that is copied as it is


def drops(op: Any, catalog: Catalog, version: int) -> bool:
    """Whether an operation drops anything; IF EXISTS may find nothing."""
    table = catalog.table(op.target) if op.target is not None else None
    if isinstance(op, ops.DropDefault | ops.DropNotNull):
        column = table.column(op.column) if table is not None else None
        if isinstance(op, ops.DropDefault) or column is None:
            return column is not None and column.default is not None
        return version >= NAMED_NOT_NULL and not column.nullable  # before, it was no object
    if isinstance(op, ops.DropColumn | ops.DropConstraint) and op.missing_ok and table is not None:
        parts = {c.name for c in table.columns} if isinstance(op, ops.DropColumn) else table.constraint_names
        return (op.column if isinstance(op, ops.DropColumn) else op.name) in parts
    relation = op.index if isinstance(op, ops.DropIndex) else op.target
    perhaps = getattr(op, "if_exists", False)
    dropping = type(op).__name__.startswith("Drop") and not isinstance(
        op, ops.DropIdentity
    )  # whose sequence is its own
    return dropping and (not perhaps or relation is None or relation in catalog.relations)


def watching(event: str, tag: str, catalog: Catalog, session: Session) -> Iterator[Function]:
    """The functions of the event triggers for an event."""
    if (session.setting(firing.REPLICATION) or ("",))[0].lower() == "replica":
        return
    for (kind, _), named in catalog.others.items():
        if kind == "event_trigger" and DISABLED not in named.options and named.origin is not None:
            node = named.origin.statement.node or {}
            if node.get("eventname") == event and tag in tags_of(node, tag):
                found = resolved(expressions.names_of(node["funcname"]), 0, catalog, (*session.search_path, "public"))
                yield from (found,) if found is not None else ()


def tags_of(node: Node, every: str) -> frozenset[str]:
    """The tags that WHEN TAG IN lists."""
    listed = [o["DefElem"] for o in node.get("whenclause", ()) if o["DefElem"]["defname"].lower() == "tag"]
    items = [expressions.names_of(o["arg"]["List"]["items"]) for o in listed]
    return frozenset([tag.upper() for tags in items for tag in tags]) if listed else frozenset((every,))


# --- calls


class Names:
    """The names of the functions of one catalog: many statements ask the same one."""

    def __init__(self) -> None:
        self.functions: object = None
        self.found: frozenset[str] = frozenset()

    def of(self, catalog: Catalog) -> frozenset[str]:
        if self.functions is not catalog.functions:
            self.functions = catalog.functions
            self.found = frozenset([name.name.lower() for name in catalog.functions])
        return self.found


NAMES = Names()


def function_calls(op: Any, catalog: Catalog) -> Iterator[tuple[tuple[str, ...], int]]:
    """The calls of functions that may be somebody's own: the parts of their names, and how many arguments they have."""
    known = NAMES.of(catalog)
    if isinstance(op, ops.CallProcedure):
        call = (op.statement.node or {}).get("funccall", {})
        yield tuple(filter(None, (op.name.schema, op.name.name))), len(call.get("args", ()))
    statement = run_by(op, catalog)
    says_call = statement is not None and not known.isdisjoint(CALL.findall(statement.text.lower()))
    trees = [statement.node or {}] if statement is not None and says_call else []
    trees += [tree for tree, functions in evaluated(op, catalog) if not known.isdisjoint(map(last_part, functions))]
    for tree in trees:
        for kind, fields in expressions.walk(tree):
            if kind == "FuncCall":
                yield expressions.names_of(fields["funcname"]), len(fields.get("args", ()))


def last_part(function: str) -> str:
    """The name of a function without its schema."""
    return function.rpartition(".")[2].lower()


def run_by(op: Any, catalog: Catalog) -> Statement | None:
    """The statement whose expressions are evaluated: its own, or that of the view that is filled."""
    if type(op) not in RUNNING or not getattr(op, "filled", True):
        return None
    if not isinstance(op, ops.RefreshView):
        return op.statement  # type: ignore[no-any-return]
    view = catalog.view(op.table)
    return view.origin.statement if view is not None and view.origin is not None else None


# What runs the expressions that stand in it
RUNNING = frozenset(
    {
        ops.CallProcedure,
        ops.Copy,
        ops.CreateTable,
        ops.CreateView,
        ops.Delete,
        ops.Insert,
        ops.Merge,
        ops.RefreshView,
        ops.Select,
        ops.Update,
    }
)


def resolved(parts: tuple[str, ...], arguments: int, catalog: Catalog, path: Iterable[str]) -> Function | None:
    """The function of a call, where only one can be meant."""
    for schema in parts[-2:-1] or path:
        overloads = catalog.functions.get(Name(schema, parts[-1]), ())
        fits = [f for f in overloads if len(f.arguments) - f.optional <= arguments <= len(f.arguments)]
        if fits:
            return fits[0] if len(fits) == 1 and fits[0].kind != "aggregate" else None
    return None


# --- work


def looked_up(op: Operation, catalog: Catalog) -> Iterator[Operation]:
    """An operation; where its query looks rows up by an index, that is told apart from what reads all of a table."""
    if not isinstance(op, ops.Select | ops.Insert) or not op.reads:
        yield op
        return
    equated = equated_columns(op.statement.node or {})
    by_index = [name for name in op.reads if has_index(name, equated, catalog)]
    yield replace(op, reads=tuple([name for name in op.reads if name not in by_index])) if by_index else op
    if by_index:
        yield ops.Explain(statement=op.statement, reads=tuple(by_index), does="query")


def has_index(name: Name, columns: Iterable[str], catalog: Catalog) -> bool:
    """Whether a table has an index that finds rows by one of the columns."""
    table = catalog.table(name)
    return table is not None and any(table.covering_index((column,)) is not None for column in columns)


def equated_columns(tree: Node) -> set[str]:
    """The columns that conditions in a tree equate with something."""
    found: set[str] = set()
    for _, fields in [("", tree), *expressions.walk(tree)]:
        for condition in conditions(fields["whereClause"]) if "whereClause" in fields else ():
            test = condition.get("A_Expr", {})
            if expressions.names_of(test.get("name", []))[-1:] == ("=",):
                for side in (test.get("lexpr", {}), test.get("rexpr", {})):
                    column = side.get("ColumnRef", {}) if isinstance(side, dict) else {}
                    found.update(expressions.names_of(column.get("fields", []))[-1:])
    return found

"""What the functions do that a statement has run: those of triggers and event triggers, and those that it calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Effect, Work
from dbarch_lint.engines.postgres import event_triggers, expressions, firing, running
from dbarch_lint.engines.postgres.bind import bind
from dbarch_lint.engines.postgres.called import RUNNING, function_calls, resolved
from dbarch_lint.engines.postgres.command_tags import tag_of
from dbarch_lint.engines.postgres.evaluated import FINDERS
from dbarch_lint.engines.postgres.lower.bounds import conditions
from dbarch_lint.maps import insert
from dbarch_lint.names import Name
from dbarch_lint.objects import Function, replace
from dbarch_lint.operations import Operation
from dbarch_lint.session import Session

Node = dict[str, Any]
MOST = 64  # functions that one statement has run; the rest of a longer chain nobody follows
CALLING = frozenset({*firing.CHANGES, *RUNNING, *FINDERS})  # operations that may run functions
ASKING = (b"tg_", b"pg_trigger_depth")
DEEPEST = 2  # triggers within triggers: bodies ask whether there is another one around, not how many


class Call(NamedTuple):
    """A function that runs, what it is told, and how many triggers run with it."""

    function: Function
    told: tuple[tuple[str, str], ...]
    depth: int


def runs(
    op: Operation, found: Sequence[Effect], catalog: Catalog, session: Session, version: int
) -> Iterator[Operation]:
    """The bound operations of all functions that an operation has run; `found` are its own effects."""
    if type(op) not in CALLING and not catalog.watched:  # most operations run no function, whatever is in the catalog
        return
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
        tag = tag_of(caller.statement.kind, caller.statement.node or {}, version)
        for event in event_triggers.events(caller, catalog, version, rewrites=rewrites) if tag else ():
            for function in event_triggers.watching(event, tag, catalog, session):
                yield called(function, (("tg_event", event), ("tg_tag", tag)), depth)
    for parts, arguments in function_calls(caller, catalog):
        found = resolved(parts, arguments, catalog, session.search_path)
        if found is not None:
            yield called(found, (), depth)


def called(function: Function, told: Iterable[tuple[str, str]], depth: int) -> Call:
    """The call of a function; a body that asks for nothing is the same in all circumstances."""
    made_by = function.origin.statement if function.origin is not None else None
    if made_by is None or not any(map(made_by.says, ASKING)):
        return Call(function, (), depth)
    return Call(function, (*told, (firing.DEPTH, str(min(depth, DEEPEST)))), depth)


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

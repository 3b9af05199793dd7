"""Words for refusals of triggers, and of changes to columns that a trigger, a rule or a publication names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.refusal_columns import lacks
from dbarch_lint.engines.postgres.refusal_names import absent, function_missing, missing_is_fine
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.names import Name
from dbarch_lint.objects import IndexEntry, Sequence, Table, Trigger, View

EVENTS_OF = {"NEW": frozenset({"INSERT", "UPDATE"}), "OLD": frozenset({"DELETE", "UPDATE"})}


def trigger_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with a new trigger."""
    owner = catalog.relations.get(op.target)
    table = owner if isinstance(owner, Table) else None
    found = [*misplaced(op.trigger, owner), *of_transitions(op.trigger, table), *of_condition(op.trigger)]
    named = (*op.trigger.columns, *(name for _, name in condition_columns(op.trigger)))
    if lacks(table, catalog, named):
        found.append("a missing column")
    if function_missing(op.trigger.function, catalog):
        found.append("a missing function")
    functions = catalog.functions.get(op.trigger.function, ())
    if functions and all(f.arguments or f.returns != "trigger" for f in functions):
        found.append("a function that is for none")
    return tuple(found)


def misplaced(trigger: Trigger, owner: object) -> Iterator[str]:
    """What a trigger of this kind has no place on."""
    view = isinstance(owner, View)
    if isinstance(owner, Sequence | IndexEntry) or (isinstance(owner, View) and owner.materialized):
        yield "a place that has none"
    if trigger.timing == "INSTEAD OF":
        if isinstance(owner, Table):
            yield "INSTEAD OF on a table"
        if not trigger.row or trigger.columns or trigger.when is not None:
            yield "more than INSTEAD OF takes"
    elif view and (trigger.row or "TRUNCATE" in trigger.events):
        yield "rows of a view"
    if trigger.row and "TRUNCATE" in trigger.events:
        yield "TRUNCATE for each row"


def of_transitions(trigger: Trigger, table: Table | None) -> Iterator[str]:
    """What does not go with the tables of old and new rows."""
    if not trigger.transitions:
        return
    if trigger.timing != "AFTER" or "TRUNCATE" in trigger.events:
        yield "transition tables too early"
    if len(trigger.events) > 1 or trigger.columns:
        yield "transition tables of several events"
    if any(EVENTS_OF[which].isdisjoint(trigger.events) for which, _ in trigger.transitions):
        yield "transition tables of another event"
    if trigger.row and table is not None and (table.partition_by or table.partition_of or table.inherits):
        yield "transition tables of a partition"


def condition_columns(trigger: Trigger) -> Iterator[tuple[str, str]]:
    """The columns that WHEN reads, each behind new or old; `*` is left out."""
    for kind, fields in expressions.walk(node_of(trigger.when) or {}):
        if kind == "ColumnRef":
            names = expressions.names_of(fields["fields"])
            if len(names) == 2 == len(fields["fields"]) and names[0] in {"new", "old"}:
                yield names[0], names[1]


def of_condition(trigger: Trigger) -> Iterator[str]:
    """What WHEN may not ask."""
    kinds = {kind for kind, _ in expressions.walk(node_of(trigger.when) or {})}
    if "SubLink" in kinds:
        yield "WHEN with a subquery"
    rows = {row for row, _ in condition_columns(trigger)}
    if rows and not trigger.row:
        yield "WHEN about rows of a statement"
    if ("old" in rows and "INSERT" in trigger.events) or ("new" in rows and "DELETE" in trigger.events):
        yield "WHEN about a row that is not there"


def in_trigger(op: Any, catalog: Catalog) -> bool:
    """Whether a trigger names the column, in UPDATE OF or in WHEN."""
    table = catalog.table(op.target)
    triggers = table.triggers if table is not None else ()
    return any(op.column in t.columns or (t.when is not None and op.column in t.when.columns) for t in triggers)


def in_rule(op: Any, catalog: Catalog) -> bool:
    """Whether a rule names the column."""
    return named_by("rule", op, catalog)


def in_publication(op: Any, catalog: Catalog) -> bool:
    """Whether the column list or the row filter of a publication names the column."""
    return named_by("publication", op, catalog)


def named_by(kind: str, op: Any, catalog: Catalog) -> bool:
    """Whether an object of this kind names the column."""
    wanted = (op.target, op.column)
    return any(o.kind == kind and wanted in o.columns for o in catalog.others.values() if o.columns)


def publishes_no_table(op: Any, catalog: Catalog) -> bool:
    """Whether a view or something else that is no table is to be published."""
    return any(isinstance(catalog.relations.get(n), View | Sequence | IndexEntry) for n in op.tables)


def published_missing(op: Any, catalog: Catalog) -> bool:
    """Whether a table that it names is not there."""
    return bool(missing_tables(op, catalog))


def missing_tables(op: Any, catalog: Catalog) -> tuple[Name, ...]:
    """The tables that it names and that are not there."""
    return tuple(name for name in op.tables if absent(name, catalog))


def trigger_clashes(op: Any, catalog: Catalog) -> bool:
    """Whether a table to attach has a trigger of the name of one that it would get from its parent."""
    parent = catalog.table(op.target)
    named = {t.name for t in parent.triggers if t.row} if parent is not None else set()
    below = [catalog.table(op.partition), *(catalog.descendants(op.partition) if named else ())]
    return any(t is not None and any(x.name in named for x in t.triggers) for t in below)


def object_missing(op: Any, catalog: Catalog) -> bool:
    """Whether there is no such object: nothing but migrations makes it."""
    return catalog.complete and (op.kind, op.name) not in catalog.others and not missing_is_fine(op)


def object_there(op: Any, catalog: Catalog) -> bool:
    """Whether there is such an object."""
    return (op.kind, op.name) in catalog.others


def names_columns(op: Any, _: Catalog) -> bool:
    """Whether it names columns."""
    return bool(op.columns)

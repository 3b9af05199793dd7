"""What queries, views, types and changes of rows touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Find
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.parts.around import (
    NONE,
    above,
    below,
    indexes,
    keys_to,
    partitions,
    sequences,
    stored_indexes,
    with_partitions,
)
from dbarch_lint.engines.postgres.parts.columns import indexes_of_column
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, ForeignKey, Table, View
from dbarch_lint.operations import Merge


def _through(names: Iterable[Name], catalog: Catalog, *, pruned: bool = True) -> Iterator[Name]:
    """What a query touches that reads these: what the views among them read, and the children of tables."""
    seen: set[Name] = set()
    waiting = sorted(names, reverse=True)
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        yield name
        view = catalog.view(name)
        if view is None:
            below_it = catalog.descendants(name)
            waiting.extend(t.name for t in below_it)
            if below_it and pruned:  # which of its own partitions can be left out depends on its own bounds, too
                yield from above(name, catalog)
        elif not view.materialized:
            waiting.extend(sorted(view.uses, reverse=True))


def _view_reads(op: Any, _: Catalog) -> Iterable[Name]:
    return sorted(op.definition.uses)


def _refreshed_from(op: Any, catalog: Catalog) -> Iterable[Name]:
    view = catalog.view(op.target)
    return _through(view.uses, catalog) if view is not None else NONE


def _view_sources(op: Any, catalog: Catalog) -> Iterable[Name]:
    """What LOCK TABLE of a view locks too."""
    view = catalog.view(op.target)
    return _through(view.uses, catalog, pruned=False) if view is not None and not view.materialized else NONE


def _policy_reads(op: Any, _: Catalog) -> Iterator[Name]:
    """The tables that the subqueries of a policy read."""
    for expression in (op.policy.using, op.policy.check):
        node = node_of(expression)
        if node is not None:
            yield from (Name(schema or op.table.schema, name) for schema, name in expressions.relations(node))


def _sequence_users(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The tables with a default that draws from the sequence: they go without it after CASCADE."""
    return sorted(catalog.drawing.get(op.target, NO_NAMES)) if op.cascade else NONE


def _written_referenced(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables whose rows a foreign key looks up when rows of the target are written."""
    table = catalog.table(op.target) if writes_keys(op) else None
    columns = frozenset(getattr(op, "columns", ()))
    for key in table.foreign_keys if table is not None else ():
        if not columns or columns & frozenset(key.columns):
            yield key.target


def writes_keys(op: Any) -> bool:
    """Whether rows are made or changed: a MERGE may only delete."""
    clauses = (op.statement.node or {}).get("mergeWhenClauses", ()) if isinstance(op, Merge) else ()
    commands = {c.get("MergeWhenClause", {}).get("commandType") for c in clauses}
    return not commands or not commands <= {"CMD_DELETE", "CMD_NOTHING"}


def _rows_that_point(op: Any, catalog: Catalog) -> Iterator[tuple[Table, ForeignKey, str]]:
    """The foreign keys whose rows the server looks up when rows of the target are deleted or get another key."""
    if op.table not in catalog.referencing:
        return
    changed = frozenset(getattr(op, "columns", ()))
    for table, key in keys_to(op.target, catalog):
        if not changed:
            yield table, key, key.on_delete
        elif changed & frozenset(key.target_columns):
            yield table, key, key.on_update


def _looking_up(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The referencing tables where rows are only looked for."""
    return (t.name for t, _, action in _rows_that_point(op, catalog) if action in {"NO ACTION", "RESTRICT"})


def _carrying_on(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The referencing tables where rows are deleted or changed too."""
    return (t.name for t, _, action in _rows_that_point(op, catalog) if action not in {"NO ACTION", "RESTRICT"})


def _searched(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The referencing tables that have no index to find those rows by."""
    return (t.name for t, key, _ in _rows_that_point(op, catalog) if t.covering_index(key.columns) is None)


def _typed_tables(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables made OF a composite type: CASCADE changes them with it."""
    if op.cascade:
        for name, relation in catalog.relations.items():
            if isinstance(relation, Table) and relation.of_type == op.name:
                yield name


def _about(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The tables that extended statistics are about."""
    found = catalog.others.get((op.kind, op.name))
    return op.tables or (found.tables if found is not None else NONE)


def _truncated(op: Any, catalog: Catalog) -> Iterator[Name]:
    """What TRUNCATE CASCADE empties too: every table that references an emptied one."""
    if op.cascade:
        seen = {op.target}
        waiting = [op.target, *below(op, catalog)]
        while waiting:
            for name in sorted(catalog.referencing.get(waiting.pop(), NO_NAMES) - seen):
                seen.add(name)
                waiting.append(name)
                yield from with_partitions(name, catalog)


def _truncated_indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    yield from indexes(op, catalog)
    for name in _truncated(op, catalog):
        yield from stored_indexes(catalog.table(name))


def _truncated_sequences(op: Any, catalog: Catalog) -> Iterable[Name]:
    return sequences(op, catalog) if op.restart_identity else NONE


def _of_type(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The tables with a column of the type or domain."""
    return sorted(catalog.typed.get(op.name, NO_NAMES))


def _stored_of_type(op: Any, catalog: Catalog) -> Iterator[Name]:
    """Those of them that hold rows."""
    for name in _of_type(op, catalog):
        table = catalog.table(name)
        if table is not None and table.partition_by is None:
            yield name


def _indexes_of_type(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The indexes that go when DROP TYPE CASCADE takes the columns of the type."""
    for name in _cascading_of_type(op, catalog):
        table = catalog.table(name)
        for column in table.columns if table is not None else ():
            if table is not None and (column.type.schema, column.type.name) == (op.name.schema, op.name.name):
                yield from indexes_of_column(table, column.name)


def _published_children(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The inheritance children of published tables; of a partitioned table only itself is published."""
    for name in op.tables:
        table = catalog.table(name)
        if table is not None and table.partition_by is None:
            yield from (t.name for t in catalog.descendants(name))


def _triggered_partitions(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The partitions that have the triggers of their parent: those for each row."""
    table = catalog.table(op.target)
    if table is not None and any(t.row and op.name in {t.name, ""} for t in table.triggers):
        yield from partitions(op, catalog)


def _owned_by(op: Any, _: Catalog) -> Iterable[Name]:
    owner = op.definition.owner
    return (owner,) if owner is not None else NONE


def _cascading_of_type(op: Any, catalog: Catalog) -> Iterable[Name]:
    return _of_type(op, catalog) if op.cascade else NONE


def _trigger_tables(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The relations whose triggers DROP FUNCTION CASCADE takes with it."""
    if op.cascade:
        for name, relation in catalog.relations.items():
            if isinstance(relation, Table | View) and any(t.function == op.name for t in relation.triggers):
                yield name


def _tables(op: Any, _: Catalog) -> Iterable[Name]:
    return op.tables  # type: ignore[no-any-return]


def _names(op: Any, _: Catalog) -> Iterable[Name]:
    return op.names  # type: ignore[no-any-return]


def _owner(op: Any, _: Catalog) -> Iterable[Name]:
    return (op.owner,) if op.owner is not None and op.owner_column else NONE


PARTS: dict[str, tuple[str, Find]] = {
    "reads": ("source", lambda op, _: op.reads),
    "locked_through": ("source", lambda op, catalog: _through(op.reads, catalog, pruned=False)),
    "reads_through": ("source", lambda op, catalog: _through(op.reads, catalog)),
    "view_reads_through": ("source", lambda op, catalog: _through(op.definition.uses, catalog)),
    "view_sources": ("source", _view_sources),
    "policy_reads": ("source", _policy_reads),
    "sequence_users": ("dependent", _sequence_users),
    "view_reads": ("source", _view_reads),
    "refreshed_from": ("source", _refreshed_from),
    "written_referenced": ("referenced", _written_referenced),
    "looking_up": ("referencing", _looking_up),
    "carrying_on": ("referencing", _carrying_on),
    "searched": ("referencing", _searched),
    "typed_tables": ("dependent", _typed_tables),
    "about": ("target", _about),
    "constrained": ("source", lambda op, _: NONE if op.constrained is None else (op.constrained,)),
    "truncated": ("referencing", _truncated),
    "truncated_indexes": ("index", _truncated_indexes),
    "truncated_sequences": ("sequence", _truncated_sequences),
    "of_type": ("dependent", _of_type),
    "stored_of_type": ("dependent", _stored_of_type),
    "indexes_of_type": ("index", _indexes_of_type),
    "published_children": ("child", _published_children),
    "triggered_partitions": ("child", _triggered_partitions),
    "owned_by": ("referenced", _owned_by),
    "cascading_of_type": ("dependent", _cascading_of_type),
    "trigger_tables": ("dependent", _trigger_tables),
    "tables": ("target", _tables),
    "names": ("target", _names),
    "owner": ("referenced", _owner),
}

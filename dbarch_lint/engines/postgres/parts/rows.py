"""What queries, views, types and changes of rows touch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Find, is_composite
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.bounds import arms
from dbarch_lint.engines.postgres.parts.around import (
    NONE,
    above,
    all_readers,
    ancestors,
    below,
    indexes,
    keys_to,
    partitions,
    says_only,
    sequences,
    stored_indexes,
    with_partitions,
)
from dbarch_lint.engines.postgres.parts.columns import indexes_of_column, readers_of_column, sequences_in
from dbarch_lint.engines.postgres.pruning import kept, written_arms, written_values
from dbarch_lint.engines.postgres.reading import through
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.engines.postgres.writing import (
    about_target,
    takes_over,
    written_base,
    written_below_base,
    written_through,
)
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Column, Domain, ForeignKey, Sequence, Table
from dbarch_lint.operations import Copy, Delete, Insert, Merge

CALLS = (b"nextval", b"currval", b"setval")
ASKS = re.compile(r"\b(?:next|curr|set)val\b", re.IGNORECASE)


def _view_reads(op: Any, _: Catalog) -> Iterable[Name]:
    return sorted(op.definition.uses)


def _refreshed_from(op: Any, catalog: Catalog) -> Iterable[Name]:
    view = catalog.view(op.target)
    made_by = view.origin.statement if view is not None and view.origin is not None and not view.renames else None
    return through(view.uses, catalog, query=made_by) if view is not None else NONE


def _view_sources(op: Any, catalog: Catalog) -> Iterable[Name]:
    """What LOCK TABLE of a view locks too."""
    view = catalog.view(op.target)
    return through(view.uses, catalog, pruned=False) if view is not None and not view.materialized else NONE


def _policy_reads(op: Any, _: Catalog) -> Iterator[Name]:
    """The tables that the subqueries of a policy read."""
    policy = getattr(op, "policy", op)  # ALTER POLICY has both itself
    for expression in (policy.using, policy.check):
        node = node_of(expression)
        if node is not None:
            yield from (Name(schema or op.table.schema, name) for schema, name in expressions.relations(node))


def _sequence_users(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The tables with a default that draws from the sequence: they go without it after CASCADE."""
    return sorted(catalog.drawing.get(op.target, NO_NAMES)) if op.cascade else NONE


def _sequence_readers(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The views that look at the sequence itself: CASCADE takes them along."""
    if op.cascade:
        yield from all_readers(op.target, catalog, set())


def _written_referenced(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables whose rows a foreign key looks up when rows of the target are written."""
    table, titles = written_through(op, catalog) if writes_keys(op) else (None, {})
    anew = isinstance(op, Copy) or getattr(op, "inserts", False) or not getattr(op, "columns", ())
    changed = changed_columns(op)
    for key in table.foreign_keys if table is not None else ():
        if anew or not changed.isdisjoint([titles.get(column, column) for column in key.columns]):
            yield key.target


def changed_columns(op: Any) -> frozenset[str]:
    """The columns that get other values: not those that are set to what they are."""
    return frozenset(getattr(op, "columns", ())).difference(getattr(op, "kept", ()))


def writes_keys(op: Any) -> bool:
    """Whether rows are made or changed: a MERGE may only delete."""
    return not isinstance(op, Merge) or op.inserts or bool(op.columns)


def rows_that_point(op: Any, catalog: Catalog) -> Iterator[tuple[Table, ForeignKey, str]]:
    """The foreign keys whose rows the server looks up when rows of the target are deleted or get another key."""
    if op.table not in catalog.referencing and catalog.view(op.table) is None:
        return
    written, titles = written_through(op, catalog)
    changed = changed_columns(op)
    for table, key in keys_to(written.name, catalog) if written is not None else ():
        if isinstance(op, Delete) or getattr(op, "deletes", False):
            yield table, key, key.on_delete
        if not changed.isdisjoint([titles.get(column, column) for column in key.target_columns]):
            yield table, key, key.on_update


def _looking_up(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The referencing tables where rows are only looked for."""
    return (t.name for t, _, action in rows_that_point(op, catalog) if action in {"NO ACTION", "RESTRICT"})


def _carrying_on(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The referencing tables where rows are deleted or changed too."""
    return (t.name for t, _, action in rows_that_point(op, catalog) if action not in {"NO ACTION", "RESTRICT"})


def _carrying_ancestors(op: Any, catalog: Catalog) -> Iterator[Name]:
    """What such a table is a partition of, where it is partitioned itself."""
    yield from (a for name in _carrying_on(op, catalog) if name in catalog.children for a in above(name, catalog))


def _every_carrying_ancestor(op: Any, catalog: Catalog) -> Iterator[Name]:
    """What such tables are partitions of."""
    yield from (a for name in _carrying_on(op, catalog) for a in above(name, catalog))


def _searched(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The referencing tables that have no index to find those rows by."""
    return (t.name for t, key, _ in rows_that_point(op, catalog) if t.covering_index(key.columns) is None)


def touched(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The partitions and children where rows are changed: without those that the condition leaves out."""
    where = node_of(getattr(op, "where", None))
    table = catalog.table(op.target)
    if where is None or table is None or table.partition_by is None or says_only(op):
        return below(op, catalog)
    own = about_target(where, op) if op.reads else where
    return kept(table, lambda column: arms(own, column), catalog)


def routed(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The partitions that get new or moved rows, as far as the statement gives the values of their keys."""
    table, titles = written_through(op, catalog)
    if table is not None and table.partition_by is not None:
        columns = op.columns or tuple(titles.get(c.name, c.name) for c in table.columns)
        for row in written_values(op, columns):
            found = {c.name: row[title] for c in table.columns if (title := titles.get(c.name, c.name)) in row}
            if all(part.column in found for part in table.partition_by.parts):
                yield from kept(table, partial(written_arms, found), catalog)


def _drawn(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The sequences that give new rows a value, in columns for which the statement has none."""
    table = catalog.table(op.target)
    numbered = [c for c in table.columns if c.identity or draws(c)] if table is not None else []
    if table is None or not numbered:
        return
    given = op.columns or given_columns(op, table)
    owned = [catalog.relations.get(name) for name in sorted(catalog.sequences_of.get(table.name, NO_NAMES))]
    for column in numbered:
        if column.name not in given:
            yield from (
                s.name for s in owned if isinstance(s, Sequence) and s.identity and s.owner_column == column.name
            )
            yield from sequences_in(node_of(column.default), table.name.schema, catalog)


def draws(column: Column) -> bool:
    """Whether the default of a column takes numbers from a sequence."""
    return column.default is not None and "nextval" in column.default.functions


def given_columns(op: Any, table: Table) -> list[str]:
    """The columns that rows without a list of columns fill: the first ones, as many as there are values."""
    count = max(getattr(op, "widths", ()), default=0 if getattr(op, "rows", 0) == 1 else len(table.columns))
    return [c.name for c in table.columns][:count]


def _called_sequences(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The sequences that the statement itself asks for a number, or sets."""
    if any(map(op.statement.says, CALLS)) and ASKS.search(op.statement.text) is not None:
        yield from sequences_in(op.statement.node, "public", catalog)


def _base_ancestors(op: Any, catalog: Catalog) -> Iterator[Name]:
    """What that table is a partition of."""
    yield from (a for name in written_base(op, catalog) for a in above(name, catalog))


def _triggered_sources(op: Any, catalog: Catalog) -> Iterable[Name]:
    """What is read to find the rows that triggers of a view, instead of the server, change."""
    for name in (op.target, *written_base(op, catalog)):
        view = catalog.view(name)
        if view is not None and takes_over(view, op):
            return through(view.uses, catalog)
    return NONE


def _type_itself(op: Any, catalog: Catalog) -> Iterable[Name]:
    """A composite type: other types are no relations."""
    return (op.name,) if is_composite(catalog.types.get(op.name)) else NONE


def _about(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The tables that extended statistics are about."""
    found = catalog.others.get((op.kind, op.name))
    return op.tables or (found.tables if found is not None else NONE)


def truncated(op: Any, catalog: Catalog) -> Iterator[Name]:
    """What TRUNCATE CASCADE empties too: every table that references an emptied one."""
    if op.cascade:
        seen = {op.target}
        waiting = [op.target, *below(op, catalog)]
        while waiting:
            emptied = waiting.pop()
            users = {n for t in (emptied, *above(emptied, catalog)) for n in catalog.referencing.get(t, NO_NAMES)}
            for name in sorted(users - seen):
                seen.add(name)
                waiting.append(name)
                yield from with_partitions(name, catalog)


def _truncated_ancestors(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables above the partitions that CASCADE empties."""
    return (over for name in truncated(op, catalog) for over in above(name, catalog))


def _truncated_indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    yield from indexes(op, catalog)
    for name in truncated(op, catalog):
        yield from stored_indexes(catalog.table(name))


def _truncated_sequences(op: Any, catalog: Catalog) -> Iterable[Name]:
    return sequences(op, catalog) if op.restart_identity else NONE


def _of_type(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The tables with a column of the type or domain."""
    return sorted(catalog.typed.get(op.name, NO_NAMES))


def domains_over(name: Name, catalog: Catalog) -> list[Name]:
    """A domain, and those that are made of it, all levels."""
    found = [name]
    for one in found:  # it grows
        domains = (t for t in catalog.types.values() if isinstance(t, Domain))
        found += [
            d.name for d in domains if (d.type.schema, d.type.name) == (one.schema, one.name) and d.name not in found
        ]
    return found


def _stored_of_type(op: Any, catalog: Catalog) -> Iterator[Name]:
    """Those of them that hold rows."""
    yield from getattr(op, "matviews", ())
    for domain in domains_over(op.name, catalog):
        for name in sorted(catalog.typed.get(domain, NO_NAMES)):
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


def _cascading_from_type(op: Any, catalog: Catalog) -> Iterator[Name]:
    """What goes with those columns: the views that use them, and the foreign keys to them."""
    for name in _cascading_of_type(op, catalog):
        table = catalog.table(name)
        for column in table.columns if table is not None else ():
            if (column.type.schema, column.type.name) == (op.name.schema, op.name.name):
                yield from readers_of_column(name, column.name, catalog)
                yield from (t.name for t, key in keys_to(name, catalog) if column.name in key.target_columns)


def _triggered_partitions(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The partitions that have the triggers of their parent: those for each row."""
    table = catalog.table(op.target)
    if (
        table is not None
        and not getattr(op, "only", False)
        and any(t.row and op.name in {t.name, ""} for t in table.triggers)
    ):
        yield from partitions(op, catalog)


def _key_triggered_partitions(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The partitions that have triggers of foreign keys from their parent, where those are meant, too."""
    table = catalog.table(op.target)
    keyed = table is not None and (table.foreign_keys or op.target in catalog.referencing)
    return partitions(op, catalog) if op.internal and keyed and not op.only else NONE


def _rule_tables(op: Any, *roles: str) -> Iterator[Name]:
    """The tables that the actions of a new rule touch."""
    from dbarch_lint.engines.postgres import rules

    return (name for role, name in rules.tables_of(op.statement.node or {}, op.tables[0].schema) if role in roles)


def _ruled(op: Any, catalog: Catalog, role: str) -> Iterable[Name]:
    """The tables that the actions of rules for the statement touch."""
    if not catalog.ruled:
        return NONE
    from dbarch_lint.engines.postgres import rules

    return rules.touched(op, catalog, role)


def _ruled_sources(op: Any, catalog: Catalog) -> Iterable[Name]:
    """What is read for a rule that stands in the place of the statement, and asks for its rows."""
    from dbarch_lint.engines.postgres import rules

    if not rules.asks_for_rows(op, catalog):
        return NONE
    rows = op.reads if isinstance(op, Insert) else (op.target, *op.reads)
    return [name for name in through(rows, catalog) if name != op.target]


def _published_before(op: Any, catalog: Catalog) -> Iterable[Name]:
    """What a publication had before its tables are set anew."""
    found = catalog.others.get(("publication", op.name)) if getattr(op, "action", "") == "set" else None
    return found.tables if found is not None else NONE


def _owned_by(op: Any, _: Catalog) -> Iterable[Name]:
    owner = op.definition.owner
    return (owner,) if owner is not None else NONE


def _cascading_of_type(op: Any, catalog: Catalog) -> Iterable[Name]:
    return _of_type(op, catalog) if op.cascade else NONE


def _trigger_tables(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The relations whose triggers DROP FUNCTION CASCADE takes with it."""
    if op.cascade:
        yield from sorted(catalog.calling.get(op.name, NO_NAMES))


def _tables(op: Any, _: Catalog) -> Iterable[Name]:
    return op.tables  # type: ignore[no-any-return]


def _function_reads(op: Any, catalog: Catalog) -> Iterator[Name]:
    """What the body of a new function names. A body in a text is planned: then its views are looked through, too."""
    if not op.reads:
        return
    through = "sql_body" not in (op.statement.node or {})
    waiting, seen = list(op.reads), set(op.reads)
    while waiting:
        name = waiting.pop()
        yield name
        view = catalog.view(name) if through else None
        if view is not None and not view.materialized:
            waiting += view.uses - seen
            seen |= view.uses


def _names(op: Any, _: Catalog) -> Iterable[Name]:
    return op.names  # type: ignore[no-any-return]


def _owner(op: Any, _: Catalog) -> Iterable[Name]:
    return (op.owner,) if op.owner is not None and op.owner_column else NONE


def _rows_shown(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The relations whose columns a view shows that a function gives it."""
    if not catalog.functions:
        return NONE
    from dbarch_lint.engines.postgres import row_types

    return row_types.shown(op, catalog)


# The functions by part; their roles are in the package, which loads this module when one is asked for.
FINDERS: dict[str, Find] = {
    "rows_shown": _rows_shown,
    "reads": lambda op, _: op.reads,
    "function_reads": _function_reads,
    "function_locks": lambda op, _: op.locked,
    "function_writes": lambda op, _: op.writes,
    "locked_through": lambda op, catalog: through(op.reads, catalog, pruned=False, query=op.statement),
    "reads_through": lambda op, catalog: through(op.reads, catalog, query=op.statement),
    "view_reads_through": lambda op, catalog: through(op.definition.uses, catalog, query=op.statement),
    "view_sources": _view_sources,
    "policy_reads": _policy_reads,
    "sequence_readers": _sequence_readers,
    "sequence_users": _sequence_users,
    "view_reads": _view_reads,
    "refreshed_from": _refreshed_from,
    "written_referenced": _written_referenced,
    "looking_up": _looking_up,
    "carrying_on": _carrying_on,
    "carrying_ancestors": _carrying_ancestors,
    "every_carrying_ancestor": _every_carrying_ancestor,
    "searched": _searched,
    "drawn": _drawn,
    "called_sequences": _called_sequences,
    "touched": touched,
    "routed": routed,
    "changing_ancestors": lambda op, catalog: ancestors(op, catalog) if writes_keys(op) else NONE,
    "written_base": written_base,
    "base_ancestors": _base_ancestors,
    "written_below_base": written_below_base,
    "type_itself": _type_itself,
    "made_of": lambda op, _: NONE if op.definition.of_type is None else (op.definition.of_type,),
    "about": _about,
    "constrained": lambda op, _: NONE if op.constrained is None else (op.constrained,),
    "truncated": truncated,
    "truncated_ancestors": _truncated_ancestors,
    "truncated_indexes": _truncated_indexes,
    "truncated_sequences": _truncated_sequences,
    "of_type": _of_type,
    "stored_of_type": _stored_of_type,
    "cascading_from_type": _cascading_from_type,
    "indexes_of_type": _indexes_of_type,
    "key_triggered_partitions": _key_triggered_partitions,
    "rule_writes": lambda op, _: _rule_tables(op, "write", "change"),
    "rule_reads": lambda op, _: _rule_tables(op, "read"),
    "ruled_writes": lambda op, catalog: _ruled(op, catalog, "write"),
    "ruled_changes": lambda op, catalog: _ruled(op, catalog, "change"),
    "ruled_reads": lambda op, catalog: _ruled(op, catalog, "read"),
    "ruled_sources": _ruled_sources,
    "triggered_sources": _triggered_sources,
    "published_before": _published_before,
    "triggered_partitions": _triggered_partitions,
    "owned_by": _owned_by,
    "cascading_of_type": _cascading_of_type,
    "trigger_tables": _trigger_tables,
    "tables": _tables,
    "names": _names,
    "owner": _owner,
}

"""Which triggers a change of rows fires, and what each tells its function."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import writing
from dbarch_lint.engines.postgres.circumstances import ruled_out
from dbarch_lint.engines.postgres.parts import rows
from dbarch_lint.engines.postgres.parts.around import below, says_only
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Table, Trigger, View
from dbarch_lint.operations import Copy, Delete, Insert, Merge, Truncate, Update
from dbarch_lint.session import Session

REPLICATION = "session_replication_role"
NO_ACTION = frozenset({"NO ACTION", "RESTRICT"})
DEPTH = "pg_trigger_depth()"


class Change(NamedTuple):
    """What happens to a table: an event, the columns that an UPDATE sets, and whether rows are meant or the whole."""

    table: Name
    event: str
    columns: frozenset[str] = frozenset()
    row: bool = False


class Fired(NamedTuple):
    """A trigger that runs, and why."""

    trigger: Trigger
    table: Name
    event: str

    @property
    def told(self) -> Iterator[tuple[str, str]]:
        """The variables that its function has."""
        trigger, table = self.trigger, self.table
        yield "tg_op", self.event
        yield "tg_when", trigger.timing
        yield "tg_level", "ROW" if trigger.row else "STATEMENT"
        yield "tg_name", trigger.name
        yield from (("tg_table_name", table.name), ("tg_relname", table.name), ("tg_table_schema", table.schema))
        yield "tg_nargs", str(len(trigger.arguments))
        yield from ((f"tg_argv[{n}]", argument) for n, argument in enumerate(trigger.arguments))


def fired(op: Any, catalog: Catalog, session: Session, depth: int) -> Iterator[Fired]:
    """The triggers that an operation fires; `depth`: how many triggers run already."""
    change = CHANGES.get(type(op))
    if change is None or not catalog.calling:
        return
    replays = (session.setting(REPLICATION) or ("",))[0].lower() == "replica"
    for table, event, columns, row in change(op, catalog):
        owner = catalog.relations.get(table)
        for trigger in owner.triggers if isinstance(owner, Table | View) else ():
            answers = trigger.enabled and trigger.answers in (REPLAYING if replays else USUAL)
            concerned = not trigger.columns or event != "UPDATE" or not columns.isdisjoint(trigger.columns)
            if trigger.row == row and event in trigger.events and answers and concerned and may_run(trigger, depth):
                yield Fired(trigger, table, event)


USUAL, REPLAYING = frozenset({"origin", "always"}), frozenset({"replica", "always"})


def may_run(trigger: Trigger, depth: int) -> bool:
    """Whether a trigger runs with the statement: it is not put off, and its WHEN does not rule it out."""
    return not trigger.initially_deferred and not ruled_out(node_of(trigger.when), {DEPTH: str(depth)})


# --- what is changed


def written(op: Any, catalog: Catalog, event: str, columns: Iterable[str] = ()) -> Iterator[Change]:
    """The target and its rows; or, where it is a view, those of the table below it."""
    changed = frozenset(columns)
    target, named = op.target, frozenset[Name]()
    if catalog.ruled:
        from dbarch_lint.engines.postgres import rules

        if rules.answer(op, catalog) == "instead":
            return
    view = catalog.view(target)
    if view is not None:
        if writing.takes_over(view, op):
            yield Change(target, event, changed)
            yield Change(target, event, changed, row=True)
            return
        target = next(reversed(list(writing.written_base(op, catalog))), target)
    yield Change(target, event, changed)
    if event != "INSERT" and (catalog.is_empty(target) or holds_no_rows(op, target, catalog)):
        return
    if target == op.target:
        named = frozenset(rows.routed(op, catalog) if event == "INSERT" else rows.touched(op, catalog))
    yield from (Change(name, event, changed, row=True) for name in leaves(target, named, catalog))


def holds_no_rows(op: Any, target: Name, catalog: Catalog) -> bool:
    """Whether a partitioned table is meant without its partitions."""
    table = catalog.table(target)
    return table is not None and table.partition_by is not None and target == op.target and says_only(op)


def leaves(target: Name, named: frozenset[Name], catalog: Catalog) -> Iterator[Name]:
    """The tables whose rows are changed; a partitioned one stands for partitions that nobody can tell."""
    table = catalog.table(target)
    stored = [n for n in sorted(named) if (t := catalog.table(n)) is not None and t.partition_by is None]
    if table is None or table.partition_by is None or not stored:
        yield target
    yield from stored


def inserted(op: Insert, catalog: Catalog) -> Iterator[Change]:
    """INSERT; ON CONFLICT DO UPDATE is one, too."""
    yield from written(op, catalog, "INSERT")
    conflict = (op.statement.node or {}).get("onConflictClause", {}) if op.on_conflict else {}
    if conflict.get("action") == "ONCONFLICT_UPDATE":
        set_ = [target["ResTarget"].get("name", "") for target in conflict.get("targetList", ())]
        yield Change(op.table, "UPDATE", frozenset(set_))


def updated(op: Update, catalog: Catalog) -> Iterator[Change]:
    """UPDATE, and what it carries on to rows that point to those."""
    yield from written(op, catalog, "UPDATE", op.columns)
    yield from carried_on(op, catalog)


def deleted(op: Delete, catalog: Catalog) -> Iterator[Change]:
    """DELETE, and what it carries on."""
    yield from written(op, catalog, "DELETE")
    yield from carried_on(op, catalog)


def merged(op: Merge, catalog: Catalog) -> Iterator[Change]:
    """MERGE."""
    if op.inserts:
        yield from written(op, catalog, "INSERT")
    if op.columns:
        yield from written(op, catalog, "UPDATE", op.columns)
    if op.deletes:
        yield from written(op, catalog, "DELETE")
    yield from carried_on(op, catalog)


def carried_on(op: Update | Delete | Merge, catalog: Catalog) -> Iterator[Change]:
    """The changes that foreign keys make elsewhere."""
    if catalog.is_empty(op.table):
        return
    for table, key, action in rows.rows_that_point(op, catalog):
        if action not in NO_ACTION:
            gone = action == "CASCADE" and not isinstance(op, Update)
            event, columns = ("DELETE", frozenset[str]()) if gone else ("UPDATE", frozenset(key.columns))
            yield Change(table.name, event, columns)
            yield Change(table.name, event, columns, row=True)


def copied(op: Copy, _: Catalog) -> Iterator[Change]:
    """COPY FROM."""
    if op.table is not None and not op.to:
        yield Change(op.table, "INSERT")
        yield Change(op.table, "INSERT", row=True)


def truncated(op: Truncate, catalog: Catalog) -> Iterator[Change]:
    """TRUNCATE, of partitions and with CASCADE, too."""
    return (Change(name, "TRUNCATE") for name in {op.table, *below(op, catalog), *rows.truncated(op, catalog)})


CHANGES: dict[type, Any] = {
    Insert: inserted,
    Update: updated,
    Delete: deleted,
    Merge: merged,
    Copy: copied,
    Truncate: truncated,
}

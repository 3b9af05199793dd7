"""Programs that copy a table beside the application and follow its writes, and what each of them cannot do.

https://github.com/github/gh-ost/blob/master/doc/requirements-and-limitations.md
https://docs.percona.com/percona-toolkit/pt-online-schema-change.html
https://github.com/block/spirit
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dbarch_lint import operations as ops
from dbarch_lint.findings import Fix
from dbarch_lint.source import Span

if TYPE_CHECKING:
    from dbarch_lint.catalog import Catalog
    from dbarch_lint.context import Context
    from dbarch_lint.objects import Table
    from dbarch_lint.operations import Operation


class Tool(NamedTuple):
    """A program, how it is called, and what it does not work with."""

    name: str
    command: str
    cannot: frozenset[str]
    remark: str


FOREIGN, REFERENCED, TRIGGERS, KEYLESS = "foreign keys", "references to it", "triggers", "no key of NOT NULL columns"
MARIADB, NEW_KEY, NO_KEY_LEFT = "MariaDB", "a new foreign key", "the primary key dropped"
TOOLS = (
    Tool(
        "gh-ost",
        "gh-ost --database={database} --table={table} --alter={alter} --execute",
        frozenset({FOREIGN, REFERENCED, TRIGGERS, KEYLESS, NEW_KEY, MARIADB}),
        "it reads the binary log, in row format",
    ),
    Tool(
        "spirit",
        "spirit migrate --database={database} --table={table} --alter={alter}",
        frozenset({FOREIGN, REFERENCED, TRIGGERS, KEYLESS, NEW_KEY, MARIADB, NO_KEY_LEFT}),
        "MySQL 8.0 and later; it does not wait for replicas that lag",
    ),
    Tool(
        "pt-online-schema-change",
        "pt-online-schema-change --alter={alter} D={database},t={table} --execute",
        frozenset({KEYLESS, NO_KEY_LEFT}),
        "it works with triggers of its own",
    ),
)
# What pt-online-schema-change must be told where there are such
OPTIONS = {TRIGGERS: " --preserve-triggers", REFERENCED: " --alter-foreign-keys-method=auto"}
COPIED = (
    *(ops.CreateIndex, ops.AddCheck, ops.AlterConstraint, ops.AlterColumnType, ops.AddColumn, ops.DropColumn),
    *(ops.RedefineColumn, ops.DropConstraint, ops.SetTableOption, ops.AlterPartitions, ops.AddForeignKey),
    *(ops.AddPrimaryKey, ops.SetNotNull, ops.DropNotNull, ops.NarrowIndex),
)


def obstacles(op: Operation, table: Table | None, catalog: Catalog, *, mariadb: bool) -> Iterator[str]:
    """What keeps one or another program from the table, as far as the migrations show."""
    if mariadb:
        yield MARIADB
    if isinstance(op, ops.AddForeignKey):
        yield NEW_KEY
    if isinstance(op, ops.DropConstraint) and op.kind == "primary_key":
        yield NO_KEY_LEFT
    if table is None:
        return
    if table.foreign_keys:
        yield FOREIGN
    if catalog.referencing.get(table.name):
        yield REFERENCED
    if table.triggers:
        yield TRIGGERS
    required = {column.name for column in table.columns if not column.nullable}
    unique = [key.columns for key in table.keys] + [index.columns for index in table.indexes if index.unique]
    if not table.partial and not any(required.issuperset(columns) for columns in unique):
        yield KEYLESS


def usable(op: Operation, catalog: Catalog, *, mariadb: bool) -> tuple[list[Tool], set[str]]:
    """The programs that can do it, and what stands in the way of the others."""
    table = catalog.table(op.target) if op.target is not None else None
    found = set(obstacles(op, table, catalog, mariadb=mariadb))
    return [tool for tool in TOOLS if not tool.cannot & found], found


def instead(op: Operation, catalog: Catalog, *, mariadb: bool) -> str:
    """The programs by name, in an imperative; empty where none can do it. What only its author stops is let go on."""
    plain = (
        isinstance(op, ops.CreateIndex) and op.index.method == "btree" and len(op.index.columns) == len(op.index.parts)
    )
    if plain and op.requested[1]:
        return f"leave LOCK={op.requested[1]} out"
    names = [tool.name for tool in usable(op, catalog, mariadb=mariadb)[0]] if isinstance(op, COPIED) else []
    return f"use {', '.join(names[:-1])} or {names[-1]}" if names[1:] else f"use {names[0]}" if names else ""


def commands(op: Operation, ctx: Context) -> Fix | None:
    """How to call each program that can do what an ALTER TABLE says, in its place."""
    tools, found = usable(op, ctx.before, mariadb=ctx.engine == "mariadb")
    statement, target = op.statement, op.target
    first = min(step.operation.offset for step in ctx.together)
    if not tools or target is None or statement.kind != "ALTER" or first <= statement.start:
        return None
    alter = " ".join(Span(statement.source, first, statement.end).text.split())
    place = {"database": shlex.quote(target.schema or "DATABASE"), "table": shlex.quote(target.name)}
    lines = []
    for tool in tools:
        more = "".join(option for word, option in OPTIONS.items() if word in found and tool is TOOLS[-1])
        lines += [f"# {tool.remark}", tool.command.format(alter=shlex.quote(alter), **place) + more]
    if any(isinstance(s.operation, ops.DropConstraint) and s.operation.kind == "foreign_key" for s in ctx.together):
        lines.append("# pt-online-schema-change: write _NAME for the NAME of a foreign key that is dropped")
    without = [tool.name for tool in TOOLS if tool not in tools and MARIADB not in tool.cannot & found]
    why = sorted(found - {MARIADB})
    lines += [f"# not {' or '.join(without)}: {', '.join(why)}"] if without and why else []
    return Fix("let a program copy the table beside the application", applicability="manual", text="\n".join(lines))

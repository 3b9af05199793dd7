"""Programs that copy a table beside the application and follow its writes, and what each of them cannot do.

https://github.com/github/gh-ost/blob/master/doc/requirements-and-limitations.md
https://github.com/github/gh-ost/blob/master/doc/command-line-flags.md
https://docs.percona.com/percona-toolkit/pt-online-schema-change.html
https://github.com/block/spirit/blob/main/docs/migrate.md
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dbarch_lint import operations as ops
from dbarch_lint.engines.mysql.facts import row_key
from dbarch_lint.engines.mysql.spelling import quoted
from dbarch_lint.findings import Fix
from dbarch_lint.source import Span

if TYPE_CHECKING:
    from dbarch_lint.catalog import Catalog
    from dbarch_lint.context import Context
    from dbarch_lint.names import Name
    from dbarch_lint.objects import Table
    from dbarch_lint.operations import Operation


class Tool(NamedTuple):
    """A program, how it is called, what it does not work with, and what it must be told where there are such things."""

    name: str
    command: str
    cannot: frozenset[str]
    remark: str
    options: Mapping[str, str] = {}


FOREIGN, REFERENCED, TRIGGERS, KEYLESS = "foreign keys", "references to it", "triggers", "no key of NOT NULL columns"
MARIADB, NEW_KEY, NO_KEY_LEFT = "MariaDB", "a new foreign key", "the primary key dropped"
NO_PRIMARY_KEY, RENAMED, KEY_RENAMED = "no primary key", "a column renamed", "a column of the primary key renamed"
TOOLS = (
    Tool(
        "gh-ost",
        "gh-ost --database={database} --table={table} --alter={alter} --execute",
        frozenset({FOREIGN, REFERENCED, TRIGGERS, KEYLESS, NEW_KEY, MARIADB}),
        "it reads the binary log, in row format",
        {RENAMED: " --approve-renamed-columns"},
    ),
    Tool(
        "spirit",
        "spirit migrate --database={database} --statement={statement}",
        frozenset({FOREIGN, REFERENCED, TRIGGERS, NO_PRIMARY_KEY, NEW_KEY, MARIADB, NO_KEY_LEFT, KEY_RENAMED}),
        "MySQL 8.0 and later; it does not wait for replicas that lag",
    ),
    Tool(
        "pt-online-schema-change",
        "pt-online-schema-change --alter={alter} D={database_part},t={table_part} --execute",
        frozenset({KEYLESS, NO_KEY_LEFT}),
        "it works with triggers of its own",
        {
            TRIGGERS: " --preserve-triggers",
            REFERENCED: " --alter-foreign-keys-method=auto",
            RENAMED: " --no-check-alter",
        },
    ),
)
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
    gone = isinstance(op, ops.DropConstraint) and op.kind == "primary_key"
    if gone or row_key(op, catalog) == "gone":
        yield NO_KEY_LEFT
    if table is None:
        return
    if table.foreign_keys:
        yield FOREIGN
    if catalog.referencing.get(table.name):
        yield REFERENCED
    if table.triggers:
        yield TRIGGERS
    key = table.primary_key
    if key is None and not table.partial:
        yield NO_PRIMARY_KEY
    if renamed := renames(op):
        yield RENAMED
        if key is not None and renamed in key.columns:
            yield KEY_RENAMED
    required = {column.name for column in table.columns if not column.nullable}
    keys = table.uniques if gone else table.keys
    unique = [key.columns for key in keys] + [index.columns for index in table.indexes if index.unique]
    if (gone or not table.partial) and not any(required.issuperset(columns) for columns in unique):
        yield KEYLESS


def usable(op: Operation, catalog: Catalog, *, mariadb: bool) -> tuple[list[Tool], set[str]]:
    """The programs that can do it, and what stands in the way of the others."""
    table = catalog.table(op.target) if op.target is not None else None
    found = set(obstacles(op, table, catalog, mariadb=mariadb))
    return [tool for tool in TOOLS if not tool.cannot & found], found


def instead(op: Operation, catalog: Catalog, *, mariadb: bool) -> str:
    """The programs by name, in an imperative; empty where none can do it. What only its author stops is let go on."""
    if isinstance(op, ops.DropConstraint) and op.kind == "primary_key":
        return "drop it in the statement that adds the next one"
    if row_key(op, catalog):
        return "add a PRIMARY KEY in the same statement"
    if isinstance(op, ops.SetNotNull) and op.converts_nulls:
        return "leave strict mode on, and fill the NULLs first"
    plain = (
        isinstance(op, ops.CreateIndex) and op.index.method == "btree" and len(op.index.columns) == len(op.index.parts)
    )
    if plain and op.requested[1]:
        return f"leave LOCK={op.requested[1]} out"
    names = [tool.name for tool in usable(op, catalog, mariadb=mariadb)[0]] if isinstance(op, COPIED) else []
    return f"use {', '.join(names[:-1])} or {names[-1]}" if names[1:] else f"use {names[0]}" if names else ""


def renames(op: Operation) -> str:
    """The column to which an operation gives another name; empty if it does not."""
    if isinstance(op, ops.RenameColumn):
        return op.column
    return op.column if isinstance(op, ops.RedefineColumn) and op.definition.name != op.column else ""


def commands(op: Operation, ctx: Context) -> Fix | None:
    """How to call each program that can do what an ALTER TABLE says, in its place."""
    together = [step.operation for step in ctx.together]
    statement, target = op.statement, op.target
    first = min(o.offset for o in together)
    if target is None or statement.kind != "ALTER" or first <= statement.start:
        return None
    found = {
        what for o in together for what in obstacles(o, ctx.table(target), ctx.before, mariadb=ctx.engine == "mariadb")
    }
    tools = [tool for tool in TOOLS if not tool.cannot & found]
    if not tools:
        return None
    lines = []
    place = placed(target, actions(together, first))
    for tool in tools:
        more = "".join(option for word, option in tool.options.items() if word in found)
        lines += [f"# {tool.remark}", tool.command.format(**place) + more]
    if any(isinstance(o, ops.DropConstraint) and o.kind == "foreign_key" for o in together):
        lines.append("# pt-online-schema-change: write _NAME for the NAME of a foreign key that is dropped")
    without = [tool.name for tool in TOOLS if tool not in tools and MARIADB not in tool.cannot & found]
    why = sorted(found & {what for tool in TOOLS if tool.name in without for what in tool.cannot})
    lines += [f"# not {' or '.join(without)}: {', '.join(why)}"] if without and why else []
    return Fix("let a program copy the table beside the application", applicability="manual", text="\n".join(lines))


def placed(target: Name, alter: str) -> dict[str, str]:
    """The words that commands have a place for, as a shell takes them."""
    database = target.schema or "DATABASE"
    words = {"database": database, "table": target.name, "alter": alter}
    words["statement"] = f"ALTER TABLE {quoted(target.name)} {alter}"
    words |= {f"{word}_part": words[word].replace(",", r"\,") for word in ("database", "table")}  # a comma ends a part
    return {word: shlex.quote(text) for word, text in words.items()}


def actions(together: Sequence[Operation], first: int) -> str:
    """What an ALTER TABLE says, in one line and without comments. ALGORITHM= and LOCK= go: spirit refuses them."""
    statement = together[0].statement
    if any(together[0].requested):
        return ", ".join(line(statement.element(at)) for at in sorted({o.offset for o in together}))
    return line(Span(statement.source, first, statement.end))


def line(span: Span) -> str:
    """The tokens of a stretch of text, with a space where anything stands between them."""
    text, end = "", span.start
    for token in span.source.tokens(span.start, span.end):
        text += " " * (token.start > end) + span.source.slice(token.start, token.end)
        end = token.end
    return text

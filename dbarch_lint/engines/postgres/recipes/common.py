"""What all recipes share: names as SQL, and the steps of a recipe as edits or as text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from dbarch_lint.by_hand import AFTER, BEFORE
from dbarch_lint.findings import Applicability, Fix
from dbarch_lint.names import Name, quoted, quoted_name
from dbarch_lint.objects import Column
from dbarch_lint.operations import AddColumn
from dbarch_lint.source import Edit, Statement

if TYPE_CHECKING:
    from dbarch_lint.context import Context
    from dbarch_lint.migrations import Runner
    from dbarch_lint.operations import Operation


class Part(NamedTuple):
    """Statements that may share a transaction, and where they go. `timed`: the place only keeps transactions apart."""

    place: str
    statements: tuple[str, ...]
    timed: bool = False


def here(*statements: str) -> Part:
    """What stays in this migration."""
    return Part("this migration", statements, timed=True)


def later(ctx: Context, *statements: str) -> Part:
    """What must wait for the transaction to end; a tool that runs all it finds in one needs another deployment."""
    return Part(
        "a migration of the next deployment" if in_one_go(ctx) else "the next migration", statements, timed=True
    )


def last(ctx: Context, *statements: str) -> Part:
    """What must wait for the transaction of `later` to end."""
    return Part(
        "a migration of the deployment after that" if in_one_go(ctx) else "the one after", statements, timed=True
    )


def in_one_go(ctx: Context) -> bool:
    """Whether nothing comes between this migration and the next: neither the end of a transaction, nor a hand."""
    return bool(ctx.migration.run) or ctx.way_out.endswith(AFTER)


def outside(ctx: Context, *statements: str, after: bool = False) -> Part:
    """What cannot run in a transaction; `after`: it needs what other steps of the recipe do before."""
    way_out = ctx.way_out_for(*statements)
    return Part(way_out.replace(BEFORE, AFTER) if after else way_out, statements, timed=True)


def for_each(ctx: Context, build: str, *then: str) -> list[Part]:
    """What is built for each partition outside of a transaction, and what follows there."""
    if not ctx.in_transaction:
        return [Part("for each partition", (build, *then))]
    return [Part(f"for each partition, {ctx.way_out_for(build)}", (build,)), Part("then for each partition", then)]


def recipe(ctx: Context, title: str, *parts: Part) -> Fix:
    """A way out for a person: each part under a line that says where it goes."""
    return Fix(title, applicability="manual", text=written(ctx, parts))


def written(ctx: Context, parts: Iterable[Part]) -> str:
    """The parts as SQL, each under a comment; what commits by itself needs no place of its own."""
    text, singly, open_part = "", commits_singly(ctx), False
    for part in parts:
        if part.timed and singly:
            text += "" if open_part else ("\n-- in this order:\n" if text else "-- in this order:\n")
        else:
            text += ("\n" if text else "") + f"-- {part.place}:\n"
        open_part = part.timed
        text += "".join(whole(statement, ctx.migration.runner) for statement in part.statements)
    return text.rstrip("\n")


def whole(statement: str, runner: Runner) -> str:
    """A statement as it stands in a file, between the marks that a tool wants that cuts at each `;` behind a line."""
    if not runner.block or not any(line.endswith(";") for line in statement.split("\n")[:-1]):
        return f"{statement};\n"
    begin, end = runner.block
    return f"{begin}\n{statement};\n{end}\n"


def steps(op: Operation, ctx: Context, title: str, *parts: Part, applicability: Applicability = "safe") -> Fix:
    """The parts in place of the statement, where they may stand side by side; else a recipe."""
    if not (replaceable(op.statement, ctx) and len(ctx.together) == 1):
        return recipe(ctx, title, *parts)
    return instead(op.statement, title, [s for part in parts for s in part.statements], applicability)


def instead(statement: Statement, title: str, statements: Iterable[str], applicability: Applicability = "safe") -> Fix:
    """Several statements in place of one."""
    return Fix(title, (Edit(statement.span, f";\n{statement.indent}".join(statements)),), applicability)


def replaceable(statement: Statement, ctx: Context) -> bool:
    """Whether a statement can become several: each commits by itself, and no comment in its text is lost."""
    text = statement.text
    return commits_singly(ctx) and "--" not in text and "/*" not in text


def commits_singly(ctx: Context) -> bool:
    """Whether what is written beside the statement commits by itself."""
    migration = ctx.migration
    return not (ctx.in_transaction or migration.wrapper == "implicit" or migration.runner.whole)


def alone(ctx: Context, *statements: str) -> str:
    """Where statements go that commit by themselves."""
    if commits_singly(ctx):
        return "outside of any transaction"
    return ctx.migration.leave(*statements) or "in a job, or by hand, outside of any transaction"


def sql_name(name: Name, ctx: Context) -> str:
    """A relation's name, with its schema unless the search path begins with it."""
    path = ctx.session.search_path
    return quoted(name.name) if path and path[0] == name.schema else quoted_name(name)


def columns(names: Iterable[str]) -> str:
    """A list of columns, without parentheses."""
    return ", ".join(quoted(name) for name in names)


def added_column(op: Operation, ctx: Context) -> str:
    """The column that the operation is written on, without its constraints, as ADD COLUMN takes it."""
    adds = (s.operation for s in ctx.together if isinstance(s.operation, AddColumn) and s.operation.offset == op.offset)
    found = next(adds, None)
    return f"ADD COLUMN {column_text(found.column) if found is not None else '...'}"


def column_text(column: Column) -> str:
    """Name, type and default of a column, as CREATE TABLE takes them."""
    if column.identity or column.generated:
        return f"{quoted(column.name)} ..."
    default = f" DEFAULT {column.default}" if column.default is not None else ""
    type_ = f"{column.type} COLLATE {quoted(column.collation)}" if column.collation else str(column.type)
    return f"{quoted(column.name)} {type_}{default}{'' if column.nullable else ' NOT NULL'}"

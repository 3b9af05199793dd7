from __future__ import annotations

from dbarch_lint.api import Context, DropExtension, DropSchema, DropType, Name, Problem, Problems, Table, listed


def check(op: DropSchema | DropType | DropExtension, ctx: Context) -> Problems:
    if not op.cascade:
        return
    lost: list[str] = []
    for name, table in ctx.before.relations.items():
        if isinstance(table, Table) and not ctx.is_new(name):
            lost += gone(table, name, ctx)
    if lost:
        message = f"CASCADE drops {listed(sorted(lost))} with all values, which the statement does not name"
        yield Problem(op, f"{message}; drop what is meant by name", objects=tuple(sorted(lost)))


def gone(table: Table, name: Name, ctx: Context) -> list[str]:
    """The table, or those of its columns, that the operation drops."""
    after = ctx.after.relations.get(name)
    if after is table:
        return []
    if not isinstance(after, Table):
        return [str(name)]
    return [f"{name}.{c.name}" for c in table.columns if after.column(c.name) is None]

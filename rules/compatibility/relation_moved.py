from __future__ import annotations

from dbarch_lint.api import Context, Problem, Problems, RenameSchema, SetSchema, Table, View, listed


def check(op: SetSchema | RenameSchema, ctx: Context) -> Problems:
    names = [op.table] if isinstance(op, SetSchema) else [n for n in ctx.base.relations if n.schema == op.name]
    moved = [n for n in names if isinstance(ctx.base.relations.get(n), Table | View) and n not in ctx.result.relations]
    if moved and not any(ctx.is_new(name) for name in moved):
        where = op.schema if isinstance(op, SetSchema) else op.new_name
        what = listed(sorted(n.full for n in moved))
        message = f"moving {what} to {where} makes every query for {'them' if moved[1:] else 'it'} fail"
        yield Problem(op, f"{message} that expects the old place; leave a view behind, made in the same transaction")

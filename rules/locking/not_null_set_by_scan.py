from __future__ import annotations

from dbarch_lint.api import AddPrimaryKey, Context, Problem, Problems, SetNotNull


def check(op: SetNotNull | AddPrimaryKey, ctx: Context) -> Problems:
    if isinstance(op, AddPrimaryKey) and not op.using_index:
        return  # its index is built under the same lock: primary-key-built-while-locked
    if not ctx.in_use(op.table) or not ctx.blocks_writes_for_long or ctx.rewrites(op.table):
        return
    columns = (op.column,) if isinstance(op, SetNotNull) else op.nullable_columns
    what = f"making {' and '.join(f'{op.table}.{column}' for column in columns)} NOT NULL"
    message = f"{what} blocks every read and write of {op.table} until every row is checked"
    if all(ctx.added_with_default(op.table, column) for column in columns):
        yield Problem(
            op, f"{message}, though none can have NULL; write NOT NULL in its ADD COLUMN, which reads nothing"
        )
    else:
        yield Problem(op, f"{message}; let a validated constraint prove it first", ctx.safe_rewrite())

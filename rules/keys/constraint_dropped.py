from __future__ import annotations

from dbarch_lint.api import Context, DropConstraint, Problem, Problems

LOST = {
    "primary_key": "rows of {0} may repeat",
    "unique": "rows of {0} may repeat",
    "exclusion": "rows of {0} may overlap",
    "foreign_key": "rows of {0} may refer to what does not exist",
}


def check(op: DropConstraint, ctx: Context) -> Problems:
    table, result = ctx.table(op.table), ctx.result.table(op.table)
    if op.kind not in LOST or table is None or result is None or not ctx.in_use(op.table):
        return
    key = next((k.columns for k in table.keys if k.name == op.name), ())
    reference = next((f.columns for f in table.foreign_keys if f.name == op.name), ())
    again = frozenset(key) in result.referable or any(f.columns == reference for f in result.foreign_keys)
    gone = any(result.column(name) is None for name in (*key, *reference))
    if not (again or gone or op.name in result.constraint_names):
        message = f"without {op.name}, {LOST[op.kind].format(op.table)}, and adding it again must check all of them"
        yield Problem(op, f"{message}; see that nothing relies on it")

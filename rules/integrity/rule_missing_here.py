from __future__ import annotations

from collections import Counter

from dbarch_lint.api import Catalog, Column, Context, Problems, Table, problem_in

LEAST = 3
MOST = 0.8


def check(catalog: Catalog, ctx: Context) -> Problems:
    tables = [t for t in catalog.tables if ctx.vocabulary.is_designed(t) and "log" not in ctx.vocabulary.roles(t)]
    checked = Counter(name for table in tables for name in single_checks(table))
    for name, count in checked.items():
        found = ((t, t.column(name)) for t in tables if name not in single_checks(t)) if count >= LEAST else ()
        rest = [(t, c) for t, c in found if c is not None and c.type.builtin and not c.generated]
        for table, column in rest if count >= MOST * (count + len(rest)) else ():
            message = f"{table.name}.{name} takes what {count} other tables refuse in theirs: add the same CHECK"
            if not is_checked_there(table, column, ctx):
                yield problem_in(table, column, message)


def single_checks(table: Table) -> set[str]:
    checks = (c.expression.columns for c in table.checks)
    return {name for columns in checks if len(columns) == 1 for name in columns}


def is_checked_there(table: Table, column: Column, ctx: Context) -> bool:
    """Whether a foreign key takes values only that the column it refers to has let in by a CHECK."""
    for fk in table.foreign_keys:
        target = ctx.after.table(fk.target) if column.name in fk.columns and fk.enforced else None
        pairs = ctx.vocabulary.references(table, fk) if target is not None else ()
        if target is not None and any(own is column and key.name in single_checks(target) for own, key in pairs):
            return True
    return False

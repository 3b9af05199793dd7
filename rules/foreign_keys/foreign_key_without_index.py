from __future__ import annotations

from functools import partial

from dbarch_lint.api import Catalog, Context, Problems, Severity, narrowed_by, problem_in, recipe, was_narrowed

CHANGES = {"CASCADE": "rows to delete", "SET NULL": "rows to set to NULL", "SET DEFAULT": "rows to reset"}
SMALL = {"framework", "lookup", "settings", "temporary"}
USUAL = 10  # where so many lack their index, that is how this schema is made: it is told once


def check(catalog: Catalog, ctx: Context) -> Problems:
    tables = [table for table in catalog.tables if not ctx.vocabulary.roles(table) & SMALL]
    keys = {(t.name, fk.columns): (t, fk) for t in tables for fk in t.foreign_keys if fk.enforced and not fk.inherited}
    bare = [(t, fk, by) for t, fk in keys.values() if (by := narrowed_by(t, fk, catalog)) is not None]
    missing = sum(fk.on_delete in CHANGES for _, fk, _ in bare)
    usual = missing >= USUAL
    for table, fk, by in bare:
        columns, changes = ", ".join(map(ctx.sql.quoted, fk.columns)), fk.on_delete in CHANGES and not by
        busy = not (ctx.is_new(table.name) or table.kind == "partitioned")
        read = f"every row of {table.name} with the same {', '.join(by)}" if by else f"all of {table.name}"
        why = CHANGES.get(fk.on_delete, "rows that forbid it")
        index = ctx.sql.create_index(table.name, fk.columns, busy=busy)
        since = ctx.history.ended(table.name, partial(was_narrowed, fk=fk, catalog=catalog))
        yield problem_in(
            table,
            fk,
            f"deleting a row of {fk.target} reads {read} for {why}: create an index that begins with {columns}",
            fix=recipe("index the foreign key", ctx.placed(index)),
            severity=Severity.WARNING if changes else Severity.INFO,
            fold="" if changes and not usual else f"{why} {bool(by)}",
            since=since,
        )

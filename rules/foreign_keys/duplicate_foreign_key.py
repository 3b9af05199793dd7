from __future__ import annotations

from dbarch_lint.api import Context, ForeignKey, Problems, Table, problem_in, recipe


def check(table: Table, ctx: Context) -> Problems:
    seen: dict[object, ForeignKey] = {}
    for fk in table.foreign_keys:
        pairs = frozenset(zip(fk.columns, fk.target_columns, strict=False))
        first = seen.setdefault((fk.target, pairs), fk)
        if first.name == fk.name or fk.inherited or not pairs:
            continue  # of the same name: a guarded statement that ran once, whatever the history shows
        differ = f", one with {first.on_delete} and one with {fk.on_delete}" if first.on_delete != fk.on_delete else ""
        message = f"{fk.name} of {table.name} checks what {first.name} checks{differ}: drop one of them"
        drop = ctx.sql.drop(table.name, fk)
        notes = (ctx.note(f"{first.name} stays", first),) if first.origin is not None else ()
        yield problem_in(table, fk, message, fix=recipe("drop it", drop), notes=notes, also=(first,))

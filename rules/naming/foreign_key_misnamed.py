from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, plain_words, problem_in, words


def check(table: Table, ctx: Context) -> Problems:
    known = ctx.vocabulary
    for fk in table.foreign_keys if known.is_designed(table) else ():
        parts = words(fk.columns[0])
        if len(fk.columns) > 1 or len(parts) < 2 or parts[-1] not in {"id", "uuid"} or fk.inherited:
            continue
        named = [other for other in known.tables(parts[:-1]) if other.name.schema == table.name.schema]
        target = ctx.after.table(fk.target)
        if (
            fk.columns == fk.target_columns
            or len(named) != 1
            or target is None
            or named[0].name == fk.target
            or "archive" in known.roles(named[0])
        ):
            continue
        other, near = named[0], {words(fk.target.name)[-1:], words((*plain_words(fk.target.name), "")[0])}
        linked = {f.target for f in (*target.foreign_keys, *other.foreign_keys)}
        if parts[-2:-1] not in near and not linked & {other.name, target.name}:
            label = f"{table.name}.{fk.columns[0]}"
            message = (
                f"{label} is named after {other.name} but refers to {fk.target}: rename it, or refer to {other.name}"
            )
            yield problem_in(table, fk, message, also=tuple(c for c in table.columns if c.name == fk.columns[0]))

from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, is_audit, listed, problem_in, words

TWINS = {"history", "audit", "archive"}
ALIKE = 0.5


def check(table: Table, ctx: Context) -> Problems:
    parts = words(table.name.name)
    if len(parts) < 2 or parts[-1] not in TWINS or table.partition_of is not None or table.inherits:
        return
    found = ctx.vocabulary.tables(words("_".join(parts[:-1])))
    base = next((other for other in found if other.name.schema == table.name.schema), None)
    if base is None:
        return
    kept = {column.name: column for column in table.columns}
    keyed = base.primary_key.columns if base.primary_key is not None else ()
    own = [c for c in base.columns if not is_audit(c.name) and not c.generated and c.name not in keyed]
    missing = [column for column in own if column.name not in kept]
    other = [c for c in own if c.name in kept and ctx.vocabulary.family(kept[c.name]) != ctx.vocabulary.family(c)]
    if (missing or other) and len(missing) <= ALIKE * len(own) and len(own) > 1:
        names = listed([column.name for column in (missing or other)])
        values = "value is" if len(missing) == 1 else "values are"
        lost = (
            f"lacks {names}, whose {values} lost" if missing else f"keeps {names} in another type, and may lose values"
        )
        message = f"{table.name} {lost} when a row of {base.name} changes: give both the same columns"
        dropped = next((d for c in missing if (d := ctx.history.dropped.get((table.name, c.name)))), None)
        yield problem_in(table, None, message, at=dropped, also=tuple(missing or other))

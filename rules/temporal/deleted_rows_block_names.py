from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, is_unguessable, problem_in, unique_indexes, words

TAKEN = "{0} of {1} counts deleted rows too, so their {2} can never be used again: {3}"
REPEATS = "{0} of {1} lets living rows repeat {2}, because two NULLs in {4} differ: {3}"
SCOPES = {"environment", "namespace", "realm", "scope", "tenant", "zone"}  # within which the rest of a key is unique
# What may stay taken on purpose: it stands for somebody, or in links.
KEPT = {"email", "handle", "login", "nickname", "phone", "slug", "username"}


def check(table: Table, ctx: Context) -> Problems:
    known = ctx.vocabulary
    mark = known.soft_delete(table) if known.is_designed(table) else None
    linked = {name for fk in table.foreign_keys for name in fk.columns}
    for key in unique_indexes(table) if mark is not None else ():
        own = [c for c in table.columns if c.name in key.columns and c is not mark and c.name not in linked]
        if mark is None or not own:
            continue
        boolean, inside = known.family(mark) == "boolean", mark.name in key.columns
        if inside and (boolean or not key.nulls_distinct):
            continue
        unmarked = f"{mark.name} IS NOT TRUE" if known.may_be_null(mark) else f"NOT {mark.name}"
        live = ctx.advised("unique among", unmarked if boolean else f"{mark.name} IS NULL")
        names = ", ".join(column.name for column in own)
        message = (REPEATS if inside else TAKEN).format(key.name, table.name, names, live, mark.name)
        personal = all(KEPT.intersection(words(column.name)) for column in own)
        signs = {
            "marked": True,
            "inside": inside,
            "scope": all(SCOPES.intersection(words(column.name)[-1:]) for column in own),
            "unguessable": any(is_unguessable(c, known) for c in own),
            "passing": not known.is_ordinary(table),
        }
        severity = Severity.ERROR if inside else Severity.INFO if personal else None
        yield problem_in(table, key, message, severity=severity, also=(mark,), evidence=signs)

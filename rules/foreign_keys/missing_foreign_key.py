from __future__ import annotations

from collections import Counter

from dbarch_lint.api import FOREIGN, Catalog, Context, Problems, Reference, Severity, is_plural, problem_in, words

LEAST_ADOPTION = 0.6
TOLD = "{0} refers to {1} by its name, but by no foreign key: rows that it means can vanish: add the foreign key"
HABIT = "{0} refers to {1} by its name, like most references of this schema, but by no foreign key: add them, or none"


def check(_: Catalog, ctx: Context) -> Problems:
    names = ctx.vocabulary.referring_names
    missing = [reference for reference in names.found if not reference.declared and is_meant(reference, ctx)]
    declared = [reference.column.name for reference in names.found if reference.declared]
    usual = len(declared) >= LEAST_ADOPTION * (len(declared) + len(missing))
    often = Counter(found.column.name for found in missing)
    for found in missing:
        if usual and often[found.column.name] > 1 and found.column.name not in declared:
            continue  # a name of several columns, and none of them is a foreign key: it means something else
        label = f"{found.table.name}.{found.column.name}"
        message = (TOLD if usual else HABIT).format(label, found.target.name)
        severity, fold = (None, "") if usual else (Severity.INFO, "habit")
        yield problem_in(found.table, found.column, message, severity=severity, fold=fold)


def is_meant(found: Reference, ctx: Context) -> bool:
    known, table, parts = ctx.vocabulary, found.table, words(found.column.name)
    if not table.foreign_keys or not known.is_designed(table) or known.roles(table) & {"archive", "log", "queue"}:
        return False
    paired = any(words(c.name)[:-1] == parts[:-1] and words(c.name)[-1] in {"kind", "type"} for c in table.columns)
    given = known.family(found.column) in {"integer", "uuid"} or known.usual_key_family == "text"
    dropped = (table.name, found.column.name) in ctx.history.unreferenced
    checked = any(found.column.name in c.expression.columns for c in table.checks if len(c.expression.columns) == 1)
    counted = found.column.default is not None or is_plural(found.column.name) or checked
    return given and not (paired or dropped or counted) and FOREIGN.isdisjoint({*parts, *words(table.name.name)})

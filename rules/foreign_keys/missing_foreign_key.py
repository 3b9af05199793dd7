from __future__ import annotations

from collections import Counter

from dbarch_lint.api import Catalog, Context, Problems, Severity, problem_in, reference_signs

LEAST_ADOPTION = 0.6
MOSTLY = 2  # so many columns of a name without a foreign key for each that has one
OTHERWISE = ("other-type", "typed", "checked", "plural", "elsewhere", "passing")  # what is no reference, or no habit
TOLD = "{0} refers to {1} by its name, but by no foreign key: rows that it means can vanish: add the foreign key"
HABIT = "{0} refers to {1} by its name, like most references of this schema, but by no foreign key: add them, or none"


def check(_: Catalog, ctx: Context) -> Problems:
    known = ctx.vocabulary
    found = [r for r in known.referring_names.found if r.declared or known.is_designed(r.table)]
    linked = Counter(reference.column.name for reference in found if reference.declared)
    missing = [(r, reference_signs(r, known)) for r in found if not r.declared]
    unlinked = Counter(r.column.name for r, seen in missing if not any(seen[sign] for sign in OTHERWISE))
    older = {id(r) for r, _ in missing if ctx.history.precedes(r.table.name, r.column, r.target.name)}
    others = {(r.column.name, r.target.name) for r, _ in missing if id(r) in older and not r.in_full}
    usual = linked.total() >= LEAST_ADOPTION * (linked.total() + unlinked.total())
    for reference, seen in missing:
        name = reference.column.name
        seen |= {
            "named": True,
            "older": id(reference) in older,
            "other-thing": (name, reference.target.name) in others,
            "dropped": (reference.table.name, name) in ctx.history.unreferenced,
            "linked-name": linked[name] > 0,
            "mostly-unlinked": usual and linked[name] and unlinked[name] > MOSTLY * linked[name],
            "never-linked": usual and not linked[name] and unlinked[name] > 1,
        }
        message = (TOLD if usual else HABIT).format(f"{reference.table.name}.{name}", reference.target.name)
        severity, fold = (None, "") if usual else (Severity.INFO, "habit")
        yield problem_in(reference.table, reference.column, message, severity=severity, fold=fold, evidence=seen)

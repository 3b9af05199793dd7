from __future__ import annotations

from dbarch_lint.api import AddColumn, Break, Context, Migration, Problem, Problems, Severity, listed

NEW = (
    "INSERTs of code that is still running leave out {0}, which must have a value now, and fail; "
    "keep a default until every INSERT names {1}"
)
DEFAULTED = (
    "{0} must have a value and {2} default goes, so INSERTs of running code that leave {1} out fail; "
    "keep the default until none does"
)
RENAMED = (
    "{0} must still have a value, but INSERTs of running code give it to the column of {2} old name now, and fail; "
    "drop NOT NULL, or set a default for {1}, in the same deployment"
)
MESSAGES = {"new": NEW, "defaulted": DEFAULTED, "renamed": RENAMED}


def check(_: Migration, ctx: Context) -> Problems:
    groups: dict[object, list[tuple[Break, Context]]] = {}
    told: set[tuple[int, str]] = set()
    for broken, here in ctx.breaks("column-required"):
        op = here.operation
        if (id(op), broken.part) in told:  # a partition, whose parent comes before it
            continue
        told.add((id(op), broken.part))
        refused = isinstance(op, AddColumn) and op.wants_value and here.meets_rows(op.table)
        new = here.result.table(broken.subject)
        missed = broken.was == "renamed" and (new is None or new.column(broken.now) is None)  # then all of it fails
        there = broken.was == "new" and here.had_column(broken.subject, broken.part)
        if not (here.begins_anew or refused or missed or there) and not here.given(broken.subject, broken.part):
            groups.setdefault((broken.subject, broken.was), []).append((broken, here))
    for found in groups.values():
        broken, here = found[0]
        columns = f"{broken.subject}.{listed(b.part for b, _ in found)}"
        message = MESSAGES[broken.was].format(columns, *(("them", "their") if found[1:] else ("it", "its")))
        severity = Severity.WARNING if broken.was == "defaulted" else None
        fold = f"{ctx.migration.id} {broken.part}"
        yield Problem(here.operation, message, severity=severity, fold=fold, objects=(broken.subject.full,))

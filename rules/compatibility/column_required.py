from __future__ import annotations

from dbarch_lint.api import AddColumn, Break, Context, CreateTable, Migration, Problem, Problems, Severity, listed

NEW = (
    "INSERTs of code that is still running leave out {0}, which must have a value now, and fail; "
    "keep a default until every INSERT names {1}"
)
DEFAULTED = (
    "{0} must have a value and {2} default goes, so INSERTs of running code that leave {1} out fail; "
    "keep the default until none does"
)


def check(_: Migration, ctx: Context) -> Problems:
    groups: dict[object, list[tuple[Break, Context]]] = {}
    for broken, here in ctx.breaks("column-required"):
        op = here.operation
        fails_at_once = isinstance(op, AddColumn) and op.wants_value
        there = broken.was == "new" and here.had_column(broken.subject, broken.part)
        if isinstance(op, CreateTable) or fails_at_once or there:
            continue
        if not here.given(broken.subject, broken.part):
            groups.setdefault((broken.subject, broken.was), []).append((broken, here))
    for found in groups.values():
        broken, here = found[0]
        columns = f"{broken.subject}.{listed(b.part for b, _ in found)}"
        message = (NEW if broken.was == "new" else DEFAULTED).format(
            columns, *(("them", "their") if found[1:] else ("it", "its"))
        )
        severity = None if broken.was == "new" else Severity.WARNING
        fold = f"{ctx.migration.id} {broken.part}"
        yield Problem(here.operation, message, severity=severity, fold=fold, objects=(broken.subject.full,))

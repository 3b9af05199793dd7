from __future__ import annotations

from dbarch_lint.api import Catalog, Context, ForeignKey, Problem, Problems, Severity, Table, problem_in, quoted
from dbarch_lint.api import quoted_name, recipe, roles

CHANGES = {"CASCADE": "to delete its rows", "SET NULL": "to clear its column", "SET DEFAULT": "to reset its column"}
CONVENTION = 10  # from so many on, foreign keys that mostly lack an index are the schema's way, told once


def check(catalog: Catalog, ctx: Context) -> Problems:
    keys = {(t.name, fk.columns): (t, fk) for t in catalog.tables if is_judged(t, catalog) for fk in judged(t)}
    bare = [(table, fk) for table, fk in keys.values() if table.covering_index(fk.columns) is None]
    changing = [fk for _, fk in keys.values() if fk.on_delete in CHANGES]
    missing = sum(fk.on_delete in CHANGES for _, fk in bare)
    is_convention = missing >= CONVENTION and missing * 2 > len(changing)
    for table, fk in bare:
        yield problem(table, fk, ctx, fold=fk.on_delete not in CHANGES or is_convention)


def is_judged(table: Table, catalog: Catalog) -> bool:
    return not (table.temporary or roles(table, catalog) & {"framework", "lookup", "settings", "staging"})


def judged(table: Table) -> list[ForeignKey]:
    return [fk for fk in table.foreign_keys if fk.enforced and not fk.inherited]


def problem(table: Table, fk: ForeignKey, ctx: Context, *, fold: bool) -> Problem:
    child, parent, columns = table.name, fk.target, ", ".join(map(quoted, fk.columns))
    why = CHANGES.get(fk.on_delete, "to look for rows that refer to it")
    concurrently = "" if ctx.is_new(child) or table.kind == "partitioned" else "CONCURRENTLY "
    return problem_in(
        table,
        fk,
        f"deleting a row of {parent} reads all of {child} {why}, because no index begins with {columns}; create one",
        fix=recipe("Index the foreign key", f"CREATE INDEX {concurrently}ON {quoted_name(child)} ({columns});"),
        severity=Severity.WARNING if fk.on_delete in CHANGES else Severity.INFO,
        fold=("changing" if fk.on_delete in CHANGES else "checking") if fold else "",
    )

from __future__ import annotations

from dbarch_lint.api import Context, ForeignKey, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    for fk in table.foreign_keys if ctx.vocabulary.is_designed(table) else ():
        optional = [c for c in table.columns if c.name in fk.columns and ctx.vocabulary.may_be_null(c)]
        names = [column.name for column in optional]
        tied = any(c.expression.columns.issuperset(names) for c in table.checks)
        if len(names) < 2 or fk.match_full or fk.inherited or tied or is_checked(fk, names, table):
            continue
        given = next((c.name for c in optional if c.default is not None and not c.default.is_null), "")
        message = (
            f"{table.name} may hold half a reference to {fk.target}: when {names[0]} or {names[1]} is NULL, nothing is "
            # a row without a reference has the default all the same, and MATCH FULL would refuse it
            f"checked: {f'set {given} NOT NULL' if given else f'declare {fk.name} MATCH FULL'}"
        )
        yield problem_in(table, fk, message)


def is_checked(fk: ForeignKey, optional: list[str], table: Table) -> bool:
    """Whether another foreign key to the same table checks what is there of a reference, all but one column of it."""
    parts = [p.columns for p in table.foreign_keys if p.target == fk.target and set(p.columns) < set(fk.columns)]
    return any(len(set(optional).difference(part)) < 2 for part in parts)

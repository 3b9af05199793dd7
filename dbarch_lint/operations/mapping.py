"""A table after every expression in it was changed in the same way: when a type that they name gets another name."""

from __future__ import annotations

from collections.abc import Callable

from dbarch_lint.objects import Expression, IndexPart, Table, replace

Change = Callable[[Expression], Expression]


def with_expressions(table: Table, change: Change) -> Table:
    """The table with `change` applied to its defaults, checks, indexes, policies and triggers."""

    def text(e: Expression | None) -> Expression | None:
        return change(e) if e is not None else None

    def parts(ps: tuple[IndexPart, ...]) -> tuple[IndexPart, ...]:
        return tuple(replace(p, expression=change(p.expression)) if p.expression is not None else p for p in ps)

    return replace(
        table,
        columns=tuple(replace(c, default=change(c.default)) if c.default is not None else c for c in table.columns),
        checks=tuple(replace(c, expression=change(c.expression)) for c in table.checks),
        exclusions=tuple(replace(e, parts=parts(e.parts), where=text(e.where)) for e in table.exclusions),
        indexes=tuple(replace(i, parts=parts(i.parts), where=text(i.where)) for i in table.indexes),
        policies=tuple(replace(p, using=text(p.using), check=text(p.check)) for p in table.policies),
        triggers=tuple(replace(t, when=text(t.when)) for t in table.triggers),
    )

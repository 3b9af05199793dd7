"""The functions that a statement calls by name: in its own expressions, or in those of the table that it writes to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.evaluated import evaluated
from dbarch_lint.names import Name
from dbarch_lint.objects import Function
from dbarch_lint.source import Statement

CALL = re.compile(r'([^\W\d][\w$]*)"?\s*\(')


class Names:
    """The names of the functions of one catalog: many statements ask the same one."""

    def __init__(self) -> None:
        self.functions: object = None
        self.found: frozenset[str] = frozenset()

    def of(self, catalog: Catalog) -> frozenset[str]:
        if self.functions is not catalog.functions:
            self.functions = catalog.functions
            self.found = frozenset([name.name.lower() for name in catalog.functions])
        return self.found


NAMES = Names()


def function_calls(op: Any, catalog: Catalog) -> Iterator[tuple[tuple[str, ...], int]]:
    """The calls of functions that may be somebody's own: the parts of their names, and how many arguments they have."""
    known = NAMES.of(catalog)
    if isinstance(op, ops.CallProcedure):
        call = (op.statement.node or {}).get("funccall", {})
        yield tuple(filter(None, (op.name.schema, op.name.name))), len(call.get("args", ()))
    statement = run_by(op, catalog)
    says_call = statement is not None and not known.isdisjoint(CALL.findall(statement.text.lower()))
    trees = [statement.node or {}] if statement is not None and says_call else []
    trees += [tree for tree, functions in evaluated(op, catalog) if not known.isdisjoint(map(last_part, functions))]
    for tree in trees:
        for kind, fields in expressions.walk(tree):
            if kind == "FuncCall":
                yield expressions.names_of(fields["funcname"]), len(fields.get("args", ()))


def last_part(function: str) -> str:
    """The name of a function without its schema."""
    return function.rpartition(".")[2].lower()


def run_by(op: Any, catalog: Catalog) -> Statement | None:
    """The statement whose expressions are evaluated: its own, or that of the view that is filled."""
    if type(op) not in RUNNING or not getattr(op, "filled", True):
        return None
    if not isinstance(op, ops.RefreshView):
        return op.statement  # type: ignore[no-any-return]
    view = catalog.view(op.table)
    return view.origin.statement if view is not None and view.origin is not None else None


# What runs the expressions that stand in it
RUNNING = frozenset(
    {
        ops.CallProcedure,
        ops.Copy,
        ops.CreateTable,
        ops.CreateView,
        ops.Delete,
        ops.Insert,
        ops.Merge,
        ops.RefreshView,
        ops.Select,
        ops.Update,
    }
)


def resolved(parts: tuple[str, ...], arguments: int, catalog: Catalog, path: Iterable[str]) -> Function | None:
    """The function of a call, where only one can be meant."""
    for schema in parts[-2:-1] or path:
        overloads = catalog.functions.get(Name(schema, parts[-1]), ())
        fits = [f for f in overloads if len(f.arguments) - f.optional <= arguments <= len(f.arguments)]
        if fits:
            return fits[0] if len(fits) == 1 and fits[0].kind != "aggregate" else None
    return None

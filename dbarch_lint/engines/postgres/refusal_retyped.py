"""Words for refusals of a column's new type: what compares it with numbers, and what the statement says beside it."""

from __future__ import annotations

from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.refusal_facts import calls_with, compares_number, operates_on, plain, takes_no_numbers
from dbarch_lint.engines.postgres.words import node_of

ARITHMETIC = frozenset("+-*/%")


def number_compared(op: Any, catalog: Catalog) -> bool:
    """Whether a CHECK or an index compares the column with a number, and it becomes something else."""
    table = catalog.table(op.target)
    # of a domain the server has written down that it becomes a number, and does that with the new type, too
    bare = plain(op.type) == "oid"  # it is compared with numbers, and that is all
    if table is None or op.old is None or not op.old.builtin or not (bare or takes_no_numbers(op.type, catalog)):
        return False
    compares = reckons_with if bare else compares_number
    found = [c.expression for c in table.checks] + [i.where for i in table.indexes if i.where is not None]
    found += [p.expression for i in table.indexes for p in i.parts if p.expression is not None]
    return any(compares(node_of(e), op.column) for e in found if op.column in e.columns)


def reckons_with(node: Any, column: str) -> bool:
    """Whether a whole number is added to the column, or a function of numbers takes it."""
    for kind, fields in expressions.walk(node):
        if kind == "FuncCall" and calls_with(fields, column):
            return True
        reckons = kind == "A_Expr" and not ARITHMETIC.isdisjoint(expressions.names_of(fields["name"]))
        if reckons and operates_on(fields, column):
            return True
    return False


def drops_identity(op: Any, _: Catalog) -> bool:
    """Whether another action of the statement drops the identity of the column."""
    if not op.statement.says(b"identity"):
        return False
    commands = [c.get("AlterTableCmd", {}) for c in (op.statement.node or {}).get("cmds", ())]
    return any(c.get("subtype") == "AT_DropIdentity" and c.get("name") == op.column for c in commands)

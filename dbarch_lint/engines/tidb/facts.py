"""As of MySQL, and what is its own: which changes of a type leave the rows as they are."""

from __future__ import annotations

from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Fact
from dbarch_lint.engines.mysql import facts

WIDTHS = {name: width for width, name in enumerate(("tinyint", "smallint", "mediumint", "int", "bigint"))}


def rows_change(op: Any, _: Catalog) -> bool:
    """Whether all rows are written again: not where the new type holds the old values as they are.

    https://docs.pingcap.com/tidb/stable/sql-statement-modify-column
    """
    old, new = op.old, op.type
    if op.nature in {"longer", "longer_from_127", "members_appended", "wider_charset"}:
        return False
    if old is None:
        return True
    if old.name in WIDTHS and new.name in WIDTHS:
        signs = {"unsigned" in type_.modifiers for type_ in (old, new)}
        return len(signs) > 1 or WIDTHS[new.name] < WIDTHS[old.name]
    lengths = [int(type_.modifiers[0]) if type_.modifiers else 0 for type_ in (old, new)]
    return not (old.name == new.name == "varchar" and lengths[1] >= lengths[0] and op.nature == "otherwise")


def what_the_column_is(op: Any, catalog: Catalog) -> frozenset[str]:
    """The words of MySQL, and `keyed` for a column of the primary key."""
    table = facts.table_of(op, catalog)
    key = table.primary_key if table is not None else None
    words = facts.column_words(op, catalog)
    return words | {"keyed"} if key is not None and op.column in key.columns else words


def clustered_key(op: Any, catalog: Catalog) -> bool:
    """Whether the rows lie in the primary key: where that is said, or the key is one integer and says nothing else.

    https://docs.pingcap.com/tidb/stable/clustered-indexes
    """
    table = facts.table_of(op, catalog)
    key = table.primary_key if table is not None else None
    if table is None or key is None:
        return False
    origin = key.origin or table.origin
    said = origin.statement.text.upper() if origin is not None else ""  # the word may stand in a comment: /*T! ... */
    if "NONCLUSTERED" in said:
        return False
    first = table.column(key.columns[0])
    return "CLUSTERED" in said or (len(key.columns) == 1 and first is not None and first.type.name in WIDTHS)


FACTS: dict[str, Fact] = {
    **facts.FACTS,
    "the column is": what_the_column_is,
    "rows change": rows_change,
    "the primary key is clustered": clustered_key,
    "other actions stand beside it": lambda op, _: bool(op.beside),
}

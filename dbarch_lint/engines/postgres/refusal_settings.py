"""Words for refusals of what ALTER TABLE seldom sets: STORAGE, COMPRESSION and attributes of columns, access method."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.engines.postgres.refusal_types import fixed
from dbarch_lint.operations import AlterView

STORAGES = frozenset("plain external extended main default".split())
ATTRIBUTES = frozenset(("n_distinct", "n_distinct_inherited"))
COMPRESSIONS = frozenset("pglz lz4 default".split())


def option_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with SET STORAGE, SET COMPRESSION and the like, of a table or a materialized view."""
    option = op.option.removeprefix("column_")
    value = (op.values[0] if isinstance(op, AlterView) and op.values else getattr(op, "value", "")).lower()
    type_ = type_of_column(op, catalog) if option in {"storage", "compression"} else None
    short = type_ is not None and fixed(type_, catalog)
    found = []
    if option == "storage" and value not in STORAGES:
        found.append("an unknown value")
    elif option == "storage" and value not in {"plain", "default"} and short:
        found.append("a storage for other types")
    if option == "compression" and value not in COMPRESSIONS:
        found.append("an unknown value")
    elif option == "compression" and value != "default" and short:
        found.append("a compression of a fixed length")
    if option == "attribute":
        found += attribute_faults(op.statement.node or {})
    return tuple(found)


def type_of_column(op: Any, catalog: Catalog) -> Type | None:
    """The type of the column that an option is set for, where it is known."""
    if isinstance(op, AlterView):
        return op.column_type
    table = catalog.table(op.target)
    column = table.column(op.column) if table is not None else None
    return column.type if column is not None else None


def attribute_faults(node: dict[str, Any]) -> Iterator[str]:
    """What is wrong with ALTER COLUMN ... SET (attribute = value)."""
    commands = (c.get("AlterTableCmd", {}) for c in node.get("cmds", ()))
    for command in (c for c in commands if c.get("subtype") == "AT_SetOptions"):
        items = command.get("def", {}).get("List", {}).get("items", ())
        if any(i["DefElem"]["defname"] not in ATTRIBUTES or "defnamespace" in i["DefElem"] for i in items):
            yield "an unknown attribute"


def another_access_method(op: Any, _: Catalog) -> bool:
    """Whether SET ACCESS METHOD names another one than the server begins with."""
    return op.value not in {"heap", ""}

"""Words of the tables that ask who owns something and where it lies."""

from __future__ import annotations

from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres.owners import indexes_of
from dbarch_lint.engines.postgres.types import type_of
from dbarch_lint.objects import Sequence, Table


def keeps_owner(op: Any, catalog: Catalog) -> bool:
    """Whether OWNER TO names the owner; of what nobody said otherwise that is whoever runs the migrations.

    To REASSIGN OWNED that makes no difference for types.
    """
    if hasattr(op, "role"):  # of types
        if op.implied:
            return False
        found: Any = catalog.types.get(op.name)
        role = op.role
    else:
        found = catalog.relations.get(op.table)
        role = op.value if hasattr(op, "value") else op.names[0]
    return bool(getattr(found, "role", "") == role)


def lies_there(op: Any, catalog: Catalog) -> bool:
    """Whether SET TABLESPACE names the tablespace that it is in already."""
    found: Any = catalog.relations.get(op.target)
    where = op.value if hasattr(op, "value") else op.names[0]
    if hasattr(op, "index"):
        owner = catalog.index_table(op.index)
        parts = indexes_of(owner) if owner is not None else ()
        found = next((p for p in parts if p.name == op.index.name), None)
    return bool(getattr(found, "tablespace", "") == where)


def linked_to_another(op: Any, catalog: Catalog) -> bool:
    """Whether a sequence is to belong to a column of a table that another role owns."""
    new = getattr(op, "definition", None)
    sequence = new if new is not None else catalog.relations.get(op.table)
    owner = new.owner if new is not None else op.owner
    table = catalog.relations.get(owner) if owner is not None and owner.name else None
    if not isinstance(table, Table) or not isinstance(sequence, Sequence):
        return False
    before = catalog.table(sequence.owner) if new is None and sequence.owner is not None else None
    return table.role != (before.role if before is not None else sequence.role)


def makes_sequence(op: Any, _: Catalog) -> bool:
    """Whether the same ALTER TABLE adds a column with a sequence: that belongs to who owned the table before."""
    if not op.statement.says(b"add"):
        return False
    commands = [c.get("AlterTableCmd", {}) for c in (op.statement.node or {}).get("cmds", ())]
    added = [c["def"]["ColumnDef"] for c in commands if c.get("subtype") == "AT_AddColumn"]
    kinds = {n["Constraint"]["contype"] for c in added for n in c.get("constraints", ())}
    return "CONSTR_IDENTITY" in kinds or any(type_of(c["typeName"]).serial for c in added)

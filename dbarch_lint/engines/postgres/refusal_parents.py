"""Words for refusals of parents and children: CHECKs of one name, what is attached or inherits already, or does not."""

from __future__ import annotations

from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.own_parts import as_index
from dbarch_lint.engines.postgres.refusal_names import absent, known_table
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.objects import ForeignKey, Table
from dbarch_lint.operations.indexes import same_shape

Node = dict[str, Any]


def unlike_check_of_parent(op: Any, catalog: Catalog) -> bool:
    """Whether a CHECK has the name of one of a parent, and another condition, or does not pass on what that does."""
    if isinstance(getattr(op, "definition", None), Table):
        above, own = op.definition.inherits, written_checks(op.statement.node or {})
    else:
        table = known_table(op, catalog)
        above = (op.parent,) if op.parent is not None else ()
        own = {c.name: (node_of(c.expression) or {}, c.no_inherit) for c in table.checks} if table is not None else {}
    passed_on = (c for t in map(catalog.table, above) if t is not None for c in t.checks if not c.no_inherit)
    both = [(c, *own[c.name]) for c in passed_on if c.name in own]
    return any(no_inherit or unlike(node_of(c.expression) or {}, node) for c, node, no_inherit in both)


def written_checks(node: Node) -> dict[str, tuple[Node, bool]]:
    """The named CHECKs of CREATE TABLE: the condition, and whether NO INHERIT is said."""
    elements: list[Node] = node.get("tableElts", [])
    written = [e["Constraint"] for e in elements if "Constraint" in e]
    written += [c["Constraint"] for e in elements for c in e.get("ColumnDef", {}).get("constraints", ())]
    named = [c for c in written if c["contype"] == "CONSTR_CHECK" and "conname" in c]
    return {c["conname"]: (c.get("raw_expr", {}), c.get("is_no_inherit", False)) for c in named}


def unlike(one: Node, other: Node) -> bool:
    """Whether two conditions are certainly not one: they read other columns, or compare with other whole numbers."""
    if expressions.column_names(one) != expressions.column_names(other):
        return True
    constants = [[fields for kind, fields in expressions.walk(n) if kind == "A_Const"] for n in (one, other)]
    if not all("ival" in fields for found in constants for fields in found):
        return False
    first, second = ({fields["ival"].get("ival", 0) for fields in found} for found in constants)
    return first != second


def attached_already(op: Any, catalog: Catalog) -> bool:
    """Whether the table to attach is a partition, or a child, of something."""
    table = catalog.table(op.partition)
    return table is not None and (table.partition_of is not None or bool(table.inherits))


def not_attached(op: Any, catalog: Catalog) -> bool:
    """Whether the table to detach is no partition of this one."""
    table, parent = catalog.table(op.partition), catalog.table(op.target)
    return table is not None and parent is not None and not table.partial and table.partition_of != op.target


def not_its_parent(op: Any, catalog: Catalog) -> bool:
    """Whether the table does not inherit from the one of NO INHERIT."""
    table = known_table(op, catalog)
    return table is not None and op.parent not in table.inherits


def circular(op: Any, catalog: Catalog) -> bool:
    """Whether a table would inherit from itself."""
    return op.parent == op.target or op.parent in {t.name for t in catalog.descendants(op.target)}


def inherits_already(op: Any, catalog: Catalog) -> bool:
    """Whether the table inherits from the other one already."""
    table = catalog.table(op.target)
    return table is not None and op.parent in table.inherits


def trigger_inherited(op: Any, catalog: Catalog) -> bool:
    """Whether the trigger is a partition's part of its parent's trigger."""
    table = catalog.table(op.target)
    return table is not None and any(t.name == op.name and t.inherited for t in table.triggers)


def child_has_it_from_others(op: Any, catalog: Catalog) -> bool:
    """Whether what is below the table has the column from a table beside it, too."""
    family = {op.target, *(t.name for t in catalog.descendants(op.target))}
    others = (p for t in catalog.descendants(op.target) for p in t.inherits if p not in family)
    tables = (catalog.table(name) for name in others)
    return any(t is not None and t.column(op.column) is not None for t in tables)


def index_to_attach(op: Any, catalog: Catalog) -> str:
    """What keeps an index from becoming a part of a parent's, in a word; empty: nothing that is known."""
    if absent(op.other, catalog):
        return "missing"
    part, whole = catalog.index_table(op.other), catalog.index_table(op.index)
    if not isinstance(part, Table) or not isinstance(whole, Table) or part.partial or whole.partial:
        return ""
    if part.partition_of != whole.name:
        return "of no partition"
    own, theirs = ({i.name: i for i in (*map(as_index, t.keys), *t.indexes)} for t in (part, whole))
    index, parent = own.get(op.other.name), theirs.get(op.index.name)
    if index is None or parent is None or index.parent == parent.name:
        return ""
    if index.parent:
        return "attached elsewhere"
    if any(i.parent == parent.name for i in own.values()):
        return "one too many"
    if not same_shape(index, parent):
        return "unlike"
    keyed = whole.constraint(parent.name) is not None and part.constraint(index.name) is None
    return "of no constraint" if keyed else ""


def replaced_trigger_inherited(op: Any, catalog: Catalog) -> bool:
    """Whether the trigger that CREATE OR REPLACE finds is a partition's part of its parent's trigger."""
    table = catalog.table(op.target)
    return table is not None and any(t.name == op.trigger.name and t.inherited for t in table.triggers)


def enforced_otherwise(op: Any, catalog: Catalog) -> bool:
    """Whether a partition has the foreign key that it would get from above, and one of the two is NOT ENFORCED."""
    if hasattr(op, "partition"):
        parent, below = catalog.table(op.target), [catalog.table(op.partition), *catalog.descendants(op.partition)]
        theirs = parent.foreign_keys if parent is not None else ()
    else:
        below, theirs = [*catalog.descendants(op.target)], (op.constraint,)
    own = {refers(k): k.enforced for t in below if t is not None for k in t.foreign_keys if not k.parent}
    return any(own.get(refers(key), key.enforced) != key.enforced for key in theirs)


def refers(key: ForeignKey) -> tuple[object, ...]:
    """What of a foreign key decides whether one of a partition can be meant by one of its parent."""
    return key.columns, key.target, key.target_columns

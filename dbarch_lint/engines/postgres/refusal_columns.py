"""Words for refusals that hang on columns, on what they inherit, and on what depends on an object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dbarch_lint.catalog import Catalog, parents
from dbarch_lint.effects import Fact
from dbarch_lint.engines.postgres import not_null
from dbarch_lint.engines.postgres.refusal_names import known_table
from dbarch_lint.objects import NO_NAMES, Check, Column, Exclusion, ForeignKey, Index, Key, Table
from dbarch_lint.operations import AlterView

SYSTEM_COLUMNS = frozenset("tableoid cmax xmax cmin xmin ctid".split())


def column(op: Any, catalog: Catalog) -> Column | None:
    """The column that the operation names, where it is known."""
    table = catalog.table(op.target)
    return table.column(op.column) if table is not None else None


def flag(name: str) -> Fact:
    """A fact: whether something is said of the column."""

    def get(op: Any, catalog: Catalog) -> bool:
        found = column(op, catalog)
        return found is not None and bool(getattr(found, name))

    return get


def is_partition(op: Any, catalog: Catalog) -> bool:
    """Whether the target is a partition."""
    table = catalog.table(op.target)
    return table is not None and table.partition_of is not None


def new_column_there(op: Any, catalog: Catalog) -> bool:
    """Whether the table has a column of the new name."""
    table = catalog.table(op.target)
    return table is not None and table.column(op.column) is not None and table.column(op.new_name) is not None


def in_primary_key(op: Any, catalog: Catalog) -> bool:
    """Whether the column is part of the primary key."""
    table = catalog.table(op.target)
    return table is not None and table.primary_key is not None and op.column in table.primary_key.columns


def parents_of(table: Table, catalog: Catalog) -> Iterator[Table]:
    """The tables that it inherits from, or is a partition of."""
    for name in (*table.inherits, *((table.partition_of,) if table.partition_of else ())):
        found = catalog.table(name)
        if found is not None:
            yield found


def renamed_to_system(op: Any, _: Catalog) -> bool:
    """Whether a column gets a name that each table has from the server."""
    return (op.names[-1] if isinstance(op, AlterView) else op.new_name) in SYSTEM_COLUMNS


def foreign_key_faults(op: Any, catalog: Catalog) -> Iterator[str]:
    """What is wrong with the columns that new foreign keys name, whatever the tables have."""
    for key, _ in new_foreign_keys(op, catalog):
        if len(set(key.target_columns)) < len(key.target_columns):
            yield "a column twice"
        if SYSTEM_COLUMNS.intersection((*key.columns, *key.target_columns)):
            yield "a system column"


def not_null_above(op: Any, catalog: Catalog) -> bool:
    """Whether a parent has the column as NOT NULL."""
    table = catalog.table(op.target)
    above = parents_of(table, catalog) if table is not None else ()
    return any(c.name == op.column and not c.nullable and not c.not_null_local for t in above for c in t.columns)


def constraint_inherited(op: Any, catalog: Catalog) -> bool:
    """Whether the constraint comes from a parent, be it written here, too."""
    table = catalog.table(op.target)
    found = table.constraint(op.name) if table is not None else None
    if table is None or not isinstance(found, Check) or found.inherited:
        return found is not None and bool(getattr(found, "inherited", False))
    return any(
        c.name == op.name and not c.no_inherit for p in map(catalog.table, parents(table)) if p for c in p.checks
    )


def constraint_kind(op: Any, catalog: Catalog) -> str:
    """key, foreign_key, check or exclusion; empty for one that is not known."""
    table = catalog.table(op.target)
    found = table.constraint(op.name) if table is not None else None
    return (
        "key"
        if isinstance(found, Key)
        else "foreign_key"
        if isinstance(found, ForeignKey)
        else "other"
        if found
        else ""
    )


def lacks(table: Table | None, catalog: Catalog, columns: Iterator[str] | tuple[str, ...]) -> bool:
    """Whether a table that is wholly known has not all of these columns."""
    if table is None or table.partial or not catalog.complete:
        return False
    return bool([c for c in columns if table.column(c) is None and c not in SYSTEM_COLUMNS])


def key_column_missing(op: Any, catalog: Catalog) -> bool:
    """Whether a constraint that lists columns names one that the table has not."""
    return lacks(known_table(op, catalog), catalog, columns_of(op.constraint))


def columns_of(constraint: Key | ForeignKey | Exclusion) -> tuple[str, ...]:
    """The plain columns of a constraint."""
    if isinstance(constraint, Exclusion):
        return tuple(p.column for p in constraint.parts if p.column)
    return constraint.columns


def nulls_some(op: Any, _: Catalog) -> bool:
    """Whether ON DELETE SET NULL or SET DEFAULT names columns."""
    return bool(op.constraint.nulled)


def nulls_others(op: Any, _: Catalog) -> bool:
    """Whether those are not all columns of the foreign key."""
    return not set(op.constraint.nulled) <= set(op.constraint.columns)


def nullable_below(op: Any, catalog: Catalog) -> bool:
    """Whether a partition, or a child, allows NULL in a column of the new key."""
    found = (t.column(c) for t in catalog.descendants(op.target) for c in op.constraint.columns)
    return any(c is not None and c.nullable for c in found)


def two_levels(op: Any, catalog: Catalog) -> bool:
    """Whether what is below the target has something below it."""
    return any(catalog.children.get(name) for name in catalog.children.get(op.target, NO_NAMES))


def target_column_missing(op: Any, catalog: Catalog) -> bool:
    """Whether a foreign key points to a column that is not there."""
    return op.constraint.target != op.target and lacks(
        catalog.table(op.constraint.target), catalog, op.constraint.target_columns
    )


def index_column_missing(op: Any, catalog: Catalog) -> bool:
    """Whether an index names a column that the table has not."""
    index: Index = op.index
    return lacks(known_table(op, catalog), catalog, (*[p.column for p in index.parts if p.column], *index.include))


def check_column_missing(op: Any, catalog: Catalog) -> bool:
    """Whether a CHECK names a column that the table has not; its own name stands for the whole row."""
    return lacks(known_table(op, catalog), catalog, tuple(op.constraint.expression.columns - {op.target.name}))


def column_twice(op: Any, _: Catalog) -> bool:
    """Whether a key names a column twice."""
    columns = op.constraint.columns
    return len(set(columns)) < len(columns)


def without_primary_key(op: Any, catalog: Catalog) -> bool:
    """Whether a foreign key points to the primary key of a table that has none."""
    if all(k.target_columns for k in foreign_keys_of(op)):
        return False
    found = new_foreign_keys(op, catalog)
    return any(not key.target_columns and target is not None and target.primary_key is None for key, target in found)


def new_foreign_keys(op: Any, catalog: Catalog) -> list[tuple[ForeignKey, Table | None]]:
    """The foreign keys that a statement adds, each with the table it points to, where that is wholly known."""
    new, keys = getattr(op, "definition", None), foreign_keys_of(op)
    found = [new if new is not None and k.target == op.table else catalog.table(k.target) for k in keys]
    return [(k, None if t is None or t.partial else t) for k, t in zip(keys, found, strict=True)]


def foreign_keys_of(op: Any) -> list[ForeignKey]:
    """The foreign keys that a statement adds."""
    new = getattr(op, "definition", None)
    return [op.constraint] if new is None else [k for k in new.foreign_keys if not k.inherited]


def counts_differ(op: Any, _: Catalog) -> bool:
    """Whether a foreign key has more or fewer columns than it points to."""
    keys = op.definition.foreign_keys if hasattr(op, "definition") else (op.constraint,)
    return bool([k for k in keys if k.target_columns and len(k.columns) != len(k.target_columns) and not k.inherited])


def points_to_no_key(op: Any, catalog: Catalog) -> bool:
    """Whether a foreign key points to columns that are not unique."""
    for key, target in new_foreign_keys(op, catalog):
        if target is not None and key.target_columns and target.unique_over(key.target_columns) is None:
            return True
    return False


def points_to_unlogged(op: Any, catalog: Catalog) -> bool:
    """Whether a logged table is to reference an UNLOGGED or temporary one."""
    if not [t for _, t in new_foreign_keys(op, catalog) if t is not None and (t.unlogged or t.temporary)]:
        return False
    own = getattr(op, "definition", None) or catalog.table(op.target)
    return not (own is None or own.partial or own.unlogged or own.temporary)


def generated_from(op: Any, catalog: Catalog) -> bool:
    """Whether a generated column is computed from the column."""
    table = catalog.table(op.target)
    others = [c for c in table.columns if c.generated and c.name != op.column] if table is not None else []
    return any(c.default is not None and op.column in c.default.columns for c in others)


# --- partitions and inheritance


def has_other_default(op: Any, catalog: Catalog) -> bool:
    """Whether a second default partition is made."""
    new = getattr(op, "definition", None)
    parent, wanted = (new.partition_of, new.partition_default) if new is not None else (op.target, op.default)
    if parent is None or not wanted:
        return False
    children = (catalog.table(n) for n in catalog.children.get(parent, NO_NAMES))
    return any(t is not None and t.partition_default for t in children)


def parent_not_partitioned(op: Any, catalog: Catalog) -> bool:
    """Whether a partition is made of a table that is not partitioned."""
    new = getattr(op, "definition", None)
    parent = (
        catalog.table(new.partition_of if new is not None else op.target) if new is None or new.partition_of else None
    )
    return parent is not None and not parent.partial and parent.partition_by is None


def lacks_check_of_parent(op: Any, catalog: Catalog) -> bool:
    """Whether a table that is attached, or inherits, has not all CHECK constraints of its parent."""
    parent = catalog.table(op.parent) if hasattr(op, "parent") else catalog.table(op.target)
    child = known_table(op, catalog) if hasattr(op, "parent") else catalog.table(op.partition)
    if parent is None or child is None or parent.partial or child.partial or not catalog.complete:
        return False
    known = {c.name for c in child.checks}
    return any(c.name not in known for c in parent.checks if not c.no_inherit)


def lacks_column_of_parent(op: Any, catalog: Catalog) -> bool:
    """The same for columns: all must be there, of the same type."""
    parent = catalog.table(op.parent) if hasattr(op, "parent") else catalog.table(op.target)
    child = known_table(op, catalog) if hasattr(op, "parent") else catalog.table(op.partition)
    if parent is None or child is None or parent.partial or child.partial or not catalog.complete:
        return False
    types = {c.name: str(c.type) for c in child.columns}
    return any(types.get(c.name) != str(c.type) for c in parent.columns if c.type.serial is None)


def parent_kind(op: Any, catalog: Catalog) -> str:
    """What kind its parents are: partitioned, partition, or table for others; empty where it is not known."""
    names = op.definition.inherits if hasattr(op, "definition") else (op.parent,)
    if not names:
        return ""
    kinds = {
        ("partition" if t.partition_of else "partitioned" if t.partition_by else "table")
        for t in map(catalog.table, names)
        if t
    }
    return max(kinds, default="", key=("", "table", "partition", "partitioned").index)


def other_not_null(op: Any, catalog: Catalog) -> bool:
    """Whether the column is NOT NULL by a constraint of another name."""
    found = column(op, catalog)
    if found is None or found.nullable or not op.name:
        return False
    table = catalog.table(op.table)
    return table is not None and bool(op.name != not_null.name_of(table, found, catalog))


def child_has_otherwise(op: Any, catalog: Catalog) -> bool:
    """Whether a child has a column of the new one's name, of another type."""
    found = [t.column(op.column.name) for t in catalog.descendants(op.target)]
    return bool(found) and any(c is not None and not c.type.same(op.column.type) for c in found)


def child_has_it(op: Any, catalog: Catalog) -> bool:
    """Whether a child has the column from this table."""
    found = (t.column(op.column) for t in catalog.descendants(op.target))
    return any(c is not None and c.inherited for c in found)


def child_has_constraint(op: Any, catalog: Catalog) -> bool:
    """Whether a child has another constraint of the new one's name."""
    name, new = op.constraint.name, op.constraint.expression
    found = (t.constraint(name) for t in catalog.descendants(op.target))
    return any(c is not None and getattr(c, "expression", None) != new for c in found)


def enforced(op: Any, catalog: Catalog) -> bool:
    """Whether the constraint is enforced, or may be."""
    table = catalog.table(op.target)
    found = table.constraint(op.name) if table is not None else None
    return bool(getattr(found, "enforced", True))


FACTS: dict[str, Fact] = {
    "the new name is the server's": renamed_to_system,
    "its foreign keys have": lambda op, catalog: tuple(foreign_key_faults(op, catalog)),
    "it nulls some columns": nulls_some,
    "it nulls columns of others": nulls_others,
    "a column is nullable below": nullable_below,
    "there are two levels below it": two_levels,
    "a child has the column otherwise": child_has_otherwise,
    "a child has the column from it": child_has_it,
    "a child has the constraint": child_has_constraint,
    "the constraint is enforced": enforced,
    "another not null is there": other_not_null,
    "the target is a partition": is_partition,
    "the column is inherited": flag("inherited"),
    "the column is identity": flag("identity"),
    "the column has a default": flag("default"),
    "the column is generated at all": flag("generated"),
    "the new column is there": new_column_there,
    "the column is in the primary key": in_primary_key,
    "the column is not null above": not_null_above,
    "the constraint is inherited": constraint_inherited,
    "the kind of constraint": constraint_kind,
    "a key column is missing": key_column_missing,
    "a referenced column is missing": target_column_missing,
    "a column of the check is missing": check_column_missing,
    "an index column is missing": index_column_missing,
    "a column stands twice": column_twice,
    "it points to no primary key": without_primary_key,
    "it points to more or fewer columns": counts_differ,
    "it points to no key": points_to_no_key,
    "it points to an unlogged table": points_to_unlogged,
    "a view reads the sequence": lambda op, catalog: bool(catalog.users.get(op.target)),
    "a column is generated from it": generated_from,
    "there is another default partition": has_other_default,
    "the parent is not partitioned": parent_not_partitioned,
    "it lacks a check of its parent": lacks_check_of_parent,
    "it lacks a column of its parent": lacks_column_of_parent,
    "the parent is": parent_kind,
}

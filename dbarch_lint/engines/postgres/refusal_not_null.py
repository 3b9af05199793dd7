"""Words for refusals of NOT NULL constraints, which have a name and may be NOT VALID or NO INHERIT since version 18.

Source: PostgreSQL's AdjustNotNullInheritance, verifyNotNullPKCompatible and MergeConstraintsIntoExisting; each row that
uses them was measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dbarch_lint.catalog import Catalog, parents
from dbarch_lint.engines.postgres import not_null
from dbarch_lint.engines.postgres.lower.common import Node, strings
from dbarch_lint.objects import Column, Table

OTHERWISE, UNCHECKED = "inherited otherwise", "not valid"


def strict(table: Table | None, name: str) -> Column | None:
    """The column of this name, if the table has it as NOT NULL."""
    found = table.column(name) if table is not None else None
    return found if found is not None and not found.nullable else None


def below(op: Any, catalog: Catalog, column: str) -> Iterator[Column]:
    """The column in the children that say NOT NULL of it, so far as the statement reaches them."""
    found = [] if op.only else catalog.descendants(op.target)
    return (c for t in found if (c := strict(t, column)) is not None)


def clash(op: Any, catalog: Catalog) -> str:
    """What the NOT NULL that is there, here or in a child, has against a new one."""
    here = strict(catalog.table(op.target), op.column)
    children = [] if op.no_inherit else list(below(op, catalog, op.column))
    if not op.as_constraint:
        found = [] if op.only else [c for c in (here, *children) if c is not None]
        return OTHERWISE if any(c.not_null_local for c in found) else ""
    if (here is not None and here.not_null_local != op.no_inherit) or any(c.not_null_local for c in children):
        return OTHERWISE
    unchecked = any(not c.not_null_valid for c in (here, *children) if c is not None)
    return UNCHECKED if unchecked and op.validated else ""


def unchecked_below(op: Any, catalog: Catalog) -> bool:
    """Whether a NOT NULL is not valid that children have, too."""
    here = strict(catalog.table(op.target), getattr(op, "column", "") or not_null_column(op, catalog))
    return here is not None and not here.not_null_valid and not here.not_null_local


def not_null_column(op: Any, catalog: Catalog) -> str:
    """The column whose NOT NULL the operation names; empty: none."""
    return not_null.column_named(catalog.table(op.target), op.name, catalog)


def unchecked(op: Any, catalog: Catalog) -> bool:
    """Whether the column is NOT NULL by a constraint that is NOT VALID."""
    found = strict(catalog.table(op.target), op.column)
    return found is not None and not found.not_null_valid


def weak(columns: Iterable[Column | None]) -> bool:
    """Whether no primary key may stand on one of these NOT NULLs."""
    return any(c is not None and (c.not_null_local or not c.not_null_valid) for c in columns)


def key_not_enough(op: Any, catalog: Catalog) -> bool:
    """Whether a column of a new primary key is NOT NULL in a way that does not suffice, here or in a child."""
    table = catalog.table(op.target)
    key = index_columns(op, table) if op.constraint.using_index else op.constraint.columns
    for name in key:
        here = strict(table, name)
        if weak([here]) or (here is None and weak(below(op, catalog, name))):
            return True
    return False


def index_columns(op: Any, table: Table | None) -> tuple[str, ...]:
    """The columns of the index that becomes the key."""
    indexes = table.indexes if table is not None else ()
    return next((tuple([p.column for p in i.parts]) for i in indexes if i.name == op.constraint.using_index), ())


def needed_beside(op: Any, catalog: Catalog) -> bool:
    """Whether the same statement adds a primary key that counts on the NOT NULL as it was before."""
    if not op.statement.says(b"primary"):
        return False
    column = getattr(op, "column", "") or not_null_column(op, catalog)
    here = strict(catalog.table(op.target), column)
    return here is not None and column in key_beside(op.statement.node or {})


def key_beside(node: Node) -> tuple[str, ...]:
    """The columns of the primary key that an ALTER TABLE adds."""
    for item in node.get("cmds", ()):
        said = item.get("AlterTableCmd", {}).get("def", {})
        if said.get("Constraint", {}).get("contype") == "CONSTR_PRIMARY":
            return strings(said["Constraint"].get("keys"))
        own = said.get("ColumnDef", {}).get("constraints", ())
        if any(c["Constraint"]["contype"] == "CONSTR_PRIMARY" for c in own):
            return (said["ColumnDef"]["colname"],)
    return ()


def named(op: Any, catalog: Catalog) -> str:
    """Of the NOT NULL that the operation names: NO INHERIT, inherited, or own; empty: it names none."""
    table, column = catalog.table(op.target), not_null_column(op, catalog)
    here = strict(table, column)
    if table is None or here is None:
        return ""
    return "NO INHERIT" if here.not_null_local else "inherited" if passed_on(table, column, catalog) else "own"


def passed_on(table: Table, column: str, catalog: Catalog) -> bool:
    """Whether a parent passes a NOT NULL of this column on."""
    above = (strict(catalog.table(name), column) for name in parents(table))
    return any(c is not None and not c.not_null_local for c in above)


def on_partitioned(op: Any, catalog: Catalog) -> bool:
    """Whether the constraint is a NOT NULL of a partitioned table."""
    table = catalog.table(op.target)
    return table is not None and table.kind == "partitioned" and bool(not_null_column(op, catalog))


def child_keeps_own(op: Any, catalog: Catalog) -> bool:
    """Whether a child has a NOT NULL with NO INHERIT of the column whose constraint is named."""
    column = not_null_column(op, catalog)
    found = (strict(t, column) for t in catalog.descendants(op.target)) if column else ()
    return any(c is not None and c.not_null_local for c in found)


def child_names_it_otherwise(op: Any, catalog: Catalog) -> bool:
    """Whether the column's NOT NULL has another name in a child."""
    column = not_null_column(op, catalog)
    both = ((t, strict(t, column)) for t in catalog.descendants(op.target)) if column else ()
    return any(c is not None and not_null.name_of(t, c, catalog) != op.name for t, c in both)


def name_taken(op: Any, catalog: Catalog) -> bool:
    """Whether a new constraint, or a NOT NULL, gets the name of a NOT NULL, or of another constraint, of the table."""
    table, name, own = catalog.table(op.target), new_name(op), getattr(op, "column", "")
    if table is None or not name:
        return False
    column = not_null.column_named(table, name, catalog)
    of_not_null = hasattr(op, "as_constraint") or isinstance(own, Column)
    return column not in {"", own} or (of_not_null and not column and table.constraint(name) is not None)


def new_name(op: Any) -> str:
    """The name that the operation gives to a constraint of any kind; empty: the server chooses."""
    new, column = getattr(op, "constraint", None), getattr(op, "column", None)
    if isinstance(column, Column):
        return column.not_null_name
    given: str = new.name if new is not None else getattr(op, "new_name", "") or op.name
    return given


def local_for_key(op: Any, _: Catalog) -> bool:
    """Whether a new column says NO INHERIT of a NOT NULL that a primary key or identity needs."""
    if not op.column.not_null_local:
        return False
    return bool(op.column.identity or op.column.type.serial) or op.column.name in key_beside(op.statement.node or {})


def says_nothing_new(op: Any, catalog: Catalog) -> bool:
    """Whether ALTER CONSTRAINT [NO] INHERIT says of a NOT NULL what it is."""
    here = strict(catalog.table(op.target), not_null_column(op, catalog)) if op.inherit is not None else None
    return here is not None and here.not_null_local != op.inherit


def joining(op: Any, catalog: Catalog) -> str:
    """What a table that gets a parent has against a NOT NULL of it: none of its own, or one that is weaker."""
    partition = getattr(op, "partition", None)
    parent, table = (op.target, partition) if partition is not None else (op.parent, op.target)
    above, found = catalog.table(parent) if parent is not None else None, catalog.table(table)
    if above is None or found is None:
        return ""
    both = [
        (c, mine) for c in above.columns if not c.nullable and not c.not_null_local if (mine := found.column(c.name))
    ]
    if any(mine.nullable for _, mine in both):
        return "NULL"
    weaker = (mine.not_null_local or (theirs.not_null_valid and not mine.not_null_valid) for theirs, mine in both)
    return "weaker" if any(weaker) else ""


# --- new tables

Declared = tuple[str, bool]  # the name, and whether NO INHERIT is said


def declared(op: Any, catalog: Catalog) -> str:
    """What the NOT NULLs of a new table have against each other."""
    definition = op.definition
    elsewhere = op.not_nulls or op.likes or parents(definition) or op.statement.says(b"inherit")
    if not elsewhere and not any(c.not_null_name for c in definition.columns):
        return ""
    found = written(op.statement.node or {})
    for like in op.likes if found else ():
        for name, said in copied(catalog.table(like.table), catalog):
            found.setdefault(name, []).append(said)
    faults = (fault(column, found.get(column.name, []), definition, catalog) for column in definition.columns)
    listed = [name for all_said in found.values() for name in {n for n, _ in all_said if n}]
    return next(filter(None, faults), "a name twice" if len(set(listed)) < len(listed) else "")


def fault(column: Column, said: list[Declared], table: Table, catalog: Catalog) -> str:
    """The same of one column, and what is said of it."""
    local = {no_inherit for _, no_inherit in said} | ({True} if column.not_null_local else set())
    if column.identity or column.type.serial or (table.primary_key and column.name in table.primary_key.columns):
        local.add(False)
    names = {name for name, _ in said} | {column.not_null_name}
    if len(names - {""}) > 1 or len(local) > 1:
        return "two for a column"
    if True in local and table.kind == "partitioned":
        return "NO INHERIT of a partitioned table"
    return "NO INHERIT of a parent's" if True in local and passed_on(table, column.name, catalog) else ""


def copied(source: Table | None, catalog: Catalog) -> Iterator[tuple[str, Declared]]:
    """The NOT NULLs that LIKE takes over, with their columns."""
    for column in source.columns if source is not None else ():
        if source is not None and not column.nullable:
            yield column.name, (not_null.name_of(source, column, catalog), column.not_null_local)


def written(node: Node) -> dict[str, list[Declared]]:
    """The NOT NULLs of CREATE TABLE, by column."""
    found: dict[str, list[Declared]] = {}
    for element in node.get("tableElts", ()):
        definition = element.get("ColumnDef", {})
        own = [c["Constraint"] for c in definition.get("constraints", ())]
        pairs = [(definition["colname"], c) for c in own if c["contype"] == "CONSTR_NOTNULL"]
        table = element.get("Constraint", {})
        if table.get("contype") == "CONSTR_NOTNULL":
            pairs += [(name, table) for name in strings(table.get("keys"))]
        for column, c in pairs:
            found.setdefault(column, []).append((c.get("conname", ""), c.get("is_no_inherit", False)))
    return found


def missing_column(op: Any, _: Catalog) -> bool:
    """Whether a NOT NULL of a new table names a column that it has not."""
    return bool({column for column, *_ in op.not_nulls} - {c.name for c in op.definition.columns})

"""Words for refusals of what something else depends on: keys, indexes, sequences, types, functions, schemas."""

from __future__ import annotations

from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres.implied import wrapper
from dbarch_lint.engines.postgres.refusal_facts import apart, named_together
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Composite, Domain, Key, Sequence, Table, UserType


def needed_by_foreign_key(op: Any, catalog: Catalog) -> bool:
    """Whether a foreign key needs the key that is dropped."""
    table = catalog.table(op.target)
    key = table.constraint(op.name) if table is not None else None
    return (
        isinstance(key, Key)
        and table is not None
        and references(op.target, key.columns, catalog)
        and serves(key, table)
    )


def serves(key: Key, table: Table) -> bool:
    """Whether foreign keys to these columns rest on this key: of several, on the first."""
    return table.unique_over(key.columns) is key


def references(name: Name, columns: tuple[str, ...], catalog: Catalog) -> bool:
    """Whether a foreign key points to these columns."""
    tables = (catalog.table(other) for other in catalog.referencing.get(name, NO_NAMES))
    return any(
        k.target == name and set(k.target_columns) == set(columns)
        for t in tables
        if t is not None
        for k in t.foreign_keys
    )


def index_needed(op: Any, catalog: Catalog) -> bool:
    """Whether the index that is dropped serves a foreign key, as its target's unique index."""
    table = catalog.index_table(op.index)
    index = table.index(op.index.name) if isinstance(table, Table) else None
    if index is None or not index.unique or not isinstance(table, Table):
        return False
    keyed = any(set(k.columns) == set(index.columns) for k in table.keys)
    return not keyed and references(table.name, index.columns, catalog)


def index_inherited(op: Any, catalog: Catalog) -> bool:
    """Whether the index is a partition's part of its parent's index."""
    table = catalog.index_table(op.index)
    index = table.index(op.index.name) if isinstance(table, Table) else None
    return index is not None and index.inherited


def sequence_needed(op: Any, catalog: Catalog) -> bool:
    """Whether a column takes its values from the sequence."""
    found = catalog.relations.get(op.target)
    owner = catalog.table(found.owner) if isinstance(found, Sequence) and found.owner is not None else None
    used = owner.column(found.owner_column) if owner is not None and isinstance(found, Sequence) else None
    drawn = op.target in catalog.drawing
    return drawn or (
        used is not None and (bool(used.identity) or (used.default is not None and "nextval" in used.default.functions))
    )


def drawn_from(op: Any, catalog: Catalog) -> bool:
    """Whether a default of another table draws from a sequence that goes with the table, or with the column."""
    column = getattr(op, "column", "")
    for name in catalog.sequences_of.get(op.target, NO_NAMES):
        found = catalog.relations.get(name)
        goes = isinstance(found, Sequence) and (not column or found.owner_column == column)
        if goes and apart(catalog.drawing.get(name, NO_NAMES) - {op.target}, op):
            return True
    return False


def of_identity(op: Any, catalog: Catalog) -> bool:
    """Whether the sequence is that of an identity column."""
    found = catalog.relations.get(op.target)
    return isinstance(found, Sequence) and found.identity


def type_needed(op: Any, catalog: Catalog) -> bool:
    """Whether a column or a domain is of the type, or a default that a column has since it was of the type."""
    if catalog.typed.get(op.name):
        return True
    together = named_together(op)
    if any(op.name in made_of(t) for t in catalog.types.values() if t.name.name not in together):
        return True
    if any(isinstance(r, Table) and r.of_type == op.name for r in catalog.relations.values()):
        return True
    tables = [catalog.table(name) for name in catalog.drawing.get(op.name, NO_NAMES)]
    return any(t is not None and any(c.default_type == op.name for c in t.columns) for t in tables)


def made_of(type_: UserType) -> set[Name]:
    """The types of a domain, or of the attributes of a composite type."""
    inner = [type_.type] if isinstance(type_, Domain) else []
    inner += [c.type for c in type_.columns] if isinstance(type_, Composite) else []
    return {Name(t.schema, t.name) for t in inner}


def serving(op: Any, catalog: Catalog) -> bool:
    """Whether a foreign table is of the server, or a server of the foreign-data wrapper."""
    others = catalog.others.values()
    if op.kind == "foreign_data_wrapper":
        return any(n.kind == "server" and wrapper(n) == op.name for n in others)
    return any(isinstance(t, Table) and t.server == op.name for t in catalog.relations.values())


def function_needed(op: Any, catalog: Catalog) -> bool:
    """Whether a trigger calls the function, and no other function has its name."""
    return op.name in catalog.calling and len(catalog.functions.get(op.name, ())) == 1


def schema_filled(op: Any, catalog: Catalog) -> bool:
    """Whether anything is in the schema."""
    return any(n.schema == op.name for names in (catalog.relations, catalog.types, catalog.functions) for n in names)


def held_inside(op: Any, catalog: Catalog) -> bool:
    """Whether a table has a column that holds arrays of the domain, or rows with a field of it."""
    own = (op.name.schema, op.name.name)
    rows = {
        (t.name.schema, t.name.name)
        for t in catalog.types.values()
        if isinstance(t, Composite) and any((c.type.schema, c.type.name) == own for c in t.columns)
    }
    names = (op.name, *(Name(*row) for row in rows))
    tables = (catalog.table(n) for name in names for n in catalog.typed.get(name, NO_NAMES))
    columns = [c.type for t in tables if t is not None for c in t.columns]
    return any((c.schema, c.name) in rows or ((c.schema, c.name) == own and bool(c.array)) for c in columns)

"""What an index is good for, whoever owns it: two indexes of one shape answer the same questions."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dbarch_lint.catalog import Catalog
from dbarch_lint.objects import Expression, Index, IndexPart, Key, Table

# The operator classes that a type has anyway; writing one changes nothing. Others (`text_pattern_ops`) do.
USUAL_CLASSES = frozenset(
    f"{name}_ops"
    for name in """array bit bool bpchar bytea char cidr date enum float4 float8 inet int2 int4 int8 interval jsonb
    macaddr name numeric oid range record text time timestamp timestamptz timetz tsvector uuid varbit""".split()
)


class Shape(msgspec.Struct, frozen=True):
    """The full identity of an index, its name and its owner left out."""

    parts: tuple[IndexPart, ...]
    method: str = "btree"
    include: frozenset[str] = frozenset()
    where: Expression | None = None
    unique: bool = False
    nulls_distinct: bool = True

    def serves(self, other: Shape) -> bool:
        """Whether whatever `other` finds, sorts or guarantees, this one does too."""
        if self.method != other.method or self.where != other.where:
            return False
        if other.unique and not (self.unique and self.nulls_distinct == other.nulls_distinct):
            return False
        if self.parts == other.parts:
            return other.include <= self.include
        if other.unique or self.method != "btree" or self.parts[: len(other.parts)] != other.parts:
            return False
        return other.include <= self.include | {p.column for p in self.parts}


def shape_of(index: Index | Key) -> Shape | None:
    """The shape of an index or of the index below a key; None where it is not an ordinary one."""
    include = frozenset(index.include)
    if isinstance(index, Index):
        parts = tuple(plain(part, index.method) for part in index.parts)
        return Shape(parts, index.method, include, index.where, index.unique, index.nulls_distinct)
    if index.without_overlaps or index.deferrable:
        return None
    lengths = index.lengths or (0,) * len(index.columns)
    parts = tuple(IndexPart(column=c, length=n) for c, n in zip(index.columns, lengths, strict=True))
    return Shape(parts, "btree", include, None, unique=True, nulls_distinct=index.nulls_distinct)


def plain(part: IndexPart, method: str) -> IndexPart:
    """A part without the words that change nothing."""
    if method == "btree" and part.opclass in USUAL_CLASSES:
        return msgspec.structs.replace(part, opclass="")
    return part


def shapes(table: Table) -> list[tuple[Index | Key, Shape]]:
    """Every index of a table that can stand for another one, with its shape: those of its keys first."""
    every: list[Index | Key] = [*table.keys, *(i for i in table.indexes if i.valid and i.visible and not i.inherited)]
    return [(index, shape) for index in every if (shape := shape_of(index)) is not None]


class Redundant(msgspec.Struct, frozen=True):
    """An index that another one of its table makes superfluous: by having the same parts, or by beginning with them."""

    index: Index | Key
    other: Index | Key
    other_parts: str
    same: bool


def redundant_indexes(table: Table, catalog: Catalog) -> Iterator[Redundant]:
    """The indexes of a table that another one serves for, each told of the best of those that stay."""
    kept = shapes(table)
    for index, shape in sorted(kept, key=lambda pair: _worth(pair[0], pair[1], table), reverse=True):
        others = [(o, s) for o, s in kept if o.name != index.name and s.serves(shape)]
        if not others:
            continue
        other, wider = min(others, key=lambda pair: (pair[1].parts != shape.parts, len(pair[1].parts)))
        if isinstance(index, Key) and other is not table.primary_key and _is_referenced(index, table, catalog):
            continue
        kept = [pair for pair in kept if pair[0] is not index]
        yield Redundant(index, other, ", ".join(p.text for p in wider.parts), wider.parts == shape.parts)


def stands_in(key: Key, table: Table, catalog: Catalog) -> bool:
    """Whether the index of a unique key serves where no other one does: a foreign key of its table, or the searches of
    an index that is superfluous only because of it.
    """
    if any(found.other is key for found in redundant_indexes(table, catalog)):
        return True
    rest = msgspec.structs.replace(table, uniques=tuple(k for k in table.uniques if k is not key))
    links = (fk.columns for fk in table.foreign_keys)
    return any(table.covering_index(link) and not rest.covering_index(link) for link in links)


def _worth(index: Index | Key, shape: Shape, table: Table) -> tuple[bool, bool, int, int]:
    """What is kept rather than another sorts first: constraints, unique indexes, longer ones, older ones."""
    age = table.indexes.index(index) if isinstance(index, Index) else table.keys.index(index)
    return isinstance(index, Index), not shape.unique, -len(shape.parts), age


def _is_referenced(key: Key, table: Table, catalog: Catalog) -> bool:
    """Whether a foreign key may hang on this very key: then the server lets nobody drop it."""
    children = [t for name in catalog.referencing.get(table.name, ()) if (t := catalog.table(name)) is not None]
    keys = [fk for child in children for fk in child.foreign_keys if fk.target == table.name]
    return any(fk.target_columns == key.columns for fk in keys)

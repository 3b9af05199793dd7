"""What an index is good for, whoever owns it: two indexes of one shape answer the same questions."""

from __future__ import annotations

import msgspec

from dbarch_lint.objects import Expression, Index, IndexPart, Key, Table

# The operator classes that a type has anyway; writing one changes nothing. Others (`text_pattern_ops`) do.
USUAL_CLASSES = frozenset(
    f"{name}_ops"
    for name in """array bit bool bpchar bytea char cidr date enum float4 float8 inet int2 int4 int8 interval jsonb macaddr
    name numeric oid range record text time timestamp timestamptz timetz tsvector uuid varbit""".split()
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
    parts = tuple(IndexPart(column=column) for column in index.columns)
    return Shape(parts, "btree", include, None, unique=True, nulls_distinct=index.nulls_distinct)


def plain(part: IndexPart, method: str) -> IndexPart:
    """A part without the words that change nothing."""
    if method == "btree" and part.opclass in USUAL_CLASSES:
        return msgspec.structs.replace(part, opclass="")
    return part


def shapes(table: Table) -> list[tuple[Index | Key, Shape]]:
    """Every index of a table that can stand for another one, with its shape: those of its keys first."""
    every: list[Index | Key] = [*table.keys, *(i for i in table.indexes if i.valid and not i.inherited)]
    return [(index, shape) for index in every if (shape := shape_of(index)) is not None]

"""Operations on identity columns and what they say of their sequences."""

from __future__ import annotations

from typing import Literal

from dbarch_lint.catalog import Catalog
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Column, Sequence, replace
from dbarch_lint.operations.columns import AlterColumn

Numbers = tuple[tuple[str, str], ...]  # what is said of a sequence: start, increment, ...; empty for NO MINVALUE


def with_numbers(before: Numbers, said: Numbers) -> Numbers:
    """The options of a sequence after some were said anew."""
    return tuple(sorted({**dict(before), **dict(said)}.items()))


class IdentityAction(AlterColumn, frozen=True, kw_only=True):
    """An action on the identity of a column; `shared`: partitions have the identity of their table."""

    shared: bool = True  # bound


class AddIdentity(IdentityAction, frozen=True, kw_only=True):
    """ADD GENERATED ... AS IDENTITY."""

    identity: Literal["always", "by default"]
    sequence_name: Name | None = None
    sequence_options: Numbers = ()
    sequence: Sequence | None = None  # bound

    def alter(self, column: Column) -> Column:
        return replace(column, identity=self.identity, nullable=False)

    def apply(self, catalog: Catalog) -> Catalog:
        catalog = alter_with_partitions(catalog, self)
        return catalog.put(replace(self.sequence, created=catalog.deployment)) if self.sequence is not None else catalog


def alter_with_partitions(catalog: Catalog, op: IdentityAction) -> Catalog:
    """Alter a table and its partitions: identity is theirs too, but not that of inheritance children."""
    if op.if_exists and op.table not in catalog.relations:
        return catalog
    catalog = catalog.alter(op.table, op.change)
    for below in [] if op.only or not op.shared else catalog.descendants(op.table):
        if below.partition_of is not None:
            catalog = catalog.put(op.change(below))
    return catalog


class SetIdentity(IdentityAction, frozen=True, kw_only=True):
    """SET GENERATED, SET of a sequence option, RESTART."""

    identity: Literal["", "always", "by default"] = ""
    numbers: Numbers = ()  # what it says of the sequence

    def alter(self, column: Column) -> Column:
        return replace(column, identity=self.identity or column.identity)

    def apply(self, catalog: Catalog) -> Catalog:
        for name in catalog.sequences_of.get(self.table, NO_NAMES) if self.numbers else ():
            sequence = catalog.relations[name]
            if type(sequence) is Sequence and sequence.owner_column == self.column:
                catalog = catalog.put(replace(sequence, options=with_numbers(sequence.options, self.numbers)))
        return alter_with_partitions(catalog, self)


class DropIdentity(IdentityAction, frozen=True, kw_only=True):
    """DROP IDENTITY."""

    missing_ok: bool = False

    def alter(self, column: Column) -> Column:
        return replace(column, identity="")

    def apply(self, catalog: Catalog) -> Catalog:
        for owned in catalog.sequences_of.get(self.table, NO_NAMES):
            sequence = catalog.relations.get(owned)
            if type(sequence) is Sequence and sequence.identity and sequence.owner_column == self.column:
                catalog = catalog.drop(owned)
        return alter_with_partitions(catalog, self)

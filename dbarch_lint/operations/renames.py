"""Renaming columns, and what follows: indexes, constraints, views, triggers."""

from __future__ import annotations

from dbarch_lint.catalog import Catalog
from dbarch_lint.named import column_renamed
from dbarch_lint.names import Name, Rename
from dbarch_lint.objects import NO_NAMES, Column, Expression, IndexPart, Key, Sequence, Table, replace
from dbarch_lint.operations.base import Operation
from dbarch_lint.operations.columns import AlterColumn
from dbarch_lint.operations.not_null import KeptName, with_not_null_names
from dbarch_lint.source import Origin
from dbarch_lint.words import words

GOING = frozenset("backup bak deprecated dropped legacy obsolete old removed unused".split())


class RenameColumn(AlterColumn, frozen=True, kw_only=True):
    """RENAME COLUMN; constraints, indexes, foreign keys and views follow.

    Columns of one statement that take each other's names change at once: the first operation has them all in
    `together`, (old, new), and the others are `joined`.
    """

    new_name: str
    kept: tuple[KeptName, ...] = ()  # bound
    together: tuple[tuple[str, str], ...] = ()
    joined: bool = False

    def change(self, table: Table) -> Table:
        renamed, staged = renamed_column(table, self.column, self.new_name), staged_by(self, self.new_name)
        columns = tuple(
            replace(c, staged=staged, staged_in=0) if c.name == self.new_name else c for c in renamed.columns
        )
        return replace(renamed, columns=columns)

    def apply(self, catalog: Catalog) -> Catalog:
        if self.joined or (self.if_exists and self.table not in catalog.relations):
            return catalog
        if self.together:
            return self.swapped(catalog)
        catalog = with_not_null_names(catalog, self.kept)
        catalog = catalog.alter(self.table, self.change, recurse=not self.only)
        below = [] if self.only else [t.name for t in catalog.descendants(self.table)]
        for name in (self.table, *below):
            catalog = read_as(catalog, name, self.column, self.new_name)
            catalog = followed(catalog, name, self.column, self.new_name)
        others = column_renamed(catalog.others, self.table, self.column, self.new_name)
        return replace(catalog, others=others)

    def swapped(self, catalog: Catalog) -> Catalog:
        """The catalog after all of them: each by way of a name that none has."""
        steps = [(old, f"\0{i}") for i, (old, _) in enumerate(self.together)]
        steps += [(f"\0{i}", new) for i, (_, new) in enumerate(self.together)]
        for old, new in steps:
            catalog = replace(self, column=old, new_name=new, together=()).apply(catalog)
        return catalog


def read_as(catalog: Catalog, name: Name, old: str, new: str) -> Catalog:
    """The catalog in which the views that read a column of a relation know its new name."""
    for reader in catalog.users.get(name, NO_NAMES):
        view = catalog.view(reader)
        if view is not None and view.uses_column(name, old):
            catalog = catalog.put(view.following(Rename(name, old, new)))
    return catalog


def staged_by(op: Operation, new_name: str) -> Origin | None:
    """Where an object got its name, if the name says that it is to go."""
    named = words(new_name)
    return Origin(op.statement, op.offset) if len(named) > 1 and not GOING.isdisjoint(named[:1] + named[-1:]) else None


def followed(catalog: Catalog, name: Name, old: str, new: str) -> Catalog:
    """The catalog in which foreign keys to a renamed column and sequences owned by it know its new name."""
    for referrer in catalog.referencing.get(name, NO_NAMES):
        table = catalog.table(referrer)
        if table is not None and any(fk.target == name and old in fk.target_columns for fk in table.foreign_keys):
            keys = tuple(
                replace(fk, target_columns=swapped(fk.target_columns, old, new)) if fk.target == name else fk
                for fk in table.foreign_keys
            )
            catalog = catalog.put(replace(table, foreign_keys=keys))
    for owned in catalog.sequences_of.get(name, NO_NAMES):
        sequence = catalog.relations.get(owned)
        if type(sequence) is Sequence and sequence.owner_column == old:
            catalog = catalog.put(replace(sequence, owner_column=new))
    return catalog


def swapped(names: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    """The names with one of them replaced."""
    return tuple(new if n == old else n for n in names)


def renamed_column(table: Table, old: str, new: str) -> Table:
    """The table after a column was renamed, everywhere it is named."""

    def key(k: Key) -> Key:
        if old not in k.columns and old not in k.include:
            return k
        titles = k.titles or (*k.columns, *k.include)
        return replace(k, columns=swapped(k.columns, old, new), include=swapped(k.include, old, new), titles=titles)

    def column(c: Column) -> Column:
        if c.name == old:
            c = replace(c, name=new)
        return replace(c, default=text(c.default)) if c.generated and c.default is not None else c

    def text(e: Expression | None) -> Expression | None:
        return e.renamed(old, new) if e is not None and old in e.columns else e

    def parts(ps: tuple[IndexPart, ...]) -> tuple[IndexPart, ...]:
        return tuple(part(p) for p in ps)

    def part(p: IndexPart) -> IndexPart:
        if p.column == old:
            return replace(p, column=new, title=p.title or old)
        return replace(p, expression=text(p.expression)) if p.expression is not None else p

    return replace(
        table,
        columns=tuple([column(c) for c in table.columns]),
        partition_by=replace(table.partition_by, parts=parts(table.partition_by.parts)) if table.partition_by else None,
        primary_key=key(table.primary_key) if table.primary_key else None,
        uniques=tuple(key(k) for k in table.uniques),
        foreign_keys=tuple(
            replace(fk, columns=swapped(fk.columns, old, new), nulled=swapped(fk.nulled, old, new))
            if old in fk.columns
            else fk
            for fk in table.foreign_keys
        ),
        checks=tuple(
            replace(c, expression=c.expression.renamed(old, new), column=new if c.column == old else c.column)
            if old in c.expression.columns or c.column == old
            else c
            for c in table.checks
        ),
        exclusions=tuple(replace(e, parts=parts(e.parts), where=text(e.where)) for e in table.exclusions),
        indexes=tuple(
            replace(
                i,
                parts=parts(i.parts),
                where=text(i.where),
                include=swapped(i.include, old, new),
                titles=i.titles or i.include,
            )
            if i.uses(old)
            else i
            for i in table.indexes
        ),
        policies=tuple(replace(p, using=text(p.using), check=text(p.check)) for p in table.policies),
        triggers=tuple(replace(t, columns=swapped(t.columns, old, new), when=text(t.when)) for t in table.triggers),
    )

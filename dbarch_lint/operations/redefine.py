"""What MySQL alone does to columns: one said anew as a whole, and the versions of rows that instant changes leave."""

from __future__ import annotations

from dbarch_lint.objects import Column, Index, Key, Table, replace
from dbarch_lint.operations.columns import AlterColumn, AlterTable, placed
from dbarch_lint.source import Origin


class CountRowVersion(AlterTable, frozen=True, kw_only=True):
    """What an instant change of the columns leaves behind, or a rebuild takes away: rows of an older shape."""

    rebuilt: bool

    def change(self, table: Table) -> Table:
        versions = table.row_versions
        if self.rebuilt:
            return replace(table, row_versions=())
        if versions and versions[-1].statement is self.statement:
            return table  # all changes of one statement are one version
        return replace(table, row_versions=(*versions, Origin(self.statement, self.offset)))


class RedefineColumn(AlterColumn, frozen=True, kw_only=True):
    """A column said anew as a whole, as MySQL's MODIFY and CHANGE do: what is not said again is lost.

    `definition` bears the new name. Binding adds the operations that this comes to (a rename, a change of type, of
    nullability, of the default) after it; `lost` are the attributes that go unsaid and so vanish: comment, default,
    on_update, not_null, auto_increment, charset, invisible. `same`: nothing but the position may change.
    """

    definition: Column
    after: str | None = None
    moves: bool = False  # FIRST or AFTER is written
    lost: tuple[str, ...] = ()
    same: bool = False
    said: frozenset[str] = frozenset()  # the attributes that are written; `converted`: beside CONVERT TO
    indexes: tuple[Index, ...] = ()  # bound: all of the table, where the new type changes how much of it they hold
    primary_key: Key | None = None  # bound: likewise

    def change(self, table: Table) -> Table:
        old = table.column(self.column)
        if old is None:
            return table
        said = self.definition
        new = replace(old, comment=said.comment, on_update=said.on_update, invisible=said.invisible)
        new = replace(new, identity=said.identity, charset=said.charset, collation=said.collation)
        if said.type.same(old.type):
            new = replace(new, type=said.type)  # it may be spelled otherwise
        table = replace(table, indexes=self.indexes or table.indexes, primary_key=self.primary_key or table.primary_key)
        table = replace(table, checks=tuple(c for c in table.checks if c.column != self.column))
        if said.generated or old.generated:
            new = replace(new, generated=said.generated, default=said.default)
        if not self.moves:
            return replace(table, columns=tuple(new if c is old else c for c in table.columns))
        return replace(table, columns=placed(tuple(c for c in table.columns if c is not old), new, self.after))

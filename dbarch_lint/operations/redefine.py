"""A column said anew as a whole."""

from __future__ import annotations

from dbarch_lint.objects import Column, Table, replace
from dbarch_lint.operations.columns import AlterColumn, placed


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

    def change(self, table: Table) -> Table:
        old = table.column(self.column)
        if old is None:
            return table
        new = replace(old, comment=self.definition.comment, on_update=self.definition.on_update)
        new = replace(new, invisible=self.definition.invisible, identity=self.definition.identity)
        if not self.moves:
            return replace(table, columns=tuple(new if c is old else c for c in table.columns))
        return replace(table, columns=placed(tuple(c for c in table.columns if c is not old), new, self.after))

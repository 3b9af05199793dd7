"""In which order the actions of one ALTER TABLE come to pass, whatever the order in which they are written.

What goes is looked up in the table as it was. All other actions see the new table: its columns, under their new names,
then CONVERT TO, which new columns obey too, then indexes, then foreign keys; the name of the table changes last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dbarch_lint import operations as ops
from dbarch_lint.engines.mysql.columns import BYTES
from dbarch_lint.objects import replace
from dbarch_lint.operations import Operation

COLUMNS = 2
CONVERTED = "converted"  # a word of `said`
TURNS: dict[type[Operation], int] = {
    ops.DropConstraint: -1,  # before its columns, which may not go while a foreign key holds them
    **dict.fromkeys((ops.DropIndex, ops.DropColumn), 0),
    ops.RenameColumn: 1,
    **dict.fromkeys((ops.SetDefault, ops.DropDefault), 3),  # also of a column that is said anew
    **dict.fromkeys((ops.CreateIndex, ops.AddUnique, ops.AddPrimaryKey, ops.AddCheck), 5),
    ops.AddForeignKey: 6,
    ops.RenameTable: 7,
}
OPTIONS = {"charset": 0, "collation": 0, "convert_charset": 4}


def ordered(found: Sequence[Operation]) -> list[Operation]:
    """The actions of a statement in the server's order."""
    if len(found) < 2:
        return list(found)
    actions = sorted(with_names_apart(only_last_name(with_conversion(found))), key=turn)
    first = next((at for at, op in enumerate(actions) if isinstance(op, ops.DropColumn)), len(actions))
    freed = [op for op in actions[first:] if stays(op)]
    actions = [*actions[:first], *freed, *(op for op in actions[first:] if op not in freed)]
    added = {op.column.name.lower() for op in actions if isinstance(op, ops.AddColumn)}
    actions = [
        replace(op, replaced=True) if isinstance(op, ops.DropColumn) and op.column.lower() in added else op
        for op in actions
    ]
    dropped = tuple(op.name for op in actions if isinstance(op, ops.DropConstraint))
    if dropped:
        actions = [replace(op, beside_dropped=dropped) if isinstance(op, ops.AddForeignKey) else op for op in actions]
    renames = [op for op in actions if isinstance(op, ops.RenameColumn)]
    return actions if len(renames) < 2 else [*sorted(rest(actions, renames), key=turn)]


def stays(op: Operation) -> bool:
    """Whether a column is said anew where it is: it may then be computed from a column that goes, and no longer is."""
    return isinstance(op, ops.RedefineColumn) and not op.after and not new_name(op)


def with_conversion(found: Sequence[Operation]) -> Sequence[Operation]:
    """The actions; columns that stand beside CONVERT TO are of its character set, whatever they say themselves."""
    convert = next((op for op in found if isinstance(op, ops.SetTableOption) and op.option == "convert_charset"), None)
    if convert is None or convert.value.upper() == "DEFAULT":
        return found
    charset = {"charset": convert.value, "collation": "".join(convert.names)}
    return [of_charset(op, charset) for op in found]


def of_charset(op: Operation, charset: dict[str, str]) -> Operation:
    """An action whose column is not of bytes gets a character set."""
    if isinstance(op, ops.AddColumn) and op.column.charset != BYTES:
        return replace(op, column=replace(op.column, **charset))
    if isinstance(op, ops.RedefineColumn) and op.definition.charset != BYTES:
        return replace(op, definition=replace(op.definition, **charset), said=op.said | {CONVERTED})
    return op


def only_last_name(found: Sequence[Operation]) -> list[Operation]:
    """The actions; of several new names of the table, the server takes the last."""
    last = next((op for op in reversed(found) if isinstance(op, ops.RenameTable)), None)
    return [op for op in found if op is last or not isinstance(op, ops.RenameTable)]


def turn(op: Operation) -> int:
    """When an action comes to pass. A character set of the table is there before the columns that inherit it."""
    if isinstance(op, ops.SetTableOption):
        return OPTIONS.get(op.option, COLUMNS)
    return TURNS.get(type(op), COLUMNS)


def rest(actions: Sequence[Operation], renames: Sequence[ops.RenameColumn]) -> Iterator[Operation]:
    """The actions with their renames in an order in which no new name is taken; where they go round, as one."""
    waiting = list(renames)
    while waiting:
        old = {op.column.lower() for op in waiting}
        free = [op for op in waiting if op.new_name.lower() not in old - {op.column.lower()}]
        if not free:
            pairs = tuple((op.column, op.new_name) for op in waiting)
            yield replace(waiting[0], together=pairs)
            yield from (replace(op, joined=True) for op in waiting[1:])
            break
        yield from free
        waiting = [op for op in waiting if op not in free]
    yield from (op for op in actions if op not in renames)


def with_names_apart(found: Sequence[Operation]) -> Iterator[Operation]:
    """The actions; CHANGE is a rename and a new definition where several names change, or where one is given anew."""
    renames = [op for op in found if new_name(op)]
    given = {op.column.name.lower() for op in found if isinstance(op, ops.AddColumn)}
    apart = len(renames) > 1 or any(old_name(op) in given for op in renames)
    for op in found:
        if apart and isinstance(op, ops.RedefineColumn) and new_name(op):
            base = {"statement": op.statement, "offset": op.offset, "table": op.table, "if_exists": op.if_exists}
            yield ops.RenameColumn(**base, column=op.column, new_name=op.definition.name)  # type: ignore[arg-type]
            yield replace(op, column=op.definition.name)
        else:
            yield op


def new_name(op: Operation) -> str:
    """The name that an action gives to a column that has another; empty if it does not."""
    if isinstance(op, ops.RenameColumn):
        return op.new_name
    changes = isinstance(op, ops.RedefineColumn) and op.column.lower() != op.definition.name.lower()
    return op.definition.name if changes else ""  # type: ignore[attr-defined]


def old_name(op: Operation) -> str:
    """The name of the column that an action changes, in lower case."""
    return str(getattr(op, "column", "")).lower()

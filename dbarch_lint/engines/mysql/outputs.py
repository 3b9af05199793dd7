"""The columns of CREATE TABLE ... SELECT, where the query says them plainly: columns of one table.

What is computed has a type that only the server works out: it is of type `unknown`, on which no rule builds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dbarch_lint.datatypes import SYSTEM_SCHEMA, Type
from dbarch_lint.engines.mysql.expressions import MySqlExpression
from dbarch_lint.engines.mysql.reader import Reader
from dbarch_lint.engines.mysql.reserved import RESERVED
from dbarch_lint.engines.mysql.scope import Scope
from dbarch_lint.objects import Column, Table, replace

UNKNOWN = Type(SYSTEM_SCHEMA, "unknown", ())
ZERO = MySqlExpression([("ICONST", "0")])
NO_BIT = MySqlExpression([("SCONST", "b'0'")])
WITHOUT_CHECKS = 100600  # MariaDB no longer takes along what is written on a column; measured on 10.5 and 10.11
ENDS = frozenset({"", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", ")"})
Item = tuple[str, str]  # a column of the table ("*": all of them; empty: computed) and the name that it gets


def query(read: Reader) -> dict[str, Any] | None:
    """Look at the query that comes next: `items` and `table`; None if it reads more than one table."""
    mark = read.at
    found = _query(read)
    read.at = mark
    return found


def _query(read: Reader) -> dict[str, Any] | None:
    while read.accept("("):
        pass
    if not read.accept("SELECT"):
        return None
    items: list[Item] = []
    while True:
        items.append(_item(read))
        if not read.accept(","):
            break
    if not read.accept("FROM") or read.kind in {"(", *RESERVED}:
        return None
    table = read.name()
    read.accept("AS")
    if read.kind not in ENDS and _is_name(read.kind):
        read.next()
    return {"items": tuple(items), "table": table} if read.kind in ENDS else None


def _item(read: Reader) -> Item:
    """Read one item of a select list: a column, perhaps qualified, perhaps with another name; all columns; or else."""
    start = read.at
    written = read.between(*read.skip_to(",", "FROM"))
    words = read.tokens[start : read.at]
    at, kinds = 0, [w.kind for w in words]
    while kinds[at + 1 : at + 2] == ["."]:
        at += 2
    behind = kinds[at + 1 :]
    if kinds[at : at + 1] == ["*"] and not behind:
        return "*", ""
    last = read.text(words[-1]).strip("`'\"") if words else ""
    if _is_name(kinds[0]) and len(behind) <= 1 + (behind[:1] == ["AS"]):
        column = read.text(words[at]).strip("`")
        return column, last if behind else column
    return "", last if kinds[-2:-1] == ["AS"] else written


def _is_name(kind: str) -> bool:
    return kind not in RESERVED | {"SCONST", "ICONST", "VARIABLE"} and (kind[0].isalpha() or kind[0] == "_")


def with_outputs(table: Table, found: dict[str, Any], scope: Scope) -> Table:
    """The table with the columns that the query gives it behind its own."""
    source = scope.catalog.table(scope.relation(found["table"]))
    if source is None or source.partial:
        return replace(table, partial=True)
    own = {c.name.lower() for c in table.columns}
    made = [c for c in _outputs(found["items"], source) if c.name.lower() not in own]
    if not scope.mariadb:
        made = [bits(c) if c.type.name == "bit" else c for c in made]
    names = {c.name for c in made} if scope.mariadb and scope.version < WITHOUT_CHECKS else set()
    checks = tuple(c for c in source.checks if c.column in names)
    return replace(table, columns=(*table.columns, *made), checks=(*table.checks, *checks))


def bits(column: Column) -> Column:
    """A column of bits as MySQL makes it from a query: zero if it is NOT NULL; its default and its comment are lost."""
    return replace(column, default=None if column.nullable else NO_BIT, comment="")


def _outputs(items: tuple[Item, ...], source: Table) -> Iterator[Column]:
    by_name = {c.name.lower(): c for c in source.columns}
    for name, given in items:
        if name == "*":
            yield from (copied(c, c.name) for c in source.columns if not c.invisible)
        elif name.lower() in by_name:
            yield copied(by_name[name.lower()], given)
        else:
            yield Column(name=given, type=UNKNOWN)


def copied(column: Column, name: str) -> Column:
    """A column of a query's result: without what computes, counts or hides the one of the table."""
    default = ZERO if column.identity else None if column.generated else column.default
    return Column(
        name=name,
        type=column.type,
        nullable=column.nullable or bool(column.generated),
        default=default,
        charset=column.charset,
        collation=column.collation,
        on_update=column.on_update,
        comment=column.comment,
        origin=column.origin,
    )

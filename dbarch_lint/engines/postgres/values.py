"""The rows that INSERT ... VALUES statements write, bulk rows too, which the parser passes over."""

from __future__ import annotations

from collections.abc import Iterator
from types import EllipsisType

from dbarch_lint.engines.postgres.expressions import constant_text
from dbarch_lint.engines.postgres.libpg import NotParsedError, raw_statements
from dbarch_lint.engines.postgres.lower.common import Node
from dbarch_lint.engines.postgres.read import LARGEST
from dbarch_lint.engines.postgres.scan import Cutter, Piece
from dbarch_lint.source import Statement, decode_tree

Value = str | EllipsisType | None
Row = tuple[int, tuple[Value, ...]]


def inserted(statement: Statement) -> Iterator[Row]:
    """The rows of an INSERT and of those that repeat it: the line of each (from 1), and its values.

    None is NULL, `...` what is no constant. Of a statement too large to be built as a tree there are none.
    """
    data = statement.source.data
    end = statement.end
    if statement.repeats:
        end = next((last for first, last in statement.source.passed_over if first >= end), end)
    for piece in Cutter(data, end).pieces(statement.start):
        if piece.end - piece.start <= LARGEST and data[piece.start : piece.start + 6].upper() == b"INSERT":
            yield from _rows(data, piece)


def _rows(data: bytes, piece: Piece) -> Iterator[Row]:
    """The rows of one statement."""
    try:
        found = raw_statements(" " + data[piece.start : piece.end].decode("utf-8", "replace"))
    except NotParsedError:
        return
    tree: Node = decode_tree(found[0].stmt.get("InsertStmt", b"{}")) if len(found) == 1 else {}
    at, line = 0, 1
    for row in tree.get("selectStmt", {}).get("SelectStmt", {}).get("valuesLists", ()):
        items = row["List"].get("items", ())
        place = piece.start - 1 + max(_place(items[0]) if items else 0, 0)
        line, at = line + data.count(b"\n", at, max(place, at)), max(place, at)
        yield line, tuple(_value(item) for item in items)


def _place(item: Node) -> int:
    """The byte at which a value stands, or 0."""
    return next((node.get("location", 0) for node in item.values() if isinstance(node, dict)), 0)


def _value(item: Node) -> Value:
    """A constant, cast or not, as text."""
    if "TypeCast" in item:
        return _value(item["TypeCast"]["arg"])
    constant = item.get("A_Const")
    if constant is None:
        return ...
    return None if constant.get("isnull") else constant_text(constant)

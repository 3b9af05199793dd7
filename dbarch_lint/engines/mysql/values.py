"""The rows that INSERT ... VALUES statements write, bulk rows too, which the parser passes over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import EllipsisType

from dbarch_lint.engines.mysql.expressions import MySqlExpression
from dbarch_lint.engines.mysql.scan import Dialect, tokens
from dbarch_lint.source import Statement

Value = str | EllipsisType | None
Row = tuple[int, tuple[Value, ...]]
VALUES = frozenset({"VALUES", "VALUE"})


def inserted(statement: Statement, dialect: Dialect) -> Iterator[Row]:
    """The rows of an INSERT, each with its line (from 1) and its values: None is NULL, `...` what is no constant."""
    data = statement.source.data
    line, at = 1, statement.start
    row: list[Value] = []
    value: list[tuple[str, str]] = []
    depth, started, before = 0, False, ""
    for token in tokens(data, statement.start, statement.end, dialect):
        kind = token.kind
        if not started or (depth == 0 and kind != "("):
            started = started or kind in VALUES
            if started and depth == 0 and kind == "ON" and before == ")":
                return  # ON DUPLICATE KEY UPDATE
        elif kind == "(" and depth == 0:
            depth, row, value = 1, [], []
            line, at = line + data.count(b"\n", at, token.start), token.start
        elif depth == 1 and kind in {",", ")"}:
            row.append(constant(value))
            value = []
            if kind == ")":
                depth = 0
                yield line, tuple(row)
        else:
            depth += (kind == "(") - (kind == ")")
            value.append((kind, data[token.start : token.end].decode("utf-8", "replace")))
        before = kind


def constant(value: Sequence[tuple[str, str]]) -> Value:
    """A constant as text."""
    if [kind for kind, _ in value] == ["NULL"]:
        return None
    found = MySqlExpression(value).literal
    return ... if found is None else found

"""What a query reads: the tables behind FROM and JOIN, at any depth."""

from __future__ import annotations

from dbarch_lint.engines.mysql.reader import Reader
from dbarch_lint.names import Name

BEFORE_TABLES = frozenset({"FROM", "JOIN", "STRAIGHT_JOIN"})
ENDS_FROM = frozenset({"WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT", "FOR", "INTO", "SET", "ON", "USING", "SELECT", "WINDOW", ";"})
FROM_OF_FUNCTIONS = frozenset({"EXTRACT", "TRIM", "SUBSTRING", "SUBSTR"})


def relations_read(read: Reader) -> tuple[Name, ...]:
    """Read the rest of the statement; the tables that it reads, common table expressions left out, in order."""
    found: dict[Name, None] = {}
    expressions: set[str] = set()
    calls: list[bool] = []  # for each open parenthesis: whether FROM in it is a word of a function
    in_from = [False]
    before = ""
    while not read.done:
        kind = read.kind
        if kind == "(":
            calls.append(before in FROM_OF_FUNCTIONS)
            if in_from[-1] and (before in BEFORE_TABLES or before in {",", "("}):
                in_from.append(read.peek() not in {"SELECT", "WITH", "VALUES"})
                if in_from[-1] and named(read, 1):
                    read.next()
                    found[read.name()] = None
                    before = "IDENT"
                    continue
            else:
                in_from.append(False)
        elif kind == ")":
            if calls:
                calls.pop()
                in_from.pop()
        elif kind == "AS" and read.peek() == "(" and before:
            expressions.add(read.text(read.tokens[read.at - 1]).strip("`"))
        elif kind in BEFORE_TABLES and not (calls and calls[-1]):
            in_from[-1] = True
            if named(read, 1):
                read.next()
                found[read.name()] = None
                before = "IDENT"
                continue
        elif kind in ENDS_FROM:
            in_from[-1] = in_from[-1] and kind in {"ON", "USING", "FOR"}
        elif kind == "," and in_from[-1] and named(read, 1):
            read.next()
            found[read.name()] = None
            before = "IDENT"
            continue
        before = kind
        read.next()
    return tuple(name for name in found if name.schema or (name.name not in expressions and name.name.upper() != "DUAL"))


NOT_NAMES = frozenset({"(", "SELECT", "LATERAL", "JSON_TABLE", "VALUES", "", "SCONST", "ICONST", "VARIABLE"})


def named(read: Reader, ahead: int) -> bool:
    """Whether a name of a table comes at this distance."""
    kind = read.peek(ahead)
    return kind not in NOT_NAMES and (kind == "IDENT" or kind[0].isalpha() or kind[0] in "_$")

"""What a query reads: the tables behind FROM and JOIN, at any depth."""

from __future__ import annotations

from dbarch_lint.engines.mysql.reader import Reader
from dbarch_lint.engines.mysql.reserved import RESERVED
from dbarch_lint.names import Name

BEFORE_TABLES = frozenset({"FROM", "JOIN", "STRAIGHT_JOIN"})
ENDS_FROM = frozenset(
    {
        "WHERE",
        "GROUP",
        "HAVING",
        "ORDER",
        "LIMIT",
        "UNION",
        "EXCEPT",
        "INTERSECT",
        "FOR",
        "INTO",
        "SET",
        "SELECT",
        "WINDOW",
        ";",
    }
)
FROM_OF_FUNCTIONS = frozenset({"EXTRACT", "TRIM", "SUBSTRING", "SUBSTR"})


def relations_read(read: Reader) -> tuple[Name, ...]:
    """Read the rest of the statement; the tables that it reads, common table expressions left out, in order."""
    found: dict[Name, None] = {}
    expressions: set[str] = set()
    levels = [
        ""
    ]  # for each open parenthesis: "tables" in a list of tables, "call" in a function with a FROM of its own
    before = ""
    while not read.done:
        kind = read.kind
        wanted = before in BEFORE_TABLES or (before in {",", "("} and levels[-1] == "tables")
        if wanted and is_name(kind):
            found[read.name()] = None
            before = "IDENT"
            continue
        if kind == "(":
            query = read.peek() in {"SELECT", "WITH", "VALUES"}
            levels.append("call" if before in FROM_OF_FUNCTIONS else "tables" if wanted and not query else "")
        elif kind == ")" and len(levels) > 1:
            levels.pop()
        elif kind == "AS" and read.peek() == "(" and read.at:
            expressions.add(read.text(read.tokens[read.at - 1]).strip("`"))
        elif kind in BEFORE_TABLES:
            levels[-1] = levels[-1] if levels[-1] == "call" else "tables"
        elif kind in ENDS_FROM and levels[-1] == "tables":
            levels[-1] = ""
        before = "" if kind in BEFORE_TABLES and levels[-1] == "call" else kind
        read.next()
    return tuple(n for n in found if n.schema or n.name not in expressions)


NOT_NAMES = RESERVED | {"LATERAL", "JSON_TABLE", "SCONST", "ICONST", "VARIABLE"}


def is_name(kind: str) -> bool:
    """Whether a token may be the name of a table."""
    return kind not in NOT_NAMES and (kind[0].isalpha() or kind[0] in "_$")

"""What a query or statement reads and calls, all found in one walk: statements by the thousand pass here."""

from __future__ import annotations

import msgspec

from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.lower.common import Node, range_var
from dbarch_lint.names import Name

# Fields below which nothing is read: types, names, aliases, constants, and what FROM has named already
LEAVES = frozenset({"A_Const", "String", "alias", "intoClause", "typeName"})
LISTS_OF_NAMES = frozenset({"colnames", "fields", "funcname", "lockingClause", "name", "names", "operName"})


class Facts(msgspec.Struct, frozen=True):
    """`reads`: relations in the order of their mention, each once. `columns`: names, `*` among them. `functions`: as
    the expressions module spells them.
    """

    reads: tuple[Name, ...]
    columns: frozenset[str]
    functions: frozenset[str]


def facts(node: Node) -> Facts:
    """The facts about a tree. Where it has a WITH, whose names hide tables, reading them takes a second look."""
    tables: list[tuple[int, Name]] = []
    columns: set[str] = set()
    functions: set[str] = set()
    hides = False
    stack = [node]
    while stack:
        for key, value in stack.pop().items():
            if type(value) is list:
                if key not in LISTS_OF_NAMES:
                    stack.extend(value)
            elif type(value) is not dict or key in LEAVES:
                continue
            elif key == "RangeVar":
                tables.append((value.get("location", 0), range_var(value)))
            elif key == "ColumnRef":
                last = value["fields"][-1]
                columns.add(last["String"].get("sval", "") if "String" in last else "*")
            else:
                if key == "FuncCall":
                    functions.add(called(value))
                hides = hides or key == "withClause"
                stack.append(value)
    if hides:
        reads = tuple([Name(*name) for name in expressions.relations(node)])
    else:
        tables.sort(key=lambda found: found[0])
        reads = tuple(dict.fromkeys([name for _, name in tables]))
    return Facts(reads, frozenset(columns), frozenset(functions))


def called(call: Node) -> str:
    """The name of a function, with its schema unless it is the server's own."""
    names = expressions.names_of(call["funcname"])
    return names[-1] if names[0] == "pg_catalog" else ".".join(names)

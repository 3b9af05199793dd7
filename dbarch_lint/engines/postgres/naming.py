"""The names that PostgreSQL gives to constraints and indexes without one.

Source: PostgreSQL's makeObjectName, ChooseRelationName, ChooseConstraintName, ChooseIndexName and FigureColname.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import count
from typing import Any

from dbarch_lint.engines.postgres.expressions import UNNAMED, output_name
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.engines.postgres.versions import COPIES_NAMED_AFTER
from dbarch_lint.names import Name
from dbarch_lint.objects import Domain, ForeignKey, IndexPart, Table

LIMIT = 63  # NAMEDATALEN - 1, in bytes


def clip(text: str, limit: int) -> str:
    """The longest prefix of at most `limit` bytes that ends at a character."""
    return text.encode()[:limit].decode("utf-8", "ignore")


def make_name(table: str, addition: str, label: str) -> str:
    """`table_addition_label`, the longer of the first two cut until the whole fits."""
    room = LIMIT - len(label.encode()) - 1 - (1 if addition else 0)
    first, second = len(table.encode()), len(addition.encode())
    if first + second > room:
        while first + second > room:
            if first > second:
                first -= 1
            else:
                second -= 1
        table, addition = clip(table, first), clip(addition, second)
    return "_".join((table, addition, label) if addition else (table, label))


def choose(table: str, addition: str, label: str, taken: Callable[[str], bool]) -> str:
    """The first free name: with the label alone, then with 1, 2, ... after it."""
    name = make_name(table, addition, label)
    number = 0
    while taken(name):
        number += 1
        name = make_name(table, addition, f"{label}{number}")
    return name


def joined(columns: Iterable[str]) -> str:
    """Column names as one addition; the server stops once it is longer than a name can be."""
    text = ""
    for column in columns:
        text = f"{text}_{column}" if text else column
        if len(text.encode()) > LIMIT:
            break
    return text


def index_columns(parts: Sequence[IndexPart], include: Sequence[str]) -> list[str]:
    """The column names of an index as its name uses them: expressions by their function, doubles numbered."""
    names: list[str] = []
    for name in [part.title or part.column or titled(getattr(part.expression, "node", None)) for part in parts] + list(
        include
    ):
        unique, number = name, 0
        while unique in names:
            number += 1
            unique = f"{clip(name, LIMIT - len(str(number)))}{number}"
        names.append(unique)
    return names


def titled(node: dict[str, Any] | None) -> str:
    """What the name of an index says for an expression."""
    name = output_name(node)
    return "expr" if name in {None, UNNAMED} else str(name)


def constraint_name(
    addition: str, label: str, name: Name, table: Table | None, scope: Scope, names: Collection[str] | None = None
) -> str:
    """A name that no constraint of the table has, nor one of another table in the same schema."""
    free = is_free(name, table, scope, names)
    return choose(name.name, addition, label, lambda n: not free(n))


def is_free(
    name: Name, table: Table | None, scope: Scope, names: Collection[str] | None = None
) -> Callable[[str], bool]:
    """Whether a constraint of a table may get a name; `names`: those that it has so far, if not as in `table`."""
    taken = names if names is not None else frozenset(table.constraint_names) if table is not None else frozenset()
    elsewhere = scope.catalog.constraints
    return lambda n: n not in taken and name.sibling(n) not in elsewhere


def foreign_key_name(
    key: ForeignKey, name: Name, table: Table | None, scope: Scope, names: Collection[str] | None = None
) -> str:
    """The server's name for a foreign key without one, or whose name the partition that gets a copy has already."""
    if not key.parent or scope.version < COPIES_NAMED_AFTER:
        return constraint_name(joined(key.columns), "fkey", name, table, scope, names)
    free = is_free(name, table, scope, names)
    return next(n for n in (make_name(key.parent, "", str(number)) for number in count(1)) if free(n))


def domain_check_name(domain: Name, own: Collection[str], scope: Scope) -> str:
    """The server's name for a CHECK of a domain; `own`: those that it has already. All of a schema are told apart."""
    others = {
        check.name
        for name, found in scope.catalog.types.items()
        if name.schema == domain.schema and isinstance(found, Domain)
        for check in found.checks
    }
    elsewhere = scope.catalog.constraints
    return choose(domain.name, "", "check", lambda n: n in own or n in others or domain.sibling(n) in elsewhere)

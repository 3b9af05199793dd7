"""The names that InnoDB and the server give to what the author leaves unnamed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from dbarch_lint.objects import IndexPart, Table

PRIMARY = "PRIMARY"


def index_name(parts: Iterable[IndexPart], taken: Iterable[str]) -> str:
    """The first column's name, then with _2, _3 and so on; `functional_index` for an expression."""
    first = next(iter(parts))
    base = first.column or "functional_index"
    used = {name.lower() for name in taken}
    if base.lower() not in used and base.upper() != PRIMARY:
        return base
    number = 2
    while f"{base}_{number}".lower() in used:
        number += 1
    return f"{base}_{number}"


def foreign_key_name(table: Table, dropped: tuple[str, ...] = ()) -> str:
    """`<table>_ibfk_<n>`: one more than the highest number so far, of those that the statement drops too."""
    return numbered(f"{table.name.name}_ibfk_", (*(f.name for f in table.foreign_keys), *dropped))


def check_name(table: Table, *, mariadb: bool) -> str:
    """MySQL: `<table>_chk_<n>`, one more than the highest so far; MariaDB: CONSTRAINT_<n>, the lowest that is free."""
    names = [c.name for c in table.checks]
    if mariadb:
        return next(name for n in count(1) if (name := f"CONSTRAINT_{n}") not in names)
    return numbered(f"{table.name.name}_chk_", names)


def numbered(prefix: str, names: Iterable[str]) -> str:
    """The prefix with the number behind the highest one among the names."""
    ends = [name[len(prefix) :] for name in names if name.startswith(prefix)]
    return f"{prefix}{max((int(e) for e in ends if e.isdigit()), default=0) + 1}"


def after_table(name: str, old: str, new: str) -> str:
    """A constraint's name after its table was renamed: one that the server made from the table's name follows it."""
    for infix in ("_ibfk_", "_chk_"):
        number = name.removeprefix(f"{old}{infix}")
        if number != name and number.isdigit():
            return f"{new}{infix}{number}"
    return name

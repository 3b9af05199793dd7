"""A catalog document as an entity-relationship diagram in Mermaid's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

from dbarch_lint.errors import UsageError, did_you_mean
from dbarch_lint.schema.text import full_name

Json = Mapping[str, Any]
Place = tuple[str, str]  # schema and name

# Mermaid's own words in a list of attributes
KEYWORDS = frozenset({"pk", "fk", "uk"})
NOT_IN_ATTRIBUTE = re.compile(r"[^A-Za-z0-9_\[\]()\u00c0-\ud7ff]")
NOT_IN_LABEL = re.compile(r"[^A-Za-z0-9_.,()$+\u00c0-\ud7ff -]")
SHORT = {
    "timestamp with time zone": "timestamptz",
    "timestamp without time zone": "timestamp",
    "time with time zone": "timetz",
    "time without time zone": "time",
    "character varying": "varchar",
    "double precision": "float8",
    "bit varying": "varbit",
}


def render(document: Json, *, only: Sequence[str] = (), around: str = "", depth: int = 1) -> str:
    """The diagram of all tables, of those that `only` names, or of those near the table `around`.

    Partitions are left out: they are where the rows of their table lie. Raises UsageError for a table that is missing.
    """
    tables = {(t["schema"], t["name"]): t for t in document["tables"] if t["partition_of"] is None}
    shown = chosen(tables, only) if only else set(tables)
    if around:
        shown &= near(tables, named(tables, around), depth)
    lines = ["erDiagram"]
    for place in sorted(shown):
        lines += entity(tables[place])
    for place in sorted(shown):
        lines += [relation(tables[place], key) for key in tables[place]["foreign_keys"] if target(key) in shown]
    return "\n".join(lines) + "\n"


# --- which tables


def named(tables: Mapping[Place, Json], name: str) -> Place:
    """The table that a user names, with or without its schema. Raises UsageError."""
    found = [place for place, t in tables.items() if name in {t["name"], full_name(t)}]
    if "public" in (schemas := [schema for schema, _ in found]):
        return found[schemas.index("public")]
    if not found:
        names = [full_name(t) for t in tables.values()] + [t["name"] for t in tables.values()]
        raise UsageError(f"no table is called {name!r}{did_you_mean(name, names)}")
    if len(found) > 1:
        raise UsageError(f"several tables are called {name!r}: {', '.join(map('.'.join, sorted(found)))}")
    return found[0]


def chosen(tables: Mapping[Place, Json], patterns: Sequence[str]) -> set[Place]:
    """The tables of these names; `*` and `?` stand for any letters. Raises UsageError."""
    found: set[Place] = set()
    for pattern in patterns:
        if not any(letter in pattern for letter in "*?["):
            found.add(named(tables, pattern))
            continue
        matches = {p for p, t in tables.items() if any(fnmatchcase(n, pattern) for n in (t["name"], full_name(t)))}
        if not matches:
            raise UsageError(f"no table is called like {pattern!r}")
        found |= matches
    return found


def near(tables: Mapping[Place, Json], start: Place, depth: int) -> set[Place]:
    """The tables that can be reached over at most `depth` foreign keys, whichever way they point."""
    links: dict[Place, set[Place]] = {place: set() for place in tables}
    for place, t in tables.items():
        for other in map(target, t["foreign_keys"]):
            if other in links:
                links[place].add(other)
                links[other].add(place)
    reached = edge = {start}
    for _ in range(depth):
        edge = {other for place in edge for other in links[place]} - reached
        reached = reached | edge
    return reached


def target(key: Json) -> Place:
    """The table that a foreign key points to."""
    return key["references"]["schema"], key["references"]["table"]


# --- what is said of them


def entity(t: Json) -> Iterator[str]:
    """A table with its columns."""
    primary = set(t["primary_key"]["columns"]) if t["primary_key"] else set()
    foreign = {c for key in t["foreign_keys"] for c in key["columns"]}
    unique = {u["columns"][0] for u in t["unique"] if len(u["columns"]) == 1}
    yield f"    {title(t['schema'], t['name'])} {{"
    for c in t["columns"]:
        marks = [mark for mark, names in (("PK", primary), ("FK", foreign), ("UK", unique)) if c["name"] in names]
        words = [attribute(type_word(c["type"])), attribute(c["name"]), ", ".join(marks), remark(c)]
        yield "        " + " ".join(filter(None, words))
    yield "    }"


def remark(column: Json) -> str:
    """What stands in quotes behind a column: the name where it had to be respelled, and whether it may be null."""
    words = [
        column["name"] if attribute(column["name"]) != column["name"] else "",
        "null" if column["nullable"] else "",
    ]
    text = ", ".join(filter(None, words))
    return f'"{label(text)}"' if text else ""


def type_word(type_: str) -> str:
    """A type in one short word."""
    for long, short in SHORT.items():
        start, _, rest = long.partition(" with")
        found = re.fullmatch(rf"{start}(\(\d+\))?{' with' + rest if rest else ''}(\(\d+\))?(\[\])?", type_)
        if found:
            return short + "".join(filter(None, found.groups()))
    return type_


def attribute(text: str) -> str:
    """A type or a column in the letters that Mermaid takes there."""
    word = NOT_IN_ATTRIBUTE.sub("_", text)
    return f"_{word}" if word.lower() in KEYWORDS or not (word[:1].isalpha() or word[:1] == "_") else word


def title(schema: str, name: str) -> str:
    """A table's name, in quotes; a dot within a name is told from the one behind a schema."""
    parts = [f'"{part}"' if "." in part else part for part in (schema, name)]
    return f'"{label(parts[1] if schema in {"", "public"} else ".".join(parts))}"'


def label(text: str) -> str:
    """Text in quotes: what could end or change it is given by its number."""
    text = NOT_IN_LABEL.sub(lambda found: f"#{ord(found[0])};", text)
    return text.replace("direction ", "direction#32;")  # the one word that means something inside quotes too


def relation(t: Json, key: Json) -> str:
    """A foreign key as a line: how many rows of each table belong to one of the other."""
    columns = frozenset(key["columns"])
    nullable = any(c["nullable"] for c in t["columns"] if c["name"] in columns)
    own = frozenset(t["primary_key"]["columns"]) if t["primary_key"] else frozenset()
    far, near_ = "|o" if nullable else "||", "o|" if any(some <= columns for some in unique_sets(t)) else "o{"
    line = "--" if columns <= own else ".."  # a row that its key names needs the other to be what it is
    to = title(*target(key))
    return f'    {to} {far}{line}{near_} {title(t["schema"], t["name"])} : "{label(", ".join(key["columns"]))}"'


def unique_sets(t: Json) -> Iterable[frozenset[str]]:
    """The sets of columns of which no two rows have the same values."""
    if t["primary_key"]:
        yield frozenset(t["primary_key"]["columns"])
    for u in t["unique"]:
        yield frozenset(u["columns"])
    for i in t["indexes"]:
        if i["unique"] and i["where"] is None and not any(c.startswith("(") for c in i["columns"]):
            yield frozenset(i["columns"])

"""What people are told of locks: who waits, for which statement, from where on. Statements are those of `effects`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

Json = Mapping[str, Any]
WAITS = {"read": "reads", "write": "writes", "ddl": "schema changes"}
# What also locks the rows that it finds until the transaction ends: by rows of the tables of effects, in which role.
LOCKING_ROWS = {
    **dict.fromkeys(("update", "update-bounded", "delete", "delete-bounded", "merge"), "target"),
    "select-for-update": "referenced",
}
ROWS = "writes of the same rows"
STATEMENT = 60  # characters of a statement in a table


def waiting(effect: Json) -> str:
    """Who waits for a lock, in words."""
    briefly = effect["blocks_briefly"]
    if effect["new"] and (effect["blocks"] or briefly):
        return "nobody: it is new"
    words = ", ".join(WAITS.get(word, word) for word in effect["blocks"] or briefly)
    if not words:
        return ROWS if LOCKING_ROWS.get(effect["row"].partition("/")[2]) == effect["role"] else "nobody"
    return f"{words}, for a moment" if briefly else words


def short(sql: str) -> str:
    """A statement in one line."""
    words = " ".join(sql.split())
    return words if len(words) <= STATEMENT else words[: STATEMENT - 3] + "..."


def first_locks(statements: Sequence[Json]) -> dict[str, tuple[int, Json]]:
    """For each relation that others wait for: the line where it is first locked as strongly as ever, with that lock.

    What is new is left out, and so are the indexes of a table that is locked, too.
    """
    held: dict[str, tuple[int, Json]] = {}
    for statement in statements:
        for effect in statement["effects"]:
            seen = held.get(effect["relation"])
            if effect["new"] or _comes_along(effect, statement):
                continue
            if effect["blocks"] and (seen is None or len(effect["blocks"]) > len(seen[1]["blocks"])):
                held[effect["relation"]] = (statement["start"]["line"], effect)
    return held


def worked(statement: Json) -> str:
    """What a statement does that takes long: `scan of public.t`; empty for none."""
    slow = [e for e in statement["effects"] if e["work"] != "none" and e["kind"] != "index" and not e["new"]]
    return f"{slow[0]['work']} of {slow[0]['relation']}" if slow else ""


class Lock(NamedTuple):
    """A lock that somebody waits for, and the statement that takes it."""

    statement: Json
    effect: Json


def locks(statements: Sequence[Json]) -> list[Lock]:
    """The locks that keep reads or writes waiting, in order. Those of a table's indexes come with its own."""
    return [Lock(s, e) for s in statements for e in s["effects"] if _is_felt(e) and not _comes_along(e, s)]


def _is_felt(effect: Json) -> bool:
    return not (effect["new"] or {"read", "write"}.isdisjoint(effect["blocks"]))


def _comes_along(effect: Json, statement: Json) -> bool:
    """Whether it is the lock of an index, and the statement locks a table as well."""
    return effect["kind"] == "index" and any(_is_felt(e) and e["kind"] != "index" for e in statement["effects"])


def transactions(statements: Sequence[Json]) -> Iterator[list[Json]]:
    """The statements by transaction; one outside of any stands alone."""
    for (_, transaction), group in groupby(statements, key=lambda s: (s["path"], s.get("transaction"))):
        if transaction is None:
            yield from ([statement] for statement in group)
        else:
            yield list(group)

"""What lies between two points of a history, object by object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from dbarch_lint.reporters.display import Painter, visible
from dbarch_lint.schema import text

Json = Mapping[str, Any]
Said = dict[tuple[str, str], str]  # kind and name -> what is said of it
SIGNS = {"added": "+", "removed": "-", "changed": "~"}
COLORS = {"added": "add", "removed": "remove", "changed": "bold"}
NO_PARTS: Said = {}


class Object(NamedTuple):
    """A table or another object, with its parts."""

    words: str
    parts: Said


def compare(before: Json, after: Json, names: tuple[str, str]) -> dict[str, Any]:
    """The changes as a document; `names` are what the two points are called."""
    old, new = objects_of(before), objects_of(after)
    changes = [change(key, old.get(key), new.get(key)) for key in (*new, *(key for key in old if key not in new))]
    return {
        "version": 1,
        "engine": after["engine"],
        "engine_version": after["engine_version"],
        "from": names[0],
        "to": names[1],
        "changes": [c for c in changes if c["change"] != "none"],
    }


def objects_of(document: Json) -> dict[tuple[str, str], Object]:
    """Every object by kind and name."""
    found: dict[tuple[str, str], Object] = {}
    for t in document["tables"]:
        columns: Said = {("column", c["name"]): f"{c['type']} {text.column_words(c)}".rstrip() for c in t["columns"]}
        parts = columns | {(kind, name): words for kind, name, words in text.table_parts(t)}
        if t["comment"]:
            parts["comment", ""] = t["comment"]
        kind = "" if t["kind"] == "table" else t["kind"]
        words = ", ".join(filter(None, (kind, text.table_words(t))))
        found["table", text.full_name(t)] = Object(words, parts)
    for kind in text.OTHERS:
        for word, name, words, _ in text.objects(document, kind):
            found[word, name] = Object(words, NO_PARTS)
    return found


def change(key: tuple[str, str], old: Object | None, new: Object | None) -> dict[str, Any]:
    """What became of one object."""
    was, now = old.parts if old is not None else NO_PARTS, new.parts if new is not None else NO_PARTS
    parts = [entry(k, was.get(k), now.get(k)) for k in (*now, *(k for k in was if k not in now))]
    own = entry(key, None if old is None else old.words, None if new is None else new.words)
    parts = [p for p in parts if p["change"] != "none"]
    if parts and own["change"] == "none":
        own["change"] = "changed"
    return {**own, "parts": parts}


def entry(key: tuple[str, str], was: str | None, now: str | None) -> dict[str, Any]:
    """One line: what, and what is said of it before and after."""
    word = "none" if was == now else "added" if was is None else "removed" if now is None else "changed"
    return {"change": word, "kind": key[0], "name": key[1], "before": was, "after": now}


def render(document: Json, *, color: bool = False) -> str:
    """The changes as text."""
    paint = Painter(color)
    if not document["changes"]:
        return f"Nothing differs between {visible(document['from'])} and {visible(document['to'])}.\n"
    return "".join(f"{line}\n" for item in document["changes"] for line in lines(item, paint))


def lines(item: Json, paint: Painter) -> Iterator[str]:
    """An object and what became of its parts. What is added or removed with the whole object is shown too."""
    yield line(item, paint)
    for part in item["parts"]:
        yield "    " + line(part, paint)


def line(item: Json, paint: Painter) -> str:
    """A sign, the kind and name, and what is said of it; for a change, before and after."""
    before, after = item["before"] or "", item["after"] or ""
    said = f"{before} -> {after}" if item["change"] == "changed" and before != after else after or before
    words = " ".join(" ".join(filter(None, (item["kind"], item["name"], said))).split())
    return paint(COLORS[item["change"]], f"{SIGNS[item['change']]} {visible(words)}")

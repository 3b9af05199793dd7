"""A catalog document as text: one block a table, then the other objects, a line each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dbarch_lint.reporters.display import Painter, visible, width

Json = Mapping[str, Any]
OTHERS = ("views", "enums", "domains", "sequences", "functions", "extensions")
SINGULAR = {"views": "view", "enums": "enum", "domains": "domain", "sequences": "sequence", "extensions": "extension"}
# What is said about a column behind its type: key of the document, words before the value.
COLUMN = (("default", "default "), ("identity", "identity "), ("generated", "generated "), ("collation", "collate "))
# What a table is beside its columns: key of the document, the word of the part.
PARTS = (
    ("unique", "unique"),
    ("foreign_keys", "foreign key"),
    ("checks", "check"),
    ("exclusions", "exclusion"),
    ("indexes", "index"),
)
INCOMPLETE = "The history does not start from an empty database: there may be more than is shown."


def render(document: Json, *, color: bool = False) -> str:
    """The whole schema."""
    paint = Painter(color)
    blocks = ["\n".join(_table_lines(t, paint)) for t in document["tables"]]
    others = [visible(" ".join(filter(None, words))) for kind in OTHERS for *words, _ in objects(document, kind)]
    if others:
        blocks.append("\n".join(others))
    if not document["complete"]:
        blocks.append(INCOMPLETE)
    return "\n\n".join(blocks) + "\n" if blocks else "The schema is empty.\n"


def _table_lines(t: Json, paint: Painter) -> Iterator[str]:
    extra = table_words(t)
    yield paint("bold", visible(f"{table_kind(t)} {full_name(t)}")) + (f" ({visible(extra)})" if extra else "")
    if t["comment"]:
        yield f"  {visible(' '.join(t['comment'].split()))}"
    rows = [(visible(c["name"]), visible(c["type"]), visible(column_words(c))) for c in t["columns"]]
    names, types = (max((width(row[i]) for row in rows), default=0) for i in (0, 1))
    for name, type_, words in rows:
        yield f"  {_padded(name, names)}  {_padded(type_, types)}  {words}".rstrip()
    for kind, name, words in table_parts(t):
        yield "  " + visible(" ".join(filter(None, (kind, name, words))))


def _padded(text: str, cells: int) -> str:
    return text + " " * (cells - width(text))


def full_name(item: Json) -> str:
    """Schema and name."""
    return ".".join(str(item[key]) for key in ("schema", "name") if item.get(key))


def table_kind(t: Json) -> str:
    """What kind of table it is, in words."""
    return "table" if t["kind"] == "table" else f"{t['kind']} table"


def table_words(t: Json) -> str:
    """What else is said behind a table's name."""
    words = ["unlogged" if t["unlogged"] else "", "row security" if t["row_security"] else ""]
    words += [f"{word} {t[key]}" for key, word in (("partition_of", "of"), ("partition_by", "by")) if t[key]]
    words.append(f"inherits {', '.join(t['inherits'])}" if t["inherits"] else "")
    return ", ".join(filter(None, words))


def column_words(column: Json) -> str:
    """What is said about a column behind its type."""
    words = ["" if column["nullable"] else "not null"]
    words += [f"{before}{column[key]}" for key, before in COLUMN if column.get(key)]
    return " ".join(filter(None, words))


def table_parts(t: Json) -> Iterator[tuple[str, str, str]]:
    """Constraints, indexes and the rest: kind, name, and what is said of it."""
    if t["primary_key"]:
        yield "primary key", t["primary_key"]["name"], f"({', '.join(t['primary_key']['columns'])})"
    for key, kind in PARTS:
        for part in t[key]:
            yield kind, part["name"], WORDS[key](part)
    for key, kind in (("triggers", "trigger"), ("policies", "policy")):
        for name in t[key]:
            yield kind, name, ""


def _unique(u: Json) -> str:
    nulls = "" if u["nulls_distinct"] else " nulls not distinct"
    return f"({', '.join(u['columns'])}){nulls}{' deferrable' if u['deferrable'] else ''}"


def _foreign_key(f: Json) -> str:
    to = f["references"]
    target = f"{to['schema']}.{to['table']} ({', '.join(to['columns'])})"
    actions = [(verb, f[f"on_{verb}"].lower()) for verb in ("delete", "update")]
    said = "".join(f" on {verb} {action}" for verb, action in actions if action != "no action")
    deferrable = " deferrable" if f["deferrable"] else ""
    return f"({', '.join(f['columns'])}) to {target}{said}{deferrable}{_not_validated(f)}"


def _check(c: Json) -> str:
    return f"({c['expression']}){_not_validated(c)}"


def _index(index: Json) -> str:
    kind = ("unique " if index["unique"] else "") + ("" if index["method"] == "btree" else f"{index['method']} ")
    include = f" include ({', '.join(index['include'])})" if index["include"] else ""
    where = f" where {index['where']}" if index["where"] else ""
    return f"{kind}({', '.join(index['columns'])}){include}{where}{'' if index['valid'] else ' (invalid)'}"


def _not_validated(constraint: Json) -> str:
    return "" if constraint["validated"] else " (not validated)"


WORDS = {
    "unique": _unique,
    "foreign_keys": _foreign_key,
    "checks": _check,
    "exclusions": lambda e: f"({', '.join(e['columns'])})",
    "indexes": _index,
}


def objects(document: Json, kind: str) -> Iterator[tuple[str, str, str, Any]]:
    """The objects of a kind: what it is called, the name, what is said of it, and its document."""
    for item in document[kind]:
        if kind == "extensions":
            yield "extension", item, "", item
        elif kind == "functions":
            yield item["kind"], f"{full_name(item)}({', '.join(item['arguments'])})", "", item
        else:
            word = "materialized view" if kind == "views" and item["materialized"] else SINGULAR[kind]
            yield word, full_name(item), _object_words(kind, item), item


def _object_words(kind: str, item: Json) -> str:
    if kind == "enums":
        return f"({', '.join(item['values'])})"
    if kind == "sequences":
        return f"{item['type']}{' owned by ' + item['owned_by'] if item['owned_by'] else ''}"
    if kind == "domains":
        default = f" default {item['default']}" if item["default"] else ""
        checks = "".join(f" check {c['name']} ({c['expression']})" for c in item["checks"])
        return f"{item['type']}{'' if item['nullable'] else ' not null'}{default}{checks}"
    return ""

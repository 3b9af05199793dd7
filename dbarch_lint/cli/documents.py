"""`effects` and `schema`: what a migration history does and where it leads, for programs and for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import click

from dbarch_lint.cli import base
from dbarch_lint.cli.table import table
from dbarch_lint.config import located
from dbarch_lint.errors import ConfigError
from dbarch_lint.reporters.display import Painter, shown_path, visible

Json = Mapping[str, Any]
FORMATS = click.Choice(("text", "json"))
WAITS = {"read": "reads", "write": "writes", "ddl": "schema changes"}
OTHERS = ("views", "enums", "domains", "sequences", "functions", "extensions")
# What is said about a column behind its type: key of the document, words before the value.
COLUMN = (("default", "default "), ("identity", "identity "), ("generated", "generated "), ("collation", "collate "))
STATEMENT = 60  # characters of a statement in the table


@click.command(short_help="Say for each statement what it locks, and for how long.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--output-format", type=FORMATS, default="text", help="Tables, or JSON.")
@click.option("-o", "--output-file", metavar="FILE", help="Write to this file.")
@base.reading_options
@base.color_option
def effects(
    paths: tuple[str, ...],
    output_format: str,
    output_file: str | None,
    config_file: str | None,
    isolated: bool,
    color: bool | None,
    **given: Any,
) -> None:
    """Say for each statement which locks it takes, who waits for them, and what work it does meanwhile."""
    from dbarch_lint import documents

    chosen = base.settings(paths, config_file=config_file, isolated=isolated, **given)
    try:
        document = documents.effects_of(chosen.paths, chosen.config, root=chosen.root)
    except ConfigError as error:
        raise located(error, chosen.loaded.file) from None
    colored = not output_file and base.wants_color(color)
    base.emit(_json(document) if output_format == "json" else effects_text(document, color=colored), output_file)


@click.command(short_help="Print the schema after the last migration.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--at", metavar="MIGRATION", help="The schema after this migration instead of after the last.")
@click.option("--output-format", type=FORMATS, default="text", help="Text, or JSON.")
@click.option("-o", "--output-file", metavar="FILE", help="Write to this file.")
@base.reading_options
@base.color_option
def schema(
    paths: tuple[str, ...],
    at: str | None,
    output_format: str,
    output_file: str | None,
    config_file: str | None,
    isolated: bool,
    color: bool | None,
    **given: Any,
) -> None:
    """Print the schema that the migrations make."""
    from dbarch_lint import documents

    chosen = base.settings(paths, config_file=config_file, isolated=isolated, **given)
    try:
        document = documents.catalog_of(chosen.paths, chosen.config, root=chosen.root, at=at)
    except ConfigError as error:
        raise located(error, chosen.loaded.file) from None
    colored = not output_file and base.wants_color(color)
    base.emit(_json(document) if output_format == "json" else schema_text(document, color=colored), output_file)


def _json(document: Json) -> str:
    from dbarch_lint.reporters.json import dumps

    return dumps(document)


# ---- effects as text -----------------------------------------------------------------------------------------------


def effects_text(document: Json, *, color: bool = False) -> str:
    """One table a migration: statement, lock, relation, who waits, work."""
    paint = Painter(color)
    blocks = []
    for path, statements in groupby(document["statements"], key=lambda statement: statement["path"]):
        own = list(statements)
        rows = [row for statement in own for row in _effect_rows(statement)]
        head = ("line", "statement", "lock", "relation", "who waits", "work")
        remarks = "".join(f"  line {line}: {visible(text)}\n" for line, text in _remarks(own))
        blocks.append(paint("bold", shown_path(path, "")) + "\n" + table(head, rows, color=color, indent=2) + remarks)
    return "\n".join(blocks) or "There are no statements.\n"


def _effect_rows(statement: Json) -> Iterator[tuple[str, ...]]:
    """A row for each relation that a statement locks; the statement stands in the first."""
    short = _short(statement["sql"])
    line = str(statement["start"]["line"])
    for number, effect in enumerate(statement["effects"]):
        waits = ", ".join(WAITS.get(word, word) for word in effect["blocks"]) or "nobody"
        first = (line, short) if number == 0 else ("", "")
        yield (*first, effect["lock"], effect["relation"], waits, "" if effect["work"] == "none" else effect["work"])
    if not statement["effects"]:
        yield line, short, "none", "", "nobody", ""


def statement_text(document: Json, *, color: bool = False) -> str:
    """The effects of statements that stand alone, and where the facts come from."""
    apart = [_short(s["sql"]) for s in document["statements"] if not s["allowed_in_transaction"]]
    rows = dict.fromkeys(effect["row"] for s in document["statements"] for effect in s["effects"])
    lines = [f"  {visible(sql)}: must run outside of a transaction block" for sql in apart]
    lines.append(f"On {document['engine']} {document['engine_version']}" + "".join(f", {row}" for row in rows) + ".")
    return effects_text(document, color=color).partition("\n")[2] + "\n".join(lines) + "\n"


def _short(sql: str) -> str:
    words = " ".join(sql.split())
    return words if len(words) <= STATEMENT else words[: STATEMENT - 3] + "..."


def _remarks(statements: Sequence[Json]) -> Iterator[tuple[int, str]]:
    for statement in statements:
        if statement["refused"]:
            yield statement["start"]["line"], f"the server refuses this: {statement['refused']}"
        elif statement["in_transaction"] and not statement["allowed_in_transaction"]:
            yield statement["start"]["line"], "the server refuses this: it cannot run in a transaction, and this does"


# ---- the schema as text --------------------------------------------------------------------------------------------


def schema_text(document: Json, *, color: bool = False) -> str:
    """One block a table, then the other objects, a line a kind."""
    paint = Painter(color)
    blocks = ["\n".join(_table_lines(t, paint)) for t in document["tables"]]
    others = [line for kind in OTHERS for line in _others(document, kind)]
    if others:
        blocks.append("\n".join(others))
    if not document["complete"]:
        blocks.append("The history does not start from an empty database: there may be more than is shown.")
    return "\n\n".join(blocks) + "\n" if blocks else "The schema is empty.\n"


def _table_lines(t: Json, paint: Painter) -> Iterator[str]:
    kind = t["kind"] if t["kind"] == "table" else f"{t['kind']} table"
    extra = [word for word, said in (("unlogged", t["unlogged"]), ("row security", t["row_security"])) if said]
    yield paint("bold", visible(f"{kind} {t['schema']}.{t['name']}")) + (f" ({', '.join(extra)})" if extra else "")
    rows = [(c["name"], c["type"], _column_words(c)) for c in t["columns"]]
    names, types = (max((len(visible(row[i])) for row in rows), default=0) for i in (0, 1))
    for name, type_, words in rows:
        yield f"  {visible(name):<{names}}  {visible(type_):<{types}}  {visible(words)}".rstrip()
    for line in _parts(t):
        yield f"  {visible(line)}"


def _column_words(column: Json) -> str:
    words = ["" if column["nullable"] else "not null"]
    words += [f"{before}{column[key]}" for key, before in COLUMN if column.get(key)]
    return " ".join(filter(None, words))


def _parts(t: Json) -> Iterator[str]:
    """Constraints, indexes and the rest, one line each."""
    if t["primary_key"]:
        yield f"primary key ({', '.join(t['primary_key']['columns'])})"
    for u in t["unique"]:
        yield f"unique {u['name']} ({', '.join(u['columns'])})"
    for f in t["foreign_keys"]:
        yield f"foreign key {f['name']} ({', '.join(f['columns'])}) to {_target(f)}{_not_validated(f)}"
    for c in t["checks"]:
        yield f"check {c['name']} ({c['expression']}){_not_validated(c)}"
    for e in t["exclusions"]:
        yield f"exclusion {e['name']} ({', '.join(e['columns'])})"
    for i in t["indexes"]:
        yield _index(i)
    for key, word in (("partition_of", "partition of"), ("partition_by", "partition by")):
        if t[key]:
            yield f"{word} {_named(t[key])}"
    for key in ("inherits", "triggers", "policies"):
        if t[key]:
            yield f"{key}: {', '.join(_named(item) for item in t[key])}"


def _target(key: Json) -> str:
    to = key["references"]
    actions = [(verb, key[f"on_{verb}"].lower()) for verb in ("delete", "update")]
    said = "".join(f" on {verb} {action}" for verb, action in actions if action != "no action")
    return f"{to['schema']}.{to['table']} ({', '.join(to['columns'])}){said}"


def _index(index: Json) -> str:
    kind = ("unique " if index["unique"] else "") + ("" if index["method"] == "btree" else f"{index['method']} ")
    include = f" include ({', '.join(index['include'])})" if index["include"] else ""
    where = f" where {index['where']}" if index["where"] else ""
    invalid = "" if index["valid"] else " (invalid)"
    return f"{kind}index {index['name']} ({', '.join(index['columns'])}){include}{where}{invalid}"


def _not_validated(constraint: Json) -> str:
    return "" if constraint["validated"] else " (not validated)"


def _named(item: Any) -> str:
    """An object's name: some are given as a text, some with schema and name."""
    if not isinstance(item, Mapping):
        return str(item)
    return ".".join(str(item[key]) for key in ("schema", "name") if item.get(key)) or str(dict(item))


def _others(document: Json, kind: str) -> Iterator[str]:
    for item in document[kind]:
        values = f" ({', '.join(item['values'])})" if kind == "enums" else ""
        word = "materialized view" if kind == "views" and item["materialized"] else kind.removesuffix("s")
        yield visible(f"{word} {_named(item)}{values}")

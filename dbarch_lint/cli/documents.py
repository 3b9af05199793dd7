"""`effects` and `schema`: what a migration history does and where it leads, for programs and for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from dbarch_lint.cli import base
from dbarch_lint.cli.table import table
from dbarch_lint.config import located
from dbarch_lint.errors import ConfigError, UsageError
from dbarch_lint.reporters.display import Painter, shown_path, visible

if TYPE_CHECKING:
    from dbarch_lint.documents import Schema

Json = Mapping[str, Any]
FORMATS = click.Choice(("text", "json"))
SCHEMA_FORMATS = click.Choice(("text", "json", "sql", "mermaid"))
WAITS = {"read": "reads", "write": "writes", "ddl": "schema changes"}
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


@click.command(short_help="Print the schema that the migrations make, or a diagram of it.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--at", metavar="MIGRATION", help="The schema after this migration instead of after the last.")
@click.option(
    "--diff",
    nargs=2,
    metavar="A B",
    help="What migrations after A, up to B, change in the schema; `start` is the time before the first one.",
)
@click.option(
    "--output-format", type=SCHEMA_FORMATS, default="text", help="Text, JSON, a script in SQL, or a Mermaid diagram."
)
@click.option("--tables", type=base.Words(), multiple=True, metavar="NAME,...", help="In the diagram: only these.")
@click.option("--around", metavar="TABLE", help="In the diagram: only this table and its neighbours.")
@click.option(
    "--depth", type=click.IntRange(0), default=1, show_default=True, help="How many foreign keys away from --around."
)
@click.option("-o", "--output-file", metavar="FILE", help="Write to this file.")
@base.reading_options
@base.color_option
def schema(paths: tuple[str, ...], output_file: str | None, color: bool | None, **given: Any) -> None:
    """Print the schema that the migrations make."""
    from dbarch_lint import documents

    wanted = Wanted(**{field: given.pop(field) for field in Wanted._fields})
    _check_options(wanted)
    chosen = base.settings(paths, **given)
    points = wanted.diff or (wanted.at,)
    try:
        found = documents.schemas_of(chosen.paths, chosen.config, root=chosen.root, points=points)
    except ConfigError as error:
        raise located(error, chosen.loaded.file) from None
    colored = not output_file and base.wants_color(color)
    base.emit(
        _diff_text(wanted, found, colored) if wanted.diff else _schema_text(wanted, found[0], colored), output_file
    )


class Wanted(NamedTuple):
    """What a person wants to see of the schema."""

    at: str | None
    diff: tuple[str, str] | None
    output_format: str
    tables: tuple[tuple[str, ...], ...]
    around: str | None
    depth: int


def _check_options(wanted: Wanted) -> None:
    """Options that say nothing together are a mistake that should not pass in silence."""
    if wanted.diff and wanted.at:
        raise UsageError("--diff names two migrations already; leave --at away")
    if wanted.diff and wanted.output_format not in {"text", "json"}:
        raise UsageError("--diff is printed as text or json")
    if (wanted.tables or wanted.around) and wanted.output_format != "mermaid":
        raise UsageError("--tables and --around choose what is in a diagram; add --output-format mermaid")


def _schema_text(wanted: Wanted, schema: Schema, color: bool) -> str:
    if wanted.output_format == "sql":
        return schema.sql
    if wanted.output_format == "json":
        return _json(schema.document)
    if wanted.output_format == "mermaid":
        from dbarch_lint.schema import mermaid

        only = base.flat(wanted.tables)
        return mermaid.render(schema.document, only=only, around=wanted.around or "", depth=wanted.depth)
    from dbarch_lint.schema import text

    return text.render(schema.document, color=color)


def _diff_text(wanted: Wanted, found: Sequence[Schema], color: bool) -> str:
    from dbarch_lint.schema import diff

    before, after = (schema.document for schema in found)
    document = diff.compare(before, after, wanted.diff or ("", ""))
    return _json(document) if wanted.output_format == "json" else diff.render(document, color=color)


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

"""`effects` and `schema`: what a migration history does and where it leads, for programs and for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from dbarch_lint.cli import base
from dbarch_lint.cli.declared import NATURAL, PATH, WORDS, Choice, argument, command, option
from dbarch_lint.config import located
from dbarch_lint.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from dbarch_lint.documents import Schema

Json = Mapping[str, Any]
FORMATS = Choice(("text", "json"))
SCHEMA_FORMATS = Choice(("text", "json", "sql", "mermaid"))


@command(
    argument("paths", nargs=-1, kind=PATH, metavar="[PATH]..."),
    option("--output-format", kind=FORMATS, default="text", help="Tables, or JSON."),
    option("-o", "--output-file", kind=PATH, metavar="FILE", help="Write to this file."),
    option("--compare", metavar="VERSION", help="Say only what this version of the server does otherwise."),
    *base.READING,
    base.COLOR,
)
def effects(
    paths: tuple[str, ...],
    output_format: str,
    output_file: str | None,
    compare: str | None,
    config_file: str | None,
    isolated: bool,
    color: bool | None,
    **given: Any,
) -> None:
    """Say for each statement which locks it takes, who waits for them, and what work it does meanwhile."""
    from dbarch_lint import documents
    from dbarch_lint.cli.effects_text import compared_text, effects_text

    chosen = base.settings(paths, config_file=config_file, isolated=isolated, **given)
    try:
        if compare is None:
            document = documents.effects_of(chosen.paths, chosen.config, root=chosen.root)
        else:
            document = documents.compare_effects(chosen.paths, chosen.config, compare, root=chosen.root)
    except ConfigError as error:
        raise located(error, chosen.loaded.file) from None
    colored = not output_file and base.wants_color(color)
    as_text = effects_text if compare is None else compared_text
    base.emit(_json(document) if output_format == "json" else as_text(document, color=colored), output_file)


@command(
    argument("paths", nargs=-1, kind=PATH, metavar="[PATH]..."),
    option("--at", metavar="MIGRATION", help="The schema after this migration instead of after the last."),
    option(
        "--diff",
        nargs=2,
        metavar="A B",
        help="What migrations after A, up to B, change in the schema; `start` is the time before the first one.",
    ),
    option(
        "--output-format",
        kind=SCHEMA_FORMATS,
        default="text",
        help="Text, JSON, a script in SQL, or a Mermaid diagram.",
    ),
    option("--tables", kind=WORDS, multiple=True, metavar="NAME,...", help="In the diagram: only these."),
    option("--around", metavar="TABLE", help="In the diagram: only this table and its neighbours."),
    option("--depth", kind=NATURAL, default=1, show_default=True, help="How many foreign keys away from --around."),
    option("-o", "--output-file", kind=PATH, metavar="FILE", help="Write to this file."),
    *base.READING,
    base.COLOR,
)
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

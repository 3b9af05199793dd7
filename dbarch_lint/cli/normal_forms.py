"""`normalize`: which tables repeat facts, and how to take them apart."""

from __future__ import annotations

from typing import Any

from dbarch_lint.cli import base
from dbarch_lint.cli.declared import PATH, Choice, argument, command, option
from dbarch_lint.config import located
from dbarch_lint.errors import ConfigError

FORMATS = Choice(("text", "json", "sql"))


@command(
    argument("paths", nargs=-1, kind=PATH, metavar="[PATH]..."),
    option("--table", "tables", multiple=True, metavar="NAME", help="Only this table; may be given several times."),
    option(
        "--sample",
        "samples",
        multiple=True,
        metavar="FILE",
        help="Rows of a table, as CSV or Parquet: of --table, or of the table that the file is named after.",
    ),
    option("--seeds", is_flag=True, help="Take the rows that the migrations insert as samples."),
    option(
        "--output-format",
        kind=FORMATS,
        default="text",
        help="Text, JSON, or the migrations that take the tables apart.",
    ),
    option("-o", "--output-file", kind=PATH, metavar="FILE", help="Write to this file."),
    *base.READING,
    base.COLOR,
)
def normalize(
    paths: tuple[str, ...],
    tables: tuple[str, ...],
    samples: tuple[str, ...],
    seeds: bool,
    output_format: str,
    output_file: str | None,
    color: bool | None,
    **given: Any,
) -> None:
    """Judge the tables that the migrations make by their normal forms.

    Keys, unique constraints, generated columns and foreign keys say what determines what; the configuration says what
    no constraint can, under `dependencies: {orders: [customer_email -> customer_name]}`. Data only raises questions.
    """
    from dbarch_lint.normalize.run import Wanted
    from dbarch_lint.normalize.run import normalize as run
    from dbarch_lint.normalize.text import render, script

    chosen = base.settings(paths, **given)
    asked = Wanted(tables, samples, seeds)
    try:
        found = run(chosen.paths, chosen.config, root=chosen.root, asked=asked)
    except ConfigError as error:
        raise located(error, chosen.loaded.file) from None
    if output_format == "json":
        from dbarch_lint.reporters.json import dumps

        text = dumps(found.document)
    elif output_format == "sql":
        text = script(found)
    else:
        text = render(found, color=not output_file and base.wants_color(color))
    base.emit(text, output_file)

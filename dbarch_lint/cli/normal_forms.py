"""`normalize`: which tables repeat facts, and how to take them apart."""

from __future__ import annotations

from typing import Any

import click

from dbarch_lint.cli import base
from dbarch_lint.config import located
from dbarch_lint.errors import ConfigError

FORMATS = click.Choice(("text", "json", "sql"))


@click.command(short_help="Say which tables repeat facts, and how to take them apart.")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@click.option("--table", "tables", multiple=True, metavar="NAME", help="Only this table; may be given several times.")
@click.option(
    "--sample",
    "samples",
    multiple=True,
    metavar="FILE",
    help="Rows of a table, as CSV or Parquet: of --table, or of the table that the file is named after.",
)
@click.option("--seeds", is_flag=True, help="Take the rows that the migrations insert as samples.")
@click.option(
    "--output-format", type=FORMATS, default="text", help="Text, JSON, or the migrations that take the tables apart."
)
@click.option("-o", "--output-file", type=click.Path(), metavar="FILE", help="Write to this file.")
@base.reading_options
@base.color_option
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

"""`facts`: the query that measures production, and what it has found."""

from __future__ import annotations

from pathlib import Path

from dbarch_lint.cli import base
from dbarch_lint.cli.declared import argument, command, option
from dbarch_lint.errors import UsageError

SHOWN = 20  # tables worth a line


@command(
    argument("file", required=False),
    option("--query", is_flag=True, help="Print the SQL that makes a facts file."),
    option("--engine", metavar="NAME", default="postgres", show_default=True, help="The database to ask."),
    base.COLOR,
)
def facts(file: str | None, query: bool, engine: str, color: bool | None) -> None:
    r"""Print the query that measures production, or what it has found.

    \b
    dbarch-lint facts --query | psql -XAtq DATABASE > db-facts.json
    dbarch-lint facts db-facts.json

    Name the file in the configuration (facts: db-facts.json), or with --facts.  A replica will do: it knows rows and
    sizes, though not how often tables are written to.
    """
    if query == bool(file):
        raise UsageError("say --query for the SQL, or name a facts file to look at")
    if query:
        from dbarch_lint.engines import engine as load

        base.emit(load(engine).production_query)
        return
    base.emit(_shown(Path(file or ""), color=base.wants_color(color)))


def _shown(file: Path, *, color: bool) -> str:
    """The largest tables of a facts file."""
    from dbarch_lint.cli.table import table
    from dbarch_lint.production import counted, read, size_in_words
    from dbarch_lint.reporters.display import visible

    found = read(file)
    largest = sorted(found.tables, key=lambda t: (-t.bytes, t.schema, t.name))
    rows = [
        (
            size_in_words(t.bytes),
            counted(t.rows) if t.rows is not None else "unknown",
            "unknown" if t.writes_per_second is None else f"{t.writes_per_second:,.2f}",
            f"{t.schema}.{t.name}",
        )
        for t in largest[:SHOWN]
    ]
    head = f"{len(largest)} tables on {visible(found.taken)}, {size_in_words(sum(t.bytes for t in largest))}\n"
    return head + (table(("size", "rows", "writes a second", "table"), rows, color=color) if rows else "")

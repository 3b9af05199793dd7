"""The cases that servers are asked about: the witness of every row of the tables, and those of the files beside this one.

Witnesses and variants are asked twice, about two schemas of the same names: a plain one and a rich one. The forms of
forms.txt are asked about one table in several surroundings, those of contexts.sql.

cases.sql holds blocks: `-- case: NAME`, the statements that must have run before, a line `-- then`, and the statements to
measure. A block without `-- then` is about the schema of the witnesses; `-- after: SQL` runs in that schema before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from dbarch_lint.effects_tables import parse_tables
from tests.truth import Case, Measured

HERE = Path(__file__).parent
SCHEMAS = HERE.parents[1] / "fixtures" / "effects"
SCHEMA, RICH = SCHEMAS / "schema.sql", SCHEMAS / "schema_rich.sql"
ROWS = """
INSERT INTO r SELECT g, g, 'n' FROM generate_series(1, 100) g;
INSERT INTO t SELECT g, g, g, g, 'v' || g, 'x' || g, int4range(g, g + 1) FROM generate_series(1, 100) g;
INSERT INTO c SELECT g, g, g, g, 'v' || g, 'x' || g, int4range(g, g + 1) FROM generate_series(101, 200) g;
INSERT INTO w SELECT g, g FROM generate_series(1, 100) g;
INSERT INTO p SELECT g, g * 25, g, 'x' FROM generate_series(1, 100) g;
INSERT INTO q SELECT g, 2600 + g, g, 'x' FROM generate_series(1, 100) g;
REFRESH MATERIALIZED VIEW mv;
"""


AFTER = "-- after: "


def witnesses() -> Iterator[tuple[str, str, str]]:
    """Name, what must have run, and the statement, of each row of the tables."""
    tables = parse_tables("postgres")
    for kind, rows in (("effect", tables.effects), ("refusal", tables.refusals)):
        for row in rows:
            yield f"{kind} {row.id}", row.given, row.witness


def variants() -> Iterator[tuple[str, str, str]]:
    """The same of the lines of variants.txt."""
    for line in (HERE / "variants.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            given, _, sql = line.rpartition(";;")
            yield f"variant {line}", given.strip(), sql.strip()


def written(text: str) -> Iterator[tuple[str, str, str]]:
    """The same of the blocks of cases.sql."""
    for block in re.split(r"^-- case: ", text, flags=re.MULTILINE)[1:]:
        name, _, body = block.partition("\n")
        before, then, statement = body.rpartition("-- then\n")
        yield name.strip(), before if then else "", statement.strip()


def contexts() -> dict[str, str]:
    """The surroundings by name; `all` is there before each of them."""
    blocks = re.split(r"^-- context: ", (HERE / "contexts.sql").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {block.split(maxsplit=1)[0]: block.partition("\n")[2].strip() for block in blocks}


def forms() -> Iterator[tuple[str, list[str]]]:
    """Each context with the statements to run in it."""
    for line in (HERE / "forms.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            names, _, sql = line.partition(": ")
            yield from ((name, sql.split(";; ")) for name in names.split(", "))


def cases() -> Measured:
    """All of them, not measured yet."""
    setups = {file.read_text(encoding="utf-8") + ROWS: n for n, file in enumerate((SCHEMA, RICH))}
    found = []
    for name, given, sql in (*witnesses(), *variants()):
        before = [setups.setdefault(given, len(setups))] if given else []
        found.append(Case(id=name, sql=[sql], setup=[0, *before], results=[]))
        found.append(Case(id=f"{name} (rich)", sql=[sql], setup=[1, *before], results=[]))
    for name, given, sql in written((HERE / "cases.sql").read_text(encoding="utf-8")):
        added = given.startswith(AFTER)
        own = given.removeprefix(AFTER).strip()
        setup = [0] if added or not own else []
        if own:
            setup.append(setups.setdefault(own, len(setups)))
        found.append(Case(id=name, sql=statements(sql), setup=setup, results=[]))
    around = contexts()
    for context, asked in forms():
        setup = [setups.setdefault(around[name], len(setups)) for name in ("all", context)]
        found.append(Case(id=f"{context}: {';; '.join(asked)}", sql=asked, setup=setup, results=[]))
    return Measured(servers={}, setups=list(setups), cases=found)


def statements(sql: str) -> list[str]:
    """The statements of a case, one a line or more: each ends with a semicolon at the end of a line."""
    return [s.strip() for s in re.split(r";\s*$", sql, flags=re.MULTILINE) if s.strip()]

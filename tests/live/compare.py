"""Whole projects on a server and in the replay: is it the same schema, and does its script make the same schema again?

    python -m tests.live.compare FOLDER...     a table, and every difference

Each project runs twice: its migrations as its tool runs them, then, in another database, the script that
`dbarch-lint schema --output-format sql` gives. The replay must have what the first database has, and all texts of the
two databases (defaults, checks, predicates, views, triggers, policies) must be the same as the server writes them: so
the texts of the replay mean the same to the server as those of the author.
"""

# ruff: noqa: T201 (it is run by hand)
from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from dbarch_lint.catalog import Catalog
from dbarch_lint.documents import catalog_document
from dbarch_lint.engines import engine
from dbarch_lint.frameworks import discover
from dbarch_lint.frameworks import migrations as read
from dbarch_lint.migrations import Migration
from dbarch_lint.projects import of_one_engine
from dbarch_lint.replay import replay
from dbarch_lint.source import Source
from tests.live import introspect, texts
from tests.live.introspect import Refusal, differences
from tests.server import installed, started

VERSION = 18
EXTENSIONS = Path(__file__).with_name("extensions")  # stand-ins for those that the server's package lacks
COUNTED = ("table", "column", "constraint", "index")


class Comparison(NamedTuple):
    """What the server refused, what is not the same, and what there is."""

    refused: list[Refusal]
    differing: list[str]
    script: list[str]  # what is not the same in a database made from the script
    facts: Counter[str]
    statements: int


@contextmanager
def database(server: str, name: str = "history") -> Iterator[Any]:
    """A connection to a database of its own."""
    import psycopg

    with psycopg.connect(f"{server} dbname=postgres", autocommit=True) as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {name}".encode())
        admin.execute(f"CREATE DATABASE {name}".encode())
        admin.execute(f"ALTER DATABASE {name} SET extension_control_path = '$system:{EXTENSIONS}'".encode())
    with psycopg.connect(f"{server} dbname={name}", autocommit=True, prepare_threshold=None) as connection:
        yield connection


def compared(server: str, migrations: Sequence[Migration]) -> Comparison:
    """One history on both sides."""
    with database(server) as connection:
        refused = introspect.run(connection, migrations)
        there, written = introspect.on_server(connection), texts.on_server(connection)
    after, statements = replayed(migrations)
    ours = introspect.replayed(catalog_document(after, "postgres", VERSION))
    with database(server, "copy") as connection:
        script = scripted(connection, after)
        again = texts.on_server(connection)
    differing = differences(there, ours)
    return Comparison(refused, differing, script + texts.differences(written, again), counted(there), statements)


def replayed(migrations: Sequence[Migration]) -> tuple[Catalog, int]:
    """The catalog after the last migration, and how many statements there were."""
    postgres = engine("postgres")
    after, statements = postgres.initial_catalog(), 0
    for step in replay(migrations, postgres, VERSION):
        after = step.after
        statements += len(step.statements)
    return after, statements


def scripted(connection: Any, catalog: Catalog) -> list[str]:
    """Run the script of a schema; what the server refuses of it."""
    postgres = engine("postgres")
    script = Source("script.sql", postgres.dump(catalog, VERSION))
    refused = introspect.failing(connection, postgres.parse(script, None), first=False)
    return [f"the server refuses {words}: {message}" for words, message in refused]


def counted(facts: introspect.Facts) -> Counter[str]:
    """How many objects of each kind there are."""
    kinds = [place.split(" ")[2] if place.startswith("table ") and place.count(" ") > 1 else "" for place in facts]
    return Counter(kind or place.split(" ")[0] for kind, place in zip(kinds, facts, strict=True))


def projects(folder: Path) -> Iterator[tuple[str, list[Migration]]]:
    """The PostgreSQL histories of a repository, by their place."""
    for project in discover(folder, root=folder):
        if (project.engine or "postgres") == "postgres":
            migrations = read(of_one_engine(project, "postgres")[0])
            if migrations:
                yield f"{folder.name} {project.folder.relative_to(folder.resolve())}", migrations


def main() -> None:
    """Compare the histories of all folders."""
    wrong = 0
    print(f"{'project':70} files statements {' '.join(f'{k:>10}' for k in COUNTED)} others refused differ script")
    with started(installed()) as server:
        for name, migrations in (each for folder in sys.argv[1:] for each in projects(Path(folder))):
            found = compared(server, migrations)
            wrong += len(found.differing) + len(found.script)
            others = sum(n for kind, n in found.facts.items() if kind not in COUNTED)
            objects = " ".join(f"{found.facts[k]:10}" for k in COUNTED)
            ups = sum(m.direction == "up" for m in migrations)
            print(
                f"{name:70} {ups:5} {found.statements:10} {objects} {others:6} {len(found.refused):7}"
                f" {len(found.differing):6} {len(found.script):6}"
            )
            for refusal in found.refused:
                print(f"    refused: {refusal.path}: {refusal.statement}: {refusal.message}")
            for line in found.differing:
                print(f"    {line}")
            for line in found.script:
                print(f"    script: {line}")
            sys.stdout.flush()
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()

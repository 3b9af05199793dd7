"""Whole projects on MySQL or MariaDB and in the replay: is it the same schema, and does its script make it again?

python -m tests.live.mysql_compare ENGINE FOLDER...     a table, and every difference
"""

# ruff: noqa: T201 (it is run by hand)
from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines import engine
from dbarch_lint.frameworks import discover_all
from dbarch_lint.frameworks import migrations as read
from dbarch_lint.migrations import Migration
from dbarch_lint.projects import of_one_engine
from dbarch_lint.replay import replay
from dbarch_lint.source import Source
from tests.live.introspect import Facts, differences
from tests.live.mysql_facts import DATABASE, Server
from tests.live.mysql_servers import refusal, rows, started

COUNTED = ("table", "column", "index", "foreign", "check")


class Comparison(NamedTuple):
    """What the server refused, what is not the same, what a database made from the script has otherwise, what there is."""

    refused: list[str]
    differing: list[str]
    script: list[str]
    facts: Counter[str]


def emptied(connection: Any) -> None:
    """A database as new, in use."""
    for (name,) in rows(connection, "SHOW DATABASES"):
        if name not in {"information_schema", "performance_schema", "mysql", "sys"}:
            rows(connection, f"DROP DATABASE `{name}`")
    rows(connection, f"CREATE DATABASE {DATABASE}")
    rows(connection, f"USE {DATABASE}")
    rows(connection, "SET SESSION foreign_key_checks = 1, SESSION sql_mode = @@GLOBAL.sql_mode")


def version(connection: Any, name: str) -> int:
    """The version of a server, as the engine counts."""
    said = str(rows(connection, "SELECT VERSION()")[0][0]).split("-", maxsplit=1)[0]
    number = engine(name).version_number(said)
    assert number is not None
    return number


def compared(connection: Any, name: str, migrations: Sequence[Migration]) -> Comparison:
    """One history on both sides."""
    engine_ = engine(name)
    emptied(connection)
    taken, refused = run(connection, name, migrations)
    number = version(connection, name)
    after = engine_.initial_catalog()
    for step in replay([Migration(id="taken", source=Source("taken.sql", taken))], engine_, number):
        after = step.after
    rows(connection, f"USE {DATABASE}")
    server = Server(connection, name)
    there, ours = server.facts(), server.replayed(after)
    return Comparison(
        refused, differences(there, ours), scripted(connection, name, number, after, there), counted(there)
    )


def run(connection: Any, name: str, migrations: Sequence[Migration]) -> tuple[str, list[str]]:
    """Run the up migrations, a statement at a time: what the server takes, as one script, and what it refuses."""
    taken: list[str] = []
    refused: list[str] = []
    for migration in migrations:
        if migration.direction == "up":
            for statement in engine(name).parse(migration.source, migration.ranges):
                said = refusal(connection, statement.text) if statement.parent is None else ""
                if said:
                    refused.append(f"{migration.path}: {' '.join(statement.text.split())[:100]}: {said}")
                elif statement.parent is None:
                    taken.append(f"{statement.text};\n")
    return "".join(taken), refused


def scripted(connection: Any, name: str, number: int, catalog: Catalog, before: Facts) -> list[str]:
    """Run the script of a schema: what the server refuses of it, and what it makes of it that was not so before."""
    emptied(connection)
    source = Source("script.sql", engine(name).dump(catalog, number))
    refused = [said for s in engine(name).parse(source, None) if (said := refusal(connection, s.text))]
    facts = Server(connection, name).facts()
    return refused + differences(before, facts)


def counted(facts: Facts) -> Counter[str]:
    """How many objects of each kind there are."""
    return Counter(place.split(" ")[2 if place.count(" ") > 1 else 0] for place in facts)


def projects(folder: Path, name: str) -> Iterator[tuple[str, list[Migration]]]:
    """The histories of a repository for this engine, by their place."""
    for project in discover_all([folder], root=folder):
        if (project.engine or name) in {"mysql", "mariadb"}:
            migrations = read(of_one_engine(project, name)[0])
            if migrations:
                yield f"{folder.name} {project.folder.relative_to(folder.resolve())}", migrations


def main() -> None:
    """Compare the histories of all folders."""
    wrong = 0
    name = sys.argv[1]
    print(f"{'project':60} files {' '.join(f'{k:>8}' for k in COUNTED)} refused differ script")
    with started(name) as connection:
        for shown, migrations in (each for folder in sys.argv[2:] for each in projects(Path(folder), name)):
            found = compared(connection, name, migrations)
            wrong += len(found.differing) + len(found.script)
            ups = sum(m.direction == "up" for m in migrations)
            objects = " ".join(f"{found.facts[k]:8}" for k in COUNTED)
            numbers = f"{len(found.refused):7} {len(found.differing):6} {len(found.script):6}"
            print(f"{shown:60} {ups:5} {objects} {numbers}")
            for title, lines in (("refused", found.refused), ("differs", found.differing), ("script", found.script)):
                for line in lines:
                    print(f"    {title}: {line}")
            sys.stdout.flush()
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()

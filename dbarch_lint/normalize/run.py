"""From paths to verdicts: replay, judge, hold against samples, and write the migrations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import EllipsisType
from typing import TYPE_CHECKING

import msgspec

from dbarch_lint import lint, packs
from dbarch_lint.catalog import Catalog
from dbarch_lint.documents import single
from dbarch_lint.engines import Engine, engine, major_version
from dbarch_lint.errors import UsageError, did_you_mean
from dbarch_lint.names import Name
from dbarch_lint.normalize import documents
from dbarch_lint.normalize.analysis import Judged, judge
from dbarch_lint.normalize.mine import Mined, mine
from dbarch_lint.normalize.rows import Rows
from dbarch_lint.normalize.sample import read_sample
from dbarch_lint.objects import Table
from dbarch_lint.operations import Insert
from dbarch_lint.projects import Work
from dbarch_lint.replay import Replayed, replay
from dbarch_lint.source import Source
from dbarch_lint.splits import Phase
from dbarch_lint.vocabulary import Vocabulary

if TYPE_CHECKING:
    from dbarch_lint.config import Config

FIRST_FORM = ("repeating-columns", "multi-valued-column")


class Wanted(msgspec.Struct, frozen=True):
    """What a person wants to know: about which tables, and by which samples."""

    tables: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()
    seeds: bool = False


class Normalized(msgspec.Struct, frozen=True):
    """The tables, the migrations that take them apart, and what samples say."""

    catalog: Catalog
    engine: Engine
    version: int
    tables: tuple[Judged, ...]
    migrations: dict[Name, tuple[Phase, ...]]
    mined: dict[Name, Mined]
    declared: int  # dependencies

    @property
    def document(self) -> documents.Document:
        """As data."""
        return documents.document(
            self.tables,
            self.migrations,
            self.mined,
            engine=self.engine.name,
            version=self.version,
            complete=self.catalog.complete,
        )


def normalize(paths: Sequence[str], config: Config, *, root: Path, asked: Wanted) -> Normalized:
    """Judge the schema after the last migration. Raises DbarchLintError."""
    work = single(paths, config, root)
    rules = packs.load_rules(config.packs, root)
    engine_ = engine(work.engine)
    version = major_version(engine_, work.version)
    catalog, seeds = engine_.initial_catalog(), Seeds(engine_)
    for replayed in replay(work.migrations, engine_, version):
        catalog = replayed.after
        if asked.seeds:
            seeds.collect(replayed)
    named = [find(said, catalog) for said in asked.tables]
    samples = dict(_samples(asked.samples, named, catalog))
    known = Vocabulary(catalog)
    doubts = first_form_doubts(work, catalog, config, rules)
    every = judge(catalog, config.dependencies, only=[*(t.name for t in named), *samples], doubts=doubts)
    mined: dict[Name, Mined] = {}
    for judged in every:
        rows = samples.get(judged.table.name) or seeds.rows(judged.table)
        if rows is not None:
            mined[judged.table.name] = mine(judged.relation, rows, known)
    phases = {j.table.name: tuple(engine_.take_apart(j.split, catalog)) for j in every if j.split is not None}
    declared = sum(map(len, config.dependencies.values()))
    return Normalized(catalog, engine_, version, tuple(every), phases, mined, declared)


def first_form_doubts(
    work: Work, catalog: Catalog, config: Config, rules: Sequence[packs.Rule]
) -> dict[Name, list[str]]:
    """Where a row seems to hold several values of one thing, in the words of the rules that look for it."""
    chosen = packs.select(rules, select=FIRST_FORM, ignore=config.ignore)
    every = [msgspec.structs.replace(m, pending=True) for m in work.migrations]
    ruleset = packs.Ruleset(chosen, config.rules, known=rules)
    found: dict[Name, list[str]] = {}
    for finding in lint.judge(every, engine=work.engine, version=work.version, ruleset=ruleset):
        for said in finding.objects:
            table = next((t for t in catalog.tables if said == t.name.full or said.startswith(f"{t.name.full}.")), None)
            if table is not None:
                found.setdefault(table.name, []).append(finding.message)
    return found


def find(said: str, catalog: Catalog) -> Table:
    """The table that a person names. Raises UsageError."""
    tables = list(catalog.tables)
    found = [t for t in tables if t.name.full == said] or [t for t in tables if t.name.name == said]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{said} may be {', '.join(t.name.full for t in found)}; write its schema too")
    hint = did_you_mean(said, {t.name.name for t in tables}) or "; `dbarch-lint schema` lists the tables"
    raise UsageError(f"the migrations make no table {said}{hint}")


def _samples(files: Sequence[str], named: Sequence[Table], catalog: Catalog) -> Iterator[tuple[Name, Rows]]:
    """The samples, each for the table that is asked about, or else for the one that the file is named after."""
    for file in files:
        table = named[0] if len(named) == 1 else _named_after(file, catalog)
        yield table.name, read_sample(file, table)


def _named_after(file: str, catalog: Catalog) -> Table:
    try:
        return find(Path(file).stem, catalog)
    except UsageError:
        raise UsageError(
            f"{file}: of which table is it a sample? Say --table NAME, or name the file after it"
        ) from None


class Seeds:
    """The rows that the migrations themselves insert."""

    def __init__(self, engine_: Engine) -> None:
        self.engine = engine_
        self.found: dict[Name, list[tuple[Source, Table, Insert]]] = {}

    def collect(self, replayed: Replayed) -> None:
        """Note the INSERTs of one migration."""
        for step in replayed.steps:
            operation = step.operation
            if type(operation) is Insert and operation.statement.parent is None:
                table = step.before.table(operation.table)
                if table is not None:
                    source = replayed.migration.source
                    self.found.setdefault(operation.table, []).append((source, table, operation))

    def rows(self, table: Table) -> Rows | None:
        """The rows of a table, with the names that columns had then; None when there are none."""
        inserts = self.found.get(table.name)
        if not inserts:
            return None
        rows = Rows([c.name for c in table.columns])
        for source, then, insert in inserts:
            rows.begin(source.path)
            names = insert.columns or tuple(c.name for c in then.columns)
            for line, values in self.engine.inserted(insert.statement):
                given: dict[str, str | EllipsisType | None] = dict(zip(names, values, strict=False))
                if not rows.add(line, [given.get(name, ...) for name in rows.columns]):
                    return rows
        return rows if len(rows) else None

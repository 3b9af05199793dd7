"""What real servers did, and how the program's own answers are held beside it.

fixtures/effects/postgres.json holds measured cases: the setup, the statements, and by version the strongest lock on
each relation that was there before, what was rewritten, built and scanned, and errors. Everything here compares;
nothing here knows how the program works inside.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Effect, Work, load
from dbarch_lint.effects_report import StatementEffects, by_statement
from dbarch_lint.effects_tables import parse_tables
from dbarch_lint.engines import engine
from dbarch_lint.migrations import Migration, Wrapper
from dbarch_lint.names import Name
from dbarch_lint.objects import IndexEntry, Relation, Sequence, Table
from dbarch_lint.operations import RenameConstraint, RenameIndex
from dbarch_lint.replay import Replayed, replay
from dbarch_lint.source import Source

MEASURED = Path(__file__).parent.parent / "fixtures" / "effects" / "postgres.json"
OURS = Path(__file__).parent / "live" / "truth.json"  # written by `make truth`
VERSIONS = (13, 14, 15, 16, 17, 18)
SAMPLE = (13, 16, 18)  # each row of the tables is in force in one of them
ASPECTS = ("locks", "rewrites", "builds", "scans", "transaction", "refused")
TABLES = ("effect", "refusal")
# Errors that hang on rows, or on what is outside of the server.
DATA_ERRORS = ("21", "23", "22003", "22007", "22P02", "22001", "08", "XX000 could not connect")


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What the servers of a range of versions did."""

    versions: tuple[int, int]
    error: str = ""
    tx: bool = True
    locks: dict[str, str] | None = {}  # None: not measured
    rewrite: frozenset[str] = frozenset()
    moved: frozenset[str] = frozenset()
    build: frozenset[str] = frozenset()
    scan: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()  # what had no rows, so that nobody can tell whether they were read


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One measured case; `setup` are indexes into the common list of setups."""

    id: str
    sql: list[str]
    setup: list[int]
    results: list[Result]
    note: str = ""
    session: list[str] = []

    def result(self, version: int) -> Result | None:
        return next((r for r in self.results if r.versions[0] <= version <= r.versions[1]), None)


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    servers: dict[str, str]
    setups: list[str]
    cases: list[Case]


class Difference(NamedTuple):
    case: str
    version: int
    aspect: str
    measured: object
    said: object


def measured(file: Path = MEASURED) -> Measured:
    return msgspec.json.decode(file.read_bytes(), type=Measured)


class Answer(NamedTuple):
    """What the program says about the statements of a case, in the words of the measurement."""

    locks: dict[str, str]
    rewrites: frozenset[str]
    builds: frozenset[str]
    scans: frozenset[str]
    transaction: bool
    refused: bool


@lru_cache(maxsize=32)
def after_setup(setup: str, version: int) -> Catalog:
    """The catalog after the setup, as a migration of its own."""
    (only,) = replay([Migration(id="1.sql", source=Source("1.sql", setup))], engine("postgres"), version)
    return only.after


@lru_cache(maxsize=4)
def replayed(setup: str, sql: str, version: int, wrapper: Wrapper = "none") -> Replayed:
    """The setup as history, the statements as the migration to judge."""
    nothing = Migration(id="1.sql", source=Source("1.sql", ""))  # in the place of the setup
    judged = Migration(id="2.sql", source=Source("2.sql", sql), wrapper=wrapper)
    *_, found = replay([nothing, judged], engine("postgres"), version, start=after_setup(setup, version))
    return found


def run_of(case: Case, setups: list[str], version: int) -> Replayed:
    setup = ";\n".join([*(setups[i].rstrip().rstrip(";") for i in case.setup), ""])
    wrapper: Wrapper = "explicit" if len(case.sql) > 1 else "none"
    return replayed(setup, ";\n".join([*case.session, *case.sql, ""]), version, wrapper)


def answer(case: Case, setups: list[str], version: int) -> Answer:
    run = run_of(case, setups, version)
    model = load("postgres", version)
    found = list(by_statement(run, model))[len(case.session) :]
    before = run.base
    merged = model.merge(by_first_name(found))
    effects = [e for e in merged if e.relation in before.relations or e.relation in before.types]
    index = {e.relation for e in effects if e.kind == "index"}
    return Answer(
        locks={shown(e.relation): e.lock for e in effects},
        rewrites=frozenset(shown(e.relation) for e in effects if e.work == Work.REWRITE and e.relation not in index),
        builds=frozenset(shown(e.relation) for e in effects if e.work >= Work.BUILD),
        scans=frozenset(shown(e.relation) for e in effects if e.work > Work.NONE and e.relation not in index),
        transaction=all(s.allowed_in_transaction for s in found),
        refused=any(refused_outside(s, version) for s in found),
    )


def by_first_name(found: list[StatementEffects]) -> Iterator[Effect]:
    """The effects of statements that follow each other; an index goes by the name that it had at first."""
    first: dict[Name, Name] = {}
    for statement in found:
        yield from (msgspec.structs.replace(e, relation=first.get(e.relation, e.relation)) for e in statement.effects)
        for operation in (step.operation for step in statement.steps):
            if isinstance(operation, RenameIndex):
                old = operation.index
            elif isinstance(operation, RenameConstraint):
                old = operation.table.sibling(operation.name)
            else:
                continue
            first[old.sibling(operation.new_name)] = first.pop(old, old)


def refused_outside(found: StatementEffects, version: int) -> bool:
    """Whether the statement is refused for a reason other than its transaction."""
    model = load("postgres", version)
    refusals = (model.refusal(step.operation, step.before) for step in found.steps)
    return found.statement.error is not None or any(reason is not None for reason in refusals)


def why(case: Case, setups: list[str], version: int) -> list[str]:
    """The reasons for which the program says that the case is refused."""
    model = load("postgres", version)
    found = (model.refusal(step.operation, step.before) for step in run_of(case, setups, version).steps)
    return [reason for reason in found if reason is not None]


def differences(case: Case, setups: list[str], version: int) -> Iterator[tuple[str, Difference | None]]:
    """Each aspect that can be compared, with the difference if there is one."""
    result = case.result(version)
    if result is None:
        return
    said = answer(case, setups, version)
    several = len(case.sql) > 1
    untransacted = several and result.error.startswith("25001")  # what the others would have done nobody has seen
    expected_refusal = is_refusal(result) and not untransacted
    if expected_refusal or not result.error:  # else the rows spoke first
        yield _compared(case, version, "refused", expected_refusal, said.refused)
    if not result.error or not result.tx:
        yield _compared(case, version, "transaction", result.tx, said.transaction)
    if result.error:
        return
    locks = dict(result.locks if result.locks is not None else said.locks)
    for name in [n for n, lock in locks.items() if lock == "ACCESS SHARE" and is_bystander(case, setups, version, n)]:
        if name not in said.locks:
            del locks[name]
    if result.locks is not None:
        yield _compared(case, version, "locks", locks, said.locks)
    known = run_of(case, setups, version).base.relations
    # a new index may have the name of one that went away: it is not that one
    steps = run_of(case, setups, version).steps
    gone = {n for n in result.build if any(named(n) not in step.before.relations for step in steps)}
    after = run_of(case, setups, version).after.relations
    # Of what was done to a relation that is dropped or emptied afterwards there is no trace.
    lost = {shown(n) for n in known if n not in after or emptied(known[n], after[n])} if several else set()
    index_like = {n for n in result.moved if isinstance(known.get(named(n)), IndexEntry)}
    moved = result.moved - index_like
    copied = result.rewrite | moved
    untold = result.empty | lost  # there were no rows, or they are gone: nothing shows
    yield _compared(case, version, "rewrites", copied, said.rewrites - (untold - copied))
    tables = {index_table(case, setups, version, name) for name in result.build}
    built = frozenset((result.build - gone | tables | result.rewrite | result.moved) & (set(locks) | set(said.locks)))
    yield _compared(case, version, "builds", built, said.builds - (untold - built))
    read = result.scan | copied
    yield _compared(case, version, "scans", read, said.scans - (untold - read))


def emptied(before: Relation, after: Relation) -> bool:
    """Whether a table was emptied by the statements."""
    return isinstance(before, Table) and isinstance(after, Table) and bool(after.empty_in) and not before.empty_in


def is_refusal(result: Result) -> bool:
    """Whether the server refuses the statement whatever the rows."""
    return bool(result.error) and not result.error.startswith(DATA_ERRORS)


def is_bystander(case: Case, setups: list[str], version: int, name: str) -> bool:
    """Whether it is a sequence that a new default needs, at which newer minor releases look, or the type of a value.

    Nobody waits for that but who changes these, and which minor release it is nobody tells us.
    """
    before = run_of(case, setups, version).base
    return isinstance(before.relations.get(named(name)), Sequence) or named(name) in before.types


def index_table(case: Case, setups: list[str], version: int, name: str) -> str:
    """The table of an index that was built, where the replay knows it."""
    run = run_of(case, setups, version)
    entry = run.after.relations.get(named(name)) or run.base.relations.get(named(name))
    if isinstance(entry, IndexEntry):
        return shown(entry.table)
    return name.rpartition(".")[2].partition("_")[0]  # as the server names them


def named(text: str) -> Name:
    """The name of a relation as a measurement shows it."""
    schema, _, plain = text.rpartition(".")
    return Name(schema or "public", plain)


def shown(name: Name) -> str:
    """A name as measurements show it."""
    return name.name if name.schema == "public" else name.full


def _compared(case: Case, version: int, aspect: str, expected: object, said: object) -> tuple[str, Difference | None]:
    return aspect, None if expected == said else Difference(case.id, version, aspect, expected, said)


class Agreement(NamedTuple):
    """How often each aspect agreed, by version, and the differences."""

    compared: dict[int, Counter[str]]
    agreed: dict[int, Counter[str]]
    differences: list[Difference]

    def table(self) -> str:
        """For people: a line a version."""
        lines = ["version  " + "  ".join(f"{a:>14}" for a in ASPECTS)]
        for version in VERSIONS:
            cells = [f"{self.agreed[version][a]}/{self.compared[version][a]}" for a in ASPECTS]
            lines.append(f"{version:7}  " + "  ".join(f"{c:>14}" for c in cells))
        return "\n".join(lines)


def agreement(data: Measured, versions: tuple[int, ...] = VERSIONS) -> Agreement:
    compared: dict[int, Counter[str]] = defaultdict(Counter)
    agreed: dict[int, Counter[str]] = defaultdict(Counter)
    found: list[Difference] = []
    for case in data.cases:
        for version in versions:
            for aspect, difference in differences(case, data.setups, version):
                compared[version][aspect] += 1
                agreed[version][aspect] += difference is None
                if difference is not None:
                    found.append(difference)
    return Agreement(compared, agreed, found)


def with_results(case: Case, results: list[Result]) -> Case:
    """The case as it was measured."""
    return msgspec.structs.replace(case, results=results)


Key = tuple[str, str, str, object]


def reachable() -> Iterator[Key]:
    """Each row of the tables, and each value that a condition of it allows, where it allows several.

    The table, the row, and the word and value of the condition ("" and None for the row itself).
    """
    tables = parse_tables("postgres")
    for table, rows in (("effect", tables.effects), ("refusal", tables.refusals)):
        for row in rows:
            yield table, row.id, "", None
            several = [(word, allowed) for word, allowed in row.conditions() if len(allowed) > 1]
            yield from ((table, row.id, word, value) for word, allowed in several for value in allowed)


def reached(measurements: Iterable[Measured]) -> dict[Key, set[str]]:
    """The cases that reach each row of the tables, and each value of its conditions."""
    found: dict[Key, set[str]] = defaultdict(set)
    for data in measurements:
        for case in data.cases:
            for version in SAMPLE:
                result = case.result(version)
                if result is not None:
                    table = "refusal" if is_refusal(result) else "effect"
                    for key in _reached_by(case, data.setups, version, table):
                        found[table, *key].add(case.id)
    return found


def _reached_by(case: Case, setups: list[str], version: int, table: str) -> Iterator[tuple[str, str, object]]:
    model = load("postgres", version)
    for step in run_of(case, setups, version).steps:
        row = (model.row if table == "effect" else model.refusal_row)(step.operation, step.before)
        if row is None:
            continue
        yield row.id, "", None
        for word, allowed in row.conditions():
            value = model.answer(word, step.operation, step.before)
            given = value if isinstance(value, tuple | frozenset) else (value,)
            yield from ((row.id, word, one) for one in given if one in allowed)

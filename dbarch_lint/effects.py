"""What an operation does to a busy database: locks, passes over rows, refusals. The facts are rows of tables.

`engines/<name>/effects.yaml` says for each operation which relations are locked and how strongly, and what work
grows with their size; `refusals.yaml` says what the server will not do at all; `locks.yaml` knows the lock modes.
Here is the one matcher that reads them: the first row whose version range and `when` fit the operation wins.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Sequence as Several
from enum import IntEnum
from functools import lru_cache
from operator import attrgetter
from typing import Any, Literal, NamedTuple, TypeAlias

import msgspec

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects_tables import Blocked, RefusalRow, Row, Tables, read_tables
from dbarch_lint.lock_modes import Locks
from dbarch_lint.names import Name
from dbarch_lint.objects import Composite, IndexEntry, Relation, Sequence, Table, UserType, View
from dbarch_lint.operations import Operation
from dbarch_lint.session import Session

PLAIN = Session()
KNOWN = 256  # answers that are kept
Kind = Literal["table", "index", "view", "matview", "sequence", "type"]
# The relations that play a part in an operation; and a word about it that `when` can ask for.
Find: TypeAlias = Callable[[Any, Catalog], Iterable[Name]]
Fact: TypeAlias = Callable[[Any, Catalog], object]


class Work(IntEnum):
    """What grows with the size of the relation."""

    NONE = 0
    SCAN = 1
    BUILD = 2
    REWRITE = 3

    @property
    def word(self) -> str:
        return WORK_WORDS[self]


WORK_WORDS = tuple(work.name.lower() for work in Work)


class Effect(msgspec.Struct, frozen=True):
    """What an operation does to one relation. `row` names the fact it rests on (postgres/add-foreign-key)."""

    relation: Name
    kind: Kind
    role: str
    lock: str
    blocks: tuple[Blocked, ...]
    work: Work
    row: str
    follows: bool = False  # it is locked as strongly as the statement locks its table
    briefly: tuple[Blocked, ...] = ()  # who waits while the statement waits for them, and no longer

    def __str__(self) -> str:
        """In words: `ACCESS EXCLUSIVE on public.orders (rewrite)`."""
        lock = f"{self.lock} on {self.relation.full}{', for a moment' if self.briefly else ''}"
        return f"{lock} ({self.work.word})" if self.work else lock

    @property
    def blocks_reads(self) -> bool:
        return "read" in self.blocks

    @property
    def blocks_writes(self) -> bool:
        return "write" in self.blocks

    @property
    def long(self) -> bool:
        """Whether the time it takes grows with the relation."""
        return self.work > Work.NONE


class Part(NamedTuple):
    """One role of a row, ready to use."""

    role: str
    find: Find
    lock: str
    blocks: tuple[Blocked, ...]
    work: Work
    named: bool  # by the statement itself, so that it is listed even when the history does not know it
    ordinary: bool  # no more than the ordinary use of an index
    follows: bool
    briefly: tuple[Blocked, ...]


class Rule(msgspec.Struct, frozen=True):
    """A row of either table, ready to use."""

    row: Row | RefusalRow
    id: str
    parts: tuple[Part, ...] = ()


class Question(NamedTuple):
    """A word that some rows ask for, and what its answer leaves of them. Sets of rows are bits: the first row is 1.

    A word that is no fact is a field of the operation, or of what it holds (`column.identity`). Of an answer that holds
    several values, at least one must be allowed.
    """

    get: Fact
    asking: int  # the rows that ask for it
    fitting: dict[object, int]  # by value: the rows that allow it, among those that ask
    last_of: int  # the rows that ask for nothing after it
    telling: bool  # no row allows False, nothing or an empty text: that is what most are


class Decision(msgspec.Struct, frozen=True):
    """All rows of a table that speak of one kind of operation.

    Few combinations of fields ever occur: the rows that each leaves are found once. Facts are asked every time.
    """

    rules: tuple[Rule, ...]
    fields: Callable[[Operation], object]  # the values of all fields that rows ask for
    of_fields: tuple[Question, ...]
    of_facts: tuple[Question, ...]
    by_fields: dict[object, int] = msgspec.field(default_factory=dict)

    def first(self, op: Operation, catalog: Catalog) -> Rule | None:
        """The first row whose words all fit."""
        values = self.fields(op)
        left = self.by_fields.get(values)
        if left is None:
            if len(self.by_fields) >= KNOWN:
                self.by_fields.clear()
            left = self.by_fields[values] = sift(self.of_fields, (1 << len(self.rules)) - 1, op, catalog)
        left = sift(self.of_facts, left, op, catalog)
        return self.rules[(left & -left).bit_length() - 1] if left else None


def sift(questions: Iterable[Question], left: int, op: Operation, catalog: Catalog) -> int:
    """The rows that the answers leave. Each word is asked once, and only while it can decide something."""
    for get, asking, fitting, last_of, telling in questions:
        asked = left & asking
        if not asked:
            continue
        value = get(op, catalog)
        if telling and not value:
            left ^= asked
            continue
        kind = type(value)
        if kind is tuple or kind is frozenset:
            fits = 0
            for one in value:  # type: ignore[attr-defined]
                fits |= fitting.get(one, 0)
        else:
            fits = fitting.get(value, 0)
        left ^= asked & ~fits
        sure = left & last_of
        if sure:
            left &= sure ^ (sure - 1)  # nothing that comes after the first sure one
    return left


def of_field(word: str) -> Fact:
    """A field of an operation, asked for like a fact."""
    get = attrgetter(word)
    return lambda op, _: get(op)


NO_DECISION = Decision((), lambda _: None, (), ())


class Roles(msgspec.Struct, frozen=True):
    """An engine's code behind its tables: `parts` names the role and the function of each part, `facts` the words.

    `runs` says what else runs with an operation: what the functions do that it calls, where they are known.
    """

    parts: Mapping[str, tuple[str, Find]]
    facts: Mapping[str, Fact]
    runs: Callable[[Operation, Several[Effect], Catalog, Session, int], Iterable[Operation]] | None = None


class Model:
    """The facts about one engine at one version. Made by `load`."""

    def __init__(self, engine: str, version: int, tables: Tables, roles: Roles) -> None:
        self.engine = engine
        self.version = version
        self.locks = Locks(tables)
        self.stronger = self.locks.stronger
        self.conflicts = self.locks.conflicts
        self.replicas_wait = tables.replicas_wait
        limits = tables.row_versions
        self.row_version_limit = limits.get(max((v for v in limits if v <= version), default=0), 0)
        self._roles = roles
        self._raw = (_in_force(tables.effects, version), _in_force(tables.refusals, version))
        # Decisions are made ready when an operation first asks for them: a run sees few of the kinds of operation.
        self._ready: tuple[dict[type, Decision], ...] = ({}, {})
        self._known: dict[int, tuple[Operation, Catalog, tuple[Effect, ...]]] = {}  # the latest answers
        self._latest: tuple[Operation, Catalog, Rule | None] | None = None  # the latest row of effects

    def row(self, op: Operation, catalog: Catalog) -> Row | None:
        """The row of the effects table that speaks of this operation, or None: it takes no lock that matters."""
        found = self._rule(op, catalog)
        return found.row if found is not None else None  # type: ignore[return-value]

    def _rule(self, op: Operation, catalog: Catalog) -> Rule | None:
        latest = self._latest
        if latest is not None and latest[0] is op and latest[1] is catalog:
            return latest[2]
        found = self._match(0, op, catalog)
        self._latest = (op, catalog, found)
        return found

    def lock_on_target(self, op: Operation, catalog: Catalog) -> str:
        """The strongest lock that the operation needs on the relation that it names; empty: none."""
        rule = self._rule(op, catalog)
        found = (
            (p.lock for p in rule.parts if p.role == "target" and any(p.find(op, catalog))) if rule is not None else ()
        )
        return max(found, key=self.locks.rank, default="")

    def effects(self, op: Operation, catalog: Catalog, session: Session = PLAIN) -> tuple[Effect, ...]:
        """What a bound operation does, by relation, given the catalog before it. Several rules ask the same."""
        known = self._known.get(id(op))
        if known is not None and known[0] is op and known[1] is catalog:
            return known[2]
        if len(self._known) >= KNOWN:
            self._known.clear()
        found = self._effects(op, catalog, session)
        self._known[id(op)] = (op, catalog, found)
        return found

    def _effects(self, op: Operation, catalog: Catalog, session: Session) -> tuple[Effect, ...]:
        found = self._own_effects(self._rule(op, catalog), op, catalog)
        if catalog.functions and self._roles.runs is not None:
            for inner in self._roles.runs(op, tuple(found), catalog, session, self.version):
                there = self._own_effects(self._match(0, inner, catalog), inner, catalog)
                found += [msgspec.structs.replace(e, role=CALLED) for e in there if e.relation in catalog.relations]
        return tuple(found) if len(found) < 2 else self.merge(found)

    def under_locks(self, effect: Effect, op: Operation, catalog: Catalog, session: Session) -> Effect:
        """An effect as others feel it where LOCK TABLES keeps the relation locked: they wait for that lock, too.

        Rules on the statement itself do not ask for it: it is the lock that is the matter then.
        """
        locks = (lock for lock in session.locked if lock.statement is not op.statement)
        found = (e for lock in locks for e in self.effects(lock, catalog))
        kept = max((e.lock for e in found if e.relation == effect.relation), key=self.locks.rank, default=effect.lock)
        if self.locks.rank(kept) <= self.locks.rank(effect.lock):
            return effect
        return msgspec.structs.replace(effect, lock=kept, blocks=self.locks.blocks(kept), briefly=())

    def _own_effects(self, rule: Rule | None, op: Operation, catalog: Catalog) -> list[Effect]:
        """What an operation does itself."""
        found: list[Effect] = []
        if rule is None:
            return found
        relations, hidden = catalog.relations, catalog.complete
        asked = op.requested[1]
        for role, find, lock, blocks, work, named, ordinary, follows, briefly in rule.parts:
            if asked and role == "target" and self.locks.knows(asked) and lock != asked:
                lock = self.stronger(lock, asked)  # noqa: PLW2901 (a stronger lock that is asked for is taken)
                blocks = self.locks.blocks(lock)  # noqa: PLW2901
            for name in find(op, catalog):
                relation = relations.get(name)
                composite = relation is None and is_composite(catalog.types.get(name))
                if relation is None and not composite and (hidden or not named):
                    continue
                kind = "type" if composite else kind_of(relation)
                if ordinary and kind == "index":
                    continue
                size = work if work and not composite and has_rows(relation, catalog) else Work.NONE
                found.append(Effect(name, kind, role, lock, blocks, size, rule.id, follows, briefly))
        return found

    def merge(self, effects: Iterable[Effect]) -> tuple[Effect, ...]:
        """One effect a relation: its strongest lock, its heaviest work, and the row and role that come first."""
        merged: dict[Name, Effect] = {}
        for effect in effects:
            seen = merged.get(effect.relation)
            merged[effect.relation] = effect if seen is None else self._both(seen, effect)
        return tuple(merged.values())

    def follow(self, effects: list[Effect]) -> list[Effect]:
        """The effects of a statement, where some follow the strongest lock that it takes on its table."""
        if not any(e.follows for e in effects):
            return effects
        strongest = max((e.lock for e in effects if e.role == "target"), key=self.locks.rank)
        change = {"lock": strongest, "blocks": self.locks.blocks(strongest)}
        return [msgspec.structs.replace(e, **change) if e.follows else e for e in effects]

    def _both(self, a: Effect, b: Effect) -> Effect:
        first, other = (a, b) if self.locks.rank(a.lock) >= self.locks.rank(b.lock) else (b, a)
        if other.work <= first.work:
            return first if first is a or first.role == a.role else msgspec.structs.replace(first, role=a.role)
        return msgspec.structs.replace(first, role=a.role, work=other.work, row=other.row)

    def transaction_allowed(self, op: Operation, catalog: Catalog) -> bool:
        """Whether the server runs the operation inside a transaction block."""
        row = self.row(op, catalog)
        return row is None or row.transaction == "allowed"

    def refusal_row(self, op: Operation, catalog: Catalog) -> RefusalRow | None:
        """The row of the refusals table that speaks of this operation, or None."""
        if op.implied or op.statement.guarded or op.statement.conditional:  # of those nobody knows whether they run
            return None
        rule = self._match(1, op, catalog)
        if rule is not None:
            return rule.row  # type: ignore[return-value]
        if not any(op.requested):
            return None
        from dbarch_lint.requested import beyond

        return beyond(self, op, catalog)

    def stops_replicas(self, effects: Iterable[Effect]) -> bool:
        """Whether replicas apply nothing else for as long as a change of the schema took."""
        changing = (e for e in effects if self.locks.rank(e.lock) > self.locks.index_use)
        return self.replicas_wait and any(e.long for e in changing)

    def algorithm(self, done: Iterable[tuple[Operation, Catalog]]) -> str:
        """The cheapest one in which the server does all of this; empty where it has no words for that."""
        order = self.locks.algorithms
        rows = (self.row(op, catalog) for op, catalog in done) if order else ()
        return max((row.algorithm for row in rows if row is not None and row.algorithm), key=order.index, default="")

    def guard(self, done: Several[tuple[Operation, Catalog]]) -> str:
        """The words by which a statement that does all of this is refused rather than done in a dearer way.

        Empty where there are none: there is no dearer way, or the server takes such words and pays no heed to them.
        """
        rows = [row for op, catalog in done if (row := self.row(op, catalog)) is not None]
        heedless = any(row.algorithm == "instant" and "target" in row.work for row in rows)
        if heedless or not all(row.algorithm for row in rows):
            return ""
        locks = (mode for row in rows for part, mode, _ in row.parts(self.version) if part == "target")
        lock = max(locks, key=self.locks.rank, default="")
        return self.locks.guards.get(self.algorithm(done), "").format(lock=lock)

    def refusal(self, op: Operation, catalog: Catalog, in_transaction: bool = False) -> str | None:
        """Why the server will refuse the operation, given the replayed schema; None when it will not."""
        row = self.refusal_row(op, catalog)
        if row is not None:
            return self.reason(row, op, catalog)
        if in_transaction and not self.transaction_allowed(op, catalog):
            return "it cannot run inside a transaction block"
        return None

    def reason(self, row: RefusalRow, op: Operation, catalog: Catalog) -> str:
        """Why, with the names of what is in the way where the row asks for them."""
        if "{names}" not in row.reason:
            return row.reason
        named = self.answer(row.about, op, catalog)
        names = dict.fromkeys(map(str, named if isinstance(named, tuple) else (named,)))
        return row.reason.replace("{names}", ", ".join(names))

    def answer(self, word: str, op: Operation, catalog: Catalog) -> object:
        """What a word of a row is for an operation."""
        fact = self._roles.facts.get(word)
        return fact(op, catalog) if fact is not None else attrgetter(word)(op)

    def _match(self, table: int, op: Operation, catalog: Catalog) -> Rule | None:
        decision = self._ready[table].get(type(op))
        if decision is None:
            rows = self._raw[table].get(type(op).__name__)
            decision = self._ready[table][type(op)] = self._prepare(rows) if rows else NO_DECISION
        return decision.first(op, catalog) if decision is not NO_DECISION else None

    def _prepare(self, rows: Iterable[Row | RefusalRow]) -> Decision:
        facts = self._roles.facts
        rules: list[Rule] = []
        asked: dict[str, dict[object, int]] = {}  # word -> value -> rows
        last_of: dict[str, int] = {}
        for number, row in enumerate(rows):
            found = row.parts(self.version) if isinstance(row, Row) else ()
            parts = tuple(self._part(*part, part[0] in row.follows) for part in found)  # type: ignore[union-attr]
            rules.append(Rule(row, f"{self.engine}/{row.id}", parts))
            for word, allowed in row.conditions():
                fitting = asked.setdefault(word, {})
                for value in allowed:
                    fitting[value] = fitting.get(value, 0) | 1 << number
            if not row.when:
                break  # whatever comes after it is never reached
        order = sorted(asked, key=facts.__contains__)  # fields cost nothing
        for number, rule in enumerate(rules):
            if rule.row.when:
                word = max(rule.row.when, key=order.index)
                last_of[word] = last_of.get(word, 0) | 1 << number
        questions = [
            Question(
                facts.get(word) or of_field(word),
                sum(1 << n for n, rule in enumerate(rules) if word in rule.row.when),
                asked[word],
                last_of.get(word, 0),
                all(asked[word]),
            )
            for word in order
        ]
        fields = [word for word in order if word not in facts]
        return Decision(
            tuple(rules),
            attrgetter(*fields) if fields else lambda _: None,
            tuple(questions[: len(fields)]),
            tuple(questions[len(fields) :]),
        )

    def _part(self, word: str, lock: str, work: str, follows: bool) -> Part:
        role, find = self._roles.parts[word]
        ordinary = self.locks.rank(lock) <= self.locks.index_use
        blocks, briefly = self.locks.blocks(lock), self.locks.briefly(lock)
        return Part(role, find, lock, blocks, Work[work.upper()], role in NAMED, ordinary, follows, briefly)


# The roles that a statement gives by name; what only the catalog could tell is not guessed.
NAMED = frozenset({"target", "referenced", "parent", "child", "source"})
CALLED = "source"  # what functions touch that a statement calls


def _in_force(rows: Iterable[Any], version: int) -> dict[str, list[Any]]:
    """The rows that hold for a version, by operation."""
    by_op: dict[str, list[Any]] = {}
    for row in rows:
        for op in row.ops if row.since <= version < row.until else ():
            by_op.setdefault(op, []).append(row)
    return by_op


def kind_of(relation: Relation | None) -> Kind:
    """What the reports call a relation; one that is not known counts as a table."""
    kind = type(relation)
    if kind is View:
        return "matview" if relation.materialized else "view"  # type: ignore[union-attr]
    return "index" if kind is IndexEntry else "sequence" if kind is Sequence else "table"


def is_composite(found: UserType | None) -> bool:
    """Whether a type is a row of attributes: such a type is a relation to the server."""
    return type(found) is Composite and found.kind == "composite"


def has_rows(relation: Relation | None, catalog: Catalog) -> bool:
    """Whether a relation holds rows itself, so that work on it can take long."""
    if type(relation) is IndexEntry:
        return has_rows(catalog.relations.get(relation.table), catalog)
    if type(relation) is Table:
        inside = relation.partition_by is None or relation.partition_by.within
        return inside and relation.kind != "foreign"
    return relation.materialized if isinstance(relation, View) else relation is None


@lru_cache(maxsize=8)
def load(engine: str, version: int) -> Model:
    """The facts about an engine at a major version; of versions older or newer than all known ones, the nearest."""
    tables = read_tables(engine)
    parts = importlib.import_module(f"dbarch_lint.engines.{engine}.parts")
    facts = importlib.import_module(f"dbarch_lint.engines.{engine}.facts").FACTS
    first, last = tables.versions
    return Model(
        engine, min(max(version, first), last), tables, Roles(parts.PARTS, facts, getattr(parts, "runs", None))
    )

"""The whole pipeline on one screen.

    paths -> framework -> migrations -> statements -> operations -> replay -> effects -> rules -> findings -> report

`judge` is the pure middle (migrations in, findings out); `check` adds the outside world: files, configuration,
suppression and the summary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from dbarch_lint import packs, projects
from dbarch_lint.asked import Asked
from dbarch_lint.catalog import Catalog
from dbarch_lint.dispatch import Desk
from dbarch_lint.effects import Model
from dbarch_lint.engines import Engine, engine, major_version
from dbarch_lint.engines import engine as engine_called
from dbarch_lint.findings import (
    Change,
    Finding,
    Fix,
    Fixes,
    Need,
    Note,
    Problem,
    Report,
    Silence,
    Size,
    Summary,
    fingerprint,
    folded,
)
from dbarch_lint.history import History
from dbarch_lint.ledger import objects_of, outermost, span_of, statement_of
from dbarch_lint.migrations import Judged, Migration
from dbarch_lint.objects import Table
from dbarch_lint.operations import Opaque, Operation
from dbarch_lint.packs import BoundRule, Ruleset
from dbarch_lint.replay import Deployment, Replayed, deployments, replay
from dbarch_lint.source import Origin, Source, Span, Statement

if TYPE_CHECKING:
    from dbarch_lint.changes import Recorder
    from dbarch_lint.config import Config
    from dbarch_lint.context import Context
    from dbarch_lint.names import Name
    from dbarch_lint.silences import Doubter

SYNTAX_ERROR = "HY001"
DOWN_INCOMPLETE = "UF105"
Progress = Callable[[int, int], None]
Said = TypeVar("Said", Finding, Silence)


def mentions_us(data: bytes) -> bool:
    """Whether a file may hold comments for us."""
    return b"dbarch-lint" in data


class Tally:
    """Counts over a run, and what suppression needs to know of each judged file.

    `silences`, where it is a list, gets the reasons of rules that said nothing: that costs a second pass.
    """

    def __init__(self, silences: list[Silence] | None = None) -> None:
        self.silences = silences
        self.mentions: Callable[[bytes], bool] = mentions_us  # whether a file may hold comments that suppress something
        self.files = 0
        self.statements = 0
        self.not_understood = 0
        self.sources: dict[str, Source] = {}
        self.places: dict[str, list[Statement]] = {}
        self.stand_ins: set[bytes] = set()
        self.recorder: Recorder | None = None

    def add(self, replayed: Replayed) -> None:
        self.files += 1
        self.statements += len(replayed.statements)
        for statement in replayed.statements:
            self.statements += statement.repeats
            self.not_understood += statement.error is not None
        opaque = [s.operation for s in replayed.steps if type(s.operation) is Opaque]
        self.not_understood += len({id(outermost(op.statement)) for op in opaque}) if opaque else 0
        source = replayed.migration.source
        self.stand_ins |= source.stand_ins
        if replayed.migration.pending and self.mentions(source.data):
            self.sources[source.path] = source
            self.places.setdefault(source.path, []).extend(replayed.statements)

    def clear(self) -> None:
        """Go on to another history."""
        self.sources.clear()
        self.places.clear()
        if self.silences is not None:
            self.silences.clear()


class Judge:
    """Runs the rules over replayed migrations."""

    def __init__(self, engine_: Engine, version: int, ruleset: Ruleset, *, certain: bool = False) -> None:
        """`certain`: somebody has said which version it is."""
        from dbarch_lint.effects import load

        self.engine = engine_
        self.version = version
        self.certain = certain
        self.rules = ruleset
        self.model: Model = load(engine_.name, version)
        self.pending = Judged()
        self.asked = Asked()
        self.history = History()
        self.desk = Desk(engine_, self.model, ruleset, self.asked, self.history)
        self._looks_back = not ruleset.by_type.keys().isdisjoint({Catalog, Table})

    def remember(self, replayed: Replayed) -> None:
        """What the rules on the final schema may ask of a migration later."""
        if self._looks_back:
            self.history.add(replayed)

    def deployment(self, deployment: Deployment) -> Iterator[Finding]:
        """What the rules on operations, statements and migrations say of the pending ones."""
        for number, replayed in enumerate(deployment.migrations):
            if replayed.migration.pending:
                yield from self._migration(deployment, number)

    def _migration(self, deployment: Deployment, number: int) -> Iterator[Finding]:
        replayed = deployment.migrations[number]
        self.pending.add(replayed.migration)
        yield from self._syntax(replayed.statements, replayed.migration)
        for rules, subject, context in self.desk.on_migration(deployment, number):
            for bound in rules:
                if self.asked.sizes:
                    self.asked.clear()
                for problem in bound.check(subject, context):
                    if bound.tells(problem):
                        yield self._told(bound, problem, subject, context)

    def _told(self, bound: BoundRule, problem: Problem, subject: object, context: Context) -> Finding:
        """What a rule on operations, statements or migrations has found."""
        sizes = self.asked.sizes_for(statement_of(problem.at))
        if not isinstance(subject, Operation):
            return finding(bound, problem, None, sizes=sizes)
        words = tuple(str(e) for e in context.felt)
        return finding(bound, problem, subject.statement, effects=words, sizes=sizes, unseen=context.unseen)

    def schema(self, catalog: Catalog) -> Iterator[Finding]:
        """What the rules on tables and on the whole catalog say of the final schema, where a judged file made it."""
        for rules, subject, context in self.desk.on_schema(catalog):
            for bound in rules:
                for problem in bound.check(subject, context):
                    for place in self._judged_place(problem) if bound.tells(problem) else ():
                        yield finding(bound, msgspec.structs.replace(problem, at=place), None)

    def _judged_place(self, problem: Problem) -> Iterator[object]:
        """The first of the places of a problem that a judged file has, if there is any, or that is in no file."""
        for place in (problem.at, *problem.also_at):
            span = span_of(place)
            if span is None or self.pending.holds(span):
                yield place
                return

    def doubter(self) -> Doubter:
        """Who asks the same rules why they are silent."""
        from dbarch_lint.silences import Doubter

        return Doubter(self.engine, self.model, self.rules, self.history)

    def down(self, migration: Migration) -> Iterator[Finding]:
        """A down migration is not replayed; that it parses is checked, because nobody does so until it is needed."""
        if SYNTAX_ERROR not in self.rules:
            return
        if migration.runner.block or not self.engine.parses(migration.source, migration.ranges):
            statements = self.engine.parse(migration.source, migration.ranges)
            if self.engine.parses_late:
                for statement in statements:
                    self.engine.lower(statement)
            yield from self._syntax(statements, migration)

    def rollbacks(self, deployment: Deployment, downs: Mapping[str, Migration]) -> Iterator[Finding]:
        """The down migrations that do not undo their up migrations."""
        from dbarch_lint import rollback

        bound, before = self.rules.get(DOWN_INCOMPLETE), deployment.base
        for replayed in deployment.migrations:
            down = downs.get(replayed.migration.id)
            if down is not None and bound is not None:
                found = rollback.rolled_back(before, replayed, down, self.engine, self.version)
                if found != rollback.NOTHING:
                    yield finding(bound, Problem(rollback.place(down, self.engine), found.message), None)
            before = replayed.after

    def _syntax(self, statements: Sequence[Statement], migration: Migration) -> Iterator[Finding]:
        bound = self.rules.get(SYNTAX_ERROR)
        broken = any(s.error is not None for s in statements)
        if bound is None or not (broken or migration.runner.block or self.certain):
            return
        from dbarch_lint.unparsed import faults

        told = faults(statements, migration, self.engine, self.version if self.certain else None)
        yield from (finding(bound, problem, each) for each, problem in told)


def finding(
    bound: BoundRule,
    problem: Problem,
    statement: Statement | None,
    *,
    effects: tuple[str, ...] = (),
    sizes: tuple[Name, ...] = (),
    unseen: bool = False,
) -> Finding:
    """A rule's problem with everything that the rule need not know."""
    rule = bound.rule
    span = span_of(problem.at)
    if span is None:
        raise TypeError(f"{rule.name}: {type(problem.at).__name__} has no place in any file")
    objects = problem.objects or objects_of(problem.at)
    if statement is None:
        origin = getattr(problem.at, "origin", None)
        statement = origin.statement if isinstance(origin, Origin) else None
    severity = bound.severity if problem.severity is None or bound.severity != rule.severity else problem.severity
    open_: tuple[tuple[Need, bool], ...] = (("size", bool(sizes)), ("catalog", unseen))
    fix, evidence = problem.fix, bound.weighed(problem)
    confidence = evidence.confidence if evidence is not None else problem.confidence or rule.confidence
    return Finding(
        code=rule.code,
        name=rule.name,
        family=rule.family,
        severity=severity,
        confidence=confidence,
        message=problem.message,
        span=span,
        objects=objects,
        effects=effects,
        notes=problem.notes if evidence is None else (*problem.notes, Note(f"because {evidence}")),
        fixes=() if fix is None else (fix,) if isinstance(fix, Fix) else Fixes(fix),
        identify=partial(fingerprint, rule.code, objects, statement or span),
        fold=problem.fold,
        gone=problem.gone,
        needs=tuple([need for need, holds in open_ if holds]),
        sizes=tuple([Size(name.full) for name in sizes]),
        evidence=evidence,
    )


def judge(
    migrations: Sequence[Migration], *, engine: str, version: str, ruleset: Ruleset, together: bool = False
) -> list[Finding]:
    """The findings on the pending ones of `migrations`, in the order of the text. Raises UsageError."""
    engine_, tally = engine_called(engine), Tally()
    ruleset = ruleset.serving(engine_.name)
    found = list(run(migrations, engine_, version, ruleset, tally, together=together))
    return folded([f for f in with_suppressions(found, tally, engine_, ruleset, {}) if f.suppressed is None])


def run(
    migrations: Sequence[Migration],
    engine_: Engine,
    version: str,
    ruleset: Ruleset,
    tally: Tally,
    *,
    together: bool = False,
    progress: Progress | None = None,
) -> Iterator[Finding]:
    """Replay, judge, and count."""
    number = major_version(engine_, version)
    court = Judge(engine_, number, ruleset, certain=bool(version))
    doubter = court.doubter() if tally.silences is not None else None
    catalog = engine_.initial_catalog()
    downs = {m.id: m for m in migrations if m.direction == "down" and m.pending}
    for migration in downs.values():
        yield from court.down(migration)
    done = 0
    for deployment in deployments(replay(migrations, engine_, number, together=together), migrations):
        catalog = deployment.after
        for replayed in deployment.migrations:
            tally.add(replayed)
            court.remember(replayed)
        if tally.recorder is not None:
            tally.recorder.add(deployment)
        found = list(court.deployment(deployment))
        yield from found
        if DOWN_INCOMPLETE in ruleset and downs:
            yield from court.rollbacks(deployment, downs)
        if doubter is not None and tally.silences is not None:
            tally.silences.extend(doubter.deployment(deployment, found))
        done += len(deployment.migrations)
        if progress is not None:
            progress(done, len(migrations))
    found = list(court.schema(catalog))
    yield from found
    if doubter is not None and tally.silences is not None:
        tally.silences.extend(doubter.schema(catalog, found, court.pending))


def check(
    paths: Sequence[str],
    config: Config,
    *,
    root: Path,
    stdin: tuple[str, str] | None = None,
    texts: Mapping[str, str] = projects.NOTHING,
    progress: Progress | None = None,
    wanted: projects.Wanted = projects.EVERYTHING,
) -> Report:
    """Check what the paths name, as far as it is wanted; `texts` stand for files. Raises DbarchLintError."""
    rules = packs.load_rules(config.packs, root)
    chosen = packs.select(
        rules,
        select=config.select,
        ignore=config.ignore,
        extend_select=config.extend_select,
        profile=config.profile,
    )
    ruleset = Ruleset(chosen, config.rules, known=rules)
    work = projects.collect(paths, config, root=root, stdin=stdin, texts=texts, wanted=wanted)
    tally = _tally(compat=config.compat, reasons=wanted.reasons)
    weigh = scales(config)
    findings: list[Finding] = []
    changes: list[Change | None] = []
    silences: list[Silence] = []
    name, version = "", ""
    for project in work.projects:
        engine_ = engine(project.engine)
        number = major_version(engine_, project.version)
        name, version = engine_.name, engine_.version_text(number)
        tally.recorder = recorder(engine_, number) if wanted.changes else None
        own = ruleset.serving(name)
        found = run(project.migrations, engine_, project.version, own, tally, together=work.together, progress=progress)
        judged = [*weigh(searched(found, project, config, root)), *on_history(project, engine_, own)]
        marked = with_suppressions(judged, tally, engine_, own, config.per_path_ignores, compat=config.compat)
        findings += of_news(marked, project)
        silences += of_news(tally.silences or (), project)
        tally.clear()
        changes += [tally.recorder.change()] if tally.recorder is not None else []
    findings.sort(key=lambda f: (f.span.source.path, f.span.start, f.code))
    pending = [m for project in work.projects for m in project.migrations if m.pending]
    judged_files = frozenset(m.path for m in pending)
    whole = judged_files - {m.path for m in pending if m.judged is not None}
    codes = frozenset(ruleset.by_code)
    findings, stale = with_baseline(findings, config, root, whole, codes)
    findings = findings if wanted.unfolded else folded(findings)
    return Report(
        engine=name or config.engine or "postgres",
        engine_version=version,
        findings=tuple(findings),
        summary=summary(findings, tally),
        remarks=(*work.remarks, *projects.unfilled(tally.stand_ins), *stale),
        unread=work.unread,
        beside=work.beside,
        silences=tuple(sorted(silences, key=lambda s: (s.span.source.path, s.span.start, s.code))),
        judged=judged_files,
        codes=codes,
        pages={rule.code: rule for rule in rules},
        changes=tuple(change for change in changes if change is not None),
        whole=work.whole,
    )


def recorder(engine_: Engine, version: int) -> Recorder:
    """Who notes what the judged migrations do."""
    from dbarch_lint.changes import Recorder

    return Recorder(engine_, version)


def with_baseline(
    findings: list[Finding], config: Config, root: Path, judged: frozenset[str], codes: frozenset[str]
) -> tuple[list[Finding], Sequence[str]]:
    """The findings with the accepted ones marked, and what is to say of entries that accept nothing any more."""
    if not config.baseline:
        return findings, ()
    from dbarch_lint import baseline

    file = Path(config.baseline)
    marked, unused = baseline.applied(findings, baseline.read(file))
    gone = len(baseline.stale(unused, judged, codes, root))
    what = "1 finding that is gone" if gone == 1 else f"{gone} findings that are gone"
    way_out = "run dbarch-lint baseline --prune"
    return marked, (f"{projects.shown(file, root)} accepts {what}; {way_out}",) if gone else ()


def on_history(work: projects.Work, engine_: Engine, ruleset: Ruleset) -> Iterator[Finding]:
    """What was done to migrations that somebody may have run."""
    if not work.twice and work.before is None:
        return
    from dbarch_lint.deployed import faults

    for fault in faults(work, engine_):
        bound = ruleset.get(fault.code)
        if bound is not None:
            yield finding(bound, fault.problem, None)


def of_news(said: Sequence[Said], work: projects.Work) -> Sequence[Said]:
    """What is said, without that on what an edited migration had before."""
    if work.before is None:
        return said
    from dbarch_lint.deployed import judged

    return judged(said, work)


def searched(found: Iterable[Finding], work: projects.Work, config: Config, root: Path) -> Iterable[Finding]:
    """The findings, those on names that go with what the sources of the application say of them."""
    if not config.code_paths:
        return found
    from dbarch_lint.code_search import Search

    folders = {migration.path.rpartition("/")[0] for migration in work.migrations}
    return Search(config.code_paths, root, folders).look(found)


def scales(config: Config) -> Callable[[Iterable[Finding]], Iterable[Finding]]:
    """What puts the sizes of the facts file into findings, where there is one. Raises ConfigError."""
    if not config.facts:
        return iter
    from dbarch_lint import production

    return partial(production.weighed, production=production.read(Path(config.facts)), small_mb=config.small_table_mb)


def with_suppressions(
    findings: Sequence[Finding],
    tally: Tally,
    engine_: Engine,
    ruleset: Ruleset,
    per_path: Mapping[str, Sequence[str]],
    *,
    compat: bool = False,
) -> Sequence[Finding]:
    """Mark what comments and per-path settings suppress, and say which comments do nothing.

    With `compat`, what other tools' comments suppress is marked, too.
    """
    if not tally.sources and not per_path:
        return findings
    from dbarch_lint import suppress

    if compat:
        from dbarch_lint.compat import Peers

        findings = suppress.apply_foreign(findings, tally.sources, tally.places, Peers(engine_.comments))

    def report(code: str, span: Span, message: str, fix: Fix | None) -> Finding | None:
        bound = ruleset.get(code)
        return finding(bound, Problem(span, message, fix), None) if bound is not None else None

    return suppress.apply(
        findings,
        tally.sources,
        tally.places,
        known=suppress.Known(ruleset.known, ruleset.by_code),
        comments=engine_.comments,
        report=report,
        per_path=per_path,
    )


def _tally(*, compat: bool, reasons: bool) -> Tally:
    tally = Tally([] if reasons else None)
    if compat:
        from dbarch_lint.compat import mentions

        tally.mentions = mentions
    return tally


def summary(findings: Iterable[Finding], tally: Tally) -> Summary:
    """Counts; suppressed findings count as such only."""
    by_severity: dict[str, int] = {}
    shown = suppressed = 0
    for found in findings:
        if found.suppressed is not None:
            suppressed += 1
            continue
        shown += 1
        by_severity[str(found.severity)] = by_severity.get(str(found.severity), 0) + 1
    return Summary(
        files=tally.files,
        statements=tally.statements,
        not_understood=tally.not_understood,
        findings=shown,
        suppressed=suppressed,
        by_severity=by_severity,
    )

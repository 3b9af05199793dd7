"""Why a rule is silent: the rule is asked again while nothing exempts, and what it says then was silenced.

Nothing of this runs unless somebody asks (`-v`): a second pass over the judged migrations, without their proofs and
with every exemption noted and denied.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dbarch_lint.asked import Asked, unproven
from dbarch_lint.catalog import Catalog
from dbarch_lint.context import Context
from dbarch_lint.dispatch import Desk, Question
from dbarch_lint.effects import Model
from dbarch_lint.engines import Engine
from dbarch_lint.findings import Finding, Note, Silence
from dbarch_lint.history import History
from dbarch_lint.ledger import span_of, statement_of
from dbarch_lint.migrations import Judged
from dbarch_lint.operations import Operation
from dbarch_lint.packs import BoundRule, Ruleset
from dbarch_lint.replay import Deployment


class Doubter:
    """Asks the rules what they would have said."""

    def __init__(self, engine: Engine, model: Model, ruleset: Ruleset, history: History) -> None:
        self._desk = Desk(engine, model, ruleset, Asked(doubting=True), history)

    def deployment(self, deployment: Deployment, findings: Collection[Finding]) -> Iterator[Silence]:
        """The silences about the judged migrations of a deployment, of which these findings were made."""
        spoken = {(f.code, f.span.start) for f in findings}
        bare, proofs = unproven(deployment)
        for number, replayed in enumerate(bare.migrations):
            for question in self._desk.on_migration(bare, number) if replayed.migration.pending else ():
                yield from self._silences(question, spoken, proofs)

    def schema(self, catalog: Catalog, findings: Collection[Finding], judged: Judged) -> Iterator[Silence]:
        """The silences about the final schema, where something judged made it."""
        spoken = {(f.code, f.span.start) for f in findings}
        for question in self._desk.on_schema(catalog):
            for silence in self._silences(question, spoken, {}):
                if judged.holds(silence.span):
                    yield silence

    def _silences(
        self, question: Question, spoken: Collection[tuple[str, int]], proofs: dict[int, Note]
    ) -> Iterator[Silence]:
        """What rules say when nothing exempts, and did not say when something did."""
        rules, subject, context = question
        for bound in rules:
            yield from self._silences_of(bound, subject, context, spoken, proofs)

    def _silences_of(
        self,
        bound: BoundRule,
        subject: object,
        context: Context,
        spoken: Collection[tuple[str, int]],
        proofs: dict[int, Note],
    ) -> Iterator[Silence]:
        """The same of one rule."""
        self._desk.asked.clear()
        rule = bound.rule
        proof = proofs.get(id(subject)) if isinstance(subject, Operation) else None
        for problem in bound.check(subject, context):
            span = span_of(problem.at)
            if span is None or (rule.code, span.start) in spoken:
                continue
            reasons = self._desk.asked.reasons_for(statement_of(problem.at), problem.objects)
            if proof is not None:
                reasons = tuple(dict.fromkeys((proof, *reasons)))
            evidence = bound.weighed(problem)
            if evidence is not None and not evidence.enough:
                outweighed = evidence.for_it >= evidence.threshold
                reasons = (Note(f"too little evidence: {evidence}"),) if outweighed else ()
            if reasons:
                yield Silence(code=rule.code, name=rule.name, message=problem.message, span=span, reasons=reasons)

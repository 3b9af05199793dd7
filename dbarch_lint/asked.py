"""What the answer of a rule rests on: the words it asked its context, and what each of them said.

A context notes here which tables' sizes a rule has asked about.  When somebody wants to know why a rule is silent,
the words that exempt ("the table is new") note their reason here and say no: if the rule speaks then, they were why.
"""

from __future__ import annotations

import msgspec

from dbarch_lint.catalog import Catalog
from dbarch_lint.findings import Note
from dbarch_lint.ledger import outermost, span_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Table
from dbarch_lint.operations import AddForeignKey, AddPrimaryKey, AttachPartition, Operation, SetNotNull
from dbarch_lint.replay import Deployment, Step
from dbarch_lint.roles import Role
from dbarch_lint.source import Statement
from dbarch_lint.vocabulary import Vocabulary

replace = msgspec.structs.replace
UNFILLED = "{0}.{1} is NULL in every row"


class Doubt(msgspec.Struct, frozen=True):
    """A reason not to speak, and the statement or the table of which it was given."""

    about: Statement | Name
    reason: Note


class Asked:
    """The notes on one rule at a time. `doubting`: exemptions are noted and denied."""

    __slots__ = ("doubting", "doubts", "sizes")

    def __init__(self, *, doubting: bool = False) -> None:
        self.doubting = doubting
        self.doubts: list[Doubt] = []
        self.sizes: list[tuple[Statement, Name]] = []

    def clear(self) -> None:
        """Forget the last rule."""
        self.doubts.clear()
        self.sizes.clear()

    def sizes_for(self, statement: Statement | None) -> tuple[Name, ...]:
        """The tables on whose size the harm of a statement depends."""
        return tuple(dict.fromkeys([name for asked, name in self.sizes if asked is statement])) if self.sizes else ()

    def reasons_for(self, statement: Statement | None, objects: tuple[str, ...]) -> tuple[Note, ...]:
        """The reasons that were given for the statement (or the block it is in), or for tables that `objects` name."""
        return tuple(dict.fromkeys(d.reason for d in self.doubts if _concerns(d.about, statement, objects)))


def _concerns(about: Statement | Name, statement: Statement | None, objects: tuple[str, ...]) -> bool:
    if isinstance(about, Name):
        return any(o == about.full or o.startswith(f"{about.full}.") for o in objects)
    return statement is not None and outermost(about) is outermost(statement)


class Undecided(Vocabulary):
    """A vocabulary that takes no table for anything special, and notes for which it would have mattered."""

    def __init__(self, catalog: Catalog, asked: Asked) -> None:
        super().__init__(catalog)
        self._asked = asked

    def roles(self, table: Table) -> frozenset[Role]:
        for role in sorted(super().roles(table)):
            reason = Note(f"{table.name} is taken for a {role} table", span_of(table))
            self._asked.doubts.append(Doubt(table.name, reason))
        return frozenset()


# ---- proofs: words of an operation that save the server its work ---------------------------------------------------


def unproven(deployment: Deployment) -> tuple[Deployment, dict[int, Note]]:
    """The deployment as it would be without its proofs; and by id of an operation, the proof that it was robbed of."""
    proofs: dict[int, Note] = {}

    def robbed(step: Step) -> Step:
        found = _without_proof(step)
        if found is None:
            return step
        operation, proof = found
        proofs[id(operation)] = proof
        return replace(step, operation=operation)

    robbed_ones = [replace(r, steps=[robbed(step) for step in r.steps]) for r in deployment.migrations]
    bare = Deployment(robbed_ones, deployment.history)
    return (bare, proofs) if proofs else (deployment, proofs)


def _without_proof(step: Step) -> tuple[Operation, Note] | None:
    """The operation as it would be without its proof, and the proof; None where it has none."""
    op = step.operation
    if isinstance(op, SetNotNull | AddPrimaryKey | AttachPartition) and op.proof == "check":
        table = step.before.table(op.partition if isinstance(op, AttachPartition) else op.table)
        check = table.constraint(op.proven_by) if table is not None else None
        return replace(op, proof="", proven_by=""), Note(
            f"the validated CHECK {op.proven_by} proves it", span_of(check)
        )
    if isinstance(op, SetNotNull) and op.proof == "already":
        table = step.before.table(op.table)
        column = table.column(op.column) if table is not None else None
        return replace(op, proof=""), Note(f"{op.table}.{op.column} is NOT NULL already", span_of(column))
    if isinstance(op, AddForeignKey) and op.constraint.validated and not op.checked:
        first, table = op.constraint.columns[0], step.before.table(op.table)
        place = span_of(table.column(first)) if table is not None else None
        return replace(op, checked=True), Note(UNFILLED.format(op.table, first), place)
    return None

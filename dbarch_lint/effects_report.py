"""The `effects` document: what each statement locks, how long that may take, and what the server will refuse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import msgspec

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Effect, Model, Work, load
from dbarch_lint.engines import engine as engine_of
from dbarch_lint.ledger import is_new, outermost
from dbarch_lint.names import Name
from dbarch_lint.objects import IndexEntry, Table
from dbarch_lint.replay import Replayed, Step, opened, step
from dbarch_lint.session import Session, Transaction
from dbarch_lint.source import Source, Statement

# The model tells these apart, the document does not: what a query reads is what its statement refers to.
PUBLIC_ROLES = {"source": "referenced"}


class StatementEffects(msgspec.Struct, frozen=True):
    """All that one statement does, its operations taken together."""

    statement: Statement
    steps: tuple[Step, ...]
    effects: tuple[Effect, ...]
    in_transaction: bool
    allowed_in_transaction: bool
    refused: str | None
    transaction: int  # its number in the replay; 0 for none
    algorithm: str = ""  # the cheapest way in which the server can do it, where SQL has words for that
    stops_replicas: bool = False  # for as long as it took
    row_versions: tuple[int, int] | None = None  # of its table after it, and how many there may be; None: they stay


def by_statement(replayed: Replayed, model: Model) -> list[StatementEffects]:
    """The effects of each statement, in order. What is inside a block (`DO`) counts as part of the block."""
    groups = groupby(replayed.steps, key=lambda step: outermost(step.statement))
    found = [of_statement(statement, tuple(group), model) for statement, group in groups]
    found += [of_error(statement, replayed) for statement in replayed.statements if statement.error is not None]
    return sorted(found, key=lambda one: one.statement.start)


def of_error(statement: Statement, replayed: Replayed) -> StatementEffects:
    """What is known of a statement that does not parse: that it will not run."""
    later = next((s.transaction for s in replayed.steps if s.statement.start > statement.start), None)
    transaction = later or after(replayed)
    return StatementEffects(
        statement=statement,
        steps=(),
        effects=(),
        in_transaction=transaction.open,
        allowed_in_transaction=True,
        refused=f"it does not parse: {statement.error}",
        transaction=transaction.number,
    )


def after(replayed: Replayed) -> Transaction:
    """The transaction that is open after the last operation of a migration."""
    if not replayed.steps:
        return opened(Session(), replayed.migration, replayed.base, len(replayed.statements)).transaction
    last = replayed.steps[-1]
    return step(last.before, last.session, last.operation)[1].transaction


def felt(step: Step, model: Model) -> Iterator[Effect]:
    """The effects of a step as others feel them."""
    for effect in model.effects(step.operation, step.before, step.session):
        locked = step.session.locked
        yield model.under_locks(effect, step.operation, step.before, step.session) if locked else effect


def of_statement(statement: Statement, steps: Sequence[Step], model: Model) -> StatementEffects:
    """The union over the operations of a statement; what the statement makes itself is left out."""
    before = steps[0].before.relations
    inside = steps[0].transaction.open
    found: list[Effect] = []
    for _, inner in groupby(steps, key=lambda step: id(step.statement)):  # those of a block, or the one itself
        found += model.follow(
            [
                effect if not (inside and emptied(effect.relation, step.before)) else at_rest(effect)
                for step in inner
                for effect in felt(step, model)
                if effect.relation in before or effect.relation not in step.before.relations
            ]
        )
    refusals = (model.refusal(step.operation, step.before, inside) for step in steps)
    return StatementEffects(
        statement=statement,
        steps=tuple(steps),
        effects=model.merge(found),
        in_transaction=inside,
        allowed_in_transaction=all(model.transaction_allowed(step.operation, step.before) for step in steps),
        refused=next((reason for reason in refusals if reason is not None), None),
        transaction=steps[0].transaction.number,
        algorithm=model.algorithm((step.operation, step.before) for step in steps),
        stops_replicas=model.stops_replicas(
            e for e in found if not is_new(e.relation, steps[0].before, steps[-1].after)
        ),
        row_versions=row_versions(steps, model.row_version_limit),
    )


def row_versions(steps: Sequence[Step], limit: int) -> tuple[int, int] | None:
    """How many versions of its rows a table has after a statement, and how many it may have; None where they stay."""
    name = steps[0].operation.target
    tables = (steps[0].before.table(name), steps[-1].after.table(name)) if name is not None and limit else (None, None)
    counts = [len(table.row_versions) for table in tables if table is not None]
    return (counts[1], limit) if len(set(counts)) > 1 else None


def emptied(name: Name, catalog: Catalog) -> bool:
    """Whether a relation has no rows, because the same deployment made or emptied its table."""
    found = catalog.relations.get(name)
    table = catalog.relations.get(found.table) if isinstance(found, IndexEntry) else found
    return isinstance(table, Table) and bool(table.empty_in) and table.empty_in == catalog.deployment


def at_rest(effect: Effect) -> Effect:
    """The effect without its work: there are no rows to work on."""
    return msgspec.structs.replace(effect, work=Work.NONE) if effect.work else effect


def document(migrations: Iterable[Replayed], engine: str, version: int) -> dict[str, Any]:
    """The JSON document of `dbarch-lint effects`."""
    model = load(engine, version)
    found = [statement(one) for migration in migrations for one in by_statement(migration, model)]
    return envelope(found, engine, version)


def envelope(statements: Sequence[dict[str, Any]], engine: str, version: int) -> dict[str, Any]:
    """The document of these statements."""
    text = engine_of(engine).version_text(version)
    return {"version": 1, "engine": engine, "engine_version": text, "statements": statements}


def statement(found: StatementEffects) -> dict[str, Any]:
    """One statement of the document."""
    written = found.statement
    return {
        "path": written.source.path,
        "start": _place(written.source, written.start),
        "sql": written.text,
        "operations": list(dict.fromkeys(type(step.operation).__name__ for step in found.steps)),
        "transaction": found.transaction or None,
        "in_transaction": found.in_transaction,
        "allowed_in_transaction": found.allowed_in_transaction,
        "refused": found.refused,
        "algorithm": found.algorithm or None,
        "stops_replicas": found.stops_replicas,
        "row_versions": {"used": found.row_versions[0], "limit": found.row_versions[1]} if found.row_versions else None,
        "effects": [_effect(effect, found.steps) for effect in found.effects],
    }


def compared(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """What changes between two versions of a server: the statements that are not the same, with both answers."""
    pairs = zip(before["statements"], after["statements"], strict=True)
    return {
        "version": 1,
        "engine": before["engine"],
        "engine_version": before["engine_version"],
        "compared_with": after["engine_version"],
        "statements": [
            {**{k: one[k] for k in SAME}, "before": _answer(one), "after": _answer(two)}
            for one, two in pairs
            if _answer(one) != _answer(two)
        ],
    }


SAME = ("path", "start", "sql", "operations")


def _answer(statement: dict[str, Any]) -> dict[str, Any]:
    """What may differ from version to version. The row of the table is only where we know it from."""
    effects = [{k: v for k, v in effect.items() if k != "row"} for effect in statement["effects"]]
    effects.sort(key=lambda e: e["relation"])
    return {**{k: statement[k] for k in ("allowed_in_transaction", "refused")}, "effects": effects}


def _place(source: Source, offset: int) -> dict[str, int]:
    position = source.position(offset)
    return {"line": position.line, "column": position.column, "offset": position.offset}


def _effect(effect: Effect, steps: Sequence[Step]) -> dict[str, Any]:
    return {
        "relation": effect.relation.full,
        "kind": effect.kind,
        "role": PUBLIC_ROLES.get(effect.role, effect.role),
        "lock": effect.lock,
        "blocks": list(effect.blocks),
        "blocks_briefly": list(effect.briefly),
        "work": Work(effect.work).word,
        "new": is_new(effect.relation, steps[0].before, steps[-1].after),
        "row": effect.row,
    }

"""Who is asked what: each rule with the subjects it subscribes to, and the context that it is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from dbarch_lint.asked import Asked
from dbarch_lint.catalog import Catalog
from dbarch_lint.context import Context
from dbarch_lint.effects import Model
from dbarch_lint.engines import Engine
from dbarch_lint.history import History
from dbarch_lint.migrations import Migration
from dbarch_lint.objects import Table
from dbarch_lint.packs import BoundRule, Ruleset
from dbarch_lint.replay import Deployment
from dbarch_lint.source import Statement

Question: TypeAlias = tuple[Sequence[BoundRule], object, Context]  # several rules are asked the same


class Desk:
    """Puts the questions. `asked` gets the notes on what each rule asks in turn; `history` is the replayed past."""

    def __init__(self, engine: Engine, model: Model, ruleset: Ruleset, asked: Asked, history: History) -> None:
        self._engine = engine
        self._model = model
        self._seeing = ruleset.seeing
        self.asked = asked
        self._history = history

    def on_migration(self, deployment: Deployment, number: int) -> Iterator[Question]:
        """What is asked of one migration of a deployment: of the whole of it, of its statements, of its operations."""
        seeing, replayed = self._seeing, deployment.migrations[number]
        whole = self._context(deployment, number, -1, replayed.after)
        yield seeing(Migration), replayed.migration, whole
        on_statement = seeing(Statement)
        for statement in replayed.statements if on_statement else ():
            yield on_statement, statement, whole
        for index, step in enumerate(replayed.steps, deployment.starts[number]):
            rules = seeing(type(step.operation))
            if rules:
                yield rules, step.operation, whole.at(index)

    def on_schema(self, catalog: Catalog) -> Iterator[Question]:
        """What is asked of the final schema: of each table, and of all of it."""
        on_table, on_catalog = self._seeing(Table), self._seeing(Catalog)
        if not on_table and not on_catalog:
            return
        context = self._context(None, 0, -1, catalog)
        context.history = self._history
        for table in catalog.tables if on_table else ():
            yield on_table, table, context
        yield on_catalog, catalog, context

    def _context(self, deployment: Deployment | None, number: int, index: int, catalog: Catalog) -> Context:
        return Context(self._engine, self._model, deployment, number, index, catalog, self.asked)

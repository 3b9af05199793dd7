"""What the judged migrations do, for reports that show it: the locks of each statement, the schema before and after."""

from __future__ import annotations

from typing import Any

from dbarch_lint import effects_report
from dbarch_lint.catalog import Catalog
from dbarch_lint.documents import catalog_document
from dbarch_lint.effects import Model, load
from dbarch_lint.engines import Engine
from dbarch_lint.findings import Change
from dbarch_lint.replay import Deployment
from dbarch_lint.schema import diff

BEFORE, AFTER = "before", "after"


class Recorder:
    """Looks on while one history is replayed."""

    def __init__(self, engine: Engine, version: int) -> None:
        self._engine = engine
        self._version = version
        self._model: Model = load(engine.name, version)
        self._statements: list[dict[str, Any]] = []
        self._span: tuple[Catalog, Catalog] | None = None

    def add(self, deployment: Deployment) -> None:
        """Note what the pending migrations of a deployment do."""
        for replayed in deployment.migrations:
            if replayed.migration.pending and not replayed.migration.released:
                first = deployment.base if self._span is None else self._span[0]
                self._span = first, deployment.after
                found = effects_report.by_statement(replayed, self._model)
                self._statements += map(effects_report.statement, found)

    def change(self) -> Change | None:
        """All of it; None where nothing was judged."""
        if self._span is None:
            return None
        before, after = (catalog_document(catalog, self._engine.name, self._version) for catalog in self._span)
        return Change(
            effects=effects_report.envelope(self._statements, self._engine.name, self._version),
            before=before,
            after=after,
            differences=diff.compare(before, after, (BEFORE, AFTER)),
        )

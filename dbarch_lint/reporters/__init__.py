"""Reporters: findings in, text out. One module a format, each with `render`, imported on use."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from dbarch_lint.findings import Report

FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif", "junit", "rdjson", "markdown", "html")
WITH_CHANGES = frozenset({"markdown", "html"})  # these show locks and schema, too: Report.changes


class Render(Protocol):
    """What every reporter module offers. Switches that a format has no use for change nothing."""

    def __call__(
        self,
        report: Report,
        *,
        color: bool = False,
        show_suppressed: bool = False,
        verbose: bool = False,
        statistics: bool = False,
        summary: bool = True,
        start: str = "",
    ) -> str:
        """The whole report as text, with a line end after the last line (empty when there is nothing to say).

        People see paths from the folder `start` (below the root that paths are relative to), programs from the root.
        """


def reporter(name: str) -> Render:
    """The reporter of a format. `name` is one of FORMATS."""
    return cast("Render", import_module(f"dbarch_lint.reporters.{name}").render)

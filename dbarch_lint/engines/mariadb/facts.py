"""As of MySQL."""

from __future__ import annotations

from dbarch_lint.engines.mysql.facts import FACTS

__all__ = ["FACTS"]

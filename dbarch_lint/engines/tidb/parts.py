"""As of MySQL."""

from __future__ import annotations

from dbarch_lint.engines.mysql.parts import PARTS

__all__ = ["PARTS"]

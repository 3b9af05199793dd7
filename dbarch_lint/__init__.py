"""dbarch-lint: reads SQL migrations and says what they will do to a live database."""

from __future__ import annotations

__version__ = "0.1.0"

"""Ways out in PostgreSQL's terms: for each kind of operation, how to get the same result without the harm.

Each module has a table RECIPES: operation class -> function(op, ctx) -> Fix or None.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dbarch_lint.context import Context
    from dbarch_lint.findings import Fix
    from dbarch_lint.operations import Operation

Recipe = Callable[[Any, "Context"], "Fix | None"]
MODULES = ("indexes", "constraints", "adding", "columns", "rename", "tables", "rows")
_recipes: dict[type, Recipe] = {}


def safe_rewrite(op: Operation, ctx: Context) -> Fix | None:
    """The recipe for an operation, or None. The modules are read on the first call: most runs find nothing."""
    if not _recipes:
        for module in MODULES:
            _recipes.update(importlib.import_module(f"dbarch_lint.engines.postgres.recipes.{module}").RECIPES)
    recipe = _recipes.get(type(op))
    return recipe(op, ctx) if recipe is not None else None

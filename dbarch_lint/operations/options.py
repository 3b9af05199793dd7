"""Storage parameters of tables and indexes."""

from __future__ import annotations

from dbarch_lint.objects import Options


def switched_on(options: Options, name: str) -> bool:
    """Whether a parameter is set, and to a word that means yes."""
    return dict(options).get(name, "off").lower() in {"true", "on", "yes", "1"}


def with_options(before: Options, names: tuple[str, ...], values: tuple[str, ...]) -> Options:
    """Storage parameters after SET: those that are set come last."""
    return (*without_options(before, names), *dict(zip(names, values, strict=False)).items())


def without_options(before: Options, names: tuple[str, ...]) -> Options:
    """Storage parameters after RESET."""
    return tuple(pair for pair in before if pair[0] not in names)

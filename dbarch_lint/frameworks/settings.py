"""Reading the tools' own settings files. They are repository content: small, or not read; wrong, or not used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

MANY = 20_000  # settings; the longest application.yaml seen has 900
MOST = 4 << 20  # bytes; the longest journal seen has 40,000


class UnusableError(Exception):
    """The file says nothing we can use; the text says why."""


def _read(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            data = file.read(MOST + 1)
    except OSError as error:
        raise UnusableError(f"cannot be read: {error.strerror or error}") from error
    if len(data) > MOST:
        raise UnusableError(f"is larger than {MOST >> 20} MiB, too large for a settings file")
    return data


def toml(path: str) -> dict[str, Any]:
    """A TOML file. Raises UnusableError."""
    import tomllib

    try:
        return tomllib.loads(_read(path).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnusableError(f"is not valid TOML: {error}") from error


def json(path: str) -> Any:
    """A JSON file. Raises UnusableError."""
    import msgspec

    try:
        return msgspec.json.decode(_read(path).removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise UnusableError(f"is not valid JSON: {error}") from error


def yaml(path: str) -> Any:
    """The first document of a YAML file. Raises UnusableError."""
    from yaml import SafeLoader, YAMLError, load_all

    try:
        return next(load_all(_read(path), Loader=SafeLoader), None)
    except (YAMLError, ValueError, RecursionError) as error:
        raise UnusableError("is not valid YAML") from error


def flat(value: object) -> dict[str, str]:
    """The texts, numbers and switches of nested tables by their keys with dots between; lists as texts with commas.

    Raises UnusableError where there are too many: a few lines of YAML can stand for billions of values.
    """
    found: dict[str, str] = {}
    waiting: list[tuple[str, object]] = [("", value)]
    while waiting:
        if len(found) + len(waiting) > MANY:
            raise UnusableError("holds too many settings")
        key, inner = waiting.pop()
        if isinstance(inner, dict):
            waiting += [(f"{key}.{name}" if key else str(name), each) for name, each in inner.items()]
        elif isinstance(inner, list):
            found[key] = ",".join(str(each) for each in inner if isinstance(each, str | int | float))
        elif isinstance(inner, str | int | float):
            found[key] = str(inner)
    return found


def text(path: str) -> str:
    """A file as it stands. Raises UnusableError."""
    return _read(path).decode("utf-8-sig", "replace")


def properties(path: str) -> dict[str, str]:
    """The `key=value` lines of a Java properties file (no continuation lines). Raises UnusableError."""
    found = {}
    for line in text(path).splitlines():
        key, equals, value = line.partition("=")
        if equals and not line.lstrip().startswith(("#", "!")):
            found[key.strip()] = value.strip()
    return found


def table(settings: object, *keys: str) -> dict[str, Any]:
    """A table inside a table; empty when there is none."""
    for key in keys:
        settings = settings.get(key) if isinstance(settings, dict) else None
    return settings if isinstance(settings, dict) else {}

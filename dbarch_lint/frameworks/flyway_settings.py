"""Flyway's settings: flyway.toml, flyway.conf, or what Spring Boot's application.yaml says of Flyway.

Nothing else of Spring's settings is looked at, and none of its profiles: what holds without one is production.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from dbarch_lint.frameworks.base import Remark
from dbarch_lint.frameworks.settings import UnusableError, flat, properties, table, toml, yaml
from dbarch_lint.frameworks.tree import Folder, Tree, engine_word, head

CONF = "flyway.conf"
TOML = "flyway.toml"
SPRING = ("application.yaml", "application.yml", "application.properties")

KEY = "placeholders."
TEXTS = {
    "sqlMigrationPrefix": "prefix",
    "undoSqlMigrationPrefix": "undo",
    "baselineMigrationPrefix": "baseline",
    "repeatableSqlMigrationPrefix": "repeatable",
    "sqlMigrationSeparator": "separator",
}
SWITCHES = {"executeInTransaction": "transaction", "mixed": "mixed", "group": "group"}
# How flyway.conf and Spring Boot say it; flyway.toml has a table for each part of the first.
LOCK = ("postgresql.transactional.lock", "postgresql.transactionalLock", "postgresql.transactional-lock")
REFERENCE = re.compile(r"\$\{([\w.-]+)(?::([^${}]*))?\}")  # Spring's ${name} and ${NAME:default}
DEEPEST = 4  # references to references
SCHEME = re.compile(r"^(?:classpath|filesystem):")
HEAD = 1 << 20  # bytes; no application.yaml is longer


class Settings(msgspec.Struct, frozen=True):
    """The settings that change which files run, or how. The names are Flyway's, in our spelling."""

    prefix: str = "V"
    undo: str = "U"
    baseline: str = "B"
    repeatable: str = "R"
    separator: str = "__"
    suffixes: tuple[str, ...] = (".sql",)
    transaction: bool = True
    mixed: bool = False
    group: bool = False
    unlocked: bool = False  # it does not hold its lock in a transaction, for which concurrent builds would wait
    engine: str | None = None
    placeholders: tuple[tuple[str, str], ...] = ()  # as they are written, and their values
    schema: str = ""  # Flyway makes it, and puts it in front of the search path
    locations: tuple[str, ...] = ()  # paths, without classpath: and filesystem:
    file: str = ""  # where all this is said, as the user is shown it


def settings_of(folder: Folder, tree: Tree, remarks: list[Remark]) -> Settings:
    """What the nearest flyway.toml or flyway.conf says, else what Spring Boot's settings say."""
    path = tree.nearest(folder, TOML, CONF) or _spring_file(folder, tree)
    if path is None:
        return Settings()
    try:
        given, url = _given(path)
    except UnusableError as error:
        if not path.endswith(SPRING):  # those are Spring's; what stands in them need not make sense to us
            remarks.append(Remark(tree.shown(path), f"{error}; Flyway's defaults are used", "error"))
        return Settings()
    return _settings(given, url, tree.shown(path))


def _spring_file(folder: Folder, tree: Tree) -> str | None:
    path = tree.nearest(folder, *SPRING)
    return path if path is not None and b"flyway" in head(path, HEAD) else None


def _given(path: str) -> tuple[dict[str, Any], object]:
    """The settings by Flyway's names, and the URL of the database. Raises UnusableError."""
    if path.endswith(SPRING):
        said = properties(path) if path.endswith(".properties") else flat(yaml(path))
        known = {_camel(key): value for key, value in said.items()}
        given: dict[str, Any] = {k: _resolved(v, known) for k, v in _below("spring.flyway.", known).items()}
        return given, given.get("url") or known.get("spring.datasource.url")
    if path.endswith(TOML):
        settings = toml(path)
        environments = [env for env in table(settings, "environments").values() if isinstance(env, dict)]
        return table(settings, "flyway"), next((env["url"] for env in environments if "url" in env), None)
    given = _below("flyway.", properties(path))
    return given, given.get("url")


def _resolved(text: str, known: Mapping[str, str]) -> str:
    """A text with what the other settings, or the defaults, say in the place of `${name}`."""
    for _ in range(DEEPEST):
        text = REFERENCE.sub(lambda found: known.get(_camel(found[1])) or found[2] or found[0], text)
    return text


def _below(prefix: str, said: Mapping[str, Any]) -> dict[str, Any]:
    return {key.removeprefix(prefix): value for key, value in said.items() if key.startswith(prefix)}


def _camel(key: str) -> str:
    """Spring takes `sql-migration-prefix` for `sqlMigrationPrefix`; the names of placeholders stay as they are."""
    name, dot, rest = key.partition(KEY)
    return re.sub(r"-([a-z])", lambda found: found.group(1).upper(), name) + dot + rest


def _settings(given: dict[str, Any], url: object, file: str) -> Settings:
    values: dict[str, Any] = {
        ours: given[key] for key, ours in TEXTS.items() if isinstance(given.get(key), str) and given[key]
    }
    values |= {ours: str(given[key]).lower() == "true" for key, ours in SWITCHES.items() if key in given}
    nested = table(table(given, "postgresql"), "transactional").get("lock")
    values["unlocked"] = "false" in {str(said).lower() for said in (nested, *map(given.get, LOCK))}
    if suffixes := _list(given.get("sqlMigrationSuffixes")):
        values["suffixes"] = suffixes
    schemas = (given.get("defaultSchema"), *_list(given.get("schemas")))
    values["schema"] = next((schema for schema in schemas if isinstance(schema, str) and "${" not in schema), "")
    values["locations"] = tuple(SCHEME.sub("", each).strip("/") for each in _list(given.get("locations")))
    values["placeholders"] = _placeholders(given)
    if isinstance(url, str) and url.startswith("jdbc:"):
        values["engine"] = engine_word(url.split(":")[1])
    return Settings(**values, file=file)


def _list(said: object) -> tuple[str, ...]:
    """The parts of a list, or of a text with commas; nothing if it is neither."""
    listed = said.split(",") if isinstance(said, str) else said
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        return ()
    return tuple(each.strip() for each in listed if each.strip())


def _placeholders(given: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """What the settings say in the place of `${name}`: one key for each (flyway.conf), or a table (flyway.toml)."""
    said = {**table(given, "placeholders"), **_below(KEY, given)}
    before, after = given.get("placeholderPrefix") or "${", given.get("placeholderSuffix") or "}"
    return tuple([(f"{before}{name}{after}", value) for name, value in said.items() if isinstance(value, str)])

"""What the commands share: options, the configuration they run with, colour, and where output goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from dbarch_lint.cli import no_such_path, silence_stdout
from dbarch_lint.cli.declared import PATH, option
from dbarch_lint.config import Config, Loaded, load, located, project_root, with_overrides
from dbarch_lint.errors import ConfigError, DbarchLintError, UsageError, did_you_mean

BASELINE = ".dbarch-lint-baseline.json"


def flat(lists: Sequence[Sequence[str]]) -> list[str]:
    """The words of an option that may be given several times."""
    return [word for words in lists for word in words]


CONFIG = (
    option(
        "--config", "config_file", kind=PATH, metavar="FILE", help="Use this configuration instead of the nearest one."
    ),
    option("--isolated", is_flag=True, help="Use no configuration (and so no third party's rules)."),
)
# The options of every command that reads migrations.
READING = (
    option("--engine", metavar="NAME", help="The database; postgres unless the migration tool says so."),
    option("--engine-version", metavar="N", help="The oldest server version that runs the migrations, such as 14."),
    option("--framework", metavar="NAME", help="The migration tool, such as flyway, instead of finding it out."),
    *CONFIG,
)
COLOR = option("--color/--no-color", "color", default=None, help="Colour, whatever the terminal says.")


class Settings(msgspec.Struct, frozen=True):
    """What a command runs with: the configuration with the command line's word on top, the paths, and their root."""

    config: Config
    paths: list[str]
    root: Path
    loaded: Loaded
    given: frozenset[str] = frozenset()  # the keys that the command line sets

    def blamed(self, error: UsageError) -> DbarchLintError:
        """The error with its place in the configuration, where that is what asked for the impossible."""
        if not error.key or error.key in self.given or self.loaded.file is None:
            return error
        return located(ConfigError(str(error), path=(error.key,)), self.loaded.file)


def settings(
    paths: Sequence[str], *, config_file: str | None, isolated: bool, must_exist: bool = True, **overrides: Any
) -> Settings:
    """Find the configuration for `paths` and put the command line's word on top. Raises ConfigError and UsageError."""
    for path in paths if must_exist else ():
        if not os.path.lexists(path):
            no_such_path(path)
    loaded = load(paths, file=config_file, isolated=isolated)
    config = with_overrides(loaded.config, **overrides)
    given = frozenset(key.replace("_", "-") for key, value in overrides.items() if value not in (None, []))
    chosen = list(paths) or config.paths or ["."]
    root = project_root(chosen)
    if config.baseline is None and not isolated and (root / BASELINE).is_file():
        config = with_overrides(config, baseline=os.fspath(root / BASELINE))
    found = Settings(config, chosen, root, loaded, given)
    try:
        _check_names(config)
    except UsageError as error:
        raise found.blamed(error) from None
    for path in () if paths else chosen:
        if not os.path.lexists(path):
            place = f"{loaded.file}: " if loaded.file else ""
            raise UsageError(f"{place}paths: there is no such file or folder: {path}")
    return found


def _check_names(config: Config) -> None:
    """The engine and the framework must be ones there are."""
    if config.engine is not None:
        from dbarch_lint.engines import MODULES, supported

        if not supported(config.engine):
            _check_name("engine", config.engine, tuple(MODULES))
    if config.framework is not None:
        from dbarch_lint.frameworks import NAMES

        _check_name("framework", config.framework, NAMES)


def _check_name(kind: str, word: str, valid: Sequence[str]) -> None:
    if word not in valid:
        hint = did_you_mean(word, valid) or f"; there is {', '.join(valid)}"
        raise UsageError(f"no {kind} is called {word!r}{hint}", key=kind)


def wants_color(flag: bool | None, stream: Any = None) -> bool:
    """The flag, else NO_COLOR, else FORCE_COLOR, else whether the stream is a terminal that can."""
    if flag is not None:
        return flag
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "") not in {"", "0"}:
        return True
    return (stream or sys.stdout).isatty() and os.environ.get("TERM") != "dumb"


def emit(text: str, file: str | None = None) -> None:
    """Write the result: to standard output, or to a file. Raises UsageError when the file cannot be written."""
    if file:
        try:
            Path(file).write_text(text, encoding="utf-8", errors="replace")
        except OSError as error:
            raise UsageError(f"{file} cannot be written: {error.strerror}; name another file") from None
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        silence_stdout()


def say(text: str) -> None:
    """One line to the person, on standard error."""
    from dbarch_lint.reporters.display import visible

    sys.stderr.write(f"{visible(text)}\n")
    sys.stderr.flush()

"""The command line: which commands there are, and what becomes of an error.

Each command lives in a module of its own that is imported when the command runs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from dbarch_lint.errors import DbarchLintError, nearest

if TYPE_CHECKING:
    from dbarch_lint.cli.declared import Command

# Command, module of this package, and the sentence that --help shows.
COMMANDS: dict[str, tuple[str, str]] = {
    "check": ("check", "Find what is dangerous or badly designed in migrations."),
    "explain": ("manual", "Print a rule's page, or say what a statement locks."),
    "rules": ("manual", "List the rules."),
    "effects": ("documents", "Say for each statement what it locks, and for how long."),
    "schema": ("documents", "Print the schema after the last migration."),
    "baseline": ("adoption", "Accept what is found today, so that only new findings are told."),
    "facts": ("facts", "Print the query that measures production, or what it has found."),
    "normalize": ("normal_forms", "Say which tables repeat facts, and how to take them apart."),
    "init": ("authoring", "Write a commented configuration for this project."),
    "new-rule": ("authoring", "Start a new rule in a rule pack."),
    "test": ("authoring", "Run the examples of a rule pack."),
    "config": ("settings", "Print the settings in force, and where each comes from."),
    "completion": ("settings", "Print the script that completes commands in a shell."),
    "schema-of": ("manual", "Print the JSON Schema of a document or of the configuration."),
}
FAILED = 2
COMPLETE = "_DBARCH_LINT_COMPLETE"  # set by the shell that asks for completions; click answers


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return the exit code: 1 for findings that count, 2 for what could not be done."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what a terminal cannot show is spelled out, not an error
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(_with_command(arguments))
    except DbarchLintError as error:
        return complain(str(error))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        silence_stdout()
        return 0
    except Exception as error:  # noqa: BLE001 - a traceback helps nobody who lints; the place of the fault does
        return complain(_fault(error))
    return code if isinstance(code, int) else 0


def _import_msgspec() -> None:
    """Import msgspec without typing_extensions, which brings a tenth of all modules along where it is installed.

    msgspec takes from it what older versions of Python lack, and does without where it is missing.
    """
    modules = vars(sys)["modules"]
    if "typing_extensions" not in modules:
        modules["typing_extensions"] = None
        import msgspec  # noqa: F401 - imported to be there

        del modules["typing_extensions"]


def _with_command(arguments: Sequence[str]) -> list[str]:
    """`migrations/` and `--select LK` mean `check migrations/` and `check --select LK`."""
    first = arguments[0] if arguments else ""
    return list(arguments) if first in {*COMMANDS, "--help", "-h", "--version"} else ["check", *arguments]


def _run(words: Sequence[str]) -> object:
    if words[0] in COMMANDS and COMPLETE not in os.environ:
        command = declaration(words[0])
        values = command.read(words[1:])
        if values is not None:
            return command.function(**values)
    from dbarch_lint.cli.commands import invoke

    return invoke(words)


def declaration(name: str) -> Command:
    """A command with its parameters. `name` is one of COMMANDS."""
    _import_msgspec()
    module = import_module(f"dbarch_lint.cli.{COMMANDS[name][0]}")
    found: Command = getattr(module, name.replace("-", "_"))
    return found


def _fault(error: Exception) -> str:
    """An error of ours in one line. DBARCH_LINT_DEBUG=1 shows where it came from, for the report."""
    if os.environ.get("DBARCH_LINT_DEBUG"):
        raise error
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"  # noqa: PTH119
    what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return f"this is a fault of dbarch-lint, please report it: {what} ({place}; DBARCH_LINT_DEBUG=1 shows more)"


def complain(message: str) -> int:
    """Say on standard error why it could not be done."""
    from dbarch_lint.reporters.display import visible

    sys.stderr.write(f"dbarch-lint: error: {visible(message)}\n")
    sys.stderr.flush()
    return FAILED


def silence_stdout() -> None:
    """The reader has gone (`| head`): nothing more is written, and Python's last flush stays quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def no_such_path(path: str) -> NoReturn:
    """Refuse a path that does not exist; it may be a command with a typo."""
    from dbarch_lint.errors import UsageError

    command = nearest(path, COMMANDS) if os.sep not in path else None
    hint = f"did you mean `dbarch-lint {command}`?" if command else "check the spelling, and the folder you are in"
    raise UsageError(f"{path or repr(path)}: there is no such file or folder; {hint}")

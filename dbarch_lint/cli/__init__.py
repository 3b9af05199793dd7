"""The command line: which commands there are, and what becomes of an error.

Each command lives in a module of its own that is imported when the command runs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

import click

from dbarch_lint import __version__
from dbarch_lint.errors import DbarchLintError, nearest

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

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


class Commands(click.Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"dbarch_lint.cli.{COMMANDS[cmd_name][0]}"), cmd_name.replace("-", "_"))
        return command if isinstance(command, click.Command) else None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands, and the options of `check`, which need no command before them."""
        found = super().shell_complete(ctx, incomplete)
        check = self.get_command(ctx, "check") if incomplete.startswith("-") else None
        return found + (check.shell_complete(click.Context(check), incomplete) if check is not None else [])

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """The list in --help, without importing the commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, sentence) for name, (_, sentence) in COMMANDS.items()])


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`dbarch-lint migrations/` is short for `dbarch-lint check migrations/`. "
    "`dbarch-lint COMMAND --help` says more about each.",
)
@click.version_option(__version__, message="dbarch-lint %(version)s")
def commands() -> None:
    """Read SQL migrations and say what they will do to a live database."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return the exit code: 0 nothing found, 1 findings, 2 it could not do what was asked."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what a terminal cannot show is spelled out, not an error
            stream.reconfigure(errors="backslashreplace")
    try:
        code = commands.main(_with_command(arguments), prog_name="dbarch-lint", standalone_mode=False)
    except click.ClickException as error:
        return complain(_usage(error, arguments))
    except DbarchLintError as error:
        return complain(str(error))
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        silence_stdout()
        return 0
    except Exception as error:  # noqa: BLE001 - a traceback helps nobody who lints; the place of the fault does
        return complain(_fault(error))
    return code if isinstance(code, int) else 0


def _with_command(arguments: Sequence[str]) -> list[str]:
    """`migrations/` and `--select LK` mean `check migrations/` and `check --select LK`."""
    first = arguments[0] if arguments else ""
    return list(arguments) if first in {*COMMANDS, "--help", "-h", "--version"} else ["check", *arguments]


def _usage(error: click.ClickException, arguments: Sequence[str]) -> str:
    command = next((word for word in arguments[:1] if word in COMMANDS), "check")
    return f"{error.format_message().rstrip()} (see dbarch-lint {command} --help)"


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

    click.echo(f"dbarch-lint: error: {visible(message)}", err=True)
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

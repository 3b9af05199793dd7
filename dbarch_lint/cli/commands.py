"""The commands as click sees them: for help, for completion, and for every command line that is not plain."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from typing import Any

import click
from click.shell_completion import CompletionItem

from dbarch_lint import __version__
from dbarch_lint.cli import COMMANDS, declaration
from dbarch_lint.cli.declared import FOLDER, NATURAL, PATH, TEXT, Choice, Command, Kind, Parameter
from dbarch_lint.errors import UsageError


class Commands(click.Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        return made(cmd_name, declaration(cmd_name)) if cmd_name in COMMANDS else None

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


def invoke(words: Sequence[str]) -> object:
    """Run a command line, its command first, and return what the command does. Raises DbarchLintError."""
    try:
        return commands.main(list(words), prog_name="dbarch-lint", standalone_mode=False)
    except click.ClickException as error:
        named = words[0] if words[0] in COMMANDS else "check"
        raise UsageError(f"{error.format_message().rstrip()} (see dbarch-lint {named} --help)") from None
    except click.Abort:
        raise KeyboardInterrupt from None


def made(name: str, command: Command) -> click.Command:
    """A declared command for click."""
    function = command.function
    for parameter in reversed(command.parameters):
        decorate = click.option if parameter.is_option else click.argument
        function = decorate(*parameter.names, **_said(parameter))(function)
    text = inspect.getdoc(command.function) or ""
    as_it_stands = text.replace("\\b\n", "\b\n")  # click's mark of a paragraph whose lines are not run together
    return click.command(name=name, help=as_it_stands, short_help=COMMANDS[name][1])(function)


def _said(parameter: Parameter) -> dict[str, Any]:
    kind = parameter.kind
    return parameter.said if kind is TEXT else {**parameter.said, "type": _type(kind)}


def _type(kind: Kind) -> click.ParamType:  # type: ignore[type-arg] # generic in newer versions of click only
    if isinstance(kind, Choice):
        return click.Choice(kind.words)
    if kind is NATURAL:
        return click.IntRange(0)
    return click.Path(exists=kind is FOLDER, file_okay=kind is not FOLDER) if kind in (PATH, FOLDER) else Own(kind)


class Own(click.ParamType):  # type: ignore[type-arg]
    """A kind of our own."""

    def __init__(self, kind: Kind) -> None:
        self.name = kind.name
        self.kind = kind

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return self.kind.read(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)

    def shell_complete(self, ctx: object, param: object, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        return [CompletionItem(word) for word in self.kind.complete(incomplete)]

"""`config` and `completion`: what is set, and what the shell can complete."""

from __future__ import annotations

import os
from typing import Any

import msgspec

from dbarch_lint.cli import COMPLETE, base
from dbarch_lint.cli.declared import PATH, Choice, argument, command, option
from dbarch_lint.errors import UsageError

SHELLS = ("bash", "zsh", "fish")


@command(
    argument("paths", nargs=-1, kind=PATH, metavar="[PATH]..."),
    option("--show", is_flag=True, help="Print them (there is nothing else to do yet)."),
    option("--output-format", kind=Choice(("text", "json")), default="text", help="A table, or JSON."),
    *base.READING,
    base.COLOR,
)
def config(paths: tuple[str, ...], show: bool, output_format: str, color: bool | None, **given: Any) -> None:  # noqa: ARG001
    """Print the settings in force for PATH, and where each comes from."""
    chosen = base.settings(paths, **given)
    rows = [(key, value, origin) for key, (value, origin) in _in_force(chosen).items()]
    if output_format == "json":
        from dbarch_lint.reporters.json import dumps

        settings = {key: {"value": value, "origin": origin} for key, value, origin in rows}
        base.emit(dumps({"version": 1, "root": os.fspath(chosen.root), "settings": settings}))
        return
    from dbarch_lint.cli.table import table

    shown = [(key, _words(value), origin) for key, value, origin in rows]
    base.emit(table(("key", "value", "from"), shown, color=base.wants_color(color)))


def _in_force(chosen: base.Settings) -> dict[str, tuple[object, str]]:
    """Every key with its value, and the place that gave it."""
    from dbarch_lint.config import KEYS, origins

    places = origins(chosen.loaded.file)
    found: dict[str, tuple[object, str]] = {}
    for key in KEYS:
        value = getattr(chosen.config, key.replace("-", "_"))
        implied = key == "baseline" and value is not None  # found where it usually lies
        origin = (
            "command line" if key in chosen.given else places.get(key, "found in the root" if implied else "default")
        )
        found[key] = msgspec.to_builtins(value), origin
    return found


def _words(value: object) -> str:
    return "-" if value in (None, [], {}) else value if isinstance(value, str) else msgspec.json.encode(value).decode()


@command(
    argument("shell", kind=Choice(SHELLS), required=False),
)
def completion(shell: str | None) -> None:
    r"""Print the script that completes commands, options and rules in SHELL (default: the one that runs).

    \b
    bash:  dbarch-lint completion bash > ~/.local/share/bash-completion/completions/dbarch-lint
    zsh:   dbarch-lint completion zsh > ~/.zfunc/_dbarch-lint     (with ~/.zfunc in fpath)
    fish:  dbarch-lint completion fish > ~/.config/fish/completions/dbarch-lint.fish
    """
    from click.shell_completion import get_completion_class

    from dbarch_lint.cli.commands import commands

    running = os.path.basename(os.environ.get("SHELL", ""))  # noqa: PTH119 - a name, maybe of nothing
    name = shell or running
    made = get_completion_class(name)
    if made is None or name not in SHELLS:
        raise UsageError(f"say for which shell: {', '.join(SHELLS)}")
    # what the script calls asks nothing of the shell, such as its version, that this machine may not have
    complete = made(commands, {}, "dbarch-lint", COMPLETE)
    base.emit(complete.source_template % complete.source_vars() + "\n")

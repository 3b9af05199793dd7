"""`dbarch-lint check`: lint, report, and the exit code."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import msgspec

from dbarch_lint.cli import FAILED, base
from dbarch_lint.cli.declared import PATH, WORDS, Choice, Copy, argument, command, option
from dbarch_lint.config import located
from dbarch_lint.errors import ConfigError, UsageError
from dbarch_lint.findings import Report, Severity
from dbarch_lint.reporters import FORMATS, WITH_CHANGES, reporter

if TYPE_CHECKING:
    from dbarch_lint.projects import Wanted

FAIL_ON = ("error", "warning", "info", "never")
REMARKS = 5  # warnings about files that are shown unasked
PROFILES = ("default", "strict", "audit")


@command(
    argument("paths", nargs=-1, kind=PATH, metavar="[PATH]..."),
    option("--since", metavar="REF", help="Judge only what this git branch or commit lacks, such as origin/main."),
    option("--pending-from", metavar="MIGRATION", help="Judge only this migration and those after it."),
    option(
        "--select",
        kind=WORDS,
        multiple=True,
        metavar="RULES",
        help="Run only these rules, such as LK101,locking or ALL.",
    ),
    option("--extend-select", kind=WORDS, multiple=True, metavar="RULES", help="Run these rules too."),
    option("--ignore", kind=WORDS, multiple=True, metavar="RULES", help="Never run these rules."),
    option("--profile", kind=Choice(PROFILES), help="How much to hear (default)."),
    option("--baseline", kind=PATH, metavar="FILE", help="The findings that are accepted (dbarch-lint baseline)."),
    option(
        "--facts",
        kind=PATH,
        metavar="FILE",
        help="The sizes of the tables in production (dbarch-lint facts --query).",
    ),
    *base.READING,
    option("--output-format", kind=Choice(FORMATS), help="How findings are printed (text)."),
    option("-o", "--output-file", kind=PATH, metavar="FILE", help="Write the findings to this file."),
    option(
        "--report",
        "reports",
        kind=Copy(FORMATS),
        multiple=True,
        metavar="FORMAT=FILE",
        help="Write them to a file in another format, too, such as sarif=dbarch.sarif; may be given several times.",
    ),
    option("--fail-on", kind=Choice(FAIL_ON), help="The least severity that makes the exit code 1 (warning)."),
    option("--statistics", is_flag=True, default=None, help="Also print how often each rule spoke."),
    option("--show-suppressed", is_flag=True, default=None, help="Also print suppressed findings, marked as such."),
    option(
        "--compat/--no-compat",
        default=None,
        help="Honour the suppression comments of other tools, such as `-- squawk-ignore`.",
    ),
    option("--stdin-filename", metavar="NAME", help="Judge standard input as this file among its neighbours."),
    option("--fix", "fixes", is_flag=True, help="Put the safe fixes into the files, then report what is left."),
    option("--diff", is_flag=True, help="Show what --fix would change, and change nothing."),
    option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: the fixes, too, that want reading first."),
    base.COLOR,
    option("-q", "--quiet", is_flag=True, help="Print findings and nothing else."),
    option(
        "-v",
        "--verbose",
        is_flag=True,
        help="Print more: why rules are silent, confidence, long statements whole, what was read.",
    ),
)
def check(  # noqa: PLR0913, PLR0917 - click gives each option by name
    paths: tuple[str, ...],
    since: str | None,
    pending_from: str | None,
    config_file: str | None,
    isolated: bool,
    output_file: str | None,
    reports: tuple[tuple[str, str], ...],
    stdin_filename: str | None,
    fixes: bool,
    diff: bool,
    unsafe_fixes: bool,
    color: bool | None,
    quiet: bool,
    verbose: bool,
    **given: Any,
) -> int:
    """Find what is dangerous or badly designed in migrations.

    A folder: all migrations in it are judged.  A file: the migrations before it are replayed as history, and only the
    file is judged.  No PATH: the configured ones, else those that are found here.

    Exit code 0: no finding as severe as --fail-on (warning) or more.  1: such findings.  2: it could not do what was
    asked; standard error says why.
    """
    for key in ("select", "extend_select", "ignore"):
        given[key] = base.flat(given[key])
    stdin = _stdin(paths, stdin_filename)
    shown = [path for path in paths if path != "-"] if stdin is None else [stdin[0]]
    chosen = base.settings(shown, config_file=config_file, isolated=isolated, must_exist=stdin is None, **given)
    began = time.perf_counter()
    outputs = [(chosen.config.output_format, output_file), *reports]
    changes = not WITH_CHANGES.isdisjoint(form for form, _ in outputs)
    wanted = _wanted(since, pending_from, reasons=verbose, changes=changes)
    if fixes or diff or unsafe_fixes:
        from dbarch_lint.cli import fixing

        fixing.demand(fix=fixes and not diff, diff=diff, stdin=stdin is not None)
        if not diff:
            fixing.demand_new(narrowed=bool(since or pending_from), paths=chosen.paths)
        each = msgspec.structs.replace(wanted, unfolded=True, reasons=False, changes=False)
        every = partial(_judged, chosen, each, stdin, quiet=quiet)
        found = fixing.fixed(every, unsafe=unsafe_fixes)
        if diff:
            return fixing.diff(found, color=base.wants_color(color), quiet=quiet)
        fixing.write(found, root=chosen.root, quiet=quiet)
    report = _judged(chosen, wanted, stdin, quiet=quiet)
    for form, file in outputs:
        text = reporter(form)(
            report,
            color=not file and base.wants_color(color),
            show_suppressed=chosen.config.show_suppressed,
            verbose=verbose,
            statistics=chosen.config.statistics,
            summary=not quiet,
            start=_here(chosen.root),
        )
        base.emit(text, file)
    if not quiet:
        _warn(report.remarks, whole=verbose)
    for remark in report.unread:
        base.say(f"dbarch-lint: error: {remark}")
    if verbose:
        for line in _what_was_read(chosen, report, time.perf_counter() - began):
            base.say(line)
    return FAILED if report.unread else int(fails(report, chosen.config.fail_on))


def _stdin(paths: Sequence[str], name: str | None) -> tuple[str, str] | None:
    """The name and the text of standard input, when that is to be judged."""
    if name is None:
        if "-" in paths:
            raise UsageError("standard input needs a name: add --stdin-filename migrations/0042_example.sql")
        return None
    if any(path not in {"-", name} for path in paths):
        raise UsageError("--stdin-filename judges standard input alone; leave out the other paths")
    from dbarch_lint.source import Source

    return name, Source.from_bytes(name, sys.stdin.buffer.read()).text


def _wanted(since: str | None, pending_from: str | None, *, reasons: bool, changes: bool) -> Wanted:
    """What is to be judged. An empty name names nothing."""
    for asked, value in (("--since", since), ("--pending-from", pending_from)):
        if value is not None and not value.strip():
            raise UsageError(f"{asked} needs a name, such as {'origin/main' if asked == '--since' else '0042'}")
    from dbarch_lint.projects import Wanted

    return Wanted(since or "", pending_from or "", reasons, changes=changes)


def _judged(
    chosen: base.Settings,
    wanted: Wanted,
    stdin: tuple[str, str] | None,
    texts: Mapping[str, str] = MappingProxyType({}),
    *,
    quiet: bool,
) -> Report:
    """Run the linter on what was asked for; `texts` stand for files."""
    from dbarch_lint import lint

    try:
        with _progress(quiet=quiet) as progress:
            return lint.check(
                chosen.paths,
                chosen.config,
                root=chosen.root,
                stdin=stdin,
                texts=texts,
                progress=progress,
                wanted=wanted,
            )
    except ConfigError as error:
        raise located(error, chosen.loaded.file) from None
    except UsageError as error:
        raise chosen.blamed(error) from None


def _progress(*, quiet: bool) -> AbstractContextManager[Callable[[int, int], None] | None]:
    """A progress bar on a terminal, nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        from contextlib import nullcontext

        return nullcontext()
    from dbarch_lint.cli.progress import Bar

    return Bar(sys.stderr)


def fails(report: Report, fail_on: str) -> bool:
    """Whether a finding that is not suppressed is at least as severe as `fail_on`."""
    if fail_on == "never":
        return False
    least = Severity[fail_on.upper()]
    return any(finding.suppressed is None and finding.severity >= least for finding in report.findings)


def _here(root: Path) -> str:
    """The current folder as seen from the root; empty when it is the root, or not below it."""
    here = Path(os.path.realpath("."))
    return here.relative_to(root).as_posix() if here != root and here.is_relative_to(root) else ""


def _warn(remarks: Sequence[str], *, whole: bool) -> None:
    """What is odd about files and folders; of very many remarks the first few."""
    shown = remarks if whole else remarks[:REMARKS]
    for remark in shown:
        base.say(f"dbarch-lint: warning: {remark}")
    if len(shown) < len(remarks):
        base.say(f"dbarch-lint: warning: and {len(remarks) - len(shown)} more of this kind; -v shows them all")


def _what_was_read(chosen: base.Settings, report: Report, seconds: float) -> tuple[str, ...]:
    file, config = chosen.loaded.file, chosen.config
    more = {"baseline": config.baseline, "facts": config.facts, "released": config.released}
    return (
        f"configuration: {file or 'none'}",
        *(f"{key}: {value}" for key, value in more.items() if value),
        f"paths: {', '.join(chosen.paths)} (shown from {Path(chosen.root)})",
        f"engine: {report.engine} {report.engine_version}",
        *(f"beside the migrations: {remark}" for remark in report.beside),
        f"{report.summary.files} files, {report.summary.statements} statements in {seconds:.2f} s",
    )

"""`check --fix` and `check --diff`: put fixes into the files, or show what that would change."""

from __future__ import annotations

import difflib
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from dbarch_lint.cli import base
from dbarch_lint.errors import UsageError
from dbarch_lint.reporters.display import visible

if TYPE_CHECKING:
    from dbarch_lint.findings import Report
    from dbarch_lint.fix import Fixed
    from dbarch_lint.source import Source

BOM = b"\xef\xbb\xbf"
REMOVED, ADDED, PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[0m"


def demand(*, fix: bool, diff: bool, stdin: bool) -> None:
    """Refuse options that ask for nothing, or for what cannot be. Raises UsageError."""
    if not (fix or diff):
        raise UsageError("--unsafe-fixes says which fixes are meant; add --diff to see them, or --fix to apply them")
    if stdin and fix:
        raise UsageError("--fix changes files, and standard input is none; add --diff to see the changes")


def demand_new(*, narrowed: bool, paths: list[str]) -> None:
    """Refuse to edit a whole history: a migration that has run anywhere must stay as it was. Raises UsageError."""
    folder = next((path for path in paths if not Path(path).is_file()), None)
    if folder is not None and not narrowed:
        raise UsageError(
            f"--fix would edit all migrations of {folder}, and those that have run must stay as they are; "
            "name the new files, or add --since origin/main or --pending-from 0042 (--diff shows the changes of all)"
        )


def fixed(check: Callable[..., Report], *, unsafe: bool) -> Fixed:
    """The texts as they are when everything is fixed."""
    from dbarch_lint import fix

    def found(texts: Mapping[str, str]) -> fix.Found:
        report = check(texts=texts)
        return report.findings, report.judged

    return fix.fixed(found, unsafe=unsafe)


def write(found: Fixed, *, root: Path, quiet: bool) -> None:
    """Put the texts into the files. Raises UsageError for a file that cannot be written."""
    for path, text in list(found.texts.items()):
        if not _write(found.before[path], text, root):
            del found.texts[path]
            base.say(f"dbarch-lint: warning: {path} is a link, or was changed meanwhile; it stays as it is")
    if not quiet:
        _tell(found, "fixed")


def diff(found: Fixed, *, color: bool, quiet: bool) -> int:
    """Print what fixing would change; the exit code: 1 when it would change anything."""
    base.emit("".join(line for path in sorted(found.texts) for line in _changes(found, path, color=color)))
    if not quiet:
        _tell(found, "would be fixed")
    return int(bool(found.texts))


def _tell(found: Fixed, done: str) -> None:
    """How many findings, by rule, and in how many files."""
    for path in found.spoilt:
        base.say(f"dbarch-lint: warning: {path} stays as it is: its fixes would not parse; please report this")
    counts: Counter[str] = Counter()
    for (path, code), count in found.counts.items():
        counts[code] += count if path in found.texts else 0
    many, files = counts.total(), len(found.texts)
    rules = ", ".join(f"{code} {count}" for code, count in sorted(counts.items()) if count)
    what = f"{many} finding{'s' * (many != 1)} in {files} file{'s' * (files != 1)}: {rules}" if many else "nothing"
    base.say(f"dbarch-lint: {done}: {what}")


def _changes(found: Fixed, path: str, *, color: bool) -> Iterator[str]:
    """A unified diff of one file."""
    before, after = (text.splitlines(keepends=True) for text in (found.before[path].text, found.texts[path]))
    for line in difflib.unified_diff(before, after, path, path):
        paint = {"-": REMOVED, "+": ADDED}.get(line[0]) if color else None
        text = visible(line.rstrip("\r\n"))
        yield f"{paint}{text}{PLAIN}\n" if paint else f"{text}\n"
        if not line.endswith("\n"):
            yield "\\ No newline at end of file\n"


def _write(before: Source, text: str, root: Path) -> bool:
    """Write a file whole or not at all; False when it is not what was read, or lies behind a link."""
    file = Path(os.path.realpath(root)) / before.path
    mark = BOM if before.bom else b""
    try:
        if os.path.realpath(file) != os.fspath(file) or file.read_bytes() != mark + before.data:
            return False
        with tempfile.NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as new:
            new.write(mark + text.encode())
        try:
            Path(new.name).chmod(file.stat().st_mode)
            Path(new.name).replace(file)
        except OSError:
            Path(new.name).unlink()
            raise
    except OSError as error:
        raise UsageError(f"{before.path} cannot be written: {error.strerror or error}") from None
    return True

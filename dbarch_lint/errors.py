"""What goes wrong before any finding can be made: each error is one sentence with the way out, and exit code 2."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class DbarchLintError(Exception):
    """The tool could not do what was asked. The text is for the user: what, where, and the way out."""


class UsageError(DbarchLintError):
    """The command line asks for something that is not there or not possible.

    `key` is the setting that says so, where the configuration may have said it instead.
    """

    def __init__(self, message: str, *, key: str = "") -> None:
        self.key = key
        super().__init__(message)


class ConfigError(DbarchLintError):
    """The configuration cannot be used. Says the file, the line, the key and, if any, the nearest valid name.

    Who checks a value but does not know where it was written gives the `path` of its key instead, such as
    ("rules", "float-money", "severity"), with numbers for items of lists; the place is then looked up
    (`config.located`).
    """

    def __init__(
        self, message: str, *, file: str = "", line: int = 0, column: int = 0, path: Sequence[str | int] = ()
    ) -> None:
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.path = tuple(path)
        place = ":".join([file, *(str(n) for n in (line, column) if n)]) if file else ""
        super().__init__(f"{place}: {message}" if place else message)


def nearest(word: str, valid: Iterable[str]) -> str | None:
    """The valid name that looks most like `word`, or None when nothing comes close."""
    from difflib import get_close_matches

    by_folded = {name.casefold(): name for name in valid}
    found = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def did_you_mean(word: str, valid: Iterable[str]) -> str:
    """The end of an error message: "; did you mean x?", or nothing."""
    best = nearest(word, valid)
    return f"; did you mean {best}?" if best else ""

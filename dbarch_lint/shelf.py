"""What was read from the pages of a rule pack, kept as Python keeps its compiled modules.

Reading some hundred pages takes longer than linting a small file. So what they say is written into `__pycache__`
beside them, and believed as long as every file of the pack has the size and the time of change that it had then.
Where nothing can or may be written, the pages are read each time.
"""

# No `from __future__ import annotations`: msgspec would compile each annotation of the structs that it reads.
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import msgspec

from dbarch_lint import __version__, pages
from dbarch_lint.pages import Rule

# The folders of a pack ("" is the pack itself), and in each the files that make rules: when changed (ns), how large.
Listing: TypeAlias = "dict[str, dict[str, tuple[int, int]]]"


class _Shelf(msgspec.Struct, frozen=True, array_like=True):
    """`maker` is who read the pages, and where: another version may read them otherwise."""

    maker: str
    listing: dict[str, dict[str, tuple[int, int]]]
    rules: list[Rule]


def take(folder: Path, listing: Listing) -> list[Rule] | None:
    """The rules of a pack as they were read last time; None when they must be read again."""
    try:
        found = msgspec.json.decode(_file(folder).read_bytes(), type=_Shelf)
    except (OSError, NotImplementedError, msgspec.DecodeError):
        return None
    return found.rules if found.listing == listing and found.maker == _maker(folder) else None


def put(folder: Path, listing: Listing, rules: Sequence[Rule]) -> None:
    """Keep the rules of a pack for the next run, where Python may keep what it compiles."""
    if sys.dont_write_bytecode:
        return
    try:
        file = _file(folder)
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(f".{os.getpid()}")  # so that nobody ever reads a half
        unfinished.write_bytes(msgspec.json.encode(_Shelf(_maker(folder), listing, list(rules))))
        unfinished.replace(file)
    except (OSError, NotImplementedError, UnicodeEncodeError):  # a folder's name need not be text
        return


def _file(folder: Path) -> Path:
    """Where Python would put what it compiles of a file in the pack: it may have been told another place."""
    from importlib.util import cache_from_source

    return Path(cache_from_source(str(folder / "pack.py"))).with_suffix(".json")


def _maker(folder: Path) -> str:
    own = Path(pages.__file__).stat()
    return f"{__version__} {own.st_mtime_ns} {own.st_size} {folder}"

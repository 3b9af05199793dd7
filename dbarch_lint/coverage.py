"""What is known to go wrong, which rules say so, and what other tools call it: `coverage/*.yaml` of a rule pack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from dbarch_lint.packs import COVERAGE, core_pack
from dbarch_lint.pages import convert, read

MARK = "<!-- tools/coverage.py writes this page -->"


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A hazard in a sentence: the codes of the rules that report it, or else a decision that says why none does.

    `peers` are the rules of other tools, by tool, in the tool's own spelling.
    """

    id: str
    hazard: str
    rules: tuple[str, ...] = ()
    decision: str = ""
    peers: dict[str, tuple[str, ...]] = {}


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    entries: tuple[Entry, ...]


def load(folder: Path | None = None) -> dict[str, tuple[Entry, ...]]:
    """The entries of a pack (of the core one) by the titles of their files. Raises PackError."""
    files = sorted(((folder or core_pack()) / COVERAGE).glob("*.yaml"))
    found = (convert(read(file, "cannot read the coverage"), _File, file, first_line=1) for file in files)
    return {file.title: file.entries for file in found}


def entries() -> list[Entry]:
    """All entries of the core pack. Raises PackError."""
    return [entry for part in load().values() for entry in part]


def tools(known: Iterable[Entry]) -> list[str]:
    """The other tools that are named, in order."""
    return sorted({tool for entry in known for tool in entry.peers})


def like(tool: str, known: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    """The rules of another tool, in order, each with what it is about; a rule about several things comes again."""
    found = [(rule, entry) for entry in known for rule in entry.peers.get(tool, ())]
    yield from sorted(found, key=lambda pair: pair[0])


def markdown(parts: dict[str, tuple[Entry, ...]]) -> str:
    """All entries as a page of tables."""
    lines = [MARK, "# What is covered", "", "What goes wrong, the rules that say so, and what other tools call it."]
    for title, found in parts.items():
        lines += [
            "",
            f"## {title}",
            "",
            "| | what | rules, or why there is none | elsewhere |",
            "| --- | --- | --- | --- |",
        ]
        lines += [_row(entry) for entry in found]
    return "\n".join(lines) + "\n"


def _row(entry: Entry) -> str:
    elsewhere = "; ".join(f"{tool}: {_code(names)}" for tool, names in entry.peers.items())
    said = ", ".join(filter(None, (", ".join(entry.rules), entry.decision)))
    return " | ".join(
        ("", entry.id, *(part.replace("|", r"\|") for part in (entry.hazard, said, elsewhere)), "")
    ).strip()


def _code(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)

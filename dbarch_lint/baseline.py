"""The baseline: findings that a project has accepted, so that only new ones are told.

An entry is known by its fingerprint (rule, objects, words of the statement): it outlives moved lines, another layout
and a renamed file.  Each entry accepts one finding: the same mistake made once more is told.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from dbarch_lint.errors import ConfigError, UsageError
from dbarch_lint.findings import Finding

MAX_BYTES = 64 << 20
ACCEPTED = "accepted in the baseline"
WAY_OUT = "`dbarch-lint baseline` writes one"


class Entry(msgspec.Struct, frozen=True, order=True):
    """One accepted finding. Path and name are for people, and prefer one of two alike."""

    path: str
    code: str
    fingerprint: str
    name: str = ""


class Baseline(msgspec.Struct, frozen=True, kw_only=True):
    """The file."""

    version: Literal[1] = 1
    findings: list[Entry]


def read(file: Path) -> Baseline:
    """The baseline in a file. Raises ConfigError and UsageError."""
    try:
        if not file.is_file():
            raise UsageError(f"there is no baseline {file}; {WAY_OUT}", key="baseline")
        if file.stat().st_size > MAX_BYTES:
            raise ConfigError("this file is larger than 64 MB: too large for a baseline", file=str(file))
        return msgspec.json.decode(file.read_bytes(), type=Baseline)
    except OSError as error:
        raise ConfigError(f"this baseline cannot be read: {error.strerror}", file=str(file)) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"this is no baseline: {' '.join(str(error).split())}; {WAY_OUT}", file=str(file)) from None


def write(file: Path, entries: Iterable[Entry]) -> None:
    """Write a baseline, an entry a line, so that a difference can be read. Raises UsageError.

    A link is not followed: a checkout may bring one that leads anywhere.
    """
    if file.is_symlink():
        raise UsageError(f"{file} is a link, and is not written through; remove it, or name another file with -o")
    lines = ",\n".join(f"    {msgspec.json.encode(entry).decode()}" for entry in sorted(entries))
    text = f'{{\n  "version": 1,\n  "findings": [\n{lines}\n  ]\n}}\n' if lines else '{"version": 1, "findings": []}\n'
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}; name another file with -o") from None


def entry(finding: Finding) -> Entry:
    """The entry that accepts a finding."""
    path = finding.span.source.path.encode("utf-8", "replace").decode()
    return Entry(path=path, code=finding.code, fingerprint=finding.fingerprint, name=finding.name)


def applied(findings: Sequence[Finding], baseline: Baseline) -> tuple[list[Finding], list[Entry]]:
    """The findings, the accepted ones marked; and the entries that accept none of them."""
    left: dict[str, list[Entry]] = {}
    for known in baseline.findings:
        left.setdefault(known.fingerprint, []).append(known)
    open_ = {n: entry(finding) for n, finding in enumerate(findings) if finding.suppressed is None}
    accepted: set[int] = set()
    for same_file in (True, False):
        for number, own in open_.items():
            entries = left.get(own.fingerprint, []) if number not in accepted else []
            found = next((e for e in entries if not same_file or e.path == own.path), None)
            if found is not None:
                entries.remove(found)
                accepted.add(number)
    marked = [
        msgspec.structs.replace(f, suppressed=ACCEPTED, outside=True) if number in accepted else f
        for number, f in enumerate(findings)
    ]
    return marked, [known for entries in left.values() for known in entries]


def stale(unused: Iterable[Entry], judged: Collection[str], codes: Collection[str], root: Path) -> list[Entry]:
    """Of the entries that accept nothing, those whose file was judged by their rule, or is gone."""
    return [e for e in unused if (e.path in judged and e.code in codes) or not os.path.lexists(root / e.path)]

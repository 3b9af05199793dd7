"""`baseline`, and `rules --unused`: for projects that begin to use the linter with migrations they have."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from dbarch_lint.cli import base
from dbarch_lint.cli.declared import PATH, argument, command, option
from dbarch_lint.config import located
from dbarch_lint.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from dbarch_lint.config import Config
    from dbarch_lint.findings import Finding, Report


@command(
    argument("paths", nargs=-1, kind=PATH, metavar="[PATH]..."),
    option("--prune", is_flag=True, help="Only take out the entries of findings that are gone."),
    option("-o", "--output-file", kind=PATH, metavar="FILE", help=f"Write this file instead of {base.BASELINE}."),
    *base.READING,
)
def baseline(paths: tuple[str, ...], prune: bool, output_file: str | None, **given: Any) -> None:
    """Accept what is found today, so that only new findings are told.

    Writes the findings into .dbarch-lint-baseline.json in the root of the project, where `check` looks for it; commit
    that file.  Findings that are suppressed by comments need no entry.
    """
    from dbarch_lint import baseline as store

    chosen = base.settings(paths, **given)
    file = Path(output_file or chosen.config.baseline or chosen.root / base.BASELINE)
    report = _unaccepted(chosen)
    old = store.read(file).findings if prune or file.is_file() else []
    if prune:
        _, unused = store.applied(report.findings, store.Baseline(findings=old))
        gone = store.stale(unused, report.judged, report.codes, chosen.root)
        store.write(file, [entry for entry in old if entry not in gone])
        base.say(f"{os.path.relpath(file)}: {len(gone)} of {len(old)} entries taken out")
        return
    elsewhere = [e for e in old if e.path not in report.judged and os.path.lexists(chosen.root / e.path)]
    entries = [store.entry(f) for f in report.findings if f.suppressed is None]
    store.write(file, [*elsewhere, *entries])
    files = len({entry.path for entry in entries})
    base.say(f"{os.path.relpath(file)}: {len(entries)} findings in {files} files accepted; commit this file")


def _unaccepted(chosen: base.Settings) -> Report:
    """Every finding there is, whatever was accepted before."""
    return _checked(chosen, msgspec.structs.replace(chosen.config, baseline=None))


def _checked(chosen: base.Settings, config: Config) -> Report:
    from dbarch_lint import lint
    from dbarch_lint.projects import Wanted

    try:
        return lint.check(chosen.paths, config, root=chosen.root, wanted=Wanted(unfolded=True))
    except ConfigError as error:
        raise located(error, chosen.loaded.file) from None
    except UsageError as error:
        raise chosen.blamed(error) from None


def unused_text(chosen: base.Settings) -> str:
    """Settings that suppress nothing in these migrations, and the rules that run and say nothing about them."""
    from dbarch_lint.config import origins

    bare = msgspec.structs.replace(chosen.config, baseline=None, ignore=[])
    report = _checked(chosen, bare)
    spoken = {finding.code for finding in report.findings}
    places = origins(chosen.loaded.file)
    settings = [
        (f"{key}: {word}", places.get(key, "command line")) for key, word in _idle(chosen, report.findings, spoken)
    ]
    from dbarch_lint.cli.manual import rules_of
    from dbarch_lint.cli.table import table

    rows = [(r.code, r.name) for r in rules_of(chosen) if r.code in report.codes - spoken]
    parts = [table(("suppresses nothing", "from"), settings)] if settings else []
    parts.append(table(("code", "runs, and finds nothing here"), rows) if rows else "every rule found something\n")
    return "\n".join(parts)


def _idle(chosen: base.Settings, findings: Sequence[Finding], spoken: Collection[str]) -> Iterator[tuple[str, str]]:
    """Words of `ignore` and `per-path-ignores` without which the report would be the same: key and word."""
    from dbarch_lint.cli.manual import rules_of
    from dbarch_lint.packs import matching
    from dbarch_lint.suppress import by_path

    known = rules_of(chosen)
    for word in chosen.config.ignore:
        if not any(rule.code in spoken for rule in matching(known, word)[1]):
            yield "ignore", word
    for glob, words in chosen.config.per_path_ignores.items():
        there = {f.code for f in findings if f.suppressed == by_path(glob)}
        for word in words:
            if not any(rule.code in there for rule in matching(known, word)[1]):
                yield "per-path-ignores", f"{glob}: {word}"

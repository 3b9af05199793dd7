"""`make bench`, or `python -m benchmarks [--corpus DIR]`: the figures that the project promises, beside squawk's.

Without `--corpus` a migration history is generated (always the same one). Figures are medians of several runs; CPU
seconds are the ones to trust on a machine that does other things too.
"""

from __future__ import annotations

import argparse
import compileall
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import dbarch_lint
from benchmarks import corpus, measure
from dbarch_lint.catalog import Catalog
from dbarch_lint.objects import Table
from dbarch_lint.packs import core_pack, load_rules, select

LINT = [sys.executable, "-m", "dbarch_lint"]
SMALL = """CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL, total numeric(12,2));
CREATE INDEX orders_customer_id_idx ON orders (customer_id);
ALTER TABLE orders ADD COLUMN note text NOT NULL DEFAULT '';
"""


class Figure(NamedTuple):
    """One line of the report: what was measured, and the most it may be (None: for information)."""

    what: str
    value: float
    unit: str
    bound: float | None = None

    def __str__(self) -> str:
        verdict = "" if self.bound is None else f"  at most {self.bound:g}  {'ok' if self.ok else 'TOO MUCH'}"
        return f"{self.what:<58} {self.value:>9.3f} {self.unit:<9}{verdict}"

    @property
    def ok(self) -> bool:
        return self.bound is None or self.value <= self.bound


def against_squawk(folder: Path, runs: int) -> Iterator[Figure]:
    """Both programs on the same files, in turn: with one line a finding (that is bounded), and by default."""
    files = sorted(str(f) for f in folder.rglob("*.sql"))
    check = [*LINT, "check", "--isolated"]
    lint = [[*check, "--output-format", "concise", str(folder)], [*check, str(folder)]]
    squawk = program("squawk")
    theirs = [[squawk, "--reporter", "gcc", *files], [squawk, *files]] if squawk else []
    ours, ours_by_default, *peers = map(measure.median, measure.alternate([*lint, *theirs], runs))
    size = sum(Path(f).stat().st_size for f in files) / 1e6
    yield Figure("files", len(files), "")
    yield Figure("text", size, "MB")
    yield Figure("dbarch-lint, whole history: CPU", ours.cpu, "s")
    yield Figure("dbarch-lint, whole history: wall", ours.wall, "s")
    yield Figure("dbarch-lint, whole history: peak memory", ours.peak, "MB", 200)
    yield Figure("dbarch-lint, default output: CPU", ours_by_default.cpu, "s")
    yield from exit_codes("dbarch-lint", ours)
    yield from exit_codes("dbarch-lint, default output,", ours_by_default)
    if not peers:
        return
    peer, peer_by_default = peers
    yield Figure("squawk, the same files: CPU", peer.cpu, "s")
    yield Figure("squawk, the same files: wall", peer.wall, "s")
    yield Figure("squawk, the same files: peak memory", peer.peak, "MB")
    yield Figure("squawk, default output: CPU", peer_by_default.cpu, "s")
    yield Figure("dbarch-lint to squawk, one line a finding: CPU", ours.cpu / peer.cpu, "times", 1.5)
    yield Figure("dbarch-lint to squawk, default output: CPU", ours_by_default.cpu / peer_by_default.cpu, "times")
    yield from exit_codes("squawk", peer)
    yield from exit_codes("squawk, default output,", peer_by_default)


def exit_codes(name: str, cost: measure.Cost) -> Iterator[Figure]:
    """A program that gave up is quick: 0 and 1 are the exit codes of a linter that did its work."""
    if cost.code not in {0, 1}:
        yield Figure(f"{name} did not do its work: exit code", cost.code, "", 1)


def start_up(folder: Path, runs: int) -> Iterator[Figure]:
    """What a person waits for when there is next to nothing to do."""
    file = folder / "1.sql"
    file.write_text(SMALL, encoding="utf-8")
    installed = program("dbarch-lint")
    version = [installed, "--version"] if installed else [*LINT, "--version"]
    commands = [[sys.executable, "-c", "pass"], version, [*LINT, "check", "--isolated", str(file)]]
    measured = measure.alternate(commands, 4 * runs)
    bare, start, small = map(measure.median, measured)
    yield Figure("python -c pass: CPU", bare.cpu * 1000, "ms")
    yield Figure("dbarch-lint --version: CPU", start.cpu * 1000, "ms")
    yield Figure("dbarch-lint --version to python -c pass", start.cpu / bare.cpu, "times", 4)
    yield Figure("one small file: CPU", small.cpu * 1000, "ms")
    yield Figure("one small file: CPU, the least of all runs", measure.least(measured[2]).cpu * 1000, "ms", 100)
    yield from exit_codes("dbarch-lint", small)


def design(folder: Path, runs: int) -> Iterator[Figure]:
    """What the rules on tables and on the whole schema add to a run over all migrations: the least of the runs each."""
    rules = select(load_rules())
    codes = ",".join(rule.code for rule in rules if {Table, Catalog} & set(rule.subjects))
    lint = [*LINT, "check", "--isolated", "--output-format", "concise", str(folder)]
    full, without = map(measure.least, measure.alternate([lint, [*lint, "--ignore", codes]], runs))
    yield Figure("design rules, added to a run without them: CPU", 100 * (full.cpu / without.cpu - 1), "%", 30)
    yield from exit_codes("dbarch-lint", full)


def program(name: str) -> str | None:
    """A program installed beside this Python, or on the path."""
    return shutil.which(name, path=sysconfig.get_path("scripts")) or shutil.which(name)


def compile_all() -> None:
    """Compile the program and its rules, as the first run does: some environments keep Python from doing it."""
    sys.dont_write_bytecode = False
    load_rules()
    for folder in (Path(dbarch_lint.__file__).parent, core_pack()):
        compileall.compile_dir(folder, quiet=1)


def profile(folder: Path, lines: int) -> None:
    """Say where the time goes, function by function."""
    import cProfile
    import pstats

    from dbarch_lint.__main__ import main as lint

    sys.argv = ["dbarch-lint", "check", "--isolated", "--fail-on", "never", "--output-format", "concise"]
    sys.argv += ["--output-file", str(folder.parent / "profiled.txt"), str(folder)]
    profiler = cProfile.Profile()
    try:
        profiler.runcall(lint)
    except SystemExit as end:
        print(f"exit code {end.code}")
    pstats.Stats(profiler).sort_stats("tottime").print_stats(lines)


def main() -> int:
    """Measure, print, and return 1 when a bound does not hold."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--corpus", type=Path, help="a folder of SQL migrations to use instead of the generated one")
    parser.add_argument("--files", type=int, default=3200, help="how many migrations to generate")
    parser.add_argument("--runs", type=int, default=5, help="how many runs the medians are of")
    parser.add_argument("--profile", type=int, metavar="LINES", help="only say where the time goes")
    arguments = parser.parse_args()
    compile_all()
    with tempfile.TemporaryDirectory() as scratch:
        history, small = Path(scratch, "migrations"), Path(scratch, "small")
        small.mkdir()
        history.mkdir()
        if arguments.corpus is None:
            corpus.generate(history, arguments.files)
        folder = arguments.corpus or history
        if arguments.profile:
            profile(folder, arguments.profile)
            return 0
        from benchmarks.steps import step_costs

        python = ".".join(map(str, sys.version_info[:3]))
        print(f"dbarch-lint {dbarch_lint.__version__} on Python {python}; medians of {arguments.runs} runs\n")
        figures: list[Figure] = []
        for part in (
            against_squawk(folder, arguments.runs),
            design(folder, arguments.runs),
            start_up(small, arguments.runs),
            step_costs(Figure),
        ):
            for figure in part:
                print(figure, flush=True)
                figures.append(figure)
    if program("squawk") is None:
        print("squawk is not installed, so nothing was compared: pip install squawk-cli")
    return int(not all(figure.ok for figure in figures))


if __name__ == "__main__":
    raise SystemExit(main())

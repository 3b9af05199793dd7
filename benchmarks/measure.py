"""Run a program and say what it cost: CPU seconds, wall seconds, peak memory."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Sequence
from typing import NamedTuple


class Cost(NamedTuple):
    """What one run of a program cost."""

    cpu: float  # seconds, user and system
    wall: float
    peak: float  # megabytes
    code: int


def run(command: Sequence[str]) -> Cost:
    """Run a program with its output thrown away."""
    quiet = os.open(os.devnull, os.O_RDWR)
    try:
        actions = [(os.POSIX_SPAWN_DUP2, quiet, number) for number in (0, 1, 2)]
        started = time.perf_counter()
        child = os.posix_spawnp(command[0], list(command), os.environ, file_actions=actions)
        _, status, used = os.wait4(child, 0)
        wall = time.perf_counter() - started
    finally:
        os.close(quiet)
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10  # macOS counts bytes, others kilobytes
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / unit, os.waitstatus_to_exitcode(status))


def median(runs: Sequence[Cost]) -> Cost:
    """The middle of several runs, figure by figure."""
    return Cost(
        statistics.median(r.cpu for r in runs),
        statistics.median(r.wall for r in runs),
        statistics.median(r.peak for r in runs),
        runs[-1].code,
    )


def least(runs: Sequence[Cost]) -> Cost:
    """The cheapest of several runs: what a quiet machine would say."""
    return min(runs, key=lambda r: r.cpu)


def alternate(commands: Sequence[Sequence[str]], times: int) -> list[list[Cost]]:
    """The runs of several programs, in turn so that a busy moment hits all of them, after a round to warm up."""
    rounds = [[run(command) for command in commands] for _ in range(times + 1)]
    return [[r[i] for r in rounds[1:]] for i in range(len(commands))]

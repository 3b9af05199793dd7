"""Ask servers about all cases, and write what they did.

python -m tests.live.record             measure tests/live/truth.json anew, on every server that there is
python -m tests.live.record SEED COUNT  compare COUNT random schemas, 40 random statements each, and print differences
"""

# ruff: noqa: T201 (it is run by hand)
from __future__ import annotations

import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import msgspec

from tests import truth
from tests.live import generate, servers
from tests.live.cases import cases
from tests.live.measure import Live
from tests.server import started
from tests.truth import Case, Measured, Result

TRUTH = Path(__file__).parent / "truth.json"
STATEMENTS = 40  # about each random schema


def ask(version: int, binaries: Path, data: Measured, *, alone: bool = True) -> tuple[int, str, dict[str, Result]]:
    """What one server does in every case. A case whose setup it does not run is left out."""
    by_setup: dict[tuple[int, ...], list[Case]] = defaultdict(list)
    for case in data.cases:
        by_setup[tuple(case.setup)].append(case)
    found: dict[str, Result] = {}
    with started(binaries) as place, Live(place, alone=alone) as live:
        for setup, group in by_setup.items():
            with live.database([data.setups[i] for i in setup]) as database:
                if database is not None:
                    found |= {case.id: live.result(database, case.session, case.sql) for case in group}
        return version, live.release, found


def measured(data: Measured, binaries: dict[int, Path], *, alone: bool = True) -> Measured:
    """The cases with the results of all servers; equal results of neighbouring versions are written once."""
    with ProcessPoolExecutor(2) as pool:
        answers = list(pool.map(partial(ask, alone=alone), binaries, binaries.values(), [data] * len(binaries)))
    answers.sort()
    done = [
        msgspec.structs.replace(case, results=joined([found[case.id] for _, _, found in answers if case.id in found]))
        for case in data.cases
    ]
    return Measured(servers={str(v): release for v, release, _ in answers}, setups=data.setups, cases=done)


def joined(results: list[Result]) -> list[Result]:
    """Results of neighbouring versions that are the same, as one."""
    found: list[Result] = []
    for result in results:
        last = found[-1] if found else None
        if last is not None and last.versions[1] + 1 == result.versions[0]:
            versions = (last.versions[0], result.versions[1])
            longer = msgspec.structs.replace(last, versions=versions)
            if longer == msgspec.structs.replace(result, versions=versions):
                found[-1] = longer
                continue
        found.append(result)
    return found


def random_cases(seed: int, count: int, oldest: Path) -> Measured:
    """Random schemas, without what the oldest server does not run, with random statements."""
    setups, found = [], []
    with started(oldest) as place, Live(place) as live:
        for number in range(seed, seed + count):
            schema = generate.Schema(number)
            setups.append(";\n".join(live.accepted(schema.setup)) + ";")
            for n, sql in enumerate(generate.statements(schema, STATEMENTS)):
                found.append(Case(id=f"{number}.{n}", sql=sql, setup=[len(setups) - 1], results=[]))
    return Measured(servers={}, setups=setups, cases=found)


def main() -> None:
    """Write truth.json, or compare random statements."""
    binaries = servers.found()
    if not binaries:
        sys.exit(f"no PostgreSQL server was found in {servers.FOLDER}")
    if len(sys.argv) == 3:
        seed, count = map(int, sys.argv[1:])
        data = measured(random_cases(seed, count, binaries[min(binaries)]), binaries, alone=False)
        agreement = truth.agreement(data, tuple(binaries))
        cases_by_id = {c.id: c for c in data.cases}
        for difference in agreement.differences:
            print(difference, *cases_by_id[difference.case].sql, sep="\n    ")
        print(agreement.table())
        sys.exit(any(d.aspect != "scans" for d in agreement.differences))  # a planner may look rows up one by one
    known = msgspec.json.decode(TRUTH.read_bytes(), type=Measured).servers
    if missing := known.keys() - {str(version) for version in binaries}:
        sys.exit(f"{TRUTH.name} stays as it is: no server of PostgreSQL {', '.join(sorted(missing))} was found")
    data = measured(cases(), binaries)
    TRUTH.write_bytes(msgspec.json.format(msgspec.json.encode(data), indent=0).replace(b"\n", b"") + b"\n")
    print(f"{len(data.cases)} cases on PostgreSQL {', '.join(data.servers.values())}")


if __name__ == "__main__":
    main()

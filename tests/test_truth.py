"""What the tables say is what servers did in the cases that `make truth` measured, and in random ones on a live server."""

from __future__ import annotations

import os

import pytest

from tests import truth
from tests.live.cases import cases

HIDDEN = "DO $$BEGIN EXECUTE chr(67) || 'REATE TABLE hidden (id int)'; END$$"

# Where the program's answer differs from the servers', and why it may. Seen in long scripts, and not to be measured by
# a case of its own: the index that a failed CREATE UNIQUE INDEX CONCURRENTLY leaves behind (the rows decide); the
# temporary tables that DISCARD takes (their session is the only one that sees them); a table above a partition, at which
# a session does not look again once it knows the bound. Not followed, and in no case: constraint triggers that wait for
# COMMIT, functions that policies, domains and views that are read call, the second look at a foreign key whose row the
# same transaction wrote before, what a trigger or a view leaves in a table that was empty, published rows that a DELETE
# with a condition may change by a foreign key (the rows decide), and privileges.
ROWS = "how many rows there are decides it, which no migration shows"
CASCADE = "a cascade looks up by an index what refers to each row; that these were all rows is chance"
KNOWN = {
    "effect update-bounded": ROWS,
    "effect delete-bounded": ROWS,
    "effect delete": CASCADE,
    "foreign keys to partitions 7": f"no row refers to the table, so its partition was not looked into: {ROWS}",
    "variant COPY w FROM PROGRAM 'true'": ROWS,
    "variant INSERT INTO p (id, k) SELECT id, id FROM r": ROWS,
    "variant UPDATE p SET k = 1500 WHERE k = 5": ROWS,
    f"variant {HIDDEN} ;; ANALYZE hidden": "the table is made by SQL that is put together when it runs",
}


@pytest.fixture(scope="module")
def ours() -> truth.Measured:
    return truth.measured(truth.OURS)


def test_every_case_is_measured(ours: truth.Measured) -> None:
    wanted = {(c.id, *c.sql) for c in cases().cases}
    assert {(c.id, *c.sql) for c in ours.cases} == wanted, "run: make truth"
    assert [c.id for c in ours.cases if not c.results] == [], "its setup runs on no server, or it was not asked"
    assert list(ours.servers) == [str(v) for v in truth.VERSIONS]


def test_agreement_with_measured_cases(ours: truth.Measured) -> None:
    found = truth.agreement(ours)
    assert [d for d in found.differences if plain(d.case) not in KNOWN] == [], found.table()
    assert {plain(d.case) for d in found.differences} == set(KNOWN)


def plain(case: str) -> str:
    """The name that a case has about the plain schema."""
    return case.removesuffix(" (rich)")


def test_every_row_and_every_value_of_a_condition_has_two_cases(ours: truth.Measured) -> None:
    found = truth.reached([truth.measured(), ours])
    lacking = [key for key in truth.reachable() if len(found.get(key, ())) < 2]
    assert lacking == []


@pytest.mark.live
def test_agreement_with_a_live_server() -> None:
    """Random statements about random schemas."""
    from tests.live.record import ask, random_cases
    from tests.server import CannotStart, installed

    binaries = installed()
    seed = int(os.environ.get("SEED", "7"))
    try:
        data = random_cases(seed, 3, binaries)
        version, _, results = ask(18, binaries, data)
    except CannotStart as error:
        pytest.skip(str(error))
    measured = [truth.with_results(case, [results[case.id]]) for case in data.cases if case.id in results]
    found = truth.agreement(truth.Measured(servers={}, setups=data.setups, cases=measured), (version,))
    assert found.differences == [], found.table()
    assert found.compared[version].total() > 300

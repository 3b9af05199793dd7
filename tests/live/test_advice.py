"""What the pages on locks and transactions recommend is what a real server accepts."""

from __future__ import annotations

from typing import Any

import pytest

from dbarch_lint import packs, testing
from dbarch_lint.engines import engine
from dbarch_lint.source import Source

FAMILIES = {"locking", "partitions", "transactions"}
VERSION = 18  # the server that the test environment brings
EXAMPLES = [
    example
    for rule in packs.pack_rules(packs.load_pack(packs.core_pack()))
    if rule.family in FAMILIES
    for example in testing.examples(rule)
    if example.kind in {"good", "fixed"} and str(VERSION) in example.versions
]


@pytest.mark.parametrize("example", EXAMPLES, ids=[e.id for e in EXAMPLES])
def test_the_server_accepts_it(example: testing.Example, server: Any) -> None:
    """Each file as its tool would send it: statement by statement, in a transaction, or as one string."""
    schemas = "SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'"
    for (name,) in server.execute(schemas).fetchall():
        server.execute(f'DROP SCHEMA "{name}" CASCADE')
    server.execute("CREATE SCHEMA public")
    server.execute("RESET ALL")
    server.execute("CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")
    for name, text in example.files:
        if example.wrapper == "implicit":
            server.execute(text)
            continue
        statements = [s.text for s in engine("postgres").parse(Source(name, text), None)]
        around = ("BEGIN", "COMMIT") if example.wrapper == "explicit" else ("", "")
        for statement in filter(None, (around[0], *statements, around[1])):
            server.execute(statement)

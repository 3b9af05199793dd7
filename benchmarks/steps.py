"""What one step of the replay costs, with a small and with a large catalog: it should be the same."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines import engine
from dbarch_lint.migrations import Migration
from dbarch_lint.operations import Operation
from dbarch_lint.replay import bound, replay, step
from dbarch_lint.session import Session
from dbarch_lint.source import Source

Made = TypeVar("Made")

VERSION = 18
SIZES = (100, 10_000)
ROUNDS = 15
TABLE = "CREATE TABLE t{0} (id bigint PRIMARY KEY, a text, b integer, c date, parent_id bigint REFERENCES t{1} (id));\n"
# The same changes for every size, to the same hundred tables: only the size of the catalog differs.
CHANGES = (
    "ALTER TABLE t{0} ADD COLUMN extra{1} integer NOT NULL DEFAULT 0;",
    "CREATE INDEX t{0}_i{1} ON t{0} (a, b);",
    "ALTER TABLE t{0} ADD CONSTRAINT t{0}_k{1} FOREIGN KEY (b) REFERENCES t0 (id) NOT VALID;",
    "ALTER TABLE t{0} VALIDATE CONSTRAINT t{0}_k{1};",
    "ALTER TABLE t{0} ALTER COLUMN c TYPE text;",
    "ALTER TABLE t{0} DROP COLUMN extra{1};",
    "DROP INDEX t{0}_i{1};",
)


def catalog_of(size: int) -> Catalog:
    """A catalog with this many tables."""
    text = "".join(TABLE.format(n, max(n - 1, 0) // 2) for n in range(size))
    postgres = engine("postgres")
    (replayed,) = replay([Migration(id="1", source=Source("1.sql", text))], postgres, VERSION)
    return replayed.after


def changes() -> list[Operation]:
    """The operations of the changes, not yet bound to any catalog."""
    postgres = engine("postgres")
    text = "\n".join(change.format(n, n) for n in range(SIZES[0]) for change in CHANGES)
    return [op for statement in postgres.parse(Source("2.sql", text), None) for op in postgres.lower(statement)]


def seconds(catalog: Catalog, operations: list[Operation]) -> float:
    """CPU seconds to bind and apply the operations, one after the other."""
    postgres, session = engine("postgres"), Session()
    started = time.process_time()
    for raw in operations:
        for operation in bound(postgres, raw, catalog, session, VERSION):
            catalog, session = step(catalog, session, operation)
    return time.process_time() - started


def step_costs(figure: Callable[..., Made]) -> Iterator[Made]:
    """Microseconds a step for each size, the least of all rounds, and how much dearer the large catalog is."""
    operations = changes()
    catalogs = [catalog_of(size) for size in SIZES]
    gc.collect()
    gc.disable()  # how long a collection takes depends on everything that is alive, and is not the step's cost
    try:
        rounds = [[seconds(catalog, operations) for catalog in catalogs] for _ in range(ROUNDS)]
    finally:
        gc.enable()
    costs = [min(r[i] for r in rounds) / len(operations) * 1e6 for i in range(len(SIZES))]
    for size, cost in zip(SIZES, costs, strict=True):
        yield figure(f"a step of the replay with {size:,} tables", cost, "us")
    yield figure(f"a step with {SIZES[1]:,} tables to one with {SIZES[0]:,}", costs[1] / costs[0], "times", 1.2)

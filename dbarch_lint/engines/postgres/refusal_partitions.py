"""What is wrong with partitions: the bound of a new one, and what a table lacks to become one. Loaded when needed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.bounds import OF_DATES, Value, value
from dbarch_lint.engines.postgres.refusal_expressions import AGGREGATES, calls
from dbarch_lint.engines.postgres.refusal_tables import covers
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Table

Node = dict[str, Any]
RANGE, LIST, HASH = "FOR VALUES FROM (", "FOR VALUES IN (", "FOR VALUES WITH (MODULUS "
STRATEGIES = {"range": RANGE, "list": LIST, "hash": HASH}
MINIMUM, MAXIMUM = "MINVALUE", "MAXVALUE"


def bound_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with the bound of a new partition."""
    parent_name, bound = place(op)
    parent = catalog.table(parent_name) if parent_name is not None and bound else None
    if parent is None or parent.partition_by is None or getattr(op, "exists", False):
        return ()
    if is_foreign(op, catalog) and has_unique_index(parent):
        return ("a unique index above a foreign table",)
    strategy = parent.partition_by.strategy
    if bound == "DEFAULT":
        return ("DEFAULT of a hash",) if strategy == "hash" else ()
    if not bound.startswith(STRATEGIES[strategy]):
        return ("another strategy",)
    return (*of_written(op, parent), *of_bound(bound, parent, catalog))


def is_foreign(op: Any, catalog: Catalog) -> bool:
    """Whether the partition is a foreign table."""
    new = getattr(op, "definition", None) or catalog.table(op.partition)
    return new is not None and new.kind == "foreign"


def has_unique_index(table: Table) -> bool:
    """Whether a table has one, of a key or not."""
    return bool(table.keys) or any(index.unique for index in table.indexes)


def of_written(op: Any, parent: Table) -> Iterator[str]:
    """What is wrong with the values of a bound as they are written."""
    node: Node = op.statement.node or {}
    commands = [c.get("AlterTableCmd", {}).get("def", {}).get("PartitionCmd", {}) for c in node.get("cmds", ())]
    specs = [node.get("partbound", {}), *(c.get("bound", {}) for c in commands)]
    written = [s.get("PartitionBoundSpec", s) for s in specs if s]
    if len(written) != 1:
        return
    ends = [written[0].get(end, []) for end in ("lowerdatums", "upperdatums")]
    width = len(parent.partition_by.parts) if parent.partition_by is not None else 0
    if any(end and len(end) != width for end in ends):
        yield "more values than columns"
    if any("isnull" in value.get("A_Const", {}) for end in ends for value in end):
        yield "NULL in a range"
    nodes = list(expressions.walk([*written[0].get("listdatums", []), *(value for end in ends for value in end)]))
    columns = [expressions.last_name(fields) for kind, fields in nodes if kind == "ColumnRef"]
    if {*columns} - ({"minvalue", "maxvalue"} if any(ends) else set()) or any(kind == "SubLink" for kind, _ in nodes):
        yield "more than constants"
    if any(name.name in AGGREGATES for name, _ in calls(nodes)):
        yield "more than constants"


def place(op: Any) -> tuple[Name | None, str]:
    """The parent and the bound of CREATE TABLE PARTITION OF and of ATTACH PARTITION."""
    new = getattr(op, "definition", None)
    return (new.partition_of, new.partition_bound) if new is not None else (op.target, op.bound)


def of_bound(bound: str, parent: Table, catalog: Catalog) -> Iterator[str]:
    """What is wrong with a bound that fits the strategy of its parent."""
    if bound.startswith(RANGE):
        low, high = ends(bound)
        if not before(low, high) and before(high, low, equal=True):
            yield "nothing in it"
    if bound.startswith(HASH):
        modulus, remainder = shares(bound)
        if not modulus:
            yield "a modulus of zero"
        elif remainder >= modulus:
            yield "a remainder too large"
        elif not in_steps({modulus, *moduli(parent, catalog)}):
            yield "a modulus beside the others"
    others = [catalog.table(name) for name in catalog.children.get(parent.name, NO_NAMES)]
    if any(t is not None and overlap(bound, t.partition_bound) for t in others):
        yield "values of another one"


def moduli(parent: Table, catalog: Catalog) -> set[int]:
    """Those of the partitions that there are."""
    tables = [catalog.table(name) for name in catalog.children.get(parent.name, NO_NAMES)]
    return {shares(t.partition_bound)[0] for t in tables if t is not None and t.partition_bound.startswith(HASH)}


def in_steps(numbers: set[int]) -> bool:
    """Whether each one divides the next larger one."""
    ordered = sorted(numbers)
    return all(small and large % small == 0 for small, large in pairwise(ordered))


def ends(bound: str) -> tuple[str, str]:
    """The ends of a range."""
    low, _, high = bound.removeprefix(RANGE).removesuffix(")").partition(") TO (")
    return low, high


def shares(bound: str) -> tuple[int, int]:
    """Modulus and remainder."""
    modulus, _, remainder = bound.removeprefix(HASH).removesuffix(")").partition(", REMAINDER ")
    return int(modulus), int(remainder)


def before(low: str, high: str, *, equal: bool = False) -> bool:
    """Whether one end of a range certainly lies before another one."""
    if low != high and (low == MINIMUM or high == MAXIMUM):
        return True
    one, other = value(low), value(high)
    if comparable(one, other):
        return one < other or (equal and one == other)  # type: ignore[operator]
    return False


def comparable(one: Value, other: Value) -> bool:
    """Whether two values have an order that shows: whole numbers, or dates and times written alike."""
    if isinstance(one, str) and isinstance(other, str):
        return len(one) == len(other) and len(one) >= len("2000-01-01") and OF_DATES.issuperset(one + other)
    return isinstance(one, int) and isinstance(other, int)


def overlap(one: str, other: str) -> bool:
    """Whether two bounds certainly hold a value both."""
    if one.startswith(RANGE) and other.startswith(RANGE):
        (low, high), (floor, ceiling) = ends(one), ends(other)
        return before(low, ceiling) and before(floor, high)
    if one.startswith(LIST) and other.startswith(LIST):
        return bool(set(members(one)) & set(members(other)))
    if one.startswith(HASH) and other.startswith(HASH):
        (modulus, remainder), (divisor, rest) = sorted((shares(one), shares(other)))
        return modulus > 0 and divisor % modulus == 0 and rest % modulus == remainder
    return False


def members(bound: str) -> list[Value]:
    """The values of a list; none where one of them holds a comma of its own."""
    text = bound.removeprefix(LIST).removesuffix(")")
    values = text.split(", ")
    return [value(v) for v in values] if all(v.count("'") % 2 == 0 for v in values) else []


# --- what a table must have to become a partition


def table_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What a table has, or lacks, so that it cannot be attached."""
    parent, table = catalog.table(op.target), catalog.table(op.partition)
    if parent is None or table is None or parent.partial or table.partial:
        return ()
    found = []
    mine = {c.name: c for c in table.columns}
    if set(mine) - {c.name for c in parent.columns}:
        found.append("a column too many")
    if any(not c.nullable and c.name in mine and mine[c.name].nullable for c in parent.columns):
        found.append("a column that may be NULL")
    if any(c.identity for c in table.columns):
        found.append("an identity column")
    if any(bool(mine[c.name].generated) != bool(c.generated) for c in parent.columns if c.name in mine):
        found.append("a column that is generated")
    keys = (parent.primary_key, table.primary_key)
    if None not in keys and parent.primary_key.columns != table.primary_key.columns:  # type: ignore[union-attr]
        found.append("another primary key")
    if table.partition_by is not None and not all(covers(k.columns, table) for k in parent.keys):
        found.append("a partition key that is in no key of the parent")
    if op.partition == op.target or op.target in {t.name for t in catalog.descendants(op.partition)}:
        found.append("itself")
    return tuple(found)

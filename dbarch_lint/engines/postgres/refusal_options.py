"""Words for refusals of storage parameters and of the numbers behind a type's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.effects import Fact
from dbarch_lint.engines.postgres.lower.common import is_on, options
from dbarch_lint.objects import Column, Composite, Domain, Table

# The least and the greatest number of each parameter; None for a switch
Known = dict[str, tuple[float, float] | None]
ANY = (float("-inf"), float("inf"))
SWITCH = frozenset("on off true false yes no 1 0 t f y n tr tru fa fal fals ye of".split())
# The parameters of tables, also of their TOAST tables; rows of refusals.yaml say which are too new for a server.
# https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS
OF_BOTH: Known = {
    "autovacuum_enabled": None,
    "autovacuum_vacuum_threshold": (0, 2**31 - 1),
    "autovacuum_vacuum_max_threshold": (-1, 2**31 - 1),
    "autovacuum_vacuum_insert_threshold": (-1, 2**31 - 1),
    "autovacuum_vacuum_cost_limit": (1, 10000),
    "autovacuum_vacuum_cost_delay": (0, 100),
    "autovacuum_vacuum_scale_factor": (0, 100),
    "autovacuum_vacuum_insert_scale_factor": (0, 100),
    "autovacuum_freeze_min_age": (0, 10**9),
    "autovacuum_freeze_max_age": (10**5, 2 * 10**9),
    "autovacuum_freeze_table_age": (0, 2 * 10**9),
    "autovacuum_multixact_freeze_min_age": (0, 10**9),
    "autovacuum_multixact_freeze_max_age": (10**4, 2 * 10**9),
    "autovacuum_multixact_freeze_table_age": (0, 2 * 10**9),
    "log_autovacuum_min_duration": (-1, 2**31 - 1),
    "vacuum_index_cleanup": ANY,  # a word
    "vacuum_truncate": None,
    "vacuum_max_eager_freeze_failure_rate": (0, 1),
}
OF_TABLES: Known = {
    **OF_BOTH,
    "fillfactor": (10, 100),
    "toast_tuple_target": (128, 8160),
    "parallel_workers": (0, 1024),
    "autovacuum_analyze_threshold": (0, 2**31 - 1),
    "autovacuum_analyze_scale_factor": (0, 100),
    "user_catalog_table": None,
}
FILLED: tuple[float, float] = (10, 100)
OF_VIEWS: Known = {"security_barrier": None, "security_invoker": None, "check_option": ANY}
OF_INDEXES: dict[str, Known] = {
    "btree": {"fillfactor": FILLED, "deduplicate_items": None, "vacuum_cleanup_index_scale_factor": (0, 1e10)},
    "hash": {"fillfactor": FILLED},
    "gist": {"fillfactor": FILLED, "buffering": ANY},
    "spgist": {"fillfactor": FILLED},
    "gin": {"fastupdate": None, "gin_pending_list_limit": (64, 2**31 - 1)},
    "brin": {"pages_per_range": (1, 131072), "autosummarize": None},
}


def parameter_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with the storage parameters that a statement sets."""
    new = getattr(op, "definition", None)
    if new is not None and not new.options:
        return ()
    if isinstance(new, Table) and new.partition_by is not None and any(name != "oids" for name, _ in new.options):
        return ("any of a partitioned one",)
    found = ((name, value, known) for known, pairs in parameters(op, catalog) for name, value in pairs)
    return tuple({fault for one in found for fault in of(*one)})


def serves_decoding(op: Any, catalog: Catalog) -> bool:
    """Whether the table is one that plugins of logical decoding read: the server does not rewrite it.

    Parameters are set before rows are rewritten, wherever they stand in the statement.
    """
    table = catalog.table(op.target)
    commands = [c.get("AlterTableCmd", {}) for c in (op.statement.node or {}).get("cmds", ())]
    given = dict(table.options) if table is not None else {}
    for command in commands:
        if command.get("subtype") == "AT_SetRelOptions":
            given |= options(command["def"]["List"].get("items"))
    return "user_catalog_table" in given and is_on(given["user_catalog_table"])


def parameters(op: Any, catalog: Catalog) -> Iterator[tuple[Known, Iterable[tuple[str, str]]]]:
    """The parameters that a statement sets, with those that there are."""
    if hasattr(op, "definition"):  # CREATE TABLE
        if isinstance(op.definition, Table) and not op.exists:
            yield OF_TABLES, ((n, value) for n, value in op.definition.options if n != "oids" or is_on(value))
    elif hasattr(op, "option"):  # of something that is there
        known = of_what(op, catalog) if op.option == "storage_parameter" else None
        if known is not None:
            yield known, zip(op.names, (*getattr(op, "values", ()), *[""] * len(op.names)), strict=False)
    elif op.index.method in OF_INDEXES and op.statement.says(b"with"):
        yield OF_INDEXES[op.index.method], options((op.statement.node or {}).get("options")).items()


def of_what(op: Any, catalog: Catalog) -> Known | None:
    """The parameters of what an operation is about."""
    if hasattr(op, "index"):
        return of_index(op.index, catalog)
    view = catalog.view(op.target)
    return OF_VIEWS if view is not None and not view.materialized else OF_TABLES


def of_index(name: Any, catalog: Catalog) -> Known | None:
    """The parameters of an index that is there; None of a kind, or an index, that is not known."""
    owner = catalog.index_table(name)
    if owner is None:
        return None
    index = next((i for i in owner.indexes if i.name == name.name), None)
    if index is not None:
        return OF_INDEXES.get(index.method)
    return OF_INDEXES["btree"] if isinstance(owner, Table) and name.name in {k.name for k in owner.keys} else None


def of_plain_column(op: Any, catalog: Catalog) -> bool:
    """Whether the part of an index that the statement names is a column: expressions are named by their number."""
    owner = catalog.index_table(op.index)
    index = next((i for i in owner.indexes if i.name == op.index.name), None) if owner is not None else None
    if index is None:
        return isinstance(owner, Table) and any(k.name == op.index.name for k in owner.keys)
    if not op.names:  # it is named
        return True
    place = int(op.names[0]) - 1
    return 0 <= place < len(index.parts) and bool(index.parts[place].column)


def of(name: str, value: str, known: Known) -> Iterator[str]:
    """What is wrong with one parameter."""
    space, dot, plain = name.rpartition(".")
    if dot and space != "toast":
        return  # an extension may have a word for it
    if plain not in (OF_BOTH if dot else known):
        yield "an unknown one"
        return
    limits = (OF_BOTH if dot else known)[plain]
    if value and (value.lower() not in SWITCH if limits is None else not between(value, *limits)):
        yield "a value out of range"


def between(value: str, low: float, high: float) -> bool:
    """Whether a number is one of a range; what is no number may be."""
    try:
        return low <= float(value) <= high
    except ValueError:
        return (low, high) == ANY or not value.isalpha()


# --- types

LENGTHS = {"varchar": 10485760, "bpchar": 10485760, "bit": 83886080, "varbit": 83886080}
UNMODIFIED = frozenset(
    """bool bytea date float4 float8 inet cidr int2 int4 int8 json jsonb macaddr macaddr8 money oid text tsquery
    tsvector uuid xml point line lseg box path polygon circle""".split()
)


def type_faults(op: Any, _: Catalog) -> tuple[str, ...]:
    """What is wrong with the numbers in parentheses behind the types that a statement names."""
    found = [type_ for type_ in types(op) if type_.modifiers and type_.builtin]
    return tuple({fault for type_ in found for fault in of_type(type_)}) if found else ()


def types(op: Any) -> Iterable[Type]:
    """The types that a statement names."""
    new = getattr(op, "definition", None)
    if isinstance(new, Table | Composite):
        return [c.type for c in new.columns if not c.inherited]
    if isinstance(new, Domain):
        return (new.type,)
    return () if new is not None else (op.column.type if isinstance(op.column, Column) else op.type,)


def of_type(type_: Type) -> Iterator[str]:
    """The same of one type."""
    numbers = [m for m in type_.modifiers if isinstance(m, int)]
    if type_.name in UNMODIFIED:
        yield "a number that it does not take"
    elif len(numbers) < len(type_.modifiers):
        return
    elif type_.name in LENGTHS and not 1 <= numbers[0] <= LENGTHS[type_.name]:
        yield "a length out of range"
    elif type_.name == "numeric":
        precision, scale = (*numbers, 0)[:2]
        if not 1 <= precision <= 1000 or not -1000 <= scale <= 1000:
            yield "a precision out of range"
        elif not 0 <= scale <= precision:
            yield "a scale beyond its precision"


def excludes_by_more(op: Any, _: Catalog) -> bool:
    """Whether an exclusion constraint of a kind that knows equality only asks for something else."""
    new = op.definition.exclusions if hasattr(op, "definition") else (op.constraint,)
    return bool(new) and any(e.method in {"btree", "hash"} and p.operator != "=" for e in new for p in e.parts)


FACTS: dict[str, Fact] = {
    "it excludes by more than equality": excludes_by_more,
    "its parameters hold": parameter_faults,
    "its types have": type_faults,
    "the part is a column": of_plain_column,
    "logical decoding reads the table": serves_decoding,
}

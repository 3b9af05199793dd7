"""Behind the table of refusals: the words of its `when`. Each is true only of what the history has shown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Fact, is_composite
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.parts.around import above
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Domain, Enum, Index, Table


def _target(op: Any, catalog: Catalog) -> Table | None:
    return catalog.table(op.target) if op.target is not None else None


# --- columns


def default_calls(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """The functions that a default calls, without those that the history has created."""
    default = op.column.default
    if default is None or not default.functions:
        return ()
    places = ("", *catalog.schemas)
    return tuple(f for f in default.functions if not any(Name(s, f) in catalog.functions for s in places))


def below(op: Any, catalog: Catalog) -> bool:
    """Whether it has partitions or inheritance children."""
    return bool(catalog.children.get(op.target))


def in_partition_key(op: Any, catalog: Catalog) -> bool:
    """Whether the column is part of the partition key."""
    table = _target(op, catalog)
    if table is None or table.partition_by is None:
        return False
    computed = (p.expression for p in table.partition_by.parts if p.expression is not None)
    return op.column in partition_columns(table) or any(op.column in e.columns for e in computed)


def partition_columns(table: Table) -> frozenset[str]:
    """The plain columns of the partition key; empty for a table that is not partitioned."""
    return frozenset(p.column for p in table.partition_by.parts if p.column) if table.partition_by else frozenset()


def column_referenced(op: Any, catalog: Catalog) -> bool:
    """Whether a foreign key points to the column that does not go with it."""
    for other in catalog.referencing.get(op.target, NO_NAMES):
        table = catalog.table(other)
        for key in table.foreign_keys if table is not None else ():
            own = other == op.target and op.column in key.columns
            if key.target == op.target and op.column in key.target_columns and not own:
                return True
    return False


def column_in_view(op: Any, catalog: Catalog) -> bool:
    """Whether a view uses the column."""
    return any(True for _ in views_of_column(op, catalog))


def views_of_column(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The views that use the column, of the table or of what is below it."""
    below_it = () if getattr(op, "only", False) else catalog.descendants(op.target)
    for name in (op.target, *(t.name for t in below_it)):
        for reader in sorted(catalog.users.get(name, NO_NAMES)):
            view = catalog.view(reader)
            if view is not None and view.uses_column(name, op.column):
                yield reader


def column_in_policy(op: Any, catalog: Catalog) -> bool:
    """Whether a row security policy uses the column."""
    table = _target(op, catalog)
    policies = table.policies if table is not None else ()
    return any(e is not None and op.column in e.columns for p in policies for e in (p.using, p.check))


# Types between which nothing is cast without being told: from pg_cast, only casts to text are automatic across these
# groups. What is missing here is in no group, and nothing is said of it.
GROUPS = {
    type_: group
    for group, types in {
        "text": "text,character varying,character",
        "number": "smallint,integer,bigint,numeric,real,double precision",
        "boolean": "boolean",
        "time": "date,timestamp without time zone,timestamp with time zone,interval",
        "uuid": "uuid",
        "json": "json,jsonb",
        "bytes": "bytea",
        "network": "inet,cidr",
        "mac": "macaddr",
    }.items()
    for type_ in types.split(",")
}


def cast_needs_using(op: Any, catalog: Catalog) -> bool:
    """Whether the old type never becomes the new one by itself."""
    if op.using is not None or op.old is None:
        return False
    old, new = group_of(op.old, catalog), group_of(op.type, catalog)
    return bool(old and new and new not in {old, "text"})


def group_of(type_: Any, catalog: Catalog) -> str:
    """The group of a type, of the type of a domain, or `array` and `enum`; empty for others."""
    if type_.array:
        return "array"
    if type_.builtin:
        return GROUPS.get(plain(type_), "")
    found = catalog.types.get(Name(type_.schema, type_.name))
    if isinstance(found, Domain):
        return group_of(found.type, catalog)
    return f"enum {found.name}" if isinstance(found, Enum) else ""


def types_differ(op: Any, catalog: Catalog) -> bool:
    """Whether a foreign key's columns are of types that cannot be compared with those they point to."""
    table, target = _target(op, catalog), catalog.table(op.constraint.target)
    if table is None or target is None:
        return False
    for own, other in zip(op.constraint.columns, op.constraint.target_columns, strict=False):
        one, two = table.column(own), target.column(other)
        if one is None or two is None or one.type == two.type:
            continue
        if not fits(one.type, two.type, catalog):
            return True
    return False


def fits(own: Any, other: Any, catalog: Catalog) -> bool:
    """Whether a foreign key of one type may point to a key of the other; of types that are not known, it may."""
    one, two = group_of(own, catalog), group_of(other, catalog)
    if plain(other) == "oid":  # whole numbers become one by themselves
        return not one or (one == "number" and number_rank(own, catalog) == 0)
    if plain(own) == "oid" or plain(own).startswith("reg"):
        return not two
    if one == two == "number":
        return number_rank(own, catalog) <= number_rank(other, catalog)
    return one == two or "" in {one, two}


def number_rank(type_: Any, catalog: Catalog) -> int:
    """0 for whole numbers, 1 for numeric, 2 for floating point: each becomes the next by itself, but not back."""
    found = catalog.types.get(Name(type_.schema, type_.name)) if not type_.builtin else None
    if isinstance(found, Domain):
        return number_rank(found.type, catalog)
    return {"numeric": 1, "real": 2, "double precision": 2}.get(plain(type_), 0)


OF_NO_NUMBERS = frozenset("text time uuid json bytes array".split())
OF_NUMBERS = frozenset("abs ceil ceiling floor round sign sqrt mod".split())


def takes_no_numbers(type_: Any, catalog: Catalog) -> bool:
    """Whether values of the type are certainly not compared with numbers."""
    group = group_of(type_, catalog)
    return group in OF_NO_NUMBERS or group.startswith("enum ")


def compares_number(node: Any, column: str) -> bool:
    """Whether the column is compared with a whole number, or given to a function of numbers."""
    return any(COMPARISONS[kind](fields, column) for kind, fields in expressions.walk(node) if kind in COMPARISONS)


def calls_with(fields: Any, column: str) -> bool:
    """Whether a function of numbers takes the bare column."""
    arguments = [a for a in fields.get("args", ()) if "ColumnRef" in a and expressions.reads_only(a, column)]
    return bool(arguments) and expressions.names_of(fields["funcname"])[-1] in OF_NUMBERS


def operates_on(fields: Any, column: str) -> bool:
    """Whether an operator or BETWEEN stands between the bare column and a whole number."""
    if fields.get("kind") not in {"AEXPR_OP", "AEXPR_BETWEEN"}:
        return False
    left, right = fields.get("lexpr") or {}, fields.get("rexpr") or {}
    sides = [left, right, *right.get("List", {}).get("items", ())]
    named = any("ColumnRef" in side and expressions.reads_only(side, column) for side in sides)
    return named and any("ival" in side.get("A_Const", ()) for side in sides)


COMPARISONS = {"FuncCall": calls_with, "A_Expr": operates_on}


FIXED = frozenset({"boolean", "time", "uuid"})


def foreign_key_unfit(op: Any, catalog: Catalog) -> bool:
    """Whether a foreign key ties the column, here or in a table below, to one that does not fit its new type."""
    table = _target(op, catalog)
    changed = {t.name for t in (table, *catalog.descendants(table.name))} if table is not None else set()
    referrers = {other for name in changed for other in catalog.referencing.get(name, NO_NAMES)}
    for holder in filter(None, map(catalog.table, changed | referrers)):
        for key in holder.foreign_keys:
            target = catalog.table(key.target)
            for own, other in zip(key.columns, key.target_columns, strict=False):
                owns, others = holder.column(own), target.column(other) if target is not None else None
                changes = holder.name in changed and own == op.column, key.target in changed and other == op.column
                if owns is None or others is None or changes[0] == changes[1]:  # where both change, they stay alike
                    continue
                if not fits(op.type if changes[0] else owns.type, op.type if changes[1] else others.type, catalog):
                    return True
    return False


WITHOUT_GIN = frozenset("text number boolean time uuid".split())


def index_unfit(op: Any, catalog: Catalog) -> bool:
    """Whether a GIN index on the column itself, of the type's default kind, has no such kind for the new type."""
    table = _target(op, catalog)
    if table is None or not (op.type.name == "json" or group_of(op.type, catalog) in WITHOUT_GIN) or op.type.array:
        return False
    parts = [p for i in table.indexes if i.method == "gin" for p in i.parts]
    return any(p.column == op.column and not p.opclass for p in parts)


@lru_cache(maxsize=1024)
def plain(type_: Any) -> str:
    """A built-in type without its modifiers; empty for arrays and others."""
    text = str(type_)
    if not type_.builtin or text.endswith("]"):
        return ""
    head, _, rest = text.partition("(")
    return head + rest.partition(")")[2]


def has_checks(op: Any, catalog: Catalog) -> bool:
    """Whether the target has CHECK constraints."""
    table = _target(op, catalog)
    return table is not None and bool(table.checks)


# --- keys and indexes


def has_primary_key(op: Any, catalog: Catalog) -> bool:
    """Whether the target has a primary key."""
    table = _target(op, catalog)
    return table is not None and table.primary_key is not None


def misses_partition_key(op: Any, catalog: Catalog) -> bool:
    """Whether a key leaves out a column of the partition key."""
    table = _target(op, catalog)
    if table is None or table.partition_by is None:
        return False
    index = getattr(op, "index", None)
    if hasattr(op, "constraint") and hasattr(op.constraint, "parts"):  # an exclusion constraint
        columns = tuple(p.column for p in op.constraint.parts if p.operator == "=")
    else:
        columns = index.columns if index is not None else op.constraint.columns
    computed = any(not p.column for p in table.partition_by.parts)
    return computed or bool(partition_columns(table) - set(columns))


def index_fits(op: Any, catalog: Catalog) -> bool:
    """Whether the index of USING INDEX can become a constraint; one that is not known may."""
    table = _target(op, catalog)
    index = table.index(op.constraint.using_index) if table is not None else None
    return index is None or (index.unique and index.method == "btree" and full(index) and in_order(index))


def in_order(index: Index) -> bool:
    """Whether its columns are in the order that a constraint has: ascending, NULL last."""
    return not any(p.descending or p.nulls_first for p in index.parts)


def full(index: Index) -> bool:
    """Whether an index holds every row by plain columns."""
    return index.where is None and all(p.column for p in index.parts)


def references_key(op: Any, catalog: Catalog) -> bool:
    """Whether the referenced columns are unique; of a table that is not wholly known they may be."""
    key = op.constraint
    table = catalog.table(key.target)
    if table is None or table.partial or not key.target_columns:
        return True
    return table.unique_over(key.target_columns) is not None


def index_name_taken(op: Any, catalog: Catalog) -> bool:
    """Whether a relation has the name of the new index."""
    return op.table.sibling(op.index.name) in catalog.relations


def constraint_needs_index(op: Any, catalog: Catalog) -> bool:
    """Whether the index belongs to a constraint."""
    owner = catalog.index_table(op.index)
    return isinstance(owner, Table) and owner.constraint(op.index.name) is not None


# --- tables and views


def name_taken(op: Any, catalog: Catalog) -> bool:
    """Whether a relation of this name was created before."""
    found = catalog.relations.get(op.target)
    return found is not None and not (isinstance(found, Table) and found.partial)


def composite_there(op: Any, catalog: Catalog) -> bool:
    """Whether a composite type, which is a relation as well, has the name."""
    return is_composite(catalog.types.get(op.target))


def domain_constraint_there(op: Any, catalog: Catalog) -> bool:
    """Whether the domain has a constraint of the new one's name."""
    domain = catalog.types.get(op.name)
    return isinstance(domain, Domain) and op.constraint in {check.name for check in domain.checks}


def named_together(op: Any) -> set[str]:
    """What DROP or TRUNCATE names: these may need each other."""
    node = op.statement.node or {}
    objects = node.get("objects", ())
    lists = [item.get("List", {}).get("items") or item.get("TypeName", {}).get("names", ()) for item in objects]
    names = {parts[-1].get("String", {}).get("sval", "") for parts in lists if parts}
    names.update(getattr(op, "together", ()))
    return names | {item.get("RangeVar", {}).get("relname", "") for item in node.get("relations", ())}


def apart(names: Any, op: Any) -> set[Name]:
    """The names without those that the same statement names."""
    together = named_together(op) if names else ()
    return {n for n in names if n.name not in together}


def stays(names: Any, op: Any, catalog: Catalog) -> set[Name]:
    """The same without the partitions of what the statement names."""
    left = apart(names, op)
    return {n for n in left if len(apart(over := set(above(n, catalog)), op)) == len(over)}


def referenced(op: Any, catalog: Catalog) -> bool:
    """Whether another table has a foreign key to it, or to what it is a partition of."""
    name: Name | None = op.target
    seen: set[Name] = set()
    while name is not None and name not in seen:  # a hostile history may go in circles
        seen.add(name)
        others = apart(catalog.referencing.get(name, NO_NAMES) - {op.target}, op)
        if any(len(apart(over, op)) == len(over) for over in (set(above(o, catalog)) for o in others)):
            return True  # no table that it is a partition of is named, either
        table = catalog.table(name)
        name = table.partition_of if table is not None else None
    return False


def needed(op: Any, catalog: Catalog) -> bool:
    """Whether a view or a foreign key of another table needs it, or one of its partitions; or it has children."""
    children = [catalog.table(n) for n in apart(catalog.children.get(op.target, NO_NAMES), op)]
    if any(t is not None and t.partition_of is None for t in children):
        return True
    doomed = [op.target, *(t.name for t in catalog.descendants(op.target))]
    links_to = (catalog.users, catalog.referencing, catalog.typed)
    users = {n for name in doomed for links in links_to for n in links.get(name, NO_NAMES)}
    for whole in above(op.target, catalog):  # each foreign key to a table needs all of its partitions
        users |= catalog.referencing.get(whole, NO_NAMES)
    return bool(stays(users - set(doomed), op, catalog))


def read_by_view(op: Any, catalog: Catalog) -> bool:
    """Whether a view reads it."""
    return bool(apart(catalog.users.get(op.target, NO_NAMES), op))


def referenced_by_logged(op: Any, catalog: Catalog) -> bool:
    """Whether another table that is not UNLOGGED references it."""
    others = (catalog.table(n) for n in catalog.referencing.get(op.target, NO_NAMES) if n != op.target)
    return any(t is not None and not t.unlogged and not t.partial for t in others)


def has_default_partition(op: Any, catalog: Catalog) -> bool:
    """Whether the table has a default partition."""
    return any(t.partition_default and t.partition_of == op.target for t in catalog.descendants(op.target))


def loses_columns(op: Any, catalog: Catalog) -> bool:
    """Whether a new view lacks columns that the old one begins with."""
    old = catalog.view(op.target)
    if old is None or not all(old.columns) or not all(op.definition.columns):
        return False
    return op.definition.columns[: len(old.columns)] != old.columns  # type: ignore[no-any-return]


def has_unique_index(op: Any, catalog: Catalog) -> bool:
    """Whether a materialized view has what REFRESH CONCURRENTLY needs; one that is not known may."""
    view = catalog.view(op.target)
    return view is None or any(i.unique and full(i) for i in view.indexes)


def row_type_used(op: Any, catalog: Catalog) -> bool:
    """Whether another table has a column that holds whole rows of the table."""
    return bool(catalog.typed.get(op.target))


def used_by_column(op: Any, catalog: Catalog) -> bool:
    """Whether a table has a column of the type."""
    return bool(catalog.typed.get(op.name)) and not isinstance(catalog.types.get(op.name), Domain)


def more_than_toast(op: Any, _: Catalog) -> bool:
    """Whether a parameter is set that is not one of the TOAST table."""
    return not all(name.startswith("toast.") for name in op.names)


FACTS: dict[str, Fact] = {
    "it sets more than toast": more_than_toast,
    "the default calls": default_calls,
    "something is below it": below,
    "the column is in the partition key": in_partition_key,
    "a foreign key points to the column": column_referenced,
    "a view uses the column": column_in_view,
    "the views that use the column": lambda op, catalog: tuple(views_of_column(op, catalog)),
    "a policy uses the column": column_in_policy,
    "the cast needs USING": cast_needs_using,
    "a foreign key would not fit": foreign_key_unfit,
    "its index is of another kind of type": index_unfit,
    "the types cannot be compared": types_differ,
    "the target has checks": has_checks,
    "the target has a primary key": has_primary_key,
    "the key leaves out the partition key": misses_partition_key,
    "the index can be a key": index_fits,
    "the referenced columns are a key": references_key,
    "the index name is taken": index_name_taken,
    "a constraint needs the index": constraint_needs_index,
    "the name is taken": name_taken,
    "a composite type has the name": composite_there,
    "the domain has such a constraint": domain_constraint_there,
    "something needs the table": needed,
    "a view reads it": read_by_view,
    "another table references it": referenced,
    "a logged table references it": referenced_by_logged,
    "there is a default partition": has_default_partition,
    "the view loses columns": loses_columns,
    "the view has a unique index": has_unique_index,
    "a column holds its rows": row_type_used,
    "a column has the type": used_by_column,
}

"""Words for refusals of values of an enum, and of what a column's type does not allow."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.effects import Fact
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.refusal_facts import FIXED, group_of
from dbarch_lint.engines.postgres.refusal_names import WITHOUT_RELATIONS
from dbarch_lint.engines.postgres.types import facts, type_of
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Column, Enum, Exclusion, Key, Table

Node = dict[str, Any]
WHOLE = frozenset({"int2", "int4", "int8"})
# Built-in types without an order for keys, beside those that types.json tells of.
SHAPES = frozenset("point line lseg path polygon box circle".split())
PSEUDO = frozenset(
    """record void trigger event_trigger cstring internal anyelement anyarray anynonarray anyenum anyrange
    anymultirange anycompatible anycompatiblearray any language_handler""".split()
)


def value_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with a new value of an enum, or a new name for one."""
    enum = catalog.types.get(op.name)
    if not isinstance(enum, Enum):
        return ()
    found = []
    if hasattr(op, "new_value"):
        if op.value not in enum.values:
            found.append("missing")
        if op.new_value in enum.values:
            found.append("there")
    elif op.value in enum.values:
        found += [] if op.if_not_exists else ["there"]
    elif op.neighbour and op.neighbour not in enum.values:
        found.append("beside a missing one")
    return tuple(found)


# --- a change of type


def default_misfits(op: Any, catalog: Catalog) -> bool:
    """Whether the default stays, and does not become one of the new type by itself."""
    table = catalog.table(op.target)
    column = table.column(op.column) if table is not None else None
    if column is None or column.default is None or column.generated or op.old is None:
        return False
    old, new = group_of_default(node_of(column.default), column, catalog), group_of(op.type, catalog)
    return bool(old and new and new not in {old, "text"})


def group_of_default(node: Any, column: Column, catalog: Catalog) -> str:
    """The group of types that a constant is of; empty for what is none, or nobody knows."""
    if not node or expressions.is_null_constant(node):
        return ""
    if "TypeCast" in node and expressions.is_constant(node):
        return group_of(type_of(node["TypeCast"]["typeName"]), catalog)
    constant = node.get("A_Const", {})
    if "sval" in constant:
        return group_of(column.type, catalog)
    return "boolean" if "boolval" in constant else "number" if "ival" in constant or "fval" in constant else ""


# Between these groups there is no cast at all, not even one that is written.
WORLDS = {
    "number": frozenset({"uuid", "time", "json"}),
    "uuid": frozenset({"number", "time", "boolean", "json", "bytes"}),
    "time": frozenset({"number", "uuid", "boolean", "json", "bytes"}),
    "boolean": frozenset({"uuid", "time", "json", "bytes"}),
    "json": frozenset({"uuid", "time", "bytes"}),
    "bytes": frozenset({"uuid", "time", "boolean", "json"}),
}


def using_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with USING."""
    if op.using is None:
        return ()
    found = []
    table, node = catalog.table(op.target), node_of(op.using) or {}
    column = table.column(op.column) if table is not None else None
    if column is not None and column.generated:
        found.append("a generated column")
    cast = node.get("TypeCast", {})
    if op.old is not None and expressions.reads_only(cast.get("arg"), op.column):
        target = group_of(type_of(cast["typeName"]), catalog)
        if target in WORLDS.get(group_of(op.old, catalog), ()):
            found.append("a cast that there is not")
    return tuple(found)


def fixed(type_: Type, catalog: Catalog) -> bool:
    """Whether values of the type are all of one length."""
    group = group_of(type_, catalog)
    return group in FIXED or group.startswith("enum") or (group == "number" and type_.name != "numeric")


def column_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with a new column, its expressions aside."""
    return tuple(of_column(op.column, catalog, written_options(op)))


def written_options(op: Any) -> dict[str, Any]:
    """COMPRESSION and STORAGE as they are written at a new column, which the catalog does not keep."""
    if not op.statement.says(b"compression") and not op.statement.says(b"storage"):
        return {}
    commands = [c.get("AlterTableCmd", {}) for c in (op.statement.node or {}).get("cmds", ())]
    columns = [c.get("def", {}).get("ColumnDef", {}) for c in commands]
    return next((c for c in columns if c.get("colname") == op.column.name), {})


def of_column(column: Column, catalog: Catalog, written: dict[str, Any]) -> Iterator[str]:
    """The same of a column of whatever statement."""
    if column.type.builtin and column.type.name in PSEUDO:
        yield "a pseudo-type"
    if not column.type.builtin and column.type.modifiers and isinstance(type_found(column.type, catalog), Enum):
        yield "a length of an enum"
    if column.identity and column.type.builtin and (column.type.name not in WHOLE or column.type.array):
        yield "an identity that is no whole number"
    if column.collation and group_of(column.type, catalog) in OF_NO_LETTERS:
        yield "a collation without letters"
    if written and fixed(column.type, catalog):
        if written.get("compression", "default") != "default":
            yield "COMPRESSION of a fixed length"
        if written.get("storage_name", "plain").lower() not in {"plain", "default"}:
            yield "STORAGE of a fixed length"


def type_found(type_: Type, catalog: Catalog) -> object:
    """What the history has made of this name, if it is a type."""
    return catalog.types.get(Name(type_.schema, type_.name))


def of_own_row(op: Any, _: Catalog) -> bool:
    """Whether a new column is to hold rows of its own table."""
    return (op.column.type.schema, op.column.type.name) == (op.target.schema, op.target.name) and not op.exists


def hash_faults(op: Any) -> Iterator[str]:
    """What a hash index is not."""
    if op.index.method == "hash":
        if op.index.unique:
            yield "UNIQUE"
        if len(op.index.parts) > 1:
            yield "several columns"


def identity_of_no_number(op: Any, catalog: Catalog) -> bool:
    """Whether a column that is no whole number is to become an identity column."""
    table = catalog.table(op.target)
    found = table.column(op.column) if table is not None else None
    return found is not None and found.type.builtin and (found.type.name not in WHOLE or bool(found.type.array))


def of_no_number(op: Any, catalog: Catalog) -> bool:
    """Whether the new type is certainly no whole number; a domain of such numbers is none."""
    return (not op.type.builtin and type_found(op.type, catalog) is not None) or (
        op.type.builtin and (op.type.name not in WHOLE or bool(op.type.array))
    )


# --- what has no order


OF_NO_LETTERS = frozenset("number boolean time uuid json bytes".split())


def collated(op: Any, catalog: Catalog) -> bool:
    """Whether a column gets a collation with a type that is no text."""
    return bool(op.collation) and group_of(op.type, catalog) in OF_NO_LETTERS


@lru_cache(maxsize=1024)
def unordered(type_: Type) -> bool:
    """Whether values of a built-in type have no order, so that no key holds them."""
    known = facts().types.get(type_.name)
    return type_.builtin and not type_.array and (type_.name in SHAPES or (known is not None and known.order == "none"))


def key_unordered(op: Any, catalog: Catalog) -> bool:
    """Whether a new key has a column whose values have no order."""
    table = catalog.table(op.target)
    return table is not None and of_unordered(op.constraint, table)


def of_unordered(key: Key, table: Table) -> bool:
    """Whether a key has a column whose values have no order."""
    return any(c is not None and unordered(c.type) for c in map(table.column, key.columns))


NEEDS_CLASS = {"gin": "btree_gin", "gist": "btree_gist"}
PLAIN = frozenset("text number boolean time uuid".split())


def class_missing(op: Any, catalog: Catalog) -> bool:
    """Whether an index, or an exclusion constraint, is of a kind that a column's type does not have by itself."""
    table = catalog.table(op.target)
    made: Any = getattr(op, "index", None) or op.constraint
    if table is None or (isinstance(made, Exclusion) and made.method == "btree"):
        return False
    if isinstance(made, Key):  # WITHOUT OVERLAPS makes it a GiST index
        method, names = ("gist", made.columns) if made.without_overlaps else ("", ())
    else:
        method, names = made.method, tuple([p.column for p in made.parts if p.column and not p.opclass])
    types = [found.type for name in names if (found := table.column(name)) is not None]
    if method == "btree":
        return any(map(unordered, types))
    lacking = catalog.complete and method in NEEDS_CLASS and NEEDS_CLASS[method] not in catalog.extensions
    return lacking and any(group_of(type_, catalog) in PLAIN for type_ in types)


def result_changes(op: Any, catalog: Catalog) -> bool:
    """Whether there is such a function already, with another type of result."""
    new = op.definition
    same = (f for f in catalog.functions.get(new.name, ()) if f.arguments == new.arguments and f.kind == new.kind)
    return any(f.returns != new.returns for f in same if f.returns and new.returns)  # else by OUT parameters


def opclass_unfit(op: Any, catalog: Catalog) -> bool:
    """Whether an index orders a column of type character by an operator class for text."""
    named = [p.column for p in op.index.parts if p.opclass in TEXT_CLASSES and p.column]
    table = catalog.table(op.target) if named else None
    columns = [table.column(name) for name in named] if table is not None else []
    return any(c is not None and str(c.type).startswith("character(") for c in columns)


TEXT_CLASSES = frozenset({"text_pattern_ops", "varchar_pattern_ops", "text_ops", "varchar_ops"})


METHODS = frozenset("btree hash gist spgist gin brin".split())
PLAIN_EXTENSIONS = WITHOUT_RELATIONS - {"vector"}  # those that bring no kind of index


def inherited_otherwise(op: Any, catalog: Catalog) -> bool:
    """Whether a new table gives a column another type than its parent does, or two parents differ in it."""
    if not op.definition.inherits or op.exists:
        return False
    node: Node = op.statement.node or {}
    written = [e.get("ColumnDef", {}) for e in node.get("tableElts", ())]
    parents = [t for n in op.definition.inherits if (t := catalog.table(n)) is not None]
    told = [(c.name, c.type) for t in parents for c in t.columns]
    told += [(c["colname"], type_of(c["typeName"])) for c in written if "typeName" in c]
    first: dict[str, Type] = {}
    return any(not alike(first.setdefault(name, type_), type_) for name, type_ in told)


def alike(one: Type, other: Type) -> bool:
    """Whether two types are the same, or nobody knows."""
    return not (one.builtin and other.builtin) or one.same(other)


def method_unknown(op: Any, catalog: Catalog) -> bool:
    """Whether an index is of a kind that neither the server nor an extension has."""
    made: Any = op.constraint if hasattr(op, "constraint") else op.index
    if made.method in METHODS or not catalog.complete:
        return False
    return not any(kind == "access_method" for kind, *_ in catalog.others) and PLAIN_EXTENSIONS.issuperset(
        catalog.extensions
    )


def typed_by_row(op: Any, catalog: Catalog) -> bool:
    """Whether the columns of the table are those of a type."""
    table = catalog.table(op.target)
    return table is not None and table.of_type is not None


FACTS: dict[str, Fact] = {
    "a hash index has": lambda op, _: tuple(hash_faults(op)),
    "it would hold rows of its table": of_own_row,
    "its columns are those of a type": typed_by_row,
    "its kind of index is unknown": method_unknown,
    "a column is inherited otherwise": inherited_otherwise,
    "the operator class does not fit": opclass_unfit,
    "the result of the function changes": result_changes,
    "the value is": value_faults,
    "the type has no collation": collated,
    "its default does not fit": default_misfits,
    "USING has": using_faults,
    "it is written serial": lambda op, _: op.type.serial is not None,
    "the column has": column_faults,
    "the type is no whole number": of_no_number,
    "the column is no whole number": identity_of_no_number,
    "the key has no order": key_unordered,
    "the index has no class for it": class_missing,
}

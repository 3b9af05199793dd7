"""Column definitions, constraints and index parts: the pieces that CREATE TABLE, ALTER TABLE and CREATE INDEX share.

Constraints written on a column come out as constraints of the table, as the server makes them.
Names that the author left out are empty here; binding finds the ones that the server would choose.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import msgspec

from dbarch_lint.engines.postgres.lower.common import (
    Node,
    PgExpression,
    expr,
    options,
    origin,
    qualified,
    range_var,
    strings,
)
from dbarch_lint.engines.postgres.types import type_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Check, Column, Exclusion, ForeignKey, IndexPart, Key, replace
from dbarch_lint.source import Statement

RANGE_ENDS = frozenset({"minvalue", "maxvalue"})
ACTIONS = {"a": "NO ACTION", "r": "RESTRICT", "c": "CASCADE", "n": "SET NULL", "d": "SET DEFAULT"}
Constraint: TypeAlias = Key | ForeignKey | Check | Exclusion


class Constraints(msgspec.Struct):
    """What a list of constraint nodes amounts to."""

    primary_key: Key | None = None
    uniques: list[Key] = msgspec.field(default_factory=list)
    foreign_keys: list[ForeignKey] = msgspec.field(default_factory=list)
    checks: list[Check] = msgspec.field(default_factory=list)
    exclusions: list[Exclusion] = msgspec.field(default_factory=list)
    not_nulls: list[Node] = msgspec.field(default_factory=list)
    notable: list[str] = msgspec.field(default_factory=list)  # see `CreateTable.notable`

    def add(self, kind: str, constraint: Constraint) -> None:
        """Put a constraint where it belongs."""
        if isinstance(constraint, Key):
            if kind == "CONSTR_PRIMARY":
                if self.primary_key is not None:
                    self.notable.append("two primary keys")
                self.primary_key = constraint
            else:
                self.uniques.append(constraint)
        elif isinstance(constraint, ForeignKey):
            self.foreign_keys.append(constraint)
        elif isinstance(constraint, Check):
            self.checks.append(constraint)
        else:
            self.exclusions.append(constraint)


def constraint(statement: Statement, node: Node, column: str = "") -> Constraint | None:
    """One Constraint node; `column` is the column that it is written on. None for what is no constraint of its own."""
    kind = node["contype"]
    builder = BUILDERS.get(kind)
    return builder(statement, node, column) if builder is not None else None


def _key(statement: Statement, node: Node, column: str) -> Key:
    return Key(
        name=node.get("conname", ""),
        columns=(column,) if column else strings(node.get("keys")),
        include=strings(node.get("including")),
        nulls_distinct=not node.get("nulls_not_distinct", False),
        deferrable=node.get("deferrable", False),
        initially_deferred=node.get("initdeferred", False),
        without_overlaps=node.get("without_overlaps", False),
        using_index=node.get("indexname", ""),
        tablespace=node.get("indexspace", ""),
        origin=origin(statement, node),
    )


def _foreign_key(statement: Statement, node: Node, column: str) -> ForeignKey:
    return ForeignKey(
        name=node.get("conname", ""),
        columns=(column,) if column else strings(node.get("fk_attrs")),
        target=range_var(node["pktable"]),
        target_columns=strings(node.get("pk_attrs")),
        on_delete=ACTIONS[node.get("fk_del_action", "a")],
        on_update=ACTIONS[node.get("fk_upd_action", "a")],
        nulled=strings(node.get("fk_del_set_cols")),
        match_full=node.get("fk_matchtype") == "f",
        deferrable=node.get("deferrable", False),
        initially_deferred=node.get("initdeferred", False),
        validated=not node.get("skip_validation", False) and node.get("is_enforced", False),
        enforced=node.get("is_enforced", False),
        origin=origin(statement, node),
    )


def _check(statement: Statement, node: Node, column: str) -> Check | None:  # noqa: ARG001
    expression = expr(node.get("raw_expr"))
    if expression is None:
        return None
    enforced = node.get("is_enforced", False)
    return Check(
        name=node.get("conname", ""),
        expression=expression,
        validated=not node.get("skip_validation", False) and enforced,
        enforced=enforced,
        no_inherit=node.get("is_no_inherit", False),
        origin=origin(statement, node),
    )


def _exclusion(statement: Statement, node: Node, column: str) -> Exclusion:  # noqa: ARG001
    parts = []
    for item in node.get("exclusions", ()):
        element, operator = item["List"]["items"]
        part = index_part(element["IndexElem"])
        parts.append(replace(part, operator=strings(operator["List"]["items"])[-1]))
    return Exclusion(
        name=node.get("conname", ""),
        method=node.get("access_method", "gist"),
        parts=tuple(parts),
        include=strings(node.get("including")),
        where=expr(node.get("where_clause")),
        deferrable=node.get("deferrable", False),
        initially_deferred=node.get("initdeferred", False),
        tablespace=node.get("indexspace", ""),
        origin=origin(statement, node),
    )


BUILDERS: dict[str, Callable[[Statement, Node, str], Constraint | None]] = {
    "CONSTR_PRIMARY": _key,
    "CONSTR_UNIQUE": _key,
    "CONSTR_FOREIGN": _foreign_key,
    "CONSTR_CHECK": _check,
    "CONSTR_EXCLUSION": _exclusion,
}

# Attributes that the grammar gives as nodes of their own, after the constraint that they belong to
ATTRIBUTES: dict[str, dict[str, bool]] = {
    "CONSTR_ATTR_DEFERRABLE": {"deferrable": True},
    "CONSTR_ATTR_NOT_DEFERRABLE": {"deferrable": False},
    "CONSTR_ATTR_DEFERRED": {"deferrable": True, "initially_deferred": True},
    "CONSTR_ATTR_IMMEDIATE": {"initially_deferred": False},
    "CONSTR_ATTR_ENFORCED": {"enforced": True},
    "CONSTR_ATTR_NOT_ENFORCED": {"enforced": False, "validated": False},
}


GIVING_VALUES = frozenset({"CONSTR_DEFAULT", "CONSTR_IDENTITY", "CONSTR_GENERATED"})
NOTABLE = frozenset({"constraints", "storage_name", "compression"})  # fields of a ColumnDef
REFUSING_NULL = frozenset({"CONSTR_NOTNULL", "CONSTR_IDENTITY"})


def is_not_null(item: Node) -> bool:
    """Whether it is a NOT NULL."""
    return bool(item["Constraint"]["contype"] == "CONSTR_NOTNULL")


def notable(node: Node, *, serial: bool) -> list[str]:
    """What a ColumnDef says that some servers do not know, or all refuse: see `CreateTable.notable`."""
    if NOTABLE.isdisjoint(node):
        return []
    kinds = [item["Constraint"]["contype"] for item in node.get("constraints", ())]
    said = {
        "two values": len([kind for kind in kinds if kind in GIVING_VALUES]) + serial > 1,
        "NULL and NOT NULL": "CONSTR_NULL" in kinds and (serial or not REFUSING_NULL.isdisjoint(kinds)),
        "STORAGE": "storage_name" in node,
        "COMPRESSION": "compression" in node,
        "NOT NULL as a constraint": any(
            "is_no_inherit" in c["Constraint"] for c in node.get("constraints", ()) if is_not_null(c)
        ),
    }
    return [word for word, holds in said.items() if holds]


def column_definition(statement: Statement, node: Node, constraints: Constraints) -> Column:
    """A ColumnDef node; constraints written on it go to `constraints`."""
    name = node["colname"]
    type_ = type_of(node["typeName"]) if "typeName" in node else type_of(NO_TYPE)
    fields: dict[str, object] = {"nullable": not type_.serial}
    constraints.notable += notable(node, serial=type_.serial is not None)
    last: tuple[str, Constraint] | None = None
    for item in node.get("constraints", ()):
        written = item["Constraint"]
        kind = written["contype"]
        if kind in ATTRIBUTES:
            if last is not None:
                changes = {k: v for k, v in ATTRIBUTES[kind].items() if hasattr(last[1], k)}
                last = (last[0], replace(last[1], **changes))
            continue
        if last is not None:
            constraints.add(*last)
            last = None
        if kind == "CONSTR_NOTNULL":
            fields.update(nullable=False, not_null_name=written.get("conname", ""))
            fields["not_null_local"] = "is_no_inherit" in written
        elif kind == "CONSTR_DEFAULT":
            fields["default"] = expr(written.get("raw_expr"))
        elif kind == "CONSTR_IDENTITY":
            fields.update(nullable=False, identity="always" if written.get("generated_when") == "a" else "by default")
            if "options" in written:
                fields["sequence"] = sequence_name(written["options"])
                fields["sequence_options"] = sequence_options(written["options"])
        elif kind == "CONSTR_GENERATED":
            stored = written.get("generated_kind", "s") != "v"
            fields.update(default=expr(written.get("raw_expr")), generated="stored" if stored else "virtual")
        else:
            made = constraint(statement, written, name)
            last = (kind, made) if made is not None else None
    if last is not None:
        constraints.add(*last)
    collation = node.get("collClause")
    if collation:
        fields["collation"] = strings(collation.get("collname"))[-1]
    return Column(name=name, type=type_, origin=origin(statement, node), **fields)  # type: ignore[arg-type]


def sequence_name(nodes: Sequence[Node]) -> Name | None:
    """The name that the author gives to the sequence of an identity column."""
    given = [n["DefElem"]["arg"] for n in nodes if n["DefElem"]["defname"] == "sequence_name"]
    return qualified(given[0]["List"]["items"]) if given else None


SEQUENCE_OPTIONS = ("start", "increment", "minvalue", "maxvalue", "cache", "cycle")


def sequence_options(nodes: list[Node]) -> tuple[tuple[str, str], ...]:
    """What is said of a sequence's numbers; NO MINVALUE and NO MAXVALUE are empty texts."""
    given = options(nodes)
    return tuple([(name, given[name]) for name in SEQUENCE_OPTIONS if name in given])


def partition_bound(node: Node) -> str:
    """FOR VALUES ... of a partition."""
    if node.get("is_default"):
        return "DEFAULT"
    if node.get("strategy") == "h":
        return f"FOR VALUES WITH (MODULUS {node.get('modulus', 0)}, REMAINDER {node.get('remainder', 0)})"
    if node.get("strategy") == "l":
        return f"FOR VALUES IN ({bound_values(node.get('listdatums'))})"
    return f"FOR VALUES FROM ({bound_values(node.get('lowerdatums'))}) TO ({bound_values(node.get('upperdatums'))})"


def bound_values(nodes: list[Node] | None) -> str:
    """The values of one end of a partition; MINVALUE and MAXVALUE look like columns to the parser."""
    texts = [PgExpression(n).text for n in nodes or ()]
    return ", ".join([t.upper() if t in RANGE_ENDS else t for t in texts])


NO_TYPE: Node = {"names": [{"String": {"sval": "unknown"}}], "typemod": -1}


def index_part(node: Node) -> IndexPart:
    """An IndexElem or PartitionElem node; a column is one also in parentheses and with COLLATE in them."""
    collation, opclass = strings(node.get("collation")), strings(node.get("opclass"))
    column, inner = node.get("name", ""), node.get("expr", {})
    while "CollateClause" in inner:
        collation, inner = collation or strings(inner["CollateClause"]["collname"]), inner["CollateClause"]["arg"]
    if "ColumnRef" in inner:
        column = inner["ColumnRef"]["fields"][-1].get("String", {}).get("sval", "")
    descending = node.get("ordering") == "SORTBY_DESC"
    nulls = node.get("nulls_ordering", "SORTBY_NULLS_DEFAULT")
    return IndexPart(
        column=column,
        expression=None if column else expr(node.get("expr")),
        collation=collation[-1] if collation else "",
        opclass=opclass[-1] if opclass else "",
        descending=descending,
        nulls_first=nulls == "SORTBY_NULLS_FIRST" or (descending and nulls == "SORTBY_NULLS_DEFAULT"),
    )


def storage_options(nodes: list[Node] | None) -> tuple[tuple[str, str], ...]:
    """WITH (...) as pairs, in the order in which they are written: the server keeps it."""
    return tuple(options(nodes).items())

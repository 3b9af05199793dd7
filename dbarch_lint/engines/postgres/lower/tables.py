"""Lowering of CREATE TABLE in all its forms."""

from __future__ import annotations

from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.lower.alter import lower_alter_table
from dbarch_lint.engines.postgres.lower.common import Node, range_var, strings
from dbarch_lint.engines.postgres.lower.definitions import (
    Constraints,
    column_definition,
    constraint,
    index_part,
    partition_bound,
    storage_options,
)
from dbarch_lint.engines.postgres.types import type_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Column, Partitioning, Table, replace
from dbarch_lint.operations import CreateTable, LikeClause, Operation
from dbarch_lint.operations.not_null import own_not_null
from dbarch_lint.source import Origin, Statement

# Bits of LIKE ... INCLUDING, as PostgreSQL's TableLikeOption numbers them
LIKE_BITS = (
    "comments",
    "compression",
    "constraints",
    "defaults",
    "generated",
    "identity",
    "indexes",
    "statistics",
    "storage",
)
STRATEGIES = {
    "r": "range",
    "l": "list",
    "h": "hash",
    "PARTITION_STRATEGY_RANGE": "range",
    "PARTITION_STRATEGY_LIST": "list",
    "PARTITION_STRATEGY_HASH": "hash",
}


def lower_create(statement: Statement, node: Node) -> tuple[CreateTable]:
    """CREATE TABLE, also PARTITION OF, OF type and INHERITS."""
    relation = node["relation"]
    name = range_var(relation)
    constraints = Constraints()
    columns: list[Column] = []
    likes: list[LikeClause] = []
    for element in node.get("tableElts", ()):
        if "ColumnDef" in element:
            columns.append(column_definition(statement, element["ColumnDef"], constraints))
        elif "Constraint" in element:
            written = element["Constraint"]
            if written["contype"] == "CONSTR_NOTNULL":
                constraints.not_nulls.append(written)
                constraints.notable.append("NOT NULL as a constraint")
            made = constraint(statement, written)
            if made is not None:
                constraints.add(written["contype"], made)
        elif "TableLikeClause" in element:
            likes.append(like_clause(element["TableLikeClause"], len(columns)))
    not_nulls = {
        column: (written.get("conname", ""), written.get("is_no_inherit", False))
        for written in constraints.not_nulls
        for column in strings(written.get("keys"))
    }
    columns = [own_not_null(c, *not_nulls.pop(c.name)) if c.name in not_nulls else c for c in columns]
    inherited = tuple(range_var(n["RangeVar"]) for n in node.get("inhRelations", ()))
    bound = node.get("partbound")
    partitioned = node.get("partspec")
    kind = "partitioned" if partitioned else "partition" if bound else "table"
    table = Table(
        name=name,
        kind=kind,  # type: ignore[arg-type]
        columns=tuple(columns),
        primary_key=constraints.primary_key,
        uniques=tuple(constraints.uniques),
        foreign_keys=tuple(constraints.foreign_keys),
        checks=tuple(constraints.checks),
        exclusions=tuple(constraints.exclusions),
        partition_by=partitioning(partitioned) if partitioned else None,
        partition_of=inherited[0] if bound else None,
        partition_default=bool(bound and bound.get("is_default")),
        partition_bound=partition_bound(bound) if bound else "",
        inherits=() if bound else inherited,
        temporary=relation.get("relpersistence") == "t",
        until_commit=node.get("oncommit") == "ONCOMMIT_DROP",
        unlogged=relation.get("relpersistence") == "u",
        options=storage_options(node.get("options")),
        tablespace=node.get("tablespacename", ""),
        origin=Origin(statement),
    )
    return (
        CreateTable(
            statement=statement,
            table=name,
            definition=table,
            if_not_exists=node.get("if_not_exists", False),
            likes=tuple(likes),
            of_type=type_of(node["ofTypename"]) if "ofTypename" in node else None,
            notable=tuple(constraints.notable),
            not_nulls=tuple((column, *said) for column, said in not_nulls.items()),
        ),
    )


def like_clause(node: Node, at: int) -> LikeClause:
    """LIKE source INCLUDING ..."""
    bits = node.get("options", 0)
    words = frozenset(word for i, word in enumerate(LIKE_BITS) if bits >> i & 1)
    return LikeClause(table=range_var(node["relation"]), including=words, at=at)


def partitioning(node: Node) -> Partitioning:
    """PARTITION BY."""
    parts = tuple(index_part(p["PartitionElem"]) for p in node.get("partParams", ()))
    return Partitioning(strategy=STRATEGIES.get(node.get("strategy", ""), "range"), parts=parts)


def lower_foreign(statement: Statement, node: Node) -> tuple[Operation, ...]:
    """CREATE FOREIGN TABLE."""
    (made,) = lower_create(statement, node["base"])
    return (replace(made, definition=replace(made.definition, kind="foreign", server=node.get("servername", ""))),)


def lower_create_as(statement: Statement, node: Node) -> tuple[Operation, ...]:
    """CREATE TABLE AS; a materialized view is lowered with the views."""
    if node.get("objtype") == "OBJECT_MATVIEW":
        from dbarch_lint.engines.postgres.lower.views import lower_materialized

        return tuple(lower_materialized(statement, node))
    into = node["into"]
    return (created_from_query(statement, into, node.get("query", {}), if_not_exists=node.get("if_not_exists", False)),)


def created_from_query(statement: Statement, into: Node, query: Node, *, if_not_exists: bool = False) -> CreateTable:
    """The operation for CREATE TABLE AS and SELECT INTO, from the IntoClause."""
    relation = into["rel"]
    name = range_var(relation)
    names = strings(into.get("colNames"))
    output = [n or "" for n in expressions.output_columns(query)]
    titles = [*names, *output[len(names) :]]
    unknown = type_of({"names": [{"String": {"sval": "unknown"}}], "typemod": -1})
    complete = all(titles) and "*" not in titles
    columns = tuple(Column(name=t, type=unknown, origin=Origin(statement)) for t in titles) if complete else ()
    table = Table(
        name=name,
        columns=columns,
        temporary=relation.get("relpersistence") == "t",
        until_commit=into.get("onCommit") == "ONCOMMIT_DROP",
        unlogged=relation.get("relpersistence") == "u",
        tablespace=into.get("tableSpaceName", ""),
        origin=Origin(statement),
    )
    return CreateTable(
        statement=statement,
        table=name,
        definition=table,
        if_not_exists=if_not_exists,
        reads=tuple(Name(schema, table) for schema, table in expressions.relations(query)),
        as_query=True,
        query=query,
        filled=not into.get("skipData", False),
    )


LOWER = {
    "CreateStmt": lower_create,
    "CreateForeignTableStmt": lower_foreign,
    "CreateTableAsStmt": lower_create_as,
    "AlterTableStmt": lower_alter_table,
}

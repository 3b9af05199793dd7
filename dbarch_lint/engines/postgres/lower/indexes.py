"""Lowering of CREATE INDEX and REINDEX."""

from __future__ import annotations

from dbarch_lint.engines.postgres.lower.common import Node, expr, is_on, options, range_var
from dbarch_lint.engines.postgres.lower.definitions import index_part, storage_options
from dbarch_lint.objects import Index
from dbarch_lint.operations import CreateIndex, Operation, Reindex
from dbarch_lint.source import Origin, Statement


def lower_index(statement: Statement, node: Node) -> tuple[Operation, ...]:
    """CREATE INDEX."""
    relation = node["relation"]
    index = Index(
        name=node.get("idxname", ""),
        parts=tuple([index_part(p["IndexElem"]) for p in node.get("indexParams", ())]),
        unique=node.get("unique", False),
        method=node.get("accessMethod", "btree").replace("rtree", "gist"),  # an old word for it
        include=tuple([p["IndexElem"].get("name", "") for p in node.get("indexIncludingParams", ())]),
        where=expr(node.get("whereClause")),
        nulls_distinct=not node.get("nulls_not_distinct", False),
        options=storage_options(node["options"]) if "options" in node else (),
        tablespace=node.get("tableSpace", ""),
        origin=Origin(statement),
    )
    return (
        CreateIndex(
            statement=statement,
            table=range_var(relation),
            index=index,
            concurrent=node.get("concurrent", False),
            if_not_exists=node.get("if_not_exists", False),
            only=not relation.get("inh", False),
        ),
    )


def lower_reindex(statement: Statement, node: Node) -> tuple[Operation, ...]:
    """REINDEX of an index, table, schema, the system catalogs or the database."""
    kind = node.get("kind", "REINDEX_OBJECT_INDEX").removeprefix("REINDEX_OBJECT_").lower()
    relation = node.get("relation")
    name = range_var(relation) if relation else None
    given = options(node.get("params"))
    return (
        Reindex(
            statement=statement,
            kind=kind,
            index=name if kind == "index" else None,
            table=name if kind == "table" else None,
            schema=node.get("name", "") if kind == "schema" else "",
            concurrent="concurrently" in given and is_on(given["concurrently"]),
            tablespace=given.get("tablespace", ""),
        ),
    )


LOWER = {"IndexStmt": lower_index, "ReindexStmt": lower_reindex}

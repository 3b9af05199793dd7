"""ALTER INDEX, VIEW, MATERIALIZED VIEW and SEQUENCE, which the grammar makes ALTER TABLE; what actions share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres.lower import named
from dbarch_lint.engines.postgres.lower.common import Node, option_text, options, range_var
from dbarch_lint.engines.postgres.lower.views import parameters
from dbarch_lint.names import Name
from dbarch_lint.operations import Operation
from dbarch_lint.source import Statement


class Action(msgspec.Struct, frozen=True):
    """One action of an ALTER TABLE, and what it shares with its neighbours."""

    statement: Statement
    table: Name
    kind: str  # table, index, view, matview, sequence, type, foreign_table
    only: bool
    if_exists: bool
    offset: int
    cmd: Node

    @property
    def name(self) -> str:
        return str(self.cmd.get("name", ""))

    @property
    def definition(self) -> Node:
        """The content of the action's `def` node, whatever its kind."""
        (content,) = self.cmd["def"].values()
        return content  # type: ignore[no-any-return]

    @property
    def base(self) -> dict[str, object]:
        return {
            "statement": self.statement,
            "table": self.table,
            "offset": self.offset,
            "only": self.only,
            "if_exists": self.if_exists,
        }


Lowered = Operation | Sequence[Operation]


def on_index(action: Action) -> Operation:
    """ALTER INDEX."""
    subtype, definition = action.cmd["subtype"], action.cmd.get("def")
    option = INDEX_OPTIONS.get(subtype, "other")
    other = range_var(definition["PartitionCmd"]["name"]) if definition and "PartitionCmd" in definition else None
    given = options(definition["List"].get("items")) if definition and "List" in definition else {}
    if "num" in action.cmd:  # of the column that statistics are set for
        given = {str(action.cmd["num"]): ""}
    if option == "tablespace":
        given = {action.name: ""}
    return ops.AlterIndex(
        statement=action.statement,
        offset=action.offset,
        index=action.table,
        option=option,
        names=tuple(given),
        values=tuple(given.values()) if option == "storage_parameter" else (),
        other=other,
    )


INDEX_OPTIONS = {
    "AT_SetRelOptions": "storage_parameter",
    "AT_ResetRelOptions": "reset_parameter",
    "AT_SetTableSpace": "tablespace",
    "AT_ChangeOwner": "owner",
    "AT_SetStatistics": "column_statistics",
    "AT_AttachPartition": "attach_partition",
    "AT_ClusterOn": "cluster_on",
}


def on_view(action: Action) -> Operation:
    """ALTER VIEW and ALTER MATERIALIZED VIEW."""
    subtype, definition = action.cmd["subtype"], action.cmd.get("def")
    given = parameters(definition["List"].get("items")) if definition and "List" in definition else {}
    option = VIEW_OPTIONS.get(subtype, "other")
    if option in {"cluster_on", "access_method", "tablespace"}:
        given = {action.name: ""}
    if option == "owner":
        given = {named.role(action.cmd["newowner"]): ""}
    column, texts = "", tuple(given.values())
    if option.startswith("column_"):
        column = action.name or str(action.cmd.get("num", ""))
        texts = (option_text(definition),) if option in OF_ONE_VALUE else texts
    return ops.AlterView(
        statement=action.statement,
        offset=action.offset,
        table=action.table,
        materialized=action.kind == "matview",
        option=option,
        column=column,
        names=tuple(given),
        values=texts,
    )


OF_ONE_VALUE = frozenset(("column_statistics", "column_storage", "column_compression"))


VIEW_OPTIONS = {
    "AT_ColumnDefault": "column_default",
    "AT_SetRelOptions": "storage_parameter",
    "AT_ResetRelOptions": "reset_parameter",
    "AT_SetTableSpace": "tablespace",
    "AT_SetAccessMethod": "access_method",
    "AT_ChangeOwner": "owner",
    "AT_ClusterOn": "cluster_on",
    "AT_DropCluster": "without_cluster",
    "AT_ReplicaIdentity": "replica_identity",
    "AT_SetStatistics": "column_statistics",
    "AT_SetStorage": "column_storage",
    "AT_SetCompression": "column_compression",
    "AT_SetOptions": "column_attribute",
    "AT_ResetOptions": "column_attribute",
}


def on_sequence(action: Action) -> Operation:
    """ALTER SEQUENCE ... SET LOGGED, OWNER TO."""
    subtype = action.cmd["subtype"]
    return ops.AlterSequence(
        statement=action.statement,
        offset=action.offset,
        table=action.table,
        options=(subtype[3:].lower() if subtype in SEQUENCE_ACTIONS else "other",),
        role=named.role(action.cmd.get("newowner", {})),
    )


SEQUENCE_ACTIONS = frozenset(("AT_ChangeOwner", "AT_SetLogged", "AT_SetUnLogged"))


SPECIAL: dict[str, Callable[[Action], Lowered]] = {
    "index": on_index,
    "view": on_view,
    "matview": on_view,
    "sequence": on_sequence,
}

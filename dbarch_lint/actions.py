"""What an operation is called in the middle of a sentence."""

from __future__ import annotations

from dbarch_lint.operations import AlterPartitions, DropConstraint, Operation, SetTableOption

WORDS = {
    "AddColumn": "adding {0.table}.{0.column.name}",
    "DropColumn": "dropping {0.table}.{0.column}",
    "NarrowIndex": "dropping {0.table}.{0.column}",
    "RedefineColumn": "redefining {0.table}.{0.column}",
    "AlterColumnType": "changing {0.table}.{0.column} to {0.type}",
    "SetNotNull": "making {0.table}.{0.column} NOT NULL",
    "DropNotNull": "letting {0.table}.{0.column} be NULL",
    "AddPrimaryKey": "adding the primary key of {0.table}",
    "AddUnique": "adding {0.constraint.name}",
    "AddForeignKey": "adding {0.constraint.name}",
    "AddCheck": "adding {0.constraint.name}",
    "AlterConstraint": "enforcing {0.name}",
    "DropIndex": "dropping {0.index.name}",
    "CreateIndex": "building {0.index.name}",
    "Vacuum": "OPTIMIZE TABLE",
}
OPTIONS = {
    "engine": "changing the storage engine of {0.table}",
    "convert_charset": "converting {0.table} to {0.value}",
    "order_by": "sorting {0.table}",
    "force": "FORCE",
}
PARTITIONS = {
    "partition_by": "partitioning {0.table}",
    "remove_partitioning": "taking the partitions of {0.table} away",
}


def action_in_words(op: Operation) -> str:
    """A gerund with its object, mostly: `adding orders.note`."""
    if isinstance(op, SetTableOption):
        said = OPTIONS.get(op.option, "setting {0.option} of {0.table}")
    elif isinstance(op, AlterPartitions):
        said = PARTITIONS.get(op.action, "{0.action} of partitions of {0.table}")
    elif isinstance(op, DropConstraint):
        said = "dropping the primary key of {0.table}" if op.kind == "primary_key" else "dropping {0.name}"
    else:
        said = WORDS.get(type(op).__name__, "this")
    return said.format(op)

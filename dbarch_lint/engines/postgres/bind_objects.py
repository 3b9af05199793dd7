"""Binding of what stands beside tables and hangs on them: views, functions, types, policies, triggers, grants."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import create, expressions, naming, not_null
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.engines.postgres.versions import TRIGGERS_RENAMED_BELOW
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.named import SCHEMA
from dbarch_lint.names import Name
from dbarch_lint.objects import Domain, IndexEntry, Policy, Table, View, replace
from dbarch_lint.operations import Operation


def attach_partition(op: ops.AttachPartition, scope: Scope) -> Operation:
    """ATTACH PARTITION: what the table becomes."""
    from dbarch_lint.engines.postgres import partitions

    return partitions.attach(op, scope)


def detach_partition(op: ops.DetachPartition, scope: Scope) -> Operation:
    """DETACH PARTITION: what it is on its own."""
    from dbarch_lint.engines.postgres import partitions

    return partitions.detach(op, scope)


def with_index_table(op: ops.DropIndex | ops.RenameIndex | ops.AlterIndex, scope: Scope) -> Operation:
    """DROP, RENAME and ALTER INDEX: the table of the index."""
    entry = scope.catalog.relations.get(op.index)
    return replace(op, table=entry.table) if isinstance(entry, IndexEntry) else op


def of_owners(op: Operation, scope: Scope) -> Operation | tuple[Operation, ...]:
    """What may change who owns something and where it lies."""
    from dbarch_lint.engines.postgres import owners

    return owners.BOUND[type(op)](op, scope)


def create_extension(op: ops.CreateExtension, scope: Scope) -> Operation:
    """CREATE EXTENSION: its schema, where that is another one than people expect and the extension leaves it open."""
    if op.schema or scope.default_schema == "public":
        return op
    from dbarch_lint.engines.postgres.extensions import BY_EXTENSION

    return replace(op, schema=scope.default_schema) if op.name in BY_EXTENSION else op


def drop_extension(op: ops.DropExtension, scope: Scope) -> Operation:
    """DROP EXTENSION: what goes with it."""
    from dbarch_lint.engines.postgres import extensions

    return extensions.drop_extension(op, scope)


def create_function(op: ops.CreateFunction, scope: Scope) -> Operation:
    """CREATE FUNCTION: its schema, and what a body in SQL names."""
    name = scope.new_name(op.definition.name)
    op = op if name is op.definition.name else replace(op, definition=replace(op.definition, name=name))
    if op.definition.language.lower() != "sql":
        return op
    from dbarch_lint.engines.postgres import sql_bodies

    return sql_bodies.bound(op, scope)


def create_type(op: ops.CreateType, scope: Scope) -> Operation:
    """CREATE TYPE and CREATE DOMAIN."""
    return replace(op, definition=create.bound_type(op.definition, scope))


def alter_domain(op: ops.AlterDomain, scope: Scope) -> Operation:
    """ALTER DOMAIN: the materialized views that are read again, and the name of a CHECK."""
    domain = scope.catalog.types.get(op.name)
    if op.action in {"add_check", "validate_constraint", "set_not_null"}:
        from dbarch_lint.engines.postgres import view_columns

        op = replace(op, matviews=view_columns.matviews_with(op.name, scope))
    if op.action != "add_check" or op.constraint or not isinstance(domain, Domain):
        return op
    own = {check.name for check in domain.checks}
    return replace(op, constraint=naming.domain_check_name(op.name, own, scope))


def create_view(op: ops.CreateView, scope: Scope) -> Operation:
    """CREATE VIEW: what it reads."""
    from dbarch_lint.engines.postgres import view_columns

    return view_columns.bound(op, scope)


def alter_view(op: ops.AlterView, scope: Scope) -> Operation | tuple[Operation, ...]:
    """ALTER MATERIALIZED VIEW: the type of the column that it is about, the owner, or the tablespace.

    RENAME COLUMN is done to what there is, whatever it is called.
    """
    if op.option == "rename_column":
        there = scope.catalog.relations.get(op.table)
        if isinstance(there, View):
            return replace(op, materialized=there.materialized)
        if isinstance(there, Table):
            old, new = op.names
            meant = ops.RenameColumn(statement=op.statement, offset=op.offset, table=op.table, column=old, new_name=new)
            return not_null.keep_names(meant, scope)
    if op.option not in {"column_storage", "column_compression"}:
        return of_owners(op, scope)
    view = scope.catalog.view(op.table)
    if view is None:
        return op
    from dbarch_lint.engines.postgres import view_columns

    return replace(op, column_type=view_columns.plain_types(view, scope).get(op.column))


def publication(op: ops.CreateObject | ops.AlterObject, scope: Scope) -> Operation:
    """CREATE and ALTER PUBLICATION: the children of its tables, which it takes too, and the schema that is meant."""
    if op.kind != "publication" or not (op.tables or op.options):
        return op
    here = scope.default_schema
    options = [(key, value or here) if key == SCHEMA else (key, value) for key, value in op.options]
    return replace(op, tables=with_children(op, scope.catalog), options=tuple(options))


def with_children(op: ops.CreateObject | ops.AlterObject, catalog: Catalog) -> tuple[Name, ...]:
    """The tables of a publication with the inheritance children that come along where ONLY does not keep them out.

    Partitions do not: what is sent of them is what the publication has above them.
    """
    specs: list[dict[str, Any]] = [o["PublicationObjSpec"] for o in (op.statement.node or {}).get("pubobjects", ())]
    alone = ["inh" not in spec["pubtable"]["relation"] for spec in specs if "pubtable" in spec]
    found: dict[Name, None] = {}
    for name, only in zip(op.tables, alone, strict=True):
        found[name] = None
        table = catalog.table(name)
        if table is not None and not only and table.partition_by is None:
            found.update(dict.fromkeys(sorted(t.name for t in catalog.descendants(name))))
    return tuple(found)


def create_sequence(op: ops.CreateSequence, scope: Scope) -> Operation:
    """CREATE SEQUENCE: its owner."""
    owner = scope.relation(op.definition.owner) if op.definition.owner is not None else None
    exists = op.table in scope.catalog.relations
    return replace(op, definition=replace(op.definition, name=op.table, owner=owner), exists=exists)


def grant(op: ops.Grant, scope: Scope) -> Operation:
    """GRANT on tables: which."""
    if op.kind not in {"table", "sequence"} or op.all_in_schema:
        return op
    return replace(op, names=tuple(scope.relation(n) for n in op.names))


def policy_reads(op: Policy | ops.AlterPolicy, scope: Scope) -> tuple[Name, ...]:
    """The relations that the subqueries of a policy read."""
    conditions = [e for e in (op.using, op.check) if e is not None and e.reads_tables]
    return tuple([scope.relation(Name(*name)) for e in conditions for name in expressions.relations(node_of(e))])


def create_policy(op: ops.CreatePolicy, scope: Scope) -> Operation:
    """CREATE POLICY: what it reads."""
    reads = policy_reads(op.policy, scope)
    return replace(op, policy=replace(op.policy, reads=reads)) if reads else op


def alter_policy(op: ops.AlterPolicy, scope: Scope) -> Operation:
    """ALTER POLICY: what it reads from then on, by the new conditions and by those that stay."""
    table = scope.catalog.table(op.table)
    old = next((p for p in table.policies if p.name == op.name), None) if table is not None else None
    stays = [old.using if op.using is None else None, old.check if op.check is None else None] if old else []
    kept = old.reads if old is not None and any(e is not None and e.reads_tables for e in stays) else ()
    return replace(op, reads=(*policy_reads(op, scope), *kept))


def create_trigger(op: ops.CreateTrigger, scope: Scope) -> Operation:
    """CREATE TRIGGER: its function, and the table after FROM."""
    function = scope.function_name(op.trigger.function)
    return replace(op, trigger=replace(op.trigger, function=function, constrained=op.constrained))


def alter_trigger(op: ops.AlterTrigger, scope: Scope) -> Operation:
    """ALTER TRIGGER ... RENAME: whether partitions take part."""
    return replace(op, only=True) if op.action == "rename" and scope.version < TRIGGERS_RENAMED_BELOW else op


SPECIAL: dict[type[Operation], Callable[[Any, Scope], Operation | tuple[Operation, ...]]] = {
    **dict.fromkeys((ops.AlterIndex, ops.DropOwned, ops.MoveAll, ops.ReassignOwned), of_owners),
    ops.AttachPartition: attach_partition,
    ops.CreateExtension: create_extension,
    ops.DetachPartition: detach_partition,
    ops.DropExtension: drop_extension,
    ops.CreateFunction: create_function,
    ops.CreateType: create_type,
    ops.AlterDomain: alter_domain,
    ops.CreateView: create_view,
    ops.AlterView: alter_view,
    ops.CreateSequence: create_sequence,
    ops.CreateObject: publication,
    ops.AlterObject: publication,
    ops.CreateTrigger: create_trigger,
    ops.AlterTrigger: alter_trigger,
    ops.Grant: grant,
    ops.CreatePolicy: create_policy,
    ops.AlterPolicy: alter_policy,
}

"""What CASCADE does beside the operation itself, as operations: those that a user would have to write without it.

ALTER TYPE and DROP TYPE do the same to the tables OF the type. What is dropped takes along the policies and rules of
other tables that read it; a server, its foreign tables; functions, types and collations, the expressions with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.lower.common import range_var
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.named import Named
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Expression, Function, Table
from dbarch_lint.operations import Operation

DROPS = ops.DropTable | ops.DropView | ops.DropColumn | ops.DropSchema
Base = dict[str, Any]


def changes(op: Any, catalog: Catalog) -> Iterator[Operation]:
    """These operations, not bound yet; none without CASCADE."""
    base: Base = {"statement": op.statement, "offset": op.offset, "implied": True}
    if not op.cascade:
        return
    if isinstance(op, ops.AlterType):
        found = [attribute_change(op, {"table": name, **base}) for name in tables_of(op.name, catalog)]
        yield from [change for change in found if change is not None]
    elif isinstance(op, ops.DropType):
        yield from [ops.DropTable(table=name, cascade=True, **base) for name in tables_of(op.name, catalog)]
        yield from users_dropped(op.name, lambda e: casts(node_of(e) or {}, op.name), casts, catalog, base)
    elif isinstance(op, ops.DropFunction):
        overloads = catalog.functions.get(op.name, ())
        if len(overloads) == 1:  # which of several is called depends on types
            yield from callers_dropped(overloads[0], catalog, base)
    elif isinstance(op, ops.DropObject) and op.kind == "collation":
        yield from collated_dropped(op.name.rpartition(".")[2], catalog, base)
    elif isinstance(op, ops.DropObject):
        servers = servers_of(op, catalog)
        tables = [t.name for t in catalog.relations.values() if isinstance(t, Table) and t.server in servers]
        yield from [ops.DropTable(table=name, cascade=True, **base) for name in tables]
        yield from [ops.DropObject(kind="server", name=name, **base) for name in servers - {op.name}]
    elif isinstance(op, DROPS):
        yield from rules_dropped(op, catalog, base)
    if isinstance(op, ops.DropTable | ops.DropView | ops.DropType):
        name = op.name if isinstance(op, ops.DropType) else op.table
        yield from [ops.DropFunction(name=function, cascade=True, **base) for function in returning(name, catalog)]


# --- tables of a type, and of a server


def tables_of(type_: Name, catalog: Catalog) -> list[Name]:
    """The tables that were made OF a composite type."""
    return [t.name for t in catalog.relations.values() if isinstance(t, Table) and t.of_type == type_]


def attribute_change(op: ops.AlterType, base: Base) -> Operation | None:
    """What an action on an attribute is for a table; None for what concerns the type alone."""
    if op.action == "add_attribute" and op.column is not None:
        return ops.AddColumn(column=op.column, **base)
    if op.action == "drop_attribute":
        return ops.DropColumn(column=op.attribute, cascade=True, missing_ok=True, **base)
    if op.action == "alter_attribute" and op.type is not None:
        return ops.AlterColumnType(column=op.attribute, type=op.type, **base)
    if op.action == "rename_attribute":
        return ops.RenameColumn(column=op.attribute, new_name=op.new_name, **base)
    return None


def servers_of(op: ops.DropObject, catalog: Catalog) -> set[str]:
    """The foreign servers that go: the one that is named, or all of a foreign-data wrapper."""
    if op.kind != "foreign_data_wrapper":
        return {op.name} if op.kind == "server" else set()
    return {n.name for (kind, _), n in catalog.others.items() if kind == "server" and wrapper(n) == op.name}


def wrapper(server: Named) -> str:
    """The foreign-data wrapper of a server."""
    node = server.origin.statement.node if server.origin is not None else None
    return str((node or {}).get("fdwname", ""))


def returning(name: Name, catalog: Catalog) -> list[Name]:
    """The functions, each the only one of its name, that return values of a type, or rows of a relation."""
    texts = {f"{many}{text}" for many in ("", "SETOF ") for text in (name.name, name.full)}
    return [function for function, found in catalog.functions.items() if len(found) == 1 and found[0].returns in texts]


# --- what uses a function, a type or a collation


def callers_dropped(function: Function, catalog: Catalog, base: Base) -> Iterator[Operation]:
    """What is made of expressions and queries that call a function; what triggers run, nothing else calls."""
    if function.returns not in UNCALLED:
        yield from users_dropped(function.name, lambda e: runs(e, function.name), calls, catalog, base)


def users_dropped(
    gone: Name, needs: Callable[[Expression], bool], names: Callable[[Any, Name], bool], catalog: Catalog, base: Base
) -> Iterator[Operation]:
    """What is made of expressions and queries that need what is dropped."""
    for table in catalog.tables:
        yield from parts_dropped(table, lambda e: e is not None and needs(e), base)
    for view in catalog.views:
        written = view.origin.statement if view.origin is not None else None
        if written is not None and written.may_say(gone.name) and names((written.node or {}).get("query", {}), gone):
            yield ops.DropView(table=view.name, materialized=view.materialized, cascade=True, **base)


def parts_dropped(table: Table, needs: Callable[[Expression | None], bool], base: Base) -> Iterator[Operation]:
    """Indexes, CHECKs, policies, defaults and generated columns of a table with such an expression."""
    change: Base = {"table": table.name, **base}
    for index in table.indexes:
        if needs(index.where) or any(needs(part.expression) for part in index.parts):
            yield ops.DropIndex(index=table.name.sibling(index.name), cascade=True, **base)
    for check in table.checks:
        if needs(check.expression):
            yield ops.DropConstraint(name=check.name, cascade=True, missing_ok=True, **change)
    for policy in table.policies:
        if needs(policy.using) or needs(policy.check):
            yield ops.DropPolicy(name=policy.name, **change)
    for column in table.columns:
        if needs(column.default) and column.generated:
            yield ops.DropColumn(column=column.name, cascade=True, missing_ok=True, **change)
        elif needs(column.default):
            yield ops.DropDefault(column=column.name, **change)


UNCALLED = frozenset({"trigger", "event_trigger"})  # results of functions that no expression can call


def runs(expression: Expression, function: Name) -> bool:
    """Whether an expression calls a function of this name: its functions are known, and its tree is another walk."""
    named = not expression.functions.isdisjoint({function.name, function.full})
    return named and calls(node_of(expression) or {}, function)


def calls(tree: Any, function: Name) -> bool:
    """Whether an expression or a query calls a function of this name."""
    found = (expressions.names_of(fields["funcname"]) for kind, fields in expressions.walk(tree) if kind == "FuncCall")
    return any(is_named(parts, function) for parts in found)


def casts(tree: Any, type_: Name) -> bool:
    """Whether it casts to a type of this name."""
    found = (fields["typeName"].get("names", ()) for kind, fields in expressions.walk(tree) if kind == "TypeCast")
    return any(is_named(expressions.names_of(parts), type_) for parts in found)


def is_named(parts: tuple[str, ...], name: Name) -> bool:
    """Whether a name, with its schema or without, may be this one."""
    return parts in {(name.name,), (name.schema, name.name)}


def collated_dropped(collation: str, catalog: Catalog, base: Base) -> Iterator[Operation]:
    """The indexes and columns of a collation."""
    for table in catalog.tables:
        for index in table.indexes:
            if any(part.collation == collation for part in index.parts):
                yield ops.DropIndex(index=table.name.sibling(index.name), cascade=True, **base)
        for column in table.columns:
            if column.collation == collation:
                yield ops.DropColumn(table=table.name, column=column.name, cascade=True, missing_ok=True, **base)


# --- policies and rules


def rules_dropped(op: DROPS, catalog: Catalog, base: Base) -> Iterator[Operation]:
    """The policies and rules of other tables that go, because they read or write what is dropped."""
    gone = with_readers(named(op, catalog), catalog)
    own, column = (op.table, op.column) if isinstance(op, ops.DropColumn) else (None, "")
    read_by = (catalog.policed.get(name, NO_NAMES) for name in (*gone, own) if name is not None)
    for relation in sorted(frozenset[Name]().union(*read_by)):
        table = catalog.table(relation)
        for policy in table.policies if table is not None and relation not in gone else ():
            conditions = [node_of(e) or {} for e in (policy.using, policy.check)]
            if not gone.isdisjoint(policy.reads) or (own in policy.reads and column in words(conditions)):
                yield ops.DropPolicy(table=relation, name=policy.name, **base)
    for (kind, _), rule in catalog.others.items():
        if kind == "rule" and rule.origin is not None and rule.tables[0] not in gone:
            read, said = rule_reads(rule)
            if not gone.isdisjoint(read) or (own in read and column in said):
                yield ops.DropObject(kind="rule", name=rule.name, tables=rule.tables, **base)


def named(op: DROPS, catalog: Catalog) -> list[Name]:
    """The relations that an operation drops, or the views that use a column that it drops."""
    if isinstance(op, ops.DropSchema):
        return [n for n in catalog.relations if n.schema == op.name]
    if isinstance(op, ops.DropColumn):
        readers = [catalog.view(name) for name in catalog.users.get(op.table, NO_NAMES)]
        return [view.name for view in readers if view is not None and view.uses_column(op.table, op.column)]
    return [op.table, *(t.name for t in catalog.descendants(op.table))]


def with_readers(names: Iterable[Name], catalog: Catalog) -> set[Name]:
    """Relations, with the views that read them and those that read these."""
    found, waiting = set[Name](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += catalog.users.get(name, NO_NAMES)
    return found


def rule_reads(rule: Named) -> tuple[set[Name], set[str]]:
    """The relations that a rule reads and writes, and the columns that it names."""
    node = (rule.origin.statement.node if rule.origin is not None else None) or {}
    tree = {"whereClause": node.get("whereClause", {}), "actions": node.get("actions", [])}
    found = [range_var(fields["relation"]) for kind, fields in expressions.walk(tree) if kind in WRITES]
    found += [Name(*read) for read in expressions.relations(tree)]
    return {Name(n.schema or rule.tables[0].schema, n.name) for n in found}, words(tree)


def words(tree: Any) -> set[str]:
    """The names of columns in a tree, and what qualifies them."""
    found = set[str]()
    for kind, fields in expressions.walk(tree):
        if kind == "ColumnRef":
            found.update(expressions.names_of(fields["fields"]))
        elif kind == "ResTarget":
            found.add(fields.get("name", ""))
    return found


WRITES = frozenset({"InsertStmt", "UpdateStmt", "DeleteStmt"})

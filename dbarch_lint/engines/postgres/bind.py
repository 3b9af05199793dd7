"""Binding: raw operations to operations that the catalog, the effects and the rules can take at their word.

Names are resolved against the search path, unnamed constraints and indexes get the server's names, types the
schemas of their user types, and the plain words that fact tables match on are filled in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import bind_objects, create, not_null, own_parts, words
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.engines.postgres.versions import NAMED_NOT_NULL, SHARED_IDENTITY
from dbarch_lint.names import Name
from dbarch_lint.objects import Check, Exclusion, ForeignKey, IndexEntry, Key, Sequence, Table, View, replace
from dbarch_lint.operations import Operation
from dbarch_lint.session import Session

Op = TypeVar("Op", bound=Operation)


def bind(op: Operation, catalog: Catalog, session: Session, version: int) -> Operation | tuple[Operation, ...]:
    """The bound form of one operation, given the catalog and session before it; with others that it brings along."""
    cls = type(op)
    fields = FIELDS.get(cls)
    if fields is None:
        fields = FIELDS[cls] = name_fields(cls)
    scope = Scope(catalog, session, version)
    changes: dict[str, Any] = {}
    for field, resolve in fields:
        value = getattr(op, field)
        if value:
            found = resolve(scope, value)
            if found is not value:
                changes[field] = found
    if changes:
        op = replace(op, **changes)
    special = SPECIAL.get(cls)
    bound = special(op, scope) if special is not None else op
    if cls in MADE and (session.settings or session.local or op.statement.says(b"tablespace")):
        from dbarch_lint.engines.postgres import owners

        return owners.made(bound, scope)
    return bound


Resolver = Callable[[Scope, Any], Any]
FIELDS: dict[type[Operation], tuple[tuple[str, Resolver], ...]] = {}
CREATED = {ops.CreateTable, ops.CreateView, ops.CreateSequence}
TYPES = {ops.DropType, ops.RenameType, ops.AddEnumValue, ops.RenameEnumValue, ops.AlterDomain, ops.AlterType}
# What has an owner or lies in a tablespace, by what the session says.
MADE = frozenset(
    (ops.AddExclusion, ops.AddPrimaryKey, ops.AddUnique, ops.CreateFunction, ops.CreateIndex, ops.CreateObject)
) | frozenset((ops.CreateSchema, ops.CreateSequence, ops.CreateTable, ops.CreateType, ops.CreateView))
FUNCTIONS = {ops.DropFunction, ops.AlterFunction, ops.CallProcedure}


def role_named(scope: Scope, said: str) -> str:
    """The role that is meant."""
    from dbarch_lint.engines.postgres import owners

    return owners.named(said, scope.session)


def name_fields(cls: type[Operation]) -> tuple[tuple[str, Resolver], ...]:
    """Which fields of an operation hold names, and how each is resolved. Worked out once a class."""
    table: Resolver = Scope.new_relation if cls in CREATED else Scope.relation
    if cls is ops.SetSchema:
        table = Scope.any_object
    resolvers: dict[str, Resolver] = {
        "table": table,
        "reads": Scope.relations,
        "tables": Scope.relations,
        "partition": Scope.relation,
        "parent": Scope.relation,
        "other": Scope.relation,
        "owner": Scope.relation,
        "constrained": Scope.relation,
        "role": role_named,
    }
    if cls in {ops.CreateObject, ops.AlterObject}:
        resolvers["columns"] = resolvers["listed"] = Scope.columns
    if cls in {ops.DropIndex, ops.RenameIndex, ops.AlterIndex, ops.Reindex}:
        resolvers["index"] = Scope.relation
    if cls in TYPES:
        resolvers["name"] = Scope.type_name
    elif cls in FUNCTIONS:
        resolvers["name"] = Scope.function_name
    return tuple((field, resolvers[field]) for field in cls.__struct_fields__ if field in resolvers)


# --- tables and columns


def add_column(op: ops.AddColumn, scope: Scope) -> Operation:
    """ADD COLUMN: the type, the sequence of a serial, and what the default does to rows that are there."""
    table = scope.catalog.table(op.table)
    column = create.bound_column(op.column, scope)
    sequence = None
    if column.type.serial or column.identity:
        column, sequence = create.with_sequence(column, op.table, scope)
    if scope.version >= NAMED_NOT_NULL:
        column = not_null.chosen(column, op.table, scope)
    domain = scope.domain(column.type) if not column.type.array else None
    return replace(
        op,
        column=column,
        sequence=sequence,
        default=words.default_word(column, domain, scope),
        constrained_domain=domain is not None and (bool(domain.checks) or not domain.nullable),
        domain_not_null=domain is not None and not domain.nullable,
        binds_children=scope.version >= NAMED_NOT_NULL and not column.nullable,
        exists=table is not None and table.column(column.name) is not None,
    )


def add_identity(op: ops.AddIdentity, scope: Scope) -> Operation:
    """ADD GENERATED AS IDENTITY: its sequence."""
    table = scope.catalog.table(op.table)
    column = table.column(op.column) if table is not None else None
    if column is None:
        return op
    _, sequence = create.with_sequence(
        replace(column, identity=op.identity, sequence=op.sequence_name, sequence_options=op.sequence_options),
        op.table,
        scope,
    )
    return replace(op, sequence=sequence, shared=scope.version >= SHARED_IDENTITY)


def alter_identity(op: ops.SetIdentity | ops.DropIdentity, scope: Scope) -> Operation:
    """SET and DROP of an identity: whether it is that of partitions too."""
    return op if scope.version >= SHARED_IDENTITY else replace(op, shared=False)


def set_default(op: ops.SetDefault, scope: Scope) -> Operation:
    """SET DEFAULT: whether it is none, and the sequence that it draws from."""
    table = scope.catalog.table(op.table)
    column = table.column(op.column) if table is not None else None
    if column is None:
        return op
    forgotten = create.is_no_default(op.value, column.type, scope)
    return replace(op, forgotten=forgotten, draws_from=create.drawn_from(op.value, scope))


def drop_not_null(op: ops.DropNotNull, scope: Scope) -> Operation:
    """DROP NOT NULL: since each table has a constraint for it, children keep what they say themselves."""
    return replace(op, children_keep_own=True) if scope.version >= NAMED_NOT_NULL else op


def set_not_null(op: ops.SetNotNull, scope: Scope) -> Operation:
    """SET NOT NULL: why it need not scan, and the name that a NOT NULL has already."""
    op = words.not_null_proof(op, scope)
    return not_null.keep_names(op, scope) if op.proof == "already" else not_null.newly_named(op, scope)


def set_table_option(op: ops.SetTableOption, scope: Scope) -> Operation:
    """INHERIT and NO INHERIT: what keeps its name; OWNER TO and SET TABLESPACE: what they say and of what."""
    if op.option in PLACING:
        from dbarch_lint.engines.postgres import owners

        return owners.table_option(op, scope)
    return not_null.keep_names(op, scope) if op.option in {"inherit", "no_inherit"} else op


PLACING = frozenset(("owner", "tablespace"))


def alter_column_type(op: ops.AlterColumnType, scope: Scope) -> Operation:
    """ALTER COLUMN TYPE: the type, and what the change costs."""
    from dbarch_lint.engines.postgres import remade

    type_ = scope.type(op.type)
    op = words.type_change_words(op if type_ is op.type else replace(op, type=type_), scope)
    defaults, renamed = remade.defaults(op, scope), remade.new_names(op, scope)
    return replace(op, defaults=defaults, renamed=renamed) if defaults or renamed else op


def set_expression(op: ops.SetExpression, scope: Scope) -> Operation:
    """SET EXPRESSION: the parts of partitions that are made again."""
    from dbarch_lint.engines.postgres import remade

    renamed = remade.new_names(op, scope)
    return replace(op, renamed=renamed) if renamed else op


def rename_table(op: ops.RenameTable, scope: Scope) -> Operation:
    """ALTER TABLE renames indexes, views and sequences too."""
    found = scope.catalog.relations.get(op.table)
    base = {"statement": op.statement, "offset": op.offset, "new_name": op.new_name}
    if isinstance(found, IndexEntry):
        return ops.RenameIndex(index=op.table, table=found.table, as_table=True, **base)  # type: ignore[arg-type]
    if isinstance(found, View):
        return ops.RenameView(table=op.table, materialized=found.materialized, **base)  # type: ignore[arg-type]
    if isinstance(found, Sequence):
        return ops.RenameSequence(table=op.table, **base)  # type: ignore[arg-type]
    return not_null.keep_names(op, scope)


def rename_column(op: ops.RenameColumn, scope: Scope) -> Operation:
    """ALTER TABLE renames columns of views too."""
    view = scope.catalog.view(op.table)
    if view is None:
        return not_null.keep_names(op, scope)
    base = {"statement": op.statement, "offset": op.offset, "table": op.table, "materialized": view.materialized}
    return ops.AlterView(option="rename_column", names=(op.column, op.new_name), **base)  # type: ignore[arg-type]


# --- constraints


def add_key(op: ops.AddPrimaryKey | ops.AddUnique, scope: Scope) -> Operation:
    """ADD PRIMARY KEY and ADD UNIQUE, also with USING INDEX."""
    table = scope.catalog.table(op.table)
    key = op.constraint
    taken_over = table.index(key.using_index) if table is not None and key.using_index else None
    if taken_over is not None:
        key = replace(
            key,
            columns=taken_over.columns,
            include=taken_over.include,
            nulls_distinct=taken_over.nulls_distinct,
            tablespace=taken_over.tablespace,
        )
    primary = isinstance(op, ops.AddPrimaryKey)
    if primary and table is not None and table.primary_key is not None:  # it must have gone in a way not seen
        scope = Scope(scope.catalog.put(replace(table, primary_key=None)), scope.session, scope.version)
    if not key.name:
        key = replace(key, name=key.using_index or create.key_name(op.table, key, scope, primary=primary))
    if isinstance(op, ops.AddPrimaryKey):
        op = words.primary_key_words(op, key, table)
    if skipped(op, table, key.columns[:1]):
        return replace(op, constraint=key, exists=True)
    names = [
        (
            child.name,
            own_parts.own_key(child, key) or create.key_name(child.name, key, scope, primary=primary),
        )
        for child in partitions_of(op, scope)
    ]
    return replace(op, constraint=key, descendants=tuple(names))


def skipped(op: ops.AddConstraint, table: Table | None, columns: tuple[str, ...]) -> bool:
    """Whether it is written on a column that ADD COLUMN IF NOT EXISTS found there: then it is not made either."""
    if not op.column_new or table is None:
        return False
    origins = [c.origin for name in columns if (c := table.column(name)) is not None]
    return any(o is None or o.statement is not op.statement or o.offset < op.offset for o in origins)


def partitions_of(op: ops.AlterTable, scope: Scope) -> list[Table]:
    """The partitions below a table, all levels, unless ONLY leaves them out."""
    if op.only or not scope.catalog.children.get(op.table):
        return []
    return [child for child in scope.catalog.descendants(op.table) if child.partition_of is not None]


def add_foreign_key(op: ops.AddForeignKey, scope: Scope) -> Operation:
    """ADD FOREIGN KEY: the target, and whether rows that are there are checked."""
    table = scope.catalog.table(op.table)
    key = create.bound_foreign_key(op.constraint, op.table, table, scope)
    checked = key.validated
    if op.column_new and table is not None:
        columns = [table.column(c) for c in key.columns]
        checked = checked and (any(c is not None and c.default is not None for c in columns) or says_default(op))
    if skipped(op, table, key.columns):
        return replace(op, constraint=key, exists=True)
    names: dict[Name, str] = {}
    taken = {op.table.sibling(copy) for _, copy in key.copies}
    for child in partitions_of(op, scope):
        names[child.name] = own_parts.own_foreign_key(child, key, scope, taken)
        taken.add(child.name.sibling(names[child.name]))
    return replace(op, constraint=key, checked=checked, descendants=tuple(names.items()))


def says_default(op: ops.AddForeignKey) -> bool:
    """Whether DEFAULT is written at the new column: the server checks the rows even if it says NULL."""
    if not op.statement.says(b"default"):
        return False
    commands = [c.get("AlterTableCmd", {}) for c in (op.statement.node or {}).get("cmds", ())]
    added = [c["def"]["ColumnDef"] for c in commands if c.get("subtype") == "AT_AddColumn"]
    written = [
        n["Constraint"]["contype"]
        for c in added
        if c["colname"] in op.constraint.columns
        for n in c.get("constraints", ())
    ]
    return "CONSTR_DEFAULT" in written


def add_check(op: ops.AddCheck, scope: Scope) -> Operation:
    """ADD CHECK."""
    table = scope.catalog.table(op.table)
    check = create.bound_check(op.constraint, op.table, table, scope)
    if skipped(op, table, (op.column,)):
        return replace(op, constraint=check, exists=True)
    there = table.constraint(check.name) if table is not None else None
    if isinstance(there, Check) and there.inherited and there.expression == check.expression:
        return replace(op, constraint=check, exists=True, checked=False)  # the two become one
    children = [] if op.only or check.no_inherit else scope.catalog.descendants(op.table)
    names = tuple((child.name, check.name) for child in children)
    return replace(op, constraint=check, checked=check.validated, descendants=names)


def add_exclusion(op: ops.AddExclusion, scope: Scope) -> Operation:
    """ADD EXCLUDE."""
    constraint, unnamed = op.constraint, replace(op.constraint, name="")
    if not constraint.name:
        constraint = create.bound_exclusion(unnamed, op.table, scope)
    names = [
        (
            child.name,
            own_parts.own_exclusion(child.exclusions, unnamed, scope)
            or create.bound_exclusion(unnamed, child.name, scope).name,
        )
        for child in partitions_of(op, scope)
    ]
    return replace(op, constraint=constraint, descendants=tuple(names))


KINDS = {ForeignKey: "foreign_key", Check: "check", Exclusion: "exclusion"}


def constraint_kind(scope: Scope, table_name: Name, name: str) -> str:
    """What a constraint is: primary_key, unique, foreign_key, check, exclusion, not_null or unknown."""
    table = scope.catalog.table(table_name)
    found = table.constraint(name) if table is not None else None
    if isinstance(found, Key):
        return "primary_key" if table is not None and table.primary_key is found else "unique"
    if found is not None:
        return KINDS[type(found)]
    if table is not None and any(c.not_null_name == name for c in table.columns):
        return "not_null"
    return "unknown"


def drop_constraint(op: ops.DropConstraint, scope: Scope) -> Operation:
    """DROP CONSTRAINT: what kind it was."""
    kind, column = constraint_kind(scope, op.table, op.name), ""
    table = scope.catalog.table(op.table)
    if kind in {"unknown", "not_null"} and scope.version >= NAMED_NOT_NULL:
        column = not_null.column_named(table, op.name, scope.catalog)
    own = kind in {"unknown", "not_null", "check"}  # partitions lose what is part of the others, whatever is said
    only = op.only and (own or table is None or table.partition_by is None)
    return replace(op, kind="not_null" if column else kind, column=column, only=only)


def rename_constraint(op: ops.RenameConstraint, scope: Scope) -> Operation:
    """RENAME CONSTRAINT: of a NOT NULL that got its name from the server, the column."""
    if scope.version < NAMED_NOT_NULL or constraint_kind(scope, op.table, op.name) != "unknown":
        return op
    return replace(op, column=not_null.column_named(scope.catalog.table(op.table), op.name, scope.catalog))


def validate_constraint(op: ops.ValidateConstraint, scope: Scope) -> Operation:
    """VALIDATE CONSTRAINT: what kind it is, and whether it was valid already."""
    kind = constraint_kind(scope, op.table, op.name)
    table = scope.catalog.table(op.table)
    found = table.constraint(op.name) if table is not None else None
    already = isinstance(found, ForeignKey | Check) and found.validated
    column = ""
    if found is None and table is not None and scope.version >= NAMED_NOT_NULL:
        column = not_null.column_named(table, op.name, scope.catalog)
        kind = "not_null" if column else kind
        already = any(c.not_null_valid for c in table.columns if c.name == column)
    kind = kind if kind in {"check", "foreign_key", "not_null"} else "unknown"
    return replace(op, kind=kind, already=already, column=column)


# --- indexes


def create_index(op: ops.CreateIndex, scope: Scope) -> Operation:
    """CREATE INDEX: its name, and those of the indexes that it makes on partitions."""
    index = op.index
    relation = scope.catalog.relations.get(op.table)
    if not index.name:
        index = replace(index, name=create.index_name(op.table, index, scope))
    exists = op.table.sibling(index.name) in scope.catalog.relations and (op.if_not_exists or op.statement.guarded)
    partitioned = isinstance(relation, Table) and not op.only and not exists
    if op.only and isinstance(relation, Table) and relation.kind == "partitioned":
        index = replace(index, valid=not scope.catalog.children.get(op.table))
    made = tuple(own_parts.indexes_below(op.table, index, scope)) if partitioned else ()
    return replace(op, index=index, exists=exists, partition_indexes=made)


def rename_index(op: ops.RenameIndex, scope: Scope) -> Operation:
    """ALTER INDEX renames tables, views and sequences too."""
    found = scope.catalog.relations.get(op.index)
    if found is None or isinstance(found, IndexEntry):
        return bind_objects.with_index_table(op, scope)
    renamed = ops.RenameTable(statement=op.statement, offset=op.offset, table=op.index, new_name=op.new_name)
    return rename_table(renamed, scope)


def reindex(op: ops.Reindex, scope: Scope) -> Operation:
    """REINDEX INDEX: the table of the index."""
    entry = scope.catalog.relations.get(op.index) if op.index is not None else None
    return replace(op, table=entry.table) if isinstance(entry, IndexEntry) else op


def with_implied(op: Operation, scope: Scope) -> Operation | tuple[Operation, ...]:
    """With what CASCADE does beside: before what is dropped, and after what is changed."""
    if not getattr(op, "cascade", False):
        return op
    from dbarch_lint.engines.postgres import implied

    found: list[Operation] = []
    for raw in implied.changes(op, scope.catalog):
        bound = bind(raw, scope.catalog, scope.session, scope.version)
        found += bound if isinstance(bound, tuple) else (bound,)
    return (op, *found) if isinstance(op, ops.AlterType) else (*found, op)


CASCADING = (
    ops.AlterType,
    ops.DropColumn,
    ops.DropFunction,
    ops.DropObject,
    ops.DropSchema,
    ops.DropTable,
    ops.DropType,
    ops.DropView,
)
SPECIAL: dict[type[Operation], Callable[[Any, Scope], Operation | tuple[Operation, ...]]] = {
    ops.CreateTable: create.create_table,
    ops.AddColumn: add_column,
    ops.AddIdentity: add_identity,
    ops.SetIdentity: alter_identity,
    ops.DropIdentity: alter_identity,
    ops.AlterColumnType: alter_column_type,
    ops.SetExpression: set_expression,
    ops.SetDefault: set_default,
    ops.DropNotNull: drop_not_null,
    ops.SetNotNull: set_not_null,
    ops.RenameTable: rename_table,
    ops.RenameColumn: rename_column,
    ops.SetTableOption: set_table_option,
    ops.RenameConstraint: rename_constraint,
    ops.AlterConstraint: not_null.alter_constraint,
    ops.AddPrimaryKey: add_key,
    ops.AddUnique: add_key,
    ops.AddForeignKey: add_foreign_key,
    ops.AddCheck: add_check,
    ops.AddExclusion: add_exclusion,
    ops.DropConstraint: drop_constraint,
    ops.ValidateConstraint: validate_constraint,
    ops.CreateIndex: create_index,
    ops.DropIndex: bind_objects.with_index_table,
    ops.RenameIndex: rename_index,
    ops.Reindex: reindex,
    ops.Update: words.bounded_write,
    ops.Delete: words.bounded_write,
    **bind_objects.SPECIAL,
    **dict.fromkeys(CASCADING, with_implied),
}

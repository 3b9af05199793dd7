"""Who owns things and where they lie: new ones by the session, and what is done to all of a role or of a tablespace.

What an object's role may do is left out: migrations are taken to run as a superuser, or as the owner of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres.bind_objects import with_index_table
from dbarch_lint.engines.postgres.refusal_dependents import made_of
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.names import Name
from dbarch_lint.objects import (
    Domain,
    Exclusion,
    Function,
    Index,
    IndexEntry,
    Key,
    Relation,
    Sequence,
    Table,
    UserType,
    View,
    replace,
)
from dbarch_lint.operations import Operation
from dbarch_lint.operations.objects import CHANGE_OWNER
from dbarch_lint.session import Session

Placed = TypeVar("Placed", Key, Exclusion, Index)
Base = dict[str, Any]


def place(said: str, otherwise: str = "") -> str:
    """A tablespace as the catalog has it, where that of the database, which most have left as it is, has no name."""
    chosen = said or otherwise
    return "" if chosen == "pg_default" else chosen


# --- the session


def current(session: Session) -> str:
    """Whose new objects are, by SET ROLE or SET SESSION AUTHORIZATION; empty: of whoever runs the migrations."""
    role = session.setting("role")
    return role[0] if role and role[0].lower() != "none" else original(session)


def original(session: Session) -> str:
    """Who SET SESSION AUTHORIZATION says is there; empty as above."""
    user = session.setting("session_authorization")
    return user[0] if user else ""


def named(said: str, session: Session) -> str:
    """The role that a statement means; CURRENT_USER and the like come as words in lower case."""
    if said in {"current_user", "current_role"}:
        return current(session)
    return original(session) if said == "session_user" else said


def roles_of(op: ops.DropOwned | ops.MoveAll | ops.ReassignOwned, scope: Scope) -> frozenset[str]:
    """The roles whose things are meant."""
    return frozenset([named(role, scope.session) for role in op.roles])


# --- what is made


def made(op: Any, scope: Scope) -> Operation:
    """What is made, with the role that owns it and the tablespace that it lies in."""
    default = scope.session.setting("default_tablespace") or ("",)
    return MADE[type(op)](op, current(scope.session), default[0])


def of_role(op: Any, role: str, _: str) -> Operation:
    """A sequence, type or function."""
    definition = op.definition
    return replace(op, definition=replace(definition, role=definition.role or role))  # type: ignore[no-any-return]


def table_placed(op: ops.CreateTable, role: str, default: str) -> Operation:
    """CREATE TABLE: the table, and its indexes, which do not follow it."""
    table = op.definition
    if table.temporary:
        return replace(op, definition=replace(table, role=role))

    def parts(found: tuple[Placed, ...]) -> tuple[Placed, ...]:
        return tuple([replace(p, tablespace=place(p.tablespace, default)) for p in found])

    key = table.primary_key
    placed = replace(
        table,
        role=table.role or role,
        tablespace=place(table.tablespace, default),
        primary_key=parts((key,))[0] if key is not None else None,
        uniques=parts(table.uniques),
        exclusions=parts(table.exclusions),
        indexes=parts(table.indexes),
    )
    return replace(op, definition=placed)


def view_placed(op: ops.CreateView, role: str, default: str) -> Operation:
    """CREATE VIEW; only a materialized one lies anywhere."""
    view = op.definition
    where = place(view.tablespace, default) if view.materialized else ""
    return replace(op, definition=replace(view, role=view.role or role, tablespace=where))


def index_placed(op: ops.CreateIndex, _: str, default: str) -> Operation:
    """CREATE INDEX."""
    return replace(op, index=replace(op.index, tablespace=place(op.index.tablespace, default)))


def constraint_placed(op: Any, _: str, default: str) -> Operation:
    """ADD of a constraint with an index: its own, which it may have taken over."""
    own = op.constraint
    where = place(own.tablespace, "" if getattr(own, "using_index", "") else default)
    return replace(op, constraint=replace(own, tablespace=where))  # type: ignore[no-any-return]


MADE: dict[type[Operation], Callable[[Any, str, str], Operation]] = {
    ops.CreateTable: table_placed,
    ops.CreateView: view_placed,
    ops.CreateIndex: index_placed,
    **dict.fromkeys((ops.AddPrimaryKey, ops.AddUnique, ops.AddExclusion), constraint_placed),
    **dict.fromkeys((ops.CreateSequence, ops.CreateType, ops.CreateFunction), of_role),
    **dict.fromkeys((ops.CreateSchema, ops.CreateObject), lambda op, role, _: replace(op, role=op.role or role)),
}


# --- what changes hands or moves


def table_option(op: ops.SetTableOption, scope: Scope) -> Operation:
    """ALTER TABLE ... OWNER TO and SET TABLESPACE, which may be said of views, sequences and indexes too."""
    value = named(op.value, scope.session) if op.option == "owner" else place(op.value)
    found = scope.catalog.relations.get(op.table)
    base: Base = {"statement": op.statement, "offset": op.offset}
    if isinstance(found, View):
        return ops.AlterView(table=op.table, materialized=found.materialized, option=op.option, names=(value,), **base)
    if isinstance(found, IndexEntry):
        return ops.AlterIndex(index=op.table, table=found.table, option=op.option, names=(value,), **base)
    if isinstance(found, Sequence) and op.option == "owner":
        return ops.AlterSequence(table=op.table, options=CHANGE_OWNER, role=value, **base)
    return replace(op, value=value)


def view_option(op: ops.AlterView, scope: Scope) -> Operation:
    """The same of views."""
    if op.option == "owner":
        return replace(op, names=(named(op.names[0], scope.session),))
    return replace(op, names=(place(*op.names),)) if op.option == "tablespace" else op


def index_option(op: ops.AlterIndex, scope: Scope) -> Operation:
    """ALTER INDEX, whose owner is always that of its table."""
    moved = replace(op, names=(place(*op.names),)) if op.option == "tablespace" else op
    return with_index_table(moved, scope)


# --- all that roles own

# What has an owner and is dropped with what he owns, of what the catalog knows by name only.
OWNABLE = frozenset(
    """collation conversion event_trigger foreign_data_wrapper language operator operator_class operator_family
    publication server statistics subscription text_search_configuration text_search_dictionary""".split()
)


def role_of(relation: Relation, catalog: Catalog) -> str:
    """The role that owns a relation; indexes, and the sequences of columns, go with their table."""
    table: Name | None = None
    if isinstance(relation, IndexEntry):
        table = relation.table
    elif isinstance(relation, Sequence):
        table = relation.owner
    found = catalog.relations.get(table) if table is not None else relation
    return found.role if isinstance(found, Table | View | Sequence) else ""


def owned(catalog: Catalog, roles: frozenset[str]) -> list[Table | View | Sequence]:
    """The relations of some roles, by name."""
    every = (r for r in catalog.relations.values() if not isinstance(r, IndexEntry))
    return sorted((r for r in every if role_of(r, catalog) in roles), key=lambda r: r.name)


def reassigned(op: ops.ReassignOwned, scope: Scope) -> tuple[Operation, ...]:
    """REASSIGN OWNED: an OWNER TO of each object."""
    return (op, *changes_of_owner(op, scope.catalog, roles_of(op, scope)))


def changes_of_owner(op: ops.ReassignOwned, catalog: Catalog, roles: frozenset[str]) -> Iterator[Operation]:
    """These, bound."""
    role = op.role
    base: Base = {"statement": op.statement, "offset": op.offset, "implied": True}
    for relation in owned(catalog, roles):
        where: Base = {"table": relation.name, **base}
        if isinstance(relation, Table):
            yield ops.SetTableOption(option="owner", value=role, **where)
        elif isinstance(relation, View):
            yield ops.AlterView(option="owner", names=(role,), materialized=relation.materialized, **where)
        else:
            yield ops.AlterSequence(options=CHANGE_OWNER, role=role, **where)
    for type_ in catalog.types.values():
        if type_.role in roles:
            cls = ops.AlterDomain if isinstance(type_, Domain) else ops.AlterType
            yield cls(name=type_.name, action="owner", role=role, **base)
    for function in owned_functions(catalog, roles):
        yield ops.AlterFunction(name=function.name, arguments=function.arguments, role=role, **base)
    for kind, name in owned_by_name(catalog, roles):
        yield ops.AlterObject(kind=kind, name=name, action="owner", role=role, **base)
    for schema in owned_schemas(catalog, roles):
        yield ops.AlterObject(kind="schema", name=schema, action="owner", role=role, **base)


def owned_functions(catalog: Catalog, roles: frozenset[str]) -> list[Function]:
    """The functions of some roles."""
    return [f for found in catalog.functions.values() for f in found if f.role in roles]


def owned_by_name(catalog: Catalog, roles: frozenset[str]) -> list[tuple[str, str]]:
    """Kinds and names of the objects of some roles that are little more than that."""
    return [(n.kind, n.name) for n in catalog.others.values() if n.kind in OWNABLE and n.role in roles]


def owned_schemas(catalog: Catalog, roles: frozenset[str]) -> list[str]:
    """The schemas of some roles; one that was there from the start is of another, unless somebody gave it away."""
    found = ((n, s) for n, s in catalog.schemas.items() if s.created or s.role)
    return [name for name, schema in found if schema.role in roles]


def dropped(op: ops.DropOwned, scope: Scope) -> tuple[Operation, ...]:
    """DROP OWNED: a DROP of each object, so that nothing goes before what needs it."""
    from dbarch_lint.engines.postgres.bind import bind

    changes: list[Operation] = [op]
    for raw in drops(op, scope.catalog, roles_of(op, scope)):
        bound = bind(raw, scope.catalog, scope.session, scope.version)
        changes += bound if isinstance(bound, tuple) else (bound,)
    return tuple(changes)


def drops(op: ops.DropOwned, catalog: Catalog, roles: frozenset[str]) -> Iterator[Operation]:
    """These, not bound yet."""
    relations = owned(catalog, roles)
    functions = owned_functions(catalog, roles)
    together = tuple(thing.name.name for thing in (*relations, *functions))
    once: Base = {"statement": op.statement, "offset": op.offset, "if_exists": True}
    base: Base = {**once, "cascade": op.cascade}
    for table, policy in only_for(catalog, roles):
        yield ops.DropPolicy(table=table, name=policy, **once)
    for relation in relations:
        if isinstance(relation, View):
            kinds = relation.materialized
            yield ops.DropView(table=relation.name, materialized=kinds, together=together, **base)
    for relation in relations:
        if isinstance(relation, Table):
            yield ops.DropTable(table=relation.name, together=together, **base)
    for relation in relations:
        if isinstance(relation, Sequence) and relation.owner is None:
            yield ops.DropSequence(table=relation.name, **base)
    for function in functions:
        yield ops.DropFunction(name=function.name, arguments=function.arguments, **base)
    for type_ in outer_first([t for t in catalog.types.values() if t.role in roles]):
        yield ops.DropType(name=type_.name, domain=isinstance(type_, Domain), **base)
    for kind, name in sorted(owned_by_name(catalog, roles), reverse=True):  # servers before their wrappers
        yield ops.DropObject(kind=kind, name=name, **base)
    for schema in owned_schemas(catalog, roles):
        yield ops.DropSchema(name=schema, **base)


def outer_first(types: list[UserType]) -> list[UserType]:
    """Types in such an order that each stands before those that it is made of."""
    left, found = {t.name: t for t in types}, list[UserType]()
    while left:
        inner = {name for t in left.values() for name in made_of(t)}
        free = left.keys() - inner or left.keys()  # a hostile history may go in circles
        found += [left.pop(name) for name in sorted(free)]
    return found


def only_for(catalog: Catalog, roles: frozenset[str]) -> list[tuple[Name, str]]:
    """The policies that are for these roles only, on tables of others."""
    tables = (t for t in catalog.relations.values() if isinstance(t, Table) and t.policies and t.role not in roles)
    return [(t.name, p.name) for t in tables for p in t.policies if p.roles and roles.issuperset(p.roles)]


# --- all that lies in a tablespace


def moved(op: ops.MoveAll, scope: Scope) -> Operation:
    """ALTER ... ALL IN TABLESPACE: what moves. What is temporary stays where it is."""
    source, tablespace = place(op.source), place(op.tablespace)
    found = () if source == tablespace else tuple(sorted(lying(op.kind, source, scope.catalog)))
    relations = scope.catalog.relations
    roles = roles_of(op, scope)
    theirs = [n for n in found if not roles or role_of(relations[n], scope.catalog) in roles]
    return replace(op, tablespace=tablespace, moved=tuple(theirs))


def lying(kind: str, tablespace: str, catalog: Catalog) -> Iterator[Name]:
    """The tables, materialized views or indexes in a tablespace."""
    for relation in catalog.relations.values():
        table = isinstance(relation, Table) and relation.kind != "foreign" and not relation.temporary
        view = isinstance(relation, View) and relation.materialized
        if not isinstance(relation, Table | View) or not (table or view):
            continue
        if kind == "index":
            parts = indexes_of(relation)
            yield from (relation.name.sibling(p.name) for p in parts if p.tablespace == tablespace)
        elif relation.tablespace == tablespace and table == (kind == "table"):
            yield relation.name


def indexes_of(relation: Table | View) -> tuple[Key | Exclusion | Index, ...]:
    """All indexes of a table or view, also those of constraints."""
    own = relation.indexes
    return (*relation.keys, *relation.exclusions, *own) if isinstance(relation, Table) else own


BOUND: dict[type[Operation], Callable[[Any, Scope], Operation | tuple[Operation, ...]]] = {
    ops.AlterIndex: index_option,
    ops.AlterView: view_option,
    ops.DropOwned: dropped,
    ops.MoveAll: moved,
    ops.ReassignOwned: reassigned,
}

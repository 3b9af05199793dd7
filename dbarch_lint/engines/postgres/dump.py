"""The catalog as SQL: a script that a new database accepts, and that replays to the same catalog.

Tables are made whole and on their own; foreign keys, partitions and inheritance come when all tables are there, so that
columns keep their order, every index and constraint keeps its name, and tables may refer to each other in circles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import TypeAlias, TypeVar

from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.engines.postgres import dump_parts as parts
from dbarch_lint.engines.postgres import not_null
from dbarch_lint.engines.postgres.deparse import string
from dbarch_lint.engines.postgres.dump_routines import early, late, named_by
from dbarch_lint.engines.postgres.dump_views import view_definition
from dbarch_lint.engines.postgres.versions import EXCLUSIONS_SERVE, NAMED_NOT_NULL, SHARED_IDENTITY
from dbarch_lint.named import Named
from dbarch_lint.names import Name, quoted, quoted_name
from dbarch_lint.objects import (
    Composite,
    Domain,
    Enum,
    Exclusion,
    Index,
    Key,
    Sequence,
    Table,
    UserType,
    View,
    replace,
)

Part: TypeAlias = Key | Exclusion | Index
C = TypeVar("C", Key, Exclusion)
Section = Callable[[Catalog, int], Iterable[str]]
TEMPORARY = "pg_temp"
OURS = {"public"}  # schemas that a new database has
# Objects that are made again by the words that made them, as long as nobody has changed them since; those that others
# need come first. The rest of what the catalog knows by name alone belongs to the server, and not to the database.
FIRST = (
    "collation text_search_parser text_search_template text_search_dictionary text_search_configuration access_method "
    "foreign_data_wrapper server".split()
)
LAST = (
    "conversion cast transform operator operator_family operator_class statistics rule publication event_trigger "
    "comment privileges".split()
)


def dump(catalog: Catalog, version: int) -> str:
    """The script."""
    blocks = []
    for section in SECTIONS:
        statements = [f"{statement};\n" for statement in section(catalog, version)]
        if statements:
            blocks.append("".join(statements))
    notes = "".join(f"-- Not in this script: {what}\n" for what in left_out(catalog))
    return "\n".join([notes, *blocks] if notes else blocks)


def lasting(catalog: Catalog) -> list[Table]:
    """The tables that are there when the session ends."""
    return [t for t in catalog.tables if t.name.schema != TEMPORARY]


def left_out(catalog: Catalog) -> Iterator[str]:
    """What the catalog knows of and the script does not make."""
    for (kind, name), named in sorted(catalog.others.items()):
        if kind in {*FIRST, *LAST} and not as_written(named, catalog):
            yield f"{kind.replace('_', ' ')} {' '.join(name.split())}"
    for view in catalog.views:
        if not view_definition(view):
            yield f"view {' '.join(view.name.full.split())}"
    for table in lasting(catalog):
        name = " ".join(table.name.full.split())
        if table.kind == "foreign" and ("server", table.server) not in catalog.others:
            yield f"the server of foreign table {name}"
        if any(generates_alone(table, parent, catalog) for parent in table.inherits):
            yield f"that table {name} inherits: it generates a column that its parent does not"


def as_written(named: Named, catalog: Catalog) -> bool:
    """Whether the statement that made an object would make it today as it is."""
    if named.kind in SAID_AGAIN:
        return bool(SAID_AGAIN[named.kind](named, catalog)) and all(
            table in catalog.relations for table in named.tables
        )
    if named.altered or named.origin is None or named.kind in SAID_ONLY:
        return False
    return all(table in catalog.relations for table in named.tables)


SAID_ONLY = frozenset(("comment", "privileges"))
SAID_AGAIN = {"statistics": parts.statistics, "publication": parts.publication}  # what is known in all its parts


def objects_of(*kinds: str) -> Section:
    """Objects of which only the name matters, in the words of their author."""

    def section(catalog: Catalog, _: int) -> Iterator[str]:
        for kind in kinds:
            for (own, _name), named in sorted(catalog.others.items()):
                if own == kind and named.origin is not None and as_written(named, catalog):
                    said = SAID_AGAIN[kind](named, catalog) if kind in SAID_AGAIN else named.origin.statement.text
                    yield said.rstrip(";")

    return section


# --- schemas, extensions, types, sequences


def schemas(catalog: Catalog, _: int) -> Iterator[str]:
    """Schemas, and the path on which unqualified names of the history are found."""
    used = (
        {n.schema for n in catalog.relations}
        | {n.schema for n in catalog.types}
        | {n.schema for n in catalog.functions}
    )
    every = sorted((set(catalog.schemas) | used) - {"", TEMPORARY, "pg_catalog"})
    for name in every:
        if name not in OURS:
            yield f"CREATE SCHEMA {quoted(name)}"
    for name in sorted(OURS.difference(catalog.schemas)):
        yield f"DROP SCHEMA IF EXISTS {quoted(name)}"
    path = sorted(every, key=lambda name: name not in OURS)
    if path and path != ["public"]:
        yield f"SET search_path = {', '.join(map(quoted, path))}"


def extensions(catalog: Catalog, _: int) -> Iterator[str]:
    """Extensions; a new database has plpgsql."""
    for name, extension in sorted(catalog.extensions.items()):
        if name != "plpgsql":
            place = f" WITH SCHEMA {quoted(extension.schema)}" if extension.schema in catalog.schemas else ""
            yield f"CREATE EXTENSION {quoted(name)}{place}"


def types(catalog: Catalog, _: int) -> Iterator[str]:
    """Enums, domains, composite types, ranges: what others are made of first."""
    known = catalog.types
    graph = {name: made_of(type_) for name, type_ in known.items()}
    for name in parts.sorted_by_need(graph):
        yield from type_definition(known[name])


def made_of(type_: UserType) -> list[Name]:
    """The types that a type is made of."""
    inner: list[Type] = []
    if isinstance(type_, Domain):
        inner = [type_.type]
    elif isinstance(type_, Composite):
        inner = [c.type for c in type_.columns]
    return [Name(t.schema, t.name) for t in inner]


def type_definition(type_: UserType) -> Iterator[str]:
    """One type."""
    name = quoted_name(type_.name)
    if isinstance(type_, Enum):
        yield f"CREATE TYPE {name} AS ENUM ({', '.join(map(string, type_.values))})"
    elif isinstance(type_, Domain):
        collation = f" COLLATE {quoted(type_.collation)}" if type_.collation else ""
        default = f" DEFAULT {parts.default(type_.default)}" if type_.default is not None else ""
        checks = "".join(
            f" CONSTRAINT {quoted(c.name)} CHECK ({c.expression.text})" for c in type_.checks if c.validated
        )
        yield f"CREATE DOMAIN {name} AS {type_.type}{collation}{default}{'' if type_.nullable else ' NOT NULL'}{checks}"
        for c in type_.checks:
            if not c.validated:
                check = f"CHECK ({c.expression.text}) NOT VALID"
                yield f"ALTER DOMAIN {name} ADD CONSTRAINT {quoted(c.name)} {check}"
    elif type_.kind == "composite":
        columns = ", ".join(f"{quoted(c.name)} {c.type}" for c in type_.columns)
        yield f"CREATE TYPE {name} AS ({columns})"
    elif type_.origin is not None:
        yield named_by(type_.origin.statement, "TYPE", name)


def sequences(catalog: Catalog, _: int) -> Iterator[str]:
    """Sequences, without those that identity columns bring."""
    for sequence in free_sequences(catalog):
        of_type = "" if sequence.type == "bigint" else f" AS {sequence.type}"
        yield f"CREATE SEQUENCE {quoted_name(sequence.name)}{of_type}{parts.numbers(sequence)}"


def free_sequences(catalog: Catalog) -> list[Sequence]:
    """Every sequence that has a life of its own."""
    found = [r for r in catalog.relations.values() if isinstance(r, Sequence)]
    return sorted((s for s in found if not s.identity and s.name.schema != TEMPORARY), key=lambda s: s.name)


def ownership(catalog: Catalog, _: int) -> Iterator[str]:
    """Which column a sequence dies with; and the type of an identity column's sequence where it is not the column's."""
    for sequence in free_sequences(catalog):
        if sequence.owner is not None:
            owner = f"{quoted_name(sequence.owner)}.{quoted(sequence.owner_column)}"
            yield f"ALTER SEQUENCE {quoted_name(sequence.name)} OWNED BY {owner}"
    for relation in sorted(catalog.relations.values(), key=lambda r: r.name):
        if isinstance(relation, Sequence) and relation.identity and relation.owner is not None:
            table = catalog.table(relation.owner)
            column = table.column(relation.owner_column) if table is not None else None
            if column is not None and str(column.type) != relation.type:
                yield f"ALTER SEQUENCE {quoted_name(relation.name)} AS {relation.type}{parts.numbers(relation)}"


# --- tables


def tables(catalog: Catalog, version: int) -> Iterator[str]:
    """Tables with their columns, checks and keys."""
    names = parts.identity_sequences(catalog)
    for table in lasting(catalog):
        spelled = not_null.spelled_out(table, catalog) if version >= NAMED_NOT_NULL else table.columns
        loose, shut = looser(table, catalog), keyed_alone(table)
        columns = [replace(c, nullable=False) if c.name in loose else c for c in spelled]
        columns = [replace(c, not_null_local=False) if c.name in shut else c for c in columns]
        elements = [parts.column(c, table, names) for c in columns]
        elements += [parts.check(c) for c in table.checks if c.validated or not c.enforced]
        keys, doubles = parts.told_apart(whole(table.keys, table, catalog), attrgetter("columns"))
        elements += [parts.key(k, primary=k is table.primary_key) for k in keys]
        own = [e for e in table.exclusions if not e.parent or version >= EXCLUSIONS_SERVE]
        exclusions, more = parts.told_apart(whole(own, table, catalog), parts.excluded)
        elements += map(parts.exclusion, exclusions)
        yield parts.create_table(table, elements)
        for double in (*(parts.key(k, primary=False) for k in doubles), *map(parts.exclusion, more)):
            yield f"ALTER TABLE {quoted_name(table.name)} ADD {double}"
        for column in columns:
            if column.name in shut:
                name = column.not_null_name or not_null.default_name(table, column)
                yield f"ALTER TABLE {quoted_name(table.name)} ALTER CONSTRAINT {quoted(name)} NO INHERIT"
        for check in table.checks:
            if check.enforced and not check.validated:
                yield f"ALTER TABLE {quoted_name(table.name)} ADD {parts.check(check)} NOT VALID"


def indexes(catalog: Catalog, _: int) -> Iterator[str]:
    """Indexes of tables; those that are not valid come when the partitions are there."""
    for table in lasting(catalog):
        for index in table.indexes:
            if index.valid:
                yield parts.index(index, table.name)


def lacking(part: Part, table: Table, catalog: Catalog) -> bool:
    """Whether a constraint with an index was made with ONLY on a partitioned table, and some partition lacks it."""
    return any(share is None for _, share in shares(part, table, catalog))


def whole(constraints: Iterable[C], table: Table, catalog: Catalog) -> list[C]:
    """The constraints that no partition lacks."""
    return [c for c in constraints if not lacking(c, table, catalog)]


def shares(part: Part, table: Table, catalog: Catalog) -> Iterator[tuple[Table, Part | None]]:
    """The partitions of a table, each with what it has of an index of the table."""
    for name in catalog.children.get(table.name, ()):
        child = catalog.table(name)
        if child is not None and child.partition_of:
            own: tuple[Part, ...] = (*child.keys, *child.exclusions, *child.indexes)
            yield child, next((share for share in own if share.parent == part.name), None)


def unfinished(catalog: Catalog, _: int) -> Iterator[str]:
    """Keys, exclusion constraints and indexes that some partition lacks; then what the others have of them."""
    attached = []
    for table in lasting(catalog):
        for part, sql in with_only(table, catalog):
            yield sql
            attached += [
                f"ALTER INDEX {quoted_name(table.name.sibling(part.name))} "
                f"ATTACH PARTITION {quoted_name(child.name.sibling(share.name))}"
                for child, share in shares(part, table, catalog)
                if share is not None
            ]
    yield from attached


def with_only(table: Table, catalog: Catalog) -> Iterator[tuple[Part, str]]:
    """What some partition of a table lacks, and the statement that gives it to the table alone."""
    only = f"ALTER TABLE ONLY {quoted_name(table.name)} ADD"
    for key in table.keys:
        if lacking(key, table, catalog):
            yield key, f"{only} {parts.key(key, primary=key is table.primary_key)}"
    for exclusion in table.exclusions:
        if lacking(exclusion, table, catalog):
            yield exclusion, f"{only} {parts.exclusion(exclusion)}"
    for index in table.indexes:
        if not index.valid:
            yield index, parts.index(index, table.name, only=table.kind == "partitioned")


def foreign_keys(catalog: Catalog, _: int) -> Iterator[str]:
    """Foreign keys."""
    for table in lasting(catalog):
        for key in table.foreign_keys:
            yield f"ALTER TABLE {quoted_name(table.name)} ADD {parts.foreign_key(key)}"


def lineage(catalog: Catalog, version: int) -> Iterator[str]:
    """Partitions and inheritance, parents first; a partition without their identity columns before they have them."""
    graph = {t.name: {t.partition_of} if t.partition_of else set(t.inherits) for t in lasting(catalog)}
    for child in lasting(catalog) if version >= SHARED_IDENTITY else ():
        above = catalog.table(child.partition_of) if child.partition_of is not None else None
        if above is not None and lacks_identity(child, above):
            graph[child.name].clear()
            graph[above.name].add(child.name)
    for name in parts.sorted_by_need(graph):
        table = catalog.table(name)
        if table is None:
            continue
        if table.partition_of is not None:
            bound = "DEFAULT" if table.partition_default else table.partition_bound
            yield f"ALTER TABLE {quoted_name(table.partition_of)} ATTACH PARTITION {quoted_name(name)} {bound}"
        for parent in [p for p in table.inherits if not generates_alone(table, p, catalog)]:
            yield f"ALTER TABLE {quoted_name(name)} INHERIT {quoted_name(parent)}"
        for column in looser(table, catalog):
            yield f"ALTER TABLE ONLY {quoted_name(name)} ALTER COLUMN {quoted(column)} DROP NOT NULL"


def lacks_identity(table: Table, parent: Table) -> bool:
    """Whether a partition has not the identity columns of its parent."""
    mine = {c.name for c in table.columns if c.identity}
    return any(c.identity and c.name not in mine for c in parent.columns)


def generates_alone(table: Table, parent: Name, catalog: Catalog) -> bool:
    """Whether a child generates a column that its parent does not: who has such a column cannot become a child."""
    above = catalog.table(parent)
    plain = {c.name for c in above.columns if not c.generated} if above is not None else set()
    return any(c.generated and c.name in plain for c in table.columns)


def keyed_alone(table: Table) -> set[str]:
    """The columns of a primary key whose NOT NULL children go without: a key cannot be made on such."""
    key = table.primary_key.columns if table.primary_key is not None else ()
    return {c.name for c in table.columns if c.not_null_local and c.name in key}


def looser(table: Table, catalog: Catalog) -> list[str]:
    """The columns that allow NULL, and those of a parent do not: who becomes a child must not have such (until 18)."""
    known = [p for name in table.inherits if (p := catalog.table(name)) is not None]
    strict = {c.name for p in known for c in p.columns if not c.nullable and not c.not_null_local}
    return [c.name for c in table.columns if c.nullable and c.name in strict]


# --- views, triggers, policies, comments


def views(catalog: Catalog, _: int) -> Iterator[str]:
    """Views with their indexes, those that others read first."""
    graph = {v.name: set(v.uses) for v in catalog.views if v.name.schema != TEMPORARY}
    for name in parts.sorted_by_need(graph):
        view = catalog.view(name)
        definition = view_definition(view) if view is not None else ""
        if view is not None and definition:
            yield definition
            yield from (parts.index(i, name) for i in view.indexes)


def triggers(catalog: Catalog, _: int) -> Iterator[str]:
    """Triggers; partitions get theirs from above."""
    relations: list[Table | View] = [*lasting(catalog), *catalog.views]
    for relation in relations:
        for trigger in relation.triggers:
            if not trigger.inherited and relation.name.schema != TEMPORARY:
                yield parts.trigger(trigger, relation.name)
                if not trigger.enabled or trigger.answers != "origin":
                    switch = f"ENABLE {trigger.answers.upper()}" if trigger.enabled else "DISABLE"
                    yield f"ALTER TABLE {quoted_name(relation.name)} {switch} TRIGGER {quoted(trigger.name)}"


def identities(catalog: Catalog, _: int) -> Iterator[str]:
    """What tells rows apart in logical replication, where it is not the primary key."""
    for table in lasting(catalog):
        identity = parts.replica_identity(table)
        if identity:
            yield f"ALTER TABLE ONLY {quoted_name(table.name)} REPLICA IDENTITY {identity}"


def security(catalog: Catalog, _: int) -> Iterator[str]:
    """Row security and its policies."""
    for table in lasting(catalog):
        name = quoted_name(table.name)
        for said, words in ((table.row_security, "ENABLE"), (table.force_row_security, "FORCE")):
            if said:
                yield f"ALTER TABLE {name} {words} ROW LEVEL SECURITY"
        for policy in table.policies:
            yield parts.policy(policy, table.name)


def comments(catalog: Catalog, _: int) -> Iterator[str]:
    """Comments."""
    for table in lasting(catalog):
        name = quoted_name(table.name)
        if table.comment:
            kind = "FOREIGN TABLE" if table.kind == "foreign" else "TABLE"
            yield f"COMMENT ON {kind} {name} IS {string(table.comment)}"
        for index in table.indexes:
            if index.comment:
                place = quoted_name(table.name.sibling(index.name))
                yield f"COMMENT ON INDEX {place} IS {string(index.comment)}"
        for column in table.columns:
            if column.comment:
                yield f"COMMENT ON COLUMN {name}.{quoted(column.name)} IS {string(column.comment)}"
    for view in catalog.views:
        if view.comment:
            yield f"COMMENT ON {view_word(view)} {quoted_name(view.name)} IS {string(view.comment)}"


def view_word(view: View) -> str:
    """What a view is called."""
    return "MATERIALIZED VIEW" if view.materialized else "VIEW"


SECTIONS: tuple[Section, ...] = (
    schemas,
    extensions,
    objects_of(*FIRST),
    types,
    early,
    sequences,
    tables,
    indexes,
    ownership,
    foreign_keys,
    lineage,
    unfinished,
    views,
    late,
    objects_of(*LAST),
    triggers,
    identities,
    security,
    comments,
)

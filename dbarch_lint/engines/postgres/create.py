"""Binding of new tables and their parts: inherited columns, LIKE, serial sequences, and the names of unnamed things."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from typing import Any, TypeVar

from dbarch_lint import operations as ops
from dbarch_lint.datatypes import Type
from dbarch_lint.engines.postgres import naming, not_null, spread
from dbarch_lint.engines.postgres.lower.common import drawing
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.engines.postgres.versions import NAMED_NOT_NULL, SHARED_IDENTITY
from dbarch_lint.names import Name
from dbarch_lint.objects import (
    NO_NAMES,
    Check,
    Column,
    Composite,
    Domain,
    Enum,
    Exclusion,
    Expression,
    ForeignKey,
    Index,
    IndexPart,
    Key,
    Sequence,
    Table,
    replace,
)
from dbarch_lint.operations import CreateTable
from dbarch_lint.operations.not_null import own_not_null
from dbarch_lint.regex import regex

Whole = TypeVar("Whole", Key, Index, Exclusion)
SERIAL_TYPES = {"smallserial": "smallint", "serial": "integer", "bigserial": "bigint"}


def create_table(op: CreateTable, scope: Scope) -> CreateTable:
    """The whole definition as the server would store it."""
    name = op.table
    may_be_there = op.if_not_exists or op.statement.guarded
    if may_be_there and name in scope.catalog.relations and not _is_partial(scope, name):
        return replace(op, exists=True)
    table = replace(op.definition, name=name, uniques=(), primary_key=None)
    primary, uniques = merged_keys(op.definition)
    keys = tuple([replace(f, validated=f.enforced) for f in table.foreign_keys])  # no row is there to be checked
    table = replace(table, primary_key=primary, uniques=uniques, foreign_keys=keys)
    before = len(table.columns)
    for like in op.likes:
        grown = len(table.columns) - before  # by the LIKE clauses that stand before this one
        table = with_like(table, replace(like, at=like.at + grown), scope)
    table = with_parents(table, scope)
    for inherited, said, local in op.not_nulls:
        table = replace(
            table, columns=tuple(own_not_null(c, said, local) if c.name == inherited else c for c in table.columns)
        )
    if primary is not None:
        table = replace(table, columns=tuple(keyed(c) if c.name in primary.columns else c for c in table.columns))
    if op.of_type is not None:
        of_type = scope.type_name(Name(op.of_type.schema, op.of_type.name))
        table = replace(table, of_type=of_type)
        found = scope.catalog.types.get(of_type)
        if isinstance(found, Composite):
            table = replace(table, columns=(*found.columns, *table.columns))
    if op.query is not None:
        table = with_outputs(table, op.query, scope)
    columns: list[Column] = []
    sequences: list[Sequence] = []
    own = {c.name: c for c in op.definition.columns}
    for column in table.columns:
        here = own.get(column.name)
        bound = bound_column(column, scope, written=here is not None and column.default is here.default)
        above = bound.inherited or (here is not None and here.identity != bound.identity)  # the parent has the sequence
        if (bound.type.serial or bound.identity) and not above:
            bound, sequence = with_sequence(bound, name, scope)
            copied = bound.identity and bound.name not in own  # LIKE makes such a sequence of the default type
            sequences.append(replace(sequence, type="bigint") if copied else sequence)
        columns.append(bound)
    table = named_constraints(replace(table, columns=tuple(columns)), scope)
    if scope.version >= NAMED_NOT_NULL:
        table = replace(table, columns=tuple(not_null.chosen(c, name, scope) for c in table.columns))
    likes = tuple([replace(like, table=scope.relation(like.table)) for like in op.likes])
    referring = spread.over(table.partition_of, table, scope) if table.partition_of is not None else ()
    return replace(op, definition=table, sequences=tuple(sequences), likes=likes, referring=referring)


def keyed(column: Column) -> Column:
    """A column of the table's own primary key: it is NOT NULL by itself, whatever it is by a parent."""
    return replace(column, not_null_name="", not_null_inherited=False) if column.not_null_inherited else column


def with_outputs(table: Table, query: dict[str, Any], scope: Scope) -> Table:
    """CREATE TABLE AS: columns by the query; a table whose columns cannot be told is partial."""
    from dbarch_lint.engines.postgres.outputs import typed_columns

    outputs = typed_columns(table.columns, query, scope)
    if not outputs or (table.columns and len(outputs) != len(table.columns)):
        return table if table.columns else replace(table, partial=True)
    origin = table.origin
    names = [c.name for c in table.columns] or [name for name, _ in outputs]
    types = [replace(type_, serial=None) if type_.serial else type_ for _, type_ in outputs]
    columns = tuple(Column(name=n, type=t, origin=origin) for n, t in zip(names, types, strict=True))
    return replace(table, columns=columns)


def _is_partial(scope: Scope, name: Name) -> bool:
    table = scope.catalog.table(name)
    return table is not None and table.partial


def bound_column(column: Column, scope: Scope, *, written: bool = True) -> Column:
    """A column with the schema of its type, and the sequence that its default draws from; DEFAULT NULL may be none.

    `written`: the default stands there, and does not come from another table, which had its reason to keep a NULL.
    """
    if column.not_null_name and scope.version < NAMED_NOT_NULL:
        column = replace(column, not_null_name="")  # it is read, and forgotten
    if not column.type.builtin:
        type_ = scope.type(column.type)
        column = column if type_ is column.type else replace(column, type=type_)
    if column.default is not None:
        if written and is_no_default(column.default, column.type, scope):
            return replace(column, default=None)
        drawn = drawn_from(column.default, scope)
        return replace(column, draws_from=drawn) if drawn != column.draws_from else column
    return column


def is_no_default(default: Expression, type_: Type, scope: Scope) -> bool:
    """Whether it is NULL and the server forgets it: it keeps one that a length or a domain still has to see."""
    return default.is_null and not type_.modifiers and scope.domain(type_) is None


def drawn_from(default: Expression, scope: Scope) -> Name | None:
    """The sequence in nextval('sequence'), where the default is that and nothing else."""
    node: dict[str, Any] | None = getattr(default, "node", None)
    call = node.get("FuncCall") if node is not None else None
    if call is None or call["funcname"][-1]["String"]["sval"] != "nextval" or not default.constants:
        return None
    cast = call["args"][0].get("TypeCast")
    if cast is not None and cast["typeName"]["names"][-1]["String"]["sval"] != "regclass":
        return None  # looked up when it runs: the sequence may go
    parts = parsed_name(default.constants[0])
    return scope.relation(Name(parts[-2] if len(parts) > 1 else "", parts[-1])) if parts else None


QUOTED_OR_PLAIN = regex(r'"((?:[^"]|"")*)"|([^."\s]+)')


def parsed_name(text: str) -> list[str]:
    """The parts of a name in a text, folded as the server folds them."""
    return [q.replace('""', '"') if q else plain.lower() for q, plain in QUOTED_OR_PLAIN.findall(text)]


def with_sequence(column: Column, table: Name, scope: Scope) -> tuple[Column, Sequence]:
    """A serial or identity column and its sequence; a serial one gets its nextval default."""
    if column.sequence is not None:
        name = column.sequence if column.sequence.schema else table.sibling(column.sequence.name)
    else:
        name = table.sibling(naming.choose(table.name, column.name, "seq", lambda n: scope.taken(table.sibling(n))))
    type_name = SERIAL_TYPES.get(column.type.serial or "", str(column.type))
    sequence = Sequence(
        name=name,
        type=type_name,
        owner=table,
        owner_column=column.name,
        identity=bool(column.identity),
        options=column.sequence_options,
        origin=column.origin,
    )
    if column.type.serial:
        column = replace(column, default=drawing(name), draws_from=name, nullable=False)
    return column, sequence


# --- inheritance and LIKE


def with_parents(table: Table, scope: Scope) -> Table:
    """Columns, checks and (for partitions) keys, foreign keys and indexes that come from parents."""
    inherits = tuple(scope.relation(p) for p in table.inherits)
    partition_of = scope.relation(table.partition_of) if table.partition_of else None
    table = replace(table, inherits=inherits, partition_of=partition_of)
    parents = [scope.catalog.table(p) for p in ((partition_of,) if partition_of else inherits)]
    known = [p for p in parents if p is not None and not p.partial]
    if len(known) < len(parents):
        table = replace(table, partial=True)
    shared = partition_of is not None and scope.version >= SHARED_IDENTITY
    for parent in known:
        named = not_null.named(parent, scope.catalog) if scope.version >= NAMED_NOT_NULL else parent
        columns = tuple(inherited_column(c, identity=shared) for c in named.columns)
        written = {c.name for c in table.checks}
        checks = tuple(
            replace(c, inherited=c.name not in written, validated=c.enforced) for c in parent.checks if not c.no_inherit
        )
        own = {c.name for c in checks}
        table = replace(
            table,
            columns=merged(columns, table.columns, own=not partition_of),
            checks=(*checks, *(c for c in table.checks if not c.name or c.name not in own)),
        )
        if partition_of:
            table = with_partition_parts(table, parent)
    return table


def inherited_column(column: Column, *, identity: bool) -> Column:
    """A column as a child gets it."""
    type_ = replace(column.type, serial=None) if column.type.serial else column.type
    kept = column.identity if identity else ""
    if column.not_null_local:
        column = replace(column, nullable=True, not_null_name="", not_null_local=False)
    inherited = not column.nullable
    column = replace(column, not_null_inherited=inherited, not_null_valid=True)  # it has no rows yet
    return replace(column, inherited=True, identity=kept, type=type_, comment="")


def merged(inherited: tuple[Column, ...], written: tuple[Column, ...], *, own: bool) -> tuple[Column, ...]:
    """Inherited columns first; a column that is written again overrides default and nullability.

    `own`: it is the child's own then, and stays with it; that of a partition never is.
    """
    left = {c.name: c for c in written}
    columns = tuple(overridden(column, left.pop(column.name, None), own=own) for column in inherited)
    return (*columns, *left.values())


def overridden(column: Column, again: Column | None, *, own: bool) -> Column:
    """An inherited column as the child writes it again, if it does."""
    if again is None:
        return column
    required = not again.nullable
    column = replace(column, nullable=column.nullable and not required, inherited=not own)
    if required:
        said = {"not_null_name": again.not_null_name, "not_null_local": again.not_null_local}
        column = replace(column, **said, not_null_inherited=False)
    if again.type.serial or again.identity:
        kept = column.default if again.identity else None  # the server keeps both, and uses the identity
        return replace(column, type=again.type, identity=again.identity, sequence=again.sequence, default=kept)
    return replace(column, default=again.default or column.default, generated=again.generated or column.generated)


def with_partition_parts(table: Table, parent: Table) -> Table:
    """What a partition gets from its parent; unnamed copies are named later like any other."""
    primary, taken = parent.primary_key, frozenset(table.constraint_names)
    table = replace(
        table,
        foreign_keys=(*(copy_of(f, taken) for f in parent.foreign_keys), *table.foreign_keys),
        triggers=(*(replace(t, inherited=True) for t in parent.triggers if t.row), *table.triggers),
    )
    if table.kind == "foreign":  # it has no indexes
        return table
    return replace(
        table,
        tablespace=table.tablespace or parent.tablespace,
        primary_key=table.primary_key or (part_of(primary) if primary is not None else None),
        uniques=(*map(part_of, parent.uniques), *table.uniques),
        indexes=(*map(part_of, parent.indexes), *table.indexes),
        exclusions=(*map(part_of, parent.exclusions), *table.exclusions),
    )


def part_of(parent: Whole) -> Whole:
    """What a partition gets for a key or index of its parent, without a name so far."""
    changes: dict[str, object] = {"valid": True, "comment": ""} if "valid" in parent.__struct_fields__ else {}
    return replace(parent, name="", inherited=True, parent=parent.name, **changes)


def copy_of(parent: ForeignKey, taken: Container[str]) -> ForeignKey:
    """What a partition gets for a foreign key of its parent; without a name so far, if its own is taken."""
    name = "" if parent.name in taken else parent.name
    return replace(parent, inherited=True, parent=parent.name, name=name, copies=())


def with_like(table: Table, like: ops.LikeClause, scope: Scope) -> Table:
    """LIKE: columns always (with NOT NULL), the rest as INCLUDING says."""
    source = scope.catalog.table(scope.relation(like.table))
    if source is None or source.partial:
        return replace(table, partial=True)
    wanted = like.including
    copied = tuple(like_column(c, wanted) for c in source.columns)
    copied = tuple(like_identity(c, source, scope) if c.identity else c for c in copied)
    if scope.version >= NAMED_NOT_NULL:
        names = [not_null.name_of(source, c, scope.catalog) for c in source.columns]
        copied = tuple(replace(c, not_null_name="" if c.nullable else n) for c, n in zip(copied, names, strict=True))
    table = replace(table, columns=(*table.columns[: like.at], *copied, *table.columns[like.at :]))
    if "constraints" in wanted:
        table = replace(
            table, checks=(*table.checks, *(replace(c, inherited=False, validated=c.enforced) for c in source.checks))
        )
    if "indexes" in wanted:
        primary = source.primary_key
        kept = "comments" in wanted
        indexes = [replace(of_its_own(i), valid=True, comment=i.comment if kept else "") for i in source.indexes]
        table = replace(
            table,
            primary_key=table.primary_key or (of_its_own(primary) if primary is not None else None),
            uniques=(*table.uniques, *map(of_its_own, source.uniques)),
            exclusions=(*table.exclusions, *map(of_its_own, source.exclusions)),
            indexes=(*table.indexes, *indexes),
        )
    return table


def of_its_own(part: Whole) -> Whole:
    """What LIKE makes of a key or index: it has no name so far, and is no part of one above."""
    return replace(part, name="", inherited=False, parent="")


def like_column(column: Column, wanted: frozenset[str]) -> Column:
    """A column as LIKE copies it."""
    keep_default = ("generated" if column.generated else "defaults") in wanted
    return replace(
        column,
        not_null_valid=True,  # it has no rows yet
        default=column.default if keep_default else None,
        generated=column.generated if "generated" in wanted else "",
        identity=column.identity if "identity" in wanted else "",
        type=replace(column.type, serial=None) if column.type.serial else column.type,
        comment=column.comment if "comments" in wanted else "",
        inherited=False,
    )


MOST = {"smallint": "32767", "integer": "2147483647"}


def like_identity(column: Column, source: Table, scope: Scope) -> Column:
    """An identity column that LIKE copies, with what its sequence says now of its numbers, the end of its type too."""
    found = [scope.catalog.relations[n] for n in scope.catalog.sequences_of.get(source.name, NO_NAMES)]
    for sequence in found:
        if isinstance(sequence, Sequence) and sequence.identity and sequence.owner_column == column.name:
            ends = {"maxvalue": MOST[sequence.type]} if sequence.type in MOST else {}
            return replace(column, sequence_options=tuple({**ends, **dict(sequence.options)}.items()))
    return column


# --- names


def named_constraints(table: Table, scope: Scope) -> Table:
    """Keys, checks, foreign keys and indexes with the names that the server chooses, in its order."""
    names: set[str] = set()
    primary = table.primary_key
    columns = table.columns
    if primary is not None:
        if not primary.name:
            primary = replace(primary, name=key_name(table.name, primary, scope, primary=True, names=names))
        names.add(primary.name)
        columns = tuple(replace(c, nullable=False) if c.name in primary.columns and c.nullable else c for c in columns)
    table = replace(table, primary_key=primary, columns=columns)
    if not (table.uniques or table.checks or table.foreign_keys or table.exclusions or table.indexes):
        return table
    uniques: list[Key] = []
    for key in table.uniques:
        name = key.name or key_name(table.name, key, scope, primary=False, names=names)
        names.add(name)
        uniques.append(replace(key, name=name))
    exclusions = []
    for exclusion in table.exclusions:
        exclusions.append(exclusion if exclusion.name else bound_exclusion(exclusion, table.name, scope, names))
        names.add(exclusions[-1].name)
    indexes = []
    for index in table.indexes:
        name = index.name or index_name(table.name, index, scope, names)
        names.add(name)
        indexes.append(replace(index, name=name))
    known = {c.name for c in table.checks if c.name} | names
    checks = []
    for check in table.checks:
        bound = check if check.name else bound_check(check, table.name, table, scope, known)
        known.add(bound.name)
        checks.append(bound)
    foreign_keys = []
    for foreign in table.foreign_keys:
        bound_key = bound_foreign_key(foreign, table.name, table, scope, known)
        known.update((bound_key.name, *(copy for _, copy in bound_key.copies)))
        foreign_keys.append(bound_key)
    return replace(
        table,
        uniques=tuple(uniques),
        exclusions=tuple(exclusions),
        indexes=tuple(indexes),
        checks=tuple(checks),
        foreign_keys=tuple(foreign_keys),
    )


def merged_keys(table: Table) -> tuple[Key | None, tuple[Key, ...]]:
    """The keys of a new table as it is written: of two that are alike the server makes one, with the name of either."""
    if not table.uniques:
        return table.primary_key, table.uniques
    kept: list[Key] = []
    for key in table.keys:
        at = next((n for n, other in enumerate(kept) if same_key(key, other)), None)
        if at is None:
            kept.append(key)
        elif not kept[at].name:
            kept[at] = replace(kept[at], name=key.name)
    return (kept[0], tuple(kept[1:])) if table.primary_key is not None else (None, tuple(kept))


def same_key(one: Key, other: Key) -> bool:
    """Whether the server would make one index for both."""
    shapes = [(k.columns, k.include, k.nulls_distinct, k.deferrable, k.initially_deferred) for k in (one, other)]
    return shapes[0] == shapes[1]


def key_name(table: Name, key: Key, scope: Scope, *, primary: bool, names: Iterable[str] = ()) -> str:
    """The server's name for an unnamed primary key or unique constraint."""
    addition = (
        ""
        if primary
        else naming.joined(
            naming.index_columns([IndexPart(column=c) for c in key.titles or (*key.columns, *key.include)], ())
        )
    )
    return _free(table, addition, "pkey" if primary else "key", scope, names)


def index_name(table: Name, index: Index, scope: Scope, names: Iterable[str] = ()) -> str:
    """The server's name for an unnamed index."""
    return _free(
        table, naming.joined(naming.index_columns(index.parts, index.titles or index.include)), "idx", scope, names
    )


def part_name(
    table: Name, part: Key | Index | Exclusion, scope: Scope, *, primary: bool, names: Iterable[str] = ()
) -> str:
    """The server's name for any of these."""
    if isinstance(part, Exclusion):
        return bound_exclusion(part, table, scope, names).name
    if isinstance(part, Key):
        return key_name(table, part, scope, primary=primary, names=names)
    return index_name(table, part, scope, names)


def bound_exclusion(constraint: Exclusion, table: Name, scope: Scope, names: Iterable[str] = ()) -> Exclusion:
    """An EXCLUDE constraint with its name."""
    addition = naming.joined(naming.index_columns(constraint.parts, constraint.include))
    return replace(constraint, name=_free(table, addition, "excl", scope, names))


def _free(table: Name, addition: str, label: str, scope: Scope, names: Iterable[str]) -> str:
    return naming.choose(table.name, addition, label, lambda n: n in names or scope.taken(table.sibling(n)))


def bound_check(
    check: Check, name: Name, table: Table | None, scope: Scope, names: Collection[str] | None = None
) -> Check:
    """A CHECK with its name: after the column if it reads exactly one."""
    if check.name:
        return check
    columns = check.expression.columns
    addition = next(iter(columns)) if len(columns) == 1 else ""
    return replace(check, name=naming.constraint_name(addition, "check", name, table, scope, names))


def bound_foreign_key(
    key: ForeignKey, name: Name, table: Table | None, scope: Scope, names: Collection[str] | None = None
) -> ForeignKey:
    """A foreign key with its name, its target resolved, and the target's columns where they are the primary key."""
    target_name = name if key.target in (name, Name("", name.name)) else scope.relation(key.target)
    columns, depends_on = key.target_columns, ""
    target = table if target_name == name and table is not None else scope.catalog.table(target_name)
    if target is not None and columns:
        depends_on = target.referable.get(frozenset(columns), "")
    elif target is not None and target.primary_key is not None:
        columns, depends_on = target.primary_key.columns, target.primary_key.name
    chosen = key.name or naming.foreign_key_name(key, name, table, scope, names)
    key = replace(key, name=chosen, target=target_name, target_columns=columns, key=depends_on)
    copies = key.copies or spread.copies(key, name, table, scope, names)
    return key if copies is key.copies else replace(key, copies=copies)


def bound_type(definition: Enum | Domain | Composite, scope: Scope) -> Enum | Domain | Composite:
    """A new type with its schema; the unnamed checks of a domain get names."""
    definition = replace(definition, name=scope.new_name(definition.name))
    if isinstance(definition, Domain):
        checks: list[Check] = []
        for check in definition.checks:
            name = check.name or naming.domain_check_name(definition.name, {c.name for c in checks}, scope)
            checks.append(replace(check, name=name))
        return replace(definition, checks=tuple(checks), type=scope.type(definition.type))
    if isinstance(definition, Composite):
        return replace(definition, columns=tuple(bound_column(c, scope) for c in definition.columns))
    return definition

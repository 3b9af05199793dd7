"""Columns added without touching a row under a lock: first the bare column, then its values, at last what it must keep.

What the statement writes on a column, and what else it says of it, holds in the end as well; where the steps cannot
lead there, there is no recipe.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dbarch_lint.engines.postgres.dump_parts import numbers
from dbarch_lint.engines.postgres.recipes.common import Part, alone, here, recipe, sql_name
from dbarch_lint.engines.postgres.recipes.constraints import (
    add_text,
    build,
    checked_text,
    is_named,
    shortened,
    target_text,
    use,
    validate_text,
)
from dbarch_lint.engines.postgres.recipes.filling import ROOM, batches, kept_equal, literal, required
from dbarch_lint.engines.postgres.versions import VIRTUAL_COLUMNS
from dbarch_lint.names import quoted, quoted_name
from dbarch_lint.operations import (
    AddCheck,
    AddColumn,
    AddConstraint,
    AddExclusion,
    AddForeignKey,
    AddPrimaryKey,
    AddUnique,
    SetNotNull,
)

if TYPE_CHECKING:
    from dbarch_lint.context import Context
    from dbarch_lint.findings import Fix

TITLES = {
    "value": "either write a constant DEFAULT beside NOT NULL (that touches no row), or fill the column first",
    "key": "fill the column first: a key needs a value of its own in each row",
    "virtual": "let it be VIRTUAL: computed when it is read, so no row is touched",
    "stored": "fill an ordinary column by a trigger (from PostgreSQL 18 on, VIRTUAL instead of STORED touches no row)",
    "domain": "use the domain's base type, and write its rule as a CHECK of the table",
    "default": "add the column empty, and set the default for new rows afterwards: that touches no row",
}
REST = "; what else the statement does can stay"
FILLED = "when every row has a value, each in a transaction of its own"
UNREPEATED = frozenset({"STORAGE", "COMPRESSION"})  # what may be said of a column, and the catalog does not keep


class Addition:
    """The columns that a statement adds at the cost of every row, and the constraints that it puts on them."""

    def __init__(self, op: AddColumn, ctx: Context) -> None:
        self.op, self.ctx = op, ctx
        self.name = sql_name(op.table, ctx)
        self.columns = [o for o in ctx.alike(op) if touches_rows(o)]
        names = {o.column.name for o in self.columns}
        beside = [s.operation for s in ctx.together if s.operation.target == op.table]
        self.constraints = [o for o in beside if isinstance(o, AddConstraint) and names & concerned(o)]
        self.demanded = {o.column for o in beside if isinstance(o, SetNotNull)} & names
        self.demanded |= {o.column.name for o in self.columns if not o.column.nullable}
        for key in (o for o in self.constraints if isinstance(o, AddPrimaryKey)):
            self.demanded |= {*key.nullable_columns, *names.intersection(key.constraint.columns)}
        told = len(self.columns) + len(self.constraints)
        self.whole = told == len([o for o in beside if not isinstance(o, SetNotNull) or o.column not in names])

    @property
    def keys(self) -> list[AddUnique | AddPrimaryKey]:
        """The keys: their indexes are built when the rows have values."""
        return [o for o in self.constraints if isinstance(o, AddUnique | AddPrimaryKey)]

    @property
    def checked(self) -> list[AddCheck | AddForeignKey]:
        """What is validated when the rows have values."""
        found = (o for o in self.constraints if isinstance(o, AddCheck | AddForeignKey))
        return [o for o in found if not isinstance(o, AddForeignKey) or len(o.constraint.columns) > 1]

    def references(self, column: str) -> list[AddForeignKey]:
        """The foreign keys that come with the column: while it is empty, there is nothing to check."""
        found = (o for o in self.constraints if isinstance(o, AddForeignKey))
        return [o for o in found if o.constraint.columns == (column,)]


def touches_rows(op: AddColumn) -> bool:
    """Whether adding the column passes over the rows, or fails on the first one."""
    return not op.exists and (op.wants_value or op.constrained_domain or op.default in {"volatile", "unknown"})


def concerned(op: AddConstraint) -> frozenset[str]:
    """The columns that a constraint is about."""
    if isinstance(op, AddCheck):
        return op.constraint.expression.columns
    if isinstance(op, AddExclusion):
        parts = op.constraint.parts
        return frozenset().union(*(p.expression.columns if p.expression else {p.column} for p in parts))
    return (
        frozenset(op.constraint.columns) if isinstance(op, AddUnique | AddPrimaryKey | AddForeignKey) else frozenset()
    )


def leads_there(added: Addition) -> bool:
    """Whether the steps can end with the schema that the statement makes."""
    table = added.ctx.table(added.op.table)
    parted = table is None or table.partition_by is not None
    for op in added.columns:
        empty_domain = op.constrained_domain and (op.wants_value or op.default != "none")
        if empty_domain or op.column.not_null_local or not UNREPEATED.isdisjoint(op.notable):
            return False
    if any(isinstance(o, AddExclusion) for o in added.constraints):
        return False
    if added.keys and (parted or any(k.constraint.without_overlaps for k in added.keys) or has_storage(added.op)):
        return False
    if parted and any(isinstance(o, AddForeignKey) for o in added.checked):
        return False
    kept = (o for o in added.constraints if isinstance(o, AddForeignKey | AddCheck))
    return all(o.validated and o.enforced for o in kept)


def has_storage(op: AddColumn) -> bool:
    """Whether the statement says WITH (...) of an index."""
    kinds = [token.kind for token in op.statement.tokens()]
    return ("WITH", "(") in pairwise(kinds)


def add_column(op: AddColumn, ctx: Context) -> Fix | None:
    """The steps for all columns of the statement that touch rows, and all that it puts on them."""
    added = Addition(op, ctx)
    if op not in added.columns or not leads_there(added):
        return None
    ways = [(way(o, added), o) for o in added.columns]
    title = TITLES[ways[0][0]] + ("" if added.whole else REST)
    first = [statement for kind, o in ways for statement in FIRST[kind](o, added)]
    filled = [filling(kind, o, added) for kind, o in ways if kind in VALUES]
    batch = [Part(filled[0].place, tuple(s for part in filled for s in part.statements))] if filled else []
    return recipe(ctx, title, here(*first), *batch, *afterwards(added))


def way(op: AddColumn, added: Addition) -> str:
    """How the column gets its values."""
    name = op.column.name
    if op.wants_value:
        return "key" if any(name in o.constraint.columns for o in added.keys) else "value"
    if op.column.generated:
        bare = name not in added.demanded and not any(name in concerned(o) for o in added.constraints)
        return "virtual" if bare and added.ctx.engine_version >= VIRTUAL_COLUMNS else "stored"
    return "domain" if op.constrained_domain else "default"


# --- the bare column, and what gives values to rows to come


def bare(op: AddColumn, added: Addition, type_: str = "", more: str = "") -> str:
    """ADD COLUMN of a column without a value, with the foreign keys that find nothing to check in it."""
    column = op.column
    said = [quoted(column.name), type_ or str(column.type)]
    said += [f"COLLATE {quoted(column.collation)}"] if column.collation else []
    said += [more] if more else []
    for key in added.references(column.name):
        said += [f"CONSTRAINT {quoted(key.constraint.name)}"] if is_named(key) else []
        said.append(target_text(key, added.ctx))
    return f"ALTER TABLE {added.name} ADD COLUMN {' '.join(said)}"


def empty(op: AddColumn, added: Addition) -> list[str]:
    """Nothing but the column."""
    return [bare(op, added)]


def virtual(op: AddColumn, added: Addition) -> list[str]:
    """A column that is computed when it is read."""
    return [bare(op, added, more=f"GENERATED ALWAYS AS ({op.column.default}) VIRTUAL")]


def stored(op: AddColumn, added: Addition) -> list[str]:
    """A column that a trigger fills."""
    value = f"(SELECT {op.column.default} FROM (SELECT NEW.*) AS r)"
    return [bare(op, added), *kept_equal(op.table, op.column.name, value, added.ctx)]


def checked_by_table(op: AddColumn, added: Addition) -> list[str]:
    """The domain's rule as a CHECK of the table, which can be validated later."""
    check = quoted(f"{op.table.name}_{op.column.name[:ROOM]}_check")
    rule = f"ALTER TABLE {added.name} ADD CONSTRAINT {check} CHECK (...) NOT VALID"
    return [bare(op, added, f"<base type of {op.column.type}>"), rule]


def with_default(op: AddColumn, added: Addition) -> list[str]:
    """A default that is set after the column was added concerns new rows only."""
    column, ctx = op.column, added.ctx
    alter = f"ALTER TABLE {added.name} ALTER COLUMN {quoted(column.name)}"
    if op.sequence is None and column.default is None:  # its type has one
        return [bare(op, added, more="DEFAULT NULL"), f"{alter} DROP DEFAULT"]
    if op.sequence is None:
        return [bare(op, added), f"{alter} SET DEFAULT {column.default}"]
    type_ = op.sequence.type
    name = filler(op, ctx) if column.identity else sql_name(op.sequence.name, ctx)
    owned = "" if column.identity else f" OWNED BY {added.name}.{quoted(column.name)}"
    return [
        bare(op, added, type_),
        f"CREATE SEQUENCE {name} AS {type_}{numbers(op.sequence)}{owned}",
        f"{alter} SET DEFAULT nextval({literal(name)})",
    ]


def filler(op: AddColumn, ctx: Context) -> str:
    """A sequence that gives an identity column its numbers until it has its own."""
    return sql_name(op.table.sibling(shortened(op.table, op.column.name, "fill")), ctx)


FIRST = {
    "value": empty,
    "key": empty,
    "virtual": virtual,
    "stored": stored,
    "domain": checked_by_table,
    "default": with_default,
}


# --- the rows that are there

VALUES = {"value": "...", "key": "...", "default": "DEFAULT", "stored": ""}  # the last: what it is computed from


def filling(kind: str, op: AddColumn, added: Addition) -> Part:
    """The batches for one column."""
    name = op.column.name
    return batches(op.table, f"{quoted(name)} = {VALUES[kind] or op.column.default}", name, added.ctx)


# --- what the column must keep


def afterwards(added: Addition) -> list[Part]:
    """NOT NULL, CHECK, keys and identity, in this order."""
    op, ctx = added.op, added.ctx
    proven = [s for c in sorted(added.demanded) for s in required(op.table, c, ctx, not_null_name(added, c)).statements]
    for kept in added.checked:
        proven += [add_text(kept, checked_text(kept, ctx), ctx), validate_text(kept, ctx)]
    domains = (o for o in added.columns if o.constrained_domain)
    for o in domains:
        check = quoted(f"{op.table.name}_{o.column.name[:ROOM]}_check")
        proven.append(f"ALTER TABLE {added.name} VALIDATE CONSTRAINT {check}")
    parts = [Part(FILLED, tuple(proven))] if proven else []
    if added.keys:
        builds = tuple(build(k, ctx) for k in added.keys)
        place = alone(ctx, *builds) if proven else f"when every row has a value, {alone(ctx, *builds)}"
        parts.append(Part(place, builds))
        parts.append(Part("then", tuple(use(k, ctx) for k in added.keys)))
    identities = (o for o in added.columns if o.column.identity)
    return [*parts, *(Part("in the end", tuple(numbered(o, added))) for o in identities)]


def not_null_name(added: Addition, column: str) -> str:
    """What the author calls the NOT NULL of a column."""
    return next((o.column.not_null_name for o in added.columns if o.column.name == column), "")


def numbered(op: AddColumn, added: Addition) -> list[str]:
    """The column becomes an identity column, whose numbers go on where the default stopped."""
    ctx, column, sequence = added.ctx, op.column, op.sequence
    named = f"SEQUENCE NAME {quoted_name(column.sequence)}" if column.sequence is not None else ""
    options = f"{named}{numbers(sequence) if sequence is not None else ''}".strip()
    made = f"ADD GENERATED {column.identity.upper()} AS IDENTITY" + (f" ({options})" if options else "")
    alter, old = f"ALTER COLUMN {quoted(column.name)}", filler(op, ctx)
    own = f"pg_get_serial_sequence({literal(added.name)}, {literal(column.name)})"
    steps = [
        f"ALTER TABLE {added.name} {alter} DROP DEFAULT, {alter} {made}",
        f"SELECT setval({own}, nextval({literal(old)}), false)",
        f"DROP SEQUENCE {old}",
    ]
    return steps if ctx.in_transaction else ["BEGIN", *steps, "COMMIT"]


RECIPES = {AddColumn: add_column}

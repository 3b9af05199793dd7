"""Constraints without a scan or an index build under a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint.engines.postgres.recipes.common import (
    Part,
    added_column,
    columns,
    commits_singly,
    for_each,
    here,
    last,
    later,
    outside,
    recipe,
    sql_name,
    steps,
    written,
)
from dbarch_lint.engines.postgres.versions import NOT_VALID_EVERYWHERE
from dbarch_lint.findings import Fix
from dbarch_lint.names import quoted
from dbarch_lint.objects import ForeignKey, Index, Key
from dbarch_lint.operations import AddCheck, AddConstraint, AddForeignKey, AddPrimaryKey, AddUnique, SetNotNull
from dbarch_lint.source import Edit, Span

if TYPE_CHECKING:
    from dbarch_lint.context import Context
    from dbarch_lint.names import Name

LONGEST = 63  # bytes of a name


# --- UNIQUE and PRIMARY KEY


def add_key(op: AddUnique | AddPrimaryKey, ctx: Context) -> Fix | None:
    """Build the index concurrently, then make it the constraint's."""
    table, key = ctx.table(op.table), op.constraint
    if key.without_overlaps or one_of_several(op, ctx):
        return None
    if table is not None and table.partition_by is not None:
        return key_by_partition(op, ctx)
    name, ready = sql_name(op.table, ctx), ready_index(op, ctx)
    parts = [here(f"ALTER TABLE {name} {added_column(op, ctx)}")] if op.column_new else []
    proofs = [proof(op.table, column, ctx) for column in nullable_columns(op)]
    if proofs:
        parts.append(here(*(add for add, _, _ in proofs)))
    if ready is None:
        parts.append(outside(ctx, build(op, ctx), after=op.column_new))
    validations = [validate for _, validate, _ in proofs]
    end = (use(op, ctx, ready.name if ready is not None else ""), *(drop for _, _, drop in proofs if drop))
    parts += [later(ctx, *validations), last(ctx, *end)] if proofs else [later(ctx, *end)]
    title = "build the index CONCURRENTLY first; to make it the constraint's then takes a moment"
    if ready is not None:
        title = f"the unique index {ready.name} is there already: make it the constraint's"
    plain = not (proofs or op.column_new or {"WITH", "USING"} & {t.kind for t in op.statement.tokens()})
    return steps(op, ctx, title, *parts) if plain else recipe(ctx, title, *parts)


def kind(op: AddUnique | AddPrimaryKey) -> str:
    """The constraint in SQL's words."""
    return "PRIMARY KEY" if isinstance(op, AddPrimaryKey) else "UNIQUE"


def nullable_columns(op: AddUnique | AddPrimaryKey) -> tuple[str, ...]:
    """The columns of a primary key that nothing proves to be NOT NULL yet."""
    return op.nullable_columns if isinstance(op, AddPrimaryKey) and not op.proof else ()


def build(op: AddUnique | AddPrimaryKey, ctx: Context) -> str:
    """The statement that builds a key's index."""
    key, table = op.constraint, sql_name(op.table, ctx)
    return f"CREATE UNIQUE INDEX CONCURRENTLY {quoted(key.name)} ON {table} ({columns(key.columns)}){more(key)}"


def use(op: AddUnique | AddPrimaryKey, ctx: Context, index: str = "") -> str:
    """The statement that makes a unique index the key's."""
    key, table = op.constraint, sql_name(op.table, ctx)
    made = f"ALTER TABLE {table} ADD CONSTRAINT {quoted(key.name)} {kind(op)} USING INDEX {quoted(index or key.name)}"
    return made + deferred(key)


def more(key: Key) -> str:
    """What else an index says: INCLUDE, NULLS NOT DISTINCT and TABLESPACE."""
    include = f" INCLUDE ({columns(key.include)})" if key.include else ""
    place = f" TABLESPACE {quoted(key.tablespace)}" if key.tablespace else ""
    return include + ("" if key.nulls_distinct else " NULLS NOT DISTINCT") + place


def deferred(key: Key | ForeignKey) -> str:
    """DEFERRABLE and so on, as the constraint says it."""
    if not key.deferrable:
        return ""
    return " DEFERRABLE INITIALLY DEFERRED" if key.initially_deferred else " DEFERRABLE"


def ready_index(op: AddUnique | AddPrimaryKey, ctx: Context) -> Index | None:
    """A unique index over the same columns that the constraint could take over."""
    table, key = ctx.table(op.table), op.constraint
    found = table.unique_over(key.columns) if table is not None else None
    if not isinstance(found, Index) or not found.valid or found.inherited or found.columns != key.columns:
        return None
    if any(p.descending or p.nulls_first or p.opclass or p.collation for p in found.parts):
        return None
    same = found.nulls_distinct == key.nulls_distinct and found.include == key.include
    return found if same else None


def key_by_partition(op: AddUnique | AddPrimaryKey, ctx: Context) -> Fix:
    """A partitioned table's key is put together from those of its partitions."""
    key, table, name = op.constraint, sql_name(op.table, ctx), quoted(op.constraint.name)
    cols = f"({columns(key.columns)})"
    whole = f"ALTER TABLE ONLY {table} ADD CONSTRAINT {name} {kind(op)} {cols}"
    build = f"CREATE UNIQUE INDEX CONCURRENTLY <its key> ON <partition> {cols}"
    then = (
        f"ALTER TABLE <partition> ADD CONSTRAINT <its key> {kind(op)} USING INDEX <its key>",
        f"ALTER INDEX {name} ATTACH PARTITION <its key>",
    )
    return recipe(ctx, "build it partition by partition", here(whole), *for_each(ctx, build, *then))


# --- FOREIGN KEY and CHECK


def add_foreign_key(op: AddForeignKey, ctx: Context) -> Fix | None:
    """REFERENCES with the column, where it is new; else NOT VALID now and VALIDATE later."""
    table, key = ctx.table(op.table), op.constraint
    first = table.column(key.columns[0]) if table is not None and len(key.columns) == 1 else None
    if first is not None and ctx.is_unfilled(op.table, first.name):
        own = f"CONSTRAINT {quoted(key.name)} " if is_named(op) else ""
        text = f"ADD COLUMN {quoted(first.name)} {first.type} {own}{target_text(op, ctx)}"
        title = "add the key together with its column: the server then knows that there is nothing to check"
        return recipe(ctx, title, here(f"ALTER TABLE {sql_name(op.table, ctx)} {text}"))
    partitioned = table is not None and table.partition_by is not None
    if partitioned and ctx.engine_version < NOT_VALID_EVERYWHERE:
        return foreign_key_by_partition(op, ctx)
    return unvalidated(op, ctx, rule_text(op, ctx))


def rule_text(op: AddForeignKey, ctx: Context) -> str:
    """The constraint as it is written after its name."""
    return f"FOREIGN KEY ({columns(op.constraint.columns)}) {target_text(op, ctx)}"


def target_text(op: AddForeignKey, ctx: Context) -> str:
    """REFERENCES and what follows."""
    key = op.constraint
    to = f" ({columns(key.target_columns)})" if key.target_columns else ""
    nulled = f" ({columns(key.nulled)})" if key.nulled else ""
    acts = (("DELETE", key.on_delete, nulled), ("UPDATE", key.on_update, ""))
    told = "".join(f" ON {event} {action}{of}" for event, action, of in acts if action != "NO ACTION")
    full = " MATCH FULL" if key.match_full else ""
    return f"REFERENCES {sql_name(key.target, ctx)}{to}{full}{told}{deferred(key)}"


def foreign_key_by_partition(op: AddForeignKey, ctx: Context) -> Fix:
    """The parent takes over what its partitions have, and finds nothing left to check."""
    name = quoted(op.constraint.name)
    rule = rule_text(op, ctx)
    each = f"ALTER TABLE <partition> ADD CONSTRAINT {name} {rule} NOT VALID"
    return recipe(
        ctx,
        "a partitioned table takes no NOT VALID before PostgreSQL 18: begin with its partitions",
        Part("for each partition", (each,)),
        Part("then for each, in a transaction of its own", (f"ALTER TABLE <partition> VALIDATE CONSTRAINT {name}",)),
        Part(
            "at last, with nothing left to check",
            (f"ALTER TABLE {sql_name(op.table, ctx)} ADD CONSTRAINT {name} {rule}",),
        ),
    )


def add_check(op: AddCheck, ctx: Context) -> Fix | None:
    """NOT VALID now, VALIDATE later."""
    return unvalidated(op, ctx, checked_text(op, ctx))


def checked_text(op: AddForeignKey | AddCheck, ctx: Context) -> str:
    """What a constraint demands, as it is written after its name."""
    if isinstance(op, AddForeignKey):
        return rule_text(op, ctx)
    return f"CHECK ({op.constraint.expression}){' NO INHERIT' * op.constraint.no_inherit}"


def add_text(op: AddForeignKey | AddCheck, rule: str, ctx: Context) -> str:
    """The statement that adds it for rows to come."""
    return f"ALTER TABLE {sql_name(op.table, ctx)} ADD CONSTRAINT {quoted(op.constraint.name)} {rule} NOT VALID"


def validate_text(op: AddForeignKey | AddCheck, ctx: Context) -> str:
    """The statement that checks the rows that are there."""
    return f"ALTER TABLE {sql_name(op.table, ctx)} VALIDATE CONSTRAINT {quoted(op.constraint.name)}"


def one_of_several(op: AddConstraint, ctx: Context) -> bool:
    """Whether its new column comes with other constraints as well, which its own recipe would lose."""
    beside = (s.operation for s in ctx.together if isinstance(s.operation, AddConstraint) and s.operation is not op)
    return op.column_new and any(other.offset == op.offset for other in beside)


def unvalidated(op: AddForeignKey | AddCheck, ctx: Context, rule: str) -> Fix | None:
    """The words NOT VALID, and a VALIDATE in a transaction of its own; where they cannot be added, a recipe."""
    if one_of_several(op, ctx):
        return None
    table, validate = sql_name(op.table, ctx), validate_text(op, ctx)
    title = "add it NOT VALID, then VALIDATE it by itself: that reads the rows and lets others write"
    add = add_text(op, rule, ctx)
    if op.column_new:
        return recipe(ctx, title, here(f"ALTER TABLE {table} {added_column(op, ctx)}", add), later(ctx, validate))
    if op.statement.parent is not None:
        return recipe(ctx, title, here(add), later(ctx, validate))
    words = Edit(Span(op.statement.source, op.span.end, op.span.end), " NOT VALID")
    if not commits_singly(ctx):
        return Fix(title, (words,), "unsafe", written(ctx, [later(ctx, validate)]))
    end, then = op.statement.end, f";\n{op.statement.indent}{validate}"
    if op.span.end == end:
        edits: tuple[Edit, ...] = (Edit(words.span, words.text + then),)
    else:
        edits = (words, Edit(Span(op.statement.source, end, end), then))
    return Fix(title, edits, "safe" if is_named(op) or ctx.before.complete else "unsafe")


def is_named(op: AddForeignKey | AddCheck) -> bool:
    """Whether the statement itself gives the constraint its name; else the name is what the server would choose."""
    at = op.span
    return any(token.kind == "CONSTRAINT" for token in op.statement.source.tokens(at.start, at.end))


# --- NOT NULL


def set_not_null(op: SetNotNull, ctx: Context) -> Fix | None:
    """A validated CHECK spares SET NOT NULL its scan; from PostgreSQL 18 on NOT NULL itself can be NOT VALID."""
    add, validate, drop = proof(op.table, op.column, ctx)
    if not drop:
        title = "add NOT NULL as NOT VALID, then VALIDATE it by itself: that reads the rows and lets others write"
        return steps(op, ctx, title, here(add), later(ctx, validate))
    finish = f"ALTER TABLE {sql_name(op.table, ctx)} ALTER COLUMN {quoted(op.column)} SET NOT NULL"
    title = "let a CHECK prove it, validated by itself: SET NOT NULL then reads nothing"
    return steps(op, ctx, title, here(add), later(ctx, validate), last(ctx, finish, drop))


def proof(table: Name, column: str, ctx: Context, called: str = "") -> tuple[str, str, str]:
    """Statements that add and validate a constraint by which a column is not null, and drop what is not wanted then.

    `called`: the name that its author gives to it.
    """
    name, constraint = sql_name(table, ctx), quoted(called or shortened(table, column, "not_null"))
    own = ctx.engine_version >= NOT_VALID_EVERYWHERE
    rule = f"NOT NULL {quoted(column)}" if own else f"CHECK ({quoted(column)} IS NOT NULL)"
    return (
        f"ALTER TABLE {name} ADD CONSTRAINT {constraint} {rule} NOT VALID",
        f"ALTER TABLE {name} VALIDATE CONSTRAINT {constraint}",
        "" if own else f"ALTER TABLE {name} DROP CONSTRAINT {constraint}",
    )


def shortened(table: Name, column: str, suffix: str) -> str:
    """A constraint's name that the server will not cut."""
    room = LONGEST - len(suffix) - 1
    return f"{f'{table.name}_{column}'.encode()[:room].decode(errors='ignore')}_{suffix}"


def add_primary_key(op: AddPrimaryKey, ctx: Context) -> Fix | None:
    """An index taken over as the key: only the columns that may be NULL are left to prove."""
    if not op.using_index:
        return add_key(op, ctx)
    proofs = [proof(op.table, column, ctx) for column in op.nullable_columns]
    drops = [drop for _, _, drop in proofs if drop]
    title = "prove the columns NOT NULL first: the key then reads nothing"
    parts = here(*(add for add, _, _ in proofs)), later(ctx, *(validate for _, validate, _ in proofs))
    return recipe(ctx, title, *parts, last(ctx, op.statement.text, *drops))


RECIPES = {
    AddUnique: add_key,
    AddPrimaryKey: add_primary_key,
    AddForeignKey: add_foreign_key,
    AddCheck: add_check,
    SetNotNull: set_not_null,
}

"""What copies the table, done in steps that do not: a new column beside the old one, and then another name for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dbarch_lint import operations as ops
from dbarch_lint.engines.mysql.dump import column as definition
from dbarch_lint.engines.mysql.dump import names
from dbarch_lint.engines.mysql.facts import table_words
from dbarch_lint.engines.mysql.spelling import quoted, quoted_name
from dbarch_lint.findings import Fix
from dbarch_lint.objects import Column, Table, replace

if TYPE_CHECKING:
    from dbarch_lint.context import Context
    from dbarch_lint.operations import Operation

DROPPED_AT_ONCE = 80029  # the version from which columns are dropped at once; of MariaDB all that are known
SLOW = frozenset({"temporary", "not innodb", "fulltext", "compressed", "versioned", "virtual column", "partitioned"})
NEUTRAL = dict.fromkeys("tinyint smallint mediumint int bigint decimal float double".split(), "0")
NEUTRAL |= dict.fromkeys("char varchar binary varbinary".split(), "''")
PATIENCE = "SET lock_wait_timeout = 5;"  # seconds: what waits for a metadata lock makes all others wait
AT_ONCE = ", ALGORITHM=INSTANT"
IN_PLACE = ", ALGORITHM=INPLACE, LOCK=NONE"


def steps(op: Operation, ctx: Context) -> Fix | None:
    """The steps for an operation, or None; only where it is all that its statement does."""
    write = STEPS.get(type(op))
    alone = len({step.operation.offset for step in ctx.together}) == 1
    fix = write(op, ctx) if write is not None and alone else None
    if fix is None or ctx.setting("lock_wait_timeout") is not None:
        return fix
    return replace(fix, text=f"{PATIENCE}\n{fix.text}")


def recipe(title: str, *parts: str) -> Fix:
    """Statements and remarks, one below the other."""
    return Fix(title, applicability="manual", text="\n".join(parts))


def add_column(op: ops.AddColumn, ctx: Context) -> Fix | None:
    """A generated column need not be stored; a default that is computed can come behind the column."""
    table, column = quoted_name(op.table), op.column
    if column.generated == "stored" and not column.identity:
        virtual = definition(replace(column, generated="virtual"))
        title = "make it VIRTUAL: it is added at once, and can be indexed"
        return recipe(title, f"ALTER TABLE {table} ADD COLUMN {virtual}{AT_ONCE};")
    if column.default is None or column.generated or column.identity:
        return None
    plain, name = replace(column, default=None, nullable=True), quoted(column.name)
    required = f"ALTER TABLE {table} MODIFY COLUMN {definition(column)}{IN_PLACE};"
    return recipe(
        "add the column without its default, and fill it in batches",
        f"ALTER TABLE {table} ADD COLUMN {definition(plain)}{AT_ONCE};",
        f"ALTER TABLE {table} ALTER COLUMN {name} SET DEFAULT ({column.default}){AT_ONCE};",
        batches(ctx.table(op.table) or Table(name=op.table), f"{name} = {column.default}", f"{name} IS NULL"),
        *(() if column.nullable else ("-- then, which rebuilds the table while others write:", required)),
    )


def create_index(op: ops.CreateIndex, ctx: Context) -> Fix | None:
    """An index on a VIRTUAL column does what one on an expression does, and is built while others write."""
    parts = [part for part in op.index.parts if part.expression is not None]
    if len(parts) != 1 or len(op.index.parts) != 1 or ctx.engine == "mariadb":
        return None
    table, column = quoted_name(op.table), quoted(f"{op.index.name}_value")
    made, unique = f"<its type> AS ({parts[0].expression}) VIRTUAL", "UNIQUE " if op.index.unique else ""
    return recipe(
        "index a VIRTUAL column: others write while the index is built, and queries with the expression use it too",
        f"ALTER TABLE {table} ADD COLUMN {column} {made}{AT_ONCE};",
        f"ALTER TABLE {table} ADD {unique}INDEX {quoted(op.index.name)} ({column}){IN_PLACE};",
    )


def drop_constraint(op: ops.DropConstraint, _: Context) -> Fix | None:
    """A primary key that makes way for another one does so in place."""
    if op.kind != "primary_key":
        return None
    alter = f"ALTER TABLE {quoted_name(op.table)} DROP PRIMARY KEY, ADD PRIMARY KEY (<columns>){IN_PLACE};"
    return recipe("drop it in the statement that adds the next one: others write while the table is rebuilt", alter)


def change_type(op: ops.AlterColumnType | ops.RedefineColumn, ctx: Context) -> Fix | None:
    """A new column of the new type, kept equal by triggers, filled in batches, and then given the name."""
    before, after = ctx.table(op.table), ctx.after.table(op.table)
    old = before.column(op.column) if before is not None else None
    new = after.column(op.column) if after is not None else None
    if before is None or old is None or new is None or ctx.engine_version < DROPPED_AT_ONCE:
        return None
    same_text = (old.charset, old.collation) == (new.charset, new.collation)
    known = new.nullable or new.default is not None or new.type.name in NEUTRAL
    return swap(before, new) if known and same_text and not is_bound(old, before, ctx) else None


def is_bound(column: Column, table: Table, ctx: Context) -> bool:
    """Whether more than the column would have to change its place, or the table takes no column at once."""
    if SLOW & table_words(ctx.operation, ctx.before) or table.triggers or ctx.before.referencing.get(table.name):
        return True
    parts = {name for index in table.indexes for name in index.columns}
    parts |= {name for key in table.keys for name in key.columns}
    parts |= {name for key in table.foreign_keys for name in key.columns}
    read = [check.expression for check in table.checks]
    read += [c.default for c in table.columns if c.generated and c.default is not None]
    read += [p.expression for i in table.indexes for p in i.parts if p.expression is not None]
    named = column.name in parts or any(column.name in expression.columns for expression in read)
    return named or bool(column.generated or column.identity)


def swap(table: Table, new: Column) -> Fix:
    """The statements. The new column stands behind the old one, so that the columns keep their order."""
    on, name, beside = quoted_name(table.name), quoted(new.name), quoted(f"{new.name}_new")
    bare = not new.nullable and new.default is None  # until there is a trigger, inserts need a default
    added = definition(replace(new, name=f"{new.name}_new")) + (f" DEFAULT {NEUTRAL[new.type.name]}" if bare else "")
    triggers = {word: quoted(f"{table.name.name}_{new.name}_{word.lower()}") for word in ("INSERT", "UPDATE")}
    copying = f"ON {on} FOR EACH ROW SET NEW.{beside} = NEW.{name}"
    return recipe(
        "fill a new column beside it, then give it the name",
        f"ALTER TABLE {on} ADD COLUMN {added} AFTER {name}{AT_ONCE};",
        *(f"CREATE TRIGGER {trigger} BEFORE {word} {copying};" for word, trigger in triggers.items()),
        batches(table, f"{beside} = {name}", f"NOT {beside} <=> {name}"),
        "-- in a later migration:",
        f"LOCK TABLES {on} WRITE;",
        *(f"DROP TRIGGER {trigger};" for trigger in triggers.values()),
        f"ALTER TABLE {on} DROP COLUMN {name}, RENAME COLUMN {beside} TO {name}{AT_ONCE};",
        *([f"ALTER TABLE {on} ALTER COLUMN {name} DROP DEFAULT{AT_ONCE};"] if bare else []),
        "UNLOCK TABLES;",
    )


def batches(table: Table, assignment: str, missing: str) -> str:
    """An UPDATE to be repeated. It leaves alone what every UPDATE sets to the current time."""
    kept = "".join(f", {quoted(c.name)} = {quoted(c.name)}" for c in table.columns if c.on_update is not None)
    order = f" ORDER BY {names(table.primary_key.columns)}" if table.primary_key is not None else ""
    update = f"UPDATE {quoted_name(table.name)} SET {assignment}{kept} WHERE {missing}{order} LIMIT 1000;"
    return f"-- again and again, until it changes no row:\n{update}"


STEPS: dict[type[Operation], Callable[[Any, Any], Fix | None]] = {
    ops.AddColumn: add_column,
    ops.CreateIndex: create_index,
    ops.DropConstraint: drop_constraint,
    ops.AlterColumnType: change_type,
    ops.RedefineColumn: change_type,
}

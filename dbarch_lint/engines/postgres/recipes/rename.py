"""A second column of another name that lives beside the first one, and in the end has all that the first one had."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dbarch_lint.engines.postgres import dump_parts
from dbarch_lint.engines.postgres.recipes.common import Part, here, outside, recipe, sql_name
from dbarch_lint.engines.postgres.recipes.constraints import shortened
from dbarch_lint.engines.postgres.recipes.filling import batches, literal, required, trigger_name
from dbarch_lint.engines.postgres.recipes.take_apart import WITHOUT_EQUALITY
from dbarch_lint.findings import Fix
from dbarch_lint.names import Name, quoted, quoted_name
from dbarch_lint.objects import Check, Column, ForeignKey, Index, IndexPart, Key, Sequence, Table, replace
from dbarch_lint.operations import RenameColumn

if TYPE_CHECKING:
    from dbarch_lint.context import Context

LONGEST = 63  # bytes of a name
EQUAL = """\
CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.{new} IS NOT NULL
      OR TG_OP = 'UPDATE' AND {changed} THEN
    NEW.{old} := NEW.{new};
  ELSE
    NEW.{new} := NEW.{old};
  END IF;
  RETURN NEW;
END $$"""


class Renaming:
    """What the steps share. `table` is as the rename would leave it: its parts name the new column."""

    def __init__(self, op: RenameColumn, ctx: Context) -> None:
        self.op, self.ctx = op, ctx
        self.name, self.new, self.old = sql_name(op.table, ctx), quoted(op.new_name), quoted(op.column)
        self.before: Table = ctx.table(op.table) or Table(name=op.table)
        self.table: Table = ctx.after.table(op.table) or self.before
        self.column: Column | None = self.before.column(op.column)
        self.trigger = trigger_name(op.table, op.new_name)

    @property
    def keys(self) -> list[Key]:
        """The keys that the column is in."""
        return [k for k in self.table.keys if self.op.new_name in k.columns or self.op.new_name in k.include]

    @property
    def indexes(self) -> list[Index]:
        """The other indexes on it."""
        return [i for i in self.table.indexes if i.uses(self.op.new_name)]

    @property
    def rules(self) -> list[ForeignKey | Check]:
        """The constraints without an index."""
        links = [f for f in self.table.foreign_keys if self.op.new_name in f.columns]
        return [*links, *(c for c in self.table.checks if self.op.new_name in c.expression.columns)]

    @property
    def pointing(self) -> list[tuple[Name, ForeignKey]]:
        """The foreign keys that point to it, as they will be."""
        tables = [self.ctx.after.table(n) for n in sorted(self.ctx.after.referencing.get(self.op.table, ()))]
        found = ((t.name, f) for t in tables if t is not None for f in t.foreign_keys)
        return [(n, f) for n, f in found if f.target == self.op.table and self.op.new_name in f.target_columns]


def rename_column(op: RenameColumn, ctx: Context) -> Fix | None:
    """The steps; none for what cannot be done beside it: indexes of partitions, computed columns, EXCLUDE."""
    it = Renaming(op, ctx)
    if not can_be_doubled(it):
        return None
    type_ = it.column.type if it.column is not None else f"<type of {op.column}>"
    collation = f" COLLATE {quoted(it.column.collation)}" if it.column is not None and it.column.collation else ""
    whole = list(exchange(it))
    parts = [
        here(f"ALTER TABLE {it.name} ADD COLUMN {it.new} {type_}{collation}", *kept_equal(it)),
        batches(op.table, f"{it.new} = {it.old}", op.new_name, ctx, and_not_null=op.column),
        *([required(op.table, op.new_name, ctx)] if it.column is not None and not it.column.nullable else []),
        *built(it),
        *made_again(it),
        Part(
            f"when the released code names {op.new_name} only, in one transaction",
            tuple(whole if ctx.in_transaction else ["BEGIN", *whole, "COMMIT"]),
        ),
        *validated(it),
    ]
    unseen = "" if it.column is not None else "; give it the default, the indexes and the constraints of the old one"
    return recipe(ctx, f"let both names live side by side for a release, kept equal by a trigger{unseen}", *parts)


def can_be_doubled(it: Renaming) -> bool:
    """Whether a second column can take over all that the first one is part of."""
    table, old = it.before, it.op.column
    if table.partition_by is not None:  # what has an index is put together partition by partition
        simple = not (it.keys or it.indexes or it.rules or it.pointing or table.partition_by.reads(old))
    else:
        simple = table.kind == "table" and table.partition_of is None and not it.ctx.before.children.get(it.op.table)
    computed = any(c.default is not None and (c.name == old or old in c.default.columns) for c in generated(table))
    excluded = any(p.column == old for e in table.exclusions for p in e.parts)
    overlapping = any(k.without_overlaps for k in it.keys)
    return simple and not (computed or excluded or overlapping)


def generated(table: Table) -> list[Column]:
    """The columns that are computed from others."""
    return [c for c in table.columns if c.generated]


def kept_equal(it: Renaming) -> Iterator[str]:
    """A trigger by which each of the two columns has what is written to the other one."""
    type_ = it.column.type if it.column is not None else None
    cast = "::text" if type_ is not None and type_.name in WITHOUT_EQUALITY and not type_.array else ""
    changed = f"NEW.{it.new}{cast} IS DISTINCT FROM OLD.{it.new}{cast}"
    yield EQUAL.format(function=it.trigger, new=it.new, old=it.old, changed=changed)
    event = f"BEFORE INSERT OR UPDATE ON {it.name}"
    yield f"CREATE TRIGGER {it.trigger} {event}\n  FOR EACH ROW EXECUTE FUNCTION {it.trigger}()"


def beside(name: str) -> str:
    """What a part of the new column is called while that of the old one is there."""
    return name.encode()[: LONGEST - 4].decode(errors="ignore") + "_new"


def built(it: Renaming) -> Iterator[Part]:
    """The indexes of the old column, and its constraints, on the new one."""
    builds = [index_text(it, as_index(key)) for key in it.keys] + [index_text(it, index) for index in it.indexes]
    if builds:
        yield outside(it.ctx, *builds)
    steps = []
    for rule in it.rules:
        name = quoted(beside(rule.name))
        steps.append(f"ALTER TABLE {it.name} ADD {rule_text(it, replace(rule, name=beside(rule.name)))}")
        if rule.validated and rule.enforced:
            steps.append(f"ALTER TABLE {it.name} VALIDATE CONSTRAINT {name}")
    if steps:
        yield Part("each in a transaction of its own", tuple(steps))


def as_index(key: Key) -> Index:
    """The index of a key, without the key."""
    parts = tuple(IndexPart(column=c) for c in key.columns)
    return Index(name=key.name, parts=parts, unique=True, include=key.include, nulls_distinct=key.nulls_distinct)


def index_text(it: Renaming, index: Index) -> str:
    """CREATE INDEX CONCURRENTLY."""
    text = dump_parts.index(replace(index, name=beside(index.name)), it.op.table)
    text = text.replace("INDEX ", "INDEX CONCURRENTLY ", 1)
    return text.replace(f" ON {quoted_name(it.op.table)} USING btree ", f" ON {it.name} ", 1)


def rule_text(it: Renaming, rule: ForeignKey | Check) -> str:
    """A constraint as ADD takes it, so that no row is looked at."""
    if isinstance(rule, Check):
        return dump_parts.check(rule) + (" NOT VALID" if rule.enforced else "")
    rule = replace(rule, validated=False)
    long, short = (f" REFERENCES {name}" for name in (quoted_name(rule.target), sql_name(rule.target, it.ctx)))
    return dump_parts.foreign_key(rule).replace(long, short, 1)


def made_again(it: Renaming) -> Iterator[Part]:
    """What names the old column and would not let it go."""
    ctx, old = it.ctx, it.op.column
    views = [v for v in map(ctx.before.view, sorted(ctx.before.users.get(it.op.table, ()))) if v is not None]
    statements = [
        f"CREATE {'MATERIALIZED' if v.materialized else 'OR REPLACE'} VIEW {sql_name(v.name, ctx)} AS ..."
        for v in views
        if v.uses_column(it.op.table, old)
    ]
    statements += [
        f"CREATE TRIGGER {quoted(t.name)} ... ON {it.name} ..."
        for t in it.before.triggers
        if old in t.columns or (t.when is not None and old in t.when.columns)
    ]
    statements += [
        f"ALTER POLICY {quoted(p.name)} ON {it.name} ..."
        for p in it.before.policies
        if any(e is not None and old in e.columns for e in (p.using, p.check))
    ]
    if statements:
        yield Part(f"made again, with {it.op.new_name} in place of {old}", tuple(statements))


def exchange(it: Renaming) -> Iterator[str]:
    """The statements of the short transaction in which the old column goes."""
    ctx, name = it.ctx, it.name
    yield f"DROP TRIGGER {it.trigger} ON {name}"
    yield f"DROP FUNCTION {it.trigger}()"
    for child, key in it.pointing:
        yield f"ALTER TABLE {sql_name(child, ctx)} DROP CONSTRAINT {quoted(key.name)}"
    for owned in sorted(ctx.before.sequences_of.get(it.op.table, ())):
        sequence = ctx.before.relations.get(owned)
        if isinstance(sequence, Sequence) and sequence.owner_column == it.op.column and not sequence.identity:
            yield f"ALTER SEQUENCE {sql_name(owned, ctx)} OWNED BY {name}.{it.new}"
    yield f"ALTER TABLE {name} DROP COLUMN {it.old}"
    yield from handed_over(it)
    for own in it.keys:
        kind = "PRIMARY KEY" if own is it.table.primary_key else "UNIQUE"
        use = f"{kind} USING INDEX {quoted(beside(own.name))}{dump_parts.deferral(own)}"
        yield f"ALTER TABLE {name} ADD CONSTRAINT {quoted(own.name)} {use}"
    for index in it.indexes:
        old = sql_name(it.op.table.sibling(beside(index.name)), ctx)
        yield f"ALTER INDEX {old} RENAME TO {quoted(index.name)}"
    for rule in it.rules:
        yield f"ALTER TABLE {name} RENAME CONSTRAINT {quoted(beside(rule.name))} TO {quoted(rule.name)}"
    for child, key in it.pointing:
        yield f"ALTER TABLE {sql_name(child, ctx)} ADD {rule_text(it, key)}"


def handed_over(it: Renaming) -> Iterator[str]:
    """Default, identity and the name of NOT NULL."""
    column, alter = it.column, f"ALTER TABLE {it.name} ALTER COLUMN {it.new}"
    if column is None:
        return
    if column.identity:
        own = dump_parts.identity_sequences(it.ctx.before).get((it.op.table, column.name))
        name = f"SEQUENCE NAME {sql_name(own.name, it.ctx)} " if own is not None else ""
        more = dump_parts.numbers(replace(own, options=tuple(o for o in own.options if o[0] != "start"))) if own else ""
        yield f"{alter} ADD GENERATED {column.identity.upper()} AS IDENTITY ({name}START WITH <the next number>{more})"
    elif column.default is not None:
        yield f"{alter} SET DEFAULT {dump_parts.default(column.default)}"
    made = shortened(it.op.table, it.op.new_name, "not_null")
    if column.not_null_name and column.not_null_name != made:
        yield f"ALTER TABLE {it.name} RENAME CONSTRAINT {quoted(made)} TO {quoted(column.not_null_name)}"
    if column.comment:
        yield f"COMMENT ON COLUMN {it.name}.{it.new} IS {literal(column.comment)}"


def validated(it: Renaming) -> Iterator[Part]:
    """The foreign keys that were made again, checked while others write."""
    found = [
        f"ALTER TABLE {sql_name(child, it.ctx)} VALIDATE CONSTRAINT {quoted(key.name)}"
        for child, key in it.pointing
        if key.validated
    ]
    if found:
        yield Part("after it, each in a transaction of its own", tuple(found))


RECIPES = {RenameColumn: rename_column}

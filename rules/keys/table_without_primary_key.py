from __future__ import annotations

from dbarch_lint.api import Context, Index, Key, Problems, Severity, Table, has_keys, problem_in, recipe

NOT_JUDGED = {"child", "framework", "partition", "staging", "temporary"}
NONE = "{0} has no key at all: a row can be stored twice, and no column tells the two apart: add a primary key"
NAMED = "{0} has no key at all: nothing keeps two rows from having one {1}: make {1} the primary key"
UNIQUE = "{0} has no primary key, though {1} is unique and never NULL: make {2} the primary key"


def check(table: Table, ctx: Context) -> Problems:
    found = ctx.vocabulary.roles(table)
    if table.primary_key or table.exclusions or table.kind == "foreign" or table.unlogged or found & NOT_JUDGED:
        return
    key = whole_key(table)
    if key is not None:
        message = UNIQUE.format(table.name, key.name, ", ".join(key.columns))
        fix = recipe("make it the primary key", ctx.sql.add_primary_key(table.name, key))
        since = ctx.history.ended(table.name, lambda t: t.primary_key is not None)
        yield problem_in(table, None, message, fix=fix, severity=Severity.WARNING, fold="unique", since=since)
    elif not any(
        part.uniques or any(i.unique for i in part.indexes) for part in (table, *ctx.after.descendants(table.name))
    ):
        minor = "log" in found or "queue" in found or len(table.columns) < 2  # a list, to be looked through as a whole
        named = table.column("id") if table.partition_by is None else None
        message = NAMED.format(table.name, "id") if named is not None else NONE.format(table.name)
        since = ctx.history.ended(table.name, has_keys)
        yield problem_in(table, None, message, severity=Severity.INFO if minor else None, since=since)


def whole_key(table: Table) -> Key | Index | None:
    """A key that every row has: unique over plain columns that are never NULL, the narrowest one."""
    unique = (i for i in table.indexes if i.unique and i.valid and i.where is None)
    plain = (i for i in unique if all(part.column and not part.descending for part in i.parts))
    whole: list[Key | Index] = [*table.uniques, *plain]
    required = {column.name for column in table.columns if not column.nullable}
    return min((k for k in whole if required.issuperset(k.columns)), key=lambda k: len(k.columns), default=None)

from __future__ import annotations

from dbarch_lint.api import Context, Index, Key, Problems, Severity, Table, problem_in, roles

NOT_JUDGED = {"child", "framework", "partition", "staging"}  # and a log may be keyless: it is only told as advice


def check(table: Table, ctx: Context) -> Problems:
    found = roles(table, ctx.after)
    if table.primary_key is not None or table.kind == "foreign" or table.temporary or table.unlogged:
        return
    if found & NOT_JUDGED or table.exclusions:
        return
    key = whole_key(table)
    if key is not None:
        name = f"{key.name} ({', '.join(key.columns)})"
        message = f"{table.name} has no primary key, though {name} is unique and never NULL; make that its primary key"
        yield problem_in(table, None, message, severity=Severity.WARNING)
    elif not table.uniques and not any(i.unique for i in table.indexes):
        message = (
            f"{table.name} has no key at all: the same row can be stored twice, and no statement can change only one of "
            f"them; add a primary key"
        )
        yield problem_in(table, None, message, severity=Severity.INFO if "log" in found else None)


def whole_key(table: Table) -> Key | Index | None:
    """A key that every row has: unique over plain columns that are never NULL, the narrowest one."""
    whole: list[Key | Index] = [*table.uniques]
    whole += [i for i in table.indexes if i.unique and i.valid and i.where is None and len(i.columns) == len(i.parts)]
    required = {c.name for c in table.columns if not c.nullable}
    return min((k for k in whole if required.issuperset(k.columns)), key=lambda k: len(k.columns), default=None)

from __future__ import annotations

from dbarch_lint.api import Context, Problem, Problems, RedefineColumn, listed

WORDS = {
    "comment": "comment",
    "default": "DEFAULT",
    "on_update": "ON UPDATE",
    "not_null": "NOT NULL",
    "auto_increment": "AUTO_INCREMENT",
    "invisible": "INVISIBLE",
    "collation": "character set or collation",
}


def check(op: RedefineColumn, ctx: Context) -> Problems:
    lost = [WORDS[word] for word in op.lost if word in WORDS]
    meant = len(lost) == 1 and lone(op, ctx)
    if lost and not (meant or ctx.is_new(op.table) or ctx.drops_column(op.table, op.definition.name)):
        message = f"{op.table}.{op.column} loses its {listed(lost)}, because its new definition does not say it again"
        yield Problem(op, f"{message}; repeat all that shall stay")


def lone(op: RedefineColumn, ctx: Context) -> bool:
    """Whether nothing else changes, so that taking the attribute away is what the statement is for."""
    table = ctx.table(op.table)
    old = table.column(op.column) if table is not None else None
    numbered = "auto_increment" in op.lost or "on_update" in op.lost
    same = old is not None and old.name == op.definition.name and old.type.same(op.definition.type)
    return same and not numbered

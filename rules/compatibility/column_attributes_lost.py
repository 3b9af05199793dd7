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
    if lost and not ctx.is_new(op.table):
        message = f"{op.table}.{op.column} loses its {listed(lost)}, because its new definition does not say it again"
        yield Problem(op, f"{message}; repeat all that shall stay")

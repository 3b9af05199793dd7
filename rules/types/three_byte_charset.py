from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, listed, problem_in


def check(table: Table, ctx: Context) -> Problems:
    narrow = [c for c in table.columns if c.charset == "utf8mb3"]
    if narrow and not table.temporary and "framework" not in ctx.vocabulary.roles(table):
        names = f"{table.name}.{listed(c.name for c in narrow)}"
        message = f"{names} cannot hold emoji and other characters of four bytes: make the character set utf8mb4"
        yield problem_in(table, None, message, fold="utf8mb3")

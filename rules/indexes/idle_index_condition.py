from __future__ import annotations

from dbarch_lint.api import Context, Index, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    for index in table.indexes if ctx.vocabulary.is_designed(table) else ():
        problem = idle(table, index)
        if problem and not index.inherited:
            yield problem_in(table, index, f"{index.name} of {table.name} {problem}")


def idle(table: Table, index: Index) -> str:
    for term in index.where.terms if index.where is not None else ():
        column = table.column(term.column)
        if term.operator == "is not null" and column is not None and not column.nullable:
            return f"leaves out rows without {term.column}, but none are without: drop the condition"
    plain = [(p.column, p.opclass, p.collation) for p in index.parts if p.column]
    twice = next((name for name, *_ in plain if sum(p[0] == name for p in plain) > 1), "")
    twice = twice if len(set(plain)) < len(plain) else ""
    twice = twice or next((name for name in index.include if name in index.columns), "")
    return f"stores {twice} twice: name it once" if twice else ""

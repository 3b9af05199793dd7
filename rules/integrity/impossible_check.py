from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, contradiction, problem_in, refuses

NONE = "no value of {0} passes {1}, so every INSERT that gives it one fails: drop the condition that is out of date"
DEFAULT = "the default of {0} is refused by {1}, so every INSERT that leaves it out fails: change one of the two"


def check(table: Table, ctx: Context) -> Problems:
    if not table.checks or not ctx.vocabulary.is_designed(table):
        return
    terms = [(check_, term) for check_ in table.checks if check_.enforced for term in check_.expression.terms]
    limited = {term.column for _, term in terms}
    for column in (c for c in table.columns if c.name in limited):
        own = [(check_, term) for check_, term in terms if term.column == column.name]
        default = column.default.literal if column.default is not None and not column.generated else None
        found = contradiction([term for _, term in own], ctx.vocabulary.family(column))
        guilty = [check_ for check_, term in own if refuses(term, default, ctx.vocabulary.family(column))]
        if found or guilty:
            blamed = guilty or [check_ for check_, _ in own]
            names = " and ".join(dict.fromkeys(check_.name for check_ in blamed))
            message = (NONE if found else DEFAULT).format(f"{table.name}.{column.name}", names)
            yield problem_in(table, blamed[-1], message, also=(*blamed[:-1], column))

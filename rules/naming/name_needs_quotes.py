from __future__ import annotations

from dbarch_lint.api import PLAIN, Catalog, Context, Problems, problem_in


def check(catalog: Catalog, ctx: Context) -> Problems:
    tables = [table for table in catalog.tables if ctx.vocabulary.is_designed(table)]
    names, columns = [t.name.name for t in tables], [c.name for t in tables for c in t.columns]
    told = [2 * sum(PLAIN.match(name) is None for name in group) < len(group) for group in (names, columns)]
    for table in tables:
        if told[0] and not PLAIN.match(table.name.name):
            message = f'"{table.name.name}" is found in double quotes only: name it in lower case, with underscores'
            yield problem_in(table, None, message, fold="table")
        for column in table.columns if told[1] else ():
            if not PLAIN.match(column.name) and not column.inherited:
                message = f'{table.name}."{column.name}" is found in double quotes only: name it in lower case'
                yield problem_in(table, column, message, fold="column")

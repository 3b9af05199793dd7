from __future__ import annotations

from collections import Counter

from dbarch_lint.api import PLAIN, Catalog, Context, Problems, problem_in


def check(catalog: Catalog, ctx: Context) -> Problems:
    tables = [table for table in catalog.tables if ctx.vocabulary.is_designed(table)]
    names = Counter(table.name.name for table in tables)
    columns = Counter(column.name for table in tables for column in table.columns)
    quoted = {name for name in (*names, *columns) if not PLAIN.match(name)}
    odd = [sum(group[name] for name in quoted) for group in (names, columns)]
    told = [0 < 2 * few < group.total() for few, group in zip(odd, (names, columns), strict=True)]
    for table in tables:
        if told[0] and table.name.name in quoted:
            message = f'"{table.name.name}" is found in double quotes only: name it in lower case, with underscores'
            yield problem_in(table, None, message, fold="table")
        for column in table.columns if told[1] else ():
            if column.name in quoted and not column.inherited:
                message = f'{table.name}."{column.name}" is found in double quotes only: name it in lower case'
                yield problem_in(table, column, message, fold="column")

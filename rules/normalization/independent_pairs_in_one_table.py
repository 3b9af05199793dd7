from __future__ import annotations

from dbarch_lint.api import Catalog, Context, Name, Problems, Table, listed, own_columns, problem_in


def check(catalog: Catalog, ctx: Context) -> Problems:
    links = {t.name: targets(t) for t in catalog.tables if "junction" in ctx.vocabulary.roles(t)}
    pairs = {linked: name for name, linked in links.items() if len(linked) == 2}
    for name, linked in links.items():
        table = catalog.table(name)
        inner = [found for pair, found in pairs.items() if pair < linked]
        if table is None or len(linked) != 3 or len(inner) < 2 or own_columns(table):
            continue
        message = (
            f"{name} repeats what {listed([str(i) for i in inner])} say, or contradicts it: keep the pairs, or the "
            f"three-way table"
        )
        yield problem_in(table, None, message)


def targets(table: Table) -> frozenset[tuple[str, Name]]:
    """What each row of a table links, and in which role; a row that may lack one of them links something else."""
    optional = {column.name for column in table.columns if column.nullable}
    single = [(fk.columns[0], fk.target) for fk in table.foreign_keys if len(fk.columns) == 1]
    return frozenset(single) if optional.isdisjoint(name for name, _ in single) else frozenset()

from __future__ import annotations

from dbarch_lint.api import Break, Context, Gone, Migration, Name, Problem, Problems, listed


def check(_: Migration, ctx: Context) -> Problems:
    groups: dict[Name, list[tuple[Break, Context]]] = {}
    for broken, here in ctx.breaks("column-gone"):
        if not here.begins_anew:
            groups.setdefault(broken.subject, []).append((broken, here))
    for table, found in groups.items():
        here, names = found[0][1], [b.part for b, _ in found]
        them = "them" if names[1:] else "it"
        yield Problem(
            here.operation,
            f"the table that takes the name {table} lacks {listed(names)}, so running code that names {them} fails; "
            f"keep {them} there until one release after the last one that uses {them}",
            fold=f"{ctx.migration.id} {table}",
            objects=(str(table),),
            gone=tuple(Gone(table.name, name) for name in names),
        )

from __future__ import annotations

from dbarch_lint.api import Break, Context, Gone, Migration, Problem, Problems, listed


def check(_: Migration, ctx: Context) -> Problems:
    groups: dict[int, list[tuple[Break, Context]]] = {}
    for broken, here in ctx.breaks("view-gone", "view-column-gone"):
        groups.setdefault(id(here.outermost), []).append((broken, here))
    for found in groups.values():
        names = [f"{b.subject}.{b.part}" if b.part else str(b.subject) for b, _ in found]
        here, them = found[0][1], "them" if names[1:] else "it"
        message = f"{listed(names)} {'are' if names[1:] else 'is'} gone, and running code that reads {them} fails"
        way_out = f"drop {them} one release after the last one that does"
        gone = tuple(Gone(b.subject.name, b.part) for b, _ in found)
        objects = tuple(b.subject.full for b, _ in found)
        yield Problem(
            here.operation, f"{message}; {way_out}", objects=objects, fold=f"{ctx.migration.id} views", gone=gone
        )

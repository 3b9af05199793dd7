from __future__ import annotations

from dbarch_lint.api import Break, Context, Gone, Migration, Problem, Problems, Severity, listed


def check(_: Migration, ctx: Context) -> Problems:
    groups: dict[tuple[int, Migration | None], list[tuple[Break, Context]]] = {}
    for broken, here in ctx.breaks("view-gone", "view-column-gone"):
        groups.setdefault((id(here.outermost), ctx.made_afterwards(broken.subject)), []).append((broken, here))
    for (_outermost, later), found in groups.items():
        names = [f"{b.subject}.{b.part}" if b.part else str(b.subject) for b, _ in found]
        here, them, are = found[0][1], "them" if names[1:] else "it", "are" if names[1:] else "is"
        until = f"and running code that reads {them} fails; drop {them} one release after the last one that does"
        if later is not None:
            file = later.path.rpartition("/")[2]
            until = f"until {later.runner.name} runs {file} again; change the text of that file in the same release"
        gone = tuple(Gone(b.subject.name, b.part) for b, _ in found) if later is None else ()
        objects, fold = tuple(b.subject.full for b, _ in found), f"{ctx.migration.id} views {'again' if later else ''}"
        message = f"{listed(names)} {are} gone{'' if later else ','} {until}"
        severity = Severity.INFO if later is not None else None
        yield Problem(here.operation, message, severity=severity, objects=objects, fold=fold, gone=gone)

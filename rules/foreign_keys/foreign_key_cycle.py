from __future__ import annotations

from dbarch_lint.api import Catalog, Context, Problems, deadlocked_cycles, listed, problem_in


def check(catalog: Catalog, ctx: Context) -> Problems:
    for circle in deadlocked_cycles(catalog):
        names = listed([str(one.name) for one, _ in circle], most=6)
        (table, fk), *others = sorted(circle, key=lambda link: ctx.history.when(link[1].origin), reverse=True)
        message = (
            f"no row can be inserted into {names}: each requires a row of the next one first: declare {fk.name} "
            f"DEFERRABLE INITIALLY DEFERRED"
        )
        notes = tuple(ctx.note(f"{one.name} requires a row of {key.target}", key) for one, key in others)
        yield problem_in(table, fk, message, notes=notes, also=tuple(key for _, key in others))

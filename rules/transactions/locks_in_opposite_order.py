from __future__ import annotations

from dbarch_lint.api import Context, Migration, Name, Operation, Problem, Problems


def check(_: Migration, ctx: Context) -> Problems:
    reported: set[frozenset[Name]] = set()
    for op, here in ctx.walk(Operation):
        held = here.held
        orders = {(taken, kept): step for kept, taken, step in here.lock_orders} if held else {}
        for effect in here.felt if orders else ():
            if not effect.blocks_writes or effect.relation in held:
                continue
            for first in held:
                other, pair = orders.get((first, effect.relation)), frozenset((first, effect.relation))
                if other is not None and pair not in reported and held[first].blocks_others:
                    reported.add(pair)
                    message = f"this locks {effect.relation} after {first}, an earlier transaction the other way round"
                    note = here.note(f"locks {first} while it holds {effect.relation}", other)
                    yield Problem(op, f"{message}; lock them in the order in which the application does", notes=(note,))

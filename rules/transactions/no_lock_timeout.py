from __future__ import annotations

from dbarch_lint.api import Context, Fix, Migration, Operation, Problem, Problems, SetVariable, Write, seconds


def check(_: Migration, ctx: Context, *, timeout: str = "5s") -> Problems:
    for op, here in ctx.walk(Operation):
        strong = [e for e in here.felt if e.blocks_writes]
        if not strong or isinstance(op, Write) or here.wait_is_limited:
            continue
        own = {h.relation for h in here.held.values() if h.effect.blocks_reads}  # it need not wait for them again
        effect = next((e for e in strong if e.relation not in own), None)
        if effect is None:
            continue
        who = "reads and writes" if effect.blocks_reads else "writes"
        message = f"waits without limit for {effect.lock} on {effect.relation}, and meanwhile new {who} of it wait too"
        lost = (s.operation for s in here.earlier if isinstance(s.operation, SetVariable) and s.operation.local)
        notes = tuple(
            here.note("has no effect: SET LOCAL needs a transaction", s) for s in lost if not here.in_transaction
        )
        word = "SET LOCAL" if here.transaction.open else "SET"
        edits = [here.outermost.preceded_by(f"{word} lock_timeout = '{timeout}'")]
        if word == "SET":  # a concurrent build that gives up leaves an invalid index
            undo = "RESET lock_timeout" if here.setting("lock_timeout") is None else "SET lock_timeout = 0"
            later = (s for s in here.later if getattr(s.operation, "concurrent", False))
            free = (s for s in later if not seconds((s.session.setting("lock_timeout") or ("",))[0], "ms") > 0)
            edits += [s.statement.preceded_by(undo) for s in [next(free, None)] if s is not None]
        fix = Fix("give up after a while; the migration can be run again", tuple(edits), "unsafe")
        yield Problem(op, f"this {message}; set lock_timeout first", fix, notes)
        return

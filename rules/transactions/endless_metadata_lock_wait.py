from __future__ import annotations

from dbarch_lint.api import Context, Fix, Migration, Operation, Problem, Problems


def check(_: Migration, ctx: Context, *, timeout: int = 5) -> Problems:
    for op, here in ctx.walk(Operation):
        effect = next((e for e in here.felt if "ddl" in e.blocks and here.in_use(e.relation)), None)
        if effect is None or here.setting("lock_wait_timeout") is not None:
            continue
        edit = here.outermost.preceded_by(f"SET lock_wait_timeout = {timeout}")
        fix = Fix("give up after a while; the migration can be run again", (edit,), "unsafe")
        parents = [str(e.relation) for e in here.felt if e.role == "referenced" and "write" in e.briefly]
        writers = f", also for writers of {', '.join(parents)}" if parents else ""
        message = f"this waits without limit for the metadata lock of {effect.relation}{writers}"
        message = f"{message}, and new queries wait behind it"
        yield Problem(op, f"{message}; set lock_wait_timeout first", fix)
        return

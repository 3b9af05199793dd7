from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in

LIKE_MYISAM = {"myisam", "isam", "aria", "merge", "mrg_myisam"}


def check(table: Table, _: Context) -> Problems:
    engine = dict(table.options).get("engine", "")
    if engine.lower() in LIKE_MYISAM and not table.temporary:
        message = (
            f"{table.name} lies in {engine}, which has no transactions, no foreign keys and one lock for all writers"
        )
        yield problem_in(table, None, f"{message}: make it InnoDB", fold="engine")

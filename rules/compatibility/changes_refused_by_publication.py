from __future__ import annotations

from dbarch_lint.api import (
    AlterObject,
    Context,
    CreateObject,
    DropConstraint,
    DropIndex,
    Problem,
    Problems,
    SetTableOption,
    Severity,
    identity_clause,
    listed,
    no_longer_changed,
    quoted_name,
    recipe,
    replica_identity,
)

MESSAGE = "every UPDATE and DELETE on {0} fails from now on: a publication sends them, and {1}"
NOTHING = "no replica identity tells the rows apart; give it one before"
LEFT_OUT = "its row filter or list of columns does not fit the replica identity; filter by that, and list all of it"


def check(op: AlterObject | CreateObject | DropConstraint | DropIndex | SetTableOption, ctx: Context) -> Problems:
    tables = no_longer_changed(op, ctx.before, ctx.after, ctx.result)
    if not tables:
        return
    lacking = [t for t in tables if not replica_identity(t)]
    message = MESSAGE.format(listed(str(t.name) for t in tables), NOTHING if lacking else LEFT_OUT)
    statements = [f"ALTER TABLE {quoted_name(t.name)} REPLICA IDENTITY {identity_clause(t)};" for t in lacking]
    fix = recipe("say what tells rows apart", "\n".join(statements)) if lacking else None
    logs = all("log" in ctx.vocabulary.roles(t) for t in tables)  # rows are only added
    unseen = isinstance(op, AlterObject) and op.name not in ctx.before.publications  # it may send less than all
    severity = Severity.INFO if logs else None
    yield Problem(op, message, fix=fix, severity=severity, confidence="medium" if unseen else None)

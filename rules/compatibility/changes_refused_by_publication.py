from __future__ import annotations

from dbarch_lint.api import (
    Context,
    Problem,
    Problems,
    Severity,
    Table,
    Unidentifying,
    identifying_index,
    listed,
    no_longer_changed,
    quoted,
    quoted_name,
    recipe,
    replica_identity,
)

MESSAGE = "every UPDATE and DELETE on {0} fails from now on: a publication sends them, and {1}"
NOTHING = "no replica identity tells the rows apart; give it one before"
LEFT_OUT = "its row filter or list of columns does not fit the replica identity; filter by that, and list all of it"


def check(op: Unidentifying, ctx: Context) -> Problems:
    tables = no_longer_changed(op, ctx.before, ctx.after, ctx.result)
    if not tables:
        return
    lacking = [t for t in tables if not replica_identity(t)]
    message = MESSAGE.format(listed(str(t.name) for t in tables), NOTHING if lacking else LEFT_OUT)
    fix = recipe("say what tells rows apart", "\n".join(map(identity, lacking))) if lacking else None
    logs = all("log" in ctx.vocabulary.roles(t) for t in tables)  # rows are only added
    yield Problem(op, message, fix=fix, severity=Severity.INFO if logs else None)


def identity(table: Table) -> str:
    """The statement that gives a table a replica identity: a key that is there, or else the whole row."""
    index = identifying_index(table)
    how = f"USING INDEX {quoted(index.name)}" if index is not None else "FULL"
    return f"ALTER TABLE {quoted_name(table.name)} REPLICA IDENTITY {how};"

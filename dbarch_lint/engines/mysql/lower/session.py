"""Transactions, settings, locks, and statements that change nothing here."""

from __future__ import annotations

from dbarch_lint import operations as ops
from dbarch_lint.engines.mysql.prepared import FOLLOWED
from dbarch_lint.engines.mysql.reader import Reader
from dbarch_lint.names import Name
from dbarch_lint.operations import Operation

Operations = tuple[Operation, ...]
SCOPES = frozenset({"GLOBAL", "SESSION", "LOCAL", "PERSIST", "PERSIST_ONLY"})


def lower_set(read: Reader) -> Operations:
    """SET: one operation a variable; user variables (@x) are left out."""
    found: list[Operation] = []
    if read.kind in {"NAMES", "CHARACTER", "CHARSET", "PASSWORD", "ROLE", "DEFAULT", "RESOURCE"}:
        return (ops.Ignored(statement=read.statement, what="SET"),)
    while not read.done:
        scope = read.one_of(SCOPES)
        if scope and read.kind == "TRANSACTION":
            break
        if read.accept("TRANSACTION"):
            break
        token = read.next()
        name = read.text(token).strip("`")
        if token.kind in {"NAMES", "CHARSET"} or read.one_of({"SET"}):
            read.skip_to(",")  # NAMES utf8mb4, CHARACTER SET utf8mb4
            read.accept(",")
            continue
        if name.endswith("."):
            name += read.identifier()
        while read.accept("."):  # NEW.a in a trigger, and variables of a component
            name += f".{read.identifier()}"
        if not (read.accept("=") or read.accept(":=")):
            read.fail("= expected")
        start, end = read.skip_to(",")
        if name.startswith("@@"):
            name = name[2:].split(".")[-1]
        if not name.startswith("@") and scope not in {"GLOBAL", "PERSIST", "PERSIST_ONLY"}:
            value = read.between(start, end).strip("'\"")
            found.append(ops.SetVariable(statement=read.statement, name=name.lower(), values=(value,)))
        read.accept(",")
    return tuple(found) or (ops.Ignored(statement=read.statement, what="SET"),)


def lower_delimiter(read: Reader) -> Operations:
    """DELIMITER that is no command of the client, because nothing stands behind it on its line."""
    if read.done:
        read.at = 0
        read.fail("the delimiter must stand on the same line")
    return (ops.Ignored(statement=read.statement, what="DELIMITER"),)


def lower_use(read: Reader) -> Operations:
    """USE: the database that unqualified names are in."""
    return (ops.SetVariable(statement=read.statement, name="database", values=(read.identifier(),)),)


def lower_begin(read: Reader) -> Operations:
    """BEGIN and START TRANSACTION."""
    return (ops.Begin(statement=read.statement),)


def lower_commit(read: Reader) -> Operations:
    """COMMIT."""
    return (ops.Commit(statement=read.statement, chain="CHAIN" in {t.kind for t in read.tokens}),)


def lower_rollback(read: Reader) -> Operations:
    """ROLLBACK, also to a savepoint."""
    read.accept("WORK")
    if read.accept("TO"):
        if read.peek():  # a savepoint may be called so
            read.accept("SAVEPOINT")
        return (ops.Savepoint(statement=read.statement, name=read.identifier(), action="rollback"),)
    return (ops.Rollback(statement=read.statement),)


def lower_savepoint(read: Reader) -> Operations:
    """SAVEPOINT."""
    return (ops.Savepoint(statement=read.statement, name=read.identifier(), action="set"),)


def lower_release(read: Reader) -> Operations:
    """RELEASE SAVEPOINT."""
    return (ops.Savepoint(statement=read.statement, name=read.identifier(), action="release"),)


def lower_lock(read: Reader) -> Operations:
    """LOCK TABLES."""
    found: list[Operation] = []
    while True:
        table = read.name()
        if read.kind not in {"READ", "WRITE", "LOW_PRIORITY"}:
            read.accept("AS")
            read.identifier()
        words = [read.next().kind]
        while read.kind in {"LOCAL", "WRITE", "CONCURRENT"}:
            words.append(read.next().kind)
        mode = "WRITE" if "WRITE" in words else "READ"
        found.append(ops.LockTable(statement=read.statement, table=table, mode=mode, kept=True))
        if not read.accept(","):
            return tuple(found)


def lower_unlock(read: Reader) -> Operations:
    """UNLOCK TABLES, and other locks that others do not wait for."""
    if read.kind in {"TABLE", "TABLES"}:
        return (ops.UnlockTables(statement=read.statement),)
    return (ops.Ignored(statement=read.statement, what="UNLOCK"),)


def lower_maintenance(read: Reader) -> Operations:
    """ANALYZE, OPTIMIZE, REPAIR, CHECK and CHECKSUM TABLE."""
    word = read.tokens[0].kind.lower()
    tables = read.separated(read.name)
    return tuple(
        ops.Vacuum(
            statement=read.statement, table=t, full=word in {"optimize", "repair"}, analyze_only=word != "optimize"
        )
        for t in tables
    )


def lower_call(read: Reader) -> Operations:
    """CALL: of a procedure that the file does not make, nobody knows what it does."""
    if read.statement.kind != FOLLOWED:
        return (ops.Opaque(statement=read.statement, reason="this file does not make the procedure"),)
    return (ops.CallProcedure(statement=read.statement, name=read.name()),)


def lower_grant(read: Reader) -> Operations:
    """GRANT and REVOKE."""
    revoke = read.tokens[0].kind == "REVOKE"
    start, end = read.skip_to("ON", "TO", "FROM")
    privileges = tuple(w.strip().lower() for w in read.between(start, end).split(","))
    names: tuple[Name, ...] = ()
    if read.done:
        read.fail("TO expected" if not revoke else "FROM expected")
    if read.accept("ON"):
        read.one_of({"TABLE", "FUNCTION", "PROCEDURE"})
        if read.kind != "*" and read.peek(2) != "*":
            names = (read.name(),)
    everything = "all" in privileges[0] if privileges else False
    return (
        ops.Grant(
            statement=read.statement,
            kind="table",
            names=names,
            privileges=() if everything else privileges,
            revoke=revoke,
        ),
    )

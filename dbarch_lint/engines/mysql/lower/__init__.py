"""Lowering: the tokens of a statement to operations. One table from its first words to the function that reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dbarch_lint.engines.mysql import syntax
from dbarch_lint.engines.mysql.lower import alter, create, drop, rows, session
from dbarch_lint.engines.mysql.prepared import BLOCK, PREPARED
from dbarch_lint.engines.mysql.reader import LARGEST, NotUnderstoodError, Reader
from dbarch_lint.operations import Ignored, Opaque, Operation
from dbarch_lint.source import Statement

Lowering = Callable[[Reader], Sequence[Operation]]

# Words that may stand between CREATE and what is created
QUALIFIERS = frozenset(
    {
        "OR",
        "REPLACE",
        "TEMPORARY",
        "UNIQUE",
        "FULLTEXT",
        "SPATIAL",
        "VECTOR",
        "ONLINE",
        "OFFLINE",
        "IGNORE",
        "AGGREGATE",
        "UNDO",
        "SQL",
        "SECURITY",
        "DEFINER",
        "INVOKER",
        "PUBLIC",
    }
)
WITH_VALUE = frozenset({"ALGORITHM", "DEFINER", "SECURITY"})

STATEMENTS: dict[tuple[str, str], Lowering] = {
    ("CREATE", "TABLE"): create.lower_create_table,
    ("CREATE", "INDEX"): create.lower_create_index,
    ("CREATE", "VIEW"): create.lower_create_view,
    ("CREATE", "TRIGGER"): create.lower_create_trigger,
    ("CREATE", "PROCEDURE"): create.routine("procedure"),
    ("CREATE", "FUNCTION"): create.routine("function"),
    ("CREATE", "DATABASE"): create.lower_create_schema,
    ("CREATE", "SCHEMA"): create.lower_create_schema,
    ("CREATE", "SEQUENCE"): create.lower_create_sequence,
    ("ALTER", "TABLE"): alter.lower_alter_table,
    ("ALTER", "VIEW"): create.lower_create_view,
    ("ALTER", "DATABASE"): create.lower_alter_schema,
    ("ALTER", "SCHEMA"): create.lower_alter_schema,
    ("DROP", "TABLE"): drop.lower_drop_table,
    ("DROP", "TABLES"): drop.lower_drop_table,
    ("DROP", "INDEX"): drop.lower_drop_index,
    ("DROP", "VIEW"): drop.lower_drop_view,
    ("DROP", "TRIGGER"): drop.lower_drop_trigger,
    ("DROP", "PROCEDURE"): drop.lower_drop_routine,
    ("DROP", "FUNCTION"): drop.lower_drop_routine,
    ("DROP", "DATABASE"): drop.lower_drop_schema,
    ("DROP", "SCHEMA"): drop.lower_drop_schema,
    ("DROP", "SEQUENCE"): drop.lower_drop_sequence,
    ("RENAME", "TABLE"): drop.lower_rename_table,
    ("RENAME", "TABLES"): drop.lower_rename_table,
    ("INSERT", ""): rows.lower_insert,
    ("REPLACE", ""): rows.lower_insert,
    ("UPDATE", ""): rows.lower_update,
    ("DELETE", ""): rows.lower_delete,
    ("SELECT", ""): rows.lower_select,
    ("WITH", ""): rows.lower_select,
    ("VALUES", ""): rows.lower_select,
    ("TABLE", ""): rows.lower_select,
    ("(", ""): rows.lower_select,
    ("LOAD", ""): rows.lower_load,
    ("TRUNCATE", ""): rows.lower_truncate,
    ("SET", ""): session.lower_set,
    ("USE", ""): session.lower_use,
    ("DELIMITER", ""): session.lower_delimiter,
    ("BEGIN", ""): session.lower_begin,
    ("START", "TRANSACTION"): session.lower_begin,
    ("COMMIT", ""): session.lower_commit,
    ("ROLLBACK", ""): session.lower_rollback,
    ("SAVEPOINT", ""): session.lower_savepoint,
    ("RELEASE", "SAVEPOINT"): session.lower_release,
    ("LOCK", "TABLES"): session.lower_lock,
    ("LOCK", "TABLE"): session.lower_lock,
    ("UNLOCK", ""): session.lower_unlock,
    ("CALL", ""): session.lower_call,
    ("GRANT", ""): session.lower_grant,
    ("REVOKE", ""): session.lower_grant,
}
NAMED = ("EVENT", "USER", "ROLE", "SERVER", "TABLESPACE", "LOGFILE GROUP", "PLACEMENT POLICY", "RESOURCE GROUP")
for _word in ("ANALYZE", "OPTIMIZE", "REPAIR", "CHECK", "CHECKSUM"):
    STATEMENTS[_word, "TABLE"] = STATEMENTS[_word, "TABLES"] = session.lower_maintenance
for _word in NAMED:
    STATEMENTS["CREATE", _word] = create.named(_word.lower())
    STATEMENTS["DROP", _word] = drop.dropped(_word.lower())

# Understood to change nothing that the catalog or the locks know of
HARMLESS = frozenset(
    """SHOW EXPLAIN DESCRIBE DESC DO FLUSH RESET KILL DEALLOCATE HANDLER CACHE PURGE BINLOG STOP HELP
    SOURCE INSTALL UNINSTALL SHUTDOWN RESTART CLONE SIGNAL RESIGNAL XA GET CHANGE IMPORT ADMIN RECOVER FLASHBACK SPLIT
    BATCH TRACE""".split()
)
HARMLESS_PAIRS = frozenset(("ALTER", what) for what in (*NAMED, "PROCEDURE", "FUNCTION", "INSTANCE", "SEQUENCE")) | {
    ("START", "SLAVE"),
    ("START", "REPLICA"),
    ("START", "GROUP_REPLICATION"),
    ("RENAME", "USER"),
    ("LOCK", "INSTANCE"),
    ("CREATE", "REFERENCE"),  # SPATIAL REFERENCE SYSTEM
    ("DROP", "REFERENCE"),
}


def lower(statement: Statement) -> Sequence[Operation]:
    """The raw operations of one statement: none if it does not parse, and then it says why and where."""
    passed = sum(end - start for start, end in statement.source.passed_over_between(statement.start, statement.end))
    if statement.end - statement.start - passed > LARGEST:
        return (Opaque(statement=statement, reason="the statement is too long to be read"),)
    read = Reader(statement)
    if not read.tokens:
        return ()
    try:
        if read.tokens[0].kind not in HARMLESS:
            syntax.check(read)
        return lowered(read)
    except NotUnderstoodError as error:
        statement.error, statement.error_at = error.reason, error.at
        return ()


def lowered(read: Reader) -> Sequence[Operation]:
    """The operations. Raises NotUnderstoodError for what the grammar does not have, also behind the end of it."""
    verb, what = opening(read)
    if verb == "SET" and read.accept("STATEMENT"):  # MariaDB: SET STATEMENT a = 1 FOR ...
        read.skip_to("FOR")
        read.expect("FOR")
        return lowered(read)
    if read.statement.kind == PREPARED:
        return (Ignored(statement=read.statement, what=f"{verb} of a text that is known"),)
    if read.statement.kind == BLOCK:
        return (Ignored(statement=read.statement, what="a block whose statements are judged one by one"),)
    if verb in {"EXECUTE", "PREPARE"}:
        return (Opaque(statement=read.statement, reason="dynamic SQL: its text is put together when it runs"),)
    function = STATEMENTS.get((verb, what)) or STATEMENTS.get((verb, ""))
    if function is None:
        if verb in HARMLESS or (verb, what) in HARMLESS_PAIRS:
            return (Ignored(statement=read.statement, what=f"{verb} {what}".strip()),)
        read.at = read.at - 1 if what else 0
        read.fail(f"{verb} of what?" if what else "no statement begins so")
    found = function(read)
    if not read.done and (verb in {"DROP", "RENAME"} or what == "INDEX"):
        read.fail("the statement goes on")
    return found


def opening(read: Reader) -> tuple[str, str]:
    """Read the words that say what kind of statement it is."""
    verb = read.next().kind
    if verb not in {
        "CREATE",
        "ALTER",
        "DROP",
        "RENAME",
        "START",
        "LOCK",
        "RELEASE",
        "ANALYZE",
        "OPTIMIZE",
        "REPAIR",
        "CHECK",
        "CHECKSUM",
    }:
        return verb, ""
    while not read.done:
        word = read.kind
        if word in WITH_VALUE and read.peek() == "=":
            read.at += 2
            account(read)
        elif word in QUALIFIERS or word in {"NO_WRITE_TO_BINLOG", "LOCAL"}:
            read.next()
        else:
            break
    what = read.next().kind if not read.done else ""
    if (pair := f"{what} {read.kind}") in NAMED:
        read.next()
        what = pair
    return verb, what


def account(read: Reader) -> None:
    """Read a word, or an account: 'user'@'host', CURRENT_USER()."""
    read.next()
    if read.kind == "VARIABLE":
        read.next()
    if read.sees("(", ")"):
        read.at += 2

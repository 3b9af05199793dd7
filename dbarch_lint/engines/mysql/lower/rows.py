"""INSERT, UPDATE, DELETE, SELECT and their kin."""

from __future__ import annotations

from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.engines.mysql.expressions import MySqlExpression, expression
from dbarch_lint.engines.mysql.lower.queries import relations_read
from dbarch_lint.engines.mysql.reader import Reader
from dbarch_lint.names import Name
from dbarch_lint.operations import Operation

Operations = tuple[Operation, ...]
CONSTANTS = frozenset({"SCONST", "ICONST", "TRUE", "FALSE"})
MODIFIERS = frozenset({"LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE", "QUICK"})


def lower_insert(read: Reader) -> Operations:
    """INSERT and REPLACE."""
    replacing = read.tokens[0].kind == "REPLACE"
    modifiers(read)
    read.accept("INTO")
    table = read.name()
    partition(read)
    named = read.kind == "(" and not read.sees_query and read.peek() != ")"
    columns = read.listed(read.column) if named else ()
    read.accept("(", ")")
    rows = 0
    reads: tuple[Name, ...] = ()
    upsert: bool = replacing or "IGNORE" in {t.kind for t in read.tokens[:4]}
    if read.one_of({"VALUES", "VALUE"}):
        rows = rows_of_values(read) + read.statement.repeats
    elif read.accept("SET"):
        columns, rows = tuple(assigned(read)), 1
    else:
        if not read.sees_query:
            read.fail("VALUES, SET or a query expected")
        mark = read.at
        reads = relations_read(read)
        rows = 0 if reads else 1
        read.at = mark
    read.skip_to("LIMIT", "DUPLICATE")
    bounded = read.kind == "LIMIT"
    read.skip_to("DUPLICATE")
    upsert = upsert or read.kind == "DUPLICATE"
    return (
        ops.Insert(
            statement=read.statement,
            table=table,
            columns=columns,
            rows=rows,
            reads=reads,
            on_conflict=upsert,
            bounded=bounded,
        ),
    )


def modifiers(read: Reader) -> None:
    """Read LOW_PRIORITY, IGNORE and their kin."""
    while read.one_of(MODIFIERS):
        pass


def partition(read: Reader) -> None:
    """Read PARTITION (p, ...)."""
    if read.sees("PARTITION", "("):
        read.next()
        read.parenthesised()


def rows_of_values(read: Reader) -> int:
    """Read (...), (...); how many."""
    rows = 0
    while True:
        read.accept("ROW")
        if read.kind != "(":
            return rows
        read.parenthesised()
        rows += 1
        if not read.accept(","):
            return rows


def assigned(read: Reader) -> dict[str, bool]:
    """Read a = x, b = y; the names on the left, and whether a constant other than NULL stands on the right."""
    names: dict[str, bool] = {}
    while not read.done:
        name = read.name()
        if read.accept("."):  # schema.table.column
            name = Name("", read.identifier())
        if not (read.accept("=") or read.accept(":=")):
            read.fail("= expected")
        start, constant = read.at, read.kind in CONSTANTS
        read.skip_to(",", "WHERE", "ORDER", "LIMIT", "ON", "RETURNING")
        if read.kind == "ON" and read.peek() != "DUPLICATE":
            read.skip_to(",", "WHERE")
        names[name.name] = constant and read.at == start + 1
        if not read.accept(","):
            break
    return names


def lower_update(read: Reader) -> Operations:
    """UPDATE of one table or of several joined ones; each table with a column set is one operation."""
    modifiers(read)
    start = read.at
    tables, aliases = joined_tables(read, {"SET"})
    read.expect("SET")
    mark = read.at
    columns = assigned(read)
    qualifiers = {aliases.get(q, Name("", q)) for q in qualifiers_of(read, mark)}
    where, limited = where_and_limit(read)
    read.at = start
    reads = relations_read_of(read, tables)
    found = []
    for table in tables[:1] if not qualifiers else [t for t in tables if t in qualifiers] or tables[:1]:
        rest = tuple(n for n in reads if n != table)
        given = () if limited or len(tables) > 1 else tuple(name for name, constant in columns.items() if constant)
        base: dict[str, Any] = {"statement": read.statement, "table": table, "columns": tuple(columns), "given": given}
        base["reads"] = rest
        found.append(ops.Update(**base, **condition(where, limited=limited)))
    return tuple(found)


def condition(where: MySqlExpression | None, *, limited: bool) -> dict[str, Any]:
    """The words of UPDATE and DELETE that tell how many rows they touch."""
    return {"where": where, "has_where": where is not None, "bounded": limited, "fixed": fixed_columns(where)}


def qualifiers_of(read: Reader, mark: int) -> set[str]:
    """The qualifiers on the left of the assignments that begin at a token."""
    found: set[str] = set()
    at, depth, left = mark, 0, True
    while at < read.at:
        kind = read.tokens[at].kind
        depth += (kind == "(") - (kind == ")")
        if left and depth == 0 and at + 1 < read.at and read.tokens[at + 1].kind == ".":
            found.add(read.text(read.tokens[at]).strip("`"))
        left = depth == 0 and kind == ","
        at += 1
    return found


def joined_tables(read: Reader, stops: set[str]) -> tuple[list[Name], dict[str, Name]]:
    """Read the tables of UPDATE or DELETE up to a word, with their aliases."""
    tables: list[Name] = []
    aliases: dict[str, Name] = {}
    while not read.done and read.kind not in stops:
        if read.kind == "(":
            read.parenthesised()
        elif read.kind in {",", "JOIN", "STRAIGHT_JOIN"} or not tables:
            if tables or read.kind in {",", "JOIN", "STRAIGHT_JOIN"}:
                read.next()
            if read.kind == "(":
                continue
            if read.peek() == "(":  # JSON_TABLE(...)
                read.next()
                continue
            table = starred(read)
            tables.append(table)
            partition(read)
            read.accept("AS")
            if read.kind not in stops | JOINS and not read.done:
                aliases[read.identifier()] = table
            aliases.setdefault(table.name, table)
        else:
            read.next()
    return tables, aliases


JOINS = frozenset(
    {
        "JOIN",
        "INNER",
        "LEFT",
        "RIGHT",
        "CROSS",
        "NATURAL",
        "STRAIGHT_JOIN",
        ",",
        "ON",
        "USING",
        "SET",
        "USE",
        "FORCE",
        "WHERE",
        "ORDER",
        "LIMIT",
        ")",
    }
)


def relations_read_of(read: Reader, tables: list[Name]) -> tuple[Name, ...]:
    """All tables of a statement: those named and those in its queries."""
    return tuple(dict.fromkeys((*tables, *relations_read(read))))


def where_and_limit(read: Reader) -> tuple[MySqlExpression | None, bool]:
    """Read WHERE ... ORDER BY ... LIMIT n; the condition, and whether there is a limit."""
    where = None
    if read.accept("WHERE"):
        start = read.at
        read.skip_to("ORDER", "LIMIT", "RETURNING")
        where = expression(read, start, read.at)
    read.skip_to("LIMIT")
    return where, read.accept("LIMIT")


def fixed_columns(where: MySqlExpression | None) -> tuple[str, ...]:
    """The columns that a condition equates with literals or lists them, all joined by AND."""
    if where is None or any(kind in {"OR", "||", "XOR", "NOT", "SELECT"} for kind, _ in where.tokens):
        return ()
    found: list[str] = []
    tokens = where.tokens
    for i, (kind, written) in enumerate(tokens[:-2]):
        name = written[1:-1] if kind == "IDENT" else written
        follows, value = tokens[i + 1][0], tokens[i + 2][0]
        if (follows == "=" and value in {"SCONST", "ICONST", "VARIABLE"}) or (
            follows == "IN" and value == "(" and tokens[i + 3 : i + 4] and tokens[i + 3][0] in {"SCONST", "ICONST"}
        ):
            found.append(name)
    return tuple(found)


def lower_delete(read: Reader) -> Operations:
    """DELETE, also of several tables."""
    modifiers(read)
    listed: list[Name] = []
    if not read.accept("FROM"):
        listed = list(read.separated(lambda: starred(read)))
        read.expect("FROM")
    start = read.at
    tables, aliases = joined_tables(read, {"WHERE", "ORDER", "LIMIT", "USING", "RETURNING"})
    if read.accept("USING"):
        listed, start = tables, read.at
        tables, aliases = joined_tables(read, {"WHERE", "ORDER", "LIMIT"})
    where, limited = where_and_limit(read)
    read.at = start
    reads = relations_read_of(read, tables)
    targets = [aliases.get(n.name, n) if not n.schema else n for n in listed] or tables[:1]
    return tuple(
        ops.Delete(
            statement=read.statement,
            table=table,
            reads=tuple(n for n in reads if n != table),
            **condition(where, limited=limited),
        )
        for table in targets
    )


def starred(read: Reader) -> Name:
    """Read a name that may end in a dot and a star."""
    read.accept(".")
    name = Name("", read.identifier())
    while read.accept("."):
        if read.accept("*"):
            break
        name = Name(name.name, read.identifier())
    return name


def lower_select(read: Reader) -> Operations:
    """SELECT, WITH, VALUES, TABLE, and queries in parentheses."""
    kinds = [t.kind for t in read.tokens]
    if kinds[0] == "TABLE":
        read.name()
    read.at = 0
    locking = "UPDATE" if kinds[-2:] == ["FOR", "UPDATE"] else "SHARE" if "SHARE" in kinds[-3:] else ""
    with_data = next((word for word in ("INSERT", "UPDATE", "DELETE", "REPLACE") if word in kinds), "")
    if kinds[0] == "WITH" and with_data in {"UPDATE", "DELETE"} and not locking:
        read.at = kinds.index(with_data) + 1
        return (lower_update if with_data == "UPDATE" else lower_delete)(read)
    return (
        ops.Select(statement=read.statement, reads=relations_read(read), row_lock=f"FOR {locking}" if locking else ""),
    )


def lower_load(read: Reader) -> Operations:
    """LOAD DATA and LOAD XML."""
    read.skip_to("INTO")
    read.expect("INTO", "TABLE")
    return (ops.Copy(statement=read.statement, table=read.name()),)


def lower_truncate(read: Reader) -> Operations:
    """TRUNCATE."""
    read.accept("TABLE")
    return (ops.Truncate(statement=read.statement, table=read.name(), restart_identity=True),)

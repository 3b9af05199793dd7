"""Queries and function calls back to SQL: the larger half of `deparse`, loaded when one is met."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from dbarch_lint.engines.postgres.deparse import (
    ADD,
    AT,
    COLLATE,
    COMPARE,
    IS,
    Node,
    Unsupported,
    Written,
    atom,
    dotted,
    function_name,
    listed,
    operand,
    operator,
    simple,
    string,
    type_name,
    words,
    write,
)
from dbarch_lint.names import quoted

# --- function calls


def call(fields: Node) -> Written:
    """A function call: plain, in the standard's own syntax, of an aggregate, or over a window."""
    if fields.get("funcformat") == "COERCE_SQL_SYNTAX":
        written = STANDARD_CALLS.get(words(fields["funcname"])[-1], unknown_syntax)(fields.get("args", []))
        return written if written.level == IS or "over" not in fields else atom(written.text + over(fields))
    arguments = [write(a).text for a in fields.get("args", ())]
    if "func_variadic" in fields:
        arguments[-1] = f"VARIADIC {arguments[-1]}"
    inside = "*" if "agg_star" in fields else ", ".join(arguments)
    ordered = f"ORDER BY {sorted_by(fields['agg_order'])}" if "agg_order" in fields else ""
    text = f"{function_name(fields['funcname'])}({'DISTINCT ' if 'agg_distinct' in fields else ''}{inside}"
    if "agg_within_group" in fields:
        text += f") WITHIN GROUP ({ordered})"
    else:
        text += f"{' ' if ordered else ''}{ordered})"
    if "agg_filter" in fields:
        text += f" FILTER (WHERE {write(fields['agg_filter']).text})"
    return atom(text + over(fields))


def unknown_syntax(arguments: Sequence[Node]) -> Written:
    """A form that the table below does not have."""
    raise Unsupported(f"a function with a syntax of its own and {len(arguments)} arguments")


# What EXTRACT takes without quotes; the rest of the world's fields are written as strings.
FIELDS: Final = frozenset(
    """century day decade dow doy epoch hour isodow isoyear julian microseconds millennium milliseconds minute month
    quarter second timezone timezone_hour timezone_minute week year""".split()
)


def extract(args: Sequence[Node]) -> Written:
    """EXTRACT."""
    field = args[0].get("A_Const", {}).get("sval", {}).get("sval", "")
    return atom(f"EXTRACT({field if field in FIELDS else string(field)} FROM {write(args[1]).text})")


def at_time_zone(args: Sequence[Node]) -> Written:
    """AT TIME ZONE, AT LOCAL."""
    left = operand(args[-1], AT)
    return Written(f"{left} AT LOCAL" if len(args) == 1 else f"{left} AT TIME ZONE {operand(args[0], COLLATE)}", AT)


def trim(word: str) -> Callable[[Sequence[Node]], Written]:
    """TRIM, by the side that it trims."""

    def written(args: Sequence[Node]) -> Written:
        if len(args) > 2:
            raise Unsupported("TRIM of several values")
        what = f" {write(args[1]).text}" if len(args) == 2 else ""
        return atom(f"TRIM({word}{what} FROM {write(args[0]).text})")

    return written


def substring(args: Sequence[Node]) -> Written:
    """SUBSTRING with FROM and FOR."""
    text, *rest = [write(a).text for a in args]
    return atom(f"SUBSTRING({text}{''.join(f' {w} {r}' for w, r in zip(('FROM', 'FOR'), rest, strict=False))})")


def overlay(args: Sequence[Node]) -> Written:
    """OVERLAY."""
    text, *rest = [write(a).text for a in args]
    clauses = zip(("PLACING", "FROM", "FOR"), rest, strict=False)
    return atom(f"OVERLAY({text}{''.join(f' {w} {r}' for w, r in clauses)})")


def overlaps(args: Sequence[Node]) -> Written:
    """OVERLAPS."""
    return Written(f"({listed(args[:2])}) OVERLAPS ({listed(args[2:])})", COMPARE)


def form_of(args: Sequence[Node]) -> str:
    """The Unicode normal form that an argument names."""
    return f"{args[1]['A_Const']['sval']['sval']}" if len(args) > 1 else ""


def normalize(args: Sequence[Node]) -> Written:
    """NORMALIZE."""
    form = form_of(args)
    return atom(f"NORMALIZE({write(args[0]).text}{', ' + form if form else ''})")


def is_normalized(args: Sequence[Node]) -> Written:
    """IS NORMALIZED."""
    form = form_of(args)
    return Written(f"{operand(args[0], COMPARE)} IS {form + ' ' if form else ''}NORMALIZED", IS)


STANDARD_CALLS: Final[dict[str, Callable[[Sequence[Node]], Written]]] = {
    "btrim": trim("BOTH"),
    "extract": extract,
    "is_normalized": is_normalized,
    "ltrim": trim("LEADING"),
    "normalize": normalize,
    "overlaps": overlaps,
    "overlay": overlay,
    "pg_collation_for": lambda args: atom(f"COLLATION FOR ({write(args[0]).text})"),
    "position": lambda args: atom(f"POSITION({simple(args[1])} IN {simple(args[0])})"),
    "rtrim": trim("TRAILING"),
    "substring": substring,
    "system_user": lambda args: atom("SYSTEM_USER"),  # noqa: ARG005 (one shape for all)
    "timezone": at_time_zone,
    "xmlexists": lambda args: atom(f"XMLEXISTS({operand(args[0], ADD)} PASSING {simple(args[1])})"),
}


# --- windows and order


def over(fields: Node) -> str:
    """The window of a call."""
    if "over" not in fields:
        return ""
    window = fields["over"]
    return f" OVER {quoted(window['name'])}" if "name" in window else f" OVER ({window_text(window)})"


def window_text(window: Node) -> str:
    """What stands between the parentheses of a window."""
    clauses = []
    if "refname" in window:
        clauses.append(quoted(window["refname"]))
    if "partitionClause" in window:
        clauses.append(f"PARTITION BY {listed(window['partitionClause'])}")
    if "orderClause" in window:
        clauses.append(f"ORDER BY {sorted_by(window['orderClause'])}")
    clauses.append(frame(window))
    return " ".join([c for c in clauses if c])


# The bits of frameOptions: the frame's own words, and those of its start and its end.
NOT_DEFAULT, BETWEEN = 0x1, 0x10
UNITS: Final = {0x2: "RANGE", 0x4: "ROWS", 0x8: "GROUPS"}
STARTS: Final = {
    0x20: "UNBOUNDED PRECEDING",
    0x80: "UNBOUNDED FOLLOWING",
    0x200: "CURRENT ROW",
    0x800: "{} PRECEDING",
    0x2000: "{} FOLLOWING",
}
ENDS: Final = {bit << 1: text for bit, text in STARTS.items()}
EXCLUDED: Final = {0x8000: " EXCLUDE CURRENT ROW", 0x10000: " EXCLUDE GROUP", 0x20000: " EXCLUDE TIES"}


def frame(window: Node) -> str:
    """The frame of a window, where it is not the default one."""
    bits = window.get("frameOptions", 0)
    if not bits & NOT_DEFAULT:
        return ""

    def chosen(table: dict[int, str], offset: str = "") -> str:
        text = next((t for bit, t in table.items() if bits & bit), "")
        return text.format(simple(window[offset])) if "{}" in text else text

    start, end = chosen(STARTS, "startOffset"), chosen(ENDS, "endOffset")
    extent = f"BETWEEN {start} AND {end}" if bits & BETWEEN else start
    return f"{chosen(UNITS)} {extent}{chosen(EXCLUDED)}"


DIRECTIONS: Final = {"SORTBY_ASC": " ASC", "SORTBY_DESC": " DESC"}
NULLS: Final = {"SORTBY_NULLS_FIRST": " NULLS FIRST", "SORTBY_NULLS_LAST": " NULLS LAST"}


def sorted_by(nodes: Sequence[Node]) -> str:
    """The list after ORDER BY."""
    return ", ".join([sort_key(n["SortBy"]) for n in nodes])


def sort_key(fields: Node) -> str:
    """One element of ORDER BY."""
    direction = DIRECTIONS.get(fields.get("sortby_dir", ""), "")
    if fields.get("sortby_dir") == "SORTBY_USING":
        direction = f" USING {operator(fields['useOp'])[0]}"
    return write(fields["node"]).text + direction + NULLS.get(fields.get("sortby_nulls", ""), "")


# --- queries

SET_OPERATIONS: Final = {"SETOP_UNION": "UNION", "SETOP_INTERSECT": "INTERSECT", "SETOP_EXCEPT": "EXCEPT"}
TAILS: Final = ("sortClause", "limitCount", "limitOffset", "lockingClause", "withClause")
JOINS: Final = {"JOIN_INNER": "JOIN", "JOIN_LEFT": "LEFT JOIN", "JOIN_FULL": "FULL JOIN", "JOIN_RIGHT": "RIGHT JOIN"}
LOCKS: Final = {
    "LCS_FORKEYSHARE": "KEY SHARE",
    "LCS_FORSHARE": "SHARE",
    "LCS_FORNOKEYUPDATE": "NO KEY UPDATE",
    "LCS_FORUPDATE": "UPDATE",
}
WAITS: Final = {"LockWaitSkip": " SKIP LOCKED", "LockWaitError": " NOWAIT"}
MATERIALIZED: Final = {"CTEMaterializeAlways": " MATERIALIZED", "CTEMaterializeNever": " NOT MATERIALIZED"}


def query(fields: Node) -> str:
    """A SELECT, VALUES or set operation, without parentheses."""
    if "intoClause" in fields:
        raise Unsupported("SELECT INTO")
    operation = SET_OPERATIONS.get(fields.get("op", ""))
    if operation is not None:
        every = " ALL" if "all" in fields else ""
        body = f"{arm(fields['larg'], fields['op'])} {operation}{every} {arm(fields['rarg'], '')}"
    elif "valuesLists" in fields:
        body = "VALUES " + ", ".join([f"({listed(row['List']['items'])})" for row in fields["valuesLists"]])
    else:
        body = plain_select(fields)
    start = with_clause(fields["withClause"]) + " " if "withClause" in fields else ""
    return start + body + tail(fields)


def arm(fields: Node, parent: str) -> str:
    """One side of a set operation; the left side needs no parentheses where it is read first anyway."""
    own = fields.get("op", "SETOP_NONE")
    apart = own != "SETOP_NONE" and (not parent or (parent == "SETOP_INTERSECT" and own != "SETOP_INTERSECT"))
    return f"({query(fields)})" if apart or any(t in fields for t in TAILS) else query(fields)


def plain_select(fields: Node) -> str:
    """SELECT to WINDOW."""
    text = "SELECT"
    if "distinctClause" in fields:
        keys = [k for k in fields["distinctClause"] if k]
        text += f" DISTINCT ON ({listed(keys)})" if keys else " DISTINCT"
    if "targetList" in fields:
        text += " " + ", ".join([target(t["ResTarget"]) for t in fields["targetList"]])
    if "fromClause" in fields:
        text += " FROM " + ", ".join([source(s) for s in fields["fromClause"]])
    if "whereClause" in fields:
        text += f" WHERE {write(fields['whereClause']).text}"
    if "groupClause" in fields:
        every = "DISTINCT " if "groupDistinct" in fields else ""
        text += f" GROUP BY {every}{', '.join([group(g) for g in fields['groupClause']])}"
    if "havingClause" in fields:
        text += f" HAVING {write(fields['havingClause']).text}"
    if "windowClause" in fields:
        windows = [w["WindowDef"] for w in fields["windowClause"]]
        text += " WINDOW " + ", ".join([f"{quoted(w['name'])} AS ({window_text(w)})" for w in windows])
    return text


def tail(fields: Node) -> str:
    """ORDER BY to FOR UPDATE."""
    text = f" ORDER BY {sorted_by(fields['sortClause'])}" if "sortClause" in fields else ""
    count = fields.get("limitCount")
    if "limitOffset" in fields:
        text += f" OFFSET {write(fields['limitOffset']).text}"
    if count is not None and fields.get("limitOption") == "LIMIT_OPTION_WITH_TIES":
        text += f" FETCH FIRST ({write(count).text}) ROWS WITH TIES"
    elif count is not None:
        text += f" LIMIT {'ALL' if 'isnull' in count.get('A_Const', {}) else write(count).text}"
    for node in fields.get("lockingClause", ()):
        lock = node["LockingClause"]
        of = [quoted(r["RangeVar"]["relname"]) for r in lock.get("lockedRels", ())]
        text += f" FOR {LOCKS[lock['strength']]}{' OF ' + ', '.join(of) if of else ''}"
        text += WAITS.get(lock.get("waitPolicy", ""), "")
    return text


def target(fields: Node) -> str:
    """One column of a result."""
    text = write(fields["val"]).text
    return f"{text} AS {quoted(fields['name'])}" if "name" in fields else text


def group(node: Node) -> str:
    """One element of GROUP BY."""
    if "GroupingSet" not in node:
        return write(node).text
    fields = node["GroupingSet"]
    kind = fields["kind"].removeprefix("GROUPING_SET_")
    if kind == "EMPTY":
        return "()"
    word = "GROUPING SETS" if kind == "SETS" else kind
    return f"{word} ({', '.join([group(c) for c in fields['content']])})"


def with_clause(fields: Node) -> str:
    """WITH and its queries."""
    queries = [common_table(c["CommonTableExpr"]) for c in fields["ctes"]]
    return f"WITH {'RECURSIVE ' if 'recursive' in fields else ''}{', '.join(queries)}"


def common_table(fields: Node) -> str:
    """One query of a WITH."""
    if "search_clause" in fields or "cycle_clause" in fields:
        raise Unsupported("WITH ... SEARCH or CYCLE")
    if "SelectStmt" not in fields["ctequery"]:
        raise Unsupported("a statement that changes data inside WITH")
    materialized = MATERIALIZED.get(fields.get("ctematerialized", ""), "")
    name = quoted(fields["ctename"]) + columns(fields.get("aliascolnames"))
    return f"{name} AS{materialized} ({query(fields['ctequery']['SelectStmt'])})"


def columns(names: Sequence[Node] | None) -> str:
    """Column names in parentheses, if any."""
    return f" ({', '.join([quoted(n) for n in words(names)])})" if names else ""


# --- what stands in FROM


def source(node: Node) -> str:
    """A table, query, function or join."""
    ((kind, fields),) = node.items()
    writer = SOURCES.get(kind)
    if writer is None:
        raise Unsupported(f"{kind} in FROM")
    return writer(fields)


def alias(fields: Node) -> str:
    """AS name (columns)."""
    if "alias" not in fields:
        return ""
    return f" AS {quoted(fields['alias']['aliasname'])}{columns(fields['alias'].get('colnames'))}"


def table(fields: Node) -> str:
    """A table."""
    names = [fields[k] for k in ("catalogname", "schemaname", "relname") if k in fields]
    return ("" if "inh" in fields else "ONLY ") + ".".join(map(quoted, names)) + alias(fields)


def subquery(fields: Node) -> str:
    """A query in FROM."""
    lateral = "LATERAL " if "lateral" in fields else ""
    return f"{lateral}({query(fields['subquery']['SelectStmt'])}){alias(fields)}"


def function(fields: Node) -> str:
    """A function, or ROWS FROM several."""
    calls = []
    for node in fields["functions"]:
        one, *definitions = node["List"]["items"]
        text = function_text(one)
        if definitions and definitions[0]:
            text += f" AS ({column_definitions(definitions[0]['List']['items'])})"
        calls.append(text)
    text = f"ROWS FROM ({', '.join(calls)})" if "is_rowsfrom" in fields else calls[0]
    text = ("LATERAL " if "lateral" in fields else "") + text + (" WITH ORDINALITY" if "ordinality" in fields else "")
    if "coldeflist" in fields:
        name = f" {quoted(fields['alias']['aliasname'])}" if "alias" in fields else ""
        return f"{text} AS{name} ({column_definitions(fields['coldeflist'])})"
    return text + alias(fields)


def function_text(node: Node) -> str:
    """A function in FROM, where a cast must look like one."""
    cast = node.get("TypeCast")
    return write(node).text if cast is None else f"CAST({write(cast['arg']).text} AS {type_name(cast['typeName'])})"


def column_definitions(nodes: Sequence[Node]) -> str:
    """Names and types of a function's columns."""
    found = [n["ColumnDef"] for n in nodes]
    if any("collClause" in d for d in found):
        raise Unsupported("COLLATE in the columns of a function")
    return ", ".join([f"{quoted(d['colname'])} {type_name(d['typeName'])}" for d in found])


def join(fields: Node) -> str:
    """A join; the right side, and a join that has a name, in parentheses."""
    left, right = source(fields["larg"]), source(fields["rarg"])
    if "JoinExpr" in fields["rarg"] and "alias" not in fields["rarg"]["JoinExpr"]:
        right = f"({right})"
    word = JOINS[fields["jointype"]]
    condition = ""
    if "isNatural" in fields:
        word = f"NATURAL {word}"
    elif "usingClause" in fields:
        condition = f" USING ({', '.join([quoted(n) for n in words(fields['usingClause'])])})"
        if "join_using_alias" in fields:
            condition += f" AS {quoted(fields['join_using_alias']['aliasname'])}"
    elif "quals" in fields:
        condition = f" ON {write(fields['quals']).text}"
    else:
        word = "CROSS JOIN"
    text = f"{left} {word} {right}{condition}"
    return f"({text}){alias(fields)}" if "alias" in fields else text


def sample(fields: Node) -> str:
    """TABLESAMPLE."""
    text = f"{source(fields['relation'])} TABLESAMPLE {dotted(fields['method'])} ({listed(fields.get('args'))})"
    return f"{text} REPEATABLE ({write(fields['repeatable']).text})" if "repeatable" in fields else text


SOURCES: Final[dict[str, Callable[[Node], str]]] = {
    "JoinExpr": join,
    "RangeFunction": function,
    "RangeSubselect": subquery,
    "RangeTableSample": sample,
    "RangeVar": table,
}

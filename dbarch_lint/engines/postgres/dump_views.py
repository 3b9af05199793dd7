"""Views of a schema script: the query as it was written, with the names that its relations and columns have now."""

from __future__ import annotations

from typing import Any, NamedTuple

from dbarch_lint.engines.postgres.deparse import Unsupported, select
from dbarch_lint.engines.postgres.dump_parts import storage
from dbarch_lint.engines.postgres.dump_routines import named_by
from dbarch_lint.engines.postgres.expressions import output_columns
from dbarch_lint.names import Name, quoted, quoted_name
from dbarch_lint.objects import View

Node = dict[str, Any]
Star = tuple[tuple[str, str], ...]


class Read(NamedTuple):
    """A relation that a view reads: its name, and its renamed columns, from the name in the query to that of today."""

    now: Name
    columns: dict[str, str]


Scope = tuple[dict[str, Read], ...]  # by alias; the innermost query first


def view_definition(view: View) -> str:
    """CREATE VIEW or CREATE MATERIALIZED VIEW; empty where it cannot be said any more."""
    word, name = "MATERIALIZED VIEW" if view.materialized else "VIEW", quoted_name(view.name)
    written = written_view(view)
    if view.origin is None or written is None:
        return ""
    statement = view.origin.statement
    into = written.get("into", {})
    said = [a["String"]["sval"] for a in written.get("aliases") or into.get("colNames") or ()]
    spelled = spelled_out(written["query"], list(view.stars))
    given = [*said, *output_columns(spelled)[len(said) :]]
    columns = ", ".join(map(quoted, said if not view.columns or given == list(view.columns) else view.columns))
    try:
        query = select(renamed(spelled, sources(view), ()))
    except (Unsupported, KeyError):
        return named_by(statement, "VIEW", name) if statement.node is written else ""
    empty = " WITH NO DATA" if view.materialized and not view.populated else ""
    options = storage(view.options)
    return f"CREATE {word} {name}{f' ({columns})' if columns else ''}{options} AS {query}{empty}"


def written_view(view: View) -> Node | None:
    """The statement that made a view; CREATE SCHEMA may hold several."""
    node = view.origin.statement.node if view.origin is not None else None
    if node is None or "query" in node:
        return node
    made = [element["ViewStmt"] for element in node.get("schemaElts", ()) if "ViewStmt" in element]
    alike = [element for element in made if element["view"]["relname"] == view.name.name]
    found = alike or made
    return found[0] if len(found) == 1 else None


def spelled_out(query: Node, stars: list[Star]) -> Node:
    """The query with the columns that each `*` of its result meant when the view was made."""
    fields = query.get("SelectStmt", query)
    if not stars:
        return query
    if "larg" in fields:
        made = {**fields, "larg": spelled_out(fields["larg"], stars), "rarg": spelled_out(fields["rarg"], stars)}
    else:
        made = {**fields, "targetList": [new for target in fields["targetList"] for new in meant(target, stars)]}
    return {"SelectStmt": made} if "SelectStmt" in query else made


def meant(target: Node, stars: list[Star]) -> list[Node]:
    """One target of a query, or the columns that it stands for."""
    fields = target["ResTarget"].get("val", {}).get("ColumnRef", {}).get("fields", ({},))
    if "A_Star" not in fields[-1]:
        return [target]
    paths = [[{"String": {"sval": name}} for name in pair] for pair in stars.pop(0)]
    return [{"ResTarget": {"val": {"ColumnRef": {"fields": path}}}} for path in paths]


def sources(view: View) -> dict[Name, Read]:
    """What the view reads, by the names of the time when it was written."""
    found: dict[Name, Read] = {}
    for now in view.uses:
        then = now
        columns: dict[str, str] = {}
        for rename in reversed(view.renames):
            if not rename.column and rename.new == then:
                then = rename.relation
            elif rename.column and rename.relation == then:
                columns[rename.column] = columns.pop(str(rename.new), str(rename.new))
        found[then] = Read(now, columns)
    return found


def renamed(node: Any, known: dict[Name, Read], scope: Scope) -> Any:
    """The same tree with the names of today."""
    if isinstance(node, list):
        return [renamed(item, known, scope) for item in node]
    if not isinstance(node, dict):
        return node
    if "RangeVar" in node:
        return {"RangeVar": relation(node["RangeVar"], known)}
    if "ColumnRef" in node:
        return {"ColumnRef": column(node["ColumnRef"], scope)}
    if "fromClause" in node or "targetList" in node:
        hidden = {c["CommonTableExpr"]["ctename"] for c in node.get("withClause", {}).get("ctes", ())}
        known = {name: read for name, read in known.items() if name.name not in hidden}
        scope = (aliases(node.get("fromClause", ()), known), *scope)
    made = {key: renamed(value, known, scope) for key, value in node.items()}
    if "targetList" in made:
        made["targetList"] = [titled(*pair) for pair in zip(node["targetList"], made["targetList"], strict=True)]
    return made


def lookup(fields: Node, known: dict[Name, Read]) -> Read | None:
    """What a name in FROM means."""
    schema, name = fields.get("schemaname", ""), fields["relname"]
    found = [read for then, read in known.items() if then.name == name and schema in {"", then.schema}]
    return found[0] if len(found) == 1 else None


def relation(fields: Node, known: dict[Name, Read]) -> Node:
    """A relation in FROM, which goes on to be called as the query calls it."""
    read = lookup(fields, known)
    if read is None:
        return fields
    alias = fields.get("alias") or ({"aliasname": fields["relname"]} if read.now.name != fields["relname"] else None)
    made = {**fields, "schemaname": read.now.schema, "relname": read.now.name}
    return {**made, "alias": alias} if alias else made


def aliases(items: Any, known: dict[Name, Read]) -> dict[str, Read]:
    """The relations of one FROM, by what the query calls them."""
    found: dict[str, Read] = {}
    waiting = list(items)
    while waiting:
        ((kind, fields),) = waiting.pop().items()
        if kind == "JoinExpr":
            waiting += [fields["larg"], fields["rarg"]]
        elif kind == "RangeVar":
            read = lookup(fields, known)
            if read is not None:
                found[fields.get("alias", {}).get("aliasname", fields["relname"])] = read
    return found


def column(fields: Node, scope: Scope) -> Node:
    """A column by its name of today."""
    parts = fields["fields"]
    names = [p.get("String", {}).get("sval", "") for p in parts]
    for level in scope:
        reads = list(level.values()) if len(names) == 1 else [r for alias, r in level.items() if alias == names[-2]]
        new = next((r.columns[names[-1]] for r in reads if names[-1] in r.columns), None)
        if new is not None:
            return {**fields, "fields": [*parts[:-1], {"String": {"sval": new}}]}
    return fields


def titled(before: Node, after: Node) -> Node:
    """A result column that keeps its name when what it shows is renamed."""
    target, value = after["ResTarget"], before["ResTarget"].get("val", {})
    if "name" in target or "ColumnRef" not in value or value == target.get("val"):
        return after
    last = value["ColumnRef"]["fields"][-1]
    return {"ResTarget": {**target, "name": last["String"]["sval"]}} if "String" in last else after

"""What a query certainly says wrong: columns that are not there, or that several tables have, or that are not grouped.

Names are looked up as the server does it: in FROM, then in the queries around it. What is not wholly known (a function
in FROM, a table that nobody saw) makes an answer uncertain, and what is uncertain is no fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dbarch_lint.engines.postgres.expressions import names_of, output_columns
from dbarch_lint.engines.postgres.grouping import Level, Source, aggregates, group_item, last_name, own_parts, ungrouped
from dbarch_lint.engines.postgres.operators import (
    NO_ORDER,
    NO_VALUE,
    Columns,
    Typer,
    assignable,
    groupable,
    sortable,
)

Node = dict[str, Any]
DEEPEST = 40  # queries within queries
SYSTEM_COLUMNS = frozenset("tableoid cmax xmax cmin xmin ctid".split())
STATEMENTS = frozenset({"SelectStmt", "InsertStmt", "UpdateStmt", "DeleteStmt"})

UNEQUAL, AGGREGATED = "sides of unequal width", "an aggregate in WHERE"
MISSING, AMBIGUOUS, UNGROUPED = "a missing column", "a column of several tables", "a column that is not grouped"


UNKNOWN = Source()
ANYTHING = Level({}, loose=True)
Levels = tuple[Level, ...]
Named = Mapping[str, Source]
Find = Callable[[str, str], Source]  # schema (or ""), name


class Reader:
    """Reads queries; `found` are the faults so far. `is_function`: whether `t.name` may be a call of name(t)."""

    def __init__(
        self,
        find: Find,
        is_function: Callable[[str], bool],
        given: frozenset[str] = frozenset(),
        typer: Callable[[Columns], Typer] | None = None,
    ) -> None:
        self.find = find
        self.is_function = is_function
        self.typer = typer
        self.given = given  # names of arguments, and of the function itself
        self.found: dict[str, None] = {}

    def statement(self, node: Node, outer: Levels = (), named: Named | None = None, depth: int = 0) -> Source:
        """Read a statement; what it gives."""
        ((kind, fields),) = node.items()
        if depth > DEEPEST or kind not in STATEMENTS:
            return UNKNOWN
        tables = self.common_tables(fields, outer, named or {}, depth)
        if kind == "SelectStmt":
            return self.query(fields, outer, tables, depth)
        return self.write(kind, fields, outer, tables, depth)

    def common_tables(self, fields: Node, outer: Levels, named: Named, depth: int) -> Named:
        """The tables of WITH, beside those of the queries around."""
        clause: Node = fields.get("withClause", {})
        tables = dict(named)
        for item in clause.get("ctes", ()):
            table: Node = item["CommonTableExpr"]
            name = table["ctename"]
            titles = names_of(table.get("aliascolnames", []))
            if "recursive" in clause:
                tables.setdefault(name, UNKNOWN)
                tables[name] = Source(titles) if titles else UNKNOWN
            odd = "search_clause" in table or "cycle_clause" in table
            given = self.statement(table["ctequery"], outer, tables, depth + 1)
            tables[name] = UNKNOWN if odd else titled(given, titles)
        return tables

    # --- SELECT

    def query(self, fields: Node, outer: Levels, named: Named, depth: int) -> Source:
        """A SELECT, VALUES or UNION."""
        if "larg" in fields:
            left = self.statement({"SelectStmt": fields["larg"]}, outer, named, depth + 1)
            right = self.statement({"SelectStmt": fields["rarg"]}, outer, named, depth + 1)
            if None not in {left.columns, right.columns} and len(left.columns or ()) != len(right.columns or ()):
                self.found[UNEQUAL] = None
            return left._replace(types=())  # both sides decide on them
        titles = [name or "" for name in output_columns({"SelectStmt": fields})]
        if "valuesLists" in fields:
            self.expressions(fields["valuesLists"], outer, named, depth)
            self.types(fields["valuesLists"], outer)
            return Source(tuple(titles))
        level = self.sources(fields.get("fromClause", ()), outer, named, depth)
        levels = (level, *outer)
        for clause in ("targetList", "whereClause", "havingClause"):
            self.expressions(fields.get(clause), levels, named, depth)
        types = self.types([t["ResTarget"].get("val") for t in fields.get("targetList", ())], levels)
        for clause in ("whereClause", "havingClause"):
            self.condition(fields.get(clause), levels)
        if level.whole and "whereClause" in fields and aggregates(fields["whereClause"], level):
            self.found[AGGREGATED] = None
        self.joins(fields.get("fromClause", ()), levels, named, depth)
        also = frozenset(titles)
        types = () if "*" in titles else types
        self.ordered(fields, level, levels, types)
        for clause in ("groupClause", "sortClause", "distinctClause"):
            for item in fields.get(clause, ()):
                node = item.get("SortBy", {}).get("node", item)
                plain = "ColumnRef" in node or "GroupingSet" in node
                self.expressions(node, levels, named, depth, also if plain else None)
        if level.whole:
            if ungrouped(fields, level):
                self.found[UNGROUPED] = None
            return Source(expanded(fields, level, titles), types=types)
        return UNKNOWN if "*" in titles else Source(tuple(titles), types=types)

    def sources(self, items: Iterable[Node], outer: Levels, named: Named, depth: int) -> Level:
        """What FROM brings in."""
        sources: dict[str, Source] = {}
        merged: set[str] = set()
        natural = loose = False
        waiting = list(reversed(list(items)))
        while waiting:
            ((kind, fields),) = waiting.pop().items()
            if kind == "JoinExpr":
                merged.update(names_of(fields.get("usingClause", [])))
                natural = natural or "isNatural" in fields
                loose = loose or "alias" in fields or "join_using_alias" in fields
                waiting += [fields["rarg"], fields["larg"]]
                continue
            if kind == "RangeTableSample":
                waiting.append(fields["relation"])
                continue
            alias: Node = fields.get("alias", {})
            name, source = alias.get("aliasname", ""), UNKNOWN
            if kind == "RangeVar":
                name = name or fields["relname"]
                source = self.relation(fields, named)
            elif kind == "RangeSubselect":
                around = (ANYTHING, *outer) if "lateral" in fields else outer
                source = self.statement(fields["subquery"], around, named, depth + 1)
            loose = loose or not name or name in sources
            sources[name] = titled(source, names_of(alias.get("colnames", [])))
        return Level(sources, frozenset(merged), natural, loose)

    def relation(self, fields: Node, named: Named) -> Source:
        """A table, a view, or what WITH names so."""
        schema, name = fields.get("schemaname", ""), fields["relname"]
        return named[name] if not schema and name in named else self.find(schema, name)

    def joins(self, items: Iterable[Node], levels: Levels, named: Named, depth: int) -> None:
        """The conditions of joins."""
        waiting = list(items)
        while waiting:
            join = waiting.pop().get("JoinExpr")
            if join is not None:
                waiting += [join["larg"], join["rarg"]]
                self.expressions(join.get("quals"), levels, named, depth)
                self.condition(join.get("quals"), levels)

    # --- what writes

    def write(self, kind: str, fields: Node, outer: Levels, named: Named, depth: int) -> Source:
        """INSERT, UPDATE or DELETE."""
        target = self.find(fields["relation"].get("schemaname", ""), fields["relation"]["relname"])
        name = fields["relation"].get("alias", {}).get("aliasname") or fields["relation"]["relname"]
        own = Level({name: target})
        if kind == "InsertStmt" and "selectStmt" in fields:
            given = self.statement(fields["selectStmt"], outer, named, depth + 1)
            titles = tuple(c["ResTarget"]["name"] for c in fields.get("cols", ())) or target.columns or ()
            plain = not any("indirection" in c["ResTarget"] for c in fields.get("cols", ()))
            self.assigned(target, titles if plain else (), given.types)
        items: list[Node] = fields.get("fromClause") or fields.get("usingClause") or []
        more = self.sources(items, outer, named, depth)
        conflict: Node = fields.get("onConflictClause", {})
        if conflict:
            more = Level({"excluded": target}, natural=True)
        loose = more.loose or name in more.sources
        every = Level({**more.sources, **own.sources}, more.merged, more.natural, loose)
        written = [fields.get("cols", ()), fields.get("targetList", ()), conflict.get("targetList", ())]
        for item in (item["ResTarget"] for items in written for item in items):
            if "name" in item and target.columns is not None and item["name"] not in target.columns:
                self.found[MISSING] = None
            self.expressions(item.get("val"), (every, *outer), named, depth)
        set_ = [t["ResTarget"] for t in (fields if kind == "UpdateStmt" else conflict).get("targetList", ())]
        types = self.types([item.get("val") for item in set_], (every, *outer))
        if not any("indirection" in item for item in set_):
            self.assigned(target, tuple(item.get("name", "") for item in set_), types)
        returned: list[Node] = fields.get("returningClause", {}).get("exprs", [])
        for clause in (fields.get("whereClause"), conflict.get("whereClause"), returned):
            self.expressions(clause, (every, *outer), named, depth)
        for clause in (fields.get("whereClause"), conflict.get("whereClause")):
            self.condition(clause, (every, *outer))
        titles_ = [name or "" for name in output_columns({"SelectStmt": {"targetList": returned}})]
        if not returned or "*" in titles_:
            return UNKNOWN
        values = self.types([t["ResTarget"].get("val") for t in returned], (every, *outer))
        return Source(tuple(titles_), types=values)

    # --- types

    def types(self, nodes: Iterable[Any], levels: Levels) -> tuple[str | None, ...]:
        """The types of expressions, with what is wrong in them noted; none where nobody asks for types."""
        if self.typer is None:
            return ()
        typer = self.typer(lambda parts: self.type_of(parts, levels))
        found = tuple([typer.read(node) for node in nodes])
        self.found.update(typer.found)
        return found

    def condition(self, node: Any, levels: Levels) -> None:
        """Note what is wrong with a condition by the types in it."""
        if self.typer is not None and node:
            typer = self.typer(lambda parts: self.type_of(parts, levels))
            typer.condition(node)
            self.found.update(typer.found)

    def ordered(self, fields: Node, level: Level, levels: Levels, types: tuple[str | None, ...]) -> None:
        """Note values that are grouped, sorted or told apart, and cannot be."""
        if self.typer is None or not level.whole:
            return
        results = [t["ResTarget"] for t in fields.get("targetList", ())]
        sorts: list[Node] = [item["SortBy"]["node"] for item in fields.get("sortClause", ())]
        groups: list[Node] = [*fields.get("groupClause", ()), *filter(None, fields.get("distinctClause", ()))]
        sorted_, grouped = (
            self.types([group_item(item, results, level) for item in items], levels) for items in (sorts, groups)
        )
        apart = () if fields.get("distinctClause") != [{}] else types or all_types(level)
        if not all(map(sortable, sorted_)) or not all(map(groupable, (*grouped, *apart))):
            self.found[NO_ORDER] = None

    def assigned(self, target: Source, columns: tuple[str, ...], types: tuple[str | None, ...]) -> None:
        """Note values that their columns do not take."""
        for name, given in zip(columns, types, strict=False):
            if name in (target.columns or ()) and not assignable(given, target.type_of(name)):
                self.found[NO_VALUE] = None

    def type_of(self, parts: list[Node], levels: Levels) -> str | None:
        """The type of a column, where it is certain which one is meant."""
        names = names_of(parts)
        if len(names) < len(parts) or len(names) > 2 or names[0] in self.given:
            return None
        for level in levels:
            sources = level.sources
            if not level.whole:
                return None
            if len(names) == 2 and names[0] in sources:
                return sources[names[0]].type_of(names[1]) if names[1] in (sources[names[0]].columns or ()) else None
            owners = [s for s in sources.values() if names[0] in (s.columns or ())] if len(names) == 1 else []
            if len(owners) == 1 and not level.natural and names[0] not in level.merged:
                return owners[0].type_of(names[0]) if (owners[0].columns or ()).count(names[0]) == 1 else None
            if owners or names[0] in sources:
                return None
        return None

    # --- expressions

    def expressions(
        self, tree: Any, levels: Levels, named: Named, depth: int, also: frozenset[str] | None = None
    ) -> None:
        """The columns and the queries of expressions; `also` are names of results, which may stand there, too."""
        for kind, fields in own_parts(tree):
            if kind == "SubLink":
                self.statement(fields["subselect"], levels, named, depth + 1)
            elif also is None or last_name(fields) not in also:
                fault = self.fault(fields["fields"], levels, sure=also is None)
                if fault:
                    self.found[fault] = None

    def fault(self, parts: list[Node], levels: Levels, *, sure: bool) -> str:
        """What is wrong with the name of a column; empty for nothing that is certain."""
        names = names_of(parts)
        if len(names) < len(parts) or len(names) > 2 or names[0] in self.given:
            return ""
        if len(names) == 2:
            return self.fault_of_qualified(names[0], names[1], levels)
        for level in levels:
            owners = sum((s.columns or ()).count(names[0]) for s in level.sources.values())
            if owners > 1 and level.whole and sure and not (level.natural or names[0] in level.merged):
                return AMBIGUOUS
            if owners or names[0] in level.sources or not level.whole:
                return ""
        return "" if names[0] in SYSTEM_COLUMNS else MISSING

    def fault_of_qualified(self, table: str, column: str, levels: Levels) -> str:
        """The same of `table.column`."""
        for level in levels:
            if level.loose:
                return ""
            if table in level.sources:
                columns = level.sources[table].columns
                known = columns is None or column in columns or column in SYSTEM_COLUMNS or self.is_function(column)
                return "" if known else MISSING
        return MISSING


def all_types(level: Level) -> tuple[str | None, ...]:
    """The types of all columns in a FROM."""
    return tuple([type_ for source in level.sources.values() for type_ in source.types])


def titled(source: Source, titles: tuple[str, ...]) -> Source:
    """A source whose first columns bear other names."""
    if not titles:
        return source
    if source.columns is None:
        return UNKNOWN
    return Source((*titles, *source.columns[len(titles) :]), types=source.types)


def expanded(fields: Node, level: Level, titles: list[str]) -> tuple[str, ...] | None:
    """The names of the results, with those that `*` stands for; None where that is not plain."""
    found: list[str] = []
    for target, title in zip(fields.get("targetList", ()), titles, strict=False):
        if title != "*":
            found.append(title)
            continue
        names = names_of(target["ResTarget"]["val"].get("ColumnRef", {}).get("fields", []))
        wanted = [level.sources.get(names[-1])] if names else list(level.sources.values())
        if ((level.merged or level.natural) and not names) or None in wanted:
            return None
        found += [column for source in wanted if source is not None for column in source.columns or ()]
    return tuple(found)

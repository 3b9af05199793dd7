"""The relations in FROM as a query sees them, and what GROUP BY leaves of their columns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

import msgspec

from dbarch_lint.engines.postgres.expressions import known_functions, names_of

Node = dict[str, Any]


class Source(NamedTuple):
    """Something in FROM: its columns (None: not known), those of its primary key, and the types of all or of none."""

    columns: tuple[str, ...] | None = None
    key: frozenset[str] = frozenset()
    types: tuple[str | None, ...] = ()

    def type_of(self, column: str) -> str | None:
        """The type of a column."""
        return self.types[(self.columns or ()).index(column)] if self.types else None


class Level(msgspec.Struct, frozen=True, dict=True):
    """One FROM. `merged`: the columns that USING makes one of; `natural`: any may be. `loose`: names are missing."""

    sources: dict[str, Source]
    merged: frozenset[str] = frozenset()
    natural: bool = False
    loose: bool = False

    @cached_property
    def whole(self) -> bool:
        """Whether each name in it is known."""
        return not self.loose and all(s.columns is not None for s in self.sources.values())


def own_parts(tree: Any, *, calls: bool = False) -> Iterator[tuple[str, Node]]:
    """The column references and the subqueries of expressions, and the calls; not what is within the subqueries."""
    stack = [tree]
    while stack:
        item = stack.pop()
        if type(item) is list:
            stack.extend(item)
        elif type(item) is dict:
            for key, value in item.items():
                if key == "ColumnRef":
                    yield key, value
                elif key == "SubLink":
                    yield key, value
                    stack.append(value.get("testexpr"))
                elif type(value) is list:
                    stack.append(value)
                elif type(value) is dict:
                    stack.append(value)
                    if calls and key == "FuncCall":
                        yield key, value


def last_name(fields: Node) -> str:
    """The column of a reference that is one bare name."""
    names = names_of(fields["fields"])
    return names[0] if len(names) == len(fields["fields"]) == 1 else ""


# What is an aggregate whatever its arguments; and what may be one, by name.
AGGREGATES = frozenset("array_agg avg bool_and bool_or count every json_agg jsonb_agg max min string_agg sum".split())
MAYBE = frozenset(
    """any_value bit_and bit_or bit_xor corr covar_pop covar_samp cume_dist dense_rank json_object_agg
    json_object_agg_strict json_object_agg_unique json_object_agg_unique_strict jsonb_object_agg jsonb_object_agg_strict
    jsonb_object_agg_unique jsonb_object_agg_unique_strict json_agg_strict jsonb_agg_strict mode percent_rank
    percentile_cont percentile_disc range_agg range_intersect_agg rank regr_avgx regr_avgy regr_count regr_intercept
    regr_r2 regr_slope regr_sxx regr_sxy regr_syy stddev stddev_pop stddev_samp var_pop var_samp variance xmlagg
    """.split()
)
UNCHECKED = frozenset({"over", "SubLink", "GroupingFunc", "JsonObjectAgg", "JsonArrayAgg"})


def ungrouped(fields: Node, level: Level) -> bool:
    """Whether a result or HAVING certainly uses a column that is neither grouped nor aggregated."""
    results = [t["ResTarget"] for t in fields.get("targetList", ())]
    clause = fields.get("groupClause", [])
    having = fields.get("havingClause")
    if "GroupingSet" in str(clause) or "groupDistinct" in fields or level.merged or level.natural:
        return False
    if not clause and having is None and not any(aggregates(r["val"], level) for r in results if calls(r)):
        return False
    grouped = {shape(group_item(item, results, level), level) for item in clause}
    fixed = {alias for alias, source in level.sources.items() if source.key and key_grouped(alias, source, grouped)}
    return any(stands_alone(tree, level, grouped, fixed) for tree in (*(r.get("val") for r in results), having))


def key_grouped(alias: str, source: Source, grouped: set[Any]) -> bool:
    """Whether the whole primary key of a table is grouped: then all its columns are."""
    return all(("column", alias, name) in grouped for name in source.key)


def group_item(item: Node, results: list[Node], level: Level) -> Any:
    """What an item of GROUP BY means: itself, or the result of that number or name."""
    constant = item.get("A_Const", {})
    if "ival" in constant:
        number = constant["ival"].get("ival", 0)
        return results[number - 1].get("val") if 0 < number <= len(results) else item
    name = last_name(item["ColumnRef"]) if "ColumnRef" in item else ""
    if name and not any(name in (s.columns or ()) for s in level.sources.values()):
        return next((r.get("val") for r in results if r.get("name") == name), item)
    return item


def calls(result: Node) -> bool:
    """Whether a result may call something: it is more than a column."""
    return "val" in result and "ColumnRef" not in result["val"]


def aggregates(tree: Any, level: Level) -> bool:
    """Whether an expression calls an aggregate over the rows of this query itself."""
    for kind, call in own_parts(tree, calls=True):
        if kind == "FuncCall" and "over" not in call and names_of(call["funcname"])[-1] in AGGREGATES:
            columns = [fields for part, fields in own_parts(call.get("args", [])) if part == "ColumnRef"]
            if not columns or any(owner(fields, level) for fields in columns):
                return True
    return False


def stands_alone(tree: Any, level: Level, grouped: set[Any], fixed: set[str]) -> bool:
    """Whether an expression has a column of this query outside of aggregates that the groups do not give."""
    kinds = {one[0][0] for one in grouped if one[0] != "column"}  # of expressions that are grouped
    stack = [tree]
    while stack:
        item = stack.pop()
        if type(item) is list:
            stack.extend(item)
        elif type(item) is dict and (kinds.isdisjoint(item) or shape(item, level) not in grouped):
            if "ColumnRef" in item:
                if not given_by(item["ColumnRef"], level, grouped, fixed):
                    return True
                continue
            call = item.get("FuncCall")
            if call is None:
                stack.extend(value for key, value in item.items() if key not in UNCHECKED)
            elif "over" in call or not may_aggregate(call):
                stack.append(call.get("args", []))
    return False


def may_aggregate(call: Node) -> bool:
    """Whether a function is an aggregate, or may be one."""
    name = names_of(call["funcname"])[-1]
    return name in AGGREGATES or name in MAYBE or name not in known_functions().builtin


def given_by(fields: Node, level: Level, grouped: set[Any], fixed: set[str]) -> bool:
    """Whether the groups give a column, or it is no column of this query."""
    if "A_Star" in fields["fields"][-1]:
        names = names_of(fields["fields"])
        wanted = names[-1:] or tuple(level.sources)
        pairs = [(t, c) for t in wanted for c in (level.sources[t].columns or () if t in level.sources else ())]
        return all(table in fixed or ("column", table, column) in grouped for table, column in pairs)
    found = owner(fields, level)
    return not found or found[1] in fixed or found in grouped


def owner(fields: Node, level: Level) -> tuple[str, str, str] | tuple[()]:
    """The column of this query that a reference means, if it is one."""
    names = names_of(fields["fields"])
    if len(names) == 1:
        owners = [t for t, s in level.sources.items() if names[0] in (s.columns or ())]
        return ("column", owners[0], names[0]) if len(owners) == 1 else ()
    if len(names) == 2 and names[0] in level.sources and names[1] in (level.sources[names[0]].columns or ()):
        return ("column", names[0], names[1])
    return ()


IGNORED = frozenset({"location", "funcformat", "rexpr_list_start", "rexpr_list_end"})


def shape(tree: Any, level: Level) -> Any:
    """An expression as a value to compare: without places, and with each column as the one that it means."""
    if type(tree) is dict:
        if "ColumnRef" in tree:
            found = owner(tree["ColumnRef"], level)
            if found:
                return found
        return tuple((key, shape(value, level)) for key, value in sorted(tree.items()) if key not in IGNORED)
    return tuple(shape(item, level) for item in tree) if type(tree) is list else tree

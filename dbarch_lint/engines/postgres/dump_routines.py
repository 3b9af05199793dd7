"""Functions, procedures and aggregates of a schema script: as they were written, under the name that they have now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.deparse import string
from dbarch_lint.engines.postgres.dump_parts import sorted_by_need
from dbarch_lint.names import Name, quoted, quoted_name
from dbarch_lint.objects import Function
from dbarch_lint.source import Statement

WORDS = {"function": "FUNCTION", "procedure": "PROCEDURE", "aggregate": "AGGREGATE"}
NO_BODIES_READ = "SET check_function_bodies = off"  # they may name what comes later


def early(catalog: Catalog, _: int) -> Iterator[str]:
    """Routines that need no table: defaults, checks and indexes may call them."""
    relations = relation_names(catalog)
    yield from definitions([f for f in routines(catalog) if not needs_relations(f, relations)])


def late(catalog: Catalog, _: int) -> Iterator[str]:
    """Routines about rows of tables or views, or with a body that the server reads at once."""
    relations = relation_names(catalog)
    yield from definitions([f for f in routines(catalog) if needs_relations(f, relations)])


def routines(catalog: Catalog) -> list[Function]:
    """All routines: functions before the aggregates that are made of them, and those that bodies in SQL call first."""
    found = [f for overloads in catalog.functions.values() for f in overloads if f.origin is not None]
    graph: dict[Name, set[Name]] = {f.name: set() for f in found}
    for function in found:
        graph[function.name].update(called(function, graph))
    place = {name: number for number, name in enumerate(sorted_by_need(graph))}
    return sorted(found, key=lambda f: (f.kind == "aggregate", place[f.name], f.arguments))


def called(function: Function, names: Iterable[Name]) -> list[Name]:
    """What the body of a routine may call, if the server reads it when the routine is made (RETURN, BEGIN ATOMIC)."""
    statement = function.origin.statement if function.origin is not None else None
    if statement is None or "sql_body" not in (statement.node or {}):
        return []
    return [name for name in names if name != function.name and statement.may_say(name.name)]


def definitions(functions: list[Function]) -> Iterator[str]:
    """The statements that make these routines."""
    if functions:
        yield NO_BODIES_READ
    for function in functions:
        if function.origin is not None:
            yield named_by(function.origin.statement, WORDS[function.kind], quoted_name(function.name))
            yield from later_settings(function, function.origin.statement)


def later_settings(function: Function, written: Statement) -> Iterator[str]:
    """What ALTER FUNCTION has changed since."""
    from dbarch_lint.engines.postgres.lower import lower

    made = next((op for op in lower(written) if hasattr(op, "definition")), None)
    first = getattr(made, "definition", None)
    if function.kind == "aggregate" or not isinstance(first, Function):
        return
    subject = f"ALTER {WORDS[function.kind]} {quoted_name(function.name)}({', '.join(function.arguments)})"
    if function.volatility != first.volatility:
        yield f"{subject} {function.volatility.upper()}"
    if function.security_definer != first.security_definer:
        yield f"{subject} SECURITY {'DEFINER' if function.security_definer else 'INVOKER'}"
    for setting in function.settings:
        if setting not in first.settings:
            name, _, value = setting.partition("=")
            yield f"{subject} SET {quoted(name)} = {string(value)}"


def needs_relations(function: Function, relations: set[str]) -> bool:
    """Whether a table or view must be there first."""
    types = {t.removeprefix("SETOF ").removesuffix("[]") for t in (*function.arguments, function.returns)}
    if any(t.endswith("%type") for t in types):
        return True
    if any(t.rsplit(".", 1)[-1].strip('"') in relations for t in types):
        return True
    node = function.origin.statement.node if function.origin is not None else None
    return bool(expressions.relations((node or {}).get("sql_body")))


def relation_names(catalog: Catalog) -> set[str]:
    """The names of everything that has rows."""
    return {t.name.name for t in catalog.tables} | {v.name.name for v in catalog.views}


def named_by(statement: Statement, word: str, name: str) -> str:
    """A CREATE statement with another name behind the word that says what it makes."""
    tokens = statement.tokens()
    at = next((n for n, token in enumerate(tokens) if token.kind == word), -1) + 1
    if not 0 < at < len(tokens):
        return statement.text
    end = at
    while end + 2 < len(tokens) and tokens[end + 1].kind == ".":
        end += 2
    source = statement.source
    before, after = source.slice(statement.start, tokens[at].start), source.slice(tokens[end].end, statement.end)
    return before + name + after

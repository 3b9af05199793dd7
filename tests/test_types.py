from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pglast.parser import parse_sql_json

from dbarch_lint.datatypes import Type
from dbarch_lint.engines.postgres.types import type_change, type_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Check, Composite, Domain, Enum, Expression

MEASURED: dict[str, Any] = msgspec.json.decode(
    (Path(__file__).parent.parent / "fixtures/types/postgres18.json").read_bytes()
)
# The server's letter for a change, and the words that say the same.
AGREES = {"k": {"none", "binary"}, "h": {"none", "binary"}, "i": {"reindex"}, "w": {"rewrite"}}


def tree(text: str) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(parse_sql_json(text))
    return found


@cache
def parsed(text: str) -> Type:
    create = tree(f"CREATE TABLE t (k {text})")["stmts"][0]["stmt"]["CreateStmt"]
    return type_of(create["tableElts"][0]["ColumnDef"]["typeName"])


def using(text: str) -> dict[str, Any]:
    action = tree(f"ALTER TABLE t ALTER k TYPE text USING {text}")["stmts"][0]["stmt"]["AlterTableStmt"]["cmds"][0]
    found: dict[str, Any] = action["AlterTableCmd"]["def"]["ColumnDef"]["raw_default"]
    return found


@cache
def user_types() -> dict[Name, Enum | Domain | Composite]:
    """The types that the measurement made, read from its own statements."""
    found: dict[str, Enum | Domain | Composite] = {}
    for extension in ("hstore", "vector"):
        found[extension] = Composite(name=Name("public", extension), kind="base")
    for raw in tree(MEASURED["user_types"])["stmts"]:
        ((kind, node),) = raw["stmt"].items()
        if kind == "CreateDomainStmt":
            name = Name("public", node["domainname"][0]["String"]["sval"])
            words = {c["Constraint"]["contype"] for c in node.get("constraints", ())}
            checks = (Check(name="c", expression=Expression()),) if "CONSTR_CHECK" in words else ()
            base = type_of(node["typeName"])
            found[name.name] = Domain(name=name, type=base, nullable="CONSTR_NOTNULL" not in words, checks=checks)
        elif kind == "CreateEnumStmt":
            name = Name("public", node["typeName"][0]["String"]["sval"])
            found[name.name] = Enum(name=name, values=("a",))
        else:
            name = Name("public", node["typevar"]["relname"])
            found[name.name] = Composite(name=name)
    return {value.name: value for value in found.values()}


@pytest.mark.parametrize("written", MEASURED["spelled"])
def test_a_type_is_spelled_as_the_server_spells_it(written: str) -> None:
    assert str(parsed(written)) == MEASURED["spelled"][written]


@pytest.mark.parametrize("zone", MEASURED["changes"])
def test_a_change_costs_what_the_server_pays(zone: str) -> None:
    wrong, judged = [], 0
    for old, row in MEASURED["changes"][zone].items():
        for new, letter in zip(MEASURED["types"], row, strict=True):
            if letter in AGREES:
                judged += 1
                word = type_change(parsed(old), parsed(new), time_zone=zone, user_types=user_types())
                if word not in AGREES[letter]:
                    wrong.append(f"{old} -> {new}: we say {word}, the server {letter}")
    assert judged > 3500
    assert not wrong

from __future__ import annotations

from functools import cache
from pathlib import Path
from runpy import run_path
from typing import Any

import msgspec
import pytest

from dbarch_lint.datatypes import Type
from dbarch_lint.engines.postgres.lower.common import PgExpression
from dbarch_lint.engines.postgres.types import type_change, type_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Check, Composite, Domain, Enum
from tests.server import connection
from tests.trees import expression, statement

MEASURED: dict[str, Any] = msgspec.json.decode(
    (Path(__file__).parent.parent / "fixtures/types/postgres18.json").read_bytes()
)
# The server's letter for a change, and the words that say the same.
AGREES = {"k": {"none", "binary"}, "h": {"none", "binary"}, "i": {"reindex"}, "w": {"rewrite"}}


@cache
def parsed(text: str) -> Type:
    create = statement(f"CREATE TABLE t (k {text})")["CreateStmt"]
    return type_of(create["tableElts"][0]["ColumnDef"]["typeName"])


@cache
def user_types() -> dict[Name, Enum | Domain | Composite]:
    """The types that the measurement made, read from its own statements."""
    found: dict[str, Enum | Domain | Composite] = {}
    for extension in ("hstore", "vector"):
        found[extension] = Composite(name=Name("public", extension), kind="base")
    for sql in MEASURED["user_types"].split(";")[:-1]:
        ((kind, node),) = statement(sql).items()
        if kind == "CreateDomainStmt":
            name = Name("public", node["domainname"][0]["String"]["sval"])
            words = {c["Constraint"]["contype"] for c in node.get("constraints", ())}
            checks = (
                (Check(name="c", expression=PgExpression(expression("VALUE > 0"))),) if "CONSTR_CHECK" in words else ()
            )
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


# Old type, new type, USING, what a server did in a session whose time zone is UTC.
USING = [
    ("varchar(10)", "text", "k", "k"),
    ("varchar(10)", "text", "k::text", "k"),
    ("varchar(10)", "text", "t.k", "k"),
    ("text", "varchar(10)", "k::varchar(10)", "w"),
    ("varchar(10)", "varchar(20)", "k::varchar(20)", "k"),
    ("varchar(10)", "varchar(20)", "k::varchar(15)", "k"),
    ("varchar(10)", "varchar(20)", "k::varchar(5)", "w"),
    ("varchar(10)", "varchar(20)", "k::text", "w"),
    ("text", "text", "upper(k)", "w"),
    ("text", "text", "o", "w"),
    ("text", "text", "NULL", "w"),
    ("text", "text", "k::citext::text", "k"),
    ("text", "text", 'k COLLATE "C"', "k"),
    ("text", "citext", "k::citext", "i"),
    ("integer", "integer", "k + 0", "w"),
    ("integer", "integer", "k::bigint::integer", "w"),
    ("integer", "bigint", "k::bigint", "w"),
    ("integer", "oid", "k::oid", "i"),
    ("timestamp", "timestamptz", "k AT TIME ZONE 'UTC'", "w"),
    ("timestamp", "timestamptz", "k::timestamptz", "i"),
    ("numeric(10,2)", "numeric(12,2)", "k::numeric(12,2)", "k"),
    ("numeric(10,2)", "numeric(12,2)", "k::numeric", "w"),
    ("char(10)", "text", "k::text", "w"),
    ("varchar(20)", "d_vc20", "k::d_vc20", "k"),
]


@pytest.mark.parametrize(("old", "new", "using", "letter"), USING)
def test_using_that_only_casts_is_as_good_as_none(old: str, new: str, using: str, letter: str) -> None:
    word = type_change(
        parsed(old), parsed(new), using=expression(using), column="k", time_zone="UTC", user_types=user_types()
    )
    assert word in AGREES[letter]


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("no_such_type", "text", "unknown"),
        ("text", "no_such_type", "unknown"),
        ("no_such_type", "no_such_type", "none"),
        ("no_such_type(3)", "no_such_type", "binary"),
        ("serial", "integer", "none"),
        ("unknown", "text", "unknown"),
    ],
)
def test_what_nobody_knows_is_unknown(old: str, new: str, word: str) -> None:
    assert type_change(parsed(old), parsed(new)) == word


def test_an_unknown_old_type_is_unknown_unless_every_row_is_computed() -> None:
    assert type_change(None, parsed("text")) == "unknown"
    assert type_change(None, parsed("text"), using=expression("upper(k)"), column="k") == "rewrite"


def test_a_new_collation_rebuilds_indexes() -> None:
    assert type_change(parsed("text"), parsed("text"), collation_changed=True) == "reindex"
    assert type_change(parsed("text"), parsed("integer"), collation_changed=True) == "rewrite"


def test_a_circle_of_domains_ends() -> None:
    one, two = (Name("public", n) for n in ("one", "two"))
    circle = {one: Domain(name=one, type=parsed("two")), two: Domain(name=two, type=parsed("one"))}
    assert type_change(parsed("one"), parsed("text"), user_types=circle) == "unknown"


@pytest.mark.parametrize(
    ("written", "schema", "name", "modifiers", "array", "serial"),
    [
        ("int", "pg_catalog", "int4", (), 0, None),
        ("bigserial", "pg_catalog", "int8", (), 0, "bigserial"),
        ("serial4", "pg_catalog", "int4", (), 0, "serial"),
        ("varchar(255)[][]", "pg_catalog", "varchar", (255,), 1, None),
        ("pg_catalog.text", "pg_catalog", "text", (), 0, None),
        ("interval day to second(3)", "pg_catalog", "interval", (7176, 3), 0, None),
        ("timestamp(9)", "pg_catalog", "timestamp", (6,), 0, None),
        ("app.mood", "app", "mood", (), 0, None),
        ("geometry(Point, 4326)", "", "geometry", ("point", 4326), 0, None),
    ],
)
def test_a_type_has_its_parts(
    written: str, schema: str, name: str, modifiers: tuple[int | str, ...], array: int, serial: str | None
) -> None:
    type_ = parsed(written)
    assert (type_.schema, type_.name, type_.modifiers, type_.array, type_.serial) == (
        schema,
        name,
        modifiers,
        array,
        serial,
    )


@pytest.mark.parametrize(
    ("written", "spelled"),
    [("public.mood", "mood"), ("app.mood[]", "app.mood[]"), ('"My Mood"', '"My Mood"'), ("vector(3)", "vector(3)")],
)
def test_user_defined_types_are_spelled_with_quotes_and_without_public(written: str, spelled: str) -> None:
    assert str(parsed(written)) == spelled


def test_the_same_type_is_the_same_object() -> None:
    nodes = [statement(f"CREATE TABLE t (a {t})")["CreateStmt"]["tableElts"][0]["ColumnDef"]["typeName"] for t in "xx"]
    assert type_of(nodes[0]) is type_of(nodes[1])


@pytest.mark.live
def test_a_server_still_says_the_same(root: Path) -> None:
    """Every spelling, and every change that is not a plain rewrite, beside some that are."""
    tool: dict[str, Any] = run_path(str(root / "tools/types_from_server.py"))
    with connection() as server:
        tool["prepare"](server)
        assert {t: tool["spelling"](server, t) for t in MEASURED["spelled"]} == MEASURED["spelled"]
        rows = MEASURED["changes"]["UTC"].items()
        cells = [(a, b, letter) for a, row in rows for b, letter in zip(MEASURED["types"], row, strict=True)]
        asked = [c for c in cells if c[2] in "kih"] + [c for c in cells if c[2] == "w"][::40]
        server.execute("SET LOCAL timezone = 'UTC'")
        assert [(a, b, tool["change"](server, a, b)) for a, b, _ in asked] == asked
        for old, new, using, letter in USING:
            assert tool["change"](server, old, new, using) == letter, (old, new, using)

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dbarch_lint.engines.postgres import deparse
from tests.trees import expression, meaning, statement

FIXTURES = Path(__file__).parent.parent / "fixtures/expressions"


def lines(name: str) -> list[str]:
    return [line for line in (FIXTURES / name).read_text(encoding="utf-8").splitlines() if not line.startswith("-- ")]


def check_expression(sql: str) -> None:
    tree = expression(sql)
    text = deparse.expression(tree)
    assert meaning(expression(text)) == meaning(tree), text
    assert deparse.expression(expression(text)) == text


@pytest.mark.parametrize("sql", lines("expressions.sql"))
def test_an_expression_keeps_its_meaning(sql: str) -> None:
    check_expression(sql)


@pytest.mark.parametrize("sql", lines("queries.sql"))
def test_a_query_keeps_its_meaning(sql: str) -> None:
    tree = statement(sql)
    text = deparse.select(tree)
    assert meaning(statement(text)) == meaning(tree), text
    assert deparse.select(statement(text)) == text


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("((A)+(B*2))", "a + b * 2"),
        ("( a + b ) * 2", "(a + b) * 2"),
        ("CAST(x AS VarChar(3))", "x::character varying(3)"),
        ("INT4 '5'", "'5'::integer"),
        ("timestamp with time zone '2020-01-01'", "'2020-01-01'::timestamp with time zone"),
        ('UPPER( "Name" )', 'upper("Name")'),
        ("not (a is null)", "NOT a IS NULL"),
        ("a and (b or c)", "a AND (b OR c)"),
        ("status in ('a','b')", "status IN ('a', 'b')"),
        ("x notnull", "x IS NOT NULL"),
        ("'it''s'", "'it''s'"),
        (r"E'a\\b'", r"E'a\\b'"),
        ("current_timestamp", "CURRENT_TIMESTAMP"),
        ("extract('epoch' from t)", "EXTRACT(epoch FROM t)"),
        ("x != 1", "x <> 1"),
        ("-(-5)", "5"),
        ("(-5)::int", "(-5)::integer"),
        ("coalesce(a,b)", "COALESCE(a, b)"),
        ('"select"."from"', '"select"."from"'),
        ('"coalesce"(1)', '"coalesce"(1)'),
        ('t::"My"."Type"[]', 't::"My"."Type"[]'),
        ("a -> 'b' ->> 'c'", "a -> 'b' ->> 'c'"),
        ("exists(select 1 from T)", "EXISTS (SELECT 1 FROM t)"),
    ],
)
def test_the_spelling_is_the_usual_one(written: str, spelled: str) -> None:
    assert deparse.expression(expression(written)) == spelled


@pytest.mark.parametrize(
    "sql", ["xmlforest(a)", "json_object('a': 1)", "(SELECT * FROM xmltable('x' passing d columns a int))"]
)
def test_what_it_cannot_write_it_says(sql: str) -> None:
    with pytest.raises(deparse.Unsupported, match=r"XML|Json|FROM"):
        deparse.expression(expression(sql))


def test_a_tree_that_is_too_deep_is_an_error_of_its_own() -> None:
    tree = expression("a")
    for _ in range(20_000):
        tree = {"BoolExpr": {"boolop": "NOT_EXPR", "args": [tree]}}
    with pytest.raises(deparse.Unsupported, match="deep"):
        deparse.expression(tree)


leaves = st.sampled_from(["a", '"B c"', "t.a", "1", "-2", "'x''y'", "NULL", "true", "now()", "'1'::int", "a[1]", "$1"])
binary = st.sampled_from(
    [
        *"+ - * / % ^ || -> = <> < >= AND OR LIKE ILIKE ~ @> OPERATOR(pg_catalog.+)".split(),
        *("IS DISTINCT FROM", "AT TIME ZONE", "SIMILAR TO", "NOT LIKE"),
    ]
)
around = st.sampled_from(
    [
        "NOT ({})",
        "-({})",
        "~ ({})",
        "({}) IS NULL",
        "({}) IS NOT TRUE",
        "({})::numeric(10,2)",
        '({}) COLLATE "C"',
        "({}) IN (1, ({}))",
        "({}) BETWEEN ({}) AND ({})",
        "({}) = ANY (({}))",
        "({}) IN (SELECT ({}))",
        "({}).f",
        "({})[1:2]",
        "coalesce(({}), ({}))",
        "CASE WHEN ({}) THEN ({}) ELSE ({}) END",
        "f(({}), x => ({}))",
        "ROW(({}), ({}))",
        "ARRAY[({})]",
        "EXISTS (SELECT 1 FROM t WHERE ({}))",
        "sum(({})) OVER (PARTITION BY ({}))",
    ]
)
texts = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(lambda a, op, b: f"({a}) {op} ({b})", inner, binary, inner),
        st.builds(lambda form, parts: form.format(*parts), around, st.tuples(inner, inner, inner)),
    ),
    max_leaves=12,
)


@given(texts)
@settings(max_examples=150, deadline=None)
def test_any_expression_keeps_its_meaning(sql: str) -> None:
    check_expression(sql)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
@settings(max_examples=50, deadline=None)
def test_strings_and_names_are_safe(text: str) -> None:
    literal = {"A_Const": {"sval": {"sval": text}}}
    assert meaning(expression(deparse.expression(literal))) == literal
    if 0 < len(text.encode()) < 64:
        column = {"ColumnRef": {"fields": [{"String": {"sval": text}}]}}
        assert meaning(expression(deparse.expression(column))) == column

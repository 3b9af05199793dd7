"""What a deployment breaks for code that is still running, and which step of it does so."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dbarch_lint import context, lint, packs
from dbarch_lint.compatibility import breaks
from dbarch_lint.engines import engine
from dbarch_lint.engines.postgres.narrowing import narrowing
from dbarch_lint.findings import Severity
from dbarch_lint.migrations import Migration
from dbarch_lint.replay import Deployment
from dbarch_lint.source import Source
from tests.history import replayed, table

POSTGRES = engine("postgres")
OLD = "CREATE TABLE orders (id bigint PRIMARY KEY, note text, total bigint NOT NULL DEFAULT 0);"


def broken(*texts: str) -> list[tuple[str, str, int]]:
    """Kind, part and step of what the texts after the first one break, taken as one deployment."""
    first, *rest = texts
    before, *after = replayed(first, *rest)
    unit = Deployment(after)
    assert unit.base.relations is before.after.relations
    return [(p.broken.kind, p.broken.part, p.index) for p in breaks(unit, narrowing)]


def test_the_step_that_breaks_is_named() -> None:
    text = "ALTER TABLE orders ADD c int; UPDATE orders SET c = 1; ALTER TABLE orders ALTER c SET NOT NULL;"
    assert broken(OLD, text) == [("column-required", "c", 2)]


def test_a_deployment_is_judged_by_its_end() -> None:
    drop, again = "ALTER TABLE orders ALTER total DROP DEFAULT;", "ALTER TABLE orders ALTER total SET DEFAULT 1;"
    assert broken(OLD, drop) == [("column-required", "total", 0)]
    assert broken(OLD, drop, again) == []
    assert broken(OLD, again, drop) == [("column-required", "total", 1)]


def test_children_follow_their_parent() -> None:
    old = "CREATE TABLE p (at date NOT NULL, n int) PARTITION BY RANGE (at); CREATE TABLE c PARTITION OF p DEFAULT;"
    assert ("null-refused", "n", 0) in broken(old, "ALTER TABLE p ALTER n SET NOT NULL;")


def test_what_goes_by_cascade_is_seen() -> None:
    old = OLD + "CREATE SCHEMA s; CREATE TABLE s.t (id int); CREATE VIEW v AS SELECT id FROM s.t;"
    assert broken(old, "DROP SCHEMA s CASCADE;") == [("view-gone", "", 0)]


def test_nothing_is_broken_by_what_is_new() -> None:
    text = (
        "CREATE TABLE carts (id int NOT NULL); CREATE VIEW v AS SELECT 1; DROP VIEW v; CREATE INDEX i ON orders (note);"
    )
    assert broken(OLD, text) == []


@pytest.mark.parametrize(
    ("old", "new", "refused"),
    [
        ("bigint", "integer", "numbers above 2147483647"),
        ("integer", "bigint", ""),
        ("text", "varchar(5)", "more than 5 characters"),
        ("varchar(5)", "varchar(4)", "more than 4 characters"),
        ("varchar(5)", "varchar(6)", ""),
        ("varchar(5)", "text", ""),
        ("numeric(6,2)", "numeric(5,2)", "numbers of more than 3 digits"),
        ("numeric(6,2)", "numeric(7,3)", ""),
        ("integer", "numeric(10,0)", ""),
        ("bigint", "numeric(10,0)", "numbers of more than 10 digits"),
        ("numeric", "numeric(10,0)", "numbers of more than 10 digits"),
        ("text", "uuid", "values that are not uuid"),
        ("uuid", "text", ""),
        ("text[]", "text", "what is not a single value"),
        ("text", "text[]", "what is not a list"),
        ("timestamp", "timestamptz", ""),
        ("double precision", "integer", "numbers above 2147483647"),
        ("boolean", "integer", "values that are not integer"),
        ("boolean", "numeric", "values that are not numeric"),
        ("unheard_of", "integer", ""),
    ],
)
def test_narrowing(old: str, new: str, refused: str) -> None:
    (known,) = replayed(f"CREATE TABLE t (a {old}, b {new})")
    before, after = table(known.after, "t").columns
    assert narrowing(before.type, after.type, known.after) == refused


def dropped_after(deployments: int) -> list[str]:
    """The findings on a column that is dropped so many deployments after it was made optional."""
    texts = ["CREATE TABLE orders (id bigint, total bigint NOT NULL);", "ALTER TABLE orders ALTER total DROP NOT NULL;"]
    texts += [f"CREATE TABLE t{n} (id int);" for n in range(deployments - 1)] + [
        "ALTER TABLE orders DROP COLUMN total;"
    ]
    last = len(texts) - 1
    migrations = [Migration(id=f"{n}", source=Source(f"{n}.sql", t), pending=n == last) for n, t in enumerate(texts)]
    rules = packs.select(packs.load_rules(), select=("DL101",))
    return [f.code for f in lint.judge(migrations, engine="postgres", version="17", ruleset=packs.Ruleset(rules))]


def test_a_drop_that_was_prepared_lately_is_accepted() -> None:
    """What became optional long ago may have done so for another reason."""
    assert dropped_after(1) == []
    assert dropped_after(context.LATELY) == []
    assert dropped_after(context.LATELY + 1) == ["DL101"]


def told_of_view(*migrations: Migration) -> list[tuple[str, Severity]]:
    """The messages about views that are gone."""
    rules = packs.select(packs.load_rules(), select=("BC107",))
    found = lint.judge(migrations, engine="postgres", version="17", ruleset=packs.Ruleset(rules))
    return [(f.message, f.severity) for f in found]


def test_a_view_that_a_repeatable_migration_makes_comes_back_when_that_runs() -> None:
    view = "CREATE OR REPLACE VIEW v AS SELECT id FROM orders;"
    first = Migration(id="1", source=Source("V1__a.sql", OLD + view), pending=False, framework="flyway")
    second = Migration(id="2", source=Source("V2__b.sql", "DROP VIEW v;"), framework="flyway")
    again = Migration(id="v", source=Source("R__v.sql", view), pending=False, repeatable=True, framework="flyway")
    ((message, severity),) = told_of_view(first, second, again)
    assert message.startswith("v is gone until Flyway runs R__v.sql again; change the text")
    assert severity is Severity.INFO
    for others in ((first, second), (again, first, second), (first, second, replace(again, repeatable=False))):
        ((message, severity),) = told_of_view(*others)
        assert "drop it one release after" in message
        assert severity is Severity.WARNING

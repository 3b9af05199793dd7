"""The schema for people: as text, as a script that makes it again, as a diagram, and what lies between two points."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dbarch_lint.catalog import Catalog
from dbarch_lint.cli.manual import json_schema
from dbarch_lint.documents import Document, catalog_document
from dbarch_lint.engines import engine
from dbarch_lint.errors import UsageError
from dbarch_lint.frameworks import discover
from dbarch_lint.frameworks import migrations as read
from dbarch_lint.migrations import Migration
from dbarch_lint.objects import replace
from dbarch_lint.replay import replay
from dbarch_lint.schema import diff, mermaid, text
from tests import histories
from tests.ddl import VERSION, Walk
from tests.history import after

FIXTURES = Path(__file__).parent.parent / "fixtures"
RANDOM = [path.read_text(encoding="utf-8").splitlines() for path in sorted((FIXTURES / "random").glob("*.sql"))]
PROJECTS = sorted(path for path in (FIXTURES / "projects").iterdir() if path.is_dir())
SHOP = """
CREATE TABLE customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers, total numeric(10,2) DEFAULT 0);
CREATE TABLE notes (order_id bigint PRIMARY KEY REFERENCES orders ON DELETE CASCADE, "two words" text[]);
CREATE TABLE apart (pk int);
CREATE INDEX ON orders (customer_id) WHERE total > 0;
CREATE TYPE state AS ENUM ('new', 'paid');
CREATE VIEW totals AS SELECT customer_id, sum(total) FROM orders GROUP BY customer_id;
"""


def document(catalog: Catalog) -> Document:
    """The lasting part of a catalog: temporary tables end with the session, and a script does not make them."""
    found = catalog_document(catalog, "postgres", VERSION)
    lasting = ("tables", "views", "sequences")
    return {k: [x for x in v if x["schema"] != "pg_temp"] if k in lasting else v for k, v in found.items()}


def catalog_after(migrations: list[Migration]) -> Catalog:
    catalog = engine("postgres").initial_catalog()
    for replayed in replay(migrations, engine("postgres"), VERSION):
        catalog = replayed.after
    return catalog


def check_script(catalog: Catalog) -> None:
    """The script replays to the same document, and its own script is the same text."""
    script = engine("postgres").dump(catalog, VERSION)
    walk = Walk()
    walk.run(script)
    assert document(walk.catalog) == document(catalog)
    assert engine("postgres").dump(walk.catalog, VERSION).partition("CREATE")[2:] == script.partition("CREATE")[2:]


# --- the script


@given(st.sampled_from(RANDOM), st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_the_script_of_a_random_schema_makes_it_again(statements: list[str], length: int) -> None:
    walk = Walk()
    for sql in statements[:length]:
        walk.run(sql)
    check_script(walk.catalog)


@pytest.mark.parametrize("path", histories.HISTORIES, ids=[path.stem for path in histories.HISTORIES])
def test_the_script_of_a_tricky_history_makes_its_schema(path: Path) -> None:
    check_script(catalog_after(histories.migrations(path)))


@pytest.mark.parametrize("folder", PROJECTS, ids=[path.name for path in PROJECTS])
def test_the_script_of_a_project_makes_its_schema(folder: Path) -> None:
    for project in discover(folder, root=folder):
        check_script(catalog_after(read(project)))


@pytest.mark.parametrize(
    ("sql", "line"),
    [
        ("CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; ALTER TABLE t RENAME a TO b;",
         "CREATE VIEW public.v AS SELECT b AS a FROM public.t;"),
        ("CREATE TABLE t (a int); CREATE VIEW v AS SELECT t.a + 1 AS n FROM t; ALTER TABLE t RENAME TO u;",
         "CREATE VIEW public.v AS SELECT t.a + 1 AS n FROM public.u AS t;"),
        ("CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'; ALTER FUNCTION f RENAME TO g; ALTER FUNCTION g STABLE;",
         "ALTER FUNCTION public.g(integer) STABLE;"),
        ("CREATE TABLE t (id serial); ALTER SEQUENCE t_id_seq RENAME TO numbers;",
         "ALTER SEQUENCE public.numbers OWNED BY public.t.id;"),
        ("CREATE TABLE t (a int, b int); CREATE INDEX ON t (a DESC, b NULLS FIRST) INCLUDE (b);",
         "CREATE INDEX t_a_b_b1_idx ON public.t USING btree (a DESC, b NULLS FIRST) INCLUDE (b);"),
        ("CREATE TABLE t (a int); CREATE TABLE c () INHERITS (t); CREATE PUBLICATION p FOR TABLE t; DROP TABLE c;",
         "CREATE PUBLICATION p FOR TABLE public.t;"),
        (("CREATE TABLE t (a int); CREATE PUBLICATION p FOR TABLE t; CREATE TABLE c () INHERITS (t);"
         "ALTER PUBLICATION p SET (publish = 'insert');"),
         "CREATE PUBLICATION p FOR TABLE ONLY public.t WITH (publish='insert');"),
        ("CREATE PUBLICATION p FOR ALL TABLES;", "CREATE PUBLICATION p FOR ALL TABLES;"),
        (("CREATE TABLE t (a int NOT NULL UNIQUE); ALTER TABLE t REPLICA IDENTITY USING INDEX t_a_key;"
         "ALTER INDEX t_a_key RENAME TO k;"), "ALTER TABLE ONLY public.t REPLICA IDENTITY USING INDEX k;"),
        ("CREATE TABLE t (a int); ALTER TABLE t REPLICA IDENTITY FULL;",
         "ALTER TABLE ONLY public.t REPLICA IDENTITY FULL;"),
        ("CREATE DOMAIN d AS int CHECK (VALUE > 0) NOT NULL;",
         "CREATE DOMAIN public.d AS integer NOT NULL CONSTRAINT d_check CHECK (value > 0);"),
    ],
)  # fmt: skip
def test_the_script_has_the_names_of_today(sql: str, line: str) -> None:
    script = engine("postgres").dump(after(sql), VERSION)
    assert line.lower() in script.lower().splitlines()


def test_the_script_says_what_it_leaves_out() -> None:
    made = "CREATE TABLE t (a int); CREATE PUBLICATION p FOR TABLE t WHERE (a > 1);"
    assert "CREATE PUBLICATION p FOR TABLE t WHERE (a > 1);\n" in engine("postgres").dump(after(made), VERSION)
    script = engine("postgres").dump(after(made + "ALTER PUBLICATION p SET (publish = 'insert');"), VERSION)
    assert script.startswith("-- Not in this script: publication p\n")


# --- up and down


def there_and_back(folder: Path) -> list[tuple[str, list[Migration], Migration]]:
    """Every migration of a project that has a way back: its name, the history up to it, and the way back."""
    found = []
    for project in discover(folder, root=folder):
        every = read(project)
        ups = [m for m in every if m.direction == "up"]
        for down in (m for m in every if m.direction == "down"):
            at = next((n for n, up in enumerate(ups) if up.id == down.id.removeprefix("rollback/")), None)
            if at is not None:
                found.append((down.id, ups[: at + 1], replace(down, direction="up")))
    return found


@pytest.mark.parametrize("folder", PROJECTS, ids=[path.name for path in PROJECTS])
def test_the_way_back_leads_to_where_it_began(folder: Path) -> None:
    for name, ups, down in there_and_back(folder):
        before, back = document(catalog_after(ups[:-1])), document(catalog_after([*ups, down]))
        assert diff.compare(before, back, ("before", "back"))["changes"] == [], name


def test_what_the_way_back_loses_is_named() -> None:
    start = document(after("CREATE TABLE t (a int, b int CHECK (b > 0)); CREATE INDEX ON t (b);"))
    back = document(after("CREATE TABLE t (a int, b int CHECK (b > 0)); CREATE INDEX ON t (b);",
                          "ALTER TABLE t DROP COLUMN b;", "ALTER TABLE t ADD COLUMN b int;"))  # fmt: skip
    assert diff.render(diff.compare(start, back, ("1", "3"))) == (
        "~ table public.t\n    - check t_b_check (b > 0)\n    - index t_b_idx (b)\n"
    )


# --- what lies between two points


def test_a_diff_goes_object_by_object() -> None:
    one = document(after("CREATE TABLE t (a int, b text); CREATE TABLE gone (a int); CREATE TYPE m AS ENUM ('x');"))
    two = document(after("CREATE TABLE t (a bigint NOT NULL, c text); CREATE VIEW v AS SELECT a FROM t; "
                         "CREATE TYPE m AS ENUM ('x', 'y');"))  # fmt: skip
    changes = diff.compare(one, two, ("1", "2"))
    jsonschema.Draft202012Validator(json_schema("diff")).validate(json.loads(json.dumps(changes)))
    assert diff.render(changes).splitlines() == [
        "~ table public.t",
        "    ~ column a integer -> bigint not null",
        "    + column c text",
        "    - column b text",
        "+ view public.v",
        "~ enum public.m (x) -> (x, y)",
        "- table public.gone",
        "    - column a integer",
    ]


@given(st.sampled_from(RANDOM), st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=25, deadline=None)
def test_a_diff_is_empty_only_between_equals_and_the_way_back_is_its_mirror(
    statements: list[str], first: int, second: int
) -> None:
    walks = (Walk(), Walk())
    for walk, length in zip(walks, (first, second), strict=True):
        for sql in statements[:length]:
            walk.run(sql)
    one, two = (document(walk.catalog) for walk in walks)
    there, back = (diff.compare(a, b, ("a", "b"))["changes"] for a, b in ((one, two), (two, one)))
    mirror = {"added": "removed", "removed": "added", "changed": "changed"}
    assert {(c["kind"], c["name"], mirror[c["change"]]) for c in there} == {
        (c["kind"], c["name"], c["change"]) for c in back
    }
    assert bool(there) == ({k: one[k] for k in one if k != "complete"} != {k: two[k] for k in two if k != "complete"})


# --- text


def test_the_text_has_one_block_a_table() -> None:
    blocks = text.render(document(after(SHOP))).split("\n\n")
    assert blocks[3].splitlines() == [
        "table public.orders",
        "  id           bigint         not null",
        "  customer_id  bigint",
        "  total        numeric(10,2)  default 0",
        "  primary key orders_pkey (id)",
        "  foreign key orders_customer_id_fkey (customer_id) to public.customers (id)",
        "  index orders_customer_id_idx (customer_id) where total > 0",
    ]
    assert blocks[-1].splitlines()[:2] == ["view public.totals", "enum public.state (new, paid)"]


def test_the_text_shows_nothing_raw() -> None:
    shown = text.render(document(after('CREATE TABLE "a\x1b[31m" ("b\u202e" int, "c\nd" int);')))
    assert all(char.isprintable() or char == "\n" for char in shown)
    assert shown.splitlines()[:3] == ["table public.a\\x1b[31m", "  b\\u{202e}  integer", "  c\\x0ad     integer"]


# --- the diagram


def test_crows_feet_say_how_many_rows_belong_together() -> None:
    lines = mermaid.render(document(after(SHOP))).splitlines()
    assert lines[0] == "erDiagram"
    assert lines[-2:] == [
        '    "orders" ||--o| "notes" : "order_id"',  # one note at most, and it needs its order
        '    "customers" |o..o{ "orders" : "customer_id"',  # any number of orders, each with a customer or none
    ]
    assert '        text[] two_words "two words, null"' in lines
    assert '        integer _pk "pk, null"' in lines


def shown(rendered: str) -> set[str]:
    return {line.split('"')[1] for line in rendered.splitlines() if line.endswith("{")}


@pytest.mark.parametrize(
    ("options", "tables"),
    [
        ({}, {"customers", "orders", "notes", "apart"}),
        ({"only": ["orders", "public.apart"]}, {"orders", "apart"}),
        ({"only": ["*o*"]}, {"customers", "orders", "notes"}),
        ({"around": "notes"}, {"notes", "orders"}),
        ({"around": "notes", "depth": 0}, {"notes"}),
        ({"around": "notes", "depth": 2}, {"notes", "orders", "customers"}),
    ],
)
def test_a_diagram_shows_what_is_asked_for(options: dict[str, object], tables: set[str]) -> None:
    assert shown(mermaid.render(document(after(SHOP)), **options)) == tables  # type: ignore[arg-type]


def test_a_table_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(UsageError, match="no table is called 'order'; did you mean orders"):
        mermaid.render(document(after(SHOP)), around="order")
    with pytest.raises(UsageError, match="no table is called like 'x\\*'"):
        mermaid.render(document(after(SHOP)), only=["x*"])


def test_tables_with_alike_names_stay_apart() -> None:
    catalog = after('CREATE SCHEMA a; CREATE SCHEMA "a.b"; CREATE TABLE a."b.c" (); CREATE TABLE "a.b".c ();')
    titles = [line for line in mermaid.render(document(catalog)).splitlines() if line.endswith("{")]
    assert len(set(titles)) == 2

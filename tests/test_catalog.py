"""The catalog after a history: names, dependents and inheritance as PostgreSQL keeps them.

The expected names were read from PostgreSQL 18.
"""

from __future__ import annotations

import pytest

from dbarch_lint.names import Name
from dbarch_lint.objects import Enum, Sequence
from tests.history import after, columns, table


def constraint_names(sql: str, name: str = "t") -> list[str]:
    return sorted(table(after(sql), name).constraint_names)


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        ("CREATE TABLE t (id int PRIMARY KEY);", ["t_pkey"]),
        ("CREATE TABLE t (a int UNIQUE, b int, UNIQUE (a, b));", ["t_a_b_key", "t_a_key"]),
        ("CREATE TABLE t (a int CHECK (a > 0) CHECK (a < 9));", ["t_a_check", "t_a_check1"]),
        ("CREATE TABLE t (a int, b int, CHECK (a > b));", ["t_check"]),
        ("CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (a int REFERENCES r, FOREIGN KEY (a) REFERENCES r);",
         ["t_a_fkey", "t_a_fkey1"]),
        ("CREATE TABLE t (a int PRIMARY KEY UNIQUE);", ["t_pkey"]),
        ("CREATE TABLE t (a int, EXCLUDE USING btree (a WITH =));", ["t_a_excl"]),
    ],
)  # fmt: skip
def test_names_of_unnamed_constraints(sql: str, names: list[str]) -> None:
    assert constraint_names(sql) == names


@pytest.mark.parametrize(
    ("index", "name"),
    [
        ("(a)", "t_a_idx"),
        ("(a, b)", "t_a_b_idx"),
        ("(lower(c))", "t_lower_idx"),
        ("((a + b))", "t_expr_idx"),
        ("((a + b), (a - b))", "t_expr_expr1_idx"),
        ("(a) INCLUDE (b)", "t_a_b_idx"),
        ("((c::varchar))", "t_c_idx"),
        ("(coalesce(a, b))", "t_coalesce_idx"),
    ],
)
def test_names_of_unnamed_indexes(index: str, name: str) -> None:
    catalog = after(f"CREATE TABLE t (a int, b int, c text); CREATE INDEX ON t {index};")
    assert [i.name for i in table(catalog, "t").indexes] == [name]


def test_names_are_cut_to_63_bytes_from_the_longer_part() -> None:
    long, column = "t" * 50, "c" * 30
    catalog = after(f"CREATE TABLE {long} ({column} int UNIQUE);")
    (key,) = table(catalog, long).uniques
    assert key.name == f"{'t' * 29}_{'c' * 29}_key"
    assert len(key.name) == 63


def test_a_taken_index_name_gets_a_number() -> None:
    catalog = after("CREATE TABLE t (a int); CREATE INDEX ON t (a); CREATE INDEX ON t (a);")
    assert [i.name for i in table(catalog, "t").indexes] == ["t_a_idx", "t_a_idx1"]


def test_renaming_a_table_renames_none_of_its_indexes() -> None:
    catalog = after("CREATE TABLE t (id serial PRIMARY KEY);", "ALTER TABLE t RENAME TO u;")
    key = table(catalog, "u").primary_key
    assert key is not None
    assert key.name == "t_pkey"
    assert Name("public", "t_id_seq") in catalog.relations
    assert catalog.table(Name("public", "t")) is None


def test_foreign_keys_follow_a_renamed_table_and_column() -> None:
    catalog = after(
        "CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (a int REFERENCES r);",
        "ALTER TABLE r RENAME TO roles; ALTER TABLE roles RENAME id TO role_id;",
    )
    (key,) = table(catalog, "t").foreign_keys
    assert (key.target, key.target_columns) == (Name("public", "roles"), ("role_id",))


def test_expressions_follow_a_renamed_column() -> None:
    catalog = after(
        "CREATE TABLE t (a int CHECK (a > 0)); CREATE INDEX i ON t (abs(a)) WHERE a IS NOT NULL;",
        "ALTER TABLE t RENAME a TO amount;",
    )
    changed = table(catalog, "t")
    assert changed.checks[0].expression.columns == {"amount"}
    assert changed.checks[0].name == "t_a_check"
    assert changed.indexes[0].uses("amount")
    assert not changed.indexes[0].uses("a")


def test_dropping_a_column_drops_what_names_it() -> None:
    catalog = after(
        "CREATE TABLE t (id serial PRIMARY KEY, a int UNIQUE, b int CHECK (b > 0)); CREATE INDEX ON t (a, b);",
        "ALTER TABLE t DROP COLUMN a; ALTER TABLE t DROP COLUMN b; ALTER TABLE t DROP COLUMN id;",
    )
    left = table(catalog, "t")
    assert (left.columns, left.uniques, left.checks, left.indexes, left.primary_key) == ((), (), (), (), None)
    assert Name("public", "t_id_seq") not in catalog.relations


def test_drop_table_cascade_takes_views_and_foreign_keys() -> None:
    catalog = after(
        "CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (a int REFERENCES r); CREATE VIEW v AS SELECT id FROM r;"
        "CREATE VIEW w AS SELECT id FROM v;",
        "DROP TABLE r CASCADE;",
    )
    assert table(catalog, "t").foreign_keys == ()
    assert not list(catalog.views)


def test_partitions_get_columns_keys_and_indexes_of_their_parent() -> None:
    catalog = after(
        "CREATE TABLE p (a int, b int, PRIMARY KEY (a)) PARTITION BY RANGE (a); CREATE INDEX ON p (b);"
        "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);",
        "ALTER TABLE p ADD COLUMN c int; CREATE INDEX ON p (c); ALTER TABLE p ADD UNIQUE (a, b);",
    )
    part = table(catalog, "p1")
    assert [c.name for c in part.columns] == ["a", "b", "c"]
    assert sorted(part.index_names) == ["p1_a_b_key", "p1_b_idx", "p1_c_idx", "p1_pkey"]


def test_only_leaves_partitions_out() -> None:
    catalog = after(
        "CREATE TABLE p (a int) PARTITION BY RANGE (a); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);",
        "CREATE INDEX i ON ONLY p (a);",
    )
    assert table(catalog, "p1").indexes == ()


def test_children_inherit_columns_and_checks_but_no_keys() -> None:
    catalog = after(
        "CREATE TABLE p (a int PRIMARY KEY, CHECK (a > 0)); CREATE TABLE c (b int) INHERITS (p);",
        "ALTER TABLE p ADD COLUMN x int; ALTER TABLE p RENAME COLUMN a TO id;",
    )
    child = table(catalog, "c")
    assert [c.name for c in child.columns] == ["id", "b", "x"]
    assert [c.name for c in child.checks] == ["p_a_check"]
    assert child.primary_key is None


@pytest.mark.parametrize(
    ("including", "defaults", "indexes", "checks"),
    [("", 0, [], 0), ("INCLUDING DEFAULTS", 1, [], 0), ("INCLUDING ALL", 1, ["n_b_idx", "n_pkey"], 1)],
)
def test_like_copies_what_it_says(including: str, defaults: int, indexes: list[str], checks: int) -> None:
    catalog = after(
        "CREATE TABLE t (a int PRIMARY KEY, b int DEFAULT 5 CHECK (b > 0)); CREATE INDEX ON t (b);",
        f"CREATE TABLE n (LIKE t {including}, extra text);",
    )
    copy = table(catalog, "n")
    assert [c.name for c in copy.columns] == ["a", "b", "extra"]
    assert sum(c.default is not None for c in copy.columns) == defaults
    assert sorted(copy.index_names) == indexes
    assert len(copy.checks) == checks


def test_serial_and_identity_columns_own_their_sequences() -> None:
    catalog = after("CREATE TABLE t (id serial, n bigint GENERATED ALWAYS AS IDENTITY);", "DROP TABLE t;")
    assert not [r for r in catalog.relations.values() if isinstance(r, Sequence)]
    catalog = after("CREATE TABLE t (id serial);")
    column = table(catalog, "t").columns[0]
    assert (str(column.type), column.nullable) == ("integer", False)
    assert column.default is not None
    assert column.default.text == "nextval('t_id_seq'::regclass)"


def test_enum_values_keep_their_order() -> None:
    catalog = after(
        "CREATE TYPE e AS ENUM ('a', 'd');",
        "ALTER TYPE e ADD VALUE 'b' AFTER 'a'; ALTER TYPE e ADD VALUE 'z' BEFORE 'a'; ALTER TYPE e RENAME VALUE 'd' TO 'x';",
    )
    enum = catalog.types[Name("public", "e")]
    assert isinstance(enum, Enum)
    assert enum.values == ("z", "a", "b", "x")


def test_columns_follow_their_renamed_type() -> None:
    catalog = after("CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (k e);", "ALTER TYPE e RENAME TO e_old;")
    assert str(table(catalog, "t").columns[0].type) == "e_old"


def test_a_unique_index_becomes_a_constraint() -> None:
    catalog = after(
        "CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a);",
        "ALTER TABLE t ADD CONSTRAINT k UNIQUE USING INDEX i;",
    )
    changed = table(catalog, "t")
    assert changed.indexes == ()
    assert [(k.name, k.columns) for k in changed.uniques] == [("k", ("a",))]


def test_moving_to_another_schema_takes_everything_along() -> None:
    catalog = after(
        "CREATE SCHEMA app; CREATE TABLE t (id serial PRIMARY KEY); CREATE TABLE u (t int REFERENCES t);",
        "ALTER TABLE t SET SCHEMA app;",
    )
    assert Name("app", "t_pkey") in catalog.relations
    assert Name("public", "t_pkey") not in catalog.relations
    assert Name("app", "t_id_seq") in catalog.relations
    assert table(catalog, "u").foreign_keys[0].target == Name("app", "t")


def test_drop_schema_cascade() -> None:
    catalog = after("CREATE SCHEMA app; CREATE TABLE app.t (id int PRIMARY KEY); CREATE TYPE app.e AS ENUM ('a');",
                    "DROP SCHEMA app CASCADE;")  # fmt: skip
    assert not [n for n in catalog.relations if n.schema == "app"]
    assert not catalog.types


def test_if_not_exists_keeps_what_is_there() -> None:
    catalog = after(
        "CREATE TABLE t (a int);",
        "CREATE TABLE IF NOT EXISTS t (b int); ALTER TABLE t ADD COLUMN IF NOT EXISTS a text; "
        "DROP TABLE IF EXISTS nobody; ALTER TABLE t DROP COLUMN IF EXISTS gone;",
    )
    assert [(c.name, str(c.type)) for c in table(catalog, "t").columns] == [("a", "integer")]
    assert columns(catalog, "t") == ["a"]


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE a (i int); ALTER TABLE a INHERIT a; ALTER TABLE a ALTER i SET NOT NULL; DROP TABLE a CASCADE;",
        "CREATE VIEW v AS SELECT 1; CREATE OR REPLACE VIEW v AS SELECT * FROM v; DROP VIEW v CASCADE;",
        "CREATE TABLE a (i int); CREATE TABLE b () INHERITS (a); ALTER TABLE a INHERIT b; ALTER TABLE a ADD x int;",
    ],
)
def test_a_history_that_goes_in_circles_ends(sql: str) -> None:
    assert after(sql) is not None


@pytest.mark.parametrize(
    ("query", "types"),
    [
        ("SELECT max(a) AS m, count(*) AS n, sum(a) AS s, b = 'x' AS e FROM u GROUP BY b",
         ["integer", "bigint", "bigint", "boolean"]),
        ("SELECT x, y FROM (SELECT a AS x, NULL::timestamptz AS y FROM u UNION ALL SELECT NULL, now() FROM u)",
         ["integer", "timestamp with time zone"]),
        ("WITH w (k) AS (SELECT b FROM u) SELECT k, coalesce(k, 'z') AS c FROM w", ["text", "text"]),
        ("SELECT * FROM v", ["text", "integer"]),
        ("SELECT q.* FROM (VALUES (1)) AS q (one)", []),
    ],
)  # fmt: skip
def test_types_of_a_table_made_from_a_query(query: str, types: list[str]) -> None:
    catalog = after(
        "CREATE TABLE u (a int, b text); CREATE VIEW v (p, q) AS SELECT b, a FROM u;", f"CREATE TABLE t AS {query};"
    )
    assert [str(c.type) for c in table(catalog, "t").columns] == types


def test_defaults_follow_what_they_name() -> None:
    catalog = after(
        "CREATE TYPE mood AS ENUM ('a', 'b'); CREATE SEQUENCE numbers;",
        "CREATE TABLE t (m mood DEFAULT 'a', n mood DEFAULT 'a'::mood, k int DEFAULT nextval('numbers'), x text DEFAULT 'a');",
        "ALTER TYPE mood RENAME VALUE 'a' TO 'z'; ALTER TYPE mood RENAME TO state; ALTER SEQUENCE numbers RENAME TO counted;",
    )
    defaults = [c.default.text for c in table(catalog, "t").columns if c.default is not None]
    assert defaults == ["'z'", "'z'::state", "nextval('counted'::regclass)", "'a'"]

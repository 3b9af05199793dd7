"""The evidence of the design rules: conditions, history, habits of a schema, and the graph of its foreign keys."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dbarch_lint.bounds import partition_gap
from dbarch_lint.conditions import contradiction, passes, refuses, spans
from dbarch_lint.conventions import is_moment
from dbarch_lint.expression import Term
from dbarch_lint.history import History, Right
from dbarch_lint.keys import identifying_column, is_distinguished, unique_sets
from dbarch_lint.links import cascade, deadlocked_cycles
from dbarch_lint.names import Name
from dbarch_lint.vocabulary import Vocabulary
from tests.history import after, replayed, table


def public(name: str) -> Name:
    return Name("public", name)


def past(*texts: str) -> History:
    history = History()
    for migration in replayed(*texts):
        history.add(migration)
    return history


# --- conditions


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("a > 1 AND a <= 3", [Term("a", ">", ("1",)), Term("a", "<=", ("3",))]),
        ("a BETWEEN 1 AND 3", [Term("a", ">=", ("1",)), Term("a", "<=", ("3",))]),
        ("3 > a", [Term("a", "<", ("3",))]),
        ("s IN ('x', 'y')", [Term("s", "in", ("x", "y"))]),
        ("s = ANY (ARRAY['x'::text, 'y'])", [Term("s", "in", ("x", "y"))]),
        ("s::text = 'x'", [Term("s", "=", ("x",))]),
        ("a < b", [Term("a", "<", (), "b"), Term("b", ">", (), "a")]),
        ("s IS NOT NULL", [Term("s", "is not null")]),
        ("f AND NOT g", [Term("f", "is true"), Term("g", "is false")]),
        ("a = (SELECT 1)", [Term("a", "=")]),
        ("a = 1 OR a = 2", []),
        ("a NOT IN (1, 2)", []),
        ("lower(s) = 'x'", []),
        ("a + b > 3", []),
    ],
)
def test_terms_of_a_condition(check: str, expected: list[Term]) -> None:
    """What AND joins is told; what it is not certain of is left out."""
    catalog = after(f"CREATE TABLE t (a int, b int, s text, f boolean, g boolean, CHECK ({check}));")
    assert list(table(catalog, "t").checks[0].expression.terms) == expected


def test_facts_of_an_expression() -> None:
    catalog = after("CREATE TABLE t (a int DEFAULT 5, b text DEFAULT 'x'::text, c text DEFAULT NULL, d boolean DEFAULT true,"
                    " e text CHECK (e::date > now() AND e & 4 = 0 AND (SELECT auth.uid()) = auth.role()));")  # fmt: skip
    columns = table(catalog, "t").columns
    assert [c.default.literal if c.default else None for c in columns] == ["5", "x", None, "true", None]
    check = table(catalog, "t").checks[0].expression
    assert check.casts == {("e", "date")}
    assert check.tests_bits
    assert check.reads_tables
    assert check.row_calls == {"now", "auth.role"}


@given(
    st.lists(
        st.tuples(st.sampled_from(["=", "<>", "<", "<=", ">", ">=", "in"]), st.integers(-3, 3), st.integers(-3, 3)),
        min_size=2,
        max_size=4,
    )
)
def test_a_contradiction_has_no_solution(conditions: list[tuple[str, int, int]]) -> None:
    """Soundness: what is said to be impossible is refused for every value, halves included."""
    terms = [Term("a", op, (str(x), str(y)) if op == "in" else (str(x),)) for op, x, y in conditions]
    halves = [Decimal(n) / 2 for n in range(-8, 9)]
    solutions = [v for v in halves if all(passes(v, term, "decimal") for term in terms)]
    if contradiction(terms, "decimal"):
        assert not solutions
    for value in range(-3, 4):
        if any(refuses(term, str(value), "decimal") for term in terms):
            assert Decimal(value) not in solutions


def test_what_is_not_certain_is_no_contradiction() -> None:
    assert not contradiction([Term("a", ">", ("2024-01-02",)), Term("a", "<", ("2024-01-01",))], "time")
    assert not contradiction([Term("a", ">", ("1",)), Term("a", "<", (), "b")], "integer")
    assert not contradiction([Term("a", ">", ("NaN",)), Term("a", "<", ("1",))], "decimal")
    assert not contradiction([Term("a", "in", ("x",))], "text")
    assert not refuses(Term("a", ">", ("b",)), "a", "text")  # the order of texts depends on the collation


def test_spans_are_days_moments_or_limits() -> None:
    catalog = after("CREATE TABLE t (start_date date, end_date date, valid_from date, valid_until date, min_age int,"
                    " max_age int, from_id int, to_id int, starts time, ends time);")  # fmt: skip
    found = spans(table(catalog, "t"), Vocabulary(catalog))
    assert [(a.name, b.name) for a, b in found] == [
        ("start_date", "end_date"), ("valid_from", "valid_until"), ("min_age", "max_age")
    ]  # fmt: skip


# --- history


def test_history_follows_renames() -> None:
    history = past(
        "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int, a_id int REFERENCES a, n int);",
        "ALTER TABLE b DROP CONSTRAINT b_a_id_fkey; UPDATE b SET n = 0 WHERE n IS NULL; DELETE FROM b;",
        "ALTER TABLE b RENAME TO c; ALTER TABLE c RENAME COLUMN a_id TO x; ALTER TABLE c RENAME COLUMN n TO m;",
    )
    assert (public("c"), "x") in history.unreferenced
    assert (public("c"), "m") in history.filled
    assert public("c") in history.thinned
    assert history.renamed[public("c"), "m"][0] == "n"
    assert past("CREATE TABLE t (n int); ALTER TABLE t DROP COLUMN n; ALTER TABLE t RENAME TO u;").dropped.keys() == {
        (public("u"), "n")
    }
    assert history.length == 3


@pytest.mark.parametrize(
    "update",
    [
        "SET n = NULL",
        "SET n = m",
        "SET n = 0 WHERE m = 1",
        "SET n = 0 WHERE n IS NULL AND m = 1",
        "SET n = 0 WHERE n = 1",
    ],
)
def test_what_does_not_fill_all_rows(update: str) -> None:
    assert not past(f"CREATE TABLE t (n int, m int); UPDATE t {update};").filled


def test_age_counts_the_migrations_since() -> None:
    history = past("CREATE TABLE a (id int);", "CREATE TABLE b (id int);", "CREATE TABLE c (id int);")
    ages = [history.age(table(after(f"CREATE TABLE a (id int); -- {n}"), "a").origin) for n in range(2)]
    assert ages == [2, 2]  # both stand in a file of the name of the first migration
    assert history.age(None) == 0


@pytest.mark.parametrize(
    ("later", "column", "expected"),
    [
        ("CREATE TABLE b (id int);", "b_id", True),
        ("ALTER TABLE a ADD COLUMN c_id int; CREATE TABLE b (id int);", "c_id", False),
        ("CREATE TABLE b (id int); ALTER TABLE a RENAME COLUMN b_id TO ref_id;", "ref_id", False),
        ("ALTER TABLE old RENAME TO b;", "b_id", False),  # it was there under another name
        ("ALTER TABLE gone RENAME TO old_b; CREATE TABLE gone (id int);", "b_id", False),
        ("SELECT 1;", "b_id", False),  # nobody saw it made
    ],
)
def test_what_had_its_name_before_a_table(later: str, column: str, expected: bool) -> None:
    before = "CREATE TABLE a (b_id int); CREATE TABLE old (id int); CREATE TABLE gone (id int);"
    (own,) = [c for c in table(after(before, later), "a").columns if c.name == column]
    target = public("gone" if "gone" in later else "b")
    assert past(before, later).precedes(public("a"), own, target) == expected


def test_grants_and_revokes_cancel_out() -> None:
    history = past(
        "CREATE TABLE a (id int); CREATE TABLE b (id int); GRANT SELECT, INSERT ON a, b TO PUBLIC;"
        "REVOKE INSERT ON a FROM PUBLIC; REVOKE ALL ON b FROM PUBLIC; GRANT UPDATE ON ALL TABLES IN SCHEMA public TO x;"
    )
    assert set(history.granted) == {
        Right("table", public("a"), "public", "select"),
        Right("table", public("a"), "x", "update"),
        Right("table", public("b"), "x", "update"),
    }


# --- habits

REFERRING = """
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE app_teams (id int PRIMARY KEY, user_id int REFERENCES users);
CREATE TABLE a (id int PRIMARY KEY, user_id int REFERENCES users, owner_user_id int REFERENCES users);
CREATE TABLE b (id int PRIMARY KEY, user_id int, editor_user_id int, team_id int, user_name text, user_ids int[]);
"""


def test_references_are_learned_from_the_schema() -> None:
    found = Vocabulary(after(REFERRING)).referring_names
    assert found.templates == ("table_key",)
    undeclared = {(r.table.name.name, r.column.name, r.target.name.name) for r in found.found if not r.declared}
    assert undeclared == {("b", "user_id", "users"), ("b", "editor_user_id", "users")}


def test_a_schema_without_foreign_keys_has_no_habit() -> None:
    found = Vocabulary(after("CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE a (user_id int);")).referring_names
    assert found.templates == ()
    assert found.found == ()


def test_the_tenant_is_the_table_that_most_others_belong_to() -> None:
    owned = "".join(f"CREATE TABLE t{n} (id int, tenant_id int NOT NULL REFERENCES tenants);" for n in range(4))
    known = Vocabulary(after("CREATE TABLE tenants (id int PRIMARY KEY); CREATE TABLE other (id int);" + owned))
    tenancy = known.tenancy
    assert tenancy is not None
    assert (tenancy.root, tenancy.column, len(tenancy.tables)) == (public("tenants"), "tenant_id", 4)
    assert Vocabulary(after(REFERRING)).tenancy is None


def test_times_of_a_row_and_rows_that_stay() -> None:
    made = "".join(f"CREATE TABLE t{n} (id int, created_at timestamptz, updated_on date);" for n in range(5))
    known = Vocabulary(after(made + "CREATE TABLE x (deleted_at timestamptz); CREATE TABLE y (is_deleted boolean);"))
    assert (known.stamps.created, known.stamps.updated) == ("created_at", "updated_on")
    marks = [known.soft_delete(table(known.catalog, name)) for name in ("x", "y", "t0")]
    assert [mark.name if mark else None for mark in marks] == ["deleted_at", "is_deleted", None]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("paid_at timestamp", True),
        ("created date", True),
        ("day date DEFAULT CURRENT_TIMESTAMP", True),
        ("opens_at time", False),
        ("at timestamp", False),
        ("starts_at_local timestamp", False),
    ],
)
def test_moments(column: str, expected: bool) -> None:
    assert is_moment(table(after(f"CREATE TABLE t ({column});"), "t").columns[0]) is expected


# --- keys and links


def test_what_tells_rows_apart() -> None:
    catalog = after("CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL, name text, UNIQUE (name));"
                    "CREATE TABLE members (id int PRIMARY KEY, email text NOT NULL);"
                    "CREATE UNIQUE INDEX ON members (lower(email));")  # fmt: skip
    users, members, known = table(catalog, "users"), table(catalog, "members"), Vocabulary(catalog)
    assert identifying_column(users, known) is None  # the name does
    assert not is_distinguished(users, "email")
    assert is_distinguished(members, "email")
    assert set(unique_sets(users)) == {frozenset({"id"}), frozenset({"name"})}


def test_circles_that_nobody_can_enter() -> None:
    made = "CREATE TABLE a (id int PRIMARY KEY, b int {0}); CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL REFERENCES a);"
    closed = "ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b {0};"
    (circle,) = deadlocked_cycles(after(made.format("NOT NULL") + closed.format("")))
    assert [(t.name.name, fk.target.name) for t, fk in circle] in ([("a", "b"), ("b", "a")], [("b", "a"), ("a", "b")])
    assert not list(deadlocked_cycles(after(made.format("") + closed.format(""))))
    assert not list(deadlocked_cycles(after(made.format("NOT NULL") + closed.format("DEFERRABLE"))))
    assert not list(deadlocked_cycles(after("CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL REFERENCES a);")))


def test_a_cascade_reaches_what_hangs_on_it() -> None:
    catalog = after("CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE d (id int PRIMARY KEY, a int REFERENCES a);"
                    "CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a ON DELETE CASCADE);"
                    "CREATE TABLE c (id int PRIMARY KEY, b int REFERENCES b ON DELETE CASCADE, c int REFERENCES c ON DELETE CASCADE);")  # fmt: skip
    found = cascade(catalog, public("a"))
    assert {name.name: [t.name.name for t, _ in way] for name, way in found.items()} == {"b": ["b"], "c": ["b", "c"]}


@pytest.mark.parametrize(
    ("bounds", "gap"),
    [
        (["FROM ('2024-01-01') TO ('2024-02-01')", "FROM ('2024-02-01') TO (MAXVALUE)"], None),
        (
            ["FROM (MINVALUE) TO ('2024-02-01')", "FROM ('2024-03-01') TO ('2024-04-01')"],
            "'2024-02-01' to '2024-03-01'",
        ),
        (["FROM (1) TO (10)", "FROM (20) TO (30)"], None),  # numbers do not sort as their texts do
        (["WITH (MODULUS 2, REMAINDER 0)", "WITH (MODULUS 4, REMAINDER 1)"], "remainder 3 of 4"),
        (["WITH (MODULUS 1, REMAINDER 0)"], None),
        (["IN (1)", "IN (3)"], None),
    ],
)
def test_gaps_between_partitions(bounds: list[str], gap: str | None) -> None:
    how = {"F": "RANGE", "W": "HASH", "I": "LIST"}[bounds[0][0]]
    kind = "date" if "'" in "".join(bounds) else "int"
    made = [f"CREATE TABLE t{n} PARTITION OF t FOR VALUES {bound};" for n, bound in enumerate(bounds)]
    catalog = after(f"CREATE TABLE t (a {kind}) PARTITION BY {how} (a);" + "".join(made))
    found = partition_gap(catalog.descendants(public("t")))
    assert (found[1] if found else None) == gap

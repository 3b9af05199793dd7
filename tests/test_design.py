"""What tables are for, what their names mean, and what an index is good for: the evidence of the rules on design."""

from __future__ import annotations

import pytest

from dbarch_lint.findings import FEW, Finding, Severity, folded
from dbarch_lint.lint import judge
from dbarch_lint.migrations import Migration
from dbarch_lint.packs import Ruleset, find, load_rules
from dbarch_lint.shapes import redundant_indexes
from dbarch_lint.source import Source, Span
from dbarch_lint.vocabulary import Vocabulary
from tests.history import after, table

SHOP = """
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE TABLE roles (id integer PRIMARY KEY, name text, created_at timestamptz);
CREATE TABLE user_roles (id bigint PRIMARY KEY, user_id bigint REFERENCES users, role_id integer REFERENCES roles,
  position integer, "createdAt" timestamptz);
CREATE TABLE audit_log (id bigint PRIMARY KEY);
CREATE TABLE login_events (id bigint PRIMARY KEY);
CREATE TABLE mail_queue (id bigint PRIMARY KEY);
CREATE TABLE users_backup (id bigint PRIMARY KEY);
CREATE TABLE "UserSettings" (id bigint PRIMARY KEY);
CREATE TABLE site (only_one boolean PRIMARY KEY CHECK (only_one), title text);
CREATE TABLE counters (id integer PRIMARY KEY CHECK (id = 1), value bigint);
CREATE TABLE invoices (id bigint PRIMARY KEY);
CREATE TABLE django_session (id bigint PRIMARY KEY);
CREATE TABLE measures (id bigint, day date) PARTITION BY RANGE (day);
CREATE TABLE measures_old PARTITION OF measures DEFAULT;
CREATE TABLE people () INHERITS (users);
CREATE TABLE catalog (id bigint PRIMARY KEY);
CREATE TABLE product_types (id bigint PRIMARY KEY, name text);
"""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("users", set()),
        ("roles", {"lookup"}),
        ("user_roles", {"junction"}),
        ("audit_log", {"log"}),
        ("login_events", {"log"}),
        ("mail_queue", {"queue"}),
        ("users_backup", {"archive"}),
        ("UserSettings", {"settings"}),
        ("site", {"settings"}),
        ("counters", {"settings"}),
        ("invoices", {"document"}),
        ("django_session", {"framework"}),
        ("measures_old", {"partition", "archive"}),
        ("people", {"child"}),
        ("catalog", set()),
        ("product_types", set()),  # named like a lookup, but nothing refers to it
    ],
)
def test_roles(name: str, expected: set[str]) -> None:
    catalog = after(SHOP)
    assert Vocabulary(catalog).roles(table(catalog, name)) == expected


def test_a_word_means_a_table_whatever_its_number_and_case() -> None:
    known = Vocabulary(after(SHOP))
    assert [t.name.name for t in known.tables(("user", "setting"))] == ["UserSettings"]
    assert known.mentions(["User", r"App\Models\AuditLog", "login_event", "Nobody"]) == 3
    assert known.usual_key_family == "integer"


@pytest.mark.parametrize(
    ("column", "key", "expected"),
    [
        ("integer", "bigint", "mixed"),
        ("serial", "integer", "same"),
        ("varchar(20)", "text", "same"),
        ("cidr", "inet", "same"),
        ("bigint", "numeric", "cast"),
        ("char(8)", "text", "cast"),
        ("date", "timestamptz", "mixed"),
        ("small", "bigint", "mixed"),
        ("uuid", "mystery", "unknown"),
        ("integer[]", "bigint", "unknown"),
    ],
)
def test_how_a_foreign_key_meets_its_key(column: str, key: str, expected: str) -> None:
    """As a server's pg_constraint.conpfeqop says, and as its plans show."""
    catalog = after(f"CREATE DOMAIN small AS integer; CREATE TABLE t (a {column}, b {key});")
    a, b = table(catalog, "t").columns
    assert Vocabulary(catalog).comparison(a, b) == expected


def test_a_circle_of_domains_ends() -> None:
    catalog = after("CREATE DOMAIN a AS b; CREATE DOMAIN b AS a; CREATE TABLE t (x a);")
    assert Vocabulary(catalog).family(table(catalog, "t").columns[0]) == "other"


def test_the_best_of_three_equal_indexes_stays() -> None:
    catalog = after("CREATE TABLE t (a int); CREATE INDEX one ON t (a); CREATE INDEX two ON t (a);"
                    "CREATE UNIQUE INDEX three ON t (a);")  # fmt: skip
    found = {r.index.name: r.other.name for r in redundant_indexes(table(catalog, "t"), catalog)}
    assert set(found) == {"one", "two"}
    assert set(found.values()) <= {"three", "one"}


def told(number: int, fold: str = "same", suppressed: str | None = None) -> Finding:
    return Finding(
        code="XX101",
        name="x",
        family="x",
        severity=Severity.INFO,
        confidence="high",
        message=f"number {number}",
        span=Span(Source("a.sql", "x"), 0, 1),
        objects=(f"public.t{number}",),
        fold=fold,
        suppressed=suppressed,
    )


def test_few_findings_are_told_one_by_one_and_many_as_one() -> None:
    few = [told(n) for n in range(FEW)]
    assert folded(few) == few
    (one,) = folded([*few, told(FEW)])
    assert one.message == "number 0"
    assert f"{FEW} others" in one.notes[0].message
    assert "t1, t2, t3" in one.notes[0].message
    assert one.objects == tuple(f"public.t{n}" for n in range(FEW + 1))


def test_a_suppressed_finding_speaks_for_no_other() -> None:
    findings = [told(0, suppressed="known"), *(told(n) for n in range(1, FEW + 2)), told(9, "other"), told(8, "")]
    assert [f.message for f in folded(findings)] == ["number 0", "number 1", "number 9", "number 8"]


def test_a_finding_on_the_schema_is_told_where_a_judged_file_made_it() -> None:
    """The index that was there is history; the one that makes it superfluous is judged, so it is told there."""
    rule = find(load_rules(), "redundant-index")
    assert rule is not None
    texts = ("CREATE TABLE t (a int, b int); CREATE INDEX a ON t (a);", "CREATE INDEX ab ON t (a, b);", "SELECT 1;")
    history = [Migration(id=str(n), source=Source(f"{n}.sql", text), pending=False) for n, text in enumerate(texts)]
    for judged, expected in ((0, ["0.sql"]), (1, ["1.sql"]), (2, [])):
        pending = [Migration(id=m.id, source=m.source, pending=n == judged) for n, m in enumerate(history)]
        found = judge(pending, engine="postgres", version="18", ruleset=Ruleset([rule]))
        assert [f.span.source.path for f in found] == expected

"""The test kit for rules: what it reads from a page, and that it notices when an example is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dbarch_lint import packs, scaffold, testing
from dbarch_lint.errors import UsageError

FRONT = """---
code: ACME101
summary: A table is dropped
severity: error
confidence: high
profile: default
engines: [postgres]
since: 0.1.0
options:
  names:
    default: []
    summary: Tables that may go.
---
"""
BAD = """Prose.

## Bad
```sql postgres
-- 1.sql
CREATE TABLE a (id bigint PRIMARY KEY);

-- 2.sql
DROP TABLE a;  -- expect: ACME101
```
"""
GOOD = """
## Good
```sql postgres
CREATE TABLE a (id bigint PRIMARY KEY);
```
"""
CHECK = """from dbarch_lint.api import Context, DropTable, Problem, Problems


def check(op: DropTable, ctx: Context, *, names: tuple[str, ...] = ()) -> Problems:
    if op.table.name not in names:
        yield Problem(op, "gone")
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "pack.yaml").write_text("name: acme\ncodes: [ACME]\n")
    return folder


def write(pack: Path, text: str, code: str = CHECK) -> packs.Rule:
    (pack / "table_lost.md").write_text(FRONT + text)
    (pack / "table_lost.py").write_text(code)
    return packs.pack_rules(packs.load_pack(pack))[0]


def test_a_page_is_read(pack: Path) -> None:
    bad, good = testing.examples(write(pack, BAD + GOOD))
    assert (bad.kind, bad.section, bad.id, bad.engine) == ("bad", "Bad", "table-lost-1-bad", "postgres")
    assert bad.files == (("1.sql", "CREATE TABLE a (id bigint PRIMARY KEY);\n\n"), ("2.sql", "DROP TABLE a;\n"))
    assert bad.pins == {("2.sql", 1)}
    assert [(m.path, m.pending, m.wrapper) for m in bad.migrations()] == [
        ("1.sql", False, "none"),
        ("2.sql", True, "none"),
    ]
    assert good.files == (("1.sql", "CREATE TABLE a (id bigint PRIMARY KEY);\n"),)
    assert (good.kind, good.pins, good.number) == ("good", frozenset(), 2)
    assert bad.rule.page.read_text().splitlines()[bad.line - 1] == "-- 1.sql"


def test_the_words_of_a_fence(pack: Path) -> None:
    page = "## Good\n```sql postgres>=14,<17 tx=implicit pending=all names=a,b\n-- x/1.sql\n;\n-- x/2.sql\n;\n```\n"
    (example,) = testing.examples(write(pack, page))
    assert example.versions == ("14", "16")
    assert example.options == {"names": ("a", "b")}
    assert [(m.path, m.pending, m.wrapper) for m in example.migrations()] == [
        ("x/1.sql", True, "implicit"),
        ("x/2.sql", True, "implicit"),
    ]


def test_cases_are_bad_when_they_expect_something(pack: Path) -> None:
    page = "## Cases\n```sql postgres\nDROP TABLE a; -- expect: ACME101\n```\n```sql postgres\nSELECT 1;\n```\n"
    assert [e.kind for e in testing.examples(write(pack, page))] == ["bad", "good"]


def test_fixed_takes_over_what_it_leaves_out(pack: Path) -> None:
    page = BAD + "```sql postgres fixed\n-- 2.sql\nSELECT 1;\n```\n"
    bad, fixed = testing.examples(write(pack, page))
    assert fixed.files == (bad.files[0], ("2.sql", "SELECT 1;\n"))
    assert fixed.before == bad


def test_other_fences_and_headings_in_fences_are_passed_over(pack: Path) -> None:
    others = "```text\n## Good\n```sql postgres\n```\n````markdown\n```sql postgres\n```\n````\n"
    page = f"## Bad\n{others}```sql postgres\n;\n```\n"
    (example,) = testing.examples(write(pack, page))
    assert (example.section, example.files) == ("Bad", (("1.sql", ";\n"),))


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("## Bad\n```sql postgers\n```\n", r"table_lost\.md:15: 'postgers' means nothing .* did you mean postgres"),
        ("## Bad\n```sql mysql\n```\n", "'mysql' means nothing"),
        ("## Bad\n```sql postgres<13\n```\n", "'postgres<13' means nothing"),
        ("## Bad\n```sql tx=none\n```\n", "says which engine"),
        ("## Bad\n```sql postgres tx=maybe\n```\n", "'tx=maybe' means nothing"),
        ("## Why\n```sql postgres\n```\n", "examples stand under"),
        ("## Good\n```sql postgres\nSELECT 1; -- expect: ACME101\n```\n", "only a bad block expects"),
        ("## Bad\n```sql postgres\nSELECT 1; -- expect: LK101\n```\n", r"md:16: a page expects its own code, ACME101"),
        ("## Bad\n```sql postgres\n-- 1.sql\n-- 1.sql\n```\n", r"md:17: two files are called 1\.sql"),
        ("## Good\n```sql postgres\n```\n```sql postgres fixed\n```\n", "a fixed block follows the bad block"),
    ],
)
def test_a_fence_that_makes_no_sense(pack: Path, page: str, message: str) -> None:
    with pytest.raises(packs.PackError, match=message):
        testing.examples(write(pack, page))


def test_a_right_page_passes(pack: Path) -> None:
    write(
        pack, BAD + GOOD + "```sql postgres names=a\n-- 1.sql\nCREATE TABLE a (id int);\n-- 2.sql\nDROP TABLE a;\n```\n"
    )
    assert testing.run_pack(pack) == (3, [])


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (
            "## Bad\n```sql postgres\nSELECT 1;\n```\n",
            r"table_lost\.md:16: on postgres 13, this bad block does not raise",
        ),
        ("## Good\n```sql postgres>=16\nDROP TABLE a;\n```\n", r"on postgres 16, .* raises ACME101 in 1\.sql, line 1"),
        (
            BAD.replace("DROP", "DROP TABLE b; DROP").replace("TABLE b; ", "TABLE b;\n"),
            r"raises ACME101 in 2\.sql, line 1, too",
        ),
        ("## Good\n```sql postgres\nSELEC 1;\n```\n", "this good block does not parse"),
        (BAD + "```sql postgres fixed\n-- 2.sql\nSELECT 1;\n```\n", "follows a block that has no fix"),
        ("## Bad\n```sql postgres names=a\nDROP TABLE a;\n```\n", "does not raise ACME101"),
    ],
)
def test_a_wrong_example_is_noticed(pack: Path, page: str, message: str) -> None:
    write(pack, page)
    _, failures = testing.run_pack(pack)
    assert failures
    assert re.search(message, str(failures[0]))


FIXING = """from dbarch_lint.api import Context, DropTable, Edit, Fix, Problem, Problems


def check(op: DropTable, ctx: Context, *, names: tuple[str, ...] = ()) -> Problems:
    if not op.statement.text.endswith({end!r}):
        yield Problem(op, "gone", fix=Fix("do it", (Edit(op.span, op.span.text + {text!r}),)))
"""


@pytest.mark.parametrize(
    ("end", "text", "fixed", "message"),
    [
        (" CASCADE", " CASCADE", "DROP TABLE a CASCADE;", None),
        (" CASCADE", " CASCADE", "DROP TABLE b CASCADE;", r"should be, in 2\.sql:\nDROP TABLE a CASCADE;"),
        (" CASCADE", " RESTRICT", "DROP TABLE a RESTRICT;", r"raises ACME101 in 2\.sql, line 1"),
    ],
)
def test_fixes(pack: Path, end: str, text: str, fixed: str, message: str | None) -> None:
    page = BAD + f"```sql postgres fixed\n-- 2.sql\n{fixed}\n```\n"
    write(pack, page, FIXING.format(end=end, text=text))
    _, failures = testing.run_pack(pack)
    assert bool(failures) == (message is not None)
    assert message is None or re.search(message, str(failures[0]))


def test_a_new_rule_passes_its_own_examples(pack: Path) -> None:
    page, code = scaffold.new_rule(pack, name="table-lost")
    assert (page, code) == (pack / "table_lost.md", pack / "table_lost.py")
    second, _ = scaffold.new_rule(pack, family="tables", name="table-forgotten")
    assert [r.code for r in packs.pack_rules(packs.load_pack(pack))] == ["ACME101", "ACME102"]
    assert second == pack / "tables" / "table_forgotten.md"
    assert testing.run_pack(pack) == (4, [])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"name": "TableLost"}, "is no rule name"),
        ({"name": "../escape"}, "is no rule name"),
        ({"name": "table-lost"}, "belongs to"),
        ({"name": "other", "code": "ACME101"}, "belongs to"),
        ({"name": "other", "code": "LK900"}, "is no code of this family; write one like ACME101"),
        ({"name": "other", "family": "../x"}, "is no family name"),
    ],
)
def test_a_new_rule_that_cannot_be(pack: Path, words: dict[str, str], message: str) -> None:
    scaffold.new_rule(pack, name="table-lost")
    with pytest.raises(UsageError, match=message):
        scaffold.new_rule(pack, **words)


def test_the_family_of_a_core_rule_must_exist() -> None:
    with pytest.raises(UsageError, match="no family 'lockin'; did you mean locking"):
        scaffold.new_rule(packs.core_pack(), family="lockin", name="something-new")

"""The facts file: numbers in messages, small tables left in peace, and files that are not what they should be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dbarch_lint import production
from dbarch_lint.cli.manual import json_schema
from dbarch_lint.errors import ConfigError
from tests.commands import Run

BASE = "CREATE TABLE orders (id bigint PRIMARY KEY, day date);\nCREATE TABLE customers (id bigint PRIMARY KEY);\n"
INDEX = "CREATE INDEX i ON orders (day);\n"
LINK = "ALTER TABLE orders ADD FOREIGN KEY (id) REFERENCES customers;\n"


def facts(*tables: tuple[str, int, int | None], **more: object) -> str:
    """A facts file. Tables are (name, bytes, rows)."""
    listed = [{"schema": "public", "name": n, "bytes": b, "rows": r, "writes_per_second": None} for n, b, r in tables]
    known = {"version": 1, "engine": "postgres", "engine_version": "17.2", "taken": "2026-11-01T10:00:00Z"}
    return json.dumps({**known, "tables": listed, **more})


def history(folder: Path, last: str) -> None:
    (folder / "db").mkdir()
    (folder / "db" / "1.sql").write_text(BASE)
    (folder / "db" / "2.sql").write_text(last)


def finding(cli: Run, *arguments: str) -> dict[str, Any]:
    """The one finding."""
    _, out, err = cli("check", "--output-format", "json", "--show-suppressed", *arguments, "db/2.sql")
    assert out, err
    document = json.loads(out)
    jsonschema.validate(document, json_schema("findings"))
    (found,) = document["findings"]
    return dict(found)


def test_a_size_is_said_in_the_message(cli: Run, folder: Path) -> None:
    history(folder, INDEX)
    (folder / "f.json").write_text(facts(("orders", 3_100_000_000, 12_345_678)))
    before, after = finding(cli), finding(cli, "--facts", "f.json")
    assert before["message"] == "building i blocks every write to orders until it is done; build it CONCURRENTLY"
    assert after["message"] == (
        "building i blocks every write to orders until it is done (orders: 12.3 million rows, 3.1 GB); "
        "build it CONCURRENTLY"
    )
    assert (before["needs"], after["needs"]) == (["size"], [])
    assert before["sizes"] == [{"relation": "public.orders", "rows": None, "bytes": None, "writes_per_second": None}]
    assert after["sizes"][0] == {
        "relation": "public.orders", "rows": 12_345_678, "bytes": 3_100_000_000, "writes_per_second": None
    }  # fmt: skip
    assert before["fingerprint"] == after["fingerprint"]


def test_small_tables_are_left_in_peace(cli: Run, folder: Path) -> None:
    history(folder, INDEX)
    (folder / "f.json").write_text(facts(("orders", 9_999_999, 70_000)))
    assert finding(cli, "--facts", "f.json")["suppressed"] == "small on 2026-11-01: orders: 70,000 rows, 10 MB"
    assert cli("check", "--facts", "f.json", "db/2.sql")[0] == 0
    (folder / ".dbarch-lint.yaml").write_text("facts: f.json\nsmall-table-mb: 0.5\n")
    assert "70,000 rows" in finding(cli)["message"]
    (folder / "f.json").write_text(facts(("orders", 10_000_000, None)))
    assert cli("check", "--isolated", "--facts", "f.json", "db/2.sql")[0] == 1


def test_one_large_or_unknown_table_is_enough(cli: Run, folder: Path) -> None:
    history(folder, LINK)
    (folder / "f.json").write_text(facts(("orders", 1000, 1)))
    found = finding(cli, "--select", "LK105", "--facts", "f.json")
    assert (found["suppressed"], found["needs"]) == (None, ["size"])
    assert "(orders: 1 row, 1.0 kB); add it NOT VALID" in found["message"]
    (folder / "f.json").write_text(facts(("orders", 1000, 1), ("customers", 10**12, 10**10)))
    said = "(orders: 1 row, 1.0 kB; customers: 10 billion rows, 1.0 TB); add it NOT VALID"
    assert said in finding(cli, "--select", "LK105", "--facts", "f.json")["message"]


def test_the_size_of_a_table_is_that_of_its_indexes_too(cli: Run, folder: Path) -> None:
    history(folder, "ALTER TABLE orders ALTER id TYPE numeric;\n")
    (folder / "f.json").write_text(facts(("orders", 10**9, 5)))
    found = finding(cli, "--select", "RW101", "--facts", "f.json")
    assert [size["relation"] for size in found["sizes"]] == ["public.orders"]
    assert found["needs"] == []
    (folder / "f.json").write_text(facts(("orders", 10**3, 5)))
    assert (
        finding(cli, "--select", "RW101", "--facts", "f.json")["suppressed"]
        == "small on 2026-11-01: orders: 5 rows, 1.0 kB"
    )


def test_what_does_not_depend_on_size_is_said_of_small_tables_too(cli: Run, folder: Path) -> None:
    history(folder, "ALTER TABLE orders DROP COLUMN day;\n")
    (folder / "f.json").write_text(facts(("orders", 1000, 1)))
    found = finding(cli, "--facts", "f.json")
    assert (found["name"], found["suppressed"], found["sizes"]) == ("column-dropped", None, [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "truncated"),
        ("{", "truncated"),
        ("[" * 100_000, ""),
        ('{"version": 2, "engine": "postgres", "taken": "2026-11-01", "tables": []}', "version"),
        (facts(("orders", -1, 1)), "$.tables[0].bytes"),
        (facts(("orders", 1, 1), taken="yesterday"), "taken"),
        (facts().replace("[]", "[1]"), "$.tables[0]"),
        ("\udcff".encode("utf-8", "surrogateescape").decode("latin-1"), ""),
    ],
)
def test_what_is_no_facts_file_is_refused(text: str, said: str, cli: Run, folder: Path) -> None:
    history(folder, INDEX)
    (folder / "f.json").write_text(text)
    code, out, err = cli("check", "--facts", "f.json", "db")
    assert (code, out) == (2, "")
    assert err.startswith("dbarch-lint: error: f.json: this is not what `dbarch-lint facts --query` makes: ")
    assert said in err


def test_a_file_that_is_not_there_is_named_where_it_is_asked_for(cli: Run, folder: Path) -> None:
    history(folder, INDEX)
    assert "there is no facts file f.json; `dbarch-lint facts --query`" in cli("check", "--facts", "f.json", "db")[2]
    (folder / ".dbarch-lint.yaml").write_text("profile: strict\nfacts: f.json\n")
    assert ".dbarch-lint.yaml:2:1: there is no facts file" in cli("check", "db")[2]
    (folder / "f.json").mkdir()
    assert cli("check", "--facts", "f.json", "db")[0] == 2


def test_a_facts_file_from_elsewhere_is_never_shown_raw(cli: Run, folder: Path) -> None:
    (folder / "f.json").write_text(facts(("o\x1b[2J\u202e", 10**9, 5), taken="2026-11-01\x1b[2J"))
    code, out, err = cli("facts", "f.json")
    assert code == 0, err
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert r"public.o\x1b[2J\u{202e}" in out


def test_the_largest_tables_come_first(cli: Run, folder: Path) -> None:
    (folder / "f.json").write_text(facts(("a", 5, 1), ("b", 3 * 10**9, 2_000_000), ("c", 7, None)))
    _, out, _ = cli("facts", "f.json")
    head, columns, *rows = out.splitlines()
    assert head == "3 tables on 2026-11-01T10:00:00Z, 3.0 GB"
    assert columns.split() == ["size", "rows", "writes", "a", "second", "table"]
    assert [row.split()[-1] for row in rows] == ["public.b", "public.c", "public.a"]
    assert "2 million rows" in rows[0]


def test_the_command_wants_one_thing(cli: Run) -> None:
    assert cli("facts")[0] == 2
    assert cli("facts", "--query", "f.json")[0] == 2
    code, out, _ = cli("facts", "--query")
    assert code == 0
    assert "pg_total_relation_size" in out


def test_the_schema_describes_the_file() -> None:
    jsonschema.validate(json.loads(facts(("orders", 1, 1), ("x", 1, None))), json_schema("facts"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(facts(("orders", -1, 1))), json_schema("facts"))


@given(st.integers(0, 10**18))
def test_numbers_are_said_to_the_digits_that_matter(number: int) -> None:
    for text in (production.counted(number), production.size_in_words(number)):
        value = float(text.split()[0].replace(",", ""))
        assert value < 10_000 or number >= 10**13 or text.endswith("rows")
        scale = {"k": 10**3, "m": 10**6, "b": 10**9, "M": 10**6, "G": 10**9, "T": 10**12, "P": 10**15}
        unit = text.split()[1]
        factor = 1 if unit in {"rows", "row", "bytes"} else scale[unit[0]]
        assert abs(value * factor - number) <= max(0.06 * number, 1)


@given(st.binary(max_size=200))
def test_no_bytes_break_it(data: bytes) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        file = Path(folder, "f.json")
        file.write_bytes(data)
        with pytest.raises(ConfigError):
            production.read(file)

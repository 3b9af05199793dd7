"""`check --fix` and `--diff`: what is written, what is left alone, and that fixing again changes nothing."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
import pytest

from dbarch_lint import packs, testing
from tests.commands import Run

OLD = "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE TABLE users (id bigint PRIMARY KEY);\n"
INDEX = "CREATE INDEX orders_total_idx ON orders (total);\n"
BETTER = "CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);\n"
RULES = packs.pack_rules(packs.load_pack(packs.core_pack()))
BAD = [example for rule in RULES for example in testing.examples(rule) if example.kind == "bad"]


@pytest.fixture
def db(folder: Path) -> Path:
    """A folder with a migration that has run, and a new one."""
    (folder / "db").mkdir()
    (folder / "db/1.sql").write_text(OLD)
    (folder / "db/2.sql").write_text(INDEX)
    return folder / "db"


def test_a_named_file_is_fixed_and_what_is_left_is_told(db: Path, cli: Run) -> None:
    (db / "2.sql").write_text(INDEX + "DROP TABLE users;\n")
    code, out, err = cli("check", "--fix", "--output-format", "concise", "db/2.sql")
    assert (db / "2.sql").read_text() == BETTER + "DROP TABLE users;\n"
    assert (db / "1.sql").read_text() == OLD
    assert code == 1
    assert "LK101" not in out
    assert "DL102 table-dropped" in out
    assert err == "dbarch-lint: fixed: 1 finding in 1 file: LK101 1\n"


def test_a_whole_history_is_not_edited(db: Path, cli: Run) -> None:
    code, out, err = cli("check", "--fix", "db")
    assert (code, out) == (2, "")
    assert "those that have run must stay as they are" in err
    assert "--since origin/main" in err
    assert (db / "2.sql").read_text() == INDEX


def test_what_is_not_edited_is_not_offered(db: Path, cli: Run) -> None:
    offer = "1 of these has a safe fix: add --diff to see it, --fix to write it into"
    assert f"{offer} files that are new (--since REF says which)." in cli("check", "db")[1]
    assert f"{offer} the files." in cli("check", "db/2.sql")[1]
    assert f"{offer} the files." in cli("check", "db", "--pending-from", "2")[1]


def test_the_new_migrations_of_a_history_are_fixed(db: Path, cli: Run) -> None:
    (db / "3.sql").write_text(INDEX.replace("orders_total_idx", "again"))
    cli("check", "--fix", "--pending-from", "3", "--quiet", "db")
    assert (db / "2.sql").read_text() == INDEX
    assert (db / "3.sql").read_text() == BETTER.replace("orders_total_idx", "again")


def test_diff_shows_the_changes_and_makes_none(db: Path, cli: Run) -> None:
    code, out, err = cli("check", "--diff", "db")
    assert code == 1
    assert out == f"--- db/2.sql\n+++ db/2.sql\n@@ -1 +1 @@\n-{INDEX}+{BETTER}"
    assert err == "dbarch-lint: would be fixed: 1 finding in 1 file: LK101 1\n"
    assert (db / "2.sql").read_text() == INDEX
    (db / "2.sql").write_text(BETTER)
    assert cli("check", "--diff", "db") == (0, "", "dbarch-lint: would be fixed: nothing\n")


def test_the_diff_of_standard_input(db: Path, cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"DROP INDEX orders_total_idx;")))
    code, out, _ = cli("check", "--diff", "--stdin-filename", "db/3.sql", "-")
    assert code == 1
    assert "+DROP INDEX CONCURRENTLY orders_total_idx;\n\\ No newline at end of file\n" in out
    assert "db/2.sql" not in out
    assert not (db / "3.sql").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--unsafe-fixes",), "add --diff to see them, or --fix to apply them"),
        (("--fix", "--stdin-filename", "db/3.sql"), "standard input is none"),
    ],
)
@pytest.mark.usefixtures("db")
def test_what_asks_for_nothing_is_refused(
    cli: Run, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], said: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(INDEX.encode())))
    code, _, err = cli("check", *options)
    assert code == 2
    assert said in err


def test_unsafe_fixes_come_when_they_are_asked_for(db: Path, cli: Run) -> None:
    (db / "2.sql").write_text("  ALTER TABLE orders ADD COLUMN note text;\n")
    strict = ("check", "--fix", "--profile", "strict", "--select", "TX102", "db/2.sql")
    cli(*strict)
    assert (db / "2.sql").read_text() == "  ALTER TABLE orders ADD COLUMN note text;\n"
    cli(*strict, "--unsafe-fixes")
    assert (db / "2.sql").read_text() == "  SET lock_timeout = '5s';\n  ALTER TABLE orders ADD COLUMN note text;\n"


def test_the_bytes_around_a_fix_stay_as_they_are(db: Path, cli: Run) -> None:
    text = INDEX.replace("total", "été").encode()
    before = (
        b"\xef\xbb\xbf-- \xc3\xa9\r\n"
        + text.replace(b"\n", b"\r\n")
        + b"\tALTER TABLE orders ADD FOREIGN KEY (id) REFERENCES users;"
    )
    (db / "2.sql").write_bytes(before)
    (db / "2.sql").chmod(0o640)
    cli("check", "--fix", "db/2.sql")
    head = before.replace(b"INDEX ", b"INDEX CONCURRENTLY ").removesuffix(b";")
    more = b" NOT VALID;\r\n\tALTER TABLE orders VALIDATE CONSTRAINT orders_id_fkey;"
    assert (db / "2.sql").read_bytes() == head + more
    assert (db / "2.sql").stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in db.iterdir()) == ["1.sql", "2.sql"]


def test_broken_bytes_links_and_suppressed_findings_are_left_alone(db: Path, cli: Run) -> None:
    (db / "2.sql").write_bytes(b"-- \xff\n" + INDEX.encode())
    (db / "3.sql").write_text(f"-- dbarch-lint: ignore[LK101] small\n{INDEX.replace('total_idx', 'x')}")
    (db / "elsewhere").write_text(INDEX.replace("total_idx", "y"))
    (db / "4.sql").symlink_to(db / "elsewhere")
    before = [(db / name).read_bytes() for name in ("2.sql", "3.sql", "elsewhere")]
    _, _, err = cli("check", "--fix", "db/2.sql", "db/3.sql", "db/4.sql")
    assert [(db / name).read_bytes() for name in ("2.sql", "3.sql", "elsewhere")] == before
    assert (db / "4.sql").is_symlink()
    assert err == "dbarch-lint: fixed: nothing\n"


def test_what_lies_behind_a_link_is_not_written(db: Path, cli: Run) -> None:
    (db / "elsewhere").write_text(INDEX.replace("total_idx", "y"))
    (db / "4.sql").symlink_to(db / "elsewhere")
    _, _, err = cli("check", "--fix", "--pending-from", "4", "db")
    assert (db / "elsewhere").read_text() == INDEX.replace("total_idx", "y")
    assert (db / "4.sql").is_symlink()
    assert err == (
        "dbarch-lint: warning: db/4.sql is a link, or was changed meanwhile; it stays as it is\n"
        "dbarch-lint: fixed: nothing\n"
    )


@pytest.mark.parametrize("example", BAD, ids=lambda example: example.id)
def test_fixing_ends_and_leaves_nothing_to_fix(example: testing.Example) -> None:
    rules = packs.select(RULES, profile="audit", engine=example.engine)
    once = testing.apply_fixes(example, example.versions[-1], rules)
    after = msgspec.structs.replace(example, files=tuple(once.items()))
    assert testing.apply_fixes(after, example.versions[-1], rules) == once
    unread = [[f.message for f in testing.judge(e, RULES) if f.code == testing.SYNTAX_ERROR] for e in (example, after)]
    assert len(unread[1]) <= len(unread[0]), unread[1]

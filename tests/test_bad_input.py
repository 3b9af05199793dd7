"""What a first-time user gets wrong, and what a disk holds: exit code 2 or a finding, one clear sentence, nothing lost."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dbarch_lint.cli import run
from dbarch_lint.source import Source
from tests.commands import Run, Said

CLEAN = "CREATE TABLE orders (id bigint PRIMARY KEY);\n"
BROKEN = "CREATE TABEL order_lines (id bigint PRIMARY KEY);\n"
ONLY = ("--select", "HY", "--output-format", "concise")


@pytest.fixture
def folder(folder: Path) -> Path:
    """An empty repository with an empty folder of migrations, and the current folder."""
    (folder / "db").mkdir()
    return folder


@pytest.fixture
def cli(cli: Run) -> Run:
    """As everywhere, and whatever goes wrong is the user's to read: no traceback, no fault of ours."""

    def said(*arguments: str) -> Said:
        code, out, err = cli(*arguments)
        assert "Traceback" not in err
        assert "fault of dbarch-lint" not in err
        return code, out, err

    return said


def refused(said: Said, sentence: str) -> None:
    """One sentence on standard error, exit code 2, nothing else."""
    assert said == (2, "", f"dbarch-lint: error: {sentence}\n")


# --- what is not a folder of migrations


@pytest.mark.parametrize("name", ["nowhere", "nowhere/1.sql", "db/1.sql/below"])
def test_a_path_that_is_not_there(cli: Run, folder: Path, name: str) -> None:
    (folder / "db" / "1.sql").write_text(CLEAN)
    sentence = f"{name}: there is no such file or folder; check the spelling, and the folder you are in"
    refused(cli(name), sentence)
    refused(cli("schema", name), sentence)
    refused(cli("effects", name), sentence)


def test_no_path_at_all_where_nothing_is(cli: Run, folder: Path) -> None:
    refused(cli(), ".: no SQL migrations found here; name the folder that holds them")
    refused(cli(""), "'': there is no such file or folder; check the spelling, and the folder you are in")


def test_a_folder_of_nothing(cli: Run, folder: Path) -> None:
    (folder / "db" / "README.md").write_text("# nothing")
    refused(cli("db"), "db: no SQL migrations found here; name the folder that holds them")


def test_a_folder_with_the_name_of_a_file(cli: Run, folder: Path) -> None:
    (folder / "db" / "x.sql").mkdir()
    refused(cli("db"), "db: no SQL migrations found here; name the folder that holds them")
    (folder / "db" / "y.sql").write_text(BROKEN)
    assert cli("db", *ONLY)[0] == 1


@pytest.mark.parametrize("text", ["", "\n\n", "-- only a comment\n", "/* and\nanother */", ";;;", "\ufeff"])
def test_files_of_nothing_are_migrations(cli: Run, folder: Path, text: str) -> None:
    (folder / "db" / "1.sql").write_text(text, encoding="utf-8")
    assert cli("db") == (0, "No findings in 1 migration (0 statements)\n", "")


def test_links(cli: Run, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.sql"
    outside.write_text("SECRET 4711")
    for name, target in {"gone": "nothing.sql", "circle": "circle.sql", "out": str(outside)}.items():
        (folder / "db" / f"{name}.sql").symlink_to(target)
    (folder / "db" / "1.sql").write_text(BROKEN)
    code, out, err = cli("db", *ONLY)
    assert code == 2
    assert out.count("HY001") == 1
    assert err.splitlines() == [
        "dbarch-lint: error: db/circle.sql is a link that leads nowhere; not read",
        "dbarch-lint: error: db/gone.sql is a link that leads nowhere; not read",
        "dbarch-lint: error: db/out.sql is a link that leaves the repository; not read",
    ]
    for name in ("gone", "circle"):
        refused(
            cli(f"db/{name}.sql"),
            f"db/{name}.sql: this link leads nowhere; repair it, or name the file it was meant for",
        )
    code, out, err = cli("db/out.sql")
    assert (code, out) == (2, "")
    assert "db/out.sql is a link that leaves the repository; not read" in err
    assert "SECRET" not in err


def test_a_link_inside_the_repository_is_read(cli: Run, folder: Path) -> None:
    (folder / "elsewhere.txt").write_text(BROKEN)
    (folder / "db" / "1.sql").symlink_to("../elsewhere.txt")
    assert cli("db", *ONLY)[0] == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_is_never_waited_for(cli: Run, folder: Path) -> None:
    os.mkfifo(folder / "db" / "1.sql")
    said = "db: no SQL migrations found here (db/1.sql is not a file; not read); name the folder that holds them"
    refused(cli("db"), said)
    for name in ("db/1.sql", os.devnull):
        refused(
            cli(name),
            f"{name}: this is neither a file nor a folder; pipe its text in, with --stdin-filename for its name",
        )
    refused(
        cli(".", "--config", "db/1.sql"),
        "db/1.sql: this is not a file: name the file that holds the configuration",
    )


@contextmanager
def without_privileges() -> Iterator[None]:
    """Root may read everything; so it becomes somebody else for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def privileges() -> Iterator[None]:
    """Root again, if it was root."""
    if os.getuid() != 0:
        yield
        return
    os.seteuid(0)
    try:
        yield
    finally:
        os.seteuid(65534)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="there are no such permissions here")
def test_what_may_not_be_read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def cli(*arguments: str) -> Said:
        code = run(arguments)
        return code, *capsys.readouterr()

    with TemporaryDirectory() as name:  # pytest's own folders are nobody else's to look into
        folder = Path(name)
        for made in (folder, folder / "db", folder / ".git"):
            made.mkdir(exist_ok=True)
            made.chmod(0o755)
        monkeypatch.chdir(folder)
        (folder / "db" / "1.sql").write_text(BROKEN)
        assert cli("db", *ONLY)[0] == 1  # and everything is imported
        with without_privileges():
            unreadable(cli, folder)


def unreadable(cli: Run, folder: Path) -> None:
    closed = folder / "db" / "2.sql"
    with privileges():
        closed.write_text(BROKEN)
        closed.chmod(0)
    code, out, err = cli("db", *ONLY)
    assert code == 2
    assert out.count("HY001") == 1
    assert err == "dbarch-lint: error: db/2.sql cannot be read: Permission denied\n"
    with privileges():
        (folder / "db").chmod(0)
    code, out, err = cli("db", *ONLY)
    with privileges():
        (folder / "db").chmod(0o755)
    assert (code, out) == (2, "")
    assert "Permission denied" in err
    assert err.count("\n") == 1


def test_a_file_that_vanishes(cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program deletes a file between the listing and the reading."""
    for name in ("1", "2", "3"):
        (folder / "db" / f"{name}.sql").write_text(BROKEN)
    read = Source.read.__func__  # type: ignore[attr-defined]

    def vanishing(cls: type[Source], /, path: str, **more: str) -> Source:
        if path.endswith("/2.sql"):
            Path(path).unlink()
        found: Source = read(cls, path, **more)
        return found

    monkeypatch.setattr(Source, "read", classmethod(vanishing))
    code, out, err = cli("db", *ONLY)
    assert code == 2
    assert out.count("HY001") == 2
    assert err == "dbarch-lint: error: db/2.sql cannot be read: No such file or directory\n"


# --- texts that are none, or odd


@pytest.mark.parametrize("data", [b"\x7fELF\0\0\0\1", b"CREATE TABLE t (id int);\0\0SELECT 1;"], ids=["binary", "nul"])
def test_what_is_not_text_is_said(cli: Run, folder: Path, data: bytes) -> None:
    (folder / "db" / "1.sql").write_bytes(data)
    (folder / "db" / "2.sql").write_text(BROKEN)
    code, out, err = cli("db", *ONLY)
    assert code == 2
    assert out.startswith("db/2.sql:1:8: ")
    assert err == "dbarch-lint: error: db/1.sql is not text; not read\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-8"])
def test_texts_of_every_editor(cli: Run, folder: Path, encoding: str) -> None:
    (folder / "db" / "1.sql").write_bytes((CLEAN + "-- é\r\n" + BROKEN).encode(encoding))
    message = 'syntax error at or near "TABEL"; the migration fails here: correct the statement'
    assert cli("db", *ONLY)[1] == f"db/1.sql:3:8: error HY001 syntax-error {message}\n"


def test_broken_bytes_spoil_only_themselves(cli: Run, folder: Path) -> None:
    (folder / "db" / "1.sql").write_bytes(b"CREATE TABLE t\xff (id int);\n-- \xc3\n" + BROKEN.encode())
    assert [line.split(":")[1] for line in cli("db", *ONLY)[1].splitlines()] == ["3"]


def test_one_huge_line_is_shown_in_part(cli: Run, folder: Path) -> None:
    values = ", ".join(f"({n})" for n in range(20_000))
    (folder / "db" / "1.sql").write_text(
        f"INSERT INTO t VALUES {values}; {BROKEN.strip()} INSERT INTO t VALUES {values};"
    )
    code, out, _ = cli("db", "--select", "HY")
    assert code == 1
    assert "TABEL" in out
    assert max(len(line) for line in out.splitlines()) < 300


@pytest.mark.parametrize(
    "text",
    [
        "SELECT " + "(" * 5_000 + "1" + ")" * 5_000,
        "SELECT " + "-" * 1 + "- \n" * 10 + "NOT " * 20_000 + "true",
        "CREATE VIEW v AS SELECT " + " + ".join(["1"] * 30_000),
        "SELECT " + "CASE WHEN true THEN " * 3_000 + "1" + " END" * 3_000,
        "DO $$ BEGIN " + "IF true THEN " * 2_000 + "END IF; " * 2_000 + "END $$",
        "SELECT '" + "x" * 1_000_000,
        "/*" * 20_000,
        "$a$" * 10_001,
        "CREATE TABLE t (" + ", ".join(f"c{n} int" for n in range(5_000)) + ")",
    ],
    ids=["parentheses", "not", "sum", "case", "block", "quote", "comment", "dollar", "columns"],
)
def test_deep_and_long_statements(cli: Run, folder: Path, text: str) -> None:
    (folder / "db" / "1.sql").write_text(f"{BROKEN}{text};\n")
    code, out, _ = cli("db", *ONLY)
    assert code == 1
    assert out.startswith("db/1.sql:1:8: error HY001")


def test_a_journal_that_is_too_deep(cli: Run, folder: Path) -> None:
    (folder / "db" / "meta").mkdir()
    (folder / "db" / "meta" / "_journal.json").write_text('{"entries": ' + "[" * 20_000 + "]" * 20_000 + "}")
    (folder / "db" / "0000_a.sql").write_text(BROKEN)
    code, out, _ = cli("db", *ONLY)
    assert code in {1, 2}
    assert "0000_a.sql" in out


# --- configurations


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("\t\n", ":1:1: this is not valid YAML: while scanning for the next token found character that cannot start"),
        ("a: [" + "[" * 5_000, ":1: this is nested more deeply than any configuration"),
        ("rules: !!python/object/apply:os.system [id]\n", ":1:8: this is not valid YAML: could not determine a cons"),
        ("- a\n", ":1: a configuration is made of `key: value` lines"),
        ("select: [QQ999]\n", ":1:1: no rule, family or code prefix is called 'QQ999'; `dbarch-lint rules` lists them"),
        ("\nengine-version: '3'\n", ":2:1: engine-version '3': postgres versions "),
        (
            "profile: strict\nignore: [HY, syntax-eror]\n",
            ":2:1: no rule, family or code prefix is called 'syntax-eror'; did",
        ),
        ("framework: flywy\n", ":1:1: no framework is called 'flywy'; did you mean flyway?"),
        ("select: 1\n", ":1:1: select: expected a list, found a number"),
        ("engine: postgres\nengine: postgres\n", ":2:1: engine is given twice (first on line 1): keep one"),
    ],
    ids=["tab", "deep", "python", "list", "rule", "version", "ignored", "framework", "number", "twice"],
)
def test_configurations_say_the_place_and_the_way_out(cli: Run, folder: Path, text: str, sentence: str) -> None:
    (folder / "db" / "1.sql").write_text(CLEAN)
    (folder / ".dbarch-lint.yaml").write_text(text)
    code, out, err = cli("db")
    assert (code, out) == (2, "")
    assert err.startswith(f"dbarch-lint: error: .dbarch-lint.yaml{sentence}")
    assert err.count("\n") == 1


def test_the_command_line_is_not_blamed_on_the_configuration(cli: Run, folder: Path) -> None:
    (folder / "db" / "1.sql").write_text(CLEAN)
    (folder / ".dbarch-lint.yaml").write_text("select: [HY]\n")
    refused(
        cli("db", "--select", "syntax-eror"),
        "no rule, family or code prefix is called 'syntax-eror'; did you mean syntax-error?",
    )


# --- several folders, sub-folders, standard input


def test_several_folders_and_engines(cli: Run, folder: Path) -> None:
    for name in ("billing/migrations", "store/migrations/oracle", "store/migrations/postgres"):
        (folder / name).mkdir(parents=True)
        (folder / name / "1.sql").write_text(BROKEN)
    code, out, err = cli(*ONLY)
    assert code == 1
    assert [line.split(":")[0] for line in out.splitlines()] == [
        "billing/migrations/1.sql",
        "store/migrations/postgres/1.sql",
    ]
    assert err == (
        "dbarch-lint: warning: store/migrations/oracle holds migrations for oracle, which are not checked yet\n"
    )
    code, out, err = cli("schema")
    assert (code, out) == (2, "")
    assert "several migration folders are here (billing/migrations, store/migrations/postgres); name one of them" in err


def test_from_a_sub_folder(cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "db" / "1.sql").write_text(BROKEN)
    (folder / ".dbarch-lint.yaml").write_text("paths: [db]\nselect: [HY]\noutput-format: concise\n")
    (folder / "app" / "deep").mkdir(parents=True)
    monkeypatch.chdir(folder / "app" / "deep")
    code, out, err = cli()
    assert (code, err) == (1, "")
    assert out.startswith("../../db/1.sql:1:8: ")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("-- +goose Up\nCREATE TABEL a ();\n-- +goose Down\nDROP TABEL a;\n", ["2", "4"]),
        ("-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 1;\n", []),
    ],
)
def test_standard_input_in_a_goose_folder(
    cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, text: str, lines: list[str]
) -> None:
    (folder / "db" / "00001_a.sql").write_text("-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 1;\n")
    for name in ("db/00001_a.sql", "db/00002_new.sql"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        code, out, err = cli("--stdin-filename", name, *ONLY)
        assert [line.split(":")[:2] for line in out.splitlines()] == [[name, line] for line in lines]
        assert (code, err) == (int(bool(lines)), "")


def test_standard_input_for_a_folder_that_is_not_there_yet(
    cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BROKEN.encode())))
    code, out, err = cli("--stdin-filename", "new/migrations/1.sql", *ONLY)
    assert (code, err) == (1, "")
    assert out.startswith("new/migrations/1.sql:1:8: ")

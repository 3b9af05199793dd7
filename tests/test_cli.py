"""The command line: commands, exit codes, streams, and one clear sentence for everything that goes wrong."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from dbarch_lint import __version__, config
from dbarch_lint.cli import COMMANDS, progress, run
from dbarch_lint.cli.base import wants_color
from dbarch_lint.cli.manual import DOCUMENTS, json_schema
from tests.commands import Run, Said

CLEAN = "CREATE TABLE orders (id bigint PRIMARY KEY);\n"
BROKEN = "CREATE TABEL order_lines (id bigint PRIMARY KEY);\n"
WARNED = "-- dbarch-lint: ignore[NOPE1] x\nCREATE TABLE customers (id bigint PRIMARY KEY);\n"
ONLY = ("--select", "HY")


def write(folder: Path, **files: str) -> None:
    """`db__1` is db/1.sql."""
    for name, text in files.items():
        file = folder / (name.replace("__", "/") + ".sql")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


# ---- check ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [(), ("check",)])
def test_findings_go_to_stdout_and_make_the_code_1(cli: Run, folder: Path, command: tuple[str, ...]) -> None:
    write(folder, db__1=CLEAN, db__2=BROKEN)
    code, out, err = cli(*command, "db", *ONLY)
    assert code == 1
    assert "error[HY001 syntax-error]: " in out
    assert "--> db/2.sql:1:" in out
    assert out.splitlines()[-1] == "1 error in 2 migrations (2 statements; 1 not understood)"
    assert err == ""


def test_nothing_found_is_code_0(cli: Run, folder: Path) -> None:
    write(folder, db__1=CLEAN)
    assert cli("db") == (0, "No findings in 1 migration (1 statement)\n", "")
    assert cli("db", "-q") == (0, "", "")


@pytest.mark.parametrize(
    ("fail_on", "codes"), [("error", (0, 1)), ("warning", (1, 1)), ("info", (1, 1)), ("never", (0, 0))]
)
def test_fail_on(cli: Run, folder: Path, fail_on: str, codes: tuple[int, int]) -> None:
    write(folder, warned__1=WARNED, broken__1=BROKEN)
    assert tuple(cli(name, *ONLY, "--fail-on", fail_on)[0] for name in ("warned", "broken")) == codes


def test_a_file_is_judged_and_its_neighbours_are_history(cli: Run, folder: Path) -> None:
    write(folder, db__1=BROKEN, db__2=BROKEN, db__3=CLEAN)
    _, out, _ = cli("db/2.sql", *ONLY, "--output-format", "concise")
    assert [line.split(":")[0] for line in out.splitlines()] == ["db/2.sql"]
    assert cli("db/3.sql", *ONLY)[0] == 0


def test_no_path_means_the_configured_ones(cli: Run, folder: Path) -> None:
    write(folder, a__migrations__1=BROKEN, b__migrations__1=CLEAN)
    assert cli(*ONLY)[0] == 1
    (folder / ".dbarch-lint.yaml").write_text("paths: [b/migrations]\n")
    assert cli(*ONLY)[0] == 0
    assert cli("--isolated", *ONLY)[0] == 1
    (folder / ".dbarch-lint.yaml").write_text("paths: [c]\n")
    code, out, err = cli()
    assert (code, out) == (2, "")
    assert ".dbarch-lint.yaml: paths: there is no such file or folder: " in err


def test_people_see_paths_from_where_they_are(cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, db__migrations__1=BROKEN)
    (folder / "app").mkdir()
    for here, path in (("db", "migrations/1.sql"), ("app", "../db/migrations/1.sql"), (".", "db/migrations/1.sql")):
        monkeypatch.chdir(folder / here)
        target = os.path.relpath(folder / "db")
        assert cli(target, *ONLY, "--output-format", "concise")[1].startswith(f"{path}:1:8: ")
        assert f"--> {path}:1:8\n" in cli(target, *ONLY)[1]
        document = json.loads(cli(target, *ONLY, "--output-format", "json")[1])
        assert document["findings"][0]["path"] == "db/migrations/1.sql"


def test_select_and_ignore(cli: Run, folder: Path) -> None:
    write(folder, db__1=WARNED + BROKEN)

    def codes(*more: str) -> set[str]:
        out = cli("db", "--output-format", "concise", *more)[1]
        return {line.split()[2] for line in out.splitlines()}

    assert codes("--select", "HY001,HY002") == {"HY001", "HY002"}
    assert codes("--select", "HY001", "--select", "unknown-rule-in-suppression") == {"HY001", "HY002"}
    assert codes("--select", "hygiene", "--ignore", "HY001") == {"HY002"}
    assert codes("--select", "HY001", "--extend-select", "HY002") == {"HY001", "HY002"}


def test_formats_and_files(cli: Run, folder: Path) -> None:
    write(folder, db__1=BROKEN)
    document = json.loads(cli("db", *ONLY, "--output-format", "json")[1])
    jsonschema.Draft202012Validator(json_schema("findings")).validate(document)
    assert document["findings"][0]["code"] == "HY001"
    code, out, err = cli("db", *ONLY, "--output-format", "json", "--output-file", "found.json")
    assert (code, out, err) == (1, "", "")
    assert json.loads((folder / "found.json").read_text()) == document
    assert cli("db", *ONLY, "-o", "nowhere/found.json") == (
        2,
        "",
        "dbarch-lint: error: nowhere/found.json cannot be written: No such file or directory; name another file\n",
    )


def test_statistics_and_suppressed(cli: Run, folder: Path) -> None:
    write(folder, db__1="-- dbarch-lint: ignore[HY001] another engine\n" + BROKEN)
    code, out, _ = cli("db", *ONLY)
    assert (code, out) == (0, "No findings in 1 migration (1 statement; 1 not understood; 1 suppressed)\n")
    code, out, _ = cli("db", *ONLY, "--show-suppressed", "--statistics")
    assert code == 0
    assert "suppressed: another engine" in out
    assert "1  HY001  error    syntax-error" in out


def test_standard_input_takes_the_place_of_a_file(cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, db__1=CLEAN, db__2=CLEAN)

    def with_input(text: str, *arguments: str) -> Said:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return cli(*ONLY, "--output-format", "concise", *arguments)

    assert with_input(BROKEN, "--stdin-filename", "db/2.sql")[1].startswith("db/2.sql:1:")
    assert with_input(BROKEN, "-", "--stdin-filename", "db/3.sql")[1].startswith("db/3.sql:1:")
    assert with_input(CLEAN, "--stdin-filename", "db/2.sql")[:2] == (0, "")
    assert "standard input needs a name" in with_input(CLEAN, "-")[2]
    assert "leave out the other paths" in with_input(CLEAN, "--stdin-filename", "db/2.sql", "db")[2]


def test_verbose_says_what_was_read(cli: Run, folder: Path) -> None:
    write(folder, db__1=CLEAN)
    code, out, err = cli("db", "-v")
    assert code == 0
    assert "configuration: none" in err
    assert "engine: postgres" in err
    assert "configuration" not in out


# ---- what goes wrong -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "nowhere: there is no such file or folder; check the spelling, and the folder you are in"),
        (["exlpain", "LK101"], "exlpain: there is no such file or folder; did you mean `dbarch-lint explain`?"),
        (["check", "db/9.sql"], "db/9.sql: there is no such file or folder; check"),
        (["empty"], "empty: no SQL migrations found here"),
        (["db", "--select", "HY01"], "no rule, family or code prefix is called 'HY01'; did you mean HY"),
        (
            ["db", "--ignore", "syntax-eror"],
            "no rule, family or code prefix is called 'syntax-eror'; did you mean syntax-",
        ),
        (["db", "--engine", "postgrse"], "no engine is called 'postgrse'; did you mean postgres?"),
        (["db", "--framework", "flywya"], "no framework is called 'flywya'; did you mean flyway?"),
        (["db", "--framework", "x"], "no framework is called 'x'; there is atlas, dbmate, "),
        (["db", "--profile", "loud"], "Invalid value for '--profile': 'loud' is not one of"),
        (["db", "--selct", "HY"], "No such option '--selct'."),
        (["db", "--config", "no.yaml"], "no.yaml: this configuration cannot be read: No such file or directory"),
        (["explain", "hy1"], "no rule is called 'hy1'"),
        (["explain"], "Missing argument"),
        (
            ["schema-of", "nothing"],
            "'nothing' is not one of 'findings', 'effects', 'catalog', 'diff', 'normalize', 'config'",
        ),
        (["db", "--since", "HEAD"], "--since: "),
        (["test", "db"], "db/pack.yaml: not a rule pack"),
        (["explain", "CREATE TABEL x"], "this is not a statement that postgres understands: "),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_one_clear_sentence_and_code_2(cli: Run, folder: Path, arguments: list[str], said: str) -> None:
    write(folder, db__1=CLEAN)
    (folder / "empty").mkdir()
    code, out, err = cli(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("dbarch-lint: error: ")
    assert said in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("selct: [LK]\n", ".dbarch-lint.yaml:1:1: there is no key selct; did you mean select?"),
        ("rules: [\n", ".dbarch-lint.yaml:2:1: this is not valid YAML: "),
        ("engine: mysq\n", ".dbarch-lint.yaml:1:1: no engine is called 'mysq'; did you mean mysql?"),
        (
            "rules:\n  HY0001: {severity: info}\n",
            ".dbarch-lint.yaml:2:3: settings for 'HY0001', but no rule is called that",
        ),
        ("rules:\n  HY001:\n    severty: info\n", ".dbarch-lint.yaml:3:5: syntax-error has no option 'severty'; did you mean severity?"),
        ("rules:\n  KY101:\n    severty: info\n", ".dbarch-lint.yaml:3:5: table-without-primary-key has no option 'severty'; did you mean severity?"),
        ("rules:\n  missing-foreign-key:\n    treshold: 1\n", ".dbarch-lint.yaml:3:5: missing-foreign-key has no option 'treshold'; did you mean threshold?"),
        ("rules:\n  HY001:\n    a: 1\n", ".dbarch-lint.yaml:3:5: syntax-error has no option 'a'; it has severity"),
        ("small-table-mb: -3\n", ".dbarch-lint.yaml:1:1: small-table-mb: expected a number, 0 or more, found -3"),
        ("rules:\n  HY001:\n    severity: loud\n", ".dbarch-lint.yaml:3:5: severity of syntax-error is 'loud'"),
        ("packs: [no_such_pack]\n", ".dbarch-lint.yaml:1:1: no rule pack 'no_such_pack'"),
    ],
)  # fmt: skip
def test_a_wrong_configuration_says_where(cli: Run, folder: Path, text: str, said: str) -> None:
    write(folder, db__1=CLEAN)
    (folder / ".dbarch-lint.yaml").write_text(text)
    code, out, err = cli("db")
    assert (code, out) == (2, "")
    assert err.startswith(f"dbarch-lint: error: {said}")
    assert err.count("\n") == 1
    assert cli("db", "--isolated")[0] == 0


def test_what_cannot_be_read_is_said_and_the_rest_is_judged(cli: Run, folder: Path) -> None:
    write(folder, db__1=BROKEN)
    (folder / "db" / "2.sql").write_bytes(b"\x7fELF\0\0\0\1")
    code, out, err = cli("db", *ONLY)
    assert code == 2
    assert "db/1.sql" in out
    assert err == "dbarch-lint: error: db/2.sql is not text; not read\n"


def test_a_fault_of_ours_is_one_line_too(cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object) -> None:
        raise ZeroDivisionError("something\nodd \x1b[31m")

    monkeypatch.setattr("dbarch_lint.packs.load_rules", broken)
    code, out, err = cli("rules")
    assert (code, out) == (2, "")
    assert err.startswith("dbarch-lint: error: this is a fault of dbarch-lint, please report it: ZeroDivisionError")
    assert err.count("\n") == 1
    assert "\x1b" not in err
    monkeypatch.setenv("DBARCH_LINT_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run(["rules"])


def test_an_interrupt_ends_quietly(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dbarch_lint.packs.load_rules", interrupted)
    assert cli("rules")[:2] == (130, "")


def test_a_reader_that_leaves_early_is_no_error(folder: Path, root: Path) -> None:
    write(folder, db__1=BROKEN * 2000)
    process = subprocess.Popen(
        [sys.executable, "-m", "dbarch_lint", "db", *ONLY],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert process.stdout
    assert process.stderr
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(30) == 1


# ---- the other commands --------------------------------------------------------------------------------------------


def test_version_and_help(cli: Run, root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dbarch_lint", "--version"], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout == f"dbarch-lint {__version__}\n"
    code, out, _ = cli("--help")
    assert code == 0
    assert all(f"  {name} " in out for name in COMMANDS)
    for name, (_, sentence) in COMMANDS.items():
        code, out, err = cli(name, "--help")
        assert (code, err) == (0, ""), name
        assert out.startswith(f"Usage: dbarch-lint {name} ")
        assert sentence
        assert "\\b" not in out, "commands to copy stand on lines of their own"


def test_explain_prints_the_page(cli: Run) -> None:
    code, out, _ = cli("explain", "HY003")
    assert code == 0
    assert out.startswith("HY003 unused-suppression: Suppression comment that suppresses nothing\nwarning, hygiene,")
    assert "## Bad" in out
    assert "## Sources" in out
    assert cli("explain", "unused-suppression")[1] == out


def test_explain_says_what_a_statement_locks(cli: Run) -> None:
    code, out, _ = cli("explain", "--engine", "postgres", "ALTER TABLE orders ADD COLUMN note text")
    assert code == 0
    assert "ACCESS EXCLUSIVE" in out
    assert "reads, writes, schema changes" in out


def test_rules_are_listed(cli: Run) -> None:
    code, out, _ = cli("rules")
    assert code == 0
    assert any(line.startswith("HY001") and "syntax-error" in line for line in out.splitlines())
    document = json.loads(cli("rules", "--output-format", "json")[1])
    assert document["version"] == 1
    assert len(document["rules"]) == len(out.splitlines()) - 1
    assert {"code", "name", "severity", "profile", "options", "sources"} <= set(document["rules"][0])


@pytest.mark.parametrize("document", DOCUMENTS)
def test_schemas_are_printed(cli: Run, document: str) -> None:
    code, out, _ = cli("schema-of", document)
    assert code == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(out))


HISTORY = """\
CREATE TYPE state AS ENUM ('new', 'paid');
CREATE TABLE customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE);
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  total numeric(10, 2) DEFAULT 0 CHECK (total >= 0)
);
CREATE INDEX orders_customer_idx ON orders (customer_id) WHERE total > 0;
CREATE VIEW big AS SELECT * FROM orders;
"""


def test_effects_are_told(cli: Run, folder: Path) -> None:
    write(folder, db__1=HISTORY, db__2="ALTER TABLE orders ADD COLUMN note text;\nDROP TABLE customers CASCADE;\n")
    code, out, err = cli("effects", "db/2.sql")
    assert (code, err) == (0, "")
    assert out.startswith("db/2.sql\n  line  statement ")
    assert "ACCESS EXCLUSIVE" in out
    document = json.loads(cli("effects", "db", "--output-format", "json")[1])
    jsonschema.Draft202012Validator(json_schema("effects")).validate(document)
    assert [s["path"] for s in document["statements"]].count("db/2.sql") == 2


def test_the_schema_is_printed(cli: Run, folder: Path) -> None:
    write(folder, db__1=HISTORY, db__2="ALTER TABLE orders DROP COLUMN total;\n")
    document = json.loads(cli("schema", "db", "--output-format", "json")[1])
    jsonschema.Draft202012Validator(json_schema("catalog")).validate(document)
    assert {t["name"] for t in document["tables"]} == {"customers", "orders"}
    code, out, err = cli("schema", "db", "--at", "1.sql")
    assert (code, err) == (0, "")
    assert "table public.orders\n" in out
    assert "not null identity always" in out
    assert "(customer_id) to public.customers (id) on delete cascade" in out
    assert "index orders_customer_idx (customer_id) where " in out
    assert "enum public.state (new, paid)" in out
    assert "total" not in cli("schema", "db")[1]
    assert cli("schema", "db", "--at", "7")[0] == 2


def test_the_schema_in_other_forms(cli: Run, folder: Path) -> None:
    write(folder, db__1=HISTORY, db__2="ALTER TABLE orders DROP COLUMN total;\n")
    code, out, err = cli("schema", "db", "--output-format", "sql")
    assert (code, err) == (0, "")
    write(folder, again__1=out)
    texts = [cli("schema", name, "--output-format", "json")[1] for name in ("db", "again")]
    assert texts[0] == texts[1]
    assert '"customers" ||..o{ "orders" : "customer_id"' in cli("schema", "db", "--output-format", "mermaid")[1]
    drawn = cli("schema", "db", "--output-format", "mermaid", "--around", "customers", "--depth", "0")[1]
    assert "orders" not in drawn


def test_what_migrations_change_in_the_schema(cli: Run, folder: Path) -> None:
    write(folder, db__1=HISTORY, db__2="ALTER TABLE orders DROP COLUMN total;\n")
    code, out, err = cli("schema", "db", "--diff", "1", "2")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "~ table public.orders"
    assert any(line.startswith("    - column total ") for line in out.splitlines())
    assert "+ table public.customers" in cli("schema", "db", "--diff", "start", "1")[1]
    document = json.loads(cli("schema", "db", "--diff", "1", "2", "--output-format", "json")[1])
    jsonschema.Draft202012Validator(json_schema("diff")).validate(document)
    assert cli("schema", "db", "--diff", "2", "2")[1] == "Nothing differs between 2 and 2.\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--diff", "1", "1", "--at", "1"], "leave --at away"),
        (["--diff", "1", "1", "--output-format", "sql"], "printed as text or json"),
        (["--tables", "orders"], "add --output-format mermaid"),
        (["--output-format", "mermaid", "--around", "order"], "did you mean orders"),
        (["--diff", "1", "9"], "no migration is called '9'"),
    ],
)
def test_options_of_the_schema_that_say_nothing(cli: Run, folder: Path, options: list[str], said: str) -> None:
    write(folder, db__1=HISTORY)
    code, out, err = cli("schema", "db", *options)
    assert (code, out) == (2, "")
    assert said in err


def test_init_writes_a_configuration_that_works(cli: Run, folder: Path) -> None:
    (folder / "db" / "migration").mkdir(parents=True)
    (folder / "db" / "migration" / "V1__init.sql").write_text(CLEAN)
    (folder / "db" / "migration" / "V2__more.sql").write_text(BROKEN)
    code, out, err = cli("init")
    assert (code, out) == (0, "")
    assert "flyway" in err
    assert "wrote .dbarch-lint.yaml" in err
    written = config.read(folder / ".dbarch-lint.yaml")
    assert "db/migration" in written.paths
    assert cli(*ONLY)[0] == 1
    assert "exists already" in cli("init")[2]


def test_a_pack_of_ones_own(cli: Run, folder: Path) -> None:
    pack = folder / "house"
    pack.mkdir()
    (pack / "pack.yaml").write_text("name: house\ncodes: [HOUSE]\n")
    code, _, err = cli("new-rule", "table-gone", "--pack", "house")
    assert code == 0
    assert "wrote house/table_gone.md" in err
    assert cli("test", "house") == (0, "", "2 examples, all as they should be\n")
    write(folder, db__1=CLEAN, db__2="DROP TABLE orders;\n")
    (folder / ".dbarch-lint.yaml").write_text("packs: [house]\nselect: [HOUSE101]\n")
    assert "HOUSE101 table-gone" in cli("db")[1]
    page = pack / "table_gone.md"
    page.write_text(page.read_text().replace("DROP TABLE orders;", "SELECT 1;"))
    code, out, err = cli("test", "house")
    assert code == 1
    assert "house/table_gone.md:" in out
    assert err == "2 examples, 1 failed\n"


# ---- terminals -----------------------------------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("flag", "environment", "stream", "wanted"),
    [
        (None, {}, io.StringIO(), False),
        (None, {}, Terminal(), True),
        (None, {"TERM": "dumb"}, Terminal(), False),
        (None, {"NO_COLOR": "1"}, Terminal(), False),
        (None, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, Terminal(), False),
        (None, {"FORCE_COLOR": "1"}, io.StringIO(), True),
        (None, {"FORCE_COLOR": "0"}, io.StringIO(), False),
        (False, {"FORCE_COLOR": "1"}, Terminal(), False),
        (True, {"NO_COLOR": "1"}, io.StringIO(), True),
    ],
)
def test_colour(
    monkeypatch: pytest.MonkeyPatch,
    *,
    flag: bool | None,
    environment: dict[str, str],
    stream: io.StringIO,
    wanted: bool,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_color(flag, stream) is wanted


def test_colour_is_only_paint(cli: Run, folder: Path) -> None:
    write(folder, db__1=BROKEN)
    plain, painted = cli("db", *ONLY)[1], cli("db", *ONLY, "--color")[1]
    assert "\x1b[" in painted
    assert "\x1b" not in plain
    assert "\x1b" not in cli("db", *ONLY, "--no-color")[1]


def test_progress_shows_after_a_while_and_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    stream = io.StringIO()
    with progress.Bar(stream) as bar:
        bar(1, 10)
        assert stream.getvalue() == ""
        now[0] = progress.PATIENCE
        bar(5, 10)
        assert stream.getvalue() == f"\r[{'#' * 15}{'.' * 15}] 5 of 10 migrations"
        bar(6, 10)
        assert "6 of 10" not in stream.getvalue()
        bar(0, 0)
    assert stream.getvalue().endswith("\r\x1b[K")
    quick = io.StringIO()
    now[0] = 0.0
    with progress.Bar(quick) as bar:
        bar(9, 10)
    assert quick.getvalue() == ""

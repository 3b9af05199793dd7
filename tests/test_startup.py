"""What each command loads: a person waits for it in a hook, so nothing is imported that the run does not need."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

LOADED = """
import json, sys
sys.argv = ["dbarch-lint", *json.loads(sys.argv[1])]
from dbarch_lint.__main__ import main
try:
    code = main()
except SystemExit as end:
    code = end.code
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


def run(*arguments: str, cwd: Path) -> tuple[str, int, set[str]]:
    """Run the command in a process of its own: what it prints, its exit code, and the modules it has loaded."""
    root = Path(__file__).parent.parent
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(root)!r})\n{LOADED}", json.dumps(arguments)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=True, timeout=60)
    code, modules = json.loads(done.stderr.splitlines()[-1])
    return done.stdout, code or 0, set(modules)


# What nothing needs that only reads rules.
PARSER = {"pglast", "immutables", "rpds", "dbarch_lint.lint", "dbarch_lint.operations", "dbarch_lint.engines"}


@pytest.mark.parametrize(
    ("arguments", "code", "absent"),
    [
        (["--version"], 0, {*PARSER, "click", "yaml", "msgspec", "dbarch_lint.cli"}),
        (["--help"], 0, {"pglast", "yaml", "dbarch_lint.lint", "dbarch_lint.packs"}),
        (["explain", "HY001"], 0, {*PARSER, "yaml"}),
        (["rules"], 0, {*PARSER, "yaml"}),
        (["check", "--isolated", "db"], 1, {"sqlglot", "rich", "yaml", "dbarch_lint.testing", "dbarch_lint.scaffold"}),
        (["check", "--isolated", "db"], 1, {"dbarch_lint.engines.mysql", "dbarch_lint.engines.mariadb"}),
        (["check", "--isolated", "--engine", "mysql", "db"], 1, {"pglast", "dbarch_lint.engines.postgres"}),
        (
            ["check", "--isolated", "db"],
            1,
            {
                "click",
                "inspect",
                "locale",
                "heapq",
                "graphlib",
                "weakref",
                "sqlalchemy",
                "unittest",
                "asyncio",
                "difflib",
                "importlib.metadata",
            },
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_loads_nothing_it_does_not_need(arguments: list[str], code: int, absent: set[str], tmp_path: Path) -> None:
    (tmp_path / "db").mkdir()
    (tmp_path / "db" / "1.sql").write_text("CREATE TABLE a (id bigint PRIMARY KEY);\n")
    (tmp_path / "db" / "2.sql").write_text("DROP TABEL a;\n")
    out, returned, modules = run(*arguments, cwd=tmp_path)
    assert returned == code, out
    assert out
    assert not {name for name in modules if any(name == a or name.startswith(f"{a}.") for a in absent)}


@pytest.mark.parametrize(
    ("text", "asked"),
    [("ignore: [LK]\nrules:\n  column-dropped:\n    severity: info\n", False), ("ignore: &a [LK]\n", True)],
)
def test_a_plain_configuration_is_read_without_pyyaml(text: str, asked: bool, tmp_path: Path) -> None:
    (tmp_path / "db").mkdir()
    (tmp_path / "db" / "1.sql").write_text("CREATE TABLE a (id bigint PRIMARY KEY);\n")
    (tmp_path / ".dbarch-lint.yaml").write_text(text)
    _, returned, modules = run("check", "db", cwd=tmp_path)
    assert returned == 0
    assert ("yaml" in modules) == asked


# What one small file costs in things that can be counted: times are noise on a machine that does other things too.
SPENT = """
import collections, re, sys
sys.path.insert(0, sys.argv.pop(1))
spent = collections.Counter()

def count(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        spent["pages"] += arguments[0].endswith(".md")
    elif event == "marshal.loads":
        spent["kilobytes of bytecode"] += len(arguments[0]) / 1000
    elif event == "compile":
        spent["texts compiled"] += 1

def compiled(*arguments, original=re._compiler.compile):
    spent["regular expressions"] += 1
    return original(*arguments)

re._compiler.compile = compiled
sys.addaudithook(count)
from dbarch_lint.__main__ import main
main()
import json
spent["own modules"] = len([name for name in sys.modules if name.startswith("dbarch_lint.")])
print(json.dumps(spent), file=sys.stderr)
"""
SMALL = """CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL, total numeric(12,2));
CREATE INDEX orders_customer_id_idx ON orders (customer_id);
ALTER TABLE orders ADD COLUMN note text NOT NULL DEFAULT '';
"""
# Each a little above what it was when this was written. Raise one for something that is worth what it costs in every
# run; before that, see whether it can wait until it is used.
MOST = {
    "own modules": 136,
    "kilobytes of bytecode": 3250,
    "regular expressions": 38,
    "texts compiled": 45,
    "pages": 0,
}


def test_a_small_file_costs_little(tmp_path: Path) -> None:
    file = tmp_path / "1.sql"
    file.write_text(SMALL)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(tmp_path / "compiled")
    root = str(Path(__file__).parent.parent)
    for _ in range(2):  # the first run compiles
        command = [sys.executable, "-c", SPENT, root, "check", "--isolated", str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120, env=environment)
    spent = json.loads(done.stderr.splitlines()[-1])
    if sys.version_info[:2] != (3, 11):  # other versions write longer bytecode
        del spent["kilobytes of bytecode"]
    assert {what: spent.get(what, 0) for what, most in MOST.items() if spent.get(what, 0) > most} == {}
    assert spent["own modules"] > 100

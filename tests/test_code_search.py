"""The sources of the application as evidence: who still names what a migration takes away."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dbarch_lint import code_search, config, lint
from dbarch_lint.findings import Finding

OLD = "CREATE TABLE order_items (id bigint PRIMARY KEY, unit_price numeric, note text, size int);\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "db").mkdir()
    (tmp_path / "src").mkdir()
    (tmp_path / "db/1.sql").write_text(OLD)
    (tmp_path / ".git").mkdir()
    return tmp_path


def found(project: Path, sql: str, code_paths: tuple[str, ...] = ("src",)) -> list[Finding]:
    """The findings on names that go, for a second migration."""
    (project / "db/2.sql").write_text(sql)
    lines = "".join(f"  - {path}\n" for path in code_paths)
    (project / ".dbarch-lint.yaml").write_text(f"engine: postgres\ncode-paths:\n{lines}")
    loaded = config.load([str(project / "db/2.sql")])
    report = lint.check([str(project / "db/2.sql")], loaded.config, root=project)
    return [f for f in report.findings if f.gone]


def places(finding: Finding) -> list[tuple[str, int]]:
    spans = [note.span for note in finding.notes if note.span is not None]
    return [(span.source.path, span.source.line_of(span.start)) for span in spans if span.source.path.startswith("src")]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT unit_price FROM order_items",
        "class OrderItem:\n    unit_price: Decimal",
        "orderItem.unitPrice",
        "@Table(name = 'order_items') int getUnitPrice; UnitPrice price;",
    ],
)
def test_a_column_is_found_however_it_is_spelled(project: Path, text: str) -> None:
    (project / "src/code.txt").write_text(text)
    [finding] = found(project, "ALTER TABLE order_items DROP COLUMN unit_price;")
    assert places(finding)
    assert finding.confidence == "high", "what the rule says"


def test_a_column_of_another_table_is_another_column(project: Path) -> None:
    (project / "src/code.py").write_text("class Customer:\n    note = Text()\n    unit_prices = 1\n")
    (project / "src/items.py").write_text("class OrderItem:\n    notes = 1\n")
    [finding] = found(project, "ALTER TABLE order_items DROP COLUMN note;")
    assert places(finding) == []
    assert finding.confidence == "low"
    assert "nothing in src names it" in finding.notes[-1].message


def test_tables_and_renames(project: Path) -> None:
    (project / "src/code.py").write_text("x = 1\nquery('SELECT size FROM order_items')\n")
    [renamed] = found(project, "ALTER TABLE order_items RENAME COLUMN size TO width;")
    assert places(renamed) == [("src/code.py", 2)]
    [moved] = found(project, "ALTER TABLE order_items RENAME TO lines;")
    assert places(moved) == [("src/code.py", 2)]
    [dropped] = found(project, "DROP TABLE order_items;")
    assert places(dropped) == [("src/code.py", 2)]


def test_a_single_word_may_mean_anything(project: Path) -> None:
    (project / "db/1.sql").write_text("CREATE TABLE pipes (id bigint PRIMARY KEY, size int);")
    (project / "src/code.go").write_text("stdin, stdout := io.Pipe() // a pipe.size\n")
    [finding] = found(project, "DROP TABLE pipes;")
    assert places(finding) == []
    [finding] = found(project, "ALTER TABLE pipes DROP COLUMN size;")
    assert places(finding) == [("src/code.go", 1)]


def test_without_code_paths_nothing_is_read(project: Path) -> None:
    (project / "src/code.py").write_text("order_items")
    [finding] = found(project, "DROP TABLE order_items;", code_paths=("nowhere",))
    assert places(finding) == []


def test_many_places_are_counted(project: Path) -> None:
    (project / "src/code.py").write_text("order_items\n" * 10)
    [finding] = found(project, "DROP TABLE order_items;")
    assert len(places(finding)) == code_search.TOLD
    assert finding.notes[-1].message == "so do 7 more places in src"


def test_a_hostile_tree_is_passed_over(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Links, binaries, large files, pipes, folders of others, and the migrations themselves."""
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("order_items")
    src = project / "src"
    (src / "link.txt").symlink_to(outside)
    (src / "folder").symlink_to(outside.parent)
    (src / "circle").symlink_to(src)
    (src / "binary").write_bytes(b"order_items\0")
    (src / "large.txt").write_bytes(b"order_items\n" * (1 << 17))
    (src / "node_modules").mkdir()
    (src / "node_modules/x.js").write_text("order_items")
    os.mkfifo(src / "pipe")
    [finding] = found(project, "DROP TABLE order_items;", code_paths=("src", "db"))
    assert [note.message for note in finding.notes if note.span is not None] == []


def test_there_is_an_end_to_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code_search, "MAX_FILES", 3)
    for number in range(5):
        (project / f"src/{number}.py").write_text("order_items")
    [finding] = found(project, "DROP TABLE order_items;")
    assert len(places(finding)) == 3

"""Other tools' suppression comments: what they silence with --compat, and that they do nothing without it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import Run

TABLE = "CREATE TABLE t (id bigint PRIMARY KEY, a text, b text);\n"
INDEX = "CREATE INDEX t_a ON t (a);\n"
DROP = "ALTER TABLE t DROP COLUMN b;\n"


def told(cli: Run, folder: Path, text: str, *options: str) -> list[str]:
    """The codes that are reported for a second migration with this text, and not suppressed."""
    (folder / "db").mkdir(exist_ok=True)
    (folder / "db/1.sql").write_text(TABLE, encoding="utf-8")
    (folder / "db/2.sql").write_text(text, encoding="utf-8")
    out = cli("db/2.sql", "--output-format", "json", "--fail-on", "never", *options)[1]
    return [found["code"] for found in json.loads(out)["findings"] if found["suppressed"] is None]


BOTH = ["LK101", "DL101"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"-- squawk-ignore require-concurrent-index-creation\n{INDEX}{DROP}", ["DL101"]),
        (f"-- squawk-ignore ban-drop-column,require-concurrent-index-creation -- why\n{INDEX}{DROP}", ["DL101"]),
        (f"-- squawk-ignore require-concurrent-index-creation\n\n{INDEX}{DROP}", ["DL101"]),
        (f"{INDEX}-- squawk-ignore ban-drop-column\n{DROP}", ["LK101"]),
        (f"-- squawk-ignore\n{INDEX}{DROP}", ["DL101"]),
        (f"/* squawk-ignore-file ban-drop-column */\n{INDEX}{DROP}", ["LK101"]),
        (f"-- squawk-ignore-file\n{INDEX}{DROP}", []),
        (f"-- squawk-ignore some-rule-of-tomorrow\n{INDEX}{DROP}", BOTH),
        (f"-- eugene: ignore E6\n{INDEX}{DROP}", ["DL101"]),
        (f"-- eugene: ignore E2, E6\n{INDEX}{DROP}", ["DL101"]),
        (f"-- eugene: ignore\n{INDEX}{DROP}", ["DL101"]),
        (f"-- atlas:nolint PG101\n{INDEX}{DROP}", ["DL101"]),
        (f"-- atlas:nolint concurrent_index\n{INDEX}-- atlas:nolint destructive DS103\n{DROP}", []),
        (f"-- atlas:nolint DS103\n\n{INDEX}{DROP}", ["LK101"]),
        (f"-- atlas:nolint\n\n{INDEX}{DROP}", []),
        (f"-- pgm-lint:suppress PGM001,PGM501\n{INDEX}{DROP}", ["DL101"]),
        (f"-- pgm-lint:suppress-file PGM009\n{INDEX}{DROP}", ["LK101"]),
        (f"-- pgfence-ignore: create-index-not-concurrent\n{INDEX}-- pgfence: ignore drop-column\n{DROP}", []),
        (f"-- pgfence-ignore\n{INDEX}{DROP}", ["DL101"]),
        (f"-- migrationpilot-disable MP001\n{INDEX}{DROP}", ["DL101"]),
        (f"-- migrationpilot-disable-file MP017\n{INDEX}{DROP}", ["LK101"]),
        (f"-- noqa: US016\n{INDEX}{DROP}", ["DL101"]),
        (f"-- pgrubic: noqa: US001\n{INDEX}{DROP}", ["LK101"]),
        (f"-- noqa\n{INDEX}{DROP}", ["DL101"]),
        (f"-- safety-assured:start\n{INDEX}-- safety-assured:end\n{DROP}", ["DL101"]),
        (f"-- safety-assured:end\n{INDEX}{DROP}", BOTH),
        (f"-- pgls-ignore lint/safety/banDropColumn: gone\n{DROP}{INDEX}", ["LK101"]),
        (f"-- pgls-ignore lint/safety: all of it\n{DROP}{INDEX}", ["LK101"]),
        (f"-- pgls-ignore-start lint/safety\n{INDEX}{DROP}-- pgls-ignore-end lint/safety\n", []),
        (f"-- pgvet_nolint:non-concurrent-index,drop-column\n{INDEX}{DROP}", ["DL101"]),
        (f"-- pgsafemigrate:nolint:high-availability-avoid-non-concurrent-index-creation\n{DROP}{INDEX}", ["DL101"]),
        (f"-- noqa: LT01\n{INDEX}{DROP}", BOTH),
        (f"-- noqa: US016 it is empty\n{INDEX}{DROP}", BOTH),
        (f"-- squawk-ignore: ban-drop-column\n{DROP}{INDEX}", BOTH),
        (f"-- squawk-ignore-next-statement ban-drop-column\n{DROP}{INDEX}", BOTH),
        (f"-- squawk-ignore-all\n{DROP}{INDEX}", BOTH),
        (f"-- the squawk-ignore\n-- squawk-ignore below says why\n{DROP}{INDEX}", BOTH),
        (f"/* eugene: ignore E6 */\n{INDEX}{DROP}", ["DL101"]),
        (f"ALTER TABLE t\n-- squawk-ignore ban-drop-column\nDROP COLUMN b;\n{INDEX}", ["LK101"]),
        (f"SELECT 'squawk-ignore-file';\n{INDEX}{DROP}", BOTH),
        (f"{INDEX}{DROP}-- squawk-ignore ban-drop-column\n", BOTH),
    ],
)
def test_comments_of_other_tools(cli: Run, folder: Path, text: str, left: list[str]) -> None:
    assert sorted(told(cli, folder, text, "--compat")) == sorted(left)
    assert sorted(told(cli, folder, text)) == sorted(BOTH)


def test_the_comment_is_the_reason(cli: Run, folder: Path) -> None:
    told(cli, folder, f"-- squawk-ignore ban-drop-column -- nobody reads it\n{DROP}", "--compat")
    out = cli("db/2.sql", "--output-format", "json", "--compat", "--show-suppressed")[1]
    assert [f["suppressed"] for f in json.loads(out)["findings"]] == [
        "squawk-ignore ban-drop-column -- nobody reads it"
    ]


def test_compat_in_the_configuration(cli: Run, folder: Path) -> None:
    (folder / ".dbarch-lint.yaml").write_text("compat: true\n", encoding="utf-8")
    assert told(cli, folder, f"-- squawk-ignore ban-drop-column\n{DROP}") == []
    assert told(cli, folder, f"-- squawk-ignore ban-drop-column\n{DROP}", "--no-compat") == ["DL101"]


def test_a_comment_that_suppresses_nothing_is_its_tools_affair(cli: Run, folder: Path) -> None:
    assert told(cli, folder, "-- squawk-ignore ban-drop-column\nSELECT 1;\n", "--compat") == []

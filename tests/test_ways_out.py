"""What findings say beside their place, where it depends on what stands around: the sure word or the doubt, and the way out."""

from __future__ import annotations

import pytest

from dbarch_lint import lint, packs
from dbarch_lint.findings import Finding
from dbarch_lint.migrations import Migration
from dbarch_lint.packs import Ruleset
from dbarch_lint.source import Source

RULES = packs.load_rules()


def only(code: str, history: str, text: str) -> Finding:
    """The one finding of a rule."""
    migrations = [
        Migration(id="1", source=Source("1.sql", history), pending=False),
        Migration(id="2", source=Source("2.sql", text), wrapper="explicit"),
    ]
    rule = packs.find(RULES, code)
    assert rule is not None
    (finding,) = lint.judge(migrations, engine="postgres", version="", ruleset=Ruleset([rule], {}, known=RULES))
    return finding


@pytest.mark.parametrize(
    ("old", "new", "sure"),
    [
        ("timestamptz", "timestamp", False),
        ("timestamptz(3)", "timestamp(6)", False),
        ("timestamptz", "timestamp(3)", True),
        ("timestamptz(3)", "timestamp(3)", True),
        ("timestamp", "timestamptz(0)", True),
    ],
)
def test_a_time_zone_is_no_way_out_where_decimals_are_rounded(old: str, new: str, sure: bool) -> None:
    finding = only("RW101", f"CREATE TABLE t (at {old});", f"ALTER TABLE t ALTER COLUMN at TYPE {new};")
    assert ("SET TIME ZONE 'UTC'" not in finding.message) == sure
    assert (" rewrites the table" in finding.message) == sure


@pytest.mark.parametrize("kind", ["", " PARTITION BY LIST (id)"])
def test_an_index_behind_a_change_of_its_table_blocks_reads_as_well(kind: str) -> None:
    history = f"CREATE TABLE t (id int PRIMARY KEY){kind};"
    finding = only("LK101", history, "ALTER TABLE t ADD COLUMN v int DEFAULT 1; CREATE INDEX t_id ON t (id);")
    assert "every read and write of t" in finding.message
    assert "every write to t" in only("LK101", history, "CREATE INDEX t_id ON t (id);").message

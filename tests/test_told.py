"""What findings say, where it depends on what stands around the statement."""

from __future__ import annotations

import pytest

from dbarch_lint.findings import Finding
from dbarch_lint.lint import judge
from dbarch_lint.migrations import Migration
from dbarch_lint.packs import Ruleset, load_rules
from dbarch_lint.source import Source


def told(before: str, statements: str, *, family: str) -> list[Finding]:
    """The findings of a family of rules on a migration after another one."""
    rules = Ruleset([rule for rule in load_rules() if rule.family == family])
    texts = {"1.sql": before, "2.sql": f"BEGIN; {statements}; COMMIT;"}
    migrations = [Migration(id=n, source=Source(n, t), pending=n == "2.sql") for n, t in texts.items()]
    return judge(migrations, engine="postgres", version="17", ruleset=rules)


REFERRED = """
CREATE TABLE coupons (id bigint PRIMARY KEY, code text);
CREATE TABLE orders (id bigint PRIMARY KEY, coupon_id bigint REFERENCES coupons ON DELETE CASCADE);
CREATE TABLE bills (id bigint PRIMARY KEY, coupon_id bigint REFERENCES coupons);
"""
ALONG = "it takes along {}orders_coupon_id_fkey of orders (whose reads and writes wait)"
AGAIN = "ADD FOREIGN KEY (coupon_id) REFERENCES coupons"


@pytest.mark.parametrize(
    ("statements", "note"),
    [
        ("DROP TABLE coupons CASCADE; DROP TABLE bills", ALONG.format("")),
        ("ALTER TABLE coupons DROP COLUMN id CASCADE; DROP TABLE bills", ALONG.format("coupons_pkey and ")),
        (
            f"DROP TABLE coupons CASCADE; {REFERRED.splitlines()[1]} ALTER TABLE orders {AGAIN}; ALTER TABLE bills {AGAIN}",
            "",
        ),
        ("DROP TABLE bills, orders, coupons", ""),
    ],
)
def test_what_cascade_takes_along_is_named(statements: str, note: str) -> None:
    found = told(REFERRED, statements, family="data_loss")
    assert [n.message for f in found for n in f.notes] == ([note] if note else [])


OWNED = """
CREATE TABLE owners (id bigint PRIMARY KEY);
CREATE DOMAIN kind AS text;
CREATE TABLE pets (id bigint PRIMARY KEY, owner_id bigint, kind kind);
"""
KEY = "ADD CONSTRAINT k FOREIGN KEY (owner_id) REFERENCES owners"
SHORT = "ALTER DOMAIN kind ADD CHECK (length(VALUE) < 9)"


@pytest.mark.parametrize(
    ("statements", "who"),
    [
        (f"ALTER TABLE pets {KEY}", "blocks writes to pets and owners until"),
        (f"ALTER TABLE pets ADD COLUMN n int, {KEY}", "blocks every read and write of pets and writes to owners until"),
        (
            f"ALTER TABLE pets ADD COLUMN n int; ALTER TABLE pets {KEY}",
            "blocks every read and write of pets and writes to owners until",
        ),
        (
            f"ALTER TABLE pets ADD COLUMN n int; ALTER TABLE owners ADD COLUMN n int; ALTER TABLE pets {KEY}",
            "blocks every read and write of pets and owners until",
        ),
        (SHORT, "while all writes to it wait"),
        (f"ALTER TABLE pets ADD COLUMN n int; {SHORT}", "while all reads and writes of it wait"),
    ],
)
def test_who_waits_is_said_of_all_that_the_transaction_locks(statements: str, who: str) -> None:
    (found,) = told(OWNED, statements, family="locking")
    assert who in found.message

"""Each hazard of the MySQL table, as one statement: a rule that the table names for it speaks of that statement."""

from __future__ import annotations

import shlex

import pytest

from dbarch_lint import coverage, lint, packs
from dbarch_lint.findings import Finding
from dbarch_lint.migrations import Migration
from dbarch_lint.source import Source

ORDERS = """CREATE TABLE users (id bigint PRIMARY KEY, email varchar(200) NOT NULL UNIQUE);
CREATE TABLE orders (
  id bigint AUTO_INCREMENT PRIMARY KEY, user_id bigint NOT NULL, code varchar(40) NOT NULL DEFAULT 'x' COMMENT 'what',
  total decimal(10,2) NOT NULL, state enum('a', 'b', 'c') NOT NULL, note varchar(200) CHARACTER SET utf8mb3,
  old varchar(20) CHARACTER SET latin1, KEY orders_code (code), KEY orders_pair (user_id, code)
) DEFAULT CHARSET=utf8mb4;"""
# By row: the statement, and options of the rule where it says nothing without them
STATEMENTS: dict[str, str | tuple[str, dict[str, dict[str, object]]]] = {
    "N1": "DROP TABLE orders",
    "N3": "ALTER TABLE orders DROP COLUMN total",
    "N4": "ALTER TABLE orders DROP COLUMN code",
    "N5": "ALTER TABLE orders MODIFY id bigint NOT NULL, DROP PRIMARY KEY",
    "N8": "TRUNCATE TABLE orders",
    "N11": "ALTER TABLE orders MODIFY code varchar(10) NOT NULL DEFAULT 'x' COMMENT 'what'",
    "N12": "ALTER TABLE orders MODIFY state enum('b', 'a') NOT NULL",
    "N13": "ALTER TABLE orders ENGINE=MyISAM",
    "N14": "ALTER TABLE orders RENAME TO purchases",
    "N15": "ALTER TABLE orders RENAME COLUMN total TO amount",
    "N17": "ALTER TABLE orders ALTER INDEX orders_code INVISIBLE, ADD COLUMN n int",
    "N18": "DELETE FROM orders",
    "N19": "ALTER TABLE orders ADD COLUMN day date NOT NULL",
    "N20": "ALTER TABLE orders MODIFY note varchar(200) CHARACTER SET utf8mb3 NOT NULL",
    "N21": "ALTER TABLE orders ADD UNIQUE (total)",
    "N23": "ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id)",
    "N24": "ALTER TABLE orders DROP PRIMARY KEY, ADD PRIMARY KEY (id, code)",
    "N25": "CREATE FULLTEXT INDEX words ON orders (note)",
    "N26": "ALTER TABLE orders CONVERT TO CHARACTER SET latin1",
    "N27": "ALTER TABLE orders MODIFY total decimal(12,2) NOT NULL",
    "N29": "ALTER TABLE orders ADD COLUMN n int",
    "N31": "ALTER TABLE orders ADD CHECK (total > 0)",
    "N32": "ALTER TABLE orders ADD COLUMN n int, ADD INDEX (total)",
    "N33": "CREATE TABLE items (order_id bigint, n int)",
    "N36": "ALTER TABLE orders MODIFY total decimal(10,2) NOT NULL FIRST",
    "N37": "ALTER TABLE orders DROP COLUMN total; ALTER TABLE orders ADD COLUMN total int",
    "N40": "ALTER TABLE orders COMMENT = 'what was sold'",
    "N41": "PREPARE s FROM @sql",
    "N43": "CREATE TABLE items (order_id bigint, n int)",
    "N44": "CREATE TABLE items (url varchar(250) PRIMARY KEY);"
    " CREATE TABLE parts (id bigint PRIMARY KEY, url varchar(250) NOT NULL, FOREIGN KEY (url) REFERENCES items (url))",
    "N46": "CREATE TABLE items (id float PRIMARY KEY, n int NOT NULL)",
    "N47": "CREATE TABLE items (id int AUTO_INCREMENT PRIMARY KEY, n int NOT NULL)",
    "N48": "CREATE TABLE items (a int, b int, c int, d int, e int, PRIMARY KEY (a, b, c, d, e)); CREATE TABLE parts"
    " (id bigint PRIMARY KEY, a int, b int, c int, d int, e int, FOREIGN KEY (a, b, c, d, e) REFERENCES items (a, b, c, d, e))",
    "N49": "CREATE TABLE items (id bigint PRIMARY KEY, "
    + ", ".join(f"c{i} int NOT NULL, KEY k{i} (c{i})" for i in range(30))
    + ")",
    "N51": "CREATE INDEX again ON orders (code)",
    "N52": "CREATE TABLE items (id bigint PRIMARY KEY, at datetime NOT NULL, user_id bigint NOT NULL, KEY (at, user_id), FOREIGN KEY (user_id) REFERENCES users (id))",
    "N55": (
        "CREATE TABLE items (id bigint PRIMARY KEY, user_id bigint, FOREIGN KEY (user_id) REFERENCES users (id))",
        {"IC113": {"forbidden": ["foreign-keys"]}},
    ),
    "N59": "CREATE TABLE items (id bigint PRIMARY KEY, body varchar(200) NOT NULL) DEFAULT CHARSET=utf8mb3",
    "N60": "CREATE TABLE items (id bigint PRIMARY KEY, n int NOT NULL) ENGINE=MyISAM",
    "N64": "CREATE TABLE bills (id bigint PRIMARY KEY, price double NOT NULL)",
    "N66": "ALTER TABLE orders ADD COLUMN day date NOT NULL",
    "N71": "CREATE TABLE notes (id bigint PRIMARY KEY, body text, title varchar(90), author varchar(90))",
    "N72": "CREATE TABLE wide (id bigint PRIMARY KEY, "
    + ", ".join(f"word{chr(97 + i // 26)}{chr(97 + i % 26)} int" for i in range(60))
    + ")",
    "N74": "CREATE TABLE logins (id bigint PRIMARY KEY, name varchar(40) NOT NULL, password varchar(20) NOT NULL)",
    "N86": "ALTER TABLE orders ADD PRIMARY KEY (code)",
    "N87": "CREATE TABLE items (id int AUTO_INCREMENT PRIMARY KEY, n int NOT NULL)",
    "N88": "DELETE FROM orders",
    "N89": "UPDATE orders SET total = total * 2",
}
# What needs a whole schema to be seen: the pages of the rules have that
OF_SCHEMAS = {"N22", "N63", "N73", "N75", "N78", "N80", "N81", "N82"}
ENTRIES = {entry.id: entry for entry in coverage.load()["MySQL and MariaDB migrations"]}


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("INSERT INTO users SELECT id, `code` FROM orders; ALTER TABLE orders DROP COLUMN code", "after the copy"),
        ("INSERT INTO users SELECT id, old FROM orders; ALTER TABLE orders DROP COLUMN code", "destroys all values"),
        ("UPDATE orders SET note = code; ALTER TABLE orders DROP COLUMN code", "after the copy"),
        ("UPDATE orders SET note = 'x' WHERE code = 'y'; ALTER TABLE orders DROP COLUMN code", "destroys all values"),
        ("CREATE INDEX n ON orders (total) LOCK=SHARED", "leave LOCK=SHARED out"),
        ("CREATE INDEX n ON orders ((total + 1)) LOCK=SHARED", "use gh-ost"),
    ],
)
def test_what_is_said_of_it(sql: str, said: str) -> None:
    assert said in " ".join(finding.message for finding in judged(sql, ("DL101", "LK101"), {}))


@pytest.mark.parametrize(
    ("actions", "alter"),
    [
        ("MODIFY total bigint NOT NULL, -- wider\n ADD CHECK (code <> 'a  b')", "ADD CHECK (code <> 'a  b')"),
        ("MODIFY total bigint NOT NULL, LOCK=SHARED, ALGORITHM=COPY", "MODIFY total bigint NOT NULL"),
        ("CHANGE total `x, y` bigint NOT NULL", "--approve-renamed-columns"),
    ],
)
def test_programs_are_called_as_a_shell_reads_it(actions: str, alter: str) -> None:
    """What stands in comments is not part of the statement, and what stands in quotes is."""
    history = "CREATE TABLE `a, 'b` (id bigint PRIMARY KEY, total int NOT NULL, code varchar(40), KEY (total));"
    found = judged(f"ALTER TABLE `a, 'b` {actions}", ("RW101",), {}, history)
    (text, *_) = [fix.text for f in found for fix in f.fixes]
    told = {words[0]: words[1:] for line in text.splitlines() if (words := shlex.split(line, comments=True))}
    assert "--table=a, 'b" in told["gh-ost"]
    assert "t=a\\, 'b" in told["pt-online-schema-change"][1]
    assert told["spirit"][2].startswith("--statement=ALTER TABLE `a, 'b` ")
    assert told["spirit"][2].endswith(alter) or alter in told["gh-ost"]


def judged(
    sql: str, codes: tuple[str, ...], settings: dict[str, dict[str, object]], history: str = ORDERS
) -> list[Finding]:
    """What these rules say of a migration behind the tables."""
    rules = [rule for rule in packs.load_rules() if rule.code in codes]
    migrations = [
        Migration(id="1", source=Source("1.sql", history), pending=False),
        Migration(id="2", source=Source("2.sql", f"{sql};")),
    ]
    return lint.judge(migrations, engine="mysql", version="8.4", ruleset=packs.Ruleset(rules, settings))


def test_every_hazard_with_a_rule_has_its_statement() -> None:
    assert {id_ for id_, entry in ENTRIES.items() if entry.rules} == STATEMENTS.keys() | OF_SCHEMAS


@pytest.mark.parametrize("number", STATEMENTS)
def test_a_rule_of_the_table_speaks(number: str) -> None:
    said = STATEMENTS[number]
    sql, settings = said if isinstance(said, tuple) else (said, {})
    assert judged(sql, ENTRIES[number].rules, settings), sql

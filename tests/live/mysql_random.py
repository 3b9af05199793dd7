"""Random histories on MySQL or MariaDB and in the replay, and the shortest one that tells them apart.

python -m tests.live.mysql_random ENGINE SEED HISTORIES LENGTH
"""

# ruff: noqa: T201 (it is run by hand)
from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, NamedTuple

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines import engine
from dbarch_lint.migrations import Migration
from dbarch_lint.objects import Table
from dbarch_lint.replay import replay
from dbarch_lint.source import Source
from tests.ddl import parts_of
from tests.live.introspect import differences
from tests.live.mysql_compare import emptied, version
from tests.live.mysql_facts import DATABASE, Server
from tests.live.mysql_servers import refusal, started

TABLES = ("t", "u", "v", "Order")
COLUMNS = ("a", "b", "c", "d", "Name")
TYPES = """int; int(5); int unsigned; bigint; bigint(20) unsigned; tinyint(1); bool; smallint unsigned zerofill; decimal;
decimal(8,2) unsigned; float; float(20); float(40); double; double(8,3); bit; bit(3); char; char(4); varchar(20);
varchar(20) character set latin1; varchar(30) collate utf8mb4_bin; varchar(10) character set utf8 binary; text; text(100);
tinytext; mediumtext character set latin1; blob; blob(70000); json; date; time(2); datetime; datetime(6);
timestamp null; timestamp(3) null; year; enum('x','y'); set('p','q') collate utf8mb4_general_ci; binary(3);
varbinary(9); nvarchar(9); char(3) character set binary""".replace("\n", " ").split("; ")
CHARSETS = ("utf8mb4", "latin1", "utf8", "utf8mb4 collate utf8mb4_bin", "utf8mb4 collate utf8mb4_unicode_ci", "ascii")
HALF_DONE = "1025 "  # the number of an error after which MariaDB has lost foreign keys that the statement drops
ACTIONS = ("", "", " on delete cascade", " on delete set null", " on update cascade", " on delete restrict")


class Grammar:
    """Statements over what is there, most of them such that a server takes them."""

    def __init__(self, random: Random, *, mariadb: bool) -> None:
        self.random, self.mariadb = random, mariadb
        self.pick: Callable[..., Any] = random.choice
        self.number = 0

    def maybe(self, text: str, of: int = 3) -> str:
        return text if self.random.randrange(of) == 0 else ""

    def statement(self, catalog: Catalog) -> str:
        """One statement."""
        tables = [t for t in catalog.tables if t.columns]
        if len(tables) < 2 or (len(tables) < len(TABLES) and self.random.randrange(12) == 0):
            return self.create_table(tables)
        table = self.pick(tables)
        copy = self.pick((*TABLES, "copy"))
        others: list[Callable[[], str]] = [
            lambda: f"drop table {quoted(table)}",
            lambda: f"rename table {quoted(table)} to `{self.pick((*TABLES, 'w'))}`",
            lambda: f"create table `{copy}` like {quoted(table)}",
            lambda: f"create table `{copy}` {self.selection(table)}",
            lambda: f"alter database {self.maybe(DATABASE)} character set {self.pick(CHARSETS)}",
            lambda: f"drop index {self.index(table)} on {quoted(table)}",
            *[lambda: self.create_index(table)] * 3,
        ]
        roll = self.random.randrange(40)
        if roll < len(others):
            return others[roll]()
        count = self.pick([1, 1, 1, 2, 3])
        actions = [self.action(table, tables) for _ in range(count)]
        return f"alter table {quoted(table)} " + ", ".join(self.without_surprises(table, actions))

    def create_index(self, table: Table) -> str:
        """CREATE INDEX."""
        unique, name = self.pick(["", "unique ", "unique ", "fulltext ", ""]), self.new("i")
        using = self.maybe(" using btree")
        return f"create {unique}index {name} on {quoted(table)} ({self.parts(table, unique)}){using}"

    def without_surprises(self, table: Table, actions: list[str]) -> list[str]:
        """Fewer actions where servers go astray: MariaDB loses foreign keys of a table that gets another name as well;
        beside CONVERT TO, MySQL gives a BLOB that takes the place of a number the length of that number, and an index on
        a text that takes the place of an ENUM or SET of one byte per character holds one byte of it.

        A column that takes the place of one of the same name keeps its indexes; how much of it they hold is not replayed.
        Added with FIRST, it takes them from one that gets another name, too.
        """
        if any(action.startswith("rename to") for action in actions):
            actions = [a for a in actions if a.startswith("rename to") or not (self.mariadb or "references" in a)]
        small = [f"`{c.name}`" for c in table.columns if c.type.name in {"enum", "set"} and not self.mariadb]
        actions = [a for a in actions if not (a.startswith(("modify", "change")) and a.split()[1] in small)]
        if any(action.startswith("convert") for action in actions):
            actions = [a for a in actions if "blob" not in a and not a.startswith("default charset")]
        gone = [a.split()[2] for a in actions if a.startswith(("drop column", "rename column"))]
        gone += [a.split()[1] for a in actions if a.startswith("change")]
        return [a for a in actions if not (a.startswith("add ") and any(name in a for name in gone))] or ["force"]

    def selection(self, table: Table) -> str:
        """A query of one table."""
        columns = self.random.sample([c.name for c in table.columns], min(self.pick([1, 2, 3]), len(table.columns)))
        items = ", ".join(f"`{c}`{self.maybe(f' as {self.new(chr(113))}')}" for c in columns)
        return (
            f"{self.maybe('as ', 2)}select {self.pick(['*', items])} from {quoted(table)}{self.maybe(' where id > 0')}"
        )

    def swap(self, columns: Sequence[str]) -> str:
        """Two columns with each other's names."""
        one, other = self.random.sample(columns, 2) if len(columns) > 1 else (columns[0], "z")
        words = [(one, other), (other, one)]
        if self.random.randrange(2):
            return ", ".join(f"rename column `{a}` to `{b}`" for a, b in words)
        return ", ".join(f"change `{a}` `{b}` {self.definition()}" for a, b in words)

    def new(self, prefix: str) -> str:
        self.number += 1
        return f"{prefix}{self.number}"

    def create_table(self, tables: Sequence[Table]) -> str:
        """CREATE TABLE with a few columns, keys and options."""
        name = self.pick(TABLES)
        columns = self.random.sample(COLUMNS, self.pick([2, 3, 4, 5]))
        parts = [f"`{c}` {self.definition(True)}" for c in columns]
        key = f"id {self.pick(['int', 'bigint unsigned', 'int(8)'])} not null"
        parts.insert(
            0, self.pick([f"{key} auto_increment primary key", f"{key} primary key", f"{key} unique", "id serial"])
        )
        if self.random.randrange(2):
            unique = self.maybe("unique ")
            parts.append(f"{unique}key {self.maybe(self.new('k'))} ({self.one(columns)}, id)")
        parts += [f"key ({self.one(columns)})"] * (self.random.randrange(3) == 0)
        if tables and self.random.randrange(2):
            parts += [f"{self.foreign(['id'], tables)}"]
        parts += [self.check(columns)] * (self.random.randrange(4) == 0)
        options = self.pick(["", " engine=InnoDB", f" charset={self.pick(CHARSETS)}", " comment='it''s'"])
        return f"create table `{name}` ({', '.join(parts)}){options}"

    def one(self, columns: Sequence[str]) -> str:
        """A column, as a part of an index."""
        return f"`{self.pick(columns)}`{self.maybe('(3)', 5)}{self.maybe(' desc', 6)}"

    def definition(self, new: bool = False) -> str:
        """A type and attributes."""
        type_ = self.pick(TYPES)
        words = [type_, self.pick(["", "", " not null", " null"])]
        if type_.startswith(("int", "bigint", "decimal", "float", "double", "smallint")):
            exact = not type_.startswith(("float", "double"))
            words += [self.maybe(self.pick([" default 0", " default '5'", " default -1" if exact else " default 1.5"]))]
        elif "char" in type_:
            words += [self.maybe(self.pick([" default ''", " default 'x'", " default null", " default 'it''s'"]))]
        elif type_.startswith(("timestamp", "datetime")) and "(" not in type_:
            now = " default current_timestamp on update current_timestamp"
            words += [self.maybe(self.pick([" default current_timestamp", now, " default now()"]), 2)]
        words += [
            self.maybe(" unique", 12),
            self.maybe(" comment 'c'", 8),
            self.maybe(" check (1 = 1)" if self.mariadb else "", 15),
        ]
        words += [self.maybe(" invisible", 20)] if new else []
        return "".join(words)

    def column(self, table: Table) -> str:
        return f"`{self.pick(table.columns).name}`"

    def plain(self, table: Table) -> str:
        """A column whose defaults the server keeps as they are written."""
        chosen = [c.name for c in table.columns if not (c.identity or c.type.name.startswith(("time", "date")))]
        return f"`{self.pick(chosen or ['missing'])}`"

    def parts(self, table: Table, unique: str = "") -> str:
        """The parts of an index; a unique one has them ascending (MariaDB forgets that of one that is too long)."""
        chosen = self.random.sample([c.name for c in table.columns], min(self.pick([1, 1, 2, 3]), len(table.columns)))
        parts = ", ".join(self.one([c]) for c in chosen)
        return parts.replace(" desc", "") if unique else parts

    def index(self, table: Table) -> str:
        names = [n for n in table.index_names if n != "PRIMARY"]
        return f"`{self.pick(names)}`" if names else "missing"

    def foreign(self, columns: Sequence[str], tables: Sequence[Table]) -> str:
        """A foreign key to some table's id."""
        name = self.maybe(f"constraint {self.new('f')} ", 2)
        own = self.maybe(f"{self.new('x')} ", 5)
        target = quoted(self.pick(tables))
        return f"{name}foreign key {own}({', '.join(columns)}) references {target} (id){self.pick(ACTIONS)}"

    def check(self, columns: Sequence[str]) -> str:
        name = self.maybe(f"constraint {self.new('ck')} ", 2)
        return f"{name}check (`{self.pick(columns)}` is not null)"

    def action(self, table: Table, tables: Sequence[Table]) -> str:
        """One action of ALTER TABLE."""
        place = self.pick(["", "", " first", f" after {self.column(table)}"])
        name = f"`{self.pick(COLUMNS)}`"
        link = f"fk{self.random.randrange(3)} {self.pick(['int', 'bigint unsigned', 'int(8)'])}"
        columns = [c.name for c in table.columns]
        links = [c for c in columns if c.startswith("fk")] or columns
        checks, keys = [c.name for c in table.checks], [f.name for f in table.foreign_keys]
        choices: list[tuple[int, Callable[[], str]]] = [
            (6, lambda: f"add {self.maybe('column ')}{name} {self.definition(True)}{place}"),
            (3, lambda: f"add {link}"),
            (2, lambda: f"add {link} references {quoted(self.pick(tables))} (id)"),
            (1, lambda: f"add {name} int generated always as (id + 1) {self.pick(['stored', 'virtual'])}"),
            (4, lambda: f"drop column {self.column(table)}"),
            (6, lambda: f"modify {self.column(table)} {self.definition()}{place}"),
            (3, lambda: f"change {self.column(table)} {name} {self.definition()}{place}"),
            (3, lambda: f"rename column {self.column(table)} to {name}"),
            (1, lambda: f"alter {self.plain(table)} set default {self.pick(['1', chr(39) + 'z' + chr(39), 'null'])}"),
            (1, lambda: f"alter {self.plain(table)} drop default"),
            (2, lambda: f"add {self.pick(['key', 'index'])} {self.maybe(self.new('i'), 2)} ({self.parts(table)})"),
            (2, lambda: f"add unique {self.maybe(self.new('i'), 2)} ({self.parts(table, 'unique')})"),
            (4, lambda: f"add {self.foreign([f'`{self.pick(links)}`'], tables)}"),
            (2, lambda: f"drop foreign key `{self.pick(keys)}`" if keys else "force"),
            (2, lambda: f"drop index {self.index(table)}"),
            (2, lambda: f"rename index {self.index(table)} to {self.new('r')}"),
            (1, lambda: "drop primary key"),
            (1, lambda: f"add primary key ({self.parts(table)})"),
            (1, lambda: self.swap(columns)),
            (1, lambda: f"add {self.check(columns)}"),
            (1, lambda: f"drop constraint `{self.pick(checks)}`" if checks else "force"),
            (1, lambda: f"rename to `{self.pick(TABLES)}`"),
            (1, lambda: f"default charset {self.pick(CHARSETS)}"),
            (1, lambda: f"convert to character set {self.pick(CHARSETS)}"),
            (1, lambda: f"comment = '{self.new('c')}'"),
        ]
        return str(self.random.choices([c for _, c in choices], [w for w, _ in choices])[0]())


def quoted(table: Table) -> str:
    """A table's name in backticks."""
    return f"`{table.name.name}`"


class Walk:
    """The replay of a history, a statement at a time."""

    def __init__(self, name: str, number: int) -> None:
        self.engine, self.number = engine(name), number
        self.catalog = self.engine.initial_catalog()

    def run(self, sql: str) -> None:
        source = Source("random.sql", sql)
        for step in replay([Migration(id="1", source=source)], self.engine, self.number, start=self.catalog):
            self.catalog = step.after


class Outcome(NamedTuple):
    """A history: what the server took, how much it refused, and what is not the same afterwards."""

    taken: list[str]
    refused: int
    differences: list[str]


def difference(connection: Any, name: str, walk: Walk) -> list[str]:
    """What the two sides do not agree on."""
    server = Server(connection, name)
    return differences(server.facts(), server.replayed(walk.catalog))


def wander(connection: Any, name: str, seed: int, length: int, every: int = 10) -> Outcome:
    """A random history of `length` statements that the server takes, compared after every few of them."""
    emptied(connection)
    walk, grammar = Walk(name, version(connection, name)), Grammar(Random(seed), mariadb=name == "mariadb")
    taken: list[str] = []
    refused = 0
    while len(taken) < length and refused < 10 * length:
        sql = grammar.statement(walk.catalog)
        said = refusal(connection, sql)
        if said.startswith(HALF_DONE):
            break
        if said:
            refused += 1
            refusal(connection, "FLUSH TABLES")  # after some refusals, a server takes its own index for the author's
            continue
        walk.run(sql)
        taken.append(sql)
        if len(taken) % every == 0 and (found := difference(connection, name, walk)):
            return Outcome(taken, refused, found)
    return Outcome(taken, refused, difference(connection, name, walk))


def again(connection: Any, name: str, statements: Sequence[str]) -> list[str]:
    """The differences after these statements; what the server refuses is left out on both sides."""
    emptied(connection)
    walk = Walk(name, version(connection, name))
    for sql in statements:
        if not refusal(connection, sql):
            walk.run(sql)
    return difference(connection, name, walk)


def shrunk(connection: Any, name: str, statements: Sequence[str]) -> tuple[list[str], list[str]]:
    """A shorter history that still tells the two sides apart, and what it shows."""
    shortest, size = list(statements), max(len(statements) // 2, 1)
    while size:
        shorter = next((s for s in parts_of(shortest, size) if s and again(connection, name, s)), None)
        if shorter is not None:
            shortest = shorter
        else:
            size //= 2
    return shortest, again(connection, name, shortest)


def main() -> None:
    """Walk, and show the shortest history of each difference."""
    name, (seed, count, length) = sys.argv[1], map(int, sys.argv[2:5])
    statements = refused = wrong = 0
    with started(name) as connection:
        for each in range(seed, seed + count):
            outcome = wander(connection, name, each, length)
            statements, refused = statements + len(outcome.taken), refused + outcome.refused
            if outcome.differences:
                wrong += 1
                shortest, found = shrunk(connection, name, outcome.taken)
                print(f"--- {each}", *(f"{sql};" for sql in shortest), *(f"    {line}" for line in found), sep="\n")
                sys.stdout.flush()
    print(f"{name}: {count} histories, {statements} statements taken, {refused} refused, {wrong} histories differ")


if __name__ == "__main__":
    main()

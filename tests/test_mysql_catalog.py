"""What the replay makes of MySQL and MariaDB statements; tests/live holds the same against servers."""

from __future__ import annotations

from pathlib import Path

import pytest

from dbarch_lint.catalog import Catalog
from dbarch_lint.config import Config
from dbarch_lint.documents import catalog_document, catalog_of
from dbarch_lint.engines import engine
from dbarch_lint.frameworks import discover
from dbarch_lint.frameworks.dialects import engine_of
from dbarch_lint.migrations import Migration
from dbarch_lint.names import Name
from dbarch_lint.objects import Table
from dbarch_lint.replay import replay
from dbarch_lint.source import Source

FLYWAY = Path(__file__).parent.parent / "fixtures" / "mysql" / "flyway"
LATEST = {"mysql": 90700, "mariadb": 101100}


def after(sql: str, name: str = "mysql", version: int = 0) -> Catalog:
    migration = Migration(id="1", source=Source("1.sql", sql))
    engine_ = engine(name)
    (replayed,) = replay([migration], engine_, version or LATEST[name])
    return replayed.after


def table(sql: str, name: str = "mysql", version: int = 0) -> Table:
    found = after(sql, name, version).table(Name("", "t"))
    assert found is not None
    return found


def columns(found: Table) -> dict[str, str]:
    return {
        c.name: " ".join(filter(None, [str(c.type), c.charset, c.collation, "" if c.nullable else "required"]))
        for c in found.columns
    }


def indexes(found: Table) -> dict[str, str]:
    every = {k.name: ",".join(k.columns) for k in found.keys}
    return every | {i.name: ",".join(p.text for p in i.parts) for i in found.indexes}


@pytest.mark.parametrize(
    ("name", "version", "written", "kept"),
    [
        ("mysql", 80018, "int", "int(11)"),
        ("mysql", 80019, "int(5) unsigned", "int unsigned"),
        ("mysql", 80400, "bool", "tinyint(1)"),
        ("mysql", 80400, "int(5) zerofill", "int(5) unsigned zerofill"),
        ("mariadb", 101100, "bigint unsigned", "bigint(20) unsigned"),
        ("mysql", 80400, "json", "json"),
        ("mariadb", 101100, "json", "longtext utf8mb4 utf8mb4_bin"),
        ("mysql", 80400, "float(25)", "double"),
        ("mysql", 80400, "text(70000)", "mediumtext"),
        ("mysql", 80400, "nvarchar(5)", "varchar(5) utf8mb3"),
        ("mysql", 80400, "char(3) character set binary", "binary(3)"),
        ("mysql", 50744, "timestamp", "timestamp required"),
        ("mysql", 80400, "timestamp", "timestamp"),
        ("mysql", 50744, "timestamp null", "timestamp"),
    ],
)
def test_types_are_spelled_as_the_server_does(name: str, version: int, written: str, kept: str) -> None:
    assert columns(table(f"CREATE TABLE t (a {written})", name, version)) == {"a": kept}


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("CREATE TABLE t (a text) CHARSET=latin1; ALTER TABLE t CHARSET utf8, ADD b text", {"a": "text latin1", "b": "text utf8mb3"}),
        ("CREATE TABLE t (a text, b int) CHARSET=latin1; ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4", {"a": "mediumtext utf8mb4", "b": "int"}),
        ("CREATE TABLE t (a char(1) COLLATE latin1_bin) COLLATE utf8mb4_bin; ALTER TABLE t MODIFY a char(2)", {"a": "char(2) utf8mb4 utf8mb4_bin"}),
        ("CREATE TABLE t (a char(1) BINARY) CHARSET=utf8mb4", {"a": "char(1) utf8mb4 utf8mb4_bin"}),
        ("CREATE TABLE t (a char(1) BINARY)", {"a": "char(1) _bin"}),
        ("CREATE TABLE u (a char(1)); ALTER TABLE u CHARSET ascii; CREATE TABLE t LIKE u", {"a": "char(1)"}),
    ],
)  # fmt: skip
def test_character_sets_are_inherited_when_a_column_is_made(sql: str, expected: dict[str, str]) -> None:
    assert columns(table(sql)) == expected


PARENT = "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int, f int, g int); "
LINK = "ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (f) REFERENCES p (id);"


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (LINK, {"fk": "f"}),
        ("ALTER TABLE t ADD FOREIGN KEY (f) REFERENCES p (id)", {"f": "f"}),
        (LINK + "CREATE INDEX wide ON t (f, g)", {"wide": "f,g"}),
        (LINK + "CREATE INDEX other ON t (g, f)", {"fk": "f", "other": "g,f"}),
        (LINK + "ALTER TABLE t DROP FOREIGN KEY fk", {"fk": "f"}),
        (LINK + "ALTER TABLE t DROP FOREIGN KEY fk, ADD CONSTRAINT fk2 FOREIGN KEY (f) REFERENCES p (id)", {"fk2": "f"}),
        (LINK + "ALTER TABLE t ADD PRIMARY KEY (f, g)", {"PRIMARY": "f,g"}),
        (LINK + "ALTER TABLE t RENAME INDEX fk TO mine; CREATE INDEX wide ON t (f, g)", {"mine": "f", "wide": "f,g"}),
        ("ALTER TABLE t ADD KEY (f), ADD KEY (f, g), ADD UNIQUE (g)", {"f": "f", "f_2": "f,g", "g": "g"}),
        ("ALTER TABLE t ADD KEY k (f, g); ALTER TABLE t DROP COLUMN f", {"k": "g"}),
        ("ALTER TABLE t ADD KEY k (f); ALTER TABLE t DROP COLUMN f", {}),
        ("ALTER TABLE t ADD KEY k (h), RENAME COLUMN f TO h", {"k": "h"}),
    ],
)  # fmt: skip
def test_indexes_come_and_go_with_what_they_serve(sql: str, expected: dict[str, str]) -> None:
    assert indexes(table(PARENT + sql)) == expected


def test_what_is_left_of_a_narrower_index_serves_a_foreign_key() -> None:
    sql = PARENT + LINK + "CREATE UNIQUE INDEX i ON t (g, f); ALTER TABLE t DROP COLUMN g"
    assert indexes(table(sql)) == {"i": "f"}


@pytest.mark.parametrize(("type_", "kept"), [("tinytext", {"i", "fk"}), ("varchar(900)", {"i", "fk"}), ("int", {"i"})])
def test_a_unique_key_that_mariadb_hashes_serves_no_foreign_key(type_: str, kept: set[str]) -> None:
    sql = f"{PARENT} ALTER TABLE t MODIFY g {type_}, ADD UNIQUE i (f, g DESC); {LINK}"
    found = table(sql, "mariadb")
    assert indexes(found).keys() == kept
    assert [p.descending for i in found.indexes if i.unique for p in i.parts] == [False, type_ == "int"]


def test_constraints_that_the_server_names_after_a_table_follow_its_name() -> None:
    sql = "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE s (a int, FOREIGN KEY (a) REFERENCES p (id), CHECK (a > 0)); "
    found = table(sql + "RENAME TABLE s TO t")
    assert [*(f.name for f in found.foreign_keys), *(c.name for c in found.checks)] == ["t_ibfk_1", "t_chk_1"]


@pytest.mark.parametrize(
    ("name", "version", "keys"), [("mysql", 80400, 0), ("mysql", 90000, 1), ("mariadb", 101100, 1)]
)
def test_references_on_a_column_count_where_the_server_takes_them(name: str, version: int, keys: int) -> None:
    sql = "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int REFERENCES p (id)); ALTER TABLE t ADD b int REFERENCES p (id)"
    assert len(table(sql, name, version).foreign_keys) == 2 * keys


def test_names_find_tables_of_the_database_in_use() -> None:
    found = after(
        "USE a; CREATE TABLE T (x int); USE b; CREATE TABLE t (y int); ALTER TABLE a.t ADD z int; ALTER TABLE T ADD w int"
    )
    assert {t.name.full: [c.name for c in t.columns] for t in found.tables} == {"a.T": ["x", "z"], "b.t": ["y", "w"]}


# --- several changes in one statement

MADE = "CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(9), KEY on_a (a), KEY on_b (b)); "


@pytest.mark.parametrize(
    ("actions", "names", "keys"),
    [
        ("RENAME COLUMN a TO b, RENAME COLUMN b TO a", ["id", "b", "a"], {"on_a": "b", "on_b": "a"}),
        ("CHANGE a b int FIRST, CHANGE b a varchar(9)", ["b", "id", "a"], {"on_a": "b", "on_b": "a"}),
        ("RENAME COLUMN a TO b, RENAME COLUMN b TO c", ["id", "b", "c"], {"on_a": "b", "on_b": "c"}),
        ("RENAME COLUMN a TO b, RENAME COLUMN b TO id, RENAME COLUMN id TO a", ["a", "b", "id"], {"on_a": "b", "on_b": "id"}),
        ("ADD COLUMN a int, CHANGE a c int", ["id", "c", "b", "a"], {"on_a": "c", "on_b": "b"}),
        ("DROP COLUMN a, RENAME COLUMN b TO a", ["id", "a"], {"on_b": "a"}),
        ("DROP COLUMN a, ADD COLUMN a bigint", ["id", "b", "a"], {"on_a": "a", "on_b": "b"}),
        ("ADD KEY on_c (c), RENAME COLUMN a TO c", ["id", "c", "b"], {"on_a": "c", "on_b": "b", "on_c": "c"}),
        ("RENAME TO s, RENAME TO t", ["id", "a", "b"], {"on_a": "a", "on_b": "b"}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["mysql", "mariadb"])
def test_names_of_one_statement_change_at_once(actions: str, names: list[str], keys: dict[str, str], name: str) -> None:
    found = table(f"{MADE}ALTER TABLE t {actions}", name)
    assert [c.name for c in found.columns] == names
    assert {k: v for k, v in indexes(found).items() if k != "PRIMARY"} == keys


def test_a_number_is_not_given_again_in_the_statement_that_drops_it() -> None:
    sql = "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES p (id)); "
    found = table(sql + "ALTER TABLE t DROP FOREIGN KEY t_ibfk_1, ADD FOREIGN KEY (a) REFERENCES p (id)")
    assert [f.name for f in found.foreign_keys] == ["t_ibfk_2"]


@pytest.mark.parametrize(
    ("name", "wanted"), [("mysql", ["t_chk_2", "t_chk_3"]), ("mariadb", ["CONSTRAINT_2", "CONSTRAINT_1"])]
)
def test_checks_are_numbered_behind_the_last_or_where_there_is_room(name: str, wanted: list[str]) -> None:
    first = "t_chk_1" if name == "mysql" else "CONSTRAINT_1"
    sql = f"CREATE TABLE t (a int, CHECK (a > 0), CHECK (a > 1)); ALTER TABLE t DROP CONSTRAINT {first}, ADD CHECK (a > 2)"
    assert [c.name for c in table(sql, name).checks] == wanted


def test_foreign_keys_wait_for_the_next_table_of_that_name() -> None:
    sql = "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES p (id)); "
    found = after(sql + "SET foreign_key_checks = 0; DROP TABLE p; CREATE TABLE p (id int PRIMARY KEY)")
    assert found.referencing[Name("", "p")] == {Name("", "t")}


@pytest.mark.parametrize(
    ("name", "before", "key", "descending"),
    [
        ("mysql", 50744, "PRIMARY KEY (a DESC, b)", (True, False)),
        ("mariadb", 100600, "PRIMARY KEY (a DESC, b)", (True, False)),
        ("mysql", 50744, "PRIMARY KEY (a, b)", ()),
    ],
)
def test_primary_keys_may_descend(name: str, before: int, key: str, descending: tuple[bool, ...]) -> None:
    sql = f"CREATE TABLE t (a int, b int, {key})"
    found, old = table(sql, name).primary_key, table(sql, name, before).primary_key
    assert found is not None
    assert old is not None
    assert (found.descending, old.descending) == (descending, ())
    assert ("`a` DESC" in engine(name).dump(after(sql, name), LATEST[name])) == any(descending)


@pytest.mark.parametrize("name", ["mysql", "mariadb"])
def test_a_query_of_one_table_gives_its_columns(name: str) -> None:
    sql = (
        "CREATE TABLE s (id int AUTO_INCREMENT PRIMARY KEY, a varchar(9) NOT NULL DEFAULT 'x', hidden int INVISIBLE); "
        "CREATE TABLE t (k bigint) AS SELECT s.id, a AS b, id + 1 AS c, s.* FROM s WHERE id > 3"
    )
    found = table(sql, name)
    assert [(c.name, c.type.name, c.nullable, str(c.default)) for c in found.columns] == [
        ("k", "bigint", True, "None"),
        ("id", "int", False, "0"),
        ("b", "varchar", False, "'x'"),
        ("c", "unknown", True, "None"),
        ("id", "int", False, "0"),
        ("a", "varchar", False, "'x'"),
    ]
    assert not list(found.keys)


@pytest.mark.parametrize("before", ["ALTER DATABASE CHARACTER SET latin1;", "ALTER DATABASE d CHARACTER SET = latin1;"])
def test_tables_inherit_the_character_set_of_their_database(before: str) -> None:
    found = after(f"CREATE TABLE s (a text); {before} CREATE TABLE t (a text); CREATE TABLE u (a text) CHARSET utf8mb4")
    assert {t.name.name: t.columns[0].charset for t in found.tables} == {"s": "", "t": "latin1", "u": "utf8mb4"}


CONVERTED = """CREATE TABLE t (a tinytext, b varchar(9), c tinyblob, d text) CHARSET=utf8mb3;
ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4, MODIFY a tinytext, MODIFY b tinytext, MODIFY c tinytext CHARSET latin1,
    MODIFY d longtext, ADD e tinytext CHARSET latin1, ADD f varchar(3) CHARSET binary"""


@pytest.mark.parametrize(("name", "grown"), [("mysql", "text"), ("mariadb", "tinytext")])
def test_columns_beside_a_conversion_are_of_its_character_set(name: str, grown: str) -> None:
    """MySQL makes a text larger that is said anew, too, where the old one was a text and its characters grow."""
    assert columns(table(CONVERTED, name)) == {
        "a": f"{grown} utf8mb4",
        "b": "tinytext utf8mb4",
        "c": f"{grown} utf8mb4",
        "d": "longtext utf8mb4",
        "e": "tinytext utf8mb4",
        "f": "varbinary(3)",
    }


def test_a_conversion_to_the_default_is_one_to_that_of_the_database() -> None:
    sql = "CREATE DATABASE d CHARACTER SET latin1; USE d; CREATE TABLE t (a char(3)) CHARSET=ascii; "
    found = after(sql + "ALTER TABLE t CONVERT TO CHARACTER SET DEFAULT").table(Name("d", "t"))
    assert found is not None
    assert columns(found) == {"a": "char(3) latin1"}


@pytest.mark.parametrize(("name", "comment"), [("mysql", ""), ("mariadb", "c")])
def test_mysql_forgets_the_comments_and_defaults_of_bits_in_a_query(name: str, comment: str) -> None:
    made = "CREATE TABLE s (a bit(3) DEFAULT 1 COMMENT 'c', b int COMMENT 'c')"
    found = table(f"{made}; CREATE TABLE t SELECT * FROM s", name)
    assert [c.comment for c in found.columns] == [comment, "c"]
    assert (found.columns[0].default is None) == (name == "mysql")


@pytest.mark.parametrize(("version", "checks"), [(100500, ["a"]), (101100, [])])
def test_mariadb_once_took_what_was_written_on_a_column_into_a_query(version: int, checks: list[str]) -> None:
    sql = "CREATE TABLE s (a int CHECK (a > 0), b int, CHECK (b > 0)); CREATE TABLE t SELECT * FROM s"
    assert [c.name for c in table(sql, "mariadb", version).checks] == checks


@pytest.mark.parametrize(("version", "follows"), [(50744, [True, False]), (80400, [False, False])])
def test_the_first_timestamp_of_a_table_follows_the_clock_on_old_servers(version: int, follows: list[bool]) -> None:
    found = table(
        "CREATE TABLE t (a int, b int); ALTER TABLE t MODIFY b timestamp, ADD c timestamp(3)", "mysql", version
    )
    assert [c.on_update is not None for c in found.columns[1:]] == follows
    assert found.columns[1].nullable == (version == 80400)


def test_databases_have_character_sets_of_their_own() -> None:
    sql = "CREATE DATABASE d COLLATE utf8_bin; USE d; CREATE TABLE t (a text); USE e; CREATE TABLE t (a text)"
    assert {t.name.full: t.columns[0].collation for t in after(sql).tables} == {"d.t": "utf8mb3_bin", "e.t": ""}


def test_what_is_written_in_sql_itself_is_printed_as_it_was_written() -> None:
    sql = (FLYWAY.parent / "programs.sql").read_text(encoding="utf-8")
    script = engine("mysql").dump(after(sql), LATEST["mysql"])
    assert script.endswith((FLYWAY.parent / "programs.txt").read_text(encoding="utf-8"))
    again = after(script)
    assert [v.name for v in again.views] == [v.name for v in after(sql).views]
    assert {t.name: [x.name for x in t.triggers] for t in again.tables} == {
        Name("", "parts"): ["stamp"],
        Name("", "u"): [],
    }


def test_views_of_what_is_not_there_are_left_out_in_words() -> None:
    script = engine("mysql").dump(after("CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; DROP TABLE t"), 0)
    assert script == "-- left out: the view v, which reads what is not there\n"


def test_foreign_keys_that_wait_for_their_tables_can_be_made() -> None:
    sql = "SET foreign_key_checks = 0; CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES p (id));"
    assert engine("mysql").dump(after(sql), 0).startswith("SET foreign_key_checks = 0;")


@pytest.mark.parametrize(("version", "checks"), [(80015, []), (80016, ["t_chk_1", "t_chk_2"])])
def test_checks_count_where_the_server_keeps_them(version: int, checks: list[str]) -> None:
    found = table("CREATE TABLE t (a int CHECK (a > 0)); ALTER TABLE t ADD CHECK (a < 9)", version=version)
    assert [c.name for c in found.checks] == checks


# --- a project


@pytest.mark.parametrize("name", ["mysql", "mariadb"])
def test_the_script_of_a_project_makes_its_schema(name: str) -> None:
    config = Config(engine=name)
    document = catalog_of([str(FLYWAY)], config, root=FLYWAY)
    assert [t["name"] for t in document["tables"]] == ["customer", "line", "order"]
    assert [c["name"] for c in document["tables"][2]["columns"]][3] == "paid_at"
    project = discover(FLYWAY, root=FLYWAY)[0]
    assert engine_of(project) == "mysql"
    catalog = Catalog(indexes_in_schema=False)
    for number, path in enumerate(project.files):
        source = Source.read(FLYWAY / path)
        (replayed,) = replay([Migration(id=str(number), source=source)], engine(name), LATEST[name], start=catalog)
        catalog = replayed.after
    again = after(engine(name).dump(catalog, LATEST[name]), name)
    made, remade = (catalog_document(c, name, LATEST[name])["tables"] for c in (catalog, again))
    assert made == remade

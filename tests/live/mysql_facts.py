"""A schema of MySQL or MariaDB as a set of facts, from a server and from the replay, to be held side by side.

A fact is a path (`table orders column id`) with what is known there. What the server writes in a spelling of its own
(checks, expressions of generated columns) is compared by its presence; defaults are compared where they are literals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.mysql.columns import hashed, parts_of
from dbarch_lint.engines.mysql.programs import EVENT
from dbarch_lint.objects import Column, Index, Key, Sequence, Table
from tests.live.introspect import Facts
from tests.live.mysql_servers import rows

DATABASE = "history"
TEXTS = frozenset("char varchar tinytext text mediumtext longtext enum set".split())

TABLES = """SELECT table_name, engine, table_comment, create_options LIKE '%%partitioned%%'
    FROM information_schema.tables WHERE table_schema = %s AND table_type = 'BASE TABLE'"""
COLUMNS = """SELECT table_name, column_name, ordinal_position, column_type, is_nullable, column_default, extra,
    character_set_name, collation_name, column_comment, generation_expression, data_type
    FROM information_schema.columns c WHERE table_schema = %s AND EXISTS (SELECT 1 FROM information_schema.tables t
    WHERE t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE')"""
INDEXES = """SELECT table_name, index_name, non_unique, index_type, column_name, sub_part, collation, {hidden}
    FROM information_schema.statistics WHERE table_schema = %s ORDER BY table_name, index_name, seq_in_index"""
HIDDEN = {"mariadb": "ignored = 'YES'", "mysql": "is_visible = 'NO'"}
FOREIGN_OF_MYSQL = """SELECT r.table_name, r.constraint_name, k.column_name, k.referenced_table_schema, k.referenced_table_name,
    k.referenced_column_name, r.delete_rule, r.update_rule
    FROM information_schema.referential_constraints r JOIN information_schema.key_column_usage k
    ON k.constraint_schema = r.constraint_schema AND k.constraint_name = r.constraint_name
    AND k.table_name = r.table_name AND k.referenced_table_name IS NOT NULL
    WHERE r.constraint_schema = %s ORDER BY r.table_name, r.constraint_name, k.ordinal_position"""
# What the storage engine knows: after some renames, MariaDB does not show a foreign key that it still heeds.
FOREIGN_OF_MARIADB = """SELECT SUBSTRING_INDEX(f.for_name, '/', -1), SUBSTRING_INDEX(f.id, '/', -1), c.for_col_name,
    SUBSTRING_INDEX(f.ref_name, '/', 1), SUBSTRING_INDEX(f.ref_name, '/', -1), c.ref_col_name,
    IF(f.type & 1, 'CASCADE', IF(f.type & 2, 'SET NULL', 'RESTRICT')),
    IF(f.type & 4, 'CASCADE', IF(f.type & 8, 'SET NULL', 'RESTRICT'))
    FROM information_schema.innodb_sys_foreign f JOIN information_schema.innodb_sys_foreign_cols c ON c.id = f.id
    WHERE SUBSTRING_INDEX(f.for_name, '/', 1) = %s ORDER BY f.for_name, f.id, c.pos"""
FOREIGN = {"mysql": FOREIGN_OF_MYSQL, "mariadb": FOREIGN_OF_MARIADB}
CHECKS = {
    "mariadb": "SELECT table_name, constraint_name FROM information_schema.check_constraints WHERE constraint_schema = %s",
    "mysql": "SELECT table_name, constraint_name FROM information_schema.table_constraints"
    " WHERE constraint_schema = %s AND constraint_type = 'CHECK'",
}
OTHERS = {
    "view": "SELECT table_name FROM information_schema.views WHERE table_schema = %s",
    "trigger": "SELECT CONCAT(event_object_table, ' ', trigger_name) FROM information_schema.triggers"
    " WHERE trigger_schema = %s",
    "routine": "SELECT CONCAT(LOWER(routine_type), ' ', routine_name) FROM information_schema.routines"
    " WHERE routine_schema = %s",
    "event": "SELECT event_name FROM information_schema.events WHERE event_schema = %s",
    "sequence": "SELECT table_name FROM information_schema.tables WHERE table_schema = %s AND table_type = 'SEQUENCE'",
}


class Server:
    """The facts of a database on a server."""

    def __init__(self, connection: Any, name: str, database: str = DATABASE) -> None:
        self.connection, self.name, self.database = connection, name, database
        collations = rows(
            connection,
            "SELECT collation_name, character_set_name FROM information_schema.collations WHERE is_default = 'Yes'",
        )
        self.defaults = {str(todays(charset)): str(todays(collation)) for collation, charset in collations}
        for _, said in rows(connection, "SHOW VARIABLES LIKE 'character_set_collations'"):  # MariaDB since 11.2
            self.defaults |= dict(pair.split("=") for pair in said.split(","))
        hiding = rows(
            connection, "SHOW COLUMNS FROM information_schema.statistics WHERE field IN ('ignored', 'is_visible')"
        )
        self.hidden = HIDDEN[name] if hiding else "FALSE"  # MariaDB 10.5 cannot
        (self.collation,) = rows(connection, "SELECT @@global.character_set_server, @@global.collation_server")

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """The answer to a query about the database."""
        return rows(self.connection, sql, self.database)

    def facts(self) -> Facts:
        """All of them."""
        return dict(self._facts())

    def _facts(self) -> Iterator[tuple[str, object]]:
        for table, engine, comment, partitioned in self.ask(TABLES):
            yield f"table {table}", (str(engine).lower(), comment, bool(partitioned))
        for row in self.ask(COLUMNS):
            yield self._column(*row)
        keys: dict[str, list[Any]] = {}
        for table, name, *about in self.ask(INDEXES.format(hidden=self.hidden)):
            keys.setdefault(f"table {table} index {name}", []).append(about)
        for place, parts in keys.items():
            shown = tuple((c or "(...)", length or 0, order == "D") for _, _, c, length, order, _ in parts)
            plain = parts[0][1] not in {"FULLTEXT", "SPATIAL"}
            shown = shown if plain else tuple((c, 0, False) for c, _, _ in shown)
            unique, method = not parts[0][0], parts[0][1].lower()
            yield place, (unique, method, bool(parts[0][5]), shown)
        foreign: dict[str, list[Any]] = {}
        for table, name, *about in self.ask(FOREIGN[self.name]):
            foreign.setdefault(f"table {table} foreign key {name}", []).append(about)
        for place, parts in foreign.items():
            (_, schema, target, _, on_delete, on_update) = parts[0]
            schema = "" if schema == self.database else schema
            columns, targets = [p[0] for p in parts], [p[3] for p in parts]
            yield place, (columns, schema, target, targets, action(on_delete), action(on_update))
        for table, name in self.ask(CHECKS[self.name]):
            yield f"table {table} check {name}", True
        for kind, sql in OTHERS.items():
            for (name,) in self.ask(sql):
                yield f"{kind} {name}", True

    def _column(self, table: str, name: str, *rest: Any) -> tuple[str, object]:
        at, type_, nullable, default, extra, charset, collation, comment, formula, data_type = rest
        words = str(extra).lower()
        generated = "virtual" if "virtual" in words else "stored" if "stored" in words else ""
        shown = "" if generated or formula else server_default(default, self.name, data_type, words)
        place = f"table {table} column {name}"
        facts = (at, type_, nullable == "YES", shown, "auto_increment" in words, "on update" in words, generated)
        return place, (*facts, "invisible" in words, todays(charset), todays(collation), comment)

    def effective(self, column: Column) -> tuple[str | None, str | None]:
        """The character set and collation of a column of the replay, with what the database gives to those without."""
        if column.type.name not in TEXTS:
            return None, None
        charset, collation = column.charset, column.collation
        if not charset and not collation:
            return self.collation
        if not charset:
            return self.collation[0], f"{self.collation[0]}{collation}"
        return charset, collation or self.defaults.get(charset, "?")

    def replayed(self, catalog: Catalog) -> Facts:
        """The facts of the replay."""
        return dict(self._replayed(catalog))

    def _replayed(self, catalog: Catalog) -> Iterator[tuple[str, object]]:
        for table in catalog.tables:
            if not table.temporary and table.name.schema in {"", self.database}:
                yield from self._table(table)
        for view in catalog.views:
            if view.name.schema in {"", self.database}:
                yield f"view {view.name.name}", True
        for functions in catalog.functions.values():
            for function in functions:
                yield f"routine {function.kind} {function.name.name}", True
        for kind, event in catalog.others:
            if kind == EVENT:
                yield f"event {event.rpartition('.')[2]}", True
        for relation in catalog.relations.values():
            if isinstance(relation, Sequence):
                yield f"sequence {relation.name.name}", True

    def method(self, key: Key | Index, table: Table) -> str:
        """How the server keeps an index."""
        kept = key.method if isinstance(key, Index) else "btree"
        return "hash" if kept == "btree" and self.name == "mariadb" and hashed(key, table) else kept

    def _table(self, table: Table) -> Iterator[tuple[str, object]]:
        place = f"table {table.name.name}"
        engine = dict(table.options).get("engine", "InnoDB").lower()
        yield place, (engine, table.comment, table.partition_by is not None)
        for at, c in enumerate(table.columns, 1):
            shown = "" if c.generated or c.default is None else replayed_default(c)
            facts = (at, str(c.type), c.nullable, shown, bool(c.identity), c.on_update is not None, c.generated)
            yield f"{place} column {c.name}", (*facts, c.invisible, *self.effective(c), c.comment)
        for key in table.keys:
            parts = tuple((p.column, p.length, p.descending) for p in parts_of(key))
            yield f"{place} index {key.name}", (True, self.method(key, table), False, parts)
        for index in table.indexes:
            yield f"{place} index {index.name}", index_fact(index, self.method(index, table))
        for f in table.foreign_keys:
            schema = "" if f.target.schema == self.database else f.target.schema
            about = (list(f.columns), schema, f.target.name, list(f.target_columns))
            yield f"{place} foreign key {f.name}", (*about, action(f.on_delete), action(f.on_update))
        for check in table.checks:
            yield f"{place} check {check.name}", True
        for trigger in table.triggers:
            yield f"trigger {table.name.name} {trigger.name}", True


def todays(name: str | None) -> str | None:
    """A character set or collation under today's name: to MariaDB 10.5, utf8mb3 is utf8."""
    return re.sub(r"^utf8(?=_|$)", "utf8mb3", name) if name is not None else None


def action(word: str) -> str:
    """NO ACTION and RESTRICT are one to InnoDB."""
    return "RESTRICT" if word == "NO ACTION" else word


def server_default(default: str | None, name: str, data_type: str, extra: str) -> str:
    """A default of information_schema: the value of a literal, `(...)` for an expression, nothing for NULL."""
    if default is None or (name == "mariadb" and default == "NULL"):
        return ""
    if name == "mysql":
        if default.startswith("0x"):  # of a BINARY column
            default = bytes.fromhex(default[2:]).rstrip(b"\0").decode("latin-1")
        return "(...)" if "default_generated" in extra or default.startswith("b'") else number(default)
    if default.startswith("x'"):  # 11.8, of bytes
        return number(bytes.fromhex(default[2:-1]).rstrip(b"\0").decode("latin-1"))
    if default.startswith("'"):
        value = default[1:-1].replace("\\'", "'").replace("''", "'").replace("\\\\", "\\")
        while value.endswith("\\0"):  # BINARY(n) is filled up
            value = value[:-2]
        return number(value)
    return number(default) if default.lstrip("-").replace(".", "", 1).isdigit() else "(...)"


def replayed_default(column: Column) -> str:
    """The default of a column in the replay, in the same words."""
    literal = column.default.literal if column.default is not None else None
    if literal is None or str(column.default)[:1] in "bBxX":
        return "(...)"
    if literal.upper() in {"TRUE", "FALSE"} and str(column.default)[:1] != "'":
        literal = "1" if literal.upper() == "TRUE" else "0"
    return number(literal)


def number(text: str) -> str:
    """Numbers that are written in several ways, in one."""
    try:
        return f"{float(text):.9g}"
    except ValueError:
        return text


def index_fact(index: Index, method: str) -> tuple[object, ...]:
    """An index that no constraint owns."""
    plain = index.method not in {"fulltext", "spatial"}
    parts = tuple((p.column or "(...)", p.length if plain else 0, p.descending and plain) for p in index.parts)
    return index.unique, method, not index.visible, parts

"""Random DDL: statements that are mostly valid at their place in a history, drawn from a small grammar.

The grammar looks at the replayed catalog to name what is there. It need not be right: a server refuses what is wrong,
and then both sides go on without the statement. Names come from small pools, so that they collide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines import engine
from dbarch_lint.names import Name, quoted, quoted_name
from dbarch_lint.objects import Domain, Enum
from dbarch_lint.objects import Sequence as SequenceObject
from dbarch_lint.replay import bound, step
from dbarch_lint.session import Session
from dbarch_lint.source import Source
from tests.grammar import COLUMNS, SCHEMAS, TableGrammar

VERSION = 18
# What a session has before the first statement
SETUP = (
    "CREATE SCHEMA s",
    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
)


class Walk:
    """A replay that goes on one statement at a time, outside of any transaction."""

    def __init__(self, version: int = VERSION) -> None:
        self.version = version
        self._engine = engine("postgres")
        self.catalog = self._engine.initial_catalog()
        self.session = Session()

    def run(self, sql: str) -> None:
        """One statement, as in autocommit."""
        for statement in self._engine.parse(Source("step.sql", sql), None):
            for raw in self._engine.lower(statement):
                for operation in bound(self._engine, raw, self.catalog, self.session, self.version):
                    self.catalog, self.session = step(self.catalog, self.session, operation)


def history(seed: int, length: int) -> list[str]:
    """A history made without a server: statements that a server might refuse are in it, as the replay sees them."""
    walk, grammar = Walk(), Grammar(Random(seed))
    statements = list(SETUP)
    for sql in SETUP:
        walk.run(sql)
    while len(statements) < length:
        sql = grammar.statement(walk.catalog)
        walk.run(sql)
        statements.append(sql)
    return statements


class Grammar(TableGrammar):
    """Draws statements."""

    def statement(self, catalog: Catalog) -> str:
        """A statement that fits the catalog."""
        while True:
            rule = self.random.choices(RULES, WEIGHTS)[0]
            made = rule(self, catalog)
            if made is not None:
                return made

    # --- views

    def create_view(self, catalog: Catalog) -> str | None:
        table = self.table(catalog)
        if table is None:
            return None
        name = quoted_name(Name("public", self.one(("v", "w", "m"))))
        materialized = self.maybe("MATERIALIZED ", 0.3)
        what = self.one((self.columns(table, 3), "*", f"count({quoted(self.column(table))}) AS n"))
        other = self.view(catalog)
        source = other.name if other is not None and what == "*" and self.random.random() < 0.4 else table.name
        return f"CREATE {materialized}VIEW {name} AS SELECT {what} FROM {quoted_name(source)}"

    def on_view(self, catalog: Catalog) -> str | None:
        view = self.view(catalog)
        if view is None:
            return None
        word, name = "MATERIALIZED VIEW" if view.materialized else "VIEW", quoted_name(view.name)
        return self.one(
            (
                f"DROP {word} {name}{self.maybe(' CASCADE', 0.5)}",
                f"ALTER {word} {name} RENAME TO {self.one(('v', 'w', 'm', 'x'))}",
                f"ALTER {word} {name} SET SCHEMA {self.one(SCHEMAS)}",
                f"ALTER {word} {name} RENAME COLUMN {quoted(self.one(view.columns or COLUMNS))} TO {self.one(('n', 'm'))}",
                f"DROP {word} IF EXISTS {name}",
                f"CREATE OR REPLACE VIEW {name} AS SELECT 1 AS {quoted(self.one(view.columns or COLUMNS))}",
            )
        )

    # --- types and sequences

    def create_type(self, catalog: Catalog) -> str:
        name = quoted_name(Name(self.one(SCHEMAS), self.one(("mood", "state", "amount"))))
        return self.one(
            (
                f"CREATE TYPE {name} AS ENUM ('a', 'b')",
                f"CREATE DOMAIN {name} AS integer{self.maybe(' NOT NULL')} {self.maybe('CHECK (VALUE > 0)')}",
                f"CREATE DOMAIN {name} AS text DEFAULT 'x' CONSTRAINT short CHECK (length(VALUE) < 9)",
                f"CREATE TYPE {name} AS (x integer, y text)",
            )
        )

    def on_type(self, catalog: Catalog) -> str | None:
        if not catalog.types:
            return None
        type_ = self.random.choice(sorted(catalog.types.values(), key=lambda t: t.name))
        name, new = quoted_name(type_.name), self.one(("mood", "state", "other_type"))
        word = "DOMAIN" if isinstance(type_, Domain) else "TYPE"
        options = [
            f"DROP {word} {name}{self.maybe(' CASCADE', 0.5)}",
            f"ALTER {word} {name} RENAME TO {new}",
            f"ALTER {word} {name} SET SCHEMA {self.one(SCHEMAS)}",
        ]
        if isinstance(type_, Enum):
            value = self.one(type_.values) if type_.values else "a"
            options += [
                f"ALTER TYPE {name} ADD VALUE IF NOT EXISTS '{self.one('cdefg')}' {self.one(('BEFORE', 'AFTER'))} '{value}'",
                f"ALTER TYPE {name} RENAME VALUE '{value}' TO '{self.one('wxyz')}'",
            ]
        elif isinstance(type_, Domain):
            options += [
                f"ALTER DOMAIN {name} SET NOT NULL",
                f"ALTER DOMAIN {name} DROP NOT NULL",
                f"ALTER DOMAIN {name} ADD {self.maybe('CONSTRAINT lasting ')}CHECK (VALUE IS NOT NULL) NOT VALID",
                f"ALTER DOMAIN {name} DROP CONSTRAINT IF EXISTS lasting",
                f"ALTER DOMAIN {name} VALIDATE CONSTRAINT lasting",
                f"ALTER DOMAIN {name} RENAME CONSTRAINT lasting TO lasted",
                f"ALTER DOMAIN {name} SET DEFAULT NULL",
            ]
        return self.one(options)

    def create_sequence(self, catalog: Catalog) -> str:
        table = self.table(catalog)
        owned = f" OWNED BY {quoted_name(table.name)}.{quoted(self.column(table))}" if table else ""
        type_ = self.maybe(" AS integer")
        return f"CREATE SEQUENCE {self.one(('public', 's'))}.{self.one(('seq', 'numbers'))}{type_}{self.maybe(owned)}"

    def on_sequence(self, catalog: Catalog) -> str | None:
        found = [r for r in catalog.relations.values() if isinstance(r, SequenceObject)]
        if not found:
            return None
        sequence = self.random.choice(sorted(found, key=lambda r: r.name))
        name, table = quoted_name(sequence.name), self.table(catalog)
        owner = f"{quoted_name(table.name)}.{quoted(self.column(table))}" if table else "NONE"
        return self.one(
            (
                f"DROP SEQUENCE {name}{self.maybe(' CASCADE', 0.5)}",
                f"ALTER SEQUENCE {name} RENAME TO {self.one(('seq', 'numbers', 'counted'))}",
                f"ALTER SEQUENCE {name} OWNED BY {self.one((owner, 'NONE'))}",
                f"ALTER SEQUENCE {name} SET SCHEMA {self.one(SCHEMAS)}",
                f"ALTER SEQUENCE {name} AS {self.one(('integer', 'bigint'))}",
                f"ALTER TABLE {name} RENAME TO {self.one(('seq', 'numbers'))}",
            )
        )

    # --- triggers, policies, comments, the session

    def on_trigger(self, catalog: Catalog) -> str | None:
        table = self.table(catalog)
        if table is None:
            return None
        name = quoted_name(table.name)
        if table.triggers and self.random.random() < 0.5:
            trigger = self.random.choice(table.triggers).name
            return self.one((f"DROP TRIGGER {trigger} ON {name}", f"ALTER TRIGGER {trigger} ON {name} RENAME TO tr3"))
        level = self.one(("ROW", "STATEMENT"))
        if self.random.random() < 0.2:
            return f"CREATE TRIGGER tr BEFORE UPDATE OF {self.columns(table, 2)} ON {name} FOR EACH ROW EXECUTE FUNCTION {self.function(catalog)}()"
        return f"CREATE TRIGGER {self.one(('tr', 'tr2'))} AFTER INSERT ON {name} FOR EACH {level} EXECUTE FUNCTION {self.function(catalog)}()"

    def on_function(self, catalog: Catalog) -> str:
        name = self.function(catalog)
        body = "RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'"
        return self.one(
            (
                f"CREATE OR REPLACE FUNCTION {self.one(('public', 's'))}.{self.one(('touch', 'log'))}() {body}",
                f"ALTER FUNCTION {name} RENAME TO {self.one(('touch', 'log', 'noted'))}",
                f"ALTER FUNCTION {name} SET SCHEMA {self.one(SCHEMAS)}",
                f"ALTER FUNCTION {name}() STABLE",
                f"DROP FUNCTION {name}{self.maybe(' CASCADE', 0.5)}",
            )
        )

    def on_policy(self, catalog: Catalog) -> str | None:
        table = self.table(catalog)
        if table is None:
            return None
        name = quoted_name(table.name)
        if table.policies and self.random.random() < 0.5:
            policy = self.random.choice(table.policies).name
            return self.one((f"DROP POLICY {policy} ON {name}", f"ALTER POLICY {policy} ON {name} RENAME TO pol3"))
        return self.one(
            (
                f"CREATE POLICY {self.one(('pol', 'pol2'))} ON {name} USING ({self.expression(table)})",
                f"ALTER TABLE {name} {self.one(('ENABLE', 'DISABLE'))} ROW LEVEL SECURITY",
            )
        )

    def comment(self, catalog: Catalog) -> str | None:
        table = self.table(catalog)
        return f"COMMENT ON TABLE {quoted_name(table.name)} IS {self.one(('NULL', repr('said')))}" if table else None

    def set_path(self, catalog: Catalog) -> str:
        return f"SET search_path = {self.one(('public', 's, public', 'public, s'))}"

    def unqualified(self, catalog: Catalog) -> str | None:
        """What only the search path can resolve."""
        table = self.table(catalog)
        if table is None:
            return None
        name = quoted(table.name.name)
        return self.one(
            (
                f"ALTER TABLE IF EXISTS {name} ADD COLUMN IF NOT EXISTS at timestamptz",
                f"CREATE TABLE IF NOT EXISTS {name} (id integer PRIMARY KEY)",
                f"CREATE INDEX ON {name} ({self.columns(table, 1)})",
                f"DROP TABLE IF EXISTS {name}",
            )
        )


Rule = Callable[[Grammar, Catalog], "str | None"]
WEIGHTED: tuple[tuple[Rule, int], ...] = (
    (Grammar.create_table, 12),
    (Grammar.create_partitioned, 3),
    (Grammar.create_partition, 5),
    (Grammar.create_to_attach, 2),
    (Grammar.attach, 4),
    (Grammar.detach, 2),
    (Grammar.create_to_inherit, 1),
    (Grammar.inherit, 2),
    (Grammar.create_as, 1),
    (Grammar.drop_table, 4),
    (Grammar.rename_table, 4),
    (Grammar.set_schema, 2),
    (Grammar.add_column, 10),
    (Grammar.on_column, 18),
    (Grammar.add_constraint, 12),
    (Grammar.on_constraint, 8),
    (Grammar.create_index, 8),
    (Grammar.on_index, 4),
    (Grammar.rename_owned_index, 1),
    (Grammar.attach_index, 2),
    (Grammar.create_view, 4),
    (Grammar.on_view, 2),
    (Grammar.create_type, 3),
    (Grammar.on_type, 4),
    (Grammar.create_sequence, 2),
    (Grammar.on_sequence, 2),
    (Grammar.on_trigger, 3),
    (Grammar.on_function, 2),
    (Grammar.on_policy, 3),
    (Grammar.comment, 1),
    (Grammar.set_path, 1),
    (Grammar.unqualified, 2),
    (Grammar.several, 5),
    (Grammar.on_table, 4),
    (Grammar.on_schema, 1),
)
RULES = [rule for rule, _ in WEIGHTED]
WEIGHTS = [weight for _, weight in WEIGHTED]


def parts_of(statements: Sequence[str], size: int) -> Iterator[list[str]]:
    """Every history with `size` neighbours left out: for shrinking."""
    for at in range(0, len(statements), size):
        yield [*statements[:at], *statements[at + size :]]

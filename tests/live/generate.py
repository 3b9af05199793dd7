"""Random schemas and random DDL: the same seed gives the same text.

A schema is small but has a bit of everything that DDL hangs on: keys, indexes of all sorts, foreign keys, views,
partitions, inheritance, domains, triggers, policies. Statements are drawn from the tables below; most make sense, some do not,
so that refusals are compared as well.
"""

from __future__ import annotations

import string
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

ROWS = 60
# Types with an expression over g for their values.
TYPES = {
    "int": "g",
    "bigint": "g",
    "smallint": "g",
    "text": "'x' || g",
    "varchar(20)": "'v' || g",
    "varchar": "'v' || g",
    "char(10)": "'c' || g",
    "numeric(10,2)": "g",
    "numeric": "g",
    "timestamp": "'2024-01-01'::timestamp + g * interval '1 h'",
    "timestamptz": "'2024-01-01'::timestamptz + g * interval '1 h'",
    "date": "'2024-01-01'::date + g",
    "boolean": "g % 2 = 0",
    "jsonb": "'{}'::jsonb",
    "uuid": "md5(g::text)::uuid",
    "int[]": "ARRAY[g]",
    "mood": "'a'::mood",
    "positive": "g",
    "word": "'w' || g",
    "double precision": "g",
}
NUMBERS = {"int", "bigint", "smallint", "numeric(10,2)", "numeric", "double precision", "positive"}
TEXTS = {"text", "varchar(20)", "varchar", "char(10)", "word"}
NEW_TYPES = [
    *TYPES,
    "varchar(40)",
    "varchar(5)",
    "numeric(12,2)",
    "numeric(12,4)",
    "timestamptz(3)",
    "bigint[]",
    "real",
    "json",
]
START = (
    "CREATE SCHEMA s",
    "CREATE TYPE mood AS ENUM ('a', 'b')",
    "CREATE DOMAIN positive AS int CHECK (VALUE >= 0)",
    "CREATE DOMAIN word AS text",
    "CREATE SEQUENCE sq",
    "CREATE TABLE logged (x text)",
    "CREATE TABLE counted (x text)",
    "CREATE FUNCTION fv() RETURNS int LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.logged VALUES (1); RETURN 1; END'",
    "CREATE FUNCTION fi() RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'",
    "CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    """CREATE FUNCTION fw() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
        IF TG_OP = 'INSERT' THEN INSERT INTO public.counted VALUES (TG_NAME); RETURN NEW; END IF;
        INSERT INTO public.logged VALUES (TG_OP); RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END$$""",
    "CREATE FUNCTION fe() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.counted VALUES (tg_tag); END'",
    "CREATE TYPE ty AS (x int, y int)",
    "CREATE TABLE ot OF ty",
    "INSERT INTO ot SELECT g, g FROM generate_series(1, 60) g",
    "CREATE FOREIGN DATA WRAPPER fw",
    "CREATE SERVER fs FOREIGN DATA WRAPPER fw",
    "CREATE FOREIGN TABLE far (id int, ref int) SERVER fs",
    "CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler",
)
WRITING_TRIGGERS = (
    ("BEFORE INSERT OR UPDATE OR DELETE", "ROW"),
    ("AFTER UPDATE OF ref", "ROW"),
    ("AFTER INSERT OR DELETE", "STATEMENT"),
    ("AFTER TRUNCATE OR UPDATE", "STATEMENT"),
)
EVENTS = ("ddl_command_start", "ddl_command_end", "sql_drop", "table_rewrite")


class Column(NamedTuple):
    name: str
    type: str


class Relation:
    """A table of a random schema, as far as the statements need to know it."""

    def __init__(self, name: str, columns: list[Column], kind: str = "table") -> None:
        self.name = name
        self.columns = columns
        self.kind = kind
        self.constraints: list[str] = []
        self.indexes: list[str] = []
        self.keys: list[str] = []  # unique over `id` alone
        self.unique: list[str] = []  # unique indexes that no constraint owns


class Schema:
    """A random schema: `setup` is its SQL."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.tables: list[Relation] = []
        self.views: list[str] = []
        self.matviews: list[str] = []
        self.triggers: list[tuple[str, str]] = []
        self.policies: list[tuple[str, str]] = []
        self.setup: list[str] = [*START]
        self.build()

    def maybe(self, chance: float) -> bool:
        return self.random.random() < chance

    def build(self) -> None:
        names = iter(string.ascii_lowercase)
        for _ in range(self.random.randint(2, 3)):
            self.plain(next(names))
        if self.maybe(0.6):
            self.partitioned("p")
        if self.maybe(0.3):
            self.child("h")
        for table in list(self.tables):
            if table.kind in {"table", "partitioned"}:
                self.decorate(table)
        for table in self.tables:
            if table.kind in {"table", "partitioned", "partition"} and self.maybe(0.35):
                self.foreign_key(table)
        self.readers()
        if self.maybe(0.25):
            self.setup.append(f"CREATE EVENT TRIGGER ev ON {self.random.choice(EVENTS)} EXECUTE FUNCTION fe()")

    def columns(self) -> list[Column]:
        count = self.random.randint(2, 5)
        return [Column(f"c{n}", self.random.choice(list(TYPES))) for n in range(count)]

    def plain(self, name: str) -> None:
        own = self.columns()
        key = self.random.choice(
            (
                "int PRIMARY KEY",
                "bigint PRIMARY KEY",
                "serial PRIMARY KEY",
                "int NOT NULL",
                "int",
                "int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY",
            )
        )
        type_ = key.split()[0].replace("serial", "int")
        columns = [Column("id", type_), Column("ref", "int"), *own]
        words = [f"id {key}", "ref int", *(f"{c.name} {c.type}{' NOT NULL' if self.maybe(0.2) else ''}" for c in own)]
        unlogged = "UNLOGGED " if self.maybe(0.05) else ""
        self.setup.append(f"CREATE {unlogged}TABLE {name} ({', '.join(words)})")
        table = Relation(name, columns)
        if "PRIMARY" in key:
            table.constraints.append(f"{name}_pkey")
            table.indexes.append(f"{name}_pkey")
            table.keys.append("id")
        self.fill(table)
        self.tables.append(table)

    def fill(self, table: Relation, start: int = 1) -> None:
        values = ", ".join(TYPES[c.type] for c in table.columns)
        columns = ", ".join(c.name for c in table.columns)
        self.setup.append(
            f"INSERT INTO {table.name} ({columns}) SELECT {values} FROM generate_series({start}, {start + ROWS - 1}) g"
        )

    def partitioned(self, name: str) -> None:
        own = self.columns()
        columns = [Column("id", "int"), Column("ref", "int"), Column("k", "int"), *own]
        words = ["id int", "ref int", "k int NOT NULL", *(f"{c.name} {c.type}" for c in own)]
        if self.maybe(0.4):
            words.append("PRIMARY KEY (id, k)")
        self.setup.append(f"CREATE TABLE {name} ({', '.join(words)}) PARTITION BY RANGE (k)")
        table = Relation(name, columns, "partitioned")
        if len(words) > len(columns):
            table.constraints.append(f"{name}_pkey")
            table.indexes.append(f"{name}_pkey")
        self.setup.append(f"CREATE TABLE {name}1 PARTITION OF {name} FOR VALUES FROM (0) TO (30)")
        below = self.maybe(0.25)
        self.setup.append(
            f"CREATE TABLE {name}2 PARTITION OF {name} FOR VALUES FROM (30) TO (90)"
            + (" PARTITION BY HASH (k)" if below else "")
        )
        self.tables += [table, Relation(f"{name}1", columns, "partition"), Relation(f"{name}2", columns, "partition")]
        if below:
            self.setup.append(f"CREATE TABLE {name}2a PARTITION OF {name}2 FOR VALUES WITH (MODULUS 1, REMAINDER 0)")
            self.tables.append(Relation(f"{name}2a", columns, "partition"))
        if self.maybe(0.5):
            self.setup.append(f"CREATE TABLE {name}d PARTITION OF {name} DEFAULT")
            self.setup.append(f"INSERT INTO {name} (id, k) SELECT g, g + 500 FROM generate_series(1, {ROWS}) g")
            self.tables.append(Relation(f"{name}d", columns, "partition"))
        self.fill(table)
        self.setup.append(
            f"CREATE TABLE q (LIKE {name}{self.random.choice(('', ' INCLUDING ALL', ' INCLUDING INDEXES'))})"
        )
        if self.maybe(0.4):
            self.setup.append(
                f"ALTER TABLE q ADD CONSTRAINT q_k CHECK ({self.random.choice(('k >= 1000 AND k < 2000', 'k >= 1000', 'k >= 1000 AND k < 2000 AND k IS NOT NULL', 'k > 1000 AND k < 1500', 'id > 0'))})"
            )
        values = ", ".join("g + 1100" if c.name == "k" else TYPES[c.type] for c in columns)
        self.setup.append(
            f"INSERT INTO q ({', '.join(c.name for c in columns)}) SELECT {values} FROM generate_series(1, {ROWS}) g"
        )
        self.tables.append(Relation("q", columns))

    def child(self, name: str) -> None:
        parent = self.tables[0]
        extra = Column("own", "int")
        self.setup.append(f"CREATE TABLE {name} (own int) INHERITS ({parent.name})")
        child = Relation(name, [*parent.columns, extra], "child")
        self.fill(child, 1000)
        self.tables.append(child)

    def decorate(self, table: Relation) -> None:
        """Indexes, constraints, a trigger, a policy."""
        for n in range(self.random.randint(0, 3)):
            column = self.random.choice(table.columns)
            name = f"{table.name}_i{n}"
            form = self.index_form(table, column)
            unique = "UNIQUE " if form in {"(id)", "(id, k)"} and (table.kind == "table" or "k" in form) else ""
            self.setup.append(f"CREATE {unique}INDEX {name} ON {table.name} {form}")
            table.indexes.append(name)
            table.unique += [name] if unique else []
        for n in range(self.random.randint(0, 2)):
            name = f"{table.name}_k{n}"
            self.setup.append(
                f"ALTER TABLE {table.name} ADD CONSTRAINT {name} CHECK ({self.check(table)}){' NOT VALID' if self.maybe(0.4) else ''}"
            )
            table.constraints.append(name)
        if self.maybe(0.3) and table.kind == "table":
            name = f"{table.name}_u"
            self.setup.append(
                f"ALTER TABLE {table.name} ADD CONSTRAINT {name} UNIQUE (id{self.random.choice(('', ', ref'))})"
            )
            table.constraints.append(name)
            table.indexes.append(name)
        if self.maybe(0.2) and table.kind == "table":
            self.setup.append(f"ALTER TABLE {table.name} ADD COLUMN made int GENERATED ALWAYS AS (id + 1) STORED")
        if self.maybe(0.2):
            self.setup.append(f"CREATE STATISTICS {table.name}_st ON id, ref FROM {table.name}")
            self.setup.append(f"CREATE PUBLICATION {table.name}_pb FOR TABLE {table.name}")
        if self.maybe(0.2):
            self.setup.append(f"CREATE TRIGGER tr AFTER INSERT ON {table.name} FOR EACH ROW EXECUTE FUNCTION ft()")
            self.triggers.append(("tr", table.name))
        if self.maybe(0.3):
            when, how = self.random.choice(WRITING_TRIGGERS)
            self.setup.append(f"CREATE TRIGGER tw {when} ON {table.name} FOR EACH {how} EXECUTE FUNCTION fw()")
            self.triggers.append(("tw", table.name))
        if self.maybe(0.15):
            tested = self.random.choice(table.columns).name
            self.setup.append(f"CREATE POLICY pol ON {table.name} USING ({tested} IS NOT NULL)")
            self.policies.append(("pol", table.name))

    def index_form(self, table: Relation, column: Column) -> str:
        forms = [
            "(id)",
            f"({column.name})",
            f"(ref, {column.name})",
            f"({column.name}) WHERE id > 5",
            f"(id) INCLUDE ({column.name})",
            f"(id) WHERE {column.name} IS NOT NULL",
            f"((id + 1), {column.name})",
        ]
        if column.type in TEXTS:
            forms += [f"(lower({column.name}))", f"(id) WHERE {column.name} <> ''", f"({column.name} text_pattern_ops)"]
        if column.type in {"jsonb", "int[]"}:
            forms = [f"USING gin ({column.name})"]
        if column.type in NUMBERS:
            forms += [f"USING hash ({column.name})", f"USING brin ({column.name})", f"(abs({column.name}))"]
        if table.kind == "partitioned":
            forms.append("(id, k)")
        return self.random.choice(forms)

    def check(self, table: Relation) -> str:
        column = self.random.choice(table.columns)
        forms = [
            f"{column.name} IS NOT NULL",
            "id > 0",
            f"{column.name} IS NOT NULL AND id > 0",
            f"id > 0 OR {column.name} IS NULL",
        ]
        if column.type in NUMBERS:
            forms += [f"{column.name} >= 0", f"{column.name} BETWEEN 0 AND 1000000"]
        if column.type in TEXTS:
            forms += [f"{column.name} <> ''", f"length({column.name}) > 0"]
        return self.random.choice(forms)

    def foreign_key(self, table: Relation) -> None:
        targets = [t for t in self.tables if "id" in t.keys and t.columns[0].type == "int"]
        if targets:
            target = self.random.choice(targets)
            name = f"{table.name}_f"
            not_valid = " NOT VALID" if table.kind == "table" and self.maybe(0.3) else ""
            action = self.random.choice(("", " ON DELETE CASCADE", " ON DELETE SET NULL"))
            self.setup.append(f"UPDATE {table.name} SET ref = (SELECT min(id) FROM {target.name})")
            self.setup.append(
                f"ALTER TABLE {table.name} ADD CONSTRAINT {name} FOREIGN KEY (ref) REFERENCES {target.name}{action}{not_valid}"
            )
            table.constraints.append(name)

    def readers(self) -> None:
        """Views and materialized views."""
        for name in ("v1", "v2"):
            if self.maybe(0.4):
                table = self.random.choice(self.tables)
                column = self.random.choice(table.columns).name
                other = self.random.choice(self.tables).name
                join = f" JOIN {other} y ON y.id = x.id" if self.maybe(0.3) else ""
                source = f"{table.name} x{join}"
                self.setup.append(f"CREATE VIEW {name} AS SELECT x.id, x.{column} AS one FROM {source}")
                self.views.append(name)
        for name in self.views:
            self.setup.append(f"CREATE RULE ru AS ON UPDATE TO {name} DO INSTEAD NOTHING")
        if self.maybe(0.3):
            source = self.random.choice([*(t.name for t in self.tables), *self.views])
            self.setup.append(f"CREATE MATERIALIZED VIEW m AS SELECT id FROM {source}")
            self.matviews.append("m")
            if self.maybe(0.5):
                self.setup.append(
                    "CREATE UNIQUE INDEX m_id ON m (id)"
                    if not source.startswith("v") and self.maybe(0.5)
                    else "CREATE INDEX m_id ON m (id)"
                )
        if self.maybe(0.2) and self.views:
            self.setup.append(f"CREATE VIEW v3 AS SELECT id FROM {self.views[0]}")
            self.views.append("v3")
        self.owners()

    def owners(self) -> None:
        """Some of it belongs to another role, or lies elsewhere."""
        if self.maybe(0.5):
            return
        everything = [
            *(f"TABLE {n}" for n in (*(t.name for t in self.tables), *self.views, *self.matviews, "sq", "ot"))
        ]
        everything += ["FUNCTION ft()", "FUNCTION fi()", "TYPE mood", "DOMAIN positive", "TYPE ty", "SERVER fs"]
        for name in everything:
            if self.maybe(0.4):
                self.setup.append(f"ALTER {name} OWNER TO app")
        self.setup.append("GRANT ALL ON ALL TABLES IN SCHEMA public, s TO app")
        if self.maybe(0.3):
            self.setup.append(f"ALTER TABLE {self.random.choice(self.tables).name} SET TABLESPACE ts")


# What may be done, by weight. $t a table, $c its column, $x an existing constraint of it, $i an index of it, $o another
# table, $y a new type, $k a check, $f the form of an index, $v a view, $m a materialized view, $a an ON DELETE action.
ACTIONS = """
ADD COLUMN n $y | ADD COLUMN n int DEFAULT 5 | ADD COLUMN n int NOT NULL DEFAULT 5 | ADD COLUMN n int NOT NULL
ADD COLUMN n timestamptz DEFAULT now() | ADD COLUMN n float8 DEFAULT random() | ADD COLUMN n timestamptz DEFAULT clock_timestamp()
ADD COLUMN n uuid DEFAULT gen_random_uuid() | ADD COLUMN n int DEFAULT fv() | ADD COLUMN n int DEFAULT fi() | ADD COLUMN n int DEFAULT nextval('sq')
ADD COLUMN n serial | ADD COLUMN n bigserial PRIMARY KEY | ADD COLUMN n int GENERATED ALWAYS AS IDENTITY | ADD COLUMN n int GENERATED ALWAYS AS (id + 1) STORED
ADD COLUMN n int GENERATED ALWAYS AS (id + 1) VIRTUAL | ADD COLUMN n int REFERENCES $o | ADD COLUMN n int DEFAULT 1 REFERENCES $o | ADD COLUMN n int UNIQUE
ADD COLUMN n int CHECK (n > 0) | ADD COLUMN n int DEFAULT 5 CHECK (n > 0) | ADD COLUMN n positive | ADD COLUMN n positive DEFAULT 1 | ADD COLUMN n word
ADD COLUMN n mood DEFAULT 'a' | ADD COLUMN n text COLLATE "C" | ADD COLUMN IF NOT EXISTS $c int | ADD COLUMN $c int | ADD COLUMN n text DEFAULT 'x' || current_user
ADD COLUMN n date DEFAULT current_date | ADD COLUMN n int[] DEFAULT '{}' | ADD COLUMN n jsonb NOT NULL DEFAULT '{}'::jsonb | ADD COLUMN n int DEFAULT NULL | ADD COLUMN n text DEFAULT md5(random()::text)
ADD COLUMN n int DEFAULT length('abc') NOT NULL CHECK (n > 0) | ADD COLUMN n int REFERENCES $t | ADD COLUMN n positive NOT NULL | ADD COLUMN n varchar(10) DEFAULT 'a' UNIQUE
DROP COLUMN $c | DROP COLUMN $c | DROP COLUMN $c CASCADE | DROP COLUMN IF EXISTS nothing | DROP COLUMN nothing | DROP COLUMN IF EXISTS $c
ALTER $c TYPE $y | ALTER $c TYPE $y | ALTER $c TYPE $y | ALTER $c TYPE $y | ALTER $c TYPE $z | ALTER $c TYPE $z | ALTER $c TYPE $z | ALTER $c TYPE $z USING $c::$z | ALTER $c TYPE text USING $c::text
ALTER $c TYPE text COLLATE "C" | ALTER $c TYPE text USING 'x' | ALTER $c TYPE bigint USING 5
ALTER $c SET DEFAULT NULL | ALTER $c DROP DEFAULT | ALTER $c SET NOT NULL | ALTER $c SET NOT NULL | ALTER $c SET NOT NULL | ALTER $c DROP NOT NULL | ALTER $c DROP NOT NULL | ALTER nothing SET NOT NULL
ALTER id ADD GENERATED ALWAYS AS IDENTITY | ALTER id DROP IDENTITY | ALTER id DROP IDENTITY IF EXISTS | ALTER id SET GENERATED ALWAYS | ALTER id RESTART WITH 900 | ALTER $c DROP EXPRESSION IF EXISTS
ALTER $c SET STATISTICS 100 | ALTER $c SET (n_distinct = 5) | ALTER $c RESET (n_distinct) | ALTER $c SET STORAGE PLAIN | ALTER $c SET COMPRESSION pglz
ADD CONSTRAINT n CHECK ($k) | ADD CONSTRAINT n CHECK ($k) NOT VALID | ADD CONSTRAINT n CHECK ($k) NO INHERIT | ADD CHECK ($k) | ADD CONSTRAINT n CHECK ($k) NOT ENFORCED
ADD CONSTRAINT n UNIQUE ($c) | ADD UNIQUE (id, $c) | ADD CONSTRAINT n UNIQUE (id) DEFERRABLE | ADD PRIMARY KEY (id) | ADD PRIMARY KEY (id, ref) | ADD CONSTRAINT n PRIMARY KEY USING INDEX $i | ADD CONSTRAINT n UNIQUE USING INDEX $i
ADD UNIQUE USING INDEX $i | ADD CONSTRAINT n UNIQUE NULLS NOT DISTINCT (id) | ADD UNIQUE (k, id) | ADD PRIMARY KEY (k, id)
ADD CONSTRAINT n FOREIGN KEY (ref) REFERENCES $o$a | ADD CONSTRAINT n FOREIGN KEY (ref) REFERENCES $o$a NOT VALID | ADD CONSTRAINT n FOREIGN KEY (ref) REFERENCES $o (id) | ADD FOREIGN KEY (id) REFERENCES $t | ADD FOREIGN KEY ($c) REFERENCES $o
ADD CONSTRAINT n FOREIGN KEY (ref) REFERENCES $o (ref) | ADD CONSTRAINT n FOREIGN KEY (ref) REFERENCES $o NOT ENFORCED | ADD CONSTRAINT n FOREIGN KEY (ref) REFERENCES $o DEFERRABLE INITIALLY DEFERRED
ADD CONSTRAINT n EXCLUDE ($c WITH =) | ADD CONSTRAINT n EXCLUDE USING btree (id WITH =) WHERE (id > 5) | ADD CONSTRAINT n NOT NULL $c | ADD CONSTRAINT n NOT NULL $c NOT VALID
VALIDATE CONSTRAINT $x | VALIDATE CONSTRAINT $x | DROP CONSTRAINT $x | DROP CONSTRAINT $x | DROP CONSTRAINT $x CASCADE | DROP CONSTRAINT IF EXISTS nothing | DROP CONSTRAINT nothing | ALTER CONSTRAINT $x DEFERRABLE
DROP CONSTRAINT IF EXISTS $x | ALTER CONSTRAINT $x NOT ENFORCED | ALTER CONSTRAINT $x ENFORCED | ADD CONSTRAINT n CHECK (id > 0) NO INHERIT NOT VALID
ALTER made SET EXPRESSION AS (id + 2) | ALTER made DROP EXPRESSION | ALTER made TYPE bigint | DROP COLUMN made | SET (user_catalog_table = true) | RESET (user_catalog_table)
SET (fillfactor = 80) | SET (autovacuum_enabled = off, fillfactor = 70) | RESET (fillfactor) | SET LOGGED | SET UNLOGGED | SET UNLOGGED | SET TABLESPACE ts | SET TABLESPACE pg_default | CLUSTER ON $i | SET WITHOUT CLUSTER | SET WITHOUT OIDS | SET (toast.autovacuum_enabled = off)
REPLICA IDENTITY FULL | REPLICA IDENTITY USING INDEX $i | ENABLE TRIGGER ALL | DISABLE TRIGGER USER | DISABLE TRIGGER tr | ENABLE ROW LEVEL SECURITY | FORCE ROW LEVEL SECURITY | OWNER TO app | OWNER TO CURRENT_USER | NO INHERIT a | INHERIT $o | SET ACCESS METHOD heap
REPLICA IDENTITY NOTHING | REPLICA IDENTITY DEFAULT | REPLICA IDENTITY USING INDEX $u | SET ACCESS METHOD heap2 | SET ACCESS METHOD DEFAULT | NO INHERIT $o | INHERIT a | CLUSTER ON $u
ADD PRIMARY KEY USING INDEX $u | ADD CONSTRAINT n PRIMARY KEY USING INDEX $u | ADD CONSTRAINT $u PRIMARY KEY USING INDEX $u | ADD UNIQUE USING INDEX $u | ADD CONSTRAINT n UNIQUE USING INDEX $u DEFERRABLE
VALIDATE CONSTRAINT ${t}_f | VALIDATE CONSTRAINT ${t}_f | VALIDATE CONSTRAINT ${t}_k0 | DROP CONSTRAINT ${t}_f | DROP CONSTRAINT ${t}_k0 | DROP CONSTRAINT ${t}_pkey | DROP CONSTRAINT ${t}_pkey CASCADE | ALTER CONSTRAINT ${t}_f DEFERRABLE INITIALLY DEFERRED | ALTER CONSTRAINT ${t}_f NOT DEFERRABLE | ALTER CONSTRAINT ${t}_f NOT ENFORCED | ALTER CONSTRAINT ${t}_f ENFORCED
ADD CONSTRAINT n NOT NULL $c NO INHERIT | ADD NOT NULL $c | ADD NOT NULL $c NOT VALID | ADD CONSTRAINT n NOT NULL $c NOT VALID, ADD PRIMARY KEY ($c) | ADD CONSTRAINT n NOT NULL $c, ALTER $c SET NOT NULL | ADD CONSTRAINT n NOT NULL id | ADD NOT NULL id NO INHERIT | DROP CONSTRAINT ${t}_id_not_null | RENAME CONSTRAINT ${t}_id_not_null TO n | ALTER CONSTRAINT ${t}_id_not_null NO INHERIT | ALTER CONSTRAINT ${t}_id_not_null INHERIT | VALIDATE CONSTRAINT ${t}_id_not_null | ADD CONSTRAINT ${t}_id_not_null CHECK ($k) | ALTER $c SET NOT NULL, ADD PRIMARY KEY ($c) | DROP CONSTRAINT ${t}_id_not_null, ADD PRIMARY KEY (id) | ALTER id DROP NOT NULL, ADD UNIQUE (id) | ADD COLUMN n int NOT NULL NO INHERIT DEFAULT 1 | ALTER $c TYPE oid USING 1 | ALTER $c SET (n_distinct = 5) | ALTER $c SET (nothing = 5)
ADD CONSTRAINT n NOT NULL $c NO INHERIT | ALTER CONSTRAINT $x INHERIT | ALTER CONSTRAINT $x NO INHERIT | ADD CONSTRAINT ${t}_k0 CHECK ($k) | ADD CONSTRAINT a_k0 CHECK ($k) | ADD FOREIGN KEY (ref) REFERENCES $o$a | ADD FOREIGN KEY (ref) REFERENCES $o NOT VALID | DROP COLUMN id | DROP COLUMN ref | DROP COLUMN k | DROP COLUMN k CASCADE
ALTER made SET EXPRESSION AS (id + 3), ALTER made SET NOT NULL | ALTER made SET NOT NULL | ALTER made SET EXPRESSION AS (id * 2) | DISABLE ROW LEVEL SECURITY | NO FORCE ROW LEVEL SECURITY | ENABLE ALWAYS TRIGGER tr | ENABLE REPLICA TRIGGER tr | DISABLE TRIGGER ALL | ALTER id SET DEFAULT 7 | ALTER id TYPE bigint | ALTER ref TYPE bigint | ALTER k TYPE bigint
""".strip()
STATEMENTS = """
ALTER TABLE $t RENAME TO n | ALTER TABLE $t RENAME COLUMN $c TO n | ALTER TABLE $t RENAME COLUMN nothing TO n | ALTER TABLE $t RENAME CONSTRAINT $x TO n | ALTER TABLE $t SET SCHEMA s | ALTER TABLE IF EXISTS nothing ADD COLUMN n int | ALTER TABLE nothing ADD COLUMN n int
ALTER TABLE $t RENAME $c TO id | ALTER TABLE $t RENAME TO $o | ALTER TABLE $i RENAME TO n
ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (1000) TO (2000) | ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (1000) TO (2000) | ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (500) TO (2000) | ALTER TABLE p ATTACH PARTITION q DEFAULT | ALTER TABLE p DETACH PARTITION p1 | ALTER TABLE p DETACH PARTITION p2 | ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY
CREATE TABLE n PARTITION OF p FOR VALUES FROM (2000) TO (3000) | CREATE TABLE n PARTITION OF p FOR VALUES FROM (20) TO (40) | CREATE TABLE n PARTITION OF p DEFAULT | DROP TABLE p1 | DROP TABLE p | DROP TABLE p CASCADE | TRUNCATE p1 | TRUNCATE p
CREATE INDEX n ON $t $f | CREATE INDEX n ON $t $f | CREATE INDEX n ON $t $f | CREATE INDEX ON $t ($c) | CREATE UNIQUE INDEX n ON $t (id) | CREATE UNIQUE INDEX n ON $t (id, k) | CREATE INDEX CONCURRENTLY n ON $t ($c) | CREATE INDEX IF NOT EXISTS $i ON $t (id) | CREATE INDEX $i ON $t (id) | CREATE INDEX n ON ONLY $t ($c)
CREATE INDEX n ON $t (nothing) | CREATE INDEX n ON $m (id) | CREATE INDEX n ON $v (id) | CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS n ON $t (id) WHERE id > 5
DROP INDEX $i | DROP INDEX $i | DROP INDEX IF EXISTS nothing | DROP INDEX nothing | DROP INDEX CONCURRENTLY $i | DROP INDEX $i CASCADE | ALTER INDEX $i RENAME TO n | ALTER INDEX $i SET (fillfactor = 80) | ALTER INDEX $i SET TABLESPACE ts | REINDEX INDEX $i | REINDEX TABLE $t | REINDEX TABLE CONCURRENTLY $t | REINDEX INDEX CONCURRENTLY $i
CREATE TABLE n (id int PRIMARY KEY, o int REFERENCES $o) | CREATE TABLE n (LIKE $t INCLUDING ALL) | CREATE TABLE n (LIKE $t) | CREATE TABLE n (LIKE $t, CONSTRAINT n NOT NULL id) | CREATE TABLE n (id int NOT NULL NO INHERIT, x int) INHERITS ($t) | CREATE TABLE n (id int, CONSTRAINT n NOT NULL id, PRIMARY KEY (id)) | CREATE TABLE n (CONSTRAINT n NOT NULL id) INHERITS ($t) | ALTER INDEX $i ADD COLUMN n int | ALTER VIEW $v ADD COLUMN n int | ALTER VIEW $v ALTER id SET STORAGE plain | ALTER VIEW $v RENAME COLUMN id TO one | ALTER MATERIALIZED VIEW m ALTER COLUMN id SET STATISTICS 5 | ALTER MATERIALIZED VIEW m ALTER COLUMN id SET COMPRESSION pglz | ALTER MATERIALIZED VIEW m ALTER id SET DEFAULT 5 | ALTER SEQUENCE sq ENABLE ROW LEVEL SECURITY | CREATE TABLE n AS SELECT * FROM $t | CREATE TABLE n () INHERITS ($t) | CREATE TABLE n (o int REFERENCES $o (ref)) | CREATE TABLE $t (id int) | CREATE TABLE IF NOT EXISTS $t (id int) | CREATE TABLE n (id int, o int REFERENCES $o, q int REFERENCES $t) | CREATE UNLOGGED TABLE n (o int REFERENCES $o) | CREATE TABLE n AS SELECT $c FROM $t WITH NO DATA | CREATE TABLE n (o int REFERENCES nothing)
DROP TABLE $t | DROP TABLE $t | DROP TABLE $t CASCADE | DROP TABLE $t CASCADE | DROP TABLE IF EXISTS nothing | DROP TABLE nothing | DROP TABLE $t, $o | TRUNCATE $t | TRUNCATE $t CASCADE | TRUNCATE $t RESTART IDENTITY | TRUNCATE $t, $o | TRUNCATE ONLY $t | DROP VIEW $t | DROP TABLE $v
CREATE VIEW n AS SELECT * FROM $t | CREATE VIEW n AS SELECT id FROM $v | CREATE OR REPLACE VIEW $v AS SELECT id FROM $t | CREATE OR REPLACE VIEW n AS SELECT x.id FROM $t x JOIN $o y ON x.id = y.id | DROP VIEW $v | DROP VIEW $v CASCADE | ALTER VIEW $v RENAME TO n | ALTER VIEW $v SET (security_barrier = true) | CREATE VIEW $v AS SELECT 1 AS id | DROP VIEW IF EXISTS nothing
CREATE MATERIALIZED VIEW n AS SELECT * FROM $t | CREATE MATERIALIZED VIEW n AS SELECT id FROM $v | REFRESH MATERIALIZED VIEW $m | REFRESH MATERIALIZED VIEW CONCURRENTLY $m | DROP MATERIALIZED VIEW $m | REFRESH MATERIALIZED VIEW $m WITH NO DATA | ALTER MATERIALIZED VIEW $m RENAME TO n
ALTER SEQUENCE sq INCREMENT BY 5 | ALTER SEQUENCE sq OWNED BY $t.id | DROP SEQUENCE sq | DROP SEQUENCE a_id_seq | DROP SEQUENCE a_id_seq CASCADE | ALTER SEQUENCE a_id_seq OWNED BY NONE | ALTER SEQUENCE a_id_seq RESTART | CREATE SEQUENCE n OWNED BY $t.id | ALTER SEQUENCE IF EXISTS nothing RESTART | ALTER SEQUENCE sq RENAME TO n
CREATE TRIGGER n BEFORE UPDATE ON $t FOR EACH ROW EXECUTE FUNCTION ft() | CREATE TRIGGER n AFTER INSERT ON $t EXECUTE FUNCTION ft() | DROP TRIGGER tr ON $t | DROP TRIGGER IF EXISTS tr ON $t | ALTER TRIGGER tr ON $t RENAME TO n | CREATE CONSTRAINT TRIGGER n AFTER INSERT ON $t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION ft()
CREATE POLICY n ON $t USING (id > 0) | CREATE POLICY n ON $t USING (EXISTS (SELECT FROM $o)) | DROP POLICY pol ON $t | ALTER POLICY pol ON $t USING (true) | DROP POLICY IF EXISTS nothing ON $t | CREATE RULE n AS ON DELETE TO $t DO INSTEAD NOTHING
COMMENT ON TABLE $t IS 'x' | COMMENT ON COLUMN $t.$c IS 'x' | COMMENT ON INDEX $i IS 'x' | COMMENT ON CONSTRAINT $x ON $t IS 'x' | GRANT SELECT ON $t TO app | REVOKE ALL ON $t FROM app | COMMENT ON VIEW $v IS 'x' | GRANT SELECT ON ALL TABLES IN SCHEMA public TO app
ALTER DOMAIN positive ADD CONSTRAINT n CHECK (VALUE < 1000000) | ALTER DOMAIN positive ADD CONSTRAINT n CHECK (VALUE > -5) NOT VALID | ALTER DOMAIN word SET NOT NULL | ALTER DOMAIN word SET DEFAULT 'x' | ALTER DOMAIN positive DROP CONSTRAINT positive_check | ALTER TYPE mood ADD VALUE 'c' | ALTER TYPE mood RENAME VALUE 'a' TO 'z' | DROP TYPE mood | DROP TYPE mood CASCADE | DROP DOMAIN positive CASCADE | ALTER TYPE mood ADD VALUE IF NOT EXISTS 'a' | ALTER DOMAIN word DROP NOT NULL | ALTER TYPE mood RENAME TO n | DROP DOMAIN word
CREATE FUNCTION n() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM $t' | CREATE FUNCTION n() RETURNS bigint LANGUAGE sql AS 'SELECT count($c) FROM $t' | CREATE FUNCTION n() RETURNS void LANGUAGE sql AS 'DELETE FROM $t WHERE nothing = 1' | CREATE FUNCTION n(k int) RETURNS void LANGUAGE sql AS 'INSERT INTO $t (id) SELECT id FROM $o WHERE ref = k' | CREATE FUNCTION n() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM $v'
CREATE VIEW n AS SELECT $c, count(*) FROM $t GROUP BY $c | CREATE VIEW n AS SELECT $c, id FROM $t GROUP BY id | CREATE VIEW n AS SELECT $c FROM $t JOIN $o y USING (id) | CREATE VIEW n AS SELECT $c FROM $t, $o y | CREATE VIEW n AS SELECT s.id FROM (SELECT $c AS x, id FROM $t) s WHERE EXISTS (SELECT 1 FROM $o y WHERE y.id = s.id AND s.x IS NOT NULL) | CREATE VIEW n AS WITH w AS (SELECT $c AS x FROM $t) SELECT count(x) AS x FROM w HAVING count(*) > 1 | CREATE VIEW n (x, y) AS SELECT id FROM $t | CREATE MATERIALIZED VIEW n AS SELECT ref, max(id) AS top FROM $t GROUP BY ref
CREATE TABLE n PARTITION OF $t FOR VALUES FROM (2000) TO (3000) PARTITION BY RANGE (id) | CREATE TABLE n PARTITION OF $t (PRIMARY KEY (id, k)) FOR VALUES FROM (3000) TO (4000) | CREATE TABLE n (LIKE $t INCLUDING ALL) PARTITION BY RANGE (id) | CREATE TABLE n PARTITION OF $t FOR VALUES FROM (NULL) TO (5000) | CREATE TRIGGER n AFTER UPDATE ON $t FOR EACH STATEMENT EXECUTE FUNCTION ft() | CREATE PUBLICATION n FOR TABLE ONLY $t | TRUNCATE $t, $o CASCADE | ALTER TABLE ONLY $t ADD PRIMARY KEY (id, ref) | ALTER TABLE ONLY $t ADD CONSTRAINT n CHECK (id > 0) NO INHERIT | DROP TABLE $t, $o CASCADE | CREATE STATISTICS s.n ON id, ref FROM $t | DROP ROUTINE fv | DROP PROCEDURE fv()
ALTER TYPE ty ADD ATTRIBUTE n int CASCADE | ALTER TYPE ty DROP ATTRIBUTE x CASCADE | ALTER TYPE ty ALTER ATTRIBUTE y TYPE bigint CASCADE | ALTER TYPE ty RENAME ATTRIBUTE y TO z CASCADE | ALTER TYPE ty OWNER TO app | ALTER TYPE ty RENAME TO n | DROP TYPE ty CASCADE | DROP TYPE ty | CREATE TABLE n OF ty | ALTER TABLE ot NOT OF | CREATE TABLE n (LIKE ty)
CREATE FOREIGN TABLE n (id int) SERVER fs | DROP SERVER fs CASCADE | DROP FOREIGN DATA WRAPPER fw CASCADE | ALTER FOREIGN TABLE far ADD COLUMN n int | DROP FOREIGN TABLE far | ALTER FOREIGN TABLE far ALTER id TYPE bigint | CREATE VIEW n AS SELECT * FROM far
ALTER MATERIALIZED VIEW $m SET (fillfactor = 80) | ALTER MATERIALIZED VIEW $m CLUSTER ON m_id | ALTER MATERIALIZED VIEW $m OWNER TO app | ALTER MATERIALIZED VIEW $m SET TABLESPACE ts | ALTER MATERIALIZED VIEW $m SET ACCESS METHOD heap | CREATE MATERIALIZED VIEW IF NOT EXISTS $m AS SELECT 1 AS id | ALTER MATERIALIZED VIEW $m ALTER id SET STATISTICS 5
ALTER STATISTICS ${t}_st SET STATISTICS 10 | DROP STATISTICS ${t}_st | ALTER STATISTICS ${t}_st RENAME TO n | ALTER PUBLICATION ${t}_pb ADD TABLE $o | ALTER PUBLICATION ${t}_pb SET TABLE $o | DROP PUBLICATION ${t}_pb | ALTER PUBLICATION ${t}_pb DROP TABLE $t
DROP RULE ru ON $v | DROP RULE IF EXISTS nothing ON $t | ALTER RULE ru ON $v RENAME TO n | ALTER TABLE $v DISABLE RULE ru | ALTER TRIGGER tr ON $t DEPENDS ON EXTENSION plpgsql | ALTER INDEX $i DEPENDS ON EXTENSION plpgsql | ALTER SEQUENCE sq OWNER TO app | ALTER FUNCTION fv() SET SCHEMA s | DROP FUNCTION fi() CASCADE | DROP FUNCTION fv() CASCADE
REINDEX SCHEMA public | REINDEX SCHEMA CONCURRENTLY public | CREATE INDEX CONCURRENTLY IF NOT EXISTS $i ON $t (id) | VACUUM FULL | CLUSTER | ANALYZE $v | ALTER SYSTEM SET work_mem = '8MB' | CREATE DATABASE n | DROP DATABASE IF EXISTS n | EXPLAIN SELECT * FROM $v | EXPLAIN DELETE FROM $t | EXPLAIN INSERT INTO $t (id) SELECT id FROM $o | EXPLAIN SELECT * FROM $t FOR UPDATE | COPY $t TO '/dev/null'
LOCK TABLE $t IN ACCESS SHARE MODE | LOCK TABLE $t IN ROW SHARE MODE | LOCK TABLE $t IN ROW EXCLUSIVE MODE | LOCK TABLE $t IN SHARE UPDATE EXCLUSIVE MODE | LOCK TABLE $t IN SHARE ROW EXCLUSIVE MODE | LOCK TABLE $v IN EXCLUSIVE MODE
UPDATE $t SET $w = NULL | DELETE FROM $t | INSERT INTO $t (id) SELECT id + 100000 FROM $o | SELECT count(*) FROM $t | SELECT * FROM $v FOR UPDATE | LOCK TABLE $t | LOCK TABLE $t IN SHARE MODE | LOCK TABLE $v IN SHARE MODE | INSERT INTO $t (id) VALUES (100001) | SELECT * FROM $t FOR UPDATE
ANALYZE $t | VACUUM $t | VACUUM FULL $t | CLUSTER $t USING $i | VACUUM | ANALYZE | CREATE STATISTICS n ON id, ref FROM $t | CREATE PUBLICATION n FOR TABLE $t | DROP FUNCTION ft() | DROP FUNCTION ft() CASCADE | DROP FUNCTION fv() | DROP SCHEMA s | DROP SCHEMA public CASCADE | CREATE SCHEMA s | CREATE SCHEMA n | DROP OWNED BY app
MERGE INTO $t USING (SELECT min(id) AS id FROM $t) y ON $t.id = y.id WHEN MATCHED THEN UPDATE SET $w = NULL | MERGE INTO $t USING (SELECT max(id) AS id FROM $t) y ON $t.id = y.id WHEN MATCHED THEN DELETE | MERGE INTO $t USING $v y ON $t.id = y.id WHEN MATCHED THEN DO NOTHING
COPY $v TO '/dev/null' | COPY (SELECT id FROM $t) TO '/dev/null' | UPDATE $t SET $w = NULL WHERE id > 0 | DELETE FROM $t WHERE id > 0 | UPDATE ONLY $t SET $w = NULL | DELETE FROM ONLY $t WHERE id > 0 | UPDATE $t SET $w = NULL FROM $o y WHERE y.id > 0 | EXPLAIN INSERT INTO $t (id) VALUES (1) | EXPLAIN UPDATE $t SET $w = NULL | ANALYZE ONLY $t | VACUUM ONLY $t | VACUUM (ANALYZE) $t
INSERT INTO $t (id) VALUES (100002) ON CONFLICT DO NOTHING | INSERT INTO $t (id) VALUES (100003) ON CONFLICT (id) DO UPDATE SET $w = NULL | DELETE FROM $t USING $o y WHERE y.id > 0 | UPDATE $v SET id = id | DELETE FROM $v | INSERT INTO $v (id) VALUES (100004) | CREATE RULE n AS ON DELETE TO $t DO ALSO DELETE FROM $o WHERE id = OLD.id | CREATE RULE n AS ON INSERT TO $v DO INSTEAD INSERT INTO $o (id) VALUES (NEW.id) | WITH gone AS (DELETE FROM $t RETURNING id) SELECT count(*) FROM gone
ALTER TABLE h NO INHERIT a | ALTER TABLE h INHERIT a | ALTER TABLE p1 ADD FOREIGN KEY (ref) REFERENCES $o | ALTER TABLE p ADD FOREIGN KEY (ref) REFERENCES $o$a | ALTER TABLE p ADD CONSTRAINT n FOREIGN KEY (ref) REFERENCES $o NOT VALID | ALTER TABLE p VALIDATE CONSTRAINT p_f | ALTER TABLE p DROP CONSTRAINT p_f | ALTER TABLE p1 DROP CONSTRAINT p_f | ALTER TABLE p DETACH PARTITION pd | ALTER TABLE p DETACH PARTITION p1 FINALIZE | ALTER TABLE p1 ALTER k DROP NOT NULL
REINDEX TABLE p | REINDEX TABLE CONCURRENTLY p | REINDEX INDEX p_pkey | REINDEX INDEX CONCURRENTLY p_pkey | REINDEX INDEX p_i0 | REINDEX INDEX CONCURRENTLY p_i0 | ALTER INDEX p_i0 ATTACH PARTITION p1_id_idx | ALTER INDEX p_i0 ATTACH PARTITION $i | ALTER INDEX p_pkey RENAME TO n | DROP INDEX p_i0 | CREATE INDEX n ON ONLY p (id) | CREATE UNIQUE INDEX n ON ONLY p (id, k) | ALTER INDEX $i SET (fastupdate = off) | ALTER INDEX $i RESET (fillfactor) | ALTER INDEX $i ALTER COLUMN 1 SET STATISTICS 5
CREATE OR REPLACE VIEW $v AS SELECT id, ref AS one FROM $t | CREATE OR REPLACE VIEW v1 AS SELECT id, id AS one FROM $t | ALTER VIEW v1 SET (security_barrier = true) | ALTER VIEW v1 ALTER COLUMN id SET DEFAULT 5 | ALTER VIEW v1 OWNER TO app | ALTER VIEW v1 RENAME COLUMN one TO n | ALTER VIEW v1 SET SCHEMA s | DROP VIEW v1, v2 | CREATE VIEW v1 AS SELECT id FROM $t | REFRESH MATERIALIZED VIEW CONCURRENTLY m | ALTER MATERIALIZED VIEW m SET ACCESS METHOD heap2 | ALTER MATERIALIZED VIEW m CLUSTER ON m_id | CLUSTER m USING m_id | REINDEX TABLE CONCURRENTLY m | REINDEX INDEX m_id | DROP INDEX m_id | CREATE UNIQUE INDEX n ON m (id)
ALTER POLICY pol ON $t USING (id > 5) | ALTER POLICY pol ON $t RENAME TO n | ALTER POLICY pol ON $t USING (EXISTS (SELECT FROM $o)) | DROP STATISTICS a_st | DROP STATISTICS p_st, b_st | DROP STATISTICS IF EXISTS ${t}_st | ALTER STATISTICS a_st OWNER TO app | ALTER STATISTICS ${t}_st SET SCHEMA s | ALTER PUBLICATION ${t}_pb RENAME TO n | ALTER PUBLICATION ${t}_pb SET (publish = 'insert') | CREATE PUBLICATION n FOR ALL TABLES | CREATE PUBLICATION n FOR TABLES IN SCHEMA public | CREATE PUBLICATION n FOR TABLE $t (id) | CREATE PUBLICATION n FOR TABLE $t WHERE (id > 5) | CREATE PUBLICATION n FOR TABLE $t WHERE (ref > 5)
ALTER TYPE ty ADD ATTRIBUTE n int | ALTER TYPE ty DROP ATTRIBUTE x | ALTER TYPE ty ALTER ATTRIBUTE y TYPE bigint | ALTER TYPE ty SET SCHEMA s | ALTER DOMAIN positive VALIDATE CONSTRAINT positive_check | ALTER DOMAIN word ADD CHECK (VALUE <> 'y') | ALTER DOMAIN positive SET NOT NULL | ALTER DOMAIN positive RENAME CONSTRAINT positive_check TO n | ALTER DOMAIN word SET SCHEMA s | ALTER SCHEMA public RENAME TO n | ALTER SCHEMA s OWNER TO app | ALTER SEQUENCE sq SET SCHEMA s | ALTER SEQUENCE a_id_seq AS bigint | DROP TRIGGER tr ON $t CASCADE | CREATE OR REPLACE TRIGGER tr AFTER INSERT ON $t FOR EACH ROW EXECUTE FUNCTION ft() | CREATE TRIGGER n INSTEAD OF INSERT ON $v FOR EACH ROW EXECUTE FUNCTION ft()
REASSIGN OWNED BY app TO CURRENT_USER | REASSIGN OWNED BY app TO web | REASSIGN OWNED BY app TO app | DROP OWNED BY app | DROP OWNED BY app CASCADE | ALTER SEQUENCE sq OWNED BY $t.ref | ALTER TABLE ALL IN TABLESPACE pg_default SET TABLESPACE ts | ALTER TABLE ALL IN TABLESPACE ts SET TABLESPACE pg_default | ALTER INDEX ALL IN TABLESPACE pg_default OWNED BY app SET TABLESPACE ts | ALTER MATERIALIZED VIEW ALL IN TABLESPACE pg_default SET TABLESPACE ts
CREATE TABLE n (LIKE $t INCLUDING CONSTRAINTS INCLUDING DEFAULTS) | CREATE TABLE n () INHERITS ($t, $o) | CREATE TABLE n (id int) INHERITS ($t) | CREATE TEMP TABLE n AS SELECT * FROM $v | CREATE TABLE n PARTITION OF p (CHECK (id > 0)) FOR VALUES FROM (6000) TO (7000) | CREATE TABLE n PARTITION OF p2 FOR VALUES WITH (MODULUS 2, REMAINDER 1) | SELECT * INTO n FROM $t | CREATE TABLE n AS TABLE $t | CREATE SEQUENCE a_id_seq | DROP TABLE p1, q | DROP TABLE far, $t | DROP MATERIALIZED VIEW m CASCADE | DROP TYPE positive CASCADE | DROP TYPE word
""".strip()


def forms(text: str) -> list[str]:
    return [form.strip() for line in text.splitlines() for form in line.split(" | ")]


ALL_ACTIONS, ALL_STATEMENTS = forms(ACTIONS), forms(STATEMENTS)
# Types that a column of each type is likely to become.
NEAR = {
    "int": ("bigint", "smallint", "numeric", "text", "oid", "positive"),
    "bigint": ("int", "numeric", "text"),
    "smallint": ("int", "bigint"),
    "text": ("varchar(100)", "varchar", "word", "char(20)", "text"),
    "varchar(20)": ("varchar(40)", "varchar(10)", "varchar", "text", "word", "varchar(20)"),
    "varchar": ("text", "varchar(50)", "word"),
    "char(10)": ("char(20)", "text", "varchar(20)"),
    "numeric(10,2)": ("numeric(12,2)", "numeric", "numeric(10,4)", "numeric(8,2)", "int"),
    "numeric": ("numeric(10,2)", "int", "double precision"),
    "timestamp": ("timestamptz", "timestamp(3)", "date"),
    "timestamptz": ("timestamp", "timestamptz(3)", "date"),
    "date": ("timestamp", "timestamptz"),
    "boolean": ("int", "text"),
    "jsonb": ("json", "text"),
    "uuid": ("text", "bytea"),
    "int[]": ("bigint[]", "text[]", "int[]"),
    "mood": ("text", "mood"),
    "positive": ("int", "bigint", "positive"),
    "word": ("text", "varchar", "varchar(50)"),
    "double precision": ("numeric", "real"),
}


def statement(schema: Schema, random: Random) -> str:
    """One random statement about a schema."""
    table = random.choice(schema.tables)
    if random.random() < 0.5:
        chosen = [random.choice(ALL_ACTIONS) for _ in range(1 if random.random() < 0.75 else 2)]
        only = "ONLY " if random.random() < 0.05 else ""
        return ", ".join(
            filled(f"ALTER TABLE {only}$t {action}" if n == 0 else action.replace(" n ", " n2 "), table, schema, random)
            for n, action in enumerate(chosen)
        )
    return filled(random.choice(ALL_STATEMENTS), table, schema, random)


def filled(form: str, table: Relation, schema: Schema, random: Random) -> str:
    """A form with everything in it that stands for something."""
    column = random.choice(table.columns)
    words = {
        "t": table.name,
        "c": column.name,
        "w": random.choice([c.name for c in table.columns if c.name not in {"id", "ref", "k"}]),  # rows may not matter
        "x": random.choice(table.constraints or ["nothing"]),
        "i": random.choice(table.indexes or [f"{table.name}_pkey"]),
        "u": random.choice(table.unique or table.indexes or [f"{table.name}_i0"]),
        "o": random.choice(schema.tables).name,
        "y": random.choice(NEW_TYPES),
        "z": random.choice(NEAR[column.type]),
        "k": schema.check(table),
        "f": schema.index_form(table, column),
        "v": random.choice(schema.views or [table.name]),
        "m": random.choice(schema.matviews or ["nothing"]),
        "a": random.choice(("", "", " ON DELETE CASCADE", " ON DELETE SET NULL")),
    }
    return string.Template(form).substitute(words)


def statements(schema: Schema, count: int) -> Iterator[list[str]]:
    """Random statements about a schema; some come in twos and threes, for one transaction."""
    for _ in range(count):
        together = schema.random.choice((1, 1, 1, 2, 3))
        yield [statement(schema, schema.random) for _ in range(together)]
